package engine

import (
	"io/fs"
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// Declared is what the scenario files of one API declare: the names that rules and tests can use.
type Declared struct {
	Scenarios []string
	Tables    []DeclaredTable
	States    []DeclaredState
	// Problems are the API's own entries of the error catalogue.
	Problems []problem.Definition
	// Given are the provider states, those that are scenarios' names included. Rules are the names of the rules by
	// operation, "*" and operation/point among these.
	Given []string
	Rules map[string][]string
}

// DeclaredTable is one table. Schema is nil unless its rows are those of a schema of the document.
type DeclaredTable struct {
	Name     string
	Key      []string
	Writable bool
	Schema   *contract.Schema
	Columns  []DeclaredColumn
}

// DeclaredColumn is one column. Type is a word of columns:, or "" where any value may stand.
type DeclaredColumn struct{ Name, Type string }

// DeclaredState is one declared value.
type DeclaredState struct {
	Name   string
	Values []string
}

// Declare reads the scenario files below fsys for what they declare, by API, without compiling any rule: it also gives
// something for files that Load refuses, since these are the ones that somebody is editing.
func Declare(fsys fs.FS, apis []*contract.API) map[string]*Declared {
	l := declaringLoader(fsys, apis)
	for _, stage := range stages {
		if stage.name == "compile" {
			break // what comes before it declares, what comes after it uses
		}
		stage.run(l)
	}
	out := make(map[string]*Declared, len(apis))
	for _, a := range apis {
		out[a.Name] = l.program.names(a)
	}
	for _, s := range l.scenarios {
		d := out[s.api.Name]
		d.Scenarios = append(d.Scenarios, s.name)
		for _, r := range s.rules {
			id := r.target().String()
			d.Rules[id] = append(d.Rules[id], r.name)
		}
		d.Given = append(d.Given, statesGiven(s)...)
	}
	for _, s := range l.scenarios {
		if d := out[s.api.Name]; !s.isDefault && !slices.Contains(d.Given, s.name) {
			d.Given = append(d.Given, s.name)
		}
	}
	return out
}

// Declared gives what the scenarios of the program declare for an API.
func (p *Program) Declared(a *contract.API) *Declared {
	d := p.names(a)
	for _, s := range p.scenarios[a] {
		d.Scenarios = append(d.Scenarios, s.name)
		for t, set := range s.targets {
			d.add(t.String(), set)
		}
		if s.star != nil {
			d.add("*", s.star)
		}
	}
	for _, g := range p.given {
		if g.api == a {
			d.Given = append(d.Given, g.state)
		}
	}
	return d
}

func (d *Declared) add(id string, set *ruleSet) {
	for _, r := range set.rules {
		d.Rules[id] = append(d.Rules[id], r.name)
	}
}

// names gives the tables, states and problems of an API.
func (p *Program) names(a *contract.API) *Declared {
	d := &Declared{Rules: map[string][]string{}}
	for _, name := range sortedNames(p.tables[a.Name]) {
		d.Tables = append(d.Tables, p.tables[a.Name][name].declared())
	}
	for _, name := range sortedNames(p.states[a.Name]) {
		d.States = append(d.States, DeclaredState{name, slices.Clone(p.states[a.Name][name].values)})
	}
	for _, code := range sortedNames(p.problems[a.Name]) {
		d.Problems = append(d.Problems, p.problems[a.Name][code].Definition)
	}
	return d
}

func declaringLoader(fsys fs.FS, apis []*contract.API) *loader {
	p := newProgram()
	l := &loader{fsys: fsys, order: apis, apis: map[string]*contract.API{}, types: newTyper(), places: map[*ruleSet]finding.Place{},
		program: p, tables: p.tables, states: p.states, problems: p.problems}
	for _, a := range apis {
		l.apis[a.Name] = a
		l.tables[a.Name], l.states[a.Name], l.problems[a.Name] = map[string]*table{}, map[string]*stateDecl{}, map[string]declaredProblem{}
	}
	return l
}

// statesGiven lists the provider states of a file as they are written.
func statesGiven(d *scenarioDecl) []string {
	var out []string
	if d.given == nil {
		return nil
	}
	for _, n := range d.given.Content {
		if state := child(n, "state"); state != nil && state.Value != "" {
			out = append(out, state.Value)
		}
	}
	return out
}

func (t *table) declared() DeclaredTable {
	d := DeclaredTable{Name: t.name, Key: slices.Clone(t.key), Writable: t.writable, Schema: t.schema}
	for _, name := range t.columns() {
		word := ""
		for w, kind := range columnKinds {
			if t.row.Fields[name].Kind == kind {
				word = w
			}
		}
		d.Columns = append(d.Columns, DeclaredColumn{name, word})
	}
	return d
}
