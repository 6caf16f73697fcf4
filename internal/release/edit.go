package release

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// Edit is the changes that one edit of the document makes: a schema that many operations share changes all of them.
type Edit struct {
	ID    string `json:"id"`
	Level Level  `json:"level"`
	// Operations are the operationIds, in the order of the document; empty when the edit is not about operations.
	Operations []string      `json:"operations,omitempty"`
	Text       string        `json:"text"`
	Hint       string        `json:"hint,omitempty"`
	Place      finding.Place `json:"place"`
	// Was is nil where there was nothing in the old document.
	Was *finding.Place `json:"was,omitempty"`
	// Interactions are those of known consumers that the edit breaks, each once.
	Interactions []*pact.Interaction `json:"-"`

	wording wording
}

// Edits gathers the changes of single operations by the edits that made them, in the order of Changes.
func (c *Comparison) Edits() []Edit {
	var out []*gathered
	known := map[string]*gathered{}
	for i := range c.Changes {
		ch := &c.Changes[i]
		key := ch.edit()
		if known[key] == nil {
			known[key] = &gathered{first: ch, shortest: ch}
			out = append(out, known[key])
		}
		known[key].add(ch)
	}
	edits := make([]Edit, len(out))
	for i, g := range out {
		edits[i] = g.edit()
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return int(b.Level) - int(a.Level) })
	return edits
}

// gathered is an edit that is being put together.
type gathered struct {
	first, shortest *Change // shortest has the shortest path of a property
	level           Level
	changes         []*Change
	statuses        []string
	interactions    []*pact.Interaction
}

func (g *gathered) add(ch *Change) {
	g.level = max(g.level, ch.Level)
	if len(ch.property) < len(g.shortest.property) {
		g.shortest = ch
	}
	g.changes = append(g.changes, ch)
	for _, s := range ch.Statuses {
		g.statuses = with(g.statuses, s)
	}
	for _, i := range ch.Interactions {
		g.interactions = with(g.interactions, i)
	}
}

func (g *gathered) edit() Edit {
	w := g.shortest.wording
	if len(g.statuses) > 0 {
		slices.Sort(g.statuses)
		w = w.withStatuses(g.shortest.roles.status, g.statuses)
	}
	slices.SortFunc(g.interactions, func(a, b *pact.Interaction) int {
		return cmp.Or(cmp.Compare(a.File.Name, b.File.Name), cmp.Compare(len(a.Pointer), len(b.Pointer)), cmp.Compare(a.Pointer, b.Pointer))
	})
	e := Edit{ID: g.first.ID, Level: g.level, Text: w.plainText(), Hint: g.first.Hint,
		Place: g.first.Place, Interactions: g.interactions, wording: w}
	slices.SortStableFunc(g.changes, func(a, b *Change) int { return cmp.Compare(a.order, b.order) })
	for _, ch := range g.changes {
		if name := ch.name(); name != "" {
			e.Operations = with(e.Operations, name)
		}
	}
	if was := g.first.Was; was.File != "" {
		e.Was = &was
	}
	return e
}

// with adds an element that a list does not have.
func with[T comparable](list []T, one T) []T {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}

// edit identifies the edit that made a change: what it says of which place, whatever the operation calls that.
func (c *Change) edit() string {
	if c.from == "" && c.to == "" {
		return c.name() + "\x00" + c.said(c.roles.status)
	}
	return c.said(c.roles.status, c.roles.property)
}

// said is what a change says of which place, but for some values.
func (c *Change) said(but ...int) string {
	return strings.Join([]string{c.ID, c.from, c.to, c.wording.without(but...)}, "\x00")
}

// Broken is one interaction that an edit breaks.
type Broken struct {
	Consumer    string        `json:"consumer"`
	Interaction string        `json:"interaction"`
	Place       finding.Place `json:"place"`
}

// Breaks lists the interactions that the edit breaks, with their places in the pact files.
func (e *Edit) Breaks() []Broken {
	out := make([]Broken, len(e.Interactions))
	for n, i := range e.Interactions {
		out[n] = Broken{i.File.Consumer, i.Description, i.File.Place(i.Pointer)}
	}
	return out
}

// Sentence says the edit with its operations: "listItems and getItem: …".
func (e *Edit) Sentence() string { return e.at() + e.Text }

// at names the operations in front of a sentence: "listItems, addItem: ".
func (e *Edit) at() string {
	if len(e.Operations) == 0 {
		return ""
	}
	return few(e.Operations, 3) + ": "
}

// consumers lists those whose interactions the edit breaks, in order.
func (e *Edit) consumers() []string {
	var out []string
	for _, i := range e.Interactions {
		out = with(out, i.File.Consumer)
	}
	slices.Sort(out)
	return out
}

// impact says whom the edit breaks: "breaks 3 interactions of 2 consumers: back office and onboarding".
func (e *Edit) impact() string {
	who := e.consumers()
	return "breaks " + counted(len(e.Interactions), "interaction") + " of " + counted(len(who), "consumer") + ": " + few(who, 5)
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
