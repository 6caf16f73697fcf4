package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/report"
)

// pipeline has a step of each status.
func pipeline() *report.Report {
	return &report.Report{
		Program: "sandbank", Version: "1.2.3",
		Rules: []report.Rule{{Code: "title-missing", Demand: "Every schema has a title.", Why: "References show it."}},
		Steps: []*report.Step{
			{Name: "lint", Counts: "1 document", Took: 1500 * time.Millisecond, Findings: finding.List{
				{Code: "title-missing", Severity: finding.Warning, Message: "schema <A> & \"B\" has no title", Hint: "100% sure:\r\ngive it, one",
					Place: finding.Place{File: `my docs/shop,v1:a.yaml`, Line: 3, Column: 5, EndColumn: 9, Source: "    Größe: {}"}},
				{Code: "bad-path", Message: "ends with a slash", Place: finding.Place{File: "shop.yaml", Line: 7, Column: 3, Source: "  /a/:"},
					Related: []finding.Related{{Place: finding.Place{File: "shop.yaml", Line: 9}, Message: "here too"}}},
				{Code: "bad-path", Message: "ends with a slash", Place: finding.Place{File: "shop.yaml", Line: 17, Column: 3, Source: "  /a/:"}},
			}},
			{Name: "tests", Counts: "2 cases", Findings: finding.List{{Code: "coverage-too-small", Message: "it is 10%", Place: finding.Place{File: "scenarios"}}},
				Suites: []report.Suite{{Name: "shop/orders", Properties: []report.Property{{Name: "seed", Value: "7"}}, Cases: []report.Case{
					{Name: "it passes", Place: finding.Place{File: "orders_test.yaml", Line: 2}, Took: 20 * time.Millisecond},
					{Name: "it fails", Failure: "wanted \x01 1", Text: "a ]]> b"}, {Name: "it waits", Skip: "not yet"}}}}},
			{Name: "pacts", Skipped: "no pacts: there is no folder contracts/pacts"},
			{Name: "diff", Err: errors.New("git failed:\nno such revision")},
			{Name: "release", Counts: "1 document", Took: 20 * time.Millisecond},
		},
	}
}

