package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/server"
)

// bankScenarios are the files of the bank: a default for listFields.
func bankScenarios() fstest.MapFS {
	return fstest.MapFS{"deposits/bank.yaml": {Data: []byte(overlayText("bank-fields", "the bank", "default: true\n"))}}
}

// overlayText is a scenario file for listFields whose answer names whom it is of.
func overlayText(name, whose, more string) string {
	return "scenario: " + name + "\ntitle: Of " + whose + "\napi: deposits\n" + more +
		"rules:\n  listFields:\n    - name: own\n      respond: {body: {" + strings.ReplaceAll(whose, " ", "_") + ": {type: string}}}\n"
}

// withScenarios has a branch serve scenario files that overlays can be put over.
func withScenarios(files fstest.MapFS) branchOptions {
	return branchOptions{server: func(o *server.Options) {
		apis := []*contract.API{depositsAPI()}
		program, found := engine.Load(files, apis)
		if err := found.Err(); err != nil {
			panic(err)
		}
		o.Scenarios, o.Program = files, program
	}}
}

// staged is a programme whose two organisations have a sandbox each.
type staged struct {
	*programme
	ofAcme, ofZenith string // ids of applications, which name their sandboxes
}

func newStaged(t *testing.T) *staged {
	t.Helper()
	p := newProgramme(t, withScenarios(bankScenarios()))
	s := &staged{programme: p, ofAcme: "0198c1d2-0000-7000-8000-000000000001", ofZenith: "0198c1d2-0000-7000-8000-000000000002"}
	p.write(func(ctx context.Context, tx portal.Tx) error {
		for id, organisation := range map[string]string{s.ofAcme: p.acme.ID, s.ofZenith: p.zenith.ID} {
			a := portal.Application{ID: id, Organisation: organisation, NameKey: "sandbox", State: portal.ApplicationEnabled, Version: 1,
				ApplicationText: portal.ApplicationText{Name: "Sandbox", Platform: "web"}}
			if err := tx.InsertApplication(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
	return s
}

// speaks tells who answers GET /fields in the sandbox of an application.
func (s *staged) speaks(application string, pairs ...string) string {
	s.t.Helper()
	return speaksOn(s.t, s.do, application, pairs...)
}

func speaksOn(t *testing.T, do func(*http.Request) *httptest.ResponseRecorder, application string, pairs ...string) string {
	t.Helper()
	w := do(request("GET", fields, "", append(pairs, "X-Api-Key", application)...))
	if w.Code != 200 {
		t.Fatalf("GET /fields gives %d: %s", w.Code, w.Body)
	}
	text, _, _ := strings.Cut(strings.TrimPrefix(w.Body.String(), `{"`), `"`)
	return text
}

func (s *staged) heard(when, application, want string, pairs ...string) {
	s.t.Helper()
	if got := s.speaks(application, pairs...); got != want {
		s.t.Errorf("%s %s speaks, want %s", when, got, want)
	}
}

func source(text string, pairs ...any) object { return object{"source": text}.with(pairs...) }

func TestAnOverlaySpeaksInTheSandboxesOfItsOrganisationAlone(t *testing.T) {
	s := newStaged(t)
	s.heard("at first", s.ofAcme, "the_bank")
	made := s.ask(ravi, "POST /overlays", source(overlayText("acme-fields", "acme", "default: true\n"), "comment", "For tests"), 201)
	if made.text("name") != "acme-fields" || made.text("api") != "deposits" || made["default"] != true || made.number("version") != 1 ||
		made.in("author").text("name") != "Ravi Menon" || made.text("state") != "own" || made.text("comment") != "For tests" || made.text("title") != "Of acme" {
		t.Errorf("%v", made)
	}
	s.heard("an own default", s.ofAcme, "acme")
	s.heard("another organisation's default", s.ofZenith, "the_bank")
	s.heard("for nobody's sandbox", "no application", "the_bank")
	metrics := s.get("/metrics").Body.String()
	if strings.Contains(metrics, "acme-fields") || !strings.Contains(metrics, `operation="listFields",rule="own",scenario="own"} 1`) ||
		!strings.Contains(metrics, `operation="listFields",rule="own",scenario="bank-fields"} 3`) {
		t.Errorf("the metrics name what organisations write:\n%s", metrics)
	}
	path := "/overlays/" + made.text("id")
	s.ask(ravi, "PUT "+path, source(overlayText("acme-fields", "acme again", "default: true\n")), 200, "If-Match", `"1"`)
	s.heard("after an update", s.ofAcme, "acme_again")
	s.call(ravi, "DELETE "+path, nil)
	s.heard("after it was deleted", s.ofAcme, "the_bank")
	if got := s.audited(s.acme.ID); strings.Join(got, " ") != "overlay.saved overlay.saved overlay.deleted" {
		t.Errorf("%v", got)
	}
}

func TestAnOverlayThatIsNoDefaultSpeaksWhenItIsSelected(t *testing.T) {
	s := newStaged(t)
	made := s.ask(asha, "POST /overlays", source(overlayText("acme-fields", "acme", "")), 201)
	s.heard("unselected", s.ofAcme, "the_bank")
	s.heard("asked for", s.ofAcme, "acme", "X-Sandbox-Scenario", "acme-fields")
	if w := s.do(request("GET", fields, "", "X-Api-Key", s.ofZenith, "X-Sandbox-Scenario", "acme-fields")); w.Code != 400 {
		t.Errorf("another organisation can select it: %d %s", w.Code, w.Body)
	}
	s.call(asha, "DELETE /overlays/"+made.text("id"), nil)
	if w := s.do(request("GET", fields, "", "X-Api-Key", s.ofAcme, "X-Sandbox-Scenario", "acme-fields")); w.Code != 400 {
		t.Errorf("a deleted one is selected: %d %s", w.Code, w.Body)
	}
}

func TestAnOverlayIsCheckedLikeAnyFile(t *testing.T) {
	s := newStaged(t)
	for name, c := range map[string]struct {
		text, code string
		line       int
	}{
		"no YAML":                     {"scenario: [", "yaml-syntax", 0},
		"an operation that is none":   {strings.Replace(overlayText("a", "acme", ""), "listFields", "listFeilds", 1), "unknown-operation", 5},
		"an API that is none":         {strings.Replace(overlayText("a", "acme", ""), "api: deposits", "api: loans", 1), "unknown-api", 3},
		"a scenario of the bank":      {overlayText("bank-fields", "acme", ""), "duplicate-scenario", 1},
		"a body off the contract":     {strings.Replace(overlayText("a", "acme", ""), "{type: string}", "3", 1), "", 7},
		"a file beside it":            {strings.Replace(overlayText("a", "acme", ""), "{body: {acme: {type: string}}}", "{file: bank.yaml}", 1), "stands-alone", 7},
		"a file outside of it":        {strings.Replace(overlayText("a", "acme", ""), "{body: {acme: {type: string}}}", "{file: ../../../etc/passwd}", 1), "stands-alone", 7},
		"two documents in one":        {overlayText("a", "acme", "") + "---\nscenario: b\n", "second-document", 0},
		"a name that is too long":     {overlayText(strings.Repeat("a", 65), "acme", ""), "long-name", 1},
		"a name that leads elsewhere": {overlayText("../../evil", "acme", ""), "bad-name", 1},
	} {
		check := s.ask(ravi, "POST /overlays/check", source(c.text), 200)
		if check["usable"] != false || len(check.list("findings")) == 0 {
			t.Errorf("%s: %v", name, check)
			continue
		}
		first := check.list("findings")[0]
		if c.code != "" && first.text("code") != c.code || c.line != 0 && first.number("line") != c.line || !strings.HasPrefix(first.text("file"), "overlays/") {
			t.Errorf("%s: %v", name, first)
		}
		w := s.call(ravi, "POST /overlays", source(c.text))
		p := problemOf(t, w, 422, "OVERLAY_INVALID")
		if !strings.Contains(w.Body.String(), `"findings":[{"code":"`) || p.Detail == "" {
			t.Errorf("%s: %s", name, w.Body)
		}
	}
	if list := s.ask(ravi, "GET /overlays", nil, 200); len(list.list("overlays")) != 0 {
		t.Errorf("%v", list)
	}
	good := s.ask(ravi, "POST /overlays/check", source(overlayText("a", "acme", "default: true\n")), 200)
	if good["usable"] != true || len(good.list("findings")) != 0 {
		t.Errorf("%v", good)
	}
	s.heard("what is only checked", s.ofAcme, "the_bank")
}

func TestOverlaysAreCheckedTogether(t *testing.T) {
	s := newStaged(t)
	s.ask(ravi, "POST /overlays", source(overlayText("first", "acme", "default: true\n")), 201)
	p := s.refused(ravi, "POST /overlays", source(overlayText("second", "acme too", "default: true\n")), 422, "OVERLAY_INVALID")
	if p.Detail == "" {
		t.Error("no detail")
	}
	s.refused(ravi, "POST /overlays", source(overlayText("first", "acme too", "default: true\n")), 409, "OVERLAY_EXISTS")
	s.ask(zoe, "POST /overlays", source(overlayText("first", "zenith", "default: true\n")), 201)
	s.heard("of one", s.ofAcme, "acme")
	s.heard("of the other", s.ofZenith, "zenith")
}

func TestTheBankPublishesAnOverlayForEverybodyAndWithdrawsIt(t *testing.T) {
	s := newStaged(t)
	text := "scenario: slow\napi: deposits\nrules:\n  listFields:\n    - name: own\n      respond: {body: {published: {type: string}}}\n"
	made := s.ask(ravi, "POST /overlays", source(text), 201)
	path := "/bank/overlays/" + made.text("id")
	s.refused(meera, "POST "+path+"/publish", object{"version": 2, "reason": "Useful."}, 422, "OVERLAY_VERSION_UNKNOWN")
	s.refused(meera, "POST "+path+"/withdraw", object{"reason": "No."}, 409, "OVERLAY_STATE_CONFLICT")
	if file := s.call(meera, "GET "+path+"/file", nil); file.Body.String() != text || file.Header().Get("Content-Disposition") != `attachment; filename="slow.yaml"` {
		t.Errorf("%v %s", file.Header(), file.Body)
	}
	published := s.ask(meera, "POST "+path+"/publish", object{"version": 1, "reason": "Useful."}, 200)
	if published.text("state") != "published" || published.in("publication").number("version") != 1 ||
		published.in("publication").in("publishedBy").text("name") != "Meera Iyer" || published.in("organisation").text("name") != "Acme Payments" {
		t.Errorf("%v", published)
	}
	prefer := []string{"X-Sandbox-Scenario", "slow"}
	s.heard("published, elsewhere", s.ofZenith, "published", prefer...)
	s.heard("published, for nobody's sandbox", "no application", "published", prefer...)
	s.ask(ravi, "PUT /overlays/"+made.text("id"), source(strings.Replace(text, "published:", "newer:", 1)), 200, "If-Match", "*")
	s.heard("a newer version, of its own", s.ofAcme, "newer", prefer...)
	s.heard("a newer version, elsewhere", s.ofZenith, "published", prefer...)
	if own := s.ask(ravi, "GET /overlays/"+made.text("id"), nil, 200); own.in("publication")["publishedBy"] != nil || own.text("state") != "published" {
		t.Errorf("partners are told who of the bank: %v", own)
	}
	if file := s.call(bala, "GET "+path+"/file", nil); file.Body.String() != text {
		t.Errorf("what is downloaded is not what is published: %s", file.Body)
	}
	s.call(ravi, "DELETE /overlays/"+made.text("id"), nil)
	s.refused(ravi, "GET /overlays/"+made.text("id"), nil, 404, "NOT_FOUND")
	s.heard("deleted and published", s.ofAcme, "published", prefer...)
	if list := s.ask(meera, "GET /bank/overlays?state=published", nil, 200).list("overlays"); len(list) != 1 {
		t.Errorf("%v", list)
	}
	s.ask(bala, "POST "+path+"/withdraw", object{"reason": "It is too slow."}, 200)
	if w := s.do(request("GET", fields, "", append(prefer, "X-Api-Key", s.ofZenith)...)); w.Code != 400 {
		t.Errorf("withdrawn, it is still there: %d", w.Code)
	}
	s.refused(meera, "GET "+path, nil, 404, "NOT_FOUND")
	if got := s.mails(ravi); len(got) != 2 {
		t.Errorf("the author got %q", got)
	}
	want := "overlay.saved overlay.downloaded overlay.published overlay.saved overlay.downloaded overlay.deleted overlay.withdrawn"
	if got := strings.Join(s.audited(s.acme.ID), " "); got != want {
		t.Errorf("%s", got)
	}
}

func TestADefaultOverlayIsNotPublishedBesideTheBanksOwn(t *testing.T) {
	s := newStaged(t)
	made := s.ask(ravi, "POST /overlays", source(overlayText("acme-fields", "acme", "default: true\n")), 201)
	w := s.call(meera, "POST /bank/overlays/"+made.text("id")+"/publish", object{"version": 1, "reason": "Useful."})
	if problemOf(t, w, 422, "OVERLAY_INVALID"); !strings.Contains(w.Body.String(), "two-defaults") {
		t.Errorf("%s", w.Body)
	}
}

func TestAnotherServerNoticesOverlaysWithinASecond(t *testing.T) {
	s := newStaged(t)
	files := bankScenarios()
	other := openBranchOn(t, s.store, withScenarios(files))
	if got := speaksOn(t, other.do, s.ofAcme); got != "the_bank" {
		t.Errorf("%s", got)
	}
	s.ask(ravi, "POST /overlays", source(overlayText("acme-fields", "acme", "default: true\n")), 201)
	other.set(s.now.Load().Add(time.Second))
	if got := speaksOn(t, other.do, s.ofAcme); got != "acme" {
		t.Errorf("a second later %s speaks", got)
	}
}

func TestOverlaysGoOnOverNewFilesOfTheBankAndBrokenOnesAreLeftOut(t *testing.T) {
	s := newStaged(t)
	s.ask(ravi, "POST /overlays", source(overlayText("acme-fields", "acme", "default: true\n")), 201)
	s.ask(zoe, "POST /overlays", source(overlayText("taken-later", "zenith", "default: true\n")), 201)
	next := fstest.MapFS{"deposits/bank.yaml": {Data: []byte(overlayText("taken-later", "the new bank", "default: true\n"))}}
	program, found := engine.Load(next, []*contract.API{depositsAPI()})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	s.ReplaceScenarios(next, program)
	s.heard("over new files", s.ofAcme, "acme")
	s.heard("a file that can no longer be used", s.ofZenith, "the_new_bank")
	s.heard("for nobody's sandbox", "no application", "the_new_bank")
	if !strings.Contains(s.log.String(), "taken-later.yaml") {
		t.Errorf("it is not reported: %s", s.log)
	}
}

func TestOverlaysAreBoundedInNumberAndChecksInTime(t *testing.T) {
	s := newStaged(t)
	s.write(func(ctx context.Context, tx portal.Tx) error {
		for i := range 100 {
			name := fmt.Sprintf("one-%03d", i)
			err := tx.InsertOverlay(ctx, portal.Overlay{ID: idNumber(i), Organisation: s.acme.ID, API: "deposits", Name: name,
				Latest: portal.OverlayVersion{Number: 1, Text: overlayText(name, "acme", ""), Author: portal.PersonName{ID: idNumber(1), Name: "Asha Rao"}, SavedAt: start}})
			if err != nil {
				return err
			}
		}
		return nil
	})
	s.refused(ravi, "POST /overlays", source(overlayText("one-more", "acme", "")), 409, "OVERLAYS_FULL")
	page := s.ask(ravi, "GET /overlays?limit=60", nil, 200)
	rest := s.ask(ravi, "GET /overlays?limit=60&cursor="+page.text("next"), nil, 200)
	if len(page.list("overlays")) != 60 || len(rest.list("overlays")) != 40 || rest["next"] != nil {
		t.Errorf("%d and %d", len(page.list("overlays")), len(rest.list("overlays")))
	}
	s.refused(ravi, "GET /overlays?cursor=nonsense", nil, 400, "SCHEMA_VIOLATION")
	for range 60 {
		s.ask(zoe, "POST /overlays/check", source("scenario: ["), 200)
	}
	s.refused(zoe, "POST /overlays/check", source("scenario: ["), 429, "TOO_MANY_ATTEMPTS")
}

// bankProblems are files of the bank that declare a problem.
func bankProblems() fstest.MapFS {
	return fstest.MapFS{"deposits/bank.yaml": {Data: []byte("scenario: teapots\napi: deposits\nproblems:\n  TEAPOT_HOT: {status: 418, title: The teapot is hot, handling: Wait.}\n" +
		"rules:\n  listFields:\n    - name: hot\n      offContract: true\n      respond: {problem: TEAPOT_HOT}\n")}}
}

// patched applies a difference in unified format to a text.
func TestOfTwoFilesThatExcludeEachOtherOneIsSavedHoweverTheyCome(t *testing.T) {
	s := newStaged(t)
	people := []*visitor{s.person(asha), s.person(ravi)}
	for round := range 5 {
		var saved atomic.Int64
		var group sync.WaitGroup
		for i, v := range people {
			text, err := json.Marshal(source(overlayText(fmt.Sprintf("round-%d-%d", round, i), "acme", "default: true\n")))
			if err != nil {
				t.Fatal(err)
			}
			group.Go(func() {
				switch w := v.call("POST", "/overlays", string(text)); w.Code {
				case 201:
					saved.Add(1)
				case 422:
				default:
					t.Errorf("%d: %s", w.Code, w.Body)
				}
			})
		}
		group.Wait()
		list := s.ask(ravi, "GET /overlays", nil, 200).list("overlays")
		if saved.Load() != 1 || len(list) != 1 {
			t.Fatalf("round %d: %d are saved, %d are there", round, saved.Load(), len(list))
		}
		s.heard("the one that is there", s.ofAcme, "acme")
		s.ask(ravi, "DELETE /overlays/"+list[0].text("id"), nil, 204)
	}
}

func TestAnOrganisationSavesOverlaysThirtyTimesAMinute(t *testing.T) {
	s := newStaged(t)
	o := s.ask(ravi, "POST /overlays", source(overlayText("one", "acme", "")), 201)
	path := "/overlays/" + o.text("id")
	for i := range 28 {
		s.ask([]string{ravi, asha}[i%2], "PUT "+path, source(overlayText("one", fmt.Sprint("acme ", i), "")), 200, "If-Match", "*")
	}
	s.ask(ravi, "POST "+path+"/rollback", object{"version": 1}, 200, "If-Match", "*")
	w := s.call(ravi, "PUT "+path, source(overlayText("one", "acme", "")), "If-Match", "*")
	if problemOf(t, w, 429, "TOO_MANY_ATTEMPTS"); w.Header().Get("Retry-After") != "60" {
		t.Errorf("Retry-After is %q", w.Header().Get("Retry-After"))
	}
	s.refused(asha, "POST /overlays", source(overlayText("two", "acme", "")), 429, "TOO_MANY_ATTEMPTS")
	s.refused(asha, "POST "+path+"/rollback", object{"version": 1}, 429, "TOO_MANY_ATTEMPTS", "If-Match", "*")
	s.ask(zoe, "POST /overlays", source(overlayText("one", "zenith", "")), 201) // of another organisation
	if got := s.ask(ravi, "GET "+path, nil, 200).number("version"); got != 30 {
		t.Errorf("version %v", got)
	}
	s.later(time.Minute)
	s.ask(ravi, "PUT "+path, source(overlayText("one", "acme", "")), 200, "If-Match", "*")
}
