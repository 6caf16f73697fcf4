package engine

import (
	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// compileLets reads let: and gives the scope with the new names.
func (l *loader) compileLets(r *ruleDecl, scope *expression.Scope) ([]binding, *expression.Scope) {
	if r.let == nil {
		return nil, scope
	}
	s := r.src()
	if r.let.Kind != yaml.MappingNode {
		l.error("not-a-mapping", s.place(r.let), "write let: {name: expression}", "let must be a mapping of names to expressions")
		return nil, scope
	}
	var lets []binding
	for i := 0; i+1 < len(r.let.Content); i += 2 {
		key, value := r.let.Content[i], r.let.Content[i+1]
		if !l.newName(s, key, scope) {
			continue
		}
		e := l.bare(s, value, "let", scope)
		typ := &expression.Type{Kind: expression.Any, Optional: true}
		if e != nil {
			typ = e.Type()
		}
		var slot int
		scope, slot = scope.With(key.Value, typ)
		if e != nil {
			lets = append(lets, binding{name: key.Value, slot: slot, expr: e})
		}
	}
	return lets, scope
}

// bare compiles an expression that stands without ${}.
func (l *loader) bare(s *source, n *yaml.Node, what string, scope *expression.Scope) *expression.Expression {
	if n.Kind != yaml.ScalarNode {
		hint := "write it as text"
		if n.Kind == yaml.MappingNode {
			hint = "quote an expression that begins with {"
		}
		l.error("not-an-expression", s.place(n), hint, "%s holds expressions", what)
		return nil
	}
	if len(n.Value) > 2 && n.Value[:2] == "${" {
		l.error("hole-in-expression", s.place(n), "write the expression without ${ and }", "%s already holds expressions", what)
		return nil
	}
	return l.expression(s, n, 0, n.Value, scope)
}

// compileWhens reads when:, one expression or a list of them, each true or false, and gives the scope of what comes
// after them: what a condition has made certain needs no second look.
func (l *loader) compileWhens(r *ruleDecl, scope *expression.Scope) ([]*expression.Expression, *expression.Scope) {
	if r.when == nil {
		return nil, scope
	}
	s := r.src()
	nodes := []*yaml.Node{r.when}
	if r.when.Kind == yaml.SequenceNode {
		nodes = r.when.Content
		if len(nodes) == 0 {
			l.error("not-an-expression", s.place(r.when), "remove it, or write a condition", "when is empty")
		}
	}
	var out []*expression.Expression
	for _, n := range nodes {
		e := l.bare(s, n, "when", scope)
		if e == nil {
			continue
		}
		if k := e.Type().Kind; k != expression.Bool && k != expression.Any || k == expression.Bool && e.Type().Optional {
			l.error("not-a-condition", s.place(n), "compare it with something", "a condition is true or false, and this is %s", e.Type())
			continue
		}
		out = append(out, e)
		scope = scope.Assuming(e)
	}
	return out, scope
}
