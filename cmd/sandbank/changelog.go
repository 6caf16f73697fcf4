package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/release"
)

// changelogFile is beside the documents that it is of.
const changelogFile = "CHANGELOG.md"

func changelogCommand() *cobra.Command {
	f := &changelogFlags{}
	c := &cobra.Command{
		Use:   "changelog [DIR]",
		Short: "Keep the changelog of the documents",
		Long: `Changelog compares the documents of DIR, the folder openapi unless it is given, with those of a base, and shows
what DIR/CHANGELOG.md should say of their versions. With --write it writes that: a section for each version
that has none, and the changes anew in the sections of versions that changed. Only what stands between the
two comments of a section is written; sentences beside it stay as they are. With --check it tells what is
missing instead.

The base is a git revision, a folder or a document. Unless it is given it is the commit where this branch left
the default branch of origin, or the commit before the last one when it did not.

The exit status is 0 when all is fine, 1 when a version is missing, or does not fit what changed, and 2 when
the documents could not be compared.`,
		Example: `  sandbank changelog
  sandbank changelog --write
  sandbank changelog --check --base origin/main
  sandbank changelog api --base v1.4.0 --write --date 2026-02-01`,
		Args: cobra.MaximumNArgs(1),
		RunE: f.run,
	}
	flags := c.Flags()
	flags.StringVar(&f.base, "base", "", "what the documents are compared with: a git revision, a folder or a document")
	flags.StringArrayVar(&f.pacts, "pacts", nil, "a pact file, or a folder of them; repeatable (default: "+defaultPacts+", where it exists)")
	flags.BoolVar(&f.allowRefs, "allow-refs", false, "let references of a document lead outside its folder")
	flags.BoolVar(&f.write, "write", false, "write the changelog")
	flags.BoolVar(&f.check, "check", false, "tell what the changelog lacks, and write nothing")
	flags.StringVar(&f.date, "date", "", "the date of new sections, as 2026-02-01 (default: today)")
	c.MarkFlagsMutuallyExclusive("write", "check")
	return c
}

// changelogFlags are the flags of changelog.
type changelogFlags struct {
	base, date   string
	pacts        []string
	allowRefs    bool
	write, check bool
}

var calendarDate = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

func (f *changelogFlags) run(c *cobra.Command, args []string) error {
	if f.date == "" {
		f.date = time.Now().UTC().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, f.date); err != nil || !calendarDate.MatchString(f.date) {
		return fmt.Errorf("--date is %q; a date is written as 2026-02-01", f.date)
	}
	dir := documentFolder
	if len(args) == 1 {
		dir = args[0]
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("%s is no folder; name the folder of the documents", dir)
	}
	comparisons, found, err := f.compare(c, dir)
	if err != nil {
		return err
	}
	file := filepath.ToSlash(filepath.Join(dir, changelogFile))
	data, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read the changelog: %w", err)
	}
	log, wrong := release.ReadChangelog(data, file)
	found = append(found, wrong...)
	for _, each := range comparisons {
		found = append(found, each.Version()...) // an entry needs a version of its own
	}
	if found.Errors() == 0 && f.check {
		found = append(found, log.Check(comparisons)...)
	}
	if found.Errors() > 0 {
		if err := found.WriteText(c.OutOrStdout()); err != nil {
			return err
		}
		return errFindings
	}
	if f.check {
		_, err = fmt.Fprintf(c.OutOrStdout(), "%s lists what changed\n", file)
		return err
	}
	log.Update(comparisons, f.date)
	return f.put(c, file, data, log.Text())
}

// compare compares the documents of a folder with the base, or with nothing when there is no base.
func (f *changelogFlags) compare(c *cobra.Command, dir string) (_ []*release.Comparison, _ finding.List, err error) {
	pacts, found := readKnownPacts(f.pacts)
	if found.Errors() > 0 {
		return nil, found, nil
	}
	base := f.base
	if base == "" {
		if base, err = defaultBase(c.Context()); err != nil {
			return nil, nil, fmt.Errorf("%w\nname the documents to compare with: --base", err)
		}
	}
	now, err := openSide(c.Context(), dir, documentFolder, f.allowRefs)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, now.close()) }()
	if base == "" {
		fmt.Fprintln(c.ErrOrStderr(), "there is no commit to compare with: every document is taken for new")
		return compareSides(&side{name: "nothing"}, now, pacts)
	}
	return compareWith(c.Context(), base, dir, now, false, pacts)
}

// put writes the changelog to its file, or shows it.
func (f *changelogFlags) put(c *cobra.Command, file string, before, after []byte) error {
	if !f.write {
		_, err := c.OutOrStdout().Write(after)
		return err
	}
	if string(before) == string(after) {
		_, err := fmt.Fprintf(c.OutOrStdout(), "%s is up to date\n", file)
		return err
	}
	if err := os.WriteFile(file, after, 0o644); err != nil {
		return fmt.Errorf("write the changelog: %w", err)
	}
	_, err := fmt.Fprintf(c.OutOrStdout(), "%s is written\n", file)
	return err
}
