package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/trial"
	"github.com/sandbank/sandbank/scenarios"
	"github.com/sandbank/sandbank/server"
)

func testCommand() *cobra.Command {
	f := &testFlags{}
	c := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Run the tests of the scenarios",
		Long: `Test runs the cases of the files in DIR whose names end in _test.yaml, against the scenarios of DIR. Without
DIR it runs the tests that the program carries. Cases run in this process through the same handlers that
serve, each with sandboxes, a clock and a seed of its own; delays let no time pass. Every answer is also
held against its document.

With --against, cases run on a deployment instead, which is steered through its control API. What cannot be
run there is listed and counts as a failure unless --allow-skip is given.

The exit status is 0 when every case passes, 1 when one fails, when there are findings, when nothing is run,
or when the coverage is too small, and 2 when the tests could not run.`,
		Example: `  sandbank test
  sandbank test ./scenarios --run 'deposits/login'
  sandbank test ./scenarios --coverage-min 95
  sandbank test ./scenarios --shuffle --count 10 --seed 7
  sandbank test ./scenarios --document shop.yaml
  sandbank test ./scenarios --against http://127.0.0.1:8080 --format junit`,
		Args: cobra.MaximumNArgs(1),
		RunE: f.run,
	}
	flags := c.Flags()
	flags.StringVar(&f.scenarios, "scenarios", "", "the scenario folder, where it is not DIR")
	flags.StringArrayVar(&f.documents, "document", nil, "an OpenAPI document to test instead of the APIs in the program; repeatable")
	flags.BoolVar(&f.allowRefs, "allow-refs", false, "let references of a document lead outside its folder")
	flags.StringVar(&f.match, "run", "", "run the cases whose api/test/case matches this pattern")
	flags.IntVar(&f.count, "count", 1, "how often each case runs")
	flags.BoolVar(&f.shuffle, "shuffle", false, "run the cases in an order made from the seed")
	flags.Uint64Var(&f.seed, "seed", 0, "where chance and the order come from, to repeat a run (default: a new one)")
	flags.StringVar(&f.format, "format", "text", "how to write the results: text, json or junit")
	flags.BoolVar(&f.coverage, "coverage", false, "tell what of the scenarios and documents no case has touched")
	flags.IntVar(&f.coverageMin, "coverage-min", 0, "fail when less than this share of rules and conditions is touched, in per cent")
	flags.StringVar(&f.against, "against", "", "run on the deployment at this URL")
	flags.BoolVar(&f.allowSkip, "allow-skip", false, "with --against: cases that cannot be run there are no failure")
	return c
}

// testFlags are the flags of test.
type testFlags struct {
	scenarios   string
	documents   []string
	allowRefs   bool
	match       string
	count       int
	shuffle     bool
	seed        uint64
	format      string
	coverage    bool
	coverageMin int
	against     string
	allowSkip   bool

	pattern *regexp.Regexp
}

// check refuses flags that cannot be followed.
func (f *testFlags) check(c *cobra.Command) (err error) {
	if err := oneOf("format", f.format, "text", "json", "junit"); err != nil {
		return err
	}
	if f.count < 1 || f.count > 100_000 {
		return fmt.Errorf("--count is %d; it can be 1 to 100000", f.count)
	}
	if f.coverageMin < 0 || f.coverageMin > 100 {
		return fmt.Errorf("--coverage-min is %d; it is a share in per cent", f.coverageMin)
	}
	f.coverage = f.coverage || f.coverageMin > 0
	if f.coverage && f.against != "" {
		return errors.New("coverage is measured in this process; leave out --against or --coverage")
	}
	if f.match != "" {
		if f.pattern, err = regexp.Compile(f.match); err != nil {
			return fmt.Errorf("--run is %q: %w", f.match, err)
		}
	}
	if !c.Flags().Changed("seed") {
		f.seed = rand.Uint64N(1_000_000_000)
	}
	return nil
}

func (f *testFlags) run(c *cobra.Command, args []string) error {
	if err := f.check(c); err != nil {
		return err
	}
	dir := ""
	if len(args) == 1 {
		dir = args[0]
	}
	l, err := f.load(dir)
	if err != nil {
		return err
	}
	if l.program == nil {
		return f.findings(c, l.findings)
	}
	files, name, done, err := testFiles(dir)
	if err != nil {
		return err
	}
	plan, found := trial.Load(files, l.everyAPI(), l.program)
	if err := done(); err != nil {
		return fmt.Errorf("close the folder of tests: %w", err)
	}
	reached := func(file string) string { return path.Join(name, file) }
	if plan == nil {
		return f.findings(c, located(found, reached))
	}
	if plan.Cases() == 0 {
		return f.findings(c, finding.List{{Code: "no-tests", Place: finding.Place{File: name},
			Message: "no test was found", Hint: "tests are files whose names end in _test.yaml, beside the scenarios"}})
	}
	return f.cases(c, l, plan, reached)
}

