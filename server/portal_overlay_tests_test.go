package server_test

import (
	"fmt"
	"strings"
	"testing"
)

// tested is a scenario of Acme's that its own sandboxes and tests could both change, with cases.
func tested(cases string) string {
	return `scenario: tested
api: deposits
tables:
  told: {key: [vpa], writable: true, columns: {vpa: string}}
rules:
  verifyMyVpa:
    - name: the shop
      match: {body: {vpa: shop@acme}}
      do: [{upsert: {told: {vpa: shop@acme}}}]
      delay: 30s
      respond: {body: {status: success}}
    - name: nobody asks for it
      match: {body: {vpa: never@acme}}
      respond: {body: {status: success}}
tests:
` + cases
}

const aGoodCase = `  - name: the shop succeeds
    select: [tested]
    steps:
      - {call: verifyMyVpa, body: {vpa: shop@acme}, expect: {rule: the shop, delay: 30s, body: {status: success}, tables: {told: [{vpa: shop@acme}]}}}
      - {call: verifyMyVpa, body: {vpa: other@acme}, expect: {status: [200, 501]}}
`

const aBadCase = `  - name: the shop fails
    select: [tested]
    steps:
      - call: verifyMyVpa
        body: {vpa: shop@acme}
        expect:
          body: {status: failed}
`

func TestTheTestsOfADraftRunBesideEverySandbox(t *testing.T) {
	s := newDeployment(t)
	key := s.credentialsOf(ravi, s.enabled("The shop", "apis", []string{"deposits"}).text("id")).id
	s.ask(ravi, "POST /overlays", source(tested(aGoodCase)), 201)
	for path, body := range map[string]string{"PUT /sandbox/v1/selection": `{"scenarios":["tested"]}`, "PUT /sandbox/v1/coverage": "", "POST " + vpa: `{"vpa":"shop@acme"}`} {
		method, target, _ := strings.Cut(path, " ")
		if w := s.keyed(key, method, target, body, "Authorization", "Bearer "+example); w.Code != 200 {
			t.Fatalf("%s: %d: %s", path, w.Code, w.Body)
		}
	}
	looks := func() string {
		var all strings.Builder
		for _, path := range []string{"/tables/deposits/told/rows", "/journal", "/state", "/selection", "/coverage?api=deposits", "/scenarios/deposits/tested/files"} {
			w := s.keyed(key, "GET", "/sandbox/v1"+path, "")
			fmt.Fprintln(&all, w.Code, w.Body)
		}
		return all.String()
	}
	before := looks()
	draft := tested(aGoodCase + aBadCase + "  - {name: later, skip: not yet written, steps: [{reset: true}]}\n")
	report := s.ask(ravi, "POST /overlays/tests", source(draft), 200)
	if report["usable"] != true || len(report.list("findings")) != 0 {
		t.Fatalf("%v", report)
	}
	if totals := report.in("totals"); totals.number("passed") != 1 || totals.number("failed") != 1 || totals.number("skipped") != 1 || totals.number("notRun") != 0 {
		t.Errorf("%v", totals)
	}
	cases := report.list("cases")
	if len(cases) != 3 || cases[0].text("outcome") != "passed" || cases[0].number("line") != 16 || cases[2].text("reason") != "not yet written" {
		t.Fatalf("%v", cases)
	}
	failure := cases[1].in("failure")
	difference := failure.list("differences")[0]
	if failure.text("what") != "verifyMyVpa" || failure.number("step") != 1 || !strings.HasPrefix(failure.text("answer"), "200 application/json") ||
		difference.text("expected") != `"failed"` || difference.text("actual") != `"success"` || difference.number("line") != 27 ||
		difference.text("file") != "overlays/deposits/tested.yaml" || difference.list("related")[0].number("line") != 7 {
		t.Errorf("%v", failure)
	}
	coverage := report.in("coverage")
	lines := coverage.list("lines")
	if coverage.number("rules") != 2 || coverage.number("rulesMatched") != 1 || coverage.number("conditions") != 2 || coverage.number("conditionsBoth") != 1 ||
		len(lines) != 2 || lines[0].number("line") != 7 || lines[0].number("hits") != 2 || lines[1].number("hits") != 0 ||
		lines[1].list("conditions")[0].number("failed") != 1 || lines[1].list("conditions")[0].number("line") != 13 {
		t.Errorf("%v", coverage)
	}
	if after := looks(); after != before {
		t.Errorf("the sandbox was\n%s\nand is\n%s", before, after)
	}
	one := s.ask(ravi, "POST /overlays/tests", source(draft, "case", "the shop fails"), 200)
	if list := one.list("cases"); len(list) != 1 || list[0].text("name") != "the shop fails" {
		t.Errorf("%v", one)
	}
}

