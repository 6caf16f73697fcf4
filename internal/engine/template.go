package engine

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// template is a value with holes, compiled from YAML. A part without holes is kept as a value and as JSON in the
// order in which it was written.
type template struct {
	kind    templateKind
	value   any    // literal
	encoded []byte // literal, as JSON
	members []templateMember
	items   []*template
	hole    *expression.Expression
	parts   []textPart
	node    *yaml.Node // only while loading
}

type templateKind uint8

const (
	literal templateKind = iota
	object
	array
	hole
	text
)

type templateMember struct {
	name    string
	encoded []byte // `"name":`
	value   *template
}

// textPart is a stretch of text, or a hole in it.
type textPart struct {
	text string
	hole *expression.Expression
}

// template compiles a YAML value. The schema, where it is known, says which plain scalars YAML has read as something
// else than the contract wants.
func (l *loader) template(s *source, n *yaml.Node, scope *expression.Scope, schemas []*contract.Schema) *template {
	t := &template{node: n}
	switch n.Kind {
	case yaml.MappingNode:
		l.objectTemplate(t, s, n, scope, schemas)
	case yaml.SequenceNode:
		t.kind = array
		items := itemSchemas(schemas)
		fixed := true
		for _, c := range n.Content {
			item := l.template(s, c, scope, items)
			fixed = fixed && item.kind == literal
			t.items = append(t.items, item)
		}
		if fixed {
			t.foldArray()
		}
	default:
		l.scalarTemplate(t, s, n, scope, schemas)
	}
	return t
}

func (l *loader) objectTemplate(t *template, s *source, n *yaml.Node, scope *expression.Scope, schemas []*contract.Schema) {
	t.kind = object
	fixed := true
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		value := l.template(s, n.Content[i+1], scope, memberSchemas(schemas, name))
		fixed = fixed && value.kind == literal
		t.members = append(t.members, templateMember{name: name, encoded: append(quoteJSON(name), ':'), value: value})
	}
	if fixed {
		t.foldObject()
	}
}

func (t *template) foldObject() {
	value := make(map[string]any, len(t.members))
	encoded := []byte{'{'}
	for i, m := range t.members {
		if i > 0 {
			encoded = append(encoded, ',')
		}
		encoded = append(append(encoded, m.encoded...), m.value.encoded...)
		value[m.name] = m.value.value
	}
	encoded = append(encoded, '}')
	t.kind, t.value, t.encoded, t.members = literal, value, encoded, nil
}

func (t *template) foldArray() {
	value := make([]any, 0, len(t.items))
	encoded := []byte{'['}
	for i, item := range t.items {
		if i > 0 {
			encoded = append(encoded, ',')
		}
		encoded = append(encoded, item.encoded...)
		value = append(value, item.value)
	}
	encoded = append(encoded, ']')
	t.kind, t.value, t.encoded, t.items = literal, value, encoded, nil
}

func (l *loader) scalarTemplate(t *template, s *source, n *yaml.Node, scope *expression.Scope, schemas []*contract.Schema) {
	if n.ShortTag() == "!!str" && strings.Contains(n.Value, "${") {
		l.textTemplate(t, s, n, scope)
		return
	}
	l.literalTemplate(t, l.scalarValue(s, n, schemas))
}

func (l *loader) literalTemplate(t *template, v any) {
	t.kind, t.value = literal, v
	encoded, err := expression.Encode(nil, v)
	if err != nil {
		// Every value that a YAML scalar yields can be written as JSON.
		panic(fmt.Sprintf("engine: %v", err))
	}
	t.encoded = encoded
}

func (l *loader) textTemplate(t *template, s *source, n *yaml.Node, scope *expression.Scope) {
	segments, bad := expression.ParseText(n.Value)
	if bad != nil {
		l.error(bad.Code, s.inside(n, bad.Offset, bad.End), bad.Hint, "%s", bad.Message)
		t.kind = hole
		return
	}
	if len(segments) == 1 && segments[0].Hole != "" {
		t.kind = hole
		t.hole = l.expression(s, n, segments[0].Offset, segments[0].Hole, scope)
		return
	}
	t.kind = text
	plain := true
	for _, g := range segments {
		if g.Hole == "" {
			t.parts = append(t.parts, textPart{text: g.Text})
			continue
		}
		plain = false
		e := l.expression(s, n, g.Offset, g.Hole, scope)
		if e != nil {
			l.checkTextHole(s, n, g, e)
		}
		t.parts = append(t.parts, textPart{hole: e})
	}
	if plain {
		var b strings.Builder
		for _, p := range t.parts {
			b.WriteString(p.text)
		}
		t.parts = nil
		l.literalTemplate(t, b.String())
	}
}

