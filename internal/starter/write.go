package starter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
)

// ordered is decoded JSON whose members are written in the order of the schema.
type ordered struct {
	value  any
	schema *contract.Schema
}

// Scenario writes the scenario file.
func (d *Draft) Scenario() ([]byte, error) {
	w := &writer{}
	w.line("# The first scenario of %s: what each operation answers. Change the answers, and add rules above", d.api.Name)
	w.line("# them that answer something else: the first rule whose conditions all hold answers.")
	w.line("scenario: first")
	w.line("title: First answers")
	w.line("api: %s", w.text(d.api.Name))
	w.line("default: true")
	w.line("")
	if d.declined.Status != 0 {
		w.line("problems:")
		w.node("  ", node([]pair{{d.declined.Code, []pair{{"status", d.declined.Status}, {"title", d.declined.Title}, {"handling", d.declined.Handling}}}}))
		w.line("")
	}
	if len(d.rules) > 0 {
		w.line("rules:")
	}
	var last *contract.Operation
	for _, r := range d.rules {
		r.blamed = false
		if r.op != last {
			if last != nil {
				w.line("")
			}
			if r.op.Summary != "" {
				w.line("  # %s", strings.Join(strings.Fields(r.op.Summary), " "))
			}
			w.line("  %s:", w.text(r.op.ID))
			last = r.op
		}
		rule := []pair{{"name", r.name}}
		if r.match != nil {
			rule = append(rule, pair{"match", r.match})
		}
		w.element("    ", append(rule, pair{"respond", r.answers[0]}), r)
	}
	d.lines[ScenarioFile] = w.blocks
	return w.done()
}

// Test writes the test file.
func (d *Draft) Test() ([]byte, error) {
	w := &writer{}
	w.line("# Each case runs in a fresh sandbox. Run them with: sandbank test")
	w.line("test: first")
	w.line("api: %s", w.text(d.api.Name))
	w.line("cases:")
	for _, r := range d.rules {
		if r.call == nil {
			continue
		}
		w.element("  ", []pair{{"name", r.caseName}, {"steps", [][]pair{append(slices.Clone(r.call), pair{"expect", r.expect})}}}, r)
	}
	d.lines[TestFile] = w.blocks
	return w.done()
}

// writer writes YAML by lines and notes which belong to which rule.
type writer struct {
	b      bytes.Buffer
	lines  int
	blocks []block
	err    error
}

func (w *writer) done() ([]byte, error) { return w.b.Bytes(), w.err }

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format+"\n", args...)
	w.lines++
}

// text gives a text as YAML writes it, on one line.
func (w *writer) text(s string) string {
	n := scalar(s)
	if strings.ContainsAny(s, "\n\r") {
		n.Style = yaml.DoubleQuotedStyle
	}
	b, err := yaml.Marshal(n)
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("write YAML: %w", err)
	}
	return strings.TrimSuffix(string(b), "\n")
}

// element writes one element of a list, indented, that belongs to a rule.
func (w *writer) element(indent string, members []pair, r *rule) {
	first := w.lines + 1
	w.node(indent, &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{node(members)}})
	w.blocks = append(w.blocks, block{first, w.lines, r})
}

func (w *writer) node(indent string, n *yaml.Node) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil && w.err == nil {
		w.err = fmt.Errorf("write YAML: %w", err)
	}
	for text := range strings.Lines(b.String()) {
		if text = strings.TrimSuffix(text, "\n"); text != "" {
			text = indent + text
		}
		w.line("%s", text)
	}
}

// node makes a YAML node of a value.
func node(v any) *yaml.Node {
	switch x := v.(type) {
	case []pair:
		n := &yaml.Node{Kind: yaml.MappingNode}
		for _, p := range x {
			n.Content = append(n.Content, scalar(p.name), node(p.value))
		}
		if flat(n) {
			n.Style = yaml.FlowStyle
		}
		return n
	case [][]pair:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, e := range x {
			c := node(e)
			c.Style = 0
			n.Content = append(n.Content, c)
		}
		return n
	case ordered:
		return value(x.value, x.schema)
	}
	return value(v, nil)
}

// flat tells whether a mapping is short enough for one line.
func flat(n *yaml.Node) bool {
	length := 0
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode || strings.ContainsAny(c.Value, "\n{}[],") {
			return false
		}
		length += len(c.Value) + 2
	}
	return length <= 80
}

// value makes a YAML node of decoded JSON.
func value(v any, schema *contract.Schema) *yaml.Node {
	switch x := v.(type) {
	case map[string]any:
		n := &yaml.Node{Kind: yaml.MappingNode}
		for _, name := range members(x, schema) {
			var of *contract.Schema
			if schema != nil {
				of = schema.Properties[name]
			}
			n.Content = append(n.Content, scalar(name), value(x[name], of))
		}
		if len(x) == 0 {
			n.Style = yaml.FlowStyle
		}
		return n
	case []any:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, e := range x {
			var of *contract.Schema
			if schema != nil {
				of = schema.Items
			}
			n.Content = append(n.Content, value(e, of))
		}
		if len(x) == 0 {
			n.Style = yaml.FlowStyle
		}
		return n
	case string:
		return scalar(strings.ReplaceAll(x, "${", "$${"))
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(x)}
	case int:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(x)}
	case json.Number:
		tag := "!!int"
		if strings.ContainsAny(string(x), ".eE") {
			tag = "!!float"
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: string(x)}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}
}

// members lists the names of an object: those of the schema in its order, then the others.
func members(object map[string]any, schema *contract.Schema) []string {
	var out []string
	if schema != nil {
		for _, name := range schema.Order {
			if _, ok := object[name]; ok {
				out = append(out, name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// scalar is text, in quotes where it would be read as something else: also by older readers of YAML.
func scalar(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch strings.ToLower(s) {
	case "yes", "no", "on", "off", "y", "n":
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}
