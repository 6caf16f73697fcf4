package contract

import (
	"bufio"
	"io/fs"
	"slices"

	"github.com/sandbank/sandbank/internal/finding"
)

// API is one loaded document. It is immutable and safe for concurrent use.
type API struct {
	// Name is the document's file name without its extension.
	Name, Title, Version, Summary, Description string
	// BasePath is the path of the first server, without a slash at its end; "" for the root.
	BasePath   string
	Operations []*Operation
	Webhooks   []*Callback
	// YAML and JSON are the document, self-contained: what other files defined has been moved in.
	YAML, JSON []byte

	fsys    fs.FS
	byID    map[string]*Operation
	schemas map[string]*Schema
	paths   *pathTree
	compile *compiler
}

// Operation finds an operation by its id; nil if there is none.
func (a *API) Operation(id string) *Operation { return a.byID[id] }

// Schema finds a component schema by its name in the bundled document; nil if there is none.
func (a *API) Schema(name string) *Schema { return a.schemas[name] }

// Schemas lists the names of the component schemas in order.
func (a *API) Schemas() []string {
	names := make([]string, 0, len(a.schemas))
	for n := range a.schemas {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// place completes a position with the text of its line, which is read again: nothing of the sources is kept.
func (a *API) place(file string, line, column int) finding.Place {
	p := finding.Place{File: file, Line: line, Column: column}
	f, err := a.fsys.Open(file)
	if err != nil {
		return p
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if n == line {
			p.Source = lines.Text()
			break
		}
	}
	return p
}
