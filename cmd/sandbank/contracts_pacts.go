package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/agreement"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// readPacts reads the pact files that are named, and those below folders that are; where none is named, those below
// contracts/pacts.
func readPacts(paths []string) ([]*pact.File, finding.List) {
	if len(paths) == 0 {
		paths = []string{defaultPacts}
	}
	return pact.ReadAll(paths)
}

// checkPacts holds pacts against the documents that were loaded, and their provider states against the scenarios, where
// there are any. Beside the program's own documents stand those of the developer programme, which no scenario plays. Findings
// name files as they are reached from here.
func checkPacts(l *loaded, files []*pact.File) (*agreement.Report, error) {
	apis := l.asked()
	var unplayed []string
	if !l.named {
		own, err := loadPlatform()
		if err != nil {
			return nil, err
		}
		apis = slices.Concat(apis, own)
		unplayed = []string{strings.TrimSuffix(controlDocument, ".yaml")}
		for _, a := range own {
			unplayed = append(unplayed, a.Name)
		}
	}
	report := agreement.Check(files, apis, l.providerStates(), unplayed...)
	locate := func(list finding.List) {
		for i := range list {
			related := slices.Clone(list[i].Related) // findings share what is related
			for j := range related {
				related[j].File = documentFile(l, related[j].File)
			}
			list[i].Related = related
		}
	}
	locate(report.Findings)
	for _, i := range report.Interactions {
		locate(i.Findings)
	}
	return report, nil
}

// providerStates lists the provider states of the scenarios; nil when no scenarios were loaded.
func (l *loaded) providerStates() []agreement.State {
	if l.program == nil {
		return nil
	}
	if scenarios, _ := l.program.Stats(); scenarios == 0 {
		return nil
	}
	states := []agreement.State{}
	for _, s := range l.program.GivenStates() {
		states = append(states, agreement.State{Name: s.State, Params: s.Params, Required: s.Required})
	}
	return states
}

// pactFlags are those of the commands that hold pacts against documents.
type pactFlags struct {
	sourceFlags
	providers []string
	format    string
}

func (f *pactFlags) register(c *cobra.Command) {
	f.sourceFlags.register(c)
	c.Flags().StringArrayVar(&f.providers, "provider", nil, "look at the pacts of this provider only; repeatable")
	c.Flags().StringVar(&f.format, "format", "text", "how to write the result: text or json")
}

// pactCheck is a check of pacts with what it was made of.
type pactCheck struct {
	*loaded
	*agreement.Report
	// findings are those of reading and checking together.
	findings finding.List
}

// check loads the documents and scenarios, reads the pacts and holds them against each other. Errors in documents or
// scenarios are errors.
func (f *pactFlags) check(paths []string) (*pactCheck, error) {
	if err := oneOf("format", f.format, "text", "json"); err != nil {
		return nil, err
	}
	l, err := f.load()
	if err != nil {
		return nil, err
	}
	if err := l.findings.Err(); err != nil {
		return nil, fmt.Errorf("the documents or scenarios have errors; see 'sandbank check':\n%w", err)
	}
	files, found := readPacts(paths)
	files, left := f.only(files)
	report, err := checkPacts(l, files)
	if err != nil {
		return nil, err
	}
	all := slices.Concat(found, left, report.Findings)
	all.Sort()
	return &pactCheck{l, report, all}, nil
}

// only leaves out the pacts of other providers, and tells so.
func (f *pactFlags) only(files []*pact.File) (kept []*pact.File, left finding.List) {
	if len(f.providers) == 0 {
		return files, nil
	}
	var known []string
	for _, file := range files {
		if slices.Contains(f.providers, file.Provider) {
			kept = append(kept, file)
			continue
		}
		known = append(known, file.Provider)
		left = append(left, finding.Finding{Code: "other-provider", Severity: finding.Warning, Place: file.Place("/provider"),
			Message: fmt.Sprintf("the pact is for the provider %q, so it is left out", file.Provider)})
	}
	if len(kept) == 0 && len(files) > 0 {
		slices.Sort(known)
		left = append(left, finding.Finding{Code: "no-pacts", Place: finding.Place{File: files[0].Name},
			Message: fmt.Sprintf("no pact is for the provider %s; there are pacts for %s", either(f.providers), strings.Join(slices.Compact(known), ", ")),
			Hint:    finding.DidYouMean(f.providers[0], known)})
	}
	return kept, left
}

// counts says what was checked, in words.
func (p *pactCheck) counts() string {
	consumers := map[string]bool{}
	for _, f := range p.Files {
		consumers[f.Consumer] = true
	}
	refused := 0
	for _, i := range p.Interactions {
		if len(i.Refused) > 0 {
			refused++
		}
	}
	words := fmt.Sprintf("%s, %s, %s", count(len(p.Files), "pact"), count(len(consumers), "consumer"), count(len(p.Interactions), "interaction"))
	if refused > 0 {
		words += fmt.Sprintf(" (%d expected to be refused)", refused)
	}
	return words
}

// verdict counts the findings, in words.
func verdict(list finding.List) string {
	if len(list) == 0 {
		return "nothing found"
	}
	return count(list.Errors(), "error") + ", " + count(len(list)-list.Errors(), "warning")
}

// writeFindings writes the findings with an empty line behind them.
func writeFindings(w io.Writer, list finding.List) error {
	if err := list.WriteText(w); err != nil || len(list) == 0 {
		return err
	}
	_, err := fmt.Fprintln(w)
	return err
}
