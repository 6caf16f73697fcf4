package release

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// Changelog is a file in Markdown with a section for every version of every document, newest first. What stands between
// two comments in a section comes from comparisons; everything else is people's, and stays as it is.
type Changelog struct {
	// File is its name in findings.
	File string

	head     []string // the lines before the first section
	sections []*section
}

// section is an entry: its heading and the lines below it, which hold at most one generated part.
type section struct {
	api, version string
	line         int // of the heading; 0 for one that is new
	lines        []string
	// from and to are the indexes of the comments around the generated part; -1 when there is none.
	from, to int
}

const (
	beginChanges = "<!-- changes: written by sandbank changelog -->"
	endChanges   = "<!-- end of changes -->"
	emptyLog     = `# Changelog

What changed in each version of the documents, newest first. What stands between the comments comes from comparing the
documents (` + "`sandbank changelog --write`" + `); sentences beside it stay as they are.
`
)

var sectionHeading = regexp.MustCompile(`^## ([^ ]+) (v?[0-9][^ ]*)(?: \([^)]*\))?$`)

// ReadChangelog reads a changelog; data is nil for one that is not there yet. The result is nil when there are errors,
// and only then.
func ReadChangelog(data []byte, file string) (*Changelog, finding.List) {
	l := &Changelog{File: file}
	var found finding.List
	fail := func(line int, text, message, hint string) {
		found = append(found, finding.Finding{Code: "bad-changelog", Place: finding.Place{File: file, Line: line, Column: 1, Source: text}, Message: message, Hint: hint})
	}
	if len(data) == 0 {
		data = []byte(emptyLog)
	}
	known := map[string]int{}
	for i, text := range strings.Split(strings.TrimRight(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n"), "\n") {
		if m := sectionHeading.FindStringSubmatch(text); m != nil {
			if first := known[m[1]+" "+m[2]]; first > 0 {
				fail(i+1, text, fmt.Sprintf("%s %s has a section already, on line %d", m[1], m[2], first), "make one section of the two")
			}
			known[m[1]+" "+m[2]] = i + 1
			l.sections = append(l.sections, &section{api: m[1], version: m[2], line: i + 1, from: -1, to: -1})
		}
		if len(l.sections) == 0 {
			l.head = append(l.head, text)
			continue
		}
		s := l.sections[len(l.sections)-1]
		switch {
		case text == beginChanges && s.from < 0:
			s.from = len(s.lines)
		case text == endChanges && s.from >= 0 && s.to < 0:
			s.to = len(s.lines)
		case text == beginChanges || text == endChanges:
			fail(i+1, text, "this comment does not belong here", "a section has one comment where its changes begin, and then one where they end")
		}
		s.lines = append(s.lines, text)
	}
	for _, s := range l.sections {
		if s.from >= 0 && s.to < 0 {
			fail(s.line+s.from, s.lines[s.from], "the changes of this section have no end", "write "+endChanges+" behind them")
		}
	}
	if found.Sort(); found.Errors() > 0 {
		return nil, found
	}
	return l, nil
}

func (l *Changelog) section(api, version string) *section {
	for _, s := range l.sections {
		if s.api == api && s.version == version {
			return s
		}
	}
	return nil
}

// Update writes the entries of the new versions, in the order of the comparisons, with a date for those that are not
// there yet. Entries of documents that did not change stay as they are, and so do those of documents that were removed.
func (l *Changelog) Update(comparisons []*Comparison, date string) {
	var fresh []*section
	for _, c := range comparisons {
		if c.New == nil {
			continue
		}
		s := l.section(c.API, c.New.Version)
		switch {
		case s == nil:
			s = &section{api: c.API, version: c.New.Version, lines: []string{fmt.Sprintf("## %s %s (%s)", c.API, c.New.Version, date), ""}, from: -1, to: -1}
			fresh = append(fresh, s)
			s.put(c.entry())
		case c.comparable():
			s.put(c.entry())
		}
	}
	l.sections = append(fresh, l.sections...)
}

// put replaces the generated part.
func (s *section) put(entry []string) {
	part := slices.Concat([]string{beginChanges, ""}, entry, []string{"", endChanges})
	switch {
	case s.from >= 0:
		s.lines = slices.Concat(s.lines[:s.from], part, s.lines[s.to+1:])
	case s.line == 0:
		s.lines = append(s.lines, slices.Concat(part, []string{""})...)
	default: // people wrote the section
		s.lines = slices.Concat(s.lines[:1], []string{""}, part, s.lines[1:])
	}
}

// comparable tells whether there is something to say of the new version beside that it is there.
func (c *Comparison) comparable() bool { return c.Old != nil && c.New != nil && c.Bump() != None }

// entry is the generated part of the new version's section, line by line.
func (c *Comparison) entry() []string {
	switch count := counted(len(c.New.Operations), "operation"); {
	case c.Old == nil:
		return []string{"- The API is new, with " + count + "."}
	case c.Bump() == None:
		return []string{"- The API has " + count + "; what changed before is not listed."}
	}
	return strings.Split(strings.TrimRight(c.markdown(3, false), "\n"), "\n")
}

// Check tells which new versions have no entry, and which entries do not list what changed.
func (l *Changelog) Check(comparisons []*Comparison) finding.List {
	var out finding.List
	for _, c := range comparisons {
		if c.New == nil {
			continue
		}
		s := l.section(c.API, c.New.Version)
		if s == nil {
			out = append(out, finding.Finding{Code: "changelog-entry-missing", Place: c.versionAt,
				Message: fmt.Sprintf("%s has no entry for %s %s", l.File, c.API, c.New.Version), Hint: "sandbank changelog --write adds it"})
			continue
		}
		if !c.comparable() {
			continue
		}
		if f, differs := s.compare(c.entry()); differs {
			f.Place = finding.Place{File: l.File, Line: s.line, Column: 1, Source: s.lines[0]}
			out = append(out, f)
		}
	}
	return out
}

// compare holds the generated part against what it should be.
func (s *section) compare(want []string) (f finding.Finding, differs bool) {
	var have []string
	if s.from >= 0 {
		have = s.lines[s.from+1 : s.to]
	}
	items := func(lines []string) (out []string) {
		for _, text := range lines {
			if text != "" {
				out = append(out, text)
			}
		}
		return out
	}
	have, want = items(have), items(want)
	if slices.Equal(have, want) {
		return f, false
	}
	minus := func(a, b []string) []string {
		return slices.DeleteFunc(slices.Clone(a), func(text string) bool { return !strings.HasPrefix(text, "- ") || slices.Contains(b, text) })
	}
	f = finding.Finding{Code: "changelog-entry-outdated", Hint: "sandbank changelog --write brings it up to date"}
	missing, extra := minus(want, have), minus(have, want)
	what := "its order, or a heading, is another one"
	switch {
	case len(missing) > 0:
		what = "it lacks " + several(missing)
	case len(extra) > 0:
		what = "it has what did not happen, " + several(extra)
	}
	f.Message = fmt.Sprintf("the entry for %s %s is not what changed: %s", s.api, s.version, what)
	return f, true
}

// several shows the first of some lines and counts the others.
func several(lines []string) string {
	first := fmt.Sprintf("%q", strings.TrimPrefix(lines[0], "- "))
	if more := len(lines) - 1; more > 0 {
		first += fmt.Sprintf(" and %d more", more)
	}
	return first
}

// Text gives the file.
func (l *Changelog) Text() []byte {
	lines := slices.Clone(l.head)
	for _, s := range l.sections {
		if n := len(lines); n > 0 && lines[n-1] != "" {
			lines = append(lines, "")
		}
		lines = append(lines, s.lines...)
	}
	return []byte(strings.TrimRight(strings.Join(lines, "\n"), "\n") + "\n")
}
