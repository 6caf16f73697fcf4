package release_test

import (
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/release"
)

// Versions of the shop: as it is, with another description, with one operation more, and with one less.
var editions = map[release.Bump]func(string) string{
	release.None:  func(text string) string { return text },
	release.Patch: func(text string) string { return strings.Replace(text, "Sells things.", "Sells all things.", 1) },
	release.Minor: func(text string) string {
		return strings.Replace(text, "  /old:\n", "  /new: {get: {operationId: getNew, responses: {'204': {description: Nothing.}}}}\n  /old:\n", 1)
	},
	release.Major: func(text string) string { return strings.Replace(text, "  /free:\n", "  /paid:\n", 1) },
}

func withVersion(text, version string) string {
	return strings.Replace(text, "version: 1.0.0", "version: '"+version+"'", 1)
}

func TestEveryChangeDemandsItsPartOfTheVersion(t *testing.T) {
	for _, c := range []struct {
		changed         release.Bump
		old, new        string
		next, code, say string
	}{
		{release.None, "1.2.3", "1.2.3", "1.2.3", "", ""},
		{release.None, "1.2.3", "1.3.0", "1.2.3", "", ""},
		{release.None, "one", "one", "", "", ""},
		{release.Patch, "1.2.3", "1.2.3", "1.2.4", "version-not-raised", "the document changed and its version is still 1.2.3: new descriptions or examples demand 1.2.4 at least"},
		{release.Patch, "1.2.3", "1.2.4", "1.2.4", "", ""},
		{release.Patch, "1.2.3", "2.0.0", "1.2.4", "", ""},
		{release.Patch, "1.2.3", "1.2.3+build", "1.2.4", "version-raised-too-little", "the version goes from 1.2.3 to 1.2.3+build: new descriptions or examples demand 1.2.4 at least"},
		{release.Minor, "1.2.3", "1.2.3", "1.3.0", "version-not-raised", "the document changed and its version is still 1.2.3: compatible changes demand 1.3.0 at least"},
		{release.Minor, "1.2.3", "1.2.4", "1.3.0", "version-raised-too-little", "the version goes from 1.2.3 to 1.2.4: compatible changes demand 1.3.0 at least"},
		{release.Minor, "1.2.3", "1.3.0-rc.1", "1.3.0", "", ""},
		{release.Minor, "1.2.3", "1.3.0", "1.3.0", "", ""},
		{release.Major, "1.2.3", "1.9.0", "2.0.0", "version-raised-too-little", "the version goes from 1.2.3 to 1.9.0: breaking changes demand 2.0.0 at least"},
		{release.Major, "1.2.3", "2.0.0-beta", "2.0.0", "", ""},
		{release.Major, "1.2.3", "10.0.0", "2.0.0", "", ""},
		{release.Major, "1.2.3", "1.2.2", "2.0.0", "version-lowered", "the version goes back from 1.2.3 to 1.2.2"},
		{release.None, "1.2.3", "1.2.2", "1.2.3", "version-lowered", "the version goes back from 1.2.3 to 1.2.2"},
		// Below 1.0.0 a minor version may break, and a patch may add.
		{release.Major, "0.4.1", "0.4.2", "0.5.0", "version-raised-too-little", "the version goes from 0.4.1 to 0.4.2: breaking changes demand 0.5.0 at least"},
		{release.Major, "0.4.1", "0.5.0", "0.5.0", "", ""},
		{release.Major, "0.4.1", "1.0.0", "0.5.0", "", ""},
		{release.Minor, "0.4.1", "0.4.2", "0.4.2", "", ""},
		{release.Patch, "0.4.1", "0.4.1", "0.4.2", "version-not-raised", "the document changed and its version is still 0.4.1: new descriptions or examples demand 0.4.2 at least"},
		// What follows a pre-release may change anything.
		{release.Major, "2.0.0-rc.1", "2.0.0-rc.2", "2.0.0", "", ""},
		{release.Major, "2.0.0-rc.1", "2.0.0", "2.0.0", "", ""},
		{release.Major, "2.0.0-rc.1", "2.0.0-rc.1", "2.0.0", "version-not-raised", "the document changed and its version is still 2.0.0-rc.1: breaking changes demand a later one"},
		{release.Major, "2.0.0-rc.2", "2.0.0-rc.1", "2.0.0", "version-lowered", "the version goes back from 2.0.0-rc.2 to 2.0.0-rc.1"},
		// What is no semantic version.
		{release.Patch, "1.2.3", "1.3", "1.2.4", "version-not-semantic", `the document changed and its version, "1.3", is no semantic one`},
		{release.Patch, "1.2.3", "v1.3.0", "1.2.4", "version-not-semantic", `the document changed and its version, "v1.3.0", is no semantic one`},
		{release.Patch, "2026-01", "2026-02", "", "version-not-semantic", `the document changed and its version, "2026-02", is no semantic one`},
		{release.Patch, "2026-01", "1.0.0", "", "", ""},
		{release.Patch, "1", "1", "", "version-not-semantic", `the document changed and its version, "1", is no semantic one`},
	} {
		got := compare(t, withVersion(shop(t), c.old), withVersion(editions[c.changed](shop(t)), c.new), nil)
		if got.Bump() != c.changed || got.Next() != c.next {
			t.Errorf("%s of %s: it demands %s, %q; want %q", c.changed, c.old, got.Bump(), got.Next(), c.next)
		}
		code, say := "", ""
		for _, f := range got.Version() {
			code, say = f.Code, f.Message
			if f.Severity != finding.Error || f.Place.String() != "new/shop.yaml:4:3" {
				t.Errorf("%s to %s: a finding of severity %s at %s", c.old, c.new, f.Severity, f.Place)
			}
		}
		if code != c.code || say != c.say {
			t.Errorf("%s, %s to %s: got %s %q, want %s %q", c.changed, c.old, c.new, code, say, c.code, c.say)
		}
	}
}

func TestAVersionThatDoesNotFitNamesWhatDemandsMore(t *testing.T) {
	c := compare(t, shop(t), editions[release.Major](editions[release.Minor](shop(t))), nil)
	found := c.Version()
	if len(found) != 1 || len(found[0].Related) != 1 {
		t.Fatalf("the findings are %+v", found)
	}
	if r := found[0].Related[0]; r.Message != "getFree: the operation was removed" || r.Place.String() != "new/shop.yaml:13:1" {
		t.Errorf("related is %+v", r)
	}
	if found[0].Hint != "write version: 2.0.0" {
		t.Errorf("the hint is %q", found[0].Hint)
	}
}
