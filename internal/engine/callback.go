package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

var errNoRow = errors.New("the value for the row is no object")

// callbackEffect is a callback that a rule sends, compiled.
type callbackEffect struct {
	operation  *contract.Operation // nil for a webhook
	name       string
	method     string
	expression string
	mediaType  string
	body       *template
	answer     answer // checks and encodes the body
}

// callbackSource says whose callbacks a rule may name.
type callbackSource struct {
	api       *contract.API
	operation *contract.Operation
}

// named finds a callback by its name: one of the operation's, else a webhook of the document.
func (c *callbackSource) named(name string) (cb *contract.Callback, own bool, known []string) {
	if c.operation != nil {
		for _, cb := range c.operation.Callbacks {
			if cb.Name == name {
				return cb, true, nil
			}
			known = append(known, cb.Name)
		}
	}
	for _, cb := range c.api.Webhooks {
		if cb.Name == name {
			return cb, false, nil
		}
		known = append(known, cb.Name)
	}
	return nil, false, known
}

// callbackEffect reads callback: {name, body}.
func (l *loader) callbackEffect(s *source, n *yaml.Node, scope *expression.Scope, from *callbackSource) *callbackEffect {
	out := &callbackEffect{}
	var declared *contract.Callback
	var body *yaml.Node
	ok := l.readFields(s, n, "a callback", []field{
		{name: "name", required: true, read: func(_, v *yaml.Node) {
			name, ok := l.text(s, v, "name")
			if !ok {
				return
			}
			cb, own, known := from.named(name)
			if cb == nil {
				hint := orNothing(didYouMean(name, known), "declared: "+strings.Join(known, ", "))
				if len(known) == 0 {
					hint = "declare it under the operation's callbacks or the document's webhooks"
				}
				l.error("unknown-callback", s.place(v), hint, "the document declares no callback %q here", name)
				return
			}
			declared, out.name, out.method, out.expression = cb, name, cb.Method, cb.Expression
			if own {
				out.operation = from.operation
			}
		}},
		{name: "body", read: func(_, v *yaml.Node) { body = v }},
	})
	if !ok || declared == nil {
		return nil
	}
	if declared.Body == nil || len(declared.Body.Content) == 0 {
		if body != nil {
			l.error("no-content", s.place(body), "remove it", "callback %s has no body", out.name)
		}
		return out
	}
	media := declared.Body.Content[0]
	if body == nil {
		if declared.Body.Required {
			l.error("missing-body", s.place(n), "", "callback %s has a body", out.name)
		}
		return out
	}
	out.mediaType = media.Type
	out.body = l.template(s, body, scope, schemaList(media.Schema))
	out.answer = answer{schema: media.Schema}
	out.answer.proven = prover{l, s}.template(out.body, media.Schema)
	return out
}

func schemaList(s *contract.Schema) []*contract.Schema {
	if s == nil {
		return nil
	}
	return []*contract.Schema{s}
}

// prepare fills the callback's holes and finds its address.
func (c *callbackEffect) prepare(ev *evaluation) (*Callback, error) {
	out := &Callback{API: ev.api, Name: c.name, Method: c.method, Type: c.mediaType}
	if c.operation != nil {
		out.Operation = c.operation.ID
	}
	if c.expression != "" {
		url, err := callbackURL(c.expression, ev)
		if err != nil {
			return nil, fmt.Errorf("the address of callback %s: %w", c.name, err)
		}
		out.URL = url
	}
	if c.body == nil {
		return out, nil
	}
	v, err := c.body.eval(&ev.env)
	if err != nil {
		return nil, err
	}
	if !c.answer.proven {
		if err := c.answer.check(v); err != nil {
			return nil, fmt.Errorf("callback %s: %w", c.name, err)
		}
	}
	encoded, err := c.body.encode(nil, v)
	out.Body = json.RawMessage(encoded)
	return out, err
}

// callbackURL fills the runtime expressions of an address (OpenAPI 3.1, section 4.8.20.4), as far as they speak of the
// request.
func callbackURL(pattern string, ev *evaluation) (string, error) {
	var b strings.Builder
	if strings.HasPrefix(pattern, "$") {
		pattern = "{" + pattern + "}"
	}
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			b.WriteString(pattern)
			return b.String(), nil
		}
		end := strings.IndexByte(pattern[open:], '}')
		if end < 0 {
			return "", fmt.Errorf("%q has no end", pattern[open:])
		}
		v, err := runtimeExpression(pattern[open+1:open+end], ev)
		if err != nil {
			return "", err
		}
		b.WriteString(pattern[:open] + v)
		pattern = pattern[open+end+1:]
	}
}

func runtimeExpression(name string, ev *evaluation) (string, error) {
	slots := ev.env.Slots
	if name == "$url" {
		return ev.world.URL, nil
	}
	if name == "$method" {
		return ev.operation.Method, nil
	}
	rest, ok := strings.CutPrefix(name, "$request.")
	if !ok {
		return "", fmt.Errorf("%s is not known when a rule answers", name)
	}
	var v any
	var present bool
	part, field, _ := strings.Cut(rest, ".")
	switch {
	case part == "path" || part == "query":
		v, present = lookup(slots[partSlots[part]], []string{field})
	case part == "header":
		v, present = lookup(slots[slotHeader], []string{strings.ToLower(field)})
	case rest == "body":
		v, present = slots[slotBody], true
	case strings.HasPrefix(rest, "body#"):
		v, present = pointed(slots[slotBody], strings.TrimPrefix(rest, "body#"))
	}
	if !present || v == nil {
		return "", fmt.Errorf("the request has no %s", rest)
	}
	return expression.Text(v)
}

// pointed follows a JSON Pointer through decoded JSON.
func pointed(v any, pointer string) (any, bool) {
	if pointer == "" {
		return v, true
	}
	for token := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		m, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		if v, ok = m[token]; !ok {
			return nil, false
		}
	}
	return v, true
}
