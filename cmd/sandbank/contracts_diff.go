package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/release"
)

func contractsDiffCommand() *cobra.Command {
	f := &diffFlags{}
	c := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "Tell what changed between two versions of the documents, and whom it breaks",
		Long: `Diff compares two versions of a document, or of all documents in two folders, which are paired by their file
names. It ranks every change, names the interactions of known consumers that a breaking one breaks, and tells
which version the new document must carry.

OLD and NEW are each a document, a folder of documents, or a git revision: v1.4.0, HEAD~1, origin/main. A
revision may be followed by a colon and a path from the root of the repository (origin/main:openapi); without
one it is the path where the other side is. A file or folder of that name comes before a revision. NEW is the
folder openapi of the working directory unless it is given, with the edits that are not committed.

With --fail-on breaking every breaking change is an error, with used only one that breaks an interaction of a
known consumer, and a version that does not fit is one with both.

The exit status is 0 when there is no error, 1 when there is one, and 2 when the versions could not be
compared.`,
		Example: `  sandbank contracts diff origin/main
  sandbank contracts diff v1.4.0 v1.5.0
  sandbank contracts diff old/shop.yaml shop.yaml --pacts pacts
  sandbank contracts diff HEAD~1:api api --fail-on used --format markdown`,
		Args: cobra.RangeArgs(1, 2),
		RunE: f.run,
	}
	flags := c.Flags()
	flags.StringArrayVar(&f.pacts, "pacts", nil, "a pact file, or a folder of them; repeatable (default: "+defaultPacts+", where it exists)")
	flags.BoolVar(&f.allowRefs, "allow-refs", false, "let references of a document lead outside its folder")
	flags.StringVar(&f.format, "format", "text", "how to write the changes: text, json or markdown")
	flags.StringVar(&f.failOn, "fail-on", "breaking", "which breaking changes are errors: breaking for all, used for those that break a known consumer, or none")
	return c
}

// diffFlags are the flags of contracts diff.
type diffFlags struct {
	pacts          []string
	format, failOn string
	allowRefs      bool
}

var policies = map[string]release.Policy{"breaking": release.FailBreaking, "used": release.FailUsed, "none": release.FailNone}

func (f *diffFlags) run(c *cobra.Command, args []string) error {
	if err := errors.Join(oneOf("format", f.format, "text", "json", "markdown"), oneOf("fail-on", f.failOn, "breaking", "used", "none")); err != nil {
		return err
	}
	pacts, found := readKnownPacts(f.pacts)
	if found.Errors() > 0 {
		if err := found.WriteText(c.ErrOrStderr()); err != nil {
			return err
		}
		return errors.New("the pacts have errors")
	}
	newName := documentFolder
	if len(args) == 2 {
		newName = args[1]
	}
	comparisons, wrong, err := compareNamed(c.Context(), args[0], newName, f.allowRefs, pacts)
	if err != nil {
		return err
	}
	report := &diffReport{comparisons: comparisons, unread: wrong, findings: wrong}
	for _, each := range comparisons {
		report.findings = append(report.findings, each.Judge(policies[f.failOn])...)
	}
	if err := report.write(c.OutOrStdout(), f.format); err != nil {
		return err
	}
	if report.findings.Errors() > 0 {
		return errFindings
	}
	return nil
}

// readKnownPacts reads the pacts that are named, or those of the default folder where it exists.
func readKnownPacts(named []string) ([]*pact.File, finding.List) {
	if _, err := os.Stat(defaultPacts); len(named) == 0 && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return readPacts(named)
}

// compareNamed compares what two names stand for.
func compareNamed(ctx context.Context, oldName, newName string, allowRefs bool, pacts []*pact.File) (comparisons []*release.Comparison, found finding.List, err error) {
	old, err := openBeside(ctx, oldName, newName, allowRefs)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, old.close()) }()
	now, err := openBeside(ctx, newName, oldName, allowRefs)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, now.close()) }()
	return compareSides(old, now, pacts)
}

// openBeside opens one side of a comparison. A revision without a path has that of the other side.
func openBeside(ctx context.Context, name, other string, allowRefs bool) (*side, error) {
	if _, err := os.Stat(other); err == nil {
		return openSide(ctx, name, other, allowRefs)
	}
	_, err := os.Stat(name)
	if _, path, given := strings.Cut(other, ":"); given && err != nil && !strings.Contains(name, ":") {
		name += ":" + path
	}
	return openSide(ctx, name, documentFolder, allowRefs)
}

