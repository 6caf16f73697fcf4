package main

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/doclint"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/openapi"
)

func lintCommand() *cobra.Command {
	var format string
	var strict, allowRefs bool
	c := &cobra.Command{
		Use:   "lint [DOCUMENT...]",
		Short: "Check how the documents are written",
		Long: `Lint holds OpenAPI documents against rules about how they are written: what keeps generators from making
good clients is an error, what makes an API harder to use is a warning. Without DOCUMENT it looks at the
documents that the program carries. What keeps a document from being served is reported, too.

An object of a document makes an exception for itself and all below it, with its reason:

  x-lint: {path-style: The partners' paths are older than the rule.}

The exit status is 0 when all is fine (there may be warnings, unless --strict is given), 1 when there are
errors, 2 when the documents could not be read.`,
		Example: `  sandbank lint
  sandbank lint shop.yaml
  sandbank lint --strict --format json shop.yaml stock.yaml`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			linted, err := lintDocuments(args, allowRefs)
			if err != nil {
				return err
			}
			found := linted.findings
			if strict {
				found = asErrors(found)
			}
			if format == "json" {
				err = writeJSON(c.OutOrStdout(), checkReport{Errors: found.Errors(), Warnings: len(found) - found.Errors(), Findings: found})
			} else {
				err = writeLintText(c.OutOrStdout(), linted, found)
			}
			if err != nil {
				return err
			}
			if found.Errors() > 0 {
				return errFindings
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVar(&format, "format", "text", "how to write the findings: text or json")
	flags.BoolVar(&strict, "strict", false, "count warnings as errors")
	flags.BoolVar(&allowRefs, "allow-refs", false, "let references of a document lead outside its folder")
	return c
}

func writeLintText(w io.Writer, l *linted, found finding.List) error {
	if err := writeFindings(w, found); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "%s: %s\n", l.counts(), verdict(found))
	return err
}

// asErrors makes warnings errors.
func asErrors(list finding.List) finding.List {
	list = slices.Clone(list)
	for i := range list {
		list[i].Severity = finding.Error
	}
	return list
}

// linted is what came of looking at documents.
type linted struct {
	documents, operations int
	findings              finding.List
	// loading are the findings of loading the documents, which whoever loads them again finds again.
	loading finding.List
}

func (l *linted) counts() string {
	return count(l.documents, "document") + ", " + count(l.operations, "operation")
}

// lintDocuments looks at documents of files, or at those that the program carries. Findings name files as they are
// reached from here.
func lintDocuments(files []string, allowRefs bool) (*linted, error) {
	if len(files) == 0 {
		return lintCarried()
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	l := &linted{}
	var written []*contract.Document
	reached := (&documents{here: here}).reached
	for _, file := range files {
		if f, no := noDocument(file); no {
			l.loading = append(l.loading, f)
			continue
		}
		full, err := filepath.Abs(file)
		if err != nil {
			return nil, fmt.Errorf("find %s: %w", file, err)
		}
		fsys := machine{opened: newFileSet()}
		var options []contract.Option
		if !allowRefs {
			fsys.folder = filepath.Dir(full)
			options = append(options, contract.BelowFolder(toName(fsys.folder)))
		}
		if d := l.load(fsys, toName(full), reached, options...); d != nil {
			written = append(written, d)
		}
	}
	l.judge(written, reached)
	return l, nil
}

func lintCarried() (*linted, error) {
	names, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list the documents: %w", err)
	}
	l := &linted{}
	var written []*contract.Document
	reached := func(file string) string { return path.Join("openapi", file) }
	for _, name := range names {
		if name == sharedDocument {
			continue
		}
		if d := l.load(openapi.Documents, name, reached); d != nil {
			written = append(written, d)
		}
	}
	l.judge(written, reached)
	return l, nil
}

// load loads a document and reads it as it is written; nil when it cannot be.
func (l *linted) load(fsys fs.FS, name string, reached func(string) string, options ...contract.Option) *contract.Document {
	l.documents++
	api, found := contract.Load(fsys, name, options...)
	l.loading = append(l.loading, located(hinted(found), reached)...)
	if api != nil {
		l.operations += len(api.Operations)
	}
	document, _ := contract.ReadDocument(fsys, name, options...) // what it finds, loading has found
	return document
}

// judge gathers all that is found.
func (l *linted) judge(written []*contract.Document, reached func(string) string) {
	l.findings = slices.DeleteFunc(slices.Clone(l.loading), func(f finding.Finding) bool {
		return f.Code == "derived-operation-id" // which the rules tell of each operation
	})
	l.findings = append(l.findings, located(doclint.Lint(written...), reached)...)
	l.findings.Sort()
}
