package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestPipelines runs the command lines of testdata/ci. Each script begins with the shop of testdata/ci/shop and a copy
// of its document in the folder base; files of the script come first, and so plant what is wrong.
func TestPipelines(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/ci",
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: true,
		Cmds:                map[string]func(ts *testscript.TestScript, neg bool, args []string){"status": status, "untimed": untimed, "edit": edit, "annotated": annotated},
		Setup: func(e *testscript.Env) error {
			if err := asReleased(e); err != nil {
				return err
			}
			e.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			e.Setenv("GITHUB_ACTIONS", "")
			for _, name := range []string{"AUTHOR", "COMMITTER"} {
				e.Setenv("GIT_"+name+"_NAME", "Shop")
				e.Setenv("GIT_"+name+"_EMAIL", "shop@example.com")
			}
			if err := copyMissing(e.WorkDir, "testdata/ci/shop"); err != nil {
				return err
			}
			return copyFile(filepath.Join(e.WorkDir, "base", "shop.yaml"), "testdata/ci/shop/shop.yaml")
		},
	})
}

// copyMissing copies the files below a folder that are not there yet.
func copyMissing(to, from string) error {
	return filepath.WalkDir(from, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(from, file)
		if err != nil {
			return err
		}
		if _, err := os.Stat(filepath.Join(to, name)); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return copyFile(filepath.Join(to, name), file)
	})
}

func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

var times = regexp.MustCompile(`[ 0-9][0-9]\.[0-9]s  `)

// untimed writes what a command wrote to standard output into a file, with times of zero: untimed file.
func untimed(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: untimed file")
	}
	text := times.ReplaceAllString(ts.ReadFile("stdout"), " 0.0s  ")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// edit replaces a text, which must be there once, in a file, where \n stands for the end of a line: edit file old new.
func edit(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: edit file old new")
	}
	text, old, replacement := ts.ReadFile(args[0]), strings.ReplaceAll(args[1], `\n`, "\n"), strings.ReplaceAll(args[2], `\n`, "\n")
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%s has %q %d times", args[0], old, n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, replacement, 1)), 0o644))
}

// annotated holds that the lines that SARIF names in a file hold a text: annotated sarif file text...
func annotated(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: annotated sarif file text...")
	}
	var log struct {
		Runs []struct {
			Results []struct {
				Locations []struct {
					Physical struct {
						Artifact struct{ URI string } `json:"artifactLocation"`
						Region   struct{ StartLine int }
					} `json:"physicalLocation"`
				}
			}
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &log))
	lines := strings.Split(ts.ReadFile(args[1]), "\n")
	var named []string
	for _, result := range log.Runs[0].Results {
		if at := result.Locations[0].Physical; at.Artifact.URI == args[1] {
			named = append(named, lines[at.Region.StartLine-1])
		}
	}
	for _, text := range args[2:] {
		if !slices.ContainsFunc(named, func(line string) bool { return strings.Contains(line, text) }) {
			ts.Fatalf("no result is on a line with %q, but on %q", text, named)
		}
	}
}
