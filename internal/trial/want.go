package trial

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
)

// want is what a value must be like. An object demands the members that it names and leaves others alone; a list demands
// as many elements, each like its own; anything else must be equal. An object of $ keys holds operators.
type want struct {
	kind    wantKind
	place   finding.Place
	members []wantMember
	items   []*want
	value   *engine.Template
	tests   []operator
}

type wantKind uint8

const (
	valueWant wantKind = iota
	objectWant
	listWant
	testsWant
)

type wantMember struct {
	name  string
	place finding.Place
	want  *want
}

// operator is one $ key.
type operator struct {
	name    string
	place   finding.Place
	flag    bool           // $present
	pattern *regexp.Regexp // $pattern
	want    *want          // $not, $contains, $every, $size, $equals
	list    []*want        // $oneOf
	value   *engine.Template
}

// operatorNames are the $ keys of expectations. Their meaning is that of match in scenarios.
var operatorNames = []string{
	"$present", "$pattern", "$prefix", "$lt", "$lte", "$gt", "$gte", "$not", "$oneOf", "$contains", "$every", "$size", "$equals",
}

// want reads what a value must be like. Schemas, where they are known, tell what can never be.
func (e *expectReader) want(n *yaml.Node, what string, schemas []*contract.Schema) *want {
	w := &want{place: e.Place(n)}
	switch n.Kind {
	case yaml.MappingNode:
		e.wantObject(w, n, what, schemas)
	case yaml.SequenceNode:
		w.kind = listWant
		items := engine.ItemSchemas(schemas)
		for _, c := range n.Content {
			w.items = append(w.items, e.want(c, what, items))
		}
	default:
		before := e.reader.Errors()
		w.value = e.Template(n, e.scope.Scope, schemas...)
		if e.reader.Errors() == before {
			e.possible(w, n, what, schemas)
		}
	}
	return w
}

func (e *expectReader) wantObject(w *want, n *yaml.Node, what string, schemas []*contract.Schema) {
	dollars := 0
	for i := 0; i < len(n.Content); i += 2 {
		if strings.HasPrefix(n.Content[i].Value, "$") {
			dollars++
		}
	}
	if dollars > 0 {
		w.kind = testsWant
		if dollars*2 < len(n.Content) {
			e.Error("mixed-operators", n, "move the operators into a member", "operators and members do not stand together")
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if op, ok := e.operator(n.Content[i], n.Content[i+1], what, schemas); ok {
				w.tests = append(w.tests, op)
			}
		}
		return
	}
	w.kind = objectWant
	names, open := engine.Members(schemas)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if len(schemas) > 0 && !open && !slices.Contains(names, key.Value) {
			e.Error("unknown-member", key, hint(key.Value, names), "%s of operation %s never has %q", what, e.o.ID, key.Value)
			continue
		}
		w.members = append(w.members, wantMember{key.Value, e.Place(key), e.want(n.Content[i+1], what, engine.MemberSchemas(schemas, key.Value))})
	}
}

// possible refuses a literal that none of the schemas takes.
func (e *expectReader) possible(w *want, n *yaml.Node, what string, schemas []*contract.Schema) {
	v, literal := w.value.Literal()
	if !literal || len(schemas) == 0 {
		return
	}
	message := ""
	for _, s := range schemas {
		found := s.Validate(v, contract.Outbound)
		if len(found) == 0 {
			return
		}
		message = found[0].Message
	}
	e.Error("impossible-expectation", n, "", "%s never has this value here: it %s", what, message)
}

// operator reads one $ key.
func (e *expectReader) operator(key, n *yaml.Node, what string, schemas []*contract.Schema) (op operator, ok bool) {
	op = operator{name: key.Value, place: e.Place(n)}
	switch key.Value {
	case "$present":
		op.flag = e.Flag(n, "$present")
	case "$pattern":
		text, isText := e.Text(n, "$pattern")
		if !isText {
			return op, false
		}
		var err error
		if op.pattern, err = regexp.Compile(text); err != nil {
			e.Error("bad-pattern", n, "", "%q is no pattern: %v", text, err)
			return op, false
		}
	case "$prefix", "$lt", "$lte", "$gt", "$gte":
		op.value = e.Template(n, e.scope.Scope)
	case "$not", "$equals":
		op.want = e.want(n, what, schemas)
	case "$contains", "$every":
		op.want = e.want(n, what, engine.ItemSchemas(schemas))
	case "$size":
		op.want = e.want(n, what, nil)
	case "$oneOf":
		if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
			e.Error("not-a-list", n, "write $oneOf: [a, b]", "$oneOf is a list of values")
			return op, false
		}
		for _, c := range n.Content {
			op.list = append(op.list, e.want(c, what, schemas))
		}
	default:
		e.Error("unknown-operator", key, hint(key.Value, operatorNames), "there is no operator %s", key.Value)
		return op, false
	}
	return op, true
}
