package e2e_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/scenarios"
)

// scenarioCase is one request and what the default scenarios answer. Cases are kept in files by scenario:
// cases_*_test.go.
type scenarioCase struct {
	name      string
	operation string
	// token is what stands behind "Bearer". Here and as the member "token" of a body, "issued to X" is a token that the
	// server itself signed for X.
	token string
	// app is the key; "" is "demo". scenario is asked for before the default ones.
	app, scenario string
	query         map[string]string
	body          any

	// status is 200 when it is 0. code and place are those of a problem and of its only violation ("" for none).
	status      int
	code, place string
	// rule is the one that answers.
	rule string
	// want is JSON: members of an object that the answer must have, anything else exactly.
	want string
}

// scenarioCases gives all cases.
func scenarioCases(tb testing.TB) []scenarioCase {
	return slices.Concat(referenceCases(), loginCases(), customerCases(), verificationCases(), calculatorCases(), formCases(tb), strictCases(tb))
}

// run sends the request of a case and holds the answer against what it says.
func (c scenarioCase) run(t *testing.T, s *inside, client *client) {
	t.Helper()
	op := deposits(t).Operation(c.operation)
	if op == nil {
		t.Fatalf("there is no operation %s", c.operation)
	}
	k := call{method: op.Method, path: op.Path, query: c.query, body: c.body, header: map[string]string{}}
	if c.token != "" {
		k.header["Authorization"] = "Bearer " + s.token(t, c.token)
	}
	if members, ok := c.body.(map[string]any); ok && members["token"] != nil {
		k.body = with(c.body, "/token", s.token(t, members["token"].(string)))
	}
	if c.app != "" {
		k.header["X-Api-Key"] = c.app
	}
	if c.scenario != "" {
		k.header["X-Sandbox-Scenario"] = c.scenario
	}
	a := client.send(t, k)
	status := c.status
	if status == 0 {
		status = 200
	}
	if a.status != status {
		t.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	if got := a.header.Get("X-Sandbox-Rule"); got != c.rule {
		t.Errorf("the rule %q answers, want %q: %s", got, c.rule, a.body)
	}
	if c.code != "" {
		refusal{status, c.code, c.placeOrNone(), "", ""}.check(t, a)
	}
	if c.want != "" {
		var want any
		if err := json.Unmarshal([]byte(c.want), &want); err != nil {
			t.Fatalf("%v: %s", err, c.want)
		}
		if !has(a.json(t), want) {
			t.Errorf("got %s, want %s", a.body, c.want)
		}
	}
}

func (c scenarioCase) placeOrNone() string {
	switch c.place {
	case "":
		return "none"
	case "the body":
		return ""
	}
	return c.place
}

// token gives a token as a case writes it.
func (s *inside) token(t *testing.T, written string) string {
	t.Helper()
	subject, ours := strings.CutPrefix(written, "issued to ")
	if !ours {
		return written
	}
	hour, err := bank.ParseDuration("PT1H")
	if err != nil {
		t.Fatal(err)
	}
	token, err := s.keys.SignToken(map[string]any{"sub": subject}, hour, s.clock())
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// has tells whether a value has the members that an object names, all the way down, or is the value.
func has(got, want any) bool {
	members, ok := want.(map[string]any)
	if !ok {
		return reflect.DeepEqual(got, want)
	}
	object, ok := got.(map[string]any)
	if !ok {
		return false
	}
	for name, member := range members {
		value, given := object[name]
		if !given || !has(value, member) {
			return false
		}
	}
	return true
}

// playAll sends every exchange of the source, every case, and what takes several steps.
func playAll(t *testing.T, s *inside, client *client) {
	for _, c := range source(t) {
		client.send(t, c.call())
	}
	for _, c := range scenarioCases(t) {
		t.Run(c.operation+"/"+c.name, func(t *testing.T) { c.run(t, s, client) })
	}
	t.Run("login", func(t *testing.T) { playLogin(t, s, client) })
	t.Run("reasons that are set", func(t *testing.T) { playReasons(t, client) })
}

func TestTheDefaultScenariosAnswerWithEveryRuleAndProblem(t *testing.T) {
	s := serveInside(t)
	client := newClient(t, s.origin)
	playAll(t, s, client)
	known := declared(t)
	if len(known.rules) == 0 || len(known.problems) == 0 {
		t.Fatalf("the scenarios declare %d rules and %d problems", len(known.rules), len(known.problems))
	}
	for _, rule := range known.rules {
		if client.rules[rule] == 0 {
			t.Errorf("nothing is answered by the rule %s", rule)
		}
	}
	for _, code := range known.problems {
		if client.codes[code] == 0 {
			t.Errorf("nothing is answered with %s", code)
		}
	}
	if want := []time.Duration{30 * time.Second, 30 * time.Second}; !slices.Equal(s.waited, want) {
		t.Errorf("answers were delayed by %v, want %v", s.waited, want)
	}
}

func TestEveryReasonOfAFailedVerificationIsReached(t *testing.T) {
	s := serveInside(t)
	client := newClient(t, s.origin)
	given := map[string]bool{}
	for _, c := range verificationCases() {
		op := deposits(t).Operation(c.operation)
		a := client.send(t, call{method: op.Method, path: op.Path, body: c.body})
		if object, ok := a.json(t).(map[string]any); ok && a.status == 200 && object["status"] == "failed" {
			given[object["reason"].(string)] = true
		}
	}
	for _, schema := range []string{"VpaFailureReason", "BankAccountFailureReason"} {
		reasons := deposits(t).Schema(schema).Enum
		if len(reasons) < 5 {
			t.Fatalf("%s has the values %v", schema, reasons)
		}
		for _, reason := range reasons {
			if !given[reason.(string)] {
				t.Errorf("no verification fails with %s", reason)
			}
		}
	}
}

// declarations is what the files of the default scenarios declare, read without the engine.
type declarations struct {
	rules    []string // "scenario/operation/rule"
	problems []string
}

func declared(tb testing.TB) declarations {
	tb.Helper()
	files, err := fs.Glob(scenarios.FS, "deposits/*.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	var out declarations
	for _, file := range files {
		if strings.HasSuffix(file, "_test.yaml") {
			continue
		}
		text, err := fs.ReadFile(scenarios.FS, file)
		if err != nil {
			tb.Fatal(err)
		}
		var head map[string]any
		if yaml.Unmarshal(text, &head) != nil || head["scenario"] == nil || head["default"] != true {
			continue // a table, or a scenario that must be asked for
		}
		var d struct {
			Scenario string
			Problems map[string]any
			Rules    map[string][]struct{ Name string }
		}
		if err := yaml.Unmarshal(text, &d); err != nil {
			tb.Fatalf("%s: %v", path.Base(file), err)
		}
		out.problems = append(out.problems, slices.Sorted(maps.Keys(d.Problems))...)
		for operation, rules := range d.Rules {
			for _, r := range rules {
				out.rules = append(out.rules, d.Scenario+"/"+operation+"/"+r.Name)
			}
		}
	}
	slices.Sort(out.rules)
	return out
}
