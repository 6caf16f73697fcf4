// Package starter writes the first scenario of a document, with its test: for each operation one rule that answers what
// the document shows or a value made from its schema, written out to be changed, and where it can be had one that
// answers an error. Whoever asks for a draft holds it against the checks and runs its test; what does not pass is
// blamed, and the draft then has something plainer in its place, or nothing.
package starter

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// Draft is a first scenario of an API with its test. Make one with New. It is not safe for concurrent use.
type Draft struct {
	api   *contract.API
	rules []*rule
	// declined is the API's own problem, as an example of one; its status is 0 when no operation has a use for it.
	declined problem.Definition
	random   *rand.Rand
	lines    map[string][]block // by file
}

// rule is one rule with its case. Its answers are tried in order: the first that nobody has blamed is written.
type rule struct {
	op       *contract.Operation
	name     string
	match    []pair
	answers  [][]pair
	call     []pair // of the test's step; nil when no request could be made
	caseName string
	expect   []pair
	blamed   bool // since it was last written
}

// pair is a member of a mapping, kept in order.
type pair struct {
	name  string
	value any
}

// block says which lines of a file belong to a rule.
type block struct {
	first, last int
	rule        *rule
}

// Files that a draft consists of, below the folder of the API.
const (
	ScenarioFile = "first.yaml"
	TestFile     = "first_test.yaml"
)

// New drafts a scenario. The same seed gives the same draft.
func New(api *contract.API, seed uint64) *Draft {
	d := &Draft{api: api, random: rand.New(rand.NewPCG(seed, 1)), lines: map[string][]block{}}
	for _, o := range api.Operations {
		request := d.request(o)
		if r := d.refusal(o, request); r != nil {
			d.rules = append(d.rules, r)
		}
		if r := d.answer(o, request); r != nil {
			d.rules = append(d.rules, r)
		}
	}
	return d
}

// answer drafts the rule that answers an operation; nil when nothing can be answered.
func (d *Draft) answer(o *contract.Operation, request *request) *rule {
	r := &rule{op: o, name: "an answer", caseName: o.ID + " answers", call: request.step(o)}
	status := o.DefaultStatus()
	declared := o.Response(status)
	if declared == nil {
		return nil
	}
	r.expect = []pair{{"status", status}, {"rule", r.name}}
	if len(declared.Content) == 0 {
		r.answers = d.withHeaders([][]pair{{{"status", status}}}, declared)
		return r
	}
	for _, media := range declared.Content {
		var with []pair
		if len(declared.Content) > 1 {
			with = []pair{{"type", media.Type}}
		}
		for _, e := range media.Examples {
			r.answers = append(r.answers, append(slices.Clone(with), pair{"example", e.Name}))
		}
		if media.Schema == nil {
			continue
		}
		for range 2 { // values differ, and the first may not do
			v, err := media.Schema.Generate(d.random, contract.Outbound)
			if err != nil {
				break
			}
			v = pruned(v, 2, func(v any) bool { return media.Schema.Accepts(v, contract.Outbound) })
			r.answers = append(r.answers, append(slices.Clone(with), pair{"body", ordered{v, media.Schema}}))
		}
	}
	if len(r.answers) == 0 {
		return nil
	}
	r.answers = d.withHeaders(r.answers, declared)
	return r
}

// withHeaders puts behind each answer the same one with the headers that the response must have: some of these the
// server sets by itself, and they cannot be written down.
func (d *Draft) withHeaders(answers [][]pair, declared *contract.Response) [][]pair {
	header := d.headers(declared)
	if len(header) == 0 {
		return answers
	}
	var out [][]pair
	for _, a := range answers {
		out = append(out, a, append([]pair{{"header", header}}, a...))
	}
	return out
}

// reserved are headers that the server sets by itself.
var reserved = []string{"content-length", "content-type", "transfer-encoding", "connection", "date", "x-request-id"}

