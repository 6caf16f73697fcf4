package engine

import (
	"slices"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/contract"
)

// SourceFile is a file that a scenario was compiled from, as it stood in the folder then.
type SourceFile struct {
	// Name is slash-separated and below the scenario folder.
	Name string
	Kind FileKind
	// Bytes is how long it is. Text is "" for a file that is longer than MaxSourceText, or no text in UTF-8.
	Bytes int
	Text  string
}

// FileKind says what a file is to a scenario.
type FileKind string

// The kinds of files.
const (
	RuleFile  FileKind = "scenario"
	TableFile FileKind = "table"
	BodyFile  FileKind = "body"
)

// MaxSourceText bounds the text of a file that a program keeps, in bytes.
const MaxSourceText = 1 << 20

// Files gives the files that a scenario of an API was compiled from, its own first; nil when there is no such scenario.
func (p *Program) Files(api *contract.API, scenario string) []SourceFile {
	for _, s := range p.scenarios[api] {
		if s.name == scenario {
			return slices.Clone(s.files)
		}
	}
	return nil
}

func sourceFile(kind FileKind, name string, data []byte) SourceFile {
	f := SourceFile{Name: name, Kind: kind, Bytes: len(data)}
	if len(data) <= MaxSourceText && utf8.Valid(data) {
		f.Text = string(data)
	}
	return f
}

// keep notes a file that the scenario names, once.
func (d *scenarioDecl) keep(kind FileKind, name string, data []byte) {
	if !slices.ContainsFunc(d.beside, func(f SourceFile) bool { return f.Name == name }) {
		d.beside = append(d.beside, sourceFile(kind, name, data))
	}
}

// files gives the scenario's own file and those that it names.
func (d *scenarioDecl) files() []SourceFile {
	return append([]SourceFile{sourceFile(RuleFile, d.src.name, d.src.data)}, d.beside...)
}
