package trial_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/trial"
	"github.com/sandbank/sandbank/scenarios"
)

func written(t *testing.T, list finding.List) string {
	t.Helper()
	var b bytes.Buffer
	if err := list.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheExamplesOfTheReferenceRun(t *testing.T) {
	p := readPage(t)
	apis := p.apis(t)
	cases := 0
	for _, section := range p.sections() {
		files := folder(t, section)
		if len(files) == 0 {
			continue
		}
		t.Run(section[0].heading, func(t *testing.T) {
			program, found := engine.Load(files, apis)
			if len(found) > 0 {
				t.Fatalf("the scenarios do not load:\n%s", written(t, found))
			}
			plan, found := trial.Load(files, apis, program)
			if len(found) > 0 {
				t.Fatalf("the tests do not load:\n%s", written(t, found))
			}
			report, err := plan.Run(t.Context(), trial.Options{Target: process(t, apis, program), Clock: func() time.Time { return time.Time{} }, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			if passed := report.Count(trial.Passed); passed != report.Of {
				var b bytes.Buffer
				if err := report.WriteText(&b, nil); err != nil {
					t.Fatal(err)
				}
				t.Errorf("%d of %d cases passed:\n%s", passed, report.Of, b.String())
			}
			cases += report.Of
		})
	}
	if cases < 30 {
		t.Errorf("the page has %d test cases", cases)
	}
}

func TestTheOverridesOfTheReferenceCanBeSet(t *testing.T) {
	p := readPage(t)
	apis := p.apis(t)
	program, found := engine.Load(fstest.MapFS{}, apis)
	if len(found) > 0 {
		t.Fatal(found)
	}
	overrides := 0
	for _, b := range p.blocks {
		var operation string
		api, rule := apis[0].Name, []byte(b.text)
		switch {
		case b.is("yaml", "rule"):
			api, operation = b.kind[2], b.kind[3]
		case b.is("json", "override"):
			var body struct {
				API, Operation, TTL string
				Times               int
				Rule                json.RawMessage
			}
			if err := json.Unmarshal(rule, &body); err != nil {
				t.Fatalf("line %d: %v", b.line, err)
			}
			api, operation, rule = cmp.Or(body.API, api), body.Operation, body.Rule
		default:
			continue
		}
		overrides++
		if _, found := program.CompileOverride(api, operation, "o-1", rule); len(found) > 0 {
			t.Errorf("line %d:\n%s", b.line, written(t, found))
		}
	}
	if overrides < 2 {
		t.Errorf("the page has %d overrides", overrides)
	}
}

func TestTheSelectionsOfTheReferenceExist(t *testing.T) {
	p := readPage(t)
	program, found := engine.Load(scenarios.FS, shippedAPIs(t))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	for _, b := range p.blocks {
		if !b.is("json", "selection") {
			continue
		}
		var body struct{ Scenarios []string }
		if err := json.Unmarshal([]byte(b.text), &body); err != nil || len(body.Scenarios) == 0 {
			t.Fatalf("line %d: %v, %v", b.line, body, err)
		}
		if err := program.CheckNames(nil, body.Scenarios); err != nil {
			t.Errorf("line %d: %v", b.line, err)
		}
		return
	}
	t.Error("the page selects nothing")
}

func TestTheCheckerSaysWhatTheReferenceShows(t *testing.T) {
	p := readPage(t)
	apis := p.apis(t)
	var wrong *block
	shown := 0
	text := p.text
	for _, b := range p.blocks {
		switch {
		case b.is("yaml", "wrong"):
			wrong = b
		case b.is("text", "findings") && wrong != nil:
			shown++
			name := path.Join(wrong.member(t, "api"), wrong.member(t, "scenario")+".yaml")
			_, found := engine.Load(fstest.MapFS{name: {Data: []byte(wrong.text)}}, apis)
			got := written(t, found)
			if *update {
				text = strings.Replace(text, wrong.text+"```\n\n```text findings\n"+b.text, wrong.text+"```\n\n```text findings\n"+got, 1)
			} else if got != b.text {
				t.Errorf("line %d: the checker says\n%s", b.line, got)
			}
		}
	}
	if shown == 0 {
		t.Error("the page shows no findings")
	}
	p.write(t, text)
}

const functionsBegin, functionsEnd = "<!-- functions -->\n", "<!-- /functions -->\n"

func TestTheReferenceListsTheFunctions(t *testing.T) {
	p := readPage(t)
	before, rest, ok := strings.Cut(p.text, functionsBegin)
	listed, after, ok2 := strings.Cut(rest, functionsEnd)
	if !ok || !ok2 {
		t.Fatal("the page has no place for the functions")
	}
	var b strings.Builder
	b.WriteString("| function | gives | for example |\n|---|---|---|\n")
	cell := strings.NewReplacer("|", "\\|").Replace
	for _, f := range expression.Functions() {
		fmt.Fprintf(&b, "| `%s` | %s | `%s` |\n", cell(f.Signature), cell(f.Doc), cell(f.Example))
	}
	if *update {
		p.write(t, before+functionsBegin+b.String()+functionsEnd+after)
	} else if listed != b.String() {
		t.Errorf("the list of functions is another; run the test with -update. It should be\n%s", b.String())
	}
}

func TestTheReferenceNamesTheScenariosThatShip(t *testing.T) {
	p := readPage(t)
	apis := shippedAPIs(t)
	program, found := engine.Load(scenarios.FS, apis)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	others, err := os.ReadFile("../../docs/apis.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, api := range apis {
		_, section, everything := strings.Cut(p.text, "\nFor the API `"+api.Name+"`, in `scenarios/"+api.Name+"/`")
		section, _, _ = strings.Cut(section, "\nFor the API `")
		if !everything { // then the page of all APIs tells which can be selected
			_, section, _ = strings.Cut(string(others), "\n## "+api.Name+"\n")
			section, _, _ = strings.Cut(section, "\n## ")
		}
		for _, s := range program.Describe(api) {
			if (everything || !s.Default) && !strings.Contains(section, "\n| `"+s.Name+"` | ") {
				t.Errorf("the pages say nothing about the scenario %s of %s", s.Name, api.Name)
			}
		}
	}
}

func TestEveryKeyHasAnExampleThatRuns(t *testing.T) {
	p := readPage(t)
	for kind, keys := range map[string]string{
		"scenario": `scenario title api default tables problems state given rules
			name match find let when times chance do delay respond fault continue offContract outcome item
			path query header body $pattern $prefix $lt $lte $gt $gte $not $present $contains $every $size $equals
			table where all select distinct from to insert upsert update delete set after callback uniform lognormal median sigma
			status type file example problem detail errors pointer parameter message generate truncate dribble chunks over
			file rows key columns schema writable values initial handling params default optional returns`,
		"test": `test cases name with select given key seed start steps call url path query header body raw as repeat expect
			advance freeze setState reset upsert delete status exact absent rule problem fault delay
			state tables callbacks hits contract offContract`,
	} {
		text := p.examplesOf("yaml", kind)
		for _, key := range strings.Fields(keys) {
			if !regexp.MustCompile(`(?m)(^|[\s{,(])"?` + regexp.QuoteMeta(key) + `"?:(\s|$)`).MatchString(text) {
				t.Errorf("no %s on the page has the key %s", kind, key)
			}
		}
	}
}
