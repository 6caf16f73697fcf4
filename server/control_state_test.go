package server_test

import (
	"context"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/server"
)

// outbox collects callbacks.
type outbox struct {
	guard sync.Mutex
	names []string
}

func (o *outbox) Send(_ context.Context, key string, c engine.Callback) {
	o.guard.Lock()
	defer o.guard.Unlock()
	o.names = append(o.names, key+" "+c.Name)
}

func TestTheClockIsSetAdvancedFrozenAndResumed(t *testing.T) {
	s := newSteered(t, bench)
	var clock control.Clock
	for _, step := range []struct{ body, want string }{
		{`{"advance":"30s"}`, `{"frozen":false,"now":"2026-03-01T10:00:30Z","offsetSeconds":30}`},
		{`{"advance":"P1M","frozen":true}`, `{"frozen":true,"now":"2026-04-01T10:00:30Z","offsetSeconds":2678430}`},
		{`{"set":"2026-12-31T23:59:00Z","advance":"PT2M"}`, `{"frozen":true,"now":"2027-01-01T00:01:00Z","offsetSeconds":26402460}`},
		{`{"set":"2026-03-01T09:00:00Z"}`, `{"frozen":true,"now":"2026-03-01T09:00:00Z","offsetSeconds":-3600}`},
		{`{"frozen":false}`, `{"frozen":false,"now":"2026-03-01T09:00:00Z","offsetSeconds":-3600}`},
	} {
		s.read(&clock, 200, "PATCH", "/clock", step.body)
		same(t, "the clock after "+step.body, clock, step.want)
	}
	s.set(start.Add(time.Minute))
	s.read(&clock, 200, "GET", "/clock", "")
	same(t, "a clock that runs, a minute later", clock, `{"frozen":false,"now":"2026-03-01T09:01:00Z","offsetSeconds":-3600}`)
	s.read(nil, 200, "PATCH", "/clock", `{"frozen":true}`)
	s.set(start.Add(time.Hour))
	s.read(&clock, 200, "GET", "/clock", "")
	same(t, "a clock that stands, much later", clock, `{"frozen":true,"now":"2026-03-01T09:01:00Z","offsetSeconds":-7140}`)
}

func TestAClockThatCannotShowATimeStaysAsItWas(t *testing.T) {
	s := newSteered(t, bench)
	for body, pointer := range map[string]string{
		`{"set":"1969-12-31T23:59:59Z","frozen":true}`: "/set", `{"advance":"P200Y","frozen":true}`: "/advance", `{"advance":"PT"}`: "/advance",
	} {
		p := s.refused(422, "CLOCK_OUT_OF_RANGE", "PATCH", "/clock", body)
		if len(p.Errors) != 1 || p.Errors[0].Pointer != pointer {
			t.Errorf("%s is refused with %+v", body, p.Errors)
		}
	}
	for _, body := range []string{`{}`, `{"set":"tomorrow"}`, `{"advance":"-5s"}`, `{"now":"2026-03-01T09:00:00Z"}`} {
		s.refused(400, "SCHEMA_VIOLATION", "PATCH", "/clock", body)
	}
	var clock control.Clock
	s.read(&clock, 200, "GET", "/clock", "")
	same(t, "the clock", clock, `{"frozen":false,"now":"2026-03-01T10:00:00Z","offsetSeconds":0}`)
}

