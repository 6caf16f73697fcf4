package contract

import (
	"cmp"
	"regexp"
	"slices"
)

// decisionPoints is the extension under which an operation declares its decision points.
const decisionPoints = "x-decision-points"

// DecisionPoint is a place at which the handler of an operation asks for a verdict about one item, such as one element
// of a batch: rules of scenarios give it, or else the handler knows its own.
type DecisionPoint struct {
	Name, Description string
	// Item is the schema of what is decided about. Verdict is that of what the handler is told; its values are objects.
	Item, Verdict *Schema
}

// Point finds a decision point by its name; nil when there is none.
func (o *Operation) Point(name string) *DecisionPoint {
	for _, p := range o.Points {
		if p.Name == name {
			return p
		}
	}
	return nil
}

var pointName = regexp.MustCompile(`^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*$`)

// builtVerdict is the verdict of a decision point, to be looked at when every schema is complete.
type builtVerdict struct {
	schema *Schema
	at     position
}

// decisionPoints keeps the decision points of an operation: {name: {description, item, verdict}}. What lacks a field has
// been reported with the document's shape.
func (b *operationBuilder) decisionPoints(o *Operation, n *node, pointer string) {
	for i, k := range memberKeys(n) {
		point, at := n.items[i], pointer+"/"+escapeToken(k.name)
		if !pointName.MatchString(k.name) {
			b.fail("bad-decision-point", k.at, "a decision point's name is a word such as item or credit-limit; %q is not", k.name)
			continue
		}
		item, verdict := point.get("item"), point.get("verdict")
		if item == nil || verdict == nil {
			continue
		}
		p := &DecisionPoint{Name: k.name, Description: point.textOf("description"), Item: b.schema(item, at+"/item"), Verdict: b.schema(verdict, at+"/verdict")}
		b.verdicts = append(b.verdicts, builtVerdict{p.Verdict, verdict.at})
		o.Points = append(o.Points, p)
	}
	slices.SortFunc(o.Points, func(a, b *DecisionPoint) int { return cmp.Compare(a.Name, b.Name) })
}

// checkVerdicts refuses verdicts that are no objects, once references are complete.
func (b *operationBuilder) checkVerdicts() {
	for _, v := range b.verdicts {
		if !onlyObjects(v.schema, map[*Schema]bool{}) {
			b.fail("bad-decision-point", v.at, "the verdict of a decision point must be an object")
		}
	}
}

// onlyObjects tells whether a schema takes nothing but objects, as far as types say so. A schema that leads back to
// itself says nothing by that.
func onlyObjects(s *Schema, seen map[*Schema]bool) bool {
	if len(s.Types) > 0 {
		return slices.Equal(s.Types, []string{"object"})
	}
	if seen[s] {
		return false
	}
	seen[s] = true
	every := func(list []*Schema) bool {
		return len(list) > 0 && !slices.ContainsFunc(list, func(m *Schema) bool { return !onlyObjects(m, seen) })
	}
	return every(s.OneOf) || every(s.AnyOf) || slices.ContainsFunc(s.AllOf, func(m *Schema) bool { return onlyObjects(m, seen) })
}
