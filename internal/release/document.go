package release

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxDepth bounds the nesting of a bundled document; contract has bounded that of its files already.
const maxDepth = 1000

// Document is one version of a document. It is not safe for concurrent use.
type Document struct {
	API *contract.API
	// File is the document's file as it is named in findings.
	File string

	tree    *contract.Document
	value   any // the bundled document, decoded
	reached func(file string) string
}

// Load reads a document with the files of fsys that it refers to. reached names these files in findings. The document
// is nil when there are errors, and only then.
func Load(fsys fs.FS, file string, reached func(file string) string, options ...contract.Option) (*Document, finding.List) {
	api, found := contract.Load(fsys, file, options...)
	for i := range found {
		f := &found[i]
		f.File = reached(f.File)
		for j := range f.Related {
			f.Related[j].File = reached(f.Related[j].File)
		}
	}
	if api == nil {
		return nil, found
	}
	d := &Document{API: api, File: reached(file), reached: reached}
	tree, wrong := contract.ReadDocument(fsys, file, options...)
	var err error
	if tree == nil {
		err = wrong.Err() // the files changed meanwhile
	} else {
		d.tree = tree
		d.value, err = contract.DecodeJSON(api.JSON, maxDepth)
	}
	if err != nil {
		return nil, append(found, finding.Finding{Code: "unreadable-file", Place: finding.Place{File: d.File}, Message: fmt.Sprintf("cannot be read again: %v", err)})
	}
	return d, found
}

// place gives the place of what stands at a pointer of the bundled document, or of the nearest part around it that
// there is. It is false when not even the path, or the component, of the pointer is there.
func (d *Document) place(pointer string) (finding.Place, bool) {
	names := tokens(pointer)
	for n := len(names); n >= least(names); n-- {
		if root := d.tree.Objects[0]; root.Has(names[:n]...) {
			p := root.PlaceOf(names[:n]...)
			p.File = d.reached(p.File)
			return p, true
		}
	}
	return finding.Place{}, false
}

// steady gives the part of a pointer that leads to the same thing in another version: elements of lists have other
// numbers there.
func (d *Document) steady(pointer string) string {
	names := tokens(pointer)
	for n := range names {
		if _, list := d.at(pointerOf(names[:n])).([]any); list {
			return pointerOf(names[:n])
		}
	}
	return pointer
}

// least is how many tokens of a pointer name something of its own: a path or a component.
func least(names []string) int {
	if len(names) == 0 {
		return 1
	}
	switch names[0] {
	case "components":
		return 3
	case "paths", "webhooks":
		return 2
	}
	return 1
}

// at gives the value at a pointer; nil when there is none.
func (d *Document) at(pointer string) any {
	v := d.value
	for _, name := range tokens(pointer) {
		switch holder := v.(type) {
		case map[string]any:
			v = holder[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= len(holder) {
				return nil
			}
			v = holder[i]
		default:
			return nil
		}
	}
	return v
}

// resolved gives what an object refers to, with the fields beside the reference; the object itself when it refers to
// nothing here.
func (d *Document) resolved(object map[string]any) map[string]any {
	for range maxDepth {
		ref, _ := object["$ref"].(string)
		if len(ref) < 2 || ref[0] != '#' {
			return object
		}
		target, _ := d.at(unescaped(ref[1:])).(map[string]any)
		out := maps.Clone(target)
		if out == nil {
			return object
		}
		for name, value := range object {
			if name != "$ref" {
				out[name] = value
			}
		}
		object = out
	}
	return object
}

// tokens splits a JSON pointer (RFC 6901).
func tokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	names := strings.Split(pointer[1:], "/")
	for i, n := range names {
		names[i] = strings.ReplaceAll(strings.ReplaceAll(n, "~1", "/"), "~0", "~")
	}
	return names
}

// unescaped reads a JSON pointer that stands in the fragment of a URI.
func unescaped(fragment string) string {
	if pointer, err := url.PathUnescape(fragment); err == nil {
		return pointer
	}
	return fragment
}

// below gives the pointer of a member.
func below(pointer, name string) string {
	return pointer + "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

func pointerOf(names []string) string {
	pointer := ""
	for _, n := range names {
		pointer = below(pointer, n)
	}
	return pointer
}
