package release

import (
	"cmp"
	"slices"

	"github.com/oasdiff/oasdiff/checker/rules"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// Comparison is what became of one document. It is immutable.
type Comparison struct {
	// API is the document's name.
	API string
	// Old is nil for a document that was added, New for one that was removed.
	Old, New *contract.API
	// Changes are ordered: breaking ones first, then by operation as the document has them.
	Changes []Change

	// texts are the pointers of what changed for readers alone.
	texts     []string
	versionAt finding.Place
	consumers bool // pact files were looked at
}

// Compare finds what changed between two versions of a document, and which interactions of the pacts that breaks. One
// of the documents may be nil: it was added, or removed. It is an error when oasdiff cannot read a document.
func Compare(old, new *Document, pacts []*pact.File) (*Comparison, error) {
	if old == nil {
		return added(new), nil
	}
	out := &Comparison{API: old.API.Name, Old: old.API, consumers: len(pacts) > 0}
	c := newComparer(old, orEmpty(new))
	if new == nil {
		c.own(Change{ID: "document-removed", Level: Breaking, direction: rules.DirectionNone, area: rules.AreaPaths,
			wording: says("the document %0 was removed, with "+counted(len(old.API.Operations), "operation"), code(old.API.Name))}, nil)
	} else {
		out.API, out.New = new.API.Name, new.API
		out.versionAt, _ = new.place("/info/version")
		if err := c.judge(); err != nil {
			return nil, err
		}
		d := differencesOf(old, new)
		out.texts = d.texts
		c.complete(d.facts)
	}
	c.changes = merge(c.changes)
	c.breaks(pacts)
	c.finish(new == nil)
	out.Changes = c.changes
	return out, nil
}

// orEmpty gives a document without anything in place of none.
func orEmpty(d *Document) *Document {
	if d == nil {
		return &Document{API: &contract.API{}}
	}
	return d
}

// added is the comparison of a document that is new.
func added(d *Document) *Comparison {
	text := says("the document %0 was added, with "+counted(len(d.API.Operations), "operation"), code(d.API.Name))
	out := &Comparison{API: d.API.Name, New: d.API,
		Changes: []Change{{ID: "document-added", Level: Info, Place: finding.Place{File: d.File}, Text: text.plainText(), wording: text, roles: noRoles}}}
	out.versionAt, _ = d.place("/info/version")
	return out
}

// finish says the changes, finds their places and orders them.
func (c *comparer) finish(removed bool) {
	order := map[*contract.Operation]int{}
	for i, key := range c.keys {
		p := c.operations[key]
		order[p.before], order[p.after] = i+1, i+1
	}
	delete(order, nil)
	for i := range c.changes {
		ch := &c.changes[i]
		ch.Text = ch.wording.plainText()
		ch.order = order[ch.operation()]
		ch.Place, ch.Was = c.places(ch, removed)
	}
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.order, b.order))
	})
}

// operation is the changed operation, the new one if there is one.
func (c *Change) operation() *contract.Operation {
	if c.after != nil {
		return c.after
	}
	return c.before
}

// places finds where a change is in the new document, and where it was in the old one.
func (c *comparer) places(ch *Change, removed bool) (is, was finding.Place) {
	if ch.from != "" {
		was, _ = c.old.place(ch.from)
	}
	if removed {
		return finding.Place{File: c.old.File}, was
	}
	near := ch.to
	if near == "" {
		near = c.old.steady(ch.from)
	}
	if near != "" {
		if p, ok := c.new.place(near); ok {
			return p, was
		}
	}
	if ch.after != nil {
		is = ch.after.Place()
		is.File = c.new.reached(is.File)
		return is, was
	}
	if root := c.new.tree.Objects[0]; ch.before != nil {
		is = root.PlaceOf("paths")
		is.File = c.new.reached(is.File)
		return is, was
	}
	return finding.Place{File: c.new.File}, was
}