func write(t *testing.T, to func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := to(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheTextEndsWithOneTable(t *testing.T) {
	const want = `== lint: 2 errors, 1 warning

my docs/shop,v1:a.yaml:3:5: warning: schema <A> & "B" has no title [title-missing]
        Größe: {}
        ^^^^
  hint: 100% sure:
give it, one

shop.yaml:7:3: error: ends with a slash [bad-path]
      /a/:
      ^
  shop.yaml:9: here too

shop.yaml:17:3: error: ends with a slash [bad-path]
      /a/:
      ^

== tests: 1 error, 0 warnings

scenarios: error: it is 10% [coverage-too-small]

== diff: nothing found

it could not run: git failed:
no such revision

step     status   errors  warnings  time
lint     failed        2         1  1.5s  1 document
tests    failed        1         0  0.0s  2 cases
pacts    skipped       0         0  0.0s  no pacts: there is no folder contracts/pacts
diff     broken        0         0  0.0s  it could not run: git failed:
release  passed        0         0  0.0s  1 document

5 steps: 1 passed, 2 failed, 1 broken, 1 skipped
`
	got := write(t, func(b *bytes.Buffer) error { return pipeline().WriteText(b) })
	if got = strings.ReplaceAll(got, "\r", ""); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAnnotationsAreEscapedAsWorkflowCommandsDemand(t *testing.T) {
	const want = `::warning file=my docs/shop%2Cv1%3Aa.yaml,line=3,col=5,endLine=3,endColumn=9,title=lint%3A title-missing::schema <A> & "B" has no title%0A100%25 sure:%0D%0Agive it, one
::error file=shop.yaml,line=7,col=3,title=lint%3A bad-path::ends with a slash%0Ashop.yaml:9: here too
::error file=shop.yaml,line=17,col=3,title=lint%3A bad-path::ends with a slash
::error file=scenarios,title=tests%3A coverage-too-small::it is 10%25
::error title=diff::it could not run: git failed:%0Ano such revision
`
	if got := write(t, func(b *bytes.Buffer) error { return pipeline().WriteGitHub(b) }); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// junit is the report as a build server reads it.
type junit struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Time     string `xml:"time,attr"`
		Property []struct {
			Name  string `xml:"name,attr"`
			Value string `xml:"value,attr"`
		} `xml:"properties>property"`
		Cases []junitCase `xml:"testcase"`
	} `xml:"testsuite"`
}

type junitCase struct {
	Class   string `xml:"classname,attr"`
	Name    string `xml:"name,attr"`
	File    string `xml:"file,attr"`
	Line    int    `xml:"line,attr"`
	Time    string `xml:"time,attr"`
	Failure *struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	} `xml:"failure"`
	Error *struct {
		Message string `xml:"message,attr"`
	} `xml:"error"`
	Skipped *struct {
		Message string `xml:"message,attr"`
	} `xml:"skipped"`
}

func TestJUnitHasACaseForEachErrorAndEachTest(t *testing.T) {
	var got junit
	if err := xml.Unmarshal([]byte(write(t, func(b *bytes.Buffer) error { return pipeline().WriteJUnit(b) })), &got); err != nil {
		t.Fatal(err)
	}
	var names []string
	tests, failures, problems, skipped := 0, 0, 0, 0
	for _, s := range got.Suites {
		if s.Tests != len(s.Cases) {
			t.Errorf("suite %s counts %d of %d cases", s.Name, s.Tests, len(s.Cases))
		}
		tests, failures, problems, skipped = tests+s.Tests, failures+s.Failures, problems+s.Errors, skipped+s.Skipped
		for _, c := range s.Cases {
			state := "passed"
			switch {
			case c.Failure != nil:
				state = "failed"
			case c.Error != nil:
				state = "broken: " + c.Error.Message
			case c.Skipped != nil:
				state = "skipped: " + c.Skipped.Message
			}
			if c.Class != s.Name {
				t.Errorf("case %s is of %s, not of %s", c.Name, c.Class, s.Name)
			}
			names = append(names, s.Name+" | "+c.Name+" | "+state)
		}
	}
	if tests != got.Tests || failures != got.Failures || problems != got.Errors || skipped != got.Skipped || failures != 4 {
		t.Errorf("the suites count %d tests, %d failures, %d errors, %d skipped, the report %+v", tests, failures, problems, skipped, got)
	}
	want := `lint | shop.yaml: ends with a slash [bad-path] | failed
lint | shop.yaml: ends with a slash [bad-path] | failed
tests | tests | failed
shop/orders | it passes | passed
shop/orders | it fails | failed
shop/orders | it waits | skipped: not yet
pacts | pacts | skipped: no pacts: there is no folder contracts/pacts
diff | diff | broken: it could not run: git failed:
no such revision
release | release | passed`
	if all := strings.Join(names, "\n"); all != want {
		t.Errorf("got\n%s\nwant\n%s", all, want)
	}
	first, failing := got.Suites[0].Cases[0], got.Suites[2]
	if first.File != "shop.yaml" || first.Line != 7 || !strings.Contains(first.Failure.Text, "      ^\n") || first.Failure.Message != "shop.yaml:7:3: ends with a slash [bad-path]" {
		t.Errorf("the first case is %+v", first)
	}
	if f := failing.Cases[1].Failure; f.Message != "wanted ? 1" || f.Text != "a ]]> b" {
		t.Errorf("the failure is %+v", f)
	}
	if failing.Cases[0].Time != "0.020" || failing.Time != "0.020" || failing.Property[0].Value != "7" {
		t.Errorf("the suite is %+v", failing)
	}
	if text := got.Suites[1].Cases[0].Failure; text.Message != "1 error, 0 warnings" || !strings.Contains(text.Text, "it is 10%") {
		t.Errorf("the step of the tests is %+v", text)
	}
}

func TestJSONHasEveryStepWithItsFindings(t *testing.T) {
	var got struct {
		Passed, Failed, Skipped, Broken int
		Steps                           []struct {
			Name, Status, Counts, Reason   string
			Errors, Warnings, Milliseconds int
			Findings                       []struct{ Code, File string }
		}
	}
	if err := json.Unmarshal([]byte(write(t, func(b *bytes.Buffer) error { return pipeline().WriteJSON(b) })), &got); err != nil {
		t.Fatal(err)
	}
	if got.Passed != 1 || got.Failed != 2 || got.Skipped != 1 || got.Broken != 1 || len(got.Steps) != 5 {
		t.Errorf("got %+v", got)
	}
	lint, pacts, diff := got.Steps[0], got.Steps[2], got.Steps[3]
	if lint.Status != "failed" || lint.Errors != 2 || lint.Warnings != 1 || lint.Milliseconds != 1500 || len(lint.Findings) != 3 || lint.Findings[1].Code != "bad-path" {
		t.Errorf("lint is %+v", lint)
	}
	if pacts.Findings == nil || pacts.Status != "skipped" || pacts.Reason == "" || diff.Reason != "git failed:\nno such revision" {
		t.Errorf("pacts are %+v, diff is %+v", pacts, diff)
	}
}

func TestAStepIsWhatItsWorstMakesIt(t *testing.T) {
	failure := finding.List{{Code: "a"}}
	warning := finding.List{{Code: "a", Severity: finding.Warning}}
	for _, c := range []struct {
		step report.Step
		want report.Status
	}{
		{report.Step{}, report.Passed},
		{report.Step{Findings: warning}, report.Passed},
		{report.Step{Findings: warning, Skipped: "why"}, report.Skipped},
		{report.Step{Findings: failure, Skipped: "why"}, report.Failed},
		{report.Step{Findings: failure, Err: errors.New("e")}, report.Broken},
	} {
		if got := c.step.Status(); got != c.want {
			t.Errorf("%+v is %s, want %s", c.step, got, c.want)
		}
	}
}
