package contract

import (
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// Document is an OpenAPI document as it was written, for those who look at how it says things: references stand as
// references, and everything knows its place. What it refers to in other files is among its components, as in
// API.YAML. It is not safe for concurrent use.
type Document struct {
	// File is the document's own file. Version is the field openapi: "3.1.0".
	File, Version string
	// Objects are all objects of OpenAPI in the document, each once, parents before what they hold, in the order in
	// which they are written. The first is the document itself.
	Objects []*Object

	byNode map[*node]*Object
	names  map[*node]position // where the members' names stand
}

// Object is one object of OpenAPI: an operation, a schema, a response.
type Object struct {
	// Kind is its name in OpenAPI, spelt as a field would be: "document", "pathItem", "operation", "mediaType", "schema".
	Kind string
	// Field is the field of Parent that holds it: "properties", "items", "responses"; "" where Parent's own members are
	// free, as those of paths are. Key is its name there: a property, a path, a method, a status; "" in a list and where
	// the field holds this one object.
	Field, Key string
	// Parent is nil for the document.
	Parent   *Object
	Children []*Object

	document *Document
	node     *node
}

// ReadDocument reads a document with the files of fsys that it refers to, and checks its references and its shape, but
// not what it says: that is for Load. The document is nil when there are errors, and only then.
func ReadDocument(fsys fs.FS, file string, options ...Option) (*Document, finding.List) {
	l := &loader{fsys: fsys, folder: ".", files: map[string]*source{}, shaped: map[*node]bool{}}
	for _, o := range options {
		o(l)
	}
	root := l.read(path.Clean(file))
	if root.root != nil && l.checkVersion(root) {
		l.bundle(root)
		l.checkShape("document", root.root)
	}
	l.list.Sort()
	l.list = fewOfEach(l.list)
	if l.list.Errors() > 0 {
		return nil, l.list
	}
	d := &Document{File: root.name, Version: root.root.textOf("openapi"), byNode: map[*node]*Object{}, names: map[*node]position{}}
	d.findNames(l.files, root)
	d.add(&Object{Kind: "document", document: d, node: root.root})
	return d, l.list
}

// findNames notes where the names of all members stand: in the file that they were written in, for those that were
// moved into another tree.
func (d *Document) findNames(files map[string]*source, root *source) {
	seen := map[*node]bool{}
	var visit func(n *node)
	visit = func(n *node) {
		if n == nil || seen[n] {
			return
		}
		seen[n] = true
		for i, item := range n.items {
			if _, known := d.names[item]; !known && n.kind == object {
				d.names[item] = n.keys[i].at
			}
			visit(item)
		}
	}
	for _, s := range files {
		if s != root {
			visit(s.root)
		}
	}
	visit(root.root)
}

func (d *Document) add(o *Object) {
	d.byNode[o.node] = o
	d.Objects = append(d.Objects, o)
	if o.node.kind != object {
		return // true or false, which are schemas
	}
	children(o.Kind, o.node, func(kind, pointer string, n *node) {
		if d.byNode[n] != nil {
			return // an alias of YAML
		}
		child := &Object{Kind: kind, Parent: o, document: d, node: n}
		field, key, _ := strings.Cut(pointer[1:], "/")
		if shapes[o.Kind]["*"] != "" {
			field, key = "", field
		}
		child.Field, child.Key = unescapeToken(field), unescapeToken(key)
		o.Children = append(o.Children, child)
		d.add(child)
	})
}

// Resolve finds what a reference leads to: a URI fragment ("#/components/schemas/Order"), or the bare name of a
// component schema, as a discriminator's mapping has it. It gives nil when that is no object of the document.
func (d *Document) Resolve(ref string) *Object {
	root := d.Objects[0].node
	if n := root.get("components").get("schemas").get(ref); n != nil {
		return d.byNode[n]
	}
	pointer, local := strings.CutPrefix(ref, "#")
	if !local {
		return nil
	}
	n, _, _ := root.lookup(unescapeFragment(pointer))
	return d.byNode[n]
}

// IsReference tells whether the object stands for another one.
func (o *Object) IsReference() bool { return isReference(o.Kind, o.node) }

// Target is the object that o stands for: what a reference leads to in the end, o itself where it is none.
func (o *Object) Target() *Object {
	for range maxTreeDepth {
		if !o.IsReference() {
			return o
		}
		next := o.document.Resolve(o.node.str("$ref"))
		if next == nil {
			return o
		}
		o = next
	}
	return o
}

// Component tells whether the object is one of the components, which have names of their own.
func (o *Object) Component() bool { return o.Parent != nil && o.Parent.Kind == "components" }

// Value gives a field as decoded JSON, as DecodeJSON would; nil when there is none. More names lead further in: names
// of members, and indexes of lists.
func (o *Object) Value(names ...string) any {
	if n := o.at(names); n != nil {
		return n.value()
	}
	return nil
}

// Has tells whether there is such a field.
func (o *Object) Has(names ...string) bool { return o.at(names) != nil }

// Text gives the text of a field, "" when it is absent or holds something else.
func (o *Object) Text(names ...string) string {
	if n := o.at(names); n != nil && n.kind == text {
		return n.text
	}
	return ""
}

// Names lists the members of a field in the order in which they are written; without a field those of the object.
func (o *Object) Names(names ...string) []string {
	n := o.at(names)
	if n == nil || n.kind != object {
		return nil
	}
	return n.names()
}

// Place is where the object's name stands, or where the object begins when it has none.
func (o *Object) Place() finding.Place {
	if at, ok := o.document.names[o.node]; ok {
		return at.place()
	}
	return o.node.at.place()
}

// PlaceOf is where the name of a field stands, or where an element of a list begins; the object's place when there is
// no such field.
func (o *Object) PlaceOf(names ...string) finding.Place {
	n := o.at(names)
	if n == nil || len(names) == 0 {
		return o.Place()
	}
	last := len(names) - 1
	if holder := o.at(names[:last]); holder.kind == object {
		return holder.key(names[last]).place()
	}
	return n.at.place()
}

// PlaceOfValue is where the value of a field stands.
func (o *Object) PlaceOfValue(names ...string) finding.Place {
	if n := o.at(names); n != nil {
		return n.at.place()
	}
	return o.Place()
}

func (o *Object) at(names []string) *node {
	n := o.node
	for _, name := range names {
		if n.kind == list {
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= len(n.items) {
				return nil
			}
			n = n.items[i]
		} else if n = n.get(name); n == nil {
			return nil
		}
	}
	return n
}
