package engine

import (
	"cmp"
	"math/rand/v2"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// answer is what a rule responds, compiled. It is immutable.
type answer struct {
	status    int
	mediaType string
	headers   []answerHeader

	// Exactly one of the following speaks.
	body     []byte         // ready bytes, checked at load; nil with no other = an answer without a body
	template *template      // rendered for each request
	problem  *problemAnswer // rendered by the server in the operation's error schema
	generate *contract.Schema

	schema *contract.Schema // of template
	proven bool             // every rendering satisfies schema
	text   bool             // the template is sent as text, not as JSON
	byRow  *renderedRows
}

type answerHeader struct {
	name  string
	value *template
	fixed string // when the value has no holes
}

type problemAnswer struct {
	definition problem.Definition
	detail     *template
	errors     []problemError
}

type problemError struct {
	pointer, message *template
}

// renderedRows holds a body for every row of the one table that its holes read, made and checked at load.
type renderedRows struct {
	slot   int
	bodies [][]byte // by row number
}

// offContract is a rendered body that breaks its schema.
type offContract struct {
	violations []problem.Violation
}

func (e *offContract) Error() string {
	words := make([]string, 0, len(e.violations))
	for _, v := range e.violations {
		where := cmp.Or(v.Pointer, v.Parameter, "the body")
		words = append(words, where+" "+v.Message)
	}
	return strings.Join(words, "; ")
}

// render fills the decision with what the answer says for this request.
func (a *answer) render(d *Decision, ev *evaluation) error {
	d.Status, d.Type = a.status, a.mediaType
	for i := range a.headers {
		h := &a.headers[i]
		value := h.fixed
		if h.value != nil {
			v, err := h.value.eval(&ev.env)
			if err != nil {
				return err
			}
			if v == expression.Omit || v == nil {
				continue
			}
			if value, err = expression.Text(v); err != nil {
				return err
			}
		}
		d.Header = append(d.Header, Field{Name: h.name, Value: value})
	}
	switch {
	case a.problem != nil:
		return a.problem.render(d, &ev.env)
	case a.generate != nil:
		return a.renderGenerated(d, ev)
	case a.byRow != nil:
		d.Body = a.byRow.bodies[ev.found[a.byRow.slot]]
		return nil
	case a.template != nil:
		body, err := a.renderTemplate(&ev.env)
		d.Body = body
		return err
	}
	d.Body = a.body
	return nil
}

func (a *answer) renderTemplate(env *expression.Env) ([]byte, error) {
	v, err := a.template.eval(env)
	if err != nil {
		return nil, err
	}
	if v == expression.Omit {
		v = nil
	}
	if a.text {
		text, err := expression.Text(v)
		return []byte(text), err
	}
	if !a.proven {
		if err := a.check(v); err != nil {
			return nil, err
		}
	}
	return a.template.encode(make([]byte, 0, 256), v)
}

// check holds a rendered value against the schema.
func (a *answer) check(v any) error {
	if a.schema == nil {
		return nil
	}
	plain := expression.Plain(v)
	if a.schema.Accepts(plain, contract.Outbound) {
		return nil
	}
	found := a.schema.Validate(plain, contract.Outbound)
	if len(found) == 0 {
		return nil
	}
	return &offContract{found}
}

func (a *answer) renderGenerated(d *Decision, ev *evaluation) error {
	v, err := a.generate.Generate(ev.random(), contract.Outbound)
	if err != nil {
		return err
	}
	d.Body, err = expression.Encode(nil, v)
	return err
}

func (p *problemAnswer) render(d *Decision, env *expression.Env) error {
	out := &problem.Problem{Definition: p.definition}
	var err error
	if out.Detail, err = textOf(p.detail, env); err != nil {
		return err
	}
	for _, e := range p.errors {
		v := problem.Violation{In: "body", Keyword: "rule"}
		if v.Pointer, err = textOf(e.pointer, env); err != nil {
			return err
		}
		if v.Message, err = textOf(e.message, env); err != nil {
			return err
		}
		if !strings.HasPrefix(v.Pointer, "/") && v.Pointer != "" {
			v.Parameter, v.Pointer, v.In = v.Pointer, "", "query"
		}
		out.Errors = append(out.Errors, v)
	}
	d.Problem = out
	return nil
}

func textOf(t *template, env *expression.Env) (string, error) {
	if t == nil {
		return "", nil
	}
	v, err := t.eval(env)
	if err != nil || v == nil || v == expression.Omit {
		return "", err
	}
	return expression.Text(v)
}

// generated gives the random source for values made from a schema.
func generated(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15)) }

// mediaTypes names the media types of a response, for messages.
func mediaTypes(r *contract.Response) []string {
	out := make([]string, 0, len(r.Content))
	for _, c := range r.Content {
		out = append(out, c.Type)
	}
	return out
}

func didYouMean(got string, known []string) string { return finding.DidYouMean(got, known) }
