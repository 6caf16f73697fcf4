package server_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	control "github.com/sandbank/sandbank/gen/sandbox"
)

const findCustomer = "/deposits/v1/customers/find"

func TestTheJournalIsSearched(t *testing.T) {
	s := newSteered(t, bench)
	for i, vpa := range []string{"john@okhdfc", "jane@okhdfc", "bad", "blocked@ybl"} {
		s.set(start.Add(time.Duration(i) * time.Minute))
		s.verify(`{"vpa":"`+vpa+`"}`, "X-Request-Id", fmt.Sprintf("r-%d", i+1))
	}
	s.get(fields, "X-Request-Id", "r-5")
	s.read(nil, 200, "GET", "/clock", "") // calls of the control API are not written into it
	for query, want := range map[string]string{
		"": "5 4 3 2 1", "page=2&size=2": "3 2", "page=4&size=2": "", "operation=verifyMyVpa": "4 3 2 1", "operation=deposits/listFields": "5",
		"api=deposits&method=GET": "5", "api=portal": "", "status=400": "3", "status=4": "3", "scenario=vpas&rule=a+listed+VPA": "4 1",
		"problem=SCHEMA_VIOLATION": "3", "requestId=r-2": "2", "path=/deposits/v1/my": "4 3 2 1", "path=/nowhere": "",
		"since=2026-03-01T10:01:00Z&until=2026-03-01T10:03:00Z": "3 2", "text=BLOCKED": "4", "before=3": "2 1",
	} {
		var page control.JournalPage
		s.read(&page, 200, "GET", "/journal?"+query, "")
		var ids []string
		for _, e := range page.Entries {
			ids = append(ids, e.Id)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
		if paged := strings.Contains(query, "page"); !paged && page.Total != len(ids) || paged && page.Total != 5 {
			t.Errorf("%q finds %d in all", query, page.Total)
		}
	}
	s.refused(400, "SCHEMA_VIOLATION", "GET", "/journal?since=yesterday", "")
	s.refused(404, "ENTRY_NOT_FOUND", "GET", "/journal?before=99", "")
	s.read(nil, 204, "DELETE", "/journal", "")
	var page control.JournalPage
	s.read(&page, 200, "GET", "/journal", "")
	same(t, "the journal after it was cleared", page, `{"dropped":0,"entries":[],"page":1,"size":50,"total":0}`)
}

func TestAnEntryShowsTheExchangeWithoutItsSecrets(t *testing.T) {
	s := newSteered(t, bench)
	s.do(request("POST", findCustomer, `{"mobile":"9876543210","dob":"1990-01-01","pan":"ABCDE1234F"}`, "X-Request-Id", "r-1"))
	w := s.call("GET", "/journal/1", "")
	for _, secret := range []string{"9876543210", "1990-01-01", "ABCDE1234F", "somebody", `"demo"`} {
		if strings.Contains(w.Body.String(), secret) {
			t.Errorf("the entry shows %s: %s", secret, w.Body)
		}
	}
	var e control.JournalEntry
	s.read(&e, 200, "GET", "/journal/1", "")
	if e.Id != "1" || e.RequestId != "r-1" || *e.Operation != "findCustomer" || e.Status != 404 || *e.Problem != "NOT_FOUND" || *e.Rule != "the same for everybody" ||
		e.Request.Target != findCustomer || !strings.Contains(*e.Request.Body.Text, `"mobile":"***"`) || !strings.Contains(*e.Answer.Body.Text, "NOT_FOUND") {
		t.Errorf("the entry is %s", w.Body)
	}
	headers := map[string]string{}
	for _, h := range e.Request.Headers {
		headers[h.Name] = h.Value
	}
	if headers["X-Api-Key"] != "***" || headers["Authorization"] != "Bearer ***" || headers["Content-Type"] != "application/json" {
		t.Errorf("the request's headers are %v", headers)
	}
	for _, path := range []string{"/journal/2", "/journal/2/explanation"} {
		s.refused(404, "ENTRY_NOT_FOUND", "GET", path, "")
	}
	s.refused(404, "ENTRY_NOT_FOUND", "POST", "/journal/2/replay", "")
}

// traces writes what became of each rule, in short.
func traces(e *control.Explanation) string {
	var out []string
	for _, r := range e.Rules {
		line := string(r.Outcome) + " " + r.Rule
		if r.Condition != nil {
			line += fmt.Sprintf(" (%d held; %s wants %s, got %s)", r.Passed, *r.Condition, *r.Wanted, *r.Got)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestAnExplanationNamesTheFirstConditionThatFailed(t *testing.T) {
	s := newSteered(t, bench)
	s.verifies("twice@ybl")
	s.verifies("twice@ybl")
	s.verifies("twice@ybl")
	s.read(nil, 200, "PUT", "/state/deposits/bank", `{"value":"down"}`) // the reasons are those of then
	var e control.Explanation
	s.read(&e, 200, "GET", "/journal/3/explanation", "")
	want := `answered any other VPA
missed only twice (1 held; times wants the first 2, got request 3)
missed the bank is down (0 held; state bank wants "down", got "up")
missed the customer's bank does not answer (0 held; body.vpa wants text that begins with "timeout@", got "twice@ybl")
missed the bank goes down soon (0 held; body.vpa wants "soon@down", got "twice@ybl")
missed breaks off (0 held; body.vpa wants "reset@ybl", got "twice@ybl")
missed a listed VPA (0 held; find vpa wants a row of vpas, got no row)`
	if got := traces(&e); got != want {
		t.Errorf("the rules are\n%s\nwant\n%s", got, want)
	}
	if e.Rules[0].File != "deposits/vpas.yaml" || e.Rules[0].Line == 0 {
		t.Errorf("the place of the rule is %s:%d", e.Rules[0].File, e.Rules[0].Line)
	}
	e.Rules = nil
	same(t, "the answer", e.Answer, `{"body":{"size":61,"text":"{\"status\":\"failed\",\"reason\":\"urn:verification:vpa:not-found\"}"},
		"mediaType":"application/json","rule":"any other VPA","scenario":"vpas","source":"rule","status":200}`)
	s.verifies("john@okhdfc")
	s.read(&e, 200, "GET", "/journal/4/explanation", "")
	if got := traces(&e); !strings.HasPrefix(got, "answered the bank is down\nuntried ") || strings.Contains(got, "missed") {
		t.Errorf("when the first rule answers, the rules are\n%s", got)
	}
}

func TestAnExplanationSaysWhereTheAnswerCameFrom(t *testing.T) {
	s := newSteered(t, bench)
	for _, c := range []struct {
		target, body string
		header       []string
		want         string
	}{
		{vpa, `{"vpa":"john@okhdfc"}`, nil, "rule 200 listed"},
		{vpa, `{"vpa":"john@okhdfc"}`, []string{"Prefer", "code=503"}, "document 503 no rule"},
		{vpa, `{"vpa":"reset@ybl"}`, nil, "rule 200 fault reset"},
		{vpa, `{"vpa":"timeout@ybl"}`, nil, "rule 504 GATEWAY_TIMEOUT delay 30000"},
		{vpa, `{"vpa":"x"}`, nil, "refusal 400 SCHEMA_VIOLATION /vpa"},
		{vpa, `{"vpa":"john@okhdfc"}`, []string{"X-Sandbox-Scenario", "nothing"}, "refusal 400 UNKNOWN_SCENARIO"},
		{fields, "", nil, "document 200 no rule"},
		{findCustomer, `{"mobile":"9876543210","dob":"1990-01-01","pan":"FGHIJ5678K"}`, nil, "none 501 NO_RULE_MATCHED"},
	} {
		headers := map[string]string{}
		for i := 0; i+1 < len(c.header); i += 2 {
			headers[c.header[i]] = c.header[i+1]
		}
		method := "POST"
		if c.body == "" {
			method = "GET"
		}
		asked := fmt.Sprintf(`{"method":%q,"path":%q,"headers":%s,"body":%s}`, method, c.target, jsonOf(t, headers), c.body)
		if c.body == "" {
			asked = strings.Replace(asked, `,"body":`, "", 1)
		}
		var e control.Explanation
		s.read(&e, 200, "POST", "/explanations", asked)
		a := e.Answer
		got := fmt.Sprintf("%s %d", a.Source, a.Status)
		for _, word := range strings.Fields(c.want)[2:] {
			var ok bool
			switch word {
			case "listed":
				ok = a.Rule != nil && *a.Rule == "a listed VPA" && *a.Body.Text == `{"status":"success"}` && len(e.Rules) == 7
			case "no", "rule":
				ok = a.Rule == nil && !strings.Contains(traces(&e), "answered")
			case "fault", "reset":
				ok = a.Fault != nil && *a.Fault == "reset"
			case "delay", "30000":
				ok = a.DelayMillis != nil && *a.DelayMillis == 30000
			case "/vpa":
				ok = a.Violations != nil && *(*a.Violations)[0].Pointer == "/vpa" && len(e.Rules) == 0
			default:
				ok = a.Problem != nil && *a.Problem == word && a.Detail != nil || word == "GATEWAY_TIMEOUT" && *a.Problem == word
			}
			if ok {
				got += " " + word
			}
		}
		if got != c.want {
			t.Errorf("%s %s %v is explained as %q, want %q: %s", c.target, c.body, c.header, got, c.want, jsonOf(t, e))
		}
	}
}

func TestExplainingARequestChangesNothing(t *testing.T) {
	s := newSteered(t, bench)
	explain := func(value string) (e control.Explanation) {
		s.read(&e, 200, "POST", "/explanations", `{"method":"POST","path":"`+vpa+`","body":{"vpa":"`+value+`"}}`)
		return e
	}
	for range 3 {
		if e := explain("twice@ybl"); *e.Answer.Rule != "only twice" {
			t.Errorf("%s would answer", *e.Answer.Rule)
		}
		explain("soon@down")
	}
	var state control.SandboxState
	s.read(&state, 200, "GET", "/state", "")
	var journal control.JournalPage
	s.read(&journal, 200, "GET", "/journal", "")
	if len(state.Pending) != 0 || journal.Total != 0 {
		t.Errorf("after explanations, still to come is %v, and the journal has %d entries", state.Pending, journal.Total)
	}
	s.verifies("soon@down")
	s.read(nil, 200, "PATCH", "/clock", `{"frozen":true}`)
	s.set(start.Add(time.Hour))
	if e := explain("john@okhdfc"); *e.Answer.Rule != "a listed VPA" {
		t.Errorf("before it is due, %s would answer", *e.Answer.Rule)
	}
	s.read(nil, 200, "PATCH", "/clock", `{"frozen":false}`)
	s.set(start.Add(2 * time.Hour))
	if e := explain("john@okhdfc"); *e.Answer.Rule != "the bank is down" {
		t.Errorf("what is due is not taken into account: %s would answer", *e.Answer.Rule)
	}
	s.read(&state, 200, "GET", "/state", "")
	if len(state.Pending) != 1 || state.Values[0].Value != "up" {
		t.Errorf("explaining has done what is due: %+v", state)
	}
}

func TestWhatIsNoRequestCannotBeExplained(t *testing.T) {
	s := newSteered(t, bench)
	for body, pointer := range map[string]string{
		`{"method":"GET","path":"/nowhere"}`:                                              "/path",
		`{"method":"PATCH","path":"/deposits/v1/fields"}`:                                 "/path",
		`{"method":"GET","path":"/sandbox/v1/clock"}`:                                     "/path",
		`{"method":"GET","path":"/%zz"}`:                                                  "/path",
		`{"method":"POST","path":"` + vpa + `","body":{},"text":"{}"}`:                    "/text",
		`{"method":"GET","path":"/deposits/v1/fields","headers":{"X-Api-Key":"another"}}`: "/headers",
	} {
		p := s.refused(422, "REQUEST_UNEXPLAINABLE", "POST", "/explanations", body)
		if len(p.Errors) != 1 || p.Errors[0].Pointer != pointer {
			t.Errorf("%s is refused with %+v", body, p.Errors)
		}
	}
	s.refused(400, "SCHEMA_VIOLATION", "POST", "/explanations", `{"method":"GET","path":"fields"}`)
	var e control.Explanation
	s.read(&e, 200, "POST", "/explanations", `{"method":"POST","path":"`+vpa+`","text":"{\"vpa\":","headers":{"content-type":"application/json"}}`)
	if *e.Answer.Problem != "MALFORMED_BODY" {
		t.Errorf("a broken text is explained as %+v", e.Answer)
	}
}

func TestAReplaySendsTheOriginalAgain(t *testing.T) {
	s := newSteered(t, bench)
	s.do(request("POST", findCustomer, `{"mobile":"9876543210","dob":"1990-01-01","pan":"ABCDE1234F"}`, "X-Request-Id", "r-1"))
	s.verify(`{"vpa":"john@okhdfc"}`)
	var r control.Replay
	s.read(&r, 200, "POST", "/journal/1/replay", "")
	// Had the redacted request been sent, it would have been refused.
	if r.Entry != "1" || *r.Replay != "3" || r.Original.Status != 404 || r.Replayed.Status != 404 || !r.Same {
		t.Errorf("the replay is %s", jsonOf(t, r))
	}
	s.read(&r, 200, "POST", "/journal/2/replay", "")
	if !r.Same || *r.Replay != "4" || *r.Replayed.Body.Text != `{"status":"success"}` {
		t.Errorf("the replay of an answer that is the same is %s", jsonOf(t, r))
	}
	s.read(nil, 200, "PUT", "/state/deposits/bank", `{"value":"down"}`)
	s.read(&r, 200, "POST", "/journal/2/replay", "")
	if r.Same || r.Original.Status != 200 || r.Replayed.Status != 503 || *r.Replay != "5" {
		t.Errorf("the replay of an answer that differs is %s", jsonOf(t, r))
	}
	var e control.JournalEntry
	s.read(&e, 200, "GET", "/journal/5", "")
	if e.RequestId == "" || *e.Problem != "SERVICE_UNAVAILABLE" {
		t.Errorf("the replay's own entry is %s", jsonOf(t, e))
	}
}

func TestAReplayOfABrokenAnswerGivesWhatWasDecided(t *testing.T) {
	s := newSteered(t, yaml(`
rules:
  verifyMyVpa:
    - {name: cut, fault: {truncate: 50%}, respond: {body: {status: success}}}
`))
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the answer is not cut off")
			}
		}()
		s.verifies("john@okhdfc")
	}()
	var r control.Replay
	s.read(&r, 200, "POST", "/journal/1/replay", "")
	if !r.Same || r.Replayed.Status != 200 || *r.Replayed.Body.Text != `{"status":"success"}` {
		t.Errorf("the replay is %s", jsonOf(t, r))
	}
}

func TestABodyThatWasNotKeptIsNotReplayed(t *testing.T) {
	s := newSteered(t, bench)
	s.verify(`{"vpa":"` + strings.Repeat("x", 1<<20) + `"}`)
	s.refused(409, "REPLAY_IMPOSSIBLE", "POST", "/journal/1/replay", "")
}

func TestMalformedTargetsAreRecorded(t *testing.T) {
	s := newSteered(t, bench)
	s.get("/deposits/v1/locations/states?country=IN&facility=" + url.QueryEscape("bränch,x"))
	var e control.JournalEntry
	s.read(&e, 200, "GET", "/journal/1", "")
	if e.Status != 400 || e.Path != "/deposits/v1/locations/states" || !strings.Contains(e.Request.Target, "facility=") {
		t.Errorf("the entry is %s", jsonOf(t, e))
	}
}