// diffReport is what contracts diff tells.
type diffReport struct {
	comparisons []*release.Comparison
	unread      finding.List // why documents could not be loaded
	findings    finding.List // these and what was found out
}

func (r *diffReport) write(w io.Writer, format string) error {
	switch format {
	case "json":
		return writeJSON(w, r.json())
	case "markdown":
		return r.writeMarkdown(w)
	}
	return r.writeText(w)
}

func (r *diffReport) writeText(w io.Writer) error {
	if err := r.findings.WriteText(w); err != nil {
		return err
	}
	var b strings.Builder
	if len(r.findings) > 0 {
		b.WriteByte('\n')
	}
	for _, c := range r.comparisons {
		fmt.Fprintf(&b, "%s %s: %s\n", c.API, c.Versions(), changed(c))
		for _, e := range c.Edits() {
			if e.Level == release.Info {
				fmt.Fprintf(&b, "  %s\n", e.Sentence())
			}
		}
		if names := c.Described(func(name string) string { return name }); len(names) > 0 {
			fmt.Fprintf(&b, "  other texts: %s\n", strings.Join(names, ", "))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// changed counts the edits by what they do: "1 breaking change, 2 compatible changes, which demands 2.0.0".
func changed(c *release.Comparison) string {
	counts := map[release.Level]int{}
	for _, e := range c.Edits() {
		counts[e.Level]++
	}
	var words []string
	for _, kind := range []struct {
		level release.Level
		word  string
	}{{release.Breaking, "breaking change"}, {release.Warning, "perhaps breaking change"}, {release.Info, "compatible change"}} {
		if n := counts[kind.level]; n > 0 {
			words = append(words, count(n, kind.word))
		}
	}
	switch bump := c.Bump(); {
	case c.Old == nil || c.New == nil:
		return strings.Join(words, ", ")
	case bump == release.None:
		return "nothing changed"
	case bump == release.Patch:
		words = []string{"only texts changed"}
	}
	if next := c.Next(); next != "" {
		words = append(words, "which demands version "+next)
	}
	return strings.Join(words, ", ")
}

func (r *diffReport) writeMarkdown(w io.Writer) error {
	var parts []string
	if len(r.unread) > 0 {
		parts = append(parts, "## Documents that could not be read\n")
		for _, f := range r.unread {
			parts = append(parts, fmt.Sprintf("- %s: %s\n", f.Place, f.Message))
		}
	}
	for _, c := range r.comparisons {
		parts = append(parts, c.Markdown())
	}
	_, err := io.WriteString(w, strings.Join(parts, "\n"))
	return err
}

// The report in JSON.
type (
	diffJSON struct {
		Errors    int            `json:"errors"`
		Warnings  int            `json:"warnings"`
		Documents []documentJSON `json:"documents"`
		Findings  finding.List   `json:"findings"`
	}
	documentJSON struct {
		API string `json:"api"`
		// Old and New are versions; "" for a document that was added, or removed.
		Old  string       `json:"old,omitempty"`
		New  string       `json:"new,omitempty"`
		Bump release.Bump `json:"bump"`
		// Next is the lowest version that fits the changes.
		Next    string     `json:"next,omitempty"`
		Changes []editJSON `json:"changes"`
		// Texts names what has other descriptions or examples.
		Texts []string `json:"texts,omitempty"`
	}
	editJSON struct {
		release.Edit
		Breaks []release.Broken `json:"breaks"`
	}
)

func (r *diffReport) json() diffJSON {
	out := diffJSON{Errors: r.findings.Errors(), Findings: r.findings, Documents: []documentJSON{}}
	out.Warnings = len(r.findings) - out.Errors
	for _, c := range r.comparisons {
		d := documentJSON{API: c.API, Bump: c.Bump(), Next: c.Next(), Changes: []editJSON{}, Texts: c.Described(func(name string) string { return name })}
		if c.Old != nil {
			d.Old = c.Old.Version
		}
		if c.New != nil {
			d.New = c.New.Version
		}
		for _, e := range c.Edits() {
			d.Changes = append(d.Changes, editJSON{e, e.Breaks()})
		}
		out.Documents = append(out.Documents, d)
	}
	return out
}
