package engine

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/finding"
)

// checkReachable reports rules behind one that always answers first: a rule without conditions, or one whose
// conditions are the same.
func (l *loader) checkReachable() {
	for _, d := range l.scenarios {
		earlier := map[string]*ruleDecl{}
		for _, r := range d.rules {
			operation := r.target().String()
			if r.goesOn {
				continue
			}
			key := conditionsKey(r)
			if before := earlier[operation]; before != nil {
				l.unreachable(r, before, "which takes every "+r.target().unit())
			} else if before := earlier[operation+"\n"+key]; before != nil {
				l.unreachable(r, before, "which has the same conditions")
			}
			if r.times != nil || r.chance != nil {
				continue // it does not always answer
			}
			if key == "" {
				key = operation
			} else {
				key = operation + "\n" + key
			}
			if earlier[key] == nil {
				earlier[key] = r
			}
		}
	}
}

func (l *loader) unreachable(r, before *ruleDecl, why string) {
	s := r.src()
	l.report(finding.Finding{Code: "unreachable", Place: s.place(r.nameNode), Hint: "move it up, or remove it",
		Message: fmt.Sprintf("the rule is never reached: it stands behind %q, %s", before.name, why),
		Related: []finding.Related{{Place: s.place(before.nameNode), Message: "the earlier rule"}}})
}

// conditionsKey writes a rule's conditions on the request and the state in a form that is the same for the same conditions; "" when it has none
// that can fail. Names bound by let alone decide nothing, and a find of a list never fails.
func conditionsKey(r *ruleDecl) string {
	if r.match == nil && r.when == nil && r.state == nil && (r.find == nil || onlyLists(r.find)) {
		return ""
	}
	var b strings.Builder
	parts := []*yaml.Node{r.match, r.state, r.find, r.when}
	if r.when != nil {
		parts = append(parts, r.let)
	}
	for _, n := range parts {
		writeNode(&b, n)
		b.WriteByte('\n')
	}
	return b.String()
}

func onlyLists(n *yaml.Node) bool {
	for i := 1; i < len(n.Content); i += 2 {
		all := child(n.Content[i], "all")
		if all == nil || all.Value != "true" {
			return false
		}
	}
	return true
}

// writeNode writes a tree with the members of mappings in the order of their names.
func writeNode(b *strings.Builder, n *yaml.Node) {
	if n == nil {
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		type pair struct{ key, value *yaml.Node }
		pairs := make([]pair, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			pairs = append(pairs, pair{n.Content[i], n.Content[i+1]})
		}
		slices.SortFunc(pairs, func(a, c pair) int { return strings.Compare(a.key.Value, c.key.Value) })
		b.WriteByte('{')
		for _, p := range pairs {
			fmt.Fprintf(b, "%q:", p.key.Value)
			writeNode(b, p.value)
			b.WriteByte(',')
		}
		b.WriteByte('}')
	case yaml.SequenceNode:
		b.WriteByte('[')
		for _, c := range n.Content {
			writeNode(b, c)
			b.WriteByte(',')
		}
		b.WriteByte(']')
	default:
		fmt.Fprintf(b, "%s %q", n.ShortTag(), n.Value)
	}
}
