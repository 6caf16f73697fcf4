package overlay

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/trial"
)

var _ portal.OverlayChecker = (*Programs)(nil)

// folder is where findings say that overlays stand.
const folder = "overlays"

// Head implements portal.OverlayChecker.
func (p *Programs) Head(text string) (api, name string) {
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil || len(document.Content) == 0 {
		return "", ""
	}
	root := document.Content[0]
	if root.Kind != yaml.MappingNode {
		return "", ""
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if value := root.Content[i+1]; value.Kind == yaml.ScalarNode {
			switch root.Content[i].Value {
			case "api":
				api = value.Value
			case "scenario":
				name = value.Value
			}
		}
	}
	return api, name
}

// Check implements portal.OverlayChecker.
func (p *Programs) Check(ctx context.Context, company portal.OverlayCompany, text string) (portal.OverlayReport, error) {
	d, err := p.draft(ctx, company, text)
	return d.report, err
}

// draft is a file that somebody writes, compiled in its company.
type draft struct {
	base    Base
	file    engine.File
	report  portal.OverlayReport
	program *engine.Program // nil when there are errors
	plan    *trial.Plan     // what its tests: say; nil when there are errors
}

// draft compiles a file in its company.
func (p *Programs) draft(ctx context.Context, company portal.OverlayCompany, text string) (*draft, error) {
	d := &draft{base: p.state.Load().base}
	select {
	case p.places <- struct{}{}:
		defer func() { <-p.places }()
	case <-ctx.Done():
		return d, fmt.Errorf("%w: %w", ErrBusy, ctx.Err())
	}
	r := &d.report
	r.API, r.Name = p.Head(text)
	candidate := portal.OverlayFile{API: r.API, Name: r.Name, Text: text}
	d.file = engine.File{Name: fileName(candidate), Text: []byte(text)}
	published := company.Published
	if !company.Publish {
		published = without(without(published, company.Own), []portal.OverlayFile{candidate})
	}
	more, over := filesOf(published), filesOf(company.Own)
	more, over = p.usable(d.base, more, over)
	if company.Publish {
		more = append(more, d.file)
	} else {
		over = append(over, d.file)
	}
	program, found := engine.LoadOver(d.base.Files, more, over, d.base.APIs)
	if program != nil {
		var tests finding.List
		d.plan, tests = trial.LoadScenario(d.file.Name, d.file.Text, d.base.APIs, program)
		found = append(found, tests...)
		found = append(found, tooLong(d.file.Name, text, r.Name)...)
		found.Sort()
	}
	for _, f := range found {
		if f.File == d.file.Name || f.Severity == finding.Error {
			r.Findings = append(r.Findings, f)
		}
	}
	if program == nil {
		return d, nil
	}
	d.program = program
	for _, a := range d.base.APIs {
		if a.Name != r.API {
			continue
		}
		for _, s := range program.Describe(a) {
			if s.Name == r.Name {
				r.Title, r.Default = s.Title, s.Default
			}
		}
	}
	return d, nil
}

// maxName bounds the name of an overlay, which is also that of its file.
const maxName = 64

// tooLong reports a name that is too long for an overlay.
func tooLong(file, text, name string) finding.List {
	if len(name) <= maxName {
		return nil
	}
	place := finding.Place{File: file}
	for i, line := range strings.Split(text, "\n") {
		if at := strings.Index(line, name); at >= 0 {
			place = finding.Place{File: file, Line: i + 1, Column: at + 1, Source: line}
			break
		}
	}
	return finding.List{{Code: "long-name", Place: place, Message: fmt.Sprintf("the scenario's name is longer than %d characters", maxName)}}
}

// usable leaves out the files that cannot be used, with whatever file is to be checked: they are no fault of that one's.
func (p *Programs) usable(base Base, more, over []engine.File) (usableMore, usableOver []engine.File) {
	for len(more)+len(over) > 0 {
		program, found := engine.LoadOver(base.Files, more, over, base.APIs)
		if program != nil {
			break
		}
		broken := brokenIn(found)
		isBroken := func(f engine.File) bool { return broken[f.Name] }
		left := len(more) + len(over)
		more, over = slices.DeleteFunc(more, isBroken), slices.DeleteFunc(over, isBroken)
		if len(more)+len(over) == left {
			return nil, nil
		}
	}
	return more, over
}

// fileName is what findings call a file.
func fileName(f portal.OverlayFile) string {
	if !fitsName(f.API) || !fitsName(f.Name) {
		return path.Join(folder, "new.yaml")
	}
	return path.Join(folder, f.API, f.Name+".yaml")
}

// fitsName tells whether a text can be part of a file's name; what a file says about itself is anything at first.
func fitsName(s string) bool {
	if s == "" || len(s) > 128 {
		return false
	}
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return true
}

func filesOf(list []portal.OverlayFile) []engine.File {
	out := make([]engine.File, len(list))
	for i, f := range list {
		out[i] = engine.File{Name: fileName(f), Text: []byte(f.Text)}
	}
	return out
}

// without leaves out the files in whose place others stand: those of the same scenario.
func without(list, others []portal.OverlayFile) []portal.OverlayFile {
	return slices.DeleteFunc(slices.Clone(list), func(f portal.OverlayFile) bool {
		return slices.ContainsFunc(others, func(o portal.OverlayFile) bool { return o.API == f.API && o.Name == f.Name })
	})
}