func TestTestsSpeakOfWhatIsThere(t *testing.T) {
	s := newStaged(t)
	text := tested(strings.Replace(aGoodCase, "rule: the shop", "rule: the shoppe", 1))
	for _, path := range []string{"POST /overlays/check", "POST /overlays/tests"} {
		report := s.ask(ravi, path, source(text), 200)
		if found := report.list("findings"); report["usable"] != false || len(found) != 1 || found[0].text("code") != "unknown-rule" || found[0].number("line") != 19 {
			t.Errorf("%s: %v", path, report)
		}
	}
	s.refused(ravi, "POST /overlays", source(text), 422, "OVERLAY_INVALID")
	broken := s.ask(ravi, "POST /overlays/tests", source("scenario: ["), 200)
	if broken["usable"] != false || len(broken.list("cases")) != 0 {
		t.Errorf("%v", broken)
	}
	none := s.ask(ravi, "POST /overlays/tests", source(overlayText("a", "acme", "")), 200)
	if none["usable"] != true || len(none.list("cases")) != 0 || none.in("coverage").number("rules") != 1 {
		t.Errorf("%v", none)
	}
	// They go with the file: another organisation's cases speak of what it sees.
	s.ask(ravi, "POST /overlays", source(tested(aGoodCase)), 201)
	foreign := strings.Replace(overlayText("b", "zenith", "tests: [{name: a, select: [tested], steps: [{reset: true}]}]\n"), "Of ", "of ", 1)
	if report := s.ask(zoe, "POST /overlays/tests", source(foreign), 200); report.list("findings")[0].text("code") != "unknown-scenario" {
		t.Errorf("%v", report)
	}
}

func TestTestsAreBoundedInNumber(t *testing.T) {
	s := newStaged(t)
	rows := strings.Repeat("{n: N}, ", 205)
	for i := range 205 {
		rows = strings.Replace(rows, "N", fmt.Sprint(i), 1)
	}
	report := s.ask(ravi, "POST /overlays/tests", source(tested("  - {name: \"row ${with.n}\", with: ["+rows+"], steps: [{freeze: true}]}\n")), 200)
	totals, cases := report.in("totals"), report.list("cases")
	if totals.number("passed") != 200 || totals.number("notRun") != 5 || len(cases) != 205 || cases[204].text("reason") != "at most 200 cases run at a time" {
		t.Errorf("%v", totals)
	}
	for range 29 {
		s.ask(ravi, "POST /overlays/tests", source("scenario: ["), 200)
	}
	s.refused(ravi, "POST /overlays/tests", source("scenario: ["), 429, "TOO_MANY_ATTEMPTS")
}

func TestTheBankSeesWhatChangedSinceItPublished(t *testing.T) {
	s := newStaged(t)
	one, two := overlayText("acme-fields", "one", ""), overlayText("acme-fields", "two", "")
	made := s.ask(ravi, "POST /overlays", source(one, "comment", "first"), 201)
	path := "/bank/overlays/" + made.text("id")
	s.ask(meera, "POST "+path+"/publish", object{"version": 1, "reason": "Useful."}, 200)
	s.ask(asha, "PUT /overlays/"+made.text("id"), source(two, "comment", "second"), 200, "If-Match", made.tag())
	versions := s.ask(meera, "GET "+path+"/versions", nil, 200).list("versions")
	if len(versions) != 2 || versions[0].number("version") != 2 || versions[0].in("author").text("name") != "Asha Rao" || versions[1].text("comment") != "first" || versions[0]["source"] != nil {
		t.Errorf("%v", versions)
	}
	diff := s.ask(meera, "GET "+path+"/diff?from=1&to=2", nil, 200)
	if patched(t, one, diff.text("diff")) != two {
		t.Errorf("%v", diff)
	}
	s.refused(meera, "GET "+path+"/diff?from=1&to=9", nil, 422, "OVERLAY_VERSION_UNKNOWN")
	s.call(ravi, "DELETE /overlays/"+made.text("id"), nil)
	if left := s.ask(meera, "GET "+path+"/versions", nil, 200).list("versions"); len(left) != 1 || left[0].number("version") != 1 {
		t.Errorf("%v", left)
	}
}
