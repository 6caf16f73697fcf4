package engine

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// scenarioDecl is one scenario file, taken apart but not yet compiled.
type scenarioDecl struct {
	src       *source
	root      *yaml.Node
	name      string
	nameNode  *yaml.Node
	title     string
	api       *contract.API
	isDefault bool
	tables    *yaml.Node
	problems  *yaml.Node
	states    *yaml.Node
	given     *yaml.Node
	rules     []*ruleDecl
	beside    []SourceFile // the files that it names
}

// ruleDecl is one rule, taken apart but not yet compiled.
type ruleDecl struct {
	decl      *scenarioDecl
	operation *contract.Operation     // nil under "*"
	point     *contract.DecisionPoint // nil for rules of the operation itself
	node      *yaml.Node
	name      string
	nameNode  *yaml.Node
	match     *yaml.Node
	state     *yaml.Node
	find      *yaml.Node
	let       *yaml.Node
	when      *yaml.Node
	times     *yaml.Node
	chance    *yaml.Node
	do        *yaml.Node
	delay     *yaml.Node
	respond   *yaml.Node
	fault     *yaml.Node
	outcome   *yaml.Node
	goesOn    bool // continue: true
	off       bool // offContract: true
}

func (r *ruleDecl) src() *source { return r.decl.src }

func (r *ruleDecl) target() target { return target{r.operation, r.point} }

var (
	kebab       = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	identifier  = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	problemCode = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)
)

// declare takes one scenario file apart. It gives nil when the file's head is unusable.
func (l *loader) declare(s *source, folder string) *scenarioDecl {
	root := l.parseYAML(s)
	if root == nil {
		return nil
	}
	d := &scenarioDecl{src: s, root: root}
	var rules *yaml.Node
	ok := l.readFields(s, root, "a scenario file", []field{
		{name: "scenario", required: true, read: func(_, v *yaml.Node) { d.name, d.nameNode = l.scenarioName(s, v), v }},
		{name: "title", read: func(_, v *yaml.Node) { d.title, _ = l.text(s, v, "title") }},
		{name: "api", required: true, read: func(_, v *yaml.Node) { d.api = l.apiOf(s, v, folder) }},
		{name: "default", read: func(_, v *yaml.Node) { d.isDefault = l.flag(s, v, "default") }},
		{name: "tables", read: func(_, v *yaml.Node) { d.tables = v }},
		{name: "problems", read: func(_, v *yaml.Node) { d.problems = v }},
		{name: "state", read: func(_, v *yaml.Node) { d.states = v }},
		{name: "given", read: func(_, v *yaml.Node) { d.given = v }},
		{name: "rules", read: func(_, v *yaml.Node) { rules = v }},
		{name: "tests", read: func(_, v *yaml.Node) {}}, // which the tests read that are about the program
	})
	if !ok || d.api == nil || d.name == "" {
		return nil
	}
	if rules != nil {
		l.declareRules(d, rules)
	}
	return d
}

func (l *loader) scenarioName(s *source, v *yaml.Node) string {
	name, ok := l.text(s, v, "scenario")
	if ok && !kebab.MatchString(name) {
		l.error("bad-name", s.place(v), "", "a scenario's name is in kebab case, such as slow-refunds; %q is not", name)
		return ""
	}
	return name
}

func (l *loader) apiOf(s *source, v *yaml.Node, folder string) *contract.API {
	name, ok := l.text(s, v, "api")
	if !ok {
		return nil
	}
	api := l.apis[name]
	if api == nil {
		names := make([]string, 0, len(l.apis))
		for n := range l.apis {
			names = append(names, n)
		}
		l.error("unknown-api", s.place(v), finding.DidYouMean(name, names), "there is no API %q", name)
		return nil
	}
	if folder != "" && folder != name {
		l.error("wrong-folder", s.place(v), fmt.Sprintf("move the file to %s/", name), "the file is for API %q and stands in the folder of %q", name, folder)
	}
	return api
}