func TestAdvancingTheClockDoesWhatIsDue(t *testing.T) {
	s := newSteered(t, bench)
	s.verifies("soon@down")
	var state control.SandboxState
	s.read(&state, 200, "GET", "/state", "")
	if len(state.Pending) != 1 {
		t.Fatalf("still to come is %+v", state.Pending)
	}
	state.Pending[0].RequestId = nil
	same(t, "what is to come", state.Pending[0], `{"api":"deposits","due":"2026-03-01T10:00:30Z","kind":"set","name":"bank","rule":"deposits/vpas/verifyMyVpa/the bank goes down soon"}`)
	s.read(nil, 200, "PATCH", "/clock", `{"advance":"29s"}`)
	if rule := s.verifies("john@okhdfc"); rule != "a listed VPA" {
		t.Errorf("a second before, %s answers", rule)
	}
	s.read(nil, 200, "PATCH", "/clock", `{"advance":"PT1S"}`)
	if rule := s.verifies("john@okhdfc"); rule != "the bank is down" {
		t.Errorf("when it is due, %s answers", rule)
	}
	s.read(&state, 200, "GET", "/state?api=deposits", "")
	same(t, "the values", state.Values, `[{"api":"deposits","initial":"up","name":"bank","value":"down","values":["up","down"]}]`)
	if len(state.Pending) != 0 {
		t.Errorf("still to come is %+v", state.Pending)
	}
}

func TestTheSameSeedGivesTheSameChance(t *testing.T) {
	s := newSteered(t, bench)
	draw := func() string { return s.get(locales, "X-Api-Key", s.key).Body.String() }
	var seed control.Seed
	s.read(&seed, 200, "PUT", "/seed", `{"seed":"18446744073709551615"}`)
	same(t, "the seed", seed, `{"seed":"18446744073709551615"}`)
	first, second := draw(), draw()
	s.read(nil, 200, "PUT", "/seed", `{"seed":"18446744073709551615"}`)
	if again := draw(); again != first || first == second {
		t.Errorf("drawn: %s, %s, and again %s", first, second, again)
	}
	s.refused(422, "SEED_INVALID", "PUT", "/seed", `{"seed":"18446744073709551616"}`)
	s.read(&seed, 200, "GET", "/seed", "")
	same(t, "the seed after a refusal", seed, `{"seed":"18446744073709551615"}`)
}

func TestResetMakesPartsAnew(t *testing.T) {
	s := newSteered(t, bench)
	var before, after control.Seed
	s.read(&before, 200, "GET", "/seed", "")
	stir := func() {
		s.read(nil, 200, "PATCH", "/clock", `{"advance":"1h","frozen":true}`)
		s.read(nil, 200, "PUT", "/seed", `{"seed":"7"}`)
		s.read(nil, 200, "PUT", "/selection", `{"scenarios":["strict"]}`)
		s.read(nil, 201, "POST", "/overrides", `{"operation":"listFields","rule":{"respond":{"problem":"CONFLICT"}}}`)
		s.read(nil, 200, "PUT", "/state/deposits/bank", `{"value":"down"}`)
		s.read(nil, 200, "PUT", "/tables/deposits/vpas/rows/new@ybl", `{"outcome":"success"}`)
		s.read(nil, 200, "PUT", "/snapshots/kept", "")
		s.verifies("john@okhdfc")
	}
	// left tells what differs from the beginning.
	left := func() string {
		var out []string
		note := func(name string, differs bool) {
			if differs {
				out = append(out, name)
			}
		}
		var clock control.Clock
		s.read(&clock, 200, "GET", "/clock", "")
		note("clock", clock.Frozen || clock.OffsetSeconds != 0)
		s.read(&after, 200, "GET", "/seed", "")
		note("seed", after != before)
		var selection control.Selection
		s.read(&selection, 200, "GET", "/selection", "")
		note("selection", len(selection.Scenarios) > 0)
		var overrides control.OverrideList
		s.read(&overrides, 200, "GET", "/overrides", "")
		note("overrides", len(overrides.Overrides) > 0)
		var state control.SandboxState
		s.read(&state, 200, "GET", "/state", "")
		note("state", state.Values[0].Value != "up" || state.Tables[1].Rows != 2)
		var snapshots control.SnapshotList
		s.read(&snapshots, 200, "GET", "/snapshots", "")
		note("snapshots", len(snapshots.Snapshots) > 0)
		var journal control.JournalPage
		s.read(&journal, 200, "GET", "/journal", "")
		note("journal", journal.Total > 0)
		return strings.Join(out, " ")
	}
	stir()
	if got := left(); got != "clock seed selection overrides state snapshots journal" {
		t.Fatalf("stirred is only %s", got)
	}
	for _, part := range []string{"journal", "snapshots", "state", "overrides", "selection", "seed", "clock"} {
		want := strings.TrimSpace(strings.ReplaceAll(" "+left()+" ", " "+part+" ", " "))
		s.read(nil, 200, "POST", "/reset", `{"parts":["`+part+`"]}`)
		if got := left(); got != want {
			t.Errorf("after a reset of %s, %q is left, want %q", part, got, want)
		}
	}
	for _, body := range []string{"", "{}"} {
		stir()
		var reset control.ResetResult
		s.read(&reset, 200, "POST", "/reset", body)
		if got := left(); got != "" || len(reset.Parts) != 7 {
			t.Errorf("after a reset of everything (%q), %s is left of %v", body, got, reset.Parts)
		}
	}
}

