package engine

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// Override is a rule that was set on a sandbox while it ran. It belongs to the program that compiled it.
type Override struct {
	target target
	set    *ruleSet
}

// overrideScenario is the name under which overrides answer.
const overrideScenario = "override"

// CompileOverride compiles one rule, written in YAML or JSON as in a scenario file, for an operation of an API, or for a
// decision point of one, which is written operation/point. It may use the tables, states and problems of the API's
// scenario files. id tells its counter from those of other overrides. The findings name the file "override"; the override
// is nil when there is an error among them.
func (p *Program) CompileOverride(api, operation, id string, text []byte) (*Override, finding.List) {
	t, found := p.targetNamed(api, operation)
	if found != nil {
		return nil, found
	}
	l := p.overrideLoader(t.operation.API)
	src := newSource(overrideScenario, text)
	root := l.parseYAML(src)
	if root == nil {
		l.findings.Sort()
		return nil, l.findings
	}
	if root.Kind == yaml.MappingNode && child(root, "name") == nil {
		root.Content = append(root.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: "name", Line: 1, Column: 1},
			&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: id, Line: 1, Column: 1})
	}
	d := &scenarioDecl{src: src, root: root, name: overrideScenario, api: t.operation.API}
	decl := l.declareRule(d, t, root)
	if decl == nil || decl.name == "" || l.findings.Errors() > 0 {
		l.findings.Sort()
		return nil, l.findings
	}
	s := &scenario{api: api, name: overrideScenario, targets: map[target]*ruleSet{}}
	compiled := l.compileRule(decl, s, l.targetScope(t))
	l.findings.Sort()
	if compiled == nil {
		return nil, l.findings
	}
	compiled.id = fmt.Sprintf("%s/%s/%s", overrideScenario, t.key(), id)
	compiled.seed, compiled.sites = hashText(compiled.id), l.program.sites
	set := s.setFor(t)
	set.add(compiled)
	set.index = newRuleIndex(set.rules)
	p.adopt(l.program)
	return &Override{target: t, set: set}, l.findings
}

// targetNamed finds an operation, or a decision point, by how it is written; found says why there is none.
func (p *Program) targetNamed(api, name string) (t target, found finding.List) {
	if o := p.Operation(api, name); o != nil {
		return target{operation: o}, nil
	}
	id, point := cutPoint(name)
	at := finding.Place{File: overrideScenario, Line: 1, Column: 1}
	o := p.Operation(api, id)
	if o == nil {
		return target{}, finding.List{{Code: "unknown-operation", Place: at, Message: fmt.Sprintf("API %q has no operation %q", api, id)}}
	}
	if t = (target{o, o.Point(point)}); t.point == nil {
		return target{}, finding.List{unknownPoint(o, point, at)}
	}
	return t, nil
}

// overrideLoader compiles into a program of its own, so that nothing of the running one is touched.
func (p *Program) overrideLoader(api *contract.API) *loader {
	own := newProgram()
	own.tables, own.states, own.problems, own.scenarios = p.tables, p.states, p.problems, p.scenarios
	return &loader{
		apis: map[string]*contract.API{api.Name: api}, order: []*contract.API{api}, types: newTyper(),
		tables: p.tables, states: p.states, problems: p.problems, places: map[*ruleSet]finding.Place{}, program: own,
		fsys: noFiles{},
	}
}

// adopt makes room for the slots of an override.
func (p *Program) adopt(own *Program) {
	for {
		have := p.overrideSlots.Load()
		if int64(own.slots) <= have || p.overrideSlots.CompareAndSwap(have, int64(own.slots)) {
			return
		}
	}
}
