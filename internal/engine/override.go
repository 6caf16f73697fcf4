package engine

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// Override is a rule that was set on a sandbox while it ran. It belongs to the program that compiled it.
type Override struct {
	operation *contract.Operation
	set       *ruleSet
}

// overrideScenario is the name under which overrides answer.
const overrideScenario = "override"

// CompileOverride compiles one rule, written in YAML or JSON as in a scenario file, for an operation. It may use the
// tables, states and problems of the API's scenario files. id tells its counter from those of other overrides. The
// findings name the file "override"; the override is nil when there is an error among them.
func (p *Program) CompileOverride(operation *contract.Operation, id string, text []byte) (*Override, finding.List) {
	// The rule is compiled into a program of its own, so that nothing of the running one is touched.
	own := newProgram()
	own.tables, own.states, own.problems, own.scenarios = p.tables, p.states, p.problems, p.scenarios
	l := &loader{
		apis: map[string]*contract.API{operation.API.Name: operation.API}, order: []*contract.API{operation.API}, types: newTyper(),
		tables: p.tables, states: p.states, problems: p.problems, places: map[*ruleSet]finding.Place{}, program: own,
		fsys: noFiles{},
	}
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
	d := &scenarioDecl{src: src, root: root, name: overrideScenario, api: operation.API}
	decl := l.declareRule(d, operation, root)
	if decl == nil || decl.name == "" || l.findings.Errors() > 0 {
		l.findings.Sort()
		return nil, l.findings
	}
	s := &scenario{name: overrideScenario, operations: map[*contract.Operation]*ruleSet{}}
	compiled := l.compileRule(decl, s, l.factScope(operation))
	l.findings.Sort()
	if compiled == nil {
		return nil, l.findings
	}
	compiled.id = fmt.Sprintf("%s/%s/%s", overrideScenario, operation.ID, id)
	compiled.seed, compiled.sites = hashText(compiled.id), own.sites
	set := s.setFor(operation)
	set.add(compiled)
	set.index = newRuleIndex(set.rules)
	p.adopt(own)
	return &Override{operation: operation, set: set}, l.findings
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
