package release

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/sandbank/sandbank/internal/finding"
)

// Bump is a part of a semantic version that goes up.
type Bump int

const (
	// None is demanded by two documents that say the same.
	None Bump = iota
	// Patch is demanded by what is for readers alone: descriptions, examples, order.
	Patch
	// Minor is demanded by changes that break nobody for certain.
	Minor
	// Major is demanded by breaking changes.
	Major
)

// String gives "none", "patch", "minor" or "major".
func (b Bump) String() string { return [...]string{"none", "patch", "minor", "major"}[b] }

// MarshalText writes the bump as its word.
func (b Bump) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// Bump is what the changes demand of the document's version (Semantic Versioning 2.0.0, sections 6 to 8).
func (c *Comparison) Bump() Bump {
	if c.Old == nil || c.New == nil {
		return None // there is no version to compare with
	}
	bump := None
	if len(c.texts) > 0 {
		bump = Patch
	}
	for _, ch := range c.Changes {
		if ch.Level == Breaking {
			return Major
		}
		bump = Minor
	}
	return bump
}

// Next is the lowest version that has what the changes demand: the old version when that is nothing. Below 1.0.0
// breaking changes demand a new minor version and all others a new patch (section 4). A pre-release becomes what it
// announces, though a later pre-release will do. It is "" when the old version is no semantic one.
func (c *Comparison) Next() string {
	if c.Old == nil || c.New == nil || !semantic(c.Old.Version) {
		return ""
	}
	old := c.Old.Version
	core, _, unfinished := strings.Cut(strings.SplitN(old, "+", 2)[0], "-")
	var n [3]int
	for i, part := range strings.Split(core, ".") {
		n[i], _ = strconv.Atoi(part) // digits, as it is semantic; absurdly many of them count as none
	}
	bump := c.Bump()
	if bump == None {
		return old
	}
	if unfinished {
		return core
	}
	if n[0] == 0 {
		bump = max(Patch, bump-1)
	}
	switch bump {
	case Major:
		n = [3]int{n[0] + 1, 0, 0}
	case Minor:
		n = [3]int{n[0], n[1] + 1, 0}
	default:
		n[2]++
	}
	return fmt.Sprintf("%d.%d.%d", n[0], n[1], n[2])
}

// semantic tells whether a version is a full semantic one: three numbers, perhaps with a pre-release and a build.
func semantic(version string) bool {
	core := strings.SplitN(strings.SplitN(version, "+", 2)[0], "-", 2)[0]
	return semver.IsValid("v"+version) && strings.Count(core, ".") == 2
}

// enough tells whether a version goes as far from the old one as the changes demand.
func (c *Comparison) enough(version string) bool {
	old := c.Old.Version
	if semver.Compare("v"+version, "v"+old) <= 0 {
		return false
	}
	if semver.Prerelease("v"+old) != "" {
		return true
	}
	next, _, _ := strings.Cut(version, "-") // a pre-release of what is demanded will do
	return semver.Compare("v"+next, "v"+c.Next()) >= 0
}

// Version judges info.version of the new document.
func (c *Comparison) Version() finding.List {
	if c.Old == nil || c.New == nil {
		return nil
	}
	bump, was, is := c.Bump(), c.Old.Version, c.New.Version
	f := finding.Finding{Place: c.versionAt}
	switch {
	case bump == None && was == is:
		return nil
	case !semantic(is):
		f.Code, f.Message = "version-not-semantic", fmt.Sprintf("the document changed and its version, %q, is no semantic one", is)
		f.Hint = "a semantic version is three numbers, such as 1.4.0 (semver.org)"
	case !semantic(was):
		return nil // nothing can be asked of the first semantic version
	case semver.Compare("v"+is, "v"+was) < 0:
		f.Code, f.Message = "version-lowered", fmt.Sprintf("the version goes back from %s to %s", was, is)
		f.Hint = c.versionHint()
	case bump == None || c.enough(is):
		return nil
	case was == is:
		f.Code, f.Message = "version-not-raised", fmt.Sprintf("the document changed and its version is still %s: %s", is, c.demand())
		f.Hint = c.versionHint()
	default:
		f.Code, f.Message = "version-raised-too-little", fmt.Sprintf("the version goes from %s to %s: %s", was, is, c.demand())
		f.Hint = c.versionHint()
	}
	for _, e := range c.Edits() {
		if e.Level == Breaking && bump == Major || e.Level != Breaking && bump == Minor {
			f.Related = append(f.Related, finding.Related{Place: e.Place, Message: e.Sentence()})
		}
	}
	if more := len(f.Related) - maxRelated; more > 1 {
		last := f.Related[maxRelated-1].Place
		f.Related = append(f.Related[:maxRelated], finding.Related{Place: finding.Place{File: last.File}, Message: "and " + counted(more, "more change")})
	}
	return finding.List{f}
}

// maxRelated bounds the places that a finding is related to.
const maxRelated = 5

func (c *Comparison) demand() string {
	what := map[Bump]string{Major: "breaking changes", Minor: "compatible changes", Patch: "new descriptions or examples"}[c.Bump()]
	if semver.Prerelease("v"+c.Old.Version) != "" {
		return what + " demand a later one"
	}
	return what + " demand " + c.Next() + " at least"
}

func (c *Comparison) versionHint() string {
	if next := c.Next(); next != c.Old.Version {
		return "write version: " + next
	}
	return "leave it as it was"
}