func TestDeclaredValuesAreSet(t *testing.T) {
	s := newSteered(t, bench)
	var value control.StateValue
	s.read(&value, 200, "PUT", "/state/deposits/bank", `{"value":"down"}`)
	same(t, "the value", value, `{"api":"deposits","initial":"up","name":"bank","value":"down","values":["up","down"]}`)
	if rule := s.verifies("john@okhdfc"); rule != "the bank is down" {
		t.Errorf("%s answers", rule)
	}
	p := s.refused(422, "STATE_VALUE_UNKNOWN", "PUT", "/state/deposits/bank", `{"value":"dwn"}`)
	if len(p.Errors) != 1 || p.Errors[0].Pointer != "/value" || !strings.Contains(p.Detail, "up, down") {
		t.Errorf("another value is refused with %+v", p)
	}
	p = s.refused(404, "STATE_NOT_FOUND", "PUT", "/state/deposits/banc", `{"value":"down"}`)
	if !strings.Contains(p.Detail, `did you mean "bank"?`) {
		t.Errorf("detail is %s", p.Detail)
	}
	s.refused(404, "STATE_NOT_FOUND", "PUT", "/state/portal/bank", `{"value":"down"}`)
}

func TestRowsArePagedWithTheirKeys(t *testing.T) {
	s := newSteered(t, bench)
	var page control.TableRowPage
	s.read(&page, 200, "GET", "/tables/deposits/vpas/rows?page=2&size=1", "")
	same(t, "the second page", page, `{"api":"deposits","columns":["outcome","reason","vpa"],"key":["vpa"],"page":2,
		"rows":[{"key":"blocked@ybl","row":{"outcome":"failed","reason":"urn:verification:vpa:blocked","vpa":"blocked@ybl"}}],"size":1,"table":"vpas","total":2,"writable":true}`)
	s.read(&page, 200, "GET", "/tables/deposits/vpas/rows?page=9", "")
	if len(page.Rows) != 0 || page.Total != 2 {
		t.Errorf("a page beyond the last is %+v", page)
	}
	s.read(&page, 200, "GET", "/tables/deposits/limits/rows", "")
	if got := *page.Rows[0].Key; got != `fd\,special,1` {
		t.Errorf("the key of two columns is %s", got)
	}
	if p := s.refused(404, "TABLE_NOT_FOUND", "GET", "/tables/deposits/vpa/rows", ""); !strings.Contains(p.Detail, `did you mean "vpas"?`) {
		t.Errorf("detail is %s", p.Detail)
	}
	s.refused(400, "SCHEMA_VIOLATION", "GET", "/tables/deposits/vpas/rows?size=501", "")
}

