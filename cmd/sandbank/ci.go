package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/report"
)

func ciCommand() *cobra.Command {
	f := &ciFlags{}
	c := &cobra.Command{
		Use:   "ci [DIR]",
		Short: "Run every check of a pipeline, and write one report",
		Long: `Ci runs what a pipeline has to run before a change is let in. DIR holds the scenarios with their tests;
without DIR the scenarios, tests and documents are those that the program carries. The steps are:

  lint                how the documents are written
  check               the scenarios against the documents, and a second reader's opinion of these
  test                the tests of the scenarios, with their coverage
  contracts check     the consumers' pacts against the documents and the provider states
  contracts coverage  how much of the documents the pacts touch; it says so, and finds nothing
  contracts diff      what changed in the documents since the base, and which pacts that breaks
  release             whether the documents' versions and their changelog say so

Every step runs, also after one that failed. The findings come first, then one table of the steps.
On GitHub Actions every finding is an annotation of its line as well.

The exit status is 0 when every step passes or has nothing to do, 1 when there are errors, 2 when a step
could not run.`,
		Example: `  sandbank ci
  sandbank ci ./scenarios --coverage-min 95 --base v1.4.0
  sandbank ci ./scenarios --document shop.yaml --pacts ./pacts
  sandbank ci ./scenarios --junit junit.xml --sarif sandbank.sarif`,
		Args: cobra.MaximumNArgs(1),
		RunE: f.run,
	}
	f.source.registerDocuments(c)
	flags := c.Flags()
	flags.StringArrayVar(&f.pactPaths, "pacts", nil, "a pact file, or a folder of them; repeatable; none for no pacts (default: "+defaultPacts+", where it exists)")
	flags.StringArrayVar(&f.providers, "provider", nil, "look at the pacts of this provider only; repeatable")
	flags.StringVar(&f.base, "base", "", "what the documents are compared with: a git revision, a folder or a file (default: the commit where this branch left the default branch of origin, or the one before the last)")
	flags.StringVar(&f.changelog, "changelog", "", "the changelog of the documents; none for no changelog (default: CHANGELOG.md beside them, where it exists)")
	flags.IntVar(&f.coverageMin, "coverage-min", 0, "fail when the tests touch less than this share of rules and conditions, in per cent")
	flags.Uint64Var(&f.seed, "seed", 0, "where chance in the tests comes from, to repeat a run (default: a new one)")
	flags.BoolVar(&f.strict, "strict", false, "count warnings as errors")
	flags.StringVar(&f.format, "format", "text", "how to write the report: text or json")
	flags.StringVar(&f.junit, "junit", "", "also write the report to this file, as JUnit's XML")
	flags.StringVar(&f.sarif, "sarif", "", "also write the findings to this file, as SARIF 2.1.0")
	flags.BoolVar(&f.github, "github", false, "annotate the findings for GitHub (default: on GitHub Actions)")
	return c
}

// ciFlags are the flags of ci.
type ciFlags struct {
	source       sourceFlags
	pactPaths    []string
	providers    []string
	base         string
	changelog    string
	coverageMin  int
	seed         uint64
	strict       bool
	format       string
	junit, sarif string
	github       bool
}

// check refuses flags that cannot be followed, and sets what depends on the machine.
func (f *ciFlags) check(c *cobra.Command) error {
	if err := oneOf("format", f.format, "text", "json"); err != nil {
		return err
	}
	if f.coverageMin < 0 || f.coverageMin > 100 {
		return fmt.Errorf("--coverage-min is %d; it is a share in per cent", f.coverageMin)
	}
	if err := f.checkNone(); err != nil {
		return err
	}
	if f.junit != "" && f.junit == f.sarif {
		return errors.New("--junit and --sarif name the same file")
	}
	if !c.Flags().Changed("seed") {
		f.seed = rand.Uint64N(1_000_000_000)
	}
	if !c.Flags().Changed("github") {
		f.github = os.Getenv("GITHUB_ACTIONS") == "true"
	}
	return nil
}

func (f *ciFlags) run(c *cobra.Command, args []string) (err error) {
	if err := f.check(c); err != nil {
		return err
	}
	if len(args) == 1 {
		f.source.scenarios = args[0]
	}
	l, err := f.source.load()
	if err != nil {
		return err
	}
	p := &pipeline{ciFlags: f, loaded: l, report: &report.Report{Program: "sandbank", Version: programVersion(), Rules: describedRules(), Exists: isThere}}
	outputs := []*outputFile{
		{flag: "--junit", path: f.junit, write: p.report.WriteJUnit},
		{flag: "--sarif", path: f.sarif, write: p.report.WriteSARIF},
	}
	for _, o := range outputs { // before the steps: what cannot be written is told at once
		if err := o.open(); err != nil {
			return err
		}
		defer o.discard()
	}
	p.run(c.Context())
	for _, o := range outputs {
		if err := o.commit(); err != nil {
			return err
		}
	}
	if err := f.print(c, p.report); err != nil {
		return err
	}
	switch {
	case p.report.Count(report.Broken) > 0:
		return fmt.Errorf("%s could not run", count(p.report.Count(report.Broken), "step"))
	case p.report.Count(report.Failed) > 0:
		return errFindings
	}
	return nil
}

// print writes the report to the terminal, or for whoever reads it there.
func (f *ciFlags) print(c *cobra.Command, r *report.Report) error {
	out, annotations := c.OutOrStdout(), c.OutOrStdout()
	write := r.WriteText
	if f.format == "json" {
		write, annotations = r.WriteJSON, c.ErrOrStderr() // GitHub reads both
	}
	if f.github {
		if err := r.WriteGitHub(annotations); err != nil {
			return err
		}
	}
	return write(out)
}

// isThere tells whether there is a file of a name, as it is reached from the working directory.
func isThere(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
