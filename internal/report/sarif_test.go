package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/report"
)

// form is a part of the JSON schema of SARIF 2.1.0: the members that an object can have, and those that it must.
// "*" stands for any member. A member's form follows a colon; "[]" before it is a list.
type form struct{ may, must string }

var sarifForms = map[string]form{
	"log":  {"$schema:string version:2.1.0 runs:[]run", "version runs"},
	"run":  {"tool:tool invocations:[]invocation originalUriBaseIds:bases columnKind:unicodeCodePoints results:[]result", "tool"},
	"tool": {"driver:component", "driver"}, "component": {"name:string version:string rules:[]rule", "name"},
	"rule":          {"id:string shortDescription:text fullDescription:text help:text defaultConfiguration:configuration", "id"},
	"configuration": {"level:level", ""}, "text": {"text:string", "text"},
	"invocation":   {"executionSuccessful:bool toolExecutionNotifications:[]notification", "executionSuccessful"},
	"notification": {"level:level message:text", "message"},
	"bases":        {"*:artifact", ""}, "artifact": {"uri:uri uriBaseId:string description:text", ""},
	"result": {"ruleId:string ruleIndex:index level:level message:text locations:[]location relatedLocations:[]location " +
		"partialFingerprints:texts properties:texts", "message"},
	"location": {"id:index physicalLocation:physical message:text", ""},
	"physical": {"artifactLocation:artifact region:region", ""},
	"region":   {"startLine:number startColumn:number endLine:number endColumn:number", ""},
	"texts":    {"*:string", ""},
}

// conforms holds a value against a form and gives what breaks it.
func conforms(place, name string, v any) (bad []string) {
	fail := func(format string, args ...any) { bad = append(bad, place+": "+fmt.Sprintf(format, args...)) }
	if element, list := strings.CutPrefix(name, "[]"); list {
		items, ok := v.([]any)
		if !ok {
			fail("is no list")
		}
		for i, item := range items {
			bad = append(bad, conforms(fmt.Sprintf("%s/%d", place, i), element, item)...)
		}
		return bad
	}
	f, known := sarifForms[name]
	if !known {
		if text := scalar(name, v); text != "" {
			fail("%s", text)
		}
		return bad
	}
	object, ok := v.(map[string]any)
	if !ok {
		fail("is no object")
		return bad
	}
	members := map[string]string{}
	for _, m := range strings.Fields(f.may) {
		key, inner, _ := strings.Cut(m, ":")
		members[key] = inner
	}
	for _, key := range strings.Fields(f.must) {
		if object[key] == nil {
			fail("has no %s", key)
		}
	}
	for key, value := range object {
		inner := members[key]
		if inner == "" {
			inner = members["*"]
		}
		if inner == "" {
			fail("%s has no member %s", name, key)
			continue
		}
		bad = append(bad, conforms(place+"/"+key, inner, value)...)
	}
	return bad
}