func TestARowIsPutReplacedAndTakenOut(t *testing.T) {
	s := newSteered(t, bench)
	var row control.TableRow
	s.read(&row, 200, "PUT", "/tables/deposits/vpas/rows/new@ybl", `{"vpa":"new@ybl","outcome":"failed","reason":"urn:verification:vpa:blocked"}`)
	same(t, "a new row", row, `{"key":"new@ybl","row":{"outcome":"failed","reason":"urn:verification:vpa:blocked","vpa":"new@ybl"}}`)
	s.read(&row, 200, "PUT", "/tables/deposits/vpas/rows/new@ybl", `{"outcome":"success"}`)
	same(t, "the row that was put in its place", row, `{"key":"new@ybl","row":{"outcome":"success","vpa":"new@ybl"}}`)
	if rule := s.verifies("new@ybl"); rule != "a listed VPA" {
		t.Errorf("%s answers", rule)
	}
	for _, key := range []string{"50% off", `a,b\c`, "ü/ö?"} {
		escaped := url.PathEscape(strings.NewReplacer(`\`, `\\`, `,`, `\,`).Replace(key))
		s.read(&row, 200, "PUT", "/tables/deposits/vpas/rows/"+escaped, `{"outcome":"success"}`)
		if row.Row["vpa"] != key {
			t.Errorf("the row of key %q has %v", key, row.Row)
		}
		s.read(nil, 204, "DELETE", "/tables/deposits/vpas/rows/"+escaped, "")
	}
	s.read(nil, 204, "DELETE", "/tables/deposits/vpas/rows/john@okhdfc", "")
	s.refused(404, "ROW_NOT_FOUND", "DELETE", "/tables/deposits/vpas/rows/john@okhdfc", "")
	if rule := s.verifies("john@okhdfc"); rule != "any other VPA" {
		t.Errorf("after the row was taken out, %s answers", rule)
	}
}

func TestARowThatDoesNotFitIsRefused(t *testing.T) {
	s := newSteered(t, bench)
	for _, c := range []struct{ path, body, code, detail string }{
		{"/tables/deposits/vpas/rows/a@b", `{"vpa":"c@d"}`, "ROW_INVALID", "key"},
		{"/tables/deposits/vpas/rows/a@b", `{"outcom":"success"}`, "ROW_INVALID", `no column "outcom"`},
		{"/tables/deposits/vpas/rows/a@b", `{"outcome":7}`, "ROW_INVALID", "string"},
		{"/tables/deposits/vpas/rows/a,b", `{"outcome":"success"}`, "ROW_INVALID", "1 values"},
	} {
		if p := s.refused(422, c.code, "PUT", c.path, c.body); !strings.Contains(p.Detail, c.detail) {
			t.Errorf("%s %s: %s", c.path, c.body, p.Detail)
		}
	}
	s.refused(409, "TABLE_READ_ONLY", "PUT", "/tables/deposits/limits/rows/sa,2", `{"most":"1"}`)
	s.refused(409, "TABLE_READ_ONLY", "DELETE", "/tables/deposits/limits/rows/sa,2", "")
	s.refused(404, "TABLE_NOT_FOUND", "PUT", "/tables/portal/vpas/rows/a", `{}`)
	s.refused(400, "SCHEMA_VIOLATION", "PUT", "/tables/deposits/vpas/rows/a@b", `[]`)
}

func TestCallbacksThatFallDueByTheClockAreSent(t *testing.T) {
	sent := &outbox{}
	folder := yaml(`
rules:
  listFields:
    - {name: later, do: [{after: 1h, callback: {name: settled, body: {}}}], respond: {problem: CONFLICT}}
`)
	s := newSteered(t, folder, func(o *server.Options) {
		o.Callbacks = sent
		o.APIs = []*contract.API{document(t, "security:\n  - apiKey: []\ntags:", `webhooks:
  settled:
    post:
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: Taken.}}
security:
  - apiKey: []
tags:`), controlDocument()}
	})
	s.get(fields)
	s.as("other").read(nil, 200, "PATCH", "/clock", `{"advance":"1h"}`)
	if len(sent.names) != 0 {
		t.Errorf("another sandbox's clock has sent %v", sent.names)
	}
	for _, body := range []string{`{"advance":"1h"}`, `{"advance":"1h"}`} {
		s.read(nil, 200, "PATCH", "/clock", body)
		if len(sent.names) != 1 || sent.names[0] != "demo settled" {
			t.Errorf("sent: %v", sent.names)
		}
	}
}
