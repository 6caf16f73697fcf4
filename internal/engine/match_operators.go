package engine

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// operators are the $ keys of match, for hints.
var operators = []string{"$pattern", "$prefix", "$lt", "$lte", "$gt", "$gte", "$not", "$present", "$contains", "$every", "$size", "$equals"}

// operators compiles {$…: …}; several of them must all hold.
func (m *matcher) operators(n *yaml.Node, schemas []*contract.Schema) test {
	var tests []test
	for i := 0; i+1 < len(n.Content); i += 2 {
		if t := m.operator(n.Content[i], n.Content[i+1], schemas); t != nil {
			tests = append(tests, t)
		}
	}
	switch len(tests) {
	case 0:
		return nil
	case 1:
		return tests[0]
	}
	return &allTest{tests}
}

func (m *matcher) operator(key, n *yaml.Node, schemas []*contract.Schema) test {
	switch key.Value {
	case "$pattern", "$prefix":
		return m.textOperator(key, n, schemas)
	case "$lt", "$lte", "$gt", "$gte":
		return m.order(key, n, schemas)
	case "$not":
		if inner := m.inner(n, schemas); inner != nil {
			return &notTest{inner}
		}
		return nil
	case "$present":
		return &presentTest{m.l.flag(m.s, n, "$present")}
	case "$contains", "$every":
		return m.elements(key, n, schemas)
	case "$size":
		return m.size(n)
	case "$equals":
		v := m.l.plainValue(m.s, n, schemas)
		if !m.possible(n, v, schemas) {
			return nil
		}
		return &deepTest{v}
	}
	m.l.error("unknown-operator", m.s.place(key), finding.DidYouMean(key.Value, operators), "there is no operator %s", key.Value)
	return nil
}

// inner compiles what stands behind an operator: a constant, a list, operators, or the members of an object.
func (m *matcher) inner(n *yaml.Node, schemas []*contract.Schema) test {
	if n.Kind != yaml.MappingNode {
		return m.constant(n, schemas)
	}
	switch m.shape(n) {
	case shapeOperators:
		return m.operators(n, schemas)
	case shapeMembers:
		sub := &matcher{l: m.l, s: m.s}
		sub.members("", nil, n, schemas)
		if len(sub.out) > 0 {
			return &membersTest{sub.out}
		}
	}
	return nil
}

func (m *matcher) textOperator(key, n *yaml.Node, schemas []*contract.Schema) test {
	value, ok := m.l.text(m.s, n, key.Value)
	if !ok {
		return nil
	}
	if kind := kindOf(m.l, schemas); !textual(kind) && kind != expression.Any {
		m.l.error("impossible-match", m.s.place(key), "", "%s needs text, and the field is %s", key.Value, kind)
		return nil
	}
	if key.Value == "$prefix" {
		return &prefixTest{value}
	}
	re, err := regexp.Compile(value)
	if err != nil {
		m.l.error("bad-pattern", m.s.place(n), "patterns are RE2: no look-around, no back-references", "not a pattern: %s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
		return nil
	}
	return &patternTest{re}
}

func (m *matcher) order(key, n *yaml.Node, schemas []*contract.Schema) test {
	kind := kindOf(m.l, schemas)
	switch kind {
	case expression.Int, expression.Number, expression.Decimal, expression.Date, expression.DateTime:
	default:
		m.l.error("impossible-match", m.s.place(key), "numbers, decimals and dates have an order; declare a format in the document",
			"%s needs values with an order, and the field is %s", key.Value, kind)
		return nil
	}
	v, _ := scalar(n)
	if n.Kind != yaml.ScalarNode {
		m.l.error("bad-constant", m.s.place(n), "", "%s takes one value", key.Value)
		return nil
	}
	want, ok := canonical(kind, v)
	if _, comparable := compareCanonical(want, want); !ok || !comparable {
		m.l.error("bad-constant", m.s.place(n), "", "%s is no %s", short(v), kind)
		return nil
	}
	return &orderTest{kind: kind, operator: key.Value, want: want}
}

func (m *matcher) elements(key, n *yaml.Node, schemas []*contract.Schema) test {
	if kind := kindOf(m.l, schemas); kind != expression.List && kind != expression.Any {
		m.l.error("impossible-match", m.s.place(key), "", "%s needs a list, and the field is %s", key.Value, kind)
		return nil
	}
	inner := m.inner(n, itemSchemas(schemas))
	if inner == nil {
		return nil
	}
	return &elementsTest{every: key.Value == "$every", inner: inner}
}

func (m *matcher) size(n *yaml.Node) test {
	count := &expression.Type{Kind: expression.Int}
	if n.Kind == yaml.MappingNode {
		if m.shape(n) != shapeOperators {
			return nil
		}
		var tests []test
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, ok := scalar(n.Content[i+1])
			want, isInt := v.(int)
			op := n.Content[i].Value
			if !ok || !isInt || !slices.Contains([]string{"$lt", "$lte", "$gt", "$gte"}, op) {
				m.l.error("bad-constant", m.s.place(n.Content[i]), "write $size: 2 or $size: {$gte: 2}", "$size takes a number, or $lt, $lte, $gt, $gte with one")
				return nil
			}
			tests = append(tests, &orderTest{kind: count.Kind, operator: op, want: want})
		}
		return &sizeTest{&allTest{tests}}
	}
	v, ok := scalar(n)
	want, isInt := v.(int)
	if !ok || !isInt || want < 0 {
		m.l.error("bad-constant", m.s.place(n), "write $size: 2 or $size: {$gte: 2}", "$size takes a number of elements")
		return nil
	}
	return &sizeTest{&equalTest{kind: count.Kind, want: want}}
}
