package engine

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/problem"
)

// problemAnswer compiles problem: with its detail and errors.
func (p *responder) problemAnswer() *answer {
	for _, n := range []*yaml.Node{p.decl.status, p.decl.mediaType} {
		if n != nil {
			p.l.error("problem-status", p.s.place(n), "remove it", "a problem's status and media type come from the catalogue and the document")
		}
	}
	code, ok := p.l.text(p.s, p.decl.problem, "problem")
	if !ok {
		return nil
	}
	definition, ok := p.l.problemNamed(p.r.decl, code)
	if !ok {
		p.l.error("unknown-problem", p.s.place(p.decl.problem), didYouMean(code, p.l.problemCodes(p.r.decl)), "the error catalogue has no %q", code)
		return nil
	}
	p.out.status = definition.Status
	p.out.problem = &problemAnswer{definition: definition}
	if p.r.operation != nil && !p.r.off && p.r.operation.Response(definition.Status) == nil {
		p.undeclared(p.decl.problem, definition.Status)
	}
	p.headers()
	if p.decl.detail != nil {
		p.out.problem.detail = p.l.template(p.s, p.decl.detail, p.scope, nil)
	}
	p.problemErrors()
	return p.out
}

func (p *responder) problemErrors() {
	if p.decl.errors == nil {
		return
	}
	if p.decl.errors.Kind != yaml.SequenceNode {
		p.l.error("not-a-list", p.s.place(p.decl.errors), "write errors: [{pointer: /x, message: …}]", "errors is a list")
		return
	}
	for _, n := range p.decl.errors.Content {
		var e problemError
		var pointer, parameter *yaml.Node
		ok := p.l.readFields(p.s, n, "an error", []field{
			{name: "pointer", read: func(_, v *yaml.Node) { pointer = v }},
			{name: "parameter", read: func(_, v *yaml.Node) { parameter = v }},
			{name: "message", required: true, read: func(_, v *yaml.Node) { e.message = p.l.template(p.s, v, p.scope, nil) }},
		})
		if !ok {
			continue
		}
		switch {
		case (pointer == nil) == (parameter == nil):
			p.l.error("bad-error", p.s.place(n), "", "an error names either a pointer into the body or a parameter")
		case pointer != nil:
			if v := pointer.Value; v != "" && !strings.HasPrefix(v, "/") {
				p.l.error("bad-error", p.s.place(pointer), "write /"+v, "a JSON Pointer begins with /")
			}
			e.pointer = p.l.template(p.s, pointer, p.scope, nil)
		default:
			e.pointer = p.l.template(p.s, parameter, p.scope, nil)
		}
		p.out.problem.errors = append(p.out.problem.errors, e)
	}
}

// problemNamed finds an entry of the catalogue, the API's own entries first.
func (l *loader) problemNamed(d *scenarioDecl, code string) (problem.Definition, bool) {
	if own, ok := l.problems[d.api.Name][code]; ok {
		return own.Definition, true
	}
	return problem.Lookup(code)
}

func (l *loader) problemCodes(d *scenarioDecl) []string {
	codes := sortedNames(l.problems[d.api.Name])
	for _, p := range problem.All() {
		codes = append(codes, p.Code)
	}
	return codes
}