// checkTextHole refuses holes inside text that are no scalar, or that may have no value.
func (l *loader) checkTextHole(s *source, n *yaml.Node, g expression.Segment, e *expression.Expression) {
	typ := e.Type()
	place := s.inside(n, g.Offset, g.Offset+len(g.Hole))
	switch {
	case typ.Kind == expression.Object || typ.Kind == expression.List:
		l.error("hole-type", place, "name a single value of it", "%s cannot stand inside text", describe(typ))
	case typ.Optional && typ.Kind != expression.Any:
		l.error("hole-type", place, `give it a value for that case: ${… ?? ""}`, "the value may be absent and cannot stand inside text")
	}
}

// expression compiles one expression that stands at an offset inside a scalar; nil after a report.
func (l *loader) expression(s *source, n *yaml.Node, offset int, code string, scope *expression.Scope) *expression.Expression {
	e, problems := expression.Compile(code, scope)
	for _, p := range problems {
		hint := p.Hint
		if n.Style == 0 && n.LineComment != "" {
			hint = "YAML took the text behind \" #\" for a comment; quote the expression"
		}
		l.error(p.Code, s.inside(n, offset+p.Offset, offset+p.End), hint, "%s", p.Message)
	}
	if len(problems) > 0 {
		return nil
	}
	begin := s.inside(n, offset, offset)
	l.program.sites[e] = site{file: s.name, line: begin.Line, column: begin.Column}
	return e
}

// eval gives the template's value with its holes filled; expression.Omit when a lone hole asks to be left out. Literal
// parts are shared and must not be changed by the caller.
func (t *template) eval(env *expression.Env) (any, error) {
	switch t.kind {
	case object:
		out := make(map[string]any, len(t.members))
		for i := range t.members {
			v, err := t.members[i].value.eval(env)
			if err != nil {
				return nil, err
			}
			if v != expression.Omit {
				out[t.members[i].name] = v
			}
		}
		return out, nil
	case array:
		out := make([]any, 0, len(t.items))
		for _, item := range t.items {
			v, err := item.eval(env)
			if err != nil {
				return nil, err
			}
			if v != expression.Omit {
				out = append(out, v)
			}
		}
		return out, nil
	case hole:
		v, err := t.hole.Eval(env)
		if err != nil {
			return nil, &expressionError{t.hole, err}
		}
		return v, nil
	case text:
		return t.evalText(env)
	}
	return t.value, nil
}

func (t *template) evalText(env *expression.Env) (any, error) {
	var b strings.Builder
	for _, p := range t.parts {
		if p.hole == nil {
			b.WriteString(p.text)
			continue
		}
		v, err := p.hole.Eval(env)
		if err != nil {
			return nil, &expressionError{p.hole, err}
		}
		s, err := expression.Text(v)
		if err != nil {
			return nil, &expressionError{p.hole, err}
		}
		b.WriteString(s)
	}
	return b.String(), nil
}

// encode writes a value that eval gave as JSON, members in the order in which the template names them.
func (t *template) encode(dst []byte, v any) ([]byte, error) {
	switch t.kind {
	case literal:
		return append(dst, t.encoded...), nil
	case object:
		if members, ok := v.(map[string]any); ok {
			return t.encodeObject(dst, members)
		}
	case array:
		if items, ok := v.([]any); ok && len(items) == len(t.items) {
			return t.encodeArray(dst, items)
		}
	}
	return expression.Encode(dst, v)
}

func (t *template) encodeObject(dst []byte, members map[string]any) ([]byte, error) {
	dst = append(dst, '{')
	first := true
	for i := range t.members {
		m := &t.members[i]
		v, ok := members[m.name]
		if !ok {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		var err error
		if dst, err = m.value.encode(append(dst, m.encoded...), v); err != nil {
			return nil, err
		}
	}
	return append(dst, '}'), nil
}

func (t *template) encodeArray(dst []byte, items []any) ([]byte, error) {
	dst = append(dst, '[')
	for i, v := range items {
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = t.items[i].encode(dst, v); err != nil {
			return nil, err
		}
	}
	return append(dst, ']'), nil
}

// holes calls visit for every expression in the template.
func (t *template) holes(visit func(*expression.Expression)) {
	if t == nil {
		return
	}
	for i := range t.members {
		t.members[i].value.holes(visit)
	}
	for _, item := range t.items {
		item.holes(visit)
	}
	for _, p := range t.parts {
		if p.hole != nil {
			visit(p.hole)
		}
	}
	if t.hole != nil {
		visit(t.hole)
	}
}

// release drops what only loading needs.
func (t *template) release() {
	if t == nil {
		return
	}
	t.node = nil
	for i := range t.members {
		t.members[i].value.release()
	}
	for _, item := range t.items {
		item.release()
	}
}

// describe names a type for a message.
func describe(t *expression.Type) string { return t.String() }

func quoteJSON(s string) []byte {
	b, err := expression.Encode(nil, s)
	if err != nil {
		return strconv.AppendQuote(nil, s)
	}
	return b
}
