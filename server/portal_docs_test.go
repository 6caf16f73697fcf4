package server_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
)

var (
	quotedWord = regexp.MustCompile("`([A-Za-z]+)(?:/[^`]*)?`")
	testOf     = regexp.MustCompile(`(?m)^func (Test[A-Za-z0-9_]+)\(`)
)

// TestTheTablesOfTestsNameWhatThereIs holds the tables that map lines to operations and tests against the documents and
// the code: every test and every operation that they name exists, and they name every operation of the developer
// programme.
func TestTheTablesOfTestsNameWhatThereIs(t *testing.T) {
	tests := testsThatThereAre(t)
	named, operations := map[string]bool{}, map[string]bool{}
	for _, api := range append(slices.Clone(bankAPIs()), portalDocument(), oauthDocument(), controlDocument()) {
		for _, op := range api.Operations {
			operations[op.ID] = true
		}
	}
	pages, err := filepath.Glob("../docs/portal*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			cells := strings.Split(line, "|")
			if len(cells) != 5 {
				continue // no row of line, operations and tests
			}
			for _, found := range quotedWord.FindAllStringSubmatch(cells[3], -1) {
				if strings.HasPrefix(found[1], "Test") && !tests[found[1]] {
					t.Errorf("%s names the test %s, which does not exist", page, found[1])
				}
			}
			for _, found := range quotedWord.FindAllStringSubmatch(cells[2], -1) {
				first, _ := utf8.DecodeRuneInString(found[1])
				if named[found[1]] = true; unicode.IsLower(first) && strings.ToLower(found[1]) != found[1] && !operations[found[1]] && found[1] != "applicationEvent" {
					t.Errorf("%s names the operation %s, which does not exist", page, found[1])
				}
			}
		}
	}
	for _, api := range []*contract.API{portalDocument(), oauthDocument()} {
		for _, op := range api.Operations {
			if !named[op.ID] {
				t.Errorf("no row is about %s", op.ID)
			}
		}
	}
}

// testsThatThereAre gives the names of all tests of the project.
func testsThatThereAre(t *testing.T) map[string]bool {
	t.Helper()
	tests := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && e.Name() == "node_modules":
			return filepath.SkipDir
		case e.IsDir() || !strings.HasSuffix(path, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(path)
		for _, found := range testOf.FindAllStringSubmatch(string(text), -1) {
			tests[found[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tests
}