func (l *loader) declareRules(d *scenarioDecl, rules *yaml.Node) {
	if rules.Kind != yaml.MappingNode {
		l.error("not-a-mapping", d.src.place(rules), "", "rules must be a mapping of operation ids to lists of rules")
		return
	}
	for i := 0; i+1 < len(rules.Content); i += 2 {
		key, list := rules.Content[i], rules.Content[i+1]
		t, ok := l.targetOf(d, key)
		if !ok {
			continue
		}
		if list.Kind != yaml.SequenceNode {
			l.error("not-a-list", d.src.place(list), "begin each rule with \"- name: …\"", "the rules of an operation are a list")
			continue
		}
		if len(list.Content) == 0 {
			l.error("no-rules", d.src.place(key), "remove the operation, or write a rule", "%s has an empty list of rules", t.described())
		}
		l.declareTarget(d, t, list)
	}
}

// targetOf reads a key of rules: an operation's id, operation/point, or "*"; ok is false after a report.
func (l *loader) targetOf(d *scenarioDecl, key *yaml.Node) (t target, ok bool) {
	if key.Value == "*" {
		if d.isDefault {
			l.error("star-in-default", d.src.place(key), "select the scenario instead of making it a default",
				`rules for "*" answer every operation and cannot stand in a default scenario`)
		}
		return target{}, true
	}
	if operation := d.api.Operation(key.Value); operation != nil {
		return target{operation: operation}, true
	}
	id, point := cutPoint(key.Value)
	operation := d.api.Operation(id)
	if operation == nil {
		names := make([]string, 0, len(d.api.Operations))
		for _, o := range d.api.Operations {
			names = append(names, o.ID)
		}
		hint := finding.DidYouMean(id, names)
		l.error("unknown-operation", d.src.place(key), hint, "API %s has no operation %q", d.api.Name, id)
		return target{}, false
	}
	if t.operation, t.point = operation, operation.Point(point); t.point != nil {
		return t, true
	}
	l.report(unknownPoint(operation, point, d.src.place(key)))
	return target{}, false
}

func (l *loader) declareTarget(d *scenarioDecl, t target, list *yaml.Node) {
	names := map[string]*yaml.Node{}
	for _, n := range list.Content {
		r := l.declareRule(d, t, n)
		if r == nil || r.name == "" {
			continue
		}
		if first, ok := names[r.name]; ok {
			l.report(finding.Finding{Code: "duplicate-rule", Place: d.src.place(r.nameNode),
				Message: fmt.Sprintf("another rule of this %s is named %q", t.kind(), r.name),
				Related: []finding.Related{{Place: d.src.place(first), Message: "first here"}}})
			continue
		}
		names[r.name] = r.nameNode
		d.rules = append(d.rules, r)
	}
}

func (l *loader) declareRule(d *scenarioDecl, t target, n *yaml.Node) *ruleDecl {
	r := &ruleDecl{decl: d, operation: t.operation, point: t.point, node: n}
	keep := func(to **yaml.Node) func(_, v *yaml.Node) { return func(_, v *yaml.Node) { *to = v } }
	fields := []field{
		{name: "name", required: true, read: func(_, v *yaml.Node) { r.name, r.nameNode = l.ruleName(d.src, v), v }},
		{name: "match", read: keep(&r.match)},
		{name: "state", read: keep(&r.state)},
		{name: "find", read: keep(&r.find)},
		{name: "let", read: keep(&r.let)},
		{name: "when", read: keep(&r.when)},
		{name: "times", read: keep(&r.times)},
		{name: "chance", read: keep(&r.chance)},
	}
	answers := []field{
		{name: "do", read: keep(&r.do)},
		{name: "delay", read: keep(&r.delay)},
		{name: "respond", read: keep(&r.respond)},
		{name: "fault", read: keep(&r.fault)},
		{name: "continue", read: func(_, v *yaml.Node) { r.goesOn = l.flag(d.src, v, "continue") }},
		{name: "offContract", read: func(_, v *yaml.Node) { r.off = l.flag(d.src, v, "offContract") }},
	}
	outcome := []field{{name: "outcome", read: keep(&r.outcome)}}
	if t.point != nil {
		answers, outcome = outcome, answers
	}
	// What belongs to rules of the other kind is read only where it stands, to be told about.
	misplaced := slices.DeleteFunc(outcome, func(f field) bool { return child(n, f.name) == nil })
	ok := l.readFields(d.src, n, "a rule", slices.Concat(fields, answers, misplaced))
	if !ok {
		return nil
	}
	l.checkAnswers(r)
	return r
}

