package engine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/yamlerror"
)

// maxDepth bounds the nesting of a scenario file.
const maxDepth = 64

// parseYAML gives the root of the only document in a file, or nil after reporting why there is none.
func (l *loader) parseYAML(s *source) *yaml.Node {
	decoder := yaml.NewDecoder(bytes.NewReader(s.data))
	var document yaml.Node
	if err := decoder.Decode(&document); err != nil {
		if errors.Is(err, io.EOF) {
			l.error("empty-file", s.whole(), "remove the file, or write a scenario in it", "the file is empty")
			return nil
		}
		l.yamlError(s, err)
		return nil
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		l.error("second-document", s.at(second.Line, 1, 1), "put each scenario in a file of its own", "a file holds one document; another begins here")
		return nil
	} else if !errors.Is(err, io.EOF) {
		l.yamlError(s, err)
		return nil
	}
	root := document.Content[0]
	if root.Kind == yaml.ScalarNode && root.ShortTag() == "!!null" {
		l.error("empty-file", s.whole(), "remove the file, or write a scenario in it", "the file is empty")
		return nil
	}
	before := l.findings.Errors()
	l.checkNode(s, root, 0)
	if l.findings.Errors() > before {
		return nil
	}
	return root
}

func (l *loader) yamlError(s *source, err error) {
	p := yamlerror.Of(s.data, err)
	place := s.whole()
	if p.Line > 0 {
		place = s.at(p.Line, p.Column, p.Width)
	}
	l.error("yaml-syntax", place, p.Hint, "not valid YAML: %s", p.Message)
}

// checkNode refuses what YAML has and scenario files do not: duplicate keys, anchors, aliases, merge keys, tags, and
// nesting beyond maxDepth.
func (l *loader) checkNode(s *source, n *yaml.Node, depth int) {
	if depth > maxDepth {
		l.error("too-deep", s.place(n), "", "nested more than %d levels deep", maxDepth)
		return
	}
	if n.Anchor != "" {
		l.error("anchor", s.place(n), "write the value out where it is used", "anchors are not used in scenario files")
	}
	if n.Kind == yaml.AliasNode {
		l.error("alias", s.place(n), "write the value out", "aliases are not used in scenario files")
		return
	}
	if n.Style&yaml.TaggedStyle != 0 {
		l.error("tag", s.place(n), "quote the value if it is meant as text", "tags are not used in scenario files")
	}
	if n.Kind == yaml.MappingNode {
		l.checkKeys(s, n)
	}
	for _, c := range n.Content {
		l.checkNode(s, c, depth+1)
	}
}

func (l *loader) checkKeys(s *source, n *yaml.Node) {
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if k.Kind != yaml.ScalarNode {
			l.error("bad-key", s.place(k), "", "a key must be a plain word")
			continue
		}
		if k.Value == "<<" && k.Style == 0 {
			l.error("merge-key", s.place(k), "write the members out", "merge keys are not used in scenario files")
			continue
		}
		if first, ok := seen[k.Value]; ok {
			l.report(finding.Finding{Code: "duplicate-key", Place: s.place(k), Message: fmt.Sprintf("%q stands here a second time", k.Value),
				Hint:    "remove one of the two, or rename it",
				Related: []finding.Related{{Place: s.place(first), Message: "first here"}}})
			continue
		}
		seen[k.Value] = k
	}
}

// field is one key of a mapping that a reader knows, with what to do with its value.
type field struct {
	name     string
	required bool
	read     func(key, value *yaml.Node)
}

// readFields hands each member of a mapping to its reader, in the order of the list, and reports members that are
// not in the list and required ones that are missing. It gives false when the node is no mapping.
func (l *loader) readFields(s *source, n *yaml.Node, what string, fields []field) bool {
	if n.Kind != yaml.MappingNode {
		l.error("not-a-mapping", s.place(n), "", "%s must be a mapping of names to values", what)
		return false
	}
	byName := map[string][2]*yaml.Node{}
	names := make([]string, 0, len(fields))
	for _, f := range fields {
		names = append(names, f.name)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		known := false
		for _, name := range names {
			known = known || name == k.Value
		}
		if !known {
			hint := finding.DidYouMean(k.Value, names)
			if hint == "" {
				hint = "known here: " + strings.Join(names, ", ")
			}
			l.error("unknown-key", s.place(k), hint, "%s has no key %q", what, k.Value)
			continue
		}
		byName[k.Value] = [2]*yaml.Node{k, n.Content[i+1]}
	}
	for _, f := range fields {
		if kv, ok := byName[f.name]; ok {
			f.read(kv[0], kv[1])
		} else if f.required {
			l.error("missing-key", s.place(n), "", "%s needs %q", what, f.name)
		}
	}
	return true
}

// text reads a scalar that must be text; ok is false after a report.
func (l *loader) text(s *source, n *yaml.Node, what string) (string, bool) {
	if n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null" {
		l.error("not-text", s.place(n), "", "%s must be text", what)
		return "", false
	}
	return n.Value, true
}

// flag reads true or false.
func (l *loader) flag(s *source, n *yaml.Node, what string) bool {
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
		l.error("not-a-flag", s.place(n), "", "%s must be true or false", what)
		return false
	}
	return n.Value == "true" || n.Value == "True" || n.Value == "TRUE"
}

var (
	jsonInteger = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	jsonNumber  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)
)

// scalar gives a scalar's value as decoded JSON: nil, bool, int, json.Number or string. ok is false when YAML reads a
// number where JSON has none such (0x1F, .inf, 0123).
func scalar(n *yaml.Node) (v any, ok bool) {
	switch n.ShortTag() {
	case "!!null":
		return nil, true
	case "!!bool":
		return strings.EqualFold(n.Value, "true"), true
	case "!!int", "!!float":
		if jsonInteger.MatchString(n.Value) {
			if i, err := strconv.Atoi(n.Value); err == nil && i >= -1<<53 && i <= 1<<53 {
				return i, true
			}
			return json.Number(n.Value), true
		}
		return json.Number(n.Value), jsonNumber.MatchString(n.Value)
	}
	return n.Value, true
}
