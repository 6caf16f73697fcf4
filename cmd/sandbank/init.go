package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing/fstest"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/starter"
	"github.com/sandbank/sandbank/internal/trial"
)

// initSeed is where the values of a first scenario come from: the same document gives the same files.
const initSeed = 1

func initCommand() *cobra.Command {
	var dir string
	var allowRefs bool
	c := &cobra.Command{
		Use:   "init DOCUMENT",
		Short: "Write a first scenario, with its test, for a document",
		Long: `Init writes a scenario for a file of OpenAPI 3.0 or 3.1, as a beginning: one rule for each operation that
answers what the document shows, or a value made from its schema and written out to be changed, and rules
that answer an error to one value of a request. Beside it stands a test with a case for each rule. Both are
checked and run before they are written. What cannot be answered in that way is left to the document.

The files are first.yaml and first_test.yaml in the folder of the API below --dir. Nothing is overwritten.`,
		Example: `  sandbank init shop.yaml
  sandbank init shop.yaml --dir ./scenarios
  sandbank test ./scenarios --document shop.yaml`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			l, err := loadDocuments(args, allowRefs, "")
			if err != nil {
				return err
			}
			if l.program == nil {
				if err := l.findings.WriteText(c.ErrOrStderr()); err != nil {
					return err
				}
				return errFindings
			}
			return writeFirst(c.Context(), c.OutOrStdout(), l, args[0], dir)
		},
	}
	c.Flags().StringVar(&dir, "dir", "scenarios", "the scenario folder")
	c.Flags().BoolVar(&allowRefs, "allow-refs", false, "let references of the document lead outside its folder")
	return c
}

// writeFirst drafts, checks and writes the files, and tells what to do with them.
func writeFirst(ctx context.Context, out io.Writer, l *loaded, document, dir string) error {
	api := l.documents[0]
	folder := filepath.Join(dir, api.Name)
	if err := isFree(folder); err != nil {
		return err
	}
	draft := starter.New(api, initSeed)
	scenario, test, err := proven(ctx, l, api, draft)
	if err != nil {
		return err
	}
	rules, cases := draft.Rules()
	if rules == 0 {
		return fmt.Errorf("nothing is written: no answer could be made for an operation of %s", document)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	for _, file := range []struct {
		name, what string
		text       []byte
	}{{starter.ScenarioFile, count(rules, "rule"), scenario}, {starter.TestFile, count(cases, "case"), test}} {
		full := filepath.Join(folder, file.name)
		if cases == 0 && file.name == starter.TestFile {
			continue
		}
		if err := writeNew(full, file.text); err != nil {
			return err
		}
		fmt.Fprintf(out, "wrote %s: %s\n", filepath.ToSlash(full), file.what)
	}
	if left := draft.Unanswered(); len(left) > 0 {
		fmt.Fprintf(out, "left to the document: %s\n", strings.Join(left, ", "))
	}
	document, dir = shellWord(document), shellWord(filepath.ToSlash(filepath.Clean(dir)))
	_, err = fmt.Fprintf(out, "\nNow try\n  sandbank test %s --document %s\n  sandbank mock %s --scenarios %s\n", dir, document, document, dir)
	return err
}

// shellWord writes an argument as a POSIX shell takes it for one word: in single quotes unless it is plain.
func shellWord(s string) string {
	special := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_./:@%+=,", r)
	}
	if s != "" && strings.IndexFunc(s, special) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// isFree refuses a folder that holds scenarios already.
func isFree(folder string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the scenario folder: %w", err)
	}
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext == ".yaml" || ext == ".yml" {
			return fmt.Errorf("%s holds scenarios already, such as %s; init writes the first ones only", filepath.ToSlash(folder), e.Name())
		}
	}
	return nil
}

// writeNew writes a file that does not exist yet.
func writeNew(file string, text []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists already; nothing is overwritten", filepath.ToSlash(file))
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", filepath.ToSlash(file), err)
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// maxProofs bounds how often a draft is held against the checks: each time something of it gives way.
const maxProofs = 40

// proven gives the files of a draft once they pass the checks and their own cases. What does not is taken out of it.
func proven(ctx context.Context, l *loaded, api *contract.API, draft *starter.Draft) (scenario, test []byte, err error) {
	for range maxProofs {
		if scenario, err = draft.Scenario(); err != nil {
			return nil, nil, err
		}
		if test, err = draft.Test(); err != nil {
			return nil, nil, err
		}
		good, err := prove(ctx, l, api, draft, scenario, test)
		if good || err != nil {
			return scenario, test, err
		}
	}
	return nil, nil, errors.New("no first scenario was found that passes the checks")
}

// prove holds the files against the checks and runs the cases. What is not good is blamed on the draft.
func prove(ctx context.Context, l *loaded, api *contract.API, draft *starter.Draft, scenario, test []byte) (good bool, err error) {
	files := fstest.MapFS{
		path.Join(api.Name, starter.ScenarioFile): &fstest.MapFile{Data: scenario},
		path.Join(api.Name, starter.TestFile):     &fstest.MapFile{Data: test},
	}
	program, found := engine.Load(files, l.everyAPI())
	if program == nil {
		return false, blame(draft, found)
	}
	rules, cases := draft.Rules()
	if rules == 0 || cases == 0 {
		return true, nil
	}
	plan, found := trial.Load(files, l.everyAPI(), program)
	if plan == nil {
		return false, blame(draft, found)
	}
	proof := *l
	proof.program = program
	target, _, err := (&testFlags{}).target(&proof)
	if err != nil {
		return false, err
	}
	report, err := plan.Run(ctx, trial.Options{Target: target, Clock: time.Now, Count: 1, Seed: initSeed})
	if err != nil {
		return false, err
	}
	good = true
	for _, r := range report.Results {
		if r.Outcome != trial.Passed {
			good = false
			if !draft.BlameCase(r.Case) {
				return false, fmt.Errorf("the case %q of the first test fails", r.Case)
			}
		}
	}
	return good, nil
}

// blame tells the draft of findings. A finding that belongs to none of its rules cannot be helped.
func blame(draft *starter.Draft, found finding.List) error {
	for _, f := range found {
		if f.Severity != finding.Error {
			continue
		}
		if !draft.Blame(path.Base(f.File), f.Line) {
			return fmt.Errorf("the first scenario cannot be loaded: %w", f)
		}
	}
	return nil
}
