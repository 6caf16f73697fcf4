package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/release"
	"github.com/sandbank/sandbank/internal/report"
)

// defaultPacts is the folder of the consumers' pacts, where it exists.
const defaultPacts = "contracts/pacts"

// contracts holds the consumers' pacts against the documents. It keeps what it read for the steps after it.
func (p *pipeline) contracts(_ context.Context, s *report.Step) error {
	if why := p.withoutPacts(); why != "" {
		s.Skipped = why
		return nil
	}
	files, found := readPacts(p.pactPaths)
	p.pacts = files
	files, left := (&pactFlags{providers: p.providers}).only(files)
	s.Findings = slices.Concat(found, left)
	if p.unreadable() {
		s.Counts = count(len(files), "pact")
		if s.Findings.Errors() == 0 {
			s.Skipped = unreadable
		}
		return nil
	}
	report, err := checkPacts(p.loaded, files)
	if err != nil {
		return err
	}
	agreed := &pactCheck{loaded: p.loaded, Report: report}
	s.Counts = agreed.counts()
	if p.loaded.program == nil { // the documents alone will do
		s.Counts += "; without provider states, as the scenarios have errors"
	}
	s.Findings = append(s.Findings, agreed.Report.Findings...)
	if len(files) > 0 {
		p.agreed = agreed
	}
	return nil
}

// unreadable says why a step that looks at what the documents mean has nothing to look at.
const unreadable = "the documents have errors"

// unreadable tells whether a document could not be loaded.
func (p *pipeline) unreadable() bool {
	return p.linted == nil || p.linted.loading.Errors() > 0
}

// withoutPacts says why there are no pacts to look at; "" when there are, or should be.
func (p *pipeline) withoutPacts() string {
	if slices.Equal(p.pactPaths, []string{none}) {
		return "no pacts: --pacts none"
	}
	if len(p.pactPaths) > 0 {
		return ""
	}
	if _, err := os.Stat(defaultPacts); errors.Is(err, fs.ErrNotExist) {
		return "no pacts: there is no folder " + defaultPacts + "; --pacts names another"
	}
	return ""
}

// touched says how much of the documents the pacts touch.
func (p *pipeline) touched(_ context.Context, s *report.Step) error {
	if p.agreed == nil {
		s.Skipped = "no pacts were checked"
		return nil
	}
	c := p.agreed.Coverage(tested(p.loaded.asked()))
	s.Counts = fmt.Sprintf("%d%%: %d of %s, %d of %s", c.Percent(), c.TouchedAnswers, count(c.Answers, "answer"), c.TouchedOperations, count(c.Operations, "operation"))
	return nil
}

// changes compares the documents with those of the base.
func (p *pipeline) changes(ctx context.Context, s *report.Step) error {
	if p.unreadable() {
		s.Skipped = unreadable
		return nil
	}
	base, why, err := p.chooseBase(ctx)
	if err != nil {
		return err
	}
	if why != "" {
		s.Skipped = "no base: " + why + "; --base names one"
		return ctx.Err()
	}
	p.since = base
	if err := p.compareWithBase(ctx, s); err != nil {
		return err
	}
	if err := p.withoutRemovedPacts(ctx, s); err != nil {
		return err
	}
	edits, breaking := 0, 0
	for _, c := range p.compared {
		for _, e := range c.Edits() {
			edits++
			if e.Level == release.Breaking {
				breaking++
			}
		}
		s.Findings = append(s.Findings, slices.DeleteFunc(c.Findings(), aboutVersion)...)
	}
	if s.Skipped != "" {
		return nil
	}
	s.Counts = fmt.Sprintf("%s since %s: %s, %d breaking", count(len(p.compared), "document"), p.since.about, count(edits, "change"), breaking)
	return nil
}

// aboutVersion tells whether a finding of a comparison is about the version that the document carries.
func aboutVersion(f finding.Finding) bool { return strings.HasPrefix(f.Code, "version-") }

// released looks at the versions that the documents carry for what changed in them, and at the changelog.
func (p *pipeline) released(ctx context.Context, s *report.Step) error {
	if p.compared == nil {
		s.Skipped = "nothing was compared"
		return nil
	}
	var parts []string
	for _, c := range p.compared {
		s.Findings = append(s.Findings, c.Version()...)
		parts = append(parts, c.API+" "+c.Versions())
	}
	file, data, err := p.readChangelog()
	if err != nil {
		return err
	}
	if file == "" {
		parts = append(parts, "no changelog")
		if p.changelog == "" {
			err = p.withoutRemovedChangelog(ctx, s)
		}
	} else {
		log, found := release.ReadChangelog(data, file)
		if s.Findings = append(s.Findings, found...); log != nil && s.Findings.Errors() == 0 { // an entry is for the version that fits
			s.Findings = append(s.Findings, log.Check(p.compared)...)
		}
		parts = append(parts, file)
	}
	s.Counts = strings.Join(parts, ", ")
	return err
}

// readChangelog reads the changelog that is named, or the one beside the documents; file is "" when there is none.
func (p *pipeline) readChangelog() (file string, data []byte, err error) {
	file = p.changelog
	if file == none {
		return "", nil, nil
	}
	if file == "" {
		file = filepath.Join(documentFolder, changelogFile)
		if p.loaded.named {
			file = filepath.Join(filepath.Dir(p.source.documents[0]), changelogFile)
		}
	}
	data, err = os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && p.changelog == "" {
		return "", nil, nil
	}
	if err != nil {
		return "", nil, fmt.Errorf("read the changelog: %w", err)
	}
	return filepath.ToSlash(file), data, nil
}
