package engine

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// flatten gives the schemas that together describe a value: the members of unions and the parts of allOf, as far as
// they go, beside the schema itself.
func flatten(schemas []*contract.Schema) []*contract.Schema {
	var out []*contract.Schema
	seen := map[*contract.Schema]bool{}
	var walk func(s *contract.Schema)
	walk = func(s *contract.Schema) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		out = append(out, s)
		for _, list := range [][]*contract.Schema{s.OneOf, s.AnyOf, s.AllOf} {
			for _, part := range list {
				walk(part)
			}
		}
	}
	for _, s := range schemas {
		walk(s)
	}
	return out
}

// memberSchemas gives the schemas that a member may have.
func memberSchemas(schemas []*contract.Schema, name string) []*contract.Schema {
	var out []*contract.Schema
	for _, s := range flatten(schemas) {
		if p := s.Properties[name]; p != nil {
			out = append(out, p)
		} else if s.Additional != nil {
			out = append(out, s.Additional)
		}
	}
	return out
}

// memberNames gives the names of all members that the schemas know, and whether others may exist.
func memberNames(schemas []*contract.Schema) (names []string, open bool) {
	set := map[string]bool{}
	for _, s := range flatten(schemas) {
		for n := range s.Properties {
			set[n] = true
		}
		union := len(s.OneOf)+len(s.AnyOf)+len(s.AllOf) > 0
		if !s.Closed && (s.Additional != nil || len(s.Properties) == 0 && !union && mayBe(s, "object")) {
			open = true
		}
	}
	for n := range set {
		names = append(names, n)
	}
	slices.Sort(names)
	return names, open
}

func itemSchemas(schemas []*contract.Schema) []*contract.Schema {
	var out []*contract.Schema
	for _, s := range flatten(schemas) {
		if s.Items != nil {
			out = append(out, s.Items)
		}
	}
	return out
}

// mayBe tells whether a schema by itself allows a JSON type.
func mayBe(s *contract.Schema, jsonType string) bool {
	return len(s.Types) == 0 || slices.Contains(s.Types, jsonType)
}

// wantsText tells whether the schemas take a string and no number, boolean or null.
func wantsText(schemas []*contract.Schema) bool {
	found := false
	for _, s := range flatten(schemas) {
		for _, t := range s.Types {
			if t == "string" {
				found = true
			} else if t != "null" {
				return false
			}
		}
	}
	return found
}

// scalarValue gives the value of a scalar without holes, and reports one that YAML reads as a number, a date or a
// flag where the contract has text.
func (l *loader) scalarValue(s *source, n *yaml.Node, schemas []*contract.Schema) any {
	v, ok := scalar(n)
	tag := n.ShortTag()
	if tag != "!!str" && wantsText(schemas) && (tag != "!!null" || n.Value != "" && n.Value != "null" && n.Value != "~") {
		what := map[string]string{"!!int": "a number", "!!float": "a number", "!!bool": "true or false", "!!timestamp": "a date", "!!null": "null"}[tag]
		l.error("needs-quotes", s.place(n), `write "`+n.Value+`" in quotes`, "YAML reads %s as %s, and the contract has text here", n.Value, what)
		return n.Value
	}
	if !ok {
		l.error("needs-quotes", s.place(n), `write "`+n.Value+`" in quotes if it is meant as text`, "%s is a number that JSON cannot hold", n.Value)
		return n.Value
	}
	return v
}

// plainValue gives the value of a node without holes.
func (l *loader) plainValue(s *source, n *yaml.Node, schemas []*contract.Schema) any {
	switch n.Kind {
	case yaml.MappingNode:
		out := make(map[string]any, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			out[n.Content[i].Value] = l.plainValue(s, n.Content[i+1], memberSchemas(schemas, n.Content[i].Value))
		}
		return out
	case yaml.SequenceNode:
		items := itemSchemas(schemas)
		out := make([]any, 0, len(n.Content))
		for _, c := range n.Content {
			out = append(out, l.plainValue(s, c, items))
		}
		return out
	}
	return l.scalarValue(s, n, schemas)
}

// nodeAt follows a JSON Pointer through a YAML tree as far as it goes.
func nodeAt(n *yaml.Node, pointer string) *yaml.Node {
	for token := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if pointer == "" {
			return n
		}
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		next := child(n, token)
		if next == nil {
			return n
		}
		n = next
	}
	return n
}

func child(n *yaml.Node, token string) *yaml.Node {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == token {
				return n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i]
		}
	}
	return nil
}

// keyAt gives the key node of a member, for violations that speak of the member's name.
func keyAt(n *yaml.Node, pointer string) *yaml.Node {
	cut := strings.LastIndexByte(pointer, '/')
	if cut < 0 {
		return nil
	}
	parent := nodeAt(n, pointer[:cut])
	name := strings.NewReplacer("~1", "/", "~0", "~").Replace(pointer[cut+1:])
	if parent.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(parent.Content); i += 2 {
		if parent.Content[i].Value == name {
			return parent.Content[i]
		}
	}
	return nil
}

// violations reports what a written-out value breaks of its schema, each at the line that breaks it.
func (l *loader) violations(code string, s *source, n *yaml.Node, found []problem.Violation, schema *contract.Schema) {
	for _, v := range found {
		at := nodeAt(n, v.Pointer)
		if key := keyAt(n, v.Pointer); key != nil && (v.Keyword == "additionalProperties" || v.Keyword == "readOnly" || v.Keyword == "writeOnly") {
			at = key
		}
		where := v.Pointer
		if where == "" {
			where = "the value"
		}
		l.report(finding.Finding{Code: code, Place: s.place(at), Message: where + " " + v.Message, Related: schemaPlace(schema)})
	}
}

func schemaPlace(s *contract.Schema) []finding.Related {
	if s == nil {
		return nil
	}
	p := s.Place()
	if p.File == "" {
		return nil
	}
	name := s.Name
	if name == "" {
		name = "the schema"
	}
	return []finding.Related{{Place: p, Message: name + " is declared here"}}
}

// short writes a value for a message, cut to a readable length.
func short(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "?"
	}
	r := []rune(string(b))
	if len(r) > 60 {
		return string(r[:57]) + "…"
	}
	return string(r)
}

// syntaxPlace finds the line of a JSON syntax error.
func syntaxPlace(name string, data []byte, err error) finding.Place {
	var syntax *contract.SyntaxError
	if !errors.As(err, &syntax) {
		return finding.Place{File: name}
	}
	before := string(data[:max(0, min(int(syntax.Offset), len(data)))])
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	return newSource(name, data).at(line, column, 1)
}