// load loads documents and scenarios: those that are named, or those that the program carries.
func (f *testFlags) load(dir string) (*loaded, error) {
	if f.scenarios != "" {
		dir = f.scenarios
	}
	if len(f.documents) > 0 {
		return loadDocuments(f.documents, f.allowRefs, dir)
	}
	return load(dir)
}

// testFiles opens the folder of tests: a folder, or that of the scenarios in the program.
func testFiles(dir string) (files fs.FS, name string, done func() error, err error) {
	if dir == "" {
		return scenarios.FS, "scenarios", func() error { return nil }, nil
	}
	root, err := openFolder(dir)
	if err != nil {
		return nil, "", nil, err
	}
	return root.FS(), filepath.ToSlash(filepath.Clean(dir)), root.Close, nil
}

// findings writes what keeps the tests from running.
func (f *testFlags) findings(c *cobra.Command, list finding.List) error {
	var err error
	switch f.format {
	case "json":
		err = writeJSON(c.OutOrStdout(), checkReport{Errors: list.Errors(), Warnings: len(list) - list.Errors(), Findings: list})
	case "junit":
		err = list.WriteText(c.ErrOrStderr())
	default:
		err = list.WriteText(c.OutOrStdout())
	}
	if err != nil {
		return err
	}
	return errFindings
}

// cases runs the cases and writes the report.
func (f *testFlags) cases(c *cobra.Command, l *loaded, plan *trial.Plan, reached func(string) string) error {
	target, seen, err := f.target(l)
	if err != nil {
		return err
	}
	report, err := plan.Run(c.Context(), trial.Options{
		Target: target, Clock: time.Now, Match: f.pattern, Count: f.count, Shuffle: f.shuffle, Seed: f.seed,
	})
	if err != nil {
		return err
	}
	if report.Chosen == 0 {
		return f.findings(c, finding.List{{Code: "nothing-chosen", Place: finding.Place{File: "--run " + f.match},
			Message: fmt.Sprintf("none of the %s matches", count(report.Of, "case")), Hint: "a case is called api/test/name; the first here: " + plan.Names()[0]}})
	}
	report.Located(reached)
	var covered *trial.Coverage
	if f.coverage {
		covered = trial.NewCoverage(seen, report.Pairs, tested(l.everyAPI()))
		covered.Located(reached, func(file string) string { return documentFile(l, file) })
	}
	switch f.format {
	case "json":
		err = report.WriteJSON(c.OutOrStdout(), covered)
	case "junit":
		err = report.WriteJUnit(c.OutOrStdout())
	default:
		err = report.WriteText(c.OutOrStdout(), covered)
	}
	if err != nil {
		return err
	}
	return f.verdict(c, report, covered)
}

// verdict tells whether the run was good.
func (f *testFlags) verdict(c *cobra.Command, report *trial.Report, covered *trial.Coverage) error {
	bad := report.Count(trial.Failed) > 0 || report.Count(trial.NotRun) > 0 && !f.allowSkip
	if covered != nil && covered.Total().Percent() < f.coverageMin*100 {
		bad = true
		fmt.Fprintf(c.ErrOrStderr(), "the coverage is %s, less than %d%%\n", covered.Total(), f.coverageMin)
	}
	if bad {
		return errFindings
	}
	return nil
}

// tested leaves out the API that steers the sandbox, which scenarios do not answer.
func tested(apis []*contract.API) []*contract.API {
	return slices.DeleteFunc(slices.Clone(apis), func(a *contract.API) bool { return a.Name+".yaml" == controlDocument })
}

// documentFile names a document's file as it is reached from here.
func documentFile(l *loaded, file string) string {
	if len(l.documents) == 0 {
		return path.Join("openapi", file)
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return file
	}
	return (&documents{here: here}).reached(file)
}

// target is where the cases run, and the coverage of what they use there.
func (f *testFlags) target(l *loaded) (trial.Target, *engine.Coverage, error) {
	if f.against != "" {
		target, err := trial.NewDeployment(f.against, fmt.Sprintf("%x", rand.Uint64()), time.Now, time.Minute)
		return target, nil, err
	}
	keys, err := token.NewKeys()
	if err != nil {
		return nil, nil, err
	}
	process := &trial.Process{
		Program: l.program,
		Serve: func(e trial.Environment) (http.Handler, error) {
			s, err := server.New(server.Options{
				APIs: l.apis, Documents: l.documents, Program: l.program, Keys: keys, Clock: e.Clock, Sandboxes: e.Sandboxes,
				Callbacks: sender(e.Send), Logger: slog.New(slog.DiscardHandler), Version: programVersion(),
				Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
			})
			if err != nil {
				return nil, err
			}
			return s.Handler(), nil
		},
		Services: func(origin string) expression.Services { return &token.Site{Keys: keys, Base: origin} },
	}
	if f.coverage {
		process.Coverage = l.program.NewCoverage()
	}
	return process, process.Coverage, nil
}

// sender is a function that takes callbacks.
type sender func(sandboxKey string, c engine.Callback)

// Send takes a callback.
func (s sender) Send(_ context.Context, sandboxKey string, c engine.Callback) { s(sandboxKey, c) }