// checkAnswers demands that a rule answers, breaks the wire, or goes on, and that it does not answer when it goes on.
func (l *loader) checkAnswers(r *ruleDecl) {
	s := r.src()
	switch {
	case r.point != nil:
		l.checkOutcome(r)
	case r.outcome != nil:
		l.outcomeOutside(r)
	case r.goesOn && (r.respond != nil || r.fault != nil):
		l.error("continue-answers", s.place(orNode(r.respond, r.fault)), "remove it, or remove continue", "a rule that goes on gives no answer")
	case r.goesOn && r.delay == nil && r.do == nil:
		l.error("empty-rule", s.place(r.node), "add do: or delay:", "a rule that goes on must do something")
	case !r.goesOn && r.respond == nil && r.fault == nil:
		l.error("missing-key", s.place(r.node), "", `a rule needs "respond"`)
	}
}

func (l *loader) ruleName(s *source, v *yaml.Node) string {
	name, ok := l.text(s, v, "name")
	if !ok {
		return ""
	}
	printable := strings.IndexFunc(name, func(r rune) bool { return r < ' ' || r > '~' }) < 0
	if name == "" || len(name) > 80 || !printable || strings.TrimSpace(name) != name {
		l.error("bad-name", s.place(v), "", "a rule's name is 1 to 80 printable ASCII characters, without spaces at its ends")
		return ""
	}
	return name
}

// declareProblems reads a file's own entries of the error catalogue.
func (l *loader) declareProblems(d *scenarioDecl, into map[string]declaredProblem) {
	if d.problems == nil {
		return
	}
	if d.problems.Kind != yaml.MappingNode {
		l.error("not-a-mapping", d.src.place(d.problems), "", "problems must be a mapping of codes to entries")
		return
	}
	for i := 0; i+1 < len(d.problems.Content); i += 2 {
		key, value := d.problems.Content[i], d.problems.Content[i+1]
		p := declaredProblem{Definition: problem.Definition{Code: key.Value}, place: d.src.place(key)}
		if !problemCode.MatchString(key.Value) {
			l.error("bad-name", p.place, "", "a problem's code is in upper snake case, such as PSP_TIMEOUT; %q is not", key.Value)
		}
		s := d.src
		ok := l.readFields(s, value, "a problem", []field{
			{name: "status", required: true, read: func(_, v *yaml.Node) { p.Status = l.problemStatus(s, v) }},
			{name: "title", required: true, read: func(_, v *yaml.Node) { p.Title, _ = l.text(s, v, "title") }},
			{name: "handling", required: true, read: func(_, v *yaml.Node) { p.Handling, _ = l.text(s, v, "handling") }},
		})
		if !ok {
			continue
		}
		if _, known := problem.Lookup(p.Code); known {
			l.error("duplicate-problem", p.place, "give it a code of its own", "%s is a code of the shared catalogue", p.Code)
			continue
		}
		if first, known := into[p.Code]; known {
			l.report(finding.Finding{Code: "duplicate-problem", Place: p.place, Message: fmt.Sprintf("problem %s is declared a second time for this API", p.Code),
				Related: []finding.Related{{Place: first.place, Message: "first here"}}})
			continue
		}
		into[p.Code] = p
	}
}

type declaredProblem struct {
	problem.Definition
	place finding.Place
}

func (l *loader) problemStatus(s *source, v *yaml.Node) int {
	value, _ := scalar(v)
	status, ok := value.(int)
	if !ok || v.Kind != yaml.ScalarNode || status < 400 || status > 599 {
		l.error("bad-status", s.place(v), "", "a problem's status is a number from 400 to 599")
		return 500
	}
	return status
}
