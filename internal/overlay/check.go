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
	select {
	case p.places <- struct{}{}:
		defer func() { <-p.places }()
	case <-ctx.Done():
		return portal.OverlayReport{}, fmt.Errorf("%w: %w", ErrBusy, ctx.Err())
	}
	base := p.state.Load().base
	var r portal.OverlayReport
	r.API, r.Name = p.Head(text)
	candidate := portal.OverlayFile{API: r.API, Name: r.Name, Text: text}
	file := engine.File{Name: fileName(candidate), Text: []byte(text)}
	published := company.Published
	if !company.Publish {
		published = without(without(published, company.Own), []portal.OverlayFile{candidate})
	}
	more, over := filesOf(published), filesOf(company.Own)
	more, over = p.usable(base, more, over)
	if company.Publish {
		more = append(more, file)
	} else {
		over = append(over, file)
	}
	program, found := engine.LoadOver(base.Files, more, over, base.APIs)
	for _, f := range found {
		if f.File == file.Name || f.Severity == finding.Error {
			r.Findings = append(r.Findings, f)
		}
	}
	if program == nil {
		return r, nil
	}
	r.Findings = append(r.Findings, tooLong(file.Name, text, r.Name)...)
	for _, a := range base.APIs {
		if a.Name != r.API {
			continue
		}
		for _, s := range program.Describe(a) {
			if s.Name == r.Name {
				r.Title, r.Default = s.Title, s.Default
			}
		}
	}
	return r, nil
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