// headers gives values to the headers that a response must have.
func (d *Draft) headers(declared *contract.Response) []pair {
	var out []pair
	for _, h := range declared.Headers {
		if !h.Required || h.Schema == nil || slices.Contains(reserved, strings.ToLower(h.Name)) {
			continue
		}
		v, err := h.Schema.Generate(d.random, contract.Outbound)
		if err != nil {
			continue
		}
		switch v.(type) {
		case map[string]any, []any, nil:
		default:
			out = append(out, pair{h.Name, fmt.Sprint(v)})
		}
	}
	return out
}

// refusal drafts a rule that answers an error to one value of the request; nil when there is no such value, or no error.
func (d *Draft) refusal(o *contract.Operation, request *request) *rule {
	if request == nil {
		return nil
	}
	at, ok := request.selector(d.random)
	if !ok {
		return nil
	}
	preferred := []int{422, 409, 403, 404, 400, 429, 503, 500}
	if at.in == "path" {
		preferred = []int{404, 422, 409, 403, 400, 503, 500}
	}
	i := slices.IndexFunc(preferred, func(status int) bool { return declares(o, status) })
	if i < 0 {
		return nil
	}
	definition, ok := problem.ForStatus(preferred[i])
	if !ok {
		return nil
	}
	if at.in != "path" && (d.declined.Status == 0 || d.declined.Status == definition.Status) {
		d.declined = problem.Definition{Code: "DECLINED", Status: definition.Status, Title: "The bank declines this request", Handling: "Change this sentence to what the caller should do next."}
		definition = d.declined
	}
	name := at.name + " " + fmt.Sprint(at.value)
	if !printable(name) {
		name = "an error"
	}
	return &rule{
		op: o, name: name, caseName: o.ID + " answers " + definition.Code, match: []pair{{at.in, []pair{{at.name, at.value}}}},
		answers: [][]pair{{{"problem", definition.Code}}}, call: request.with(at).step(o), expect: []pair{{"problem", definition.Code}, {"rule", name}},
	}
}

// declares tells whether an operation declares a status by itself, as its class, or by default.
func declares(o *contract.Operation, status int) bool {
	return slices.ContainsFunc(o.Responses, func(r *contract.Response) bool {
		return r.Status == strconv.Itoa(status) || r.Status == strconv.Itoa(status/100)+"XX"
	})
}

// printable tells whether a text can be the name of a rule.
func printable(s string) bool {
	for _, r := range s {
		if r < ' ' || r > '~' {
			return false
		}
	}
	return s != "" && len(s) <= 80
}

// Blame tells the draft that a line of one of its files is not good. It gives false when the line belongs to no rule.
func (d *Draft) Blame(file string, line int) bool {
	for _, b := range d.lines[file] {
		if line >= b.first && line <= b.last {
			if file == TestFile {
				b.rule.call = nil
			} else {
				d.next(b.rule)
			}
			return true
		}
	}
	return false
}

// BlameCase tells the draft that a case of its test fails.
func (d *Draft) BlameCase(name string) bool {
	for _, r := range d.rules {
		if r.caseName == name {
			d.next(r)
			return true
		}
	}
	return false
}

// next puts the next answer in the place of one that is not good; without one the rule is left out.
func (d *Draft) next(r *rule) {
	if r.blamed {
		return
	}
	r.blamed = true
	if r.answers = r.answers[1:]; len(r.answers) > 0 {
		return
	}
	d.rules = slices.DeleteFunc(d.rules, func(other *rule) bool { return other == r })
	if !slices.ContainsFunc(d.rules, func(r *rule) bool { return reflect.DeepEqual(r.answers[0], []pair{{"problem", d.declined.Code}}) }) {
		d.declined = problem.Definition{}
	}
}

// Rules counts what the draft holds.
func (d *Draft) Rules() (rules, cases int) {
	for _, r := range d.rules {
		if r.call != nil {
			cases++
		}
	}
	return len(d.rules), cases
}

// Unanswered lists the operations that are left to the document.
func (d *Draft) Unanswered() []string {
	var out []string
	for _, o := range d.api.Operations {
		if !slices.ContainsFunc(d.rules, func(r *rule) bool { return r.op == o && r.match == nil }) {
			out = append(out, o.ID)
		}
	}
	return out
}