func scalar(name string, v any) string {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	var ok bool
	switch name {
	case "string":
		ok = isText && text != ""
	case "bool":
		_, ok = v.(bool)
	case "number":
		ok = isNumber && number >= 1 && number == float64(int(number))
	case "index":
		ok = isNumber && number >= 0
	case "level":
		ok = slices.Contains([]string{"none", "note", "warning", "error"}, text)
	case "uri":
		u, err := url.Parse(text)
		ok = isText && err == nil && !strings.Contains(text, `\`) && !strings.Contains(text, " ") && (u.Scheme == "" || u.Scheme == "file")
	default: // a constant
		ok = text == name
	}
	if ok {
		return ""
	}
	return fmt.Sprintf("%v is no %s", v, name)
}

// sarif is what the tests look at.
type sarif struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct {
					ID   string
					Help struct{ Text string }
				}
			}
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct{ Message struct{ Text string } }
		}
		Results []struct {
			RuleID       string
			RuleIndex    int
			Level        string
			Message      struct{ Text string }
			Locations    []sarifLocation
			Related      []sarifLocation   `json:"relatedLocations"`
			Fingerprints map[string]string `json:"partialFingerprints"`
		}
	}
}

type sarifLocation struct {
	Physical struct {
		Artifact struct{ URI, URIBaseID string } `json:"artifactLocation"`
		Region   struct{ StartLine, StartColumn, EndLine, EndColumn int }
	} `json:"physicalLocation"`
	Message struct{ Text string }
}

func writeSARIF(t *testing.T, r *report.Report) (out sarif) {
	t.Helper()
	text := write(t, func(b *bytes.Buffer) error { return r.WriteSARIF(b) })
	var tree any
	if err := json.Unmarshal([]byte(text), &tree); err != nil {
		t.Fatal(err)
	}
	if bad := conforms("", "log", tree); len(bad) > 0 {
		t.Fatalf("this is no SARIF 2.1.0:\n%s\n%s", strings.Join(bad, "\n"), text)
	}
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSARIFHasOneResultForEachFinding(t *testing.T) {
	run := writeSARIF(t, pipeline()).Runs[0]
	if len(run.Results) != 4 || len(run.Tool.Driver.Rules) != 3 {
		t.Fatalf("%d results of %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s is rule %d, which is %s", r.RuleID, r.RuleIndex, run.Tool.Driver.Rules[r.RuleIndex].ID)
		}
	}
	title, path := run.Results[0], run.Results[1]
	at := title.Locations[0].Physical
	if at.Artifact.URI != "my%20docs/shop,v1:a.yaml" || at.Artifact.URIBaseID != "%SRCROOT%" {
		t.Errorf("the file is %+v", at.Artifact)
	}
	if at.Region.StartLine != 3 || at.Region.StartColumn != 5 || at.Region.EndLine != 3 || at.Region.EndColumn != 9 || title.Level != "warning" {
		t.Errorf("the region is %+v, of a %s", at.Region, title.Level)
	}
	if title.Message.Text != "schema <A> & \"B\" has no title\n100% sure:\r\ngive it, one" || run.Tool.Driver.Rules[0].Help.Text != "Every schema has a title. References show it." {
		t.Errorf("it says %q, and of the rule %q", title.Message.Text, run.Tool.Driver.Rules[0].Help.Text)
	}
	if len(path.Related) != 1 || path.Related[0].Physical.Region.StartLine != 9 || path.Related[0].Message.Text != "here too" || path.Level != "error" {
		t.Errorf("related is %+v", path.Related)
	}
	if i := run.Invocations[0]; i.ExecutionSuccessful || i.ToolExecutionNotifications[0].Message.Text != "diff could not run: git failed:\nno such revision" {
		t.Errorf("the invocation is %+v", i)
	}
}

func TestFingerprintsStayWhenLinesMoveAndTellEqualLinesApart(t *testing.T) {
	prints := func(r *report.Report) (list []string) {
		for _, result := range writeSARIF(t, r).Runs[0].Results {
			print := result.Fingerprints["primaryLocationLineHash"]
			if !regexp.MustCompile(`^[0-9a-f]{16}:[1-9][0-9]*$`).MatchString(print) {
				t.Errorf("the fingerprint is %q", print)
			}
			list = append(list, print)
		}
		return list
	}
	before := prints(pipeline())
	if before[1] == before[2] || before[1][:16] != before[2][:16] || before[0][:16] == before[1][:16] {
		t.Errorf("the fingerprints are %q", before)
	}
	moved := pipeline()
	for i := range moved.Steps[0].Findings {
		moved.Steps[0].Findings[i].Line += 5
		moved.Steps[0].Findings[i].Source = "  " + moved.Steps[0].Findings[i].Source
	}
	if after := prints(moved); !slices.Equal(before, after) {
		t.Errorf("before %q, after %q", before, after)
	}
}

func TestSARIFNamesFilesByURIs(t *testing.T) {
	for file, want := range map[string]string{
		"a.yaml": "a.yaml", `.\docs\a.yaml`: "docs/a.yaml", "../up/a.yaml": "../up/a.yaml", "/tmp/a b.yaml": "file:///tmp/a%20b.yaml",
		"ü#1.yaml": "%C3%BC%231.yaml", "a:b.yaml": "./a:b.yaml",
	} {
		r := &report.Report{Program: "sandbank", Steps: []*report.Step{{Name: "s", Findings: finding.List{{Code: "c", Message: "m", Place: finding.Place{File: file}}}}}}
		if got := writeSARIF(t, r).Runs[0].Results[0].Locations[0].Physical.Artifact.URI; got != want {
			t.Errorf("%s is %s, want %s", file, got, want)
		}
	}
}

func TestSARIFTellsOfFilesThatAreGoneInTheMessage(t *testing.T) {
	r := &report.Report{Program: "sandbank", Exists: func(file string) bool { return file == "b.json" }, Steps: []*report.Step{{Name: "s", Findings: finding.List{{
		Code: "c", Message: "it changed", Place: finding.Place{File: "a.yaml", Line: 3}, Related: []finding.Related{
			{Place: finding.Place{File: "HEAD:a.yaml", Line: 5, Column: 2}, Message: "it was here"}, {Place: finding.Place{File: "b.json", Line: 7}, Message: "web: it is read"},
		}}}}}}
	result := writeSARIF(t, r).Runs[0].Results[0]
	if len(result.Related) != 1 || result.Related[0].Physical.Artifact.URI != "b.json" || result.Message.Text != "it changed\nHEAD:a.yaml:5:2: it was here" {
		t.Errorf("got %+v", result)
	}
}

func TestSARIFOfNothingIsWhole(t *testing.T) {
	run := writeSARIF(t, &report.Report{Program: "sandbank"}).Runs[0]
	if run.Results == nil || len(run.Results) > 0 || !run.Invocations[0].ExecutionSuccessful {
		t.Errorf("got %+v", run)
	}
	r := &report.Report{Program: "sandbank", Steps: []*report.Step{{Name: "s", Findings: finding.List{{Code: "c", Message: "of no file"}}}}}
	if result := writeSARIF(t, r).Runs[0].Results[0]; len(result.Locations) > 0 {
		t.Errorf("it stands at %+v", result.Locations)
	}
}
