package server_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

func TestASuspendedOrganisationReadsAndChangesNothing(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	var o struct {
		ID, State, SuspendedFor string
		RelationshipManager     struct{ Name, Email string }
	}
	v.read(&o, 200, "GET", "/organisation", "")
	path := "/bank/organisations/" + o.ID
	b.bank.refused(409, "ORGANISATION_STATE_CONFLICT", "POST", path+"/lift", `{"reason":"x"}`)
	b.bank.read(&o, 200, "POST", path+"/suspend", `{"reason":"The papers are missing."}`)
	if o.State != "suspended" || o.SuspendedFor != "The papers are missing." {
		t.Errorf("%+v", o)
	}
	b.bank.refused(409, "ORGANISATION_STATE_CONFLICT", "POST", path+"/suspend", `{"reason":"x"}`)
	v = b.signedIn("asha")
	v.ok(200, "GET", "/organisation", "")
	v.ok(200, "GET", "/organisation/members", "")
	v.refused(403, "ORGANISATION_SUSPENDED", "PUT", "/organisation", `{"name":"Acme"}`, "If-Match", "*")
	v.refused(403, "ORGANISATION_SUSPENDED", "POST", "/organisation/invitations", `{"email":"x@people.example","role":"developer"}`)
	v.refused(403, "ORGANISATION_SUSPENDED", "POST", "/applications", `{"name":"x"}`)
	v.ok(200, "PUT", "/me", `{"firstName":"Asha","lastName":"Rao"}`, "If-Match", "*") // the own account is no affair of the organisation
	if l := b.letters("asha@people.example"); !strings.Contains(l[0].Text, "The papers are missing.") {
		t.Errorf("%+v", l[0])
	}
	b.bank.read(&o, 200, "POST", path+"/lift", `{"reason":"They have come."}`)
	if o.State != "active" || o.SuspendedFor != "" {
		t.Errorf("%+v", o)
	}
	v.ok(201, "POST", "/organisation/invitations", `{"email":"x@people.example","role":"developer"}`)
	b.bank.read(&o, 200, "PUT", path+"/relationship-manager", `{"name":"Riya Shah","email":"riya@bank.example"}`)
	v.read(&o, 200, "GET", "/organisation", "")
	if o.RelationshipManager.Name != "Riya Shah" {
		t.Errorf("%+v", o)
	}
}

func TestOrganisationsAreListedByNameInPages(t *testing.T) {
	b := openBranch(t)
	for n, name := range []string{"Delta 100%", "alpha", "Charlie", "bravo_x", strings.Repeat("Ω", 200)} {
		b.organisation(fmt.Sprintf("person%d", n), name)
	}
	b.visitor().ok(202, "POST", "/registrations", registration("waiting", "Waiting")) // not yet there
	list := func(query string) (names []string) {
		t.Helper()
		for {
			var page struct {
				Organisations []struct{ Name string }
				Next          string
			}
			b.bank.read(&page, 200, "GET", "/bank/organisations?limit=2"+query, "")
			for _, o := range page.Organisations {
				names = append(names, o.Name)
			}
			if page.Next == "" {
				return names
			}
			query = strings.Split(query, "&cursor=")[0] + "&cursor=" + page.Next
		}
	}
	for query, want := range map[string]string{
		"": "alpha bravo_x Charlie Delta 100% " + strings.Repeat("Ω", 200), "&text=A": "alpha bravo_x Charlie Delta 100%", "&text=_": "bravo_x",
		"&text=0%25": "Delta 100%", "&text=%25%25": "", "&state=suspended": "", "&text=%00": "", "&text=!": "", "&text='%3BDROP TABLE organisations%3B--": "",
	} {
		if got := strings.Join(list(strings.ReplaceAll(query, " ", "%20")), " "); got != want {
			t.Errorf("%q lists %q, want %q", query, got, want)
		}
	}
	for _, cursor := range []string{"AA", "!!", "JDE", "MDE5OGMxZDI"} {
		if w := b.bank.call("GET", "/bank/organisations?cursor="+cursor, ""); w.Code != 400 {
			t.Errorf("cursor %s gives %d: %s", cursor, w.Code, w.Body)
		}
	}
}

func TestPeopleAreListedAndFilteredForTheBank(t *testing.T) {
	b := openBranch(t)
	admin := b.organisation("asha", "Acme")
	admin.colleague("ravi", "developer")
	b.visitor().ok(202, "POST", "/registrations", registration("waiting", "Waiting"))
	var o struct{ ID string }
	admin.read(&o, 200, "GET", "/organisation", "")
	for query, want := range map[string]string{
		"": "asha bank.admin ravi waiting", "organisation=" + o.ID: "asha ravi", "role=developer": "ravi", "role=bank-admin": "bank.admin",
		"state=registered": "waiting", "text=RAVI@": "ravi", "text=Name%20asha": "", "text=given%20name": "asha bank.admin ravi waiting",
	} {
		var page struct{ People []struct{ Username string } }
		b.bank.read(&page, 200, "GET", "/bank/people?"+query, "")
		var names []string
		for _, p := range page.People {
			names = append(names, p.Username)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q lists %q, want %q", query, got, want)
		}
	}
	var page struct {
		People []struct{ Username string }
		Next   string
	}
	b.bank.read(&page, 200, "GET", "/bank/people?limit=3", "")
	b.bank.read(&page, 200, "GET", "/bank/people?limit=3&cursor="+page.Next, "")
	if len(page.People) != 1 || page.People[0].Username != "waiting" || page.Next != "" {
		t.Errorf("%+v", page)
	}
}

func TestChangesOfOneVersionAreMadeOnce(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	b.organisation("mira", "Other")
	for path, body := range map[string]string{"/me": `{"firstName":"Asha","lastName":"Rao"}`, "/organisation": `{"name":"Acme Payments"}`} {
		tag := v.ok(200, "GET", path, "").Header().Get("Etag")
		if again := v.ok(200, "PUT", path, body, "If-Match", tag).Header().Get("Etag"); again == tag {
			t.Errorf("%s keeps its tag %s", path, tag)
		}
		for _, stale := range []string{tag, "W/" + tag, "3", `"-1"`, `""`} {
			v.refused(412, "PRECONDITION_FAILED", "PUT", path, body, "If-Match", stale)
		}
		v.ok(200, "PUT", path, body, "If-Match", "*")
		v.refused(400, "SCHEMA_VIOLATION", "PUT", path, body)
	}
	v.refused(409, "ORGANISATION_EXISTS", "PUT", "/organisation", `{"name":" OTHER "}`, "If-Match", "*")
	v.ok(200, "PUT", "/organisation", `{"name":"ACME payments"}`, "If-Match", "*") // its own, in other capitals
	b.signedIn("asha").ok(200, "GET", "/organisation", "")
}

func TestAgreementsHaveVersionsOfWhichTheLastIsDemanded(t *testing.T) {
	b := openBranch(t)
	v := b.organisation("asha", "Acme")
	accept := func(version int) string {
		return fmt.Sprintf(`{"agreement":"nda","version":%d,"signatory":"Asha Rao"}`, version)
	}
	v.ok(201, "POST", "/organisation/agreements", accept(1))
	var a struct {
		Version     int
		Text        string
		WithdrawnAt string
		Purposes    []string
	}
	b.bank.read(&a, 201, "POST", "/bank/agreements", `{"agreement":"nda","title":"NDA","text":"Say nothing at all.","purposes":["uat","production","uat"]}`)
	if a.Version != 2 || len(a.Purposes) != 2 {
		t.Errorf("%+v", a)
	}
	v.refused(422, "AGREEMENT_UNKNOWN", "POST", "/organisation/agreements", accept(1))
	v.ok(201, "POST", "/organisation/agreements", accept(2))
	if l := b.letters("asha@people.example"); !strings.Contains(l[0].Text, "Say nothing at all.") {
		t.Errorf("%+v", l[0])
	}
	v.refused(422, "AGREEMENT_UNKNOWN", "POST", "/organisation/agreements", `{"agreement":"none","version":1,"signatory":"A"}`)
	nobody := b.visitor()
	nobody.read(&a, 200, "GET", "/agreements/nda", "")
	if a.Version != 2 {
		t.Errorf("%+v", a)
	}
	nobody.read(&a, 200, "GET", "/agreements/nda?version=1", "")
	if a.Version != 1 {
		t.Errorf("%+v", a)
	}
	nobody.refused(404, "NOT_FOUND", "GET", "/agreements/nda?version=3", "")
	nobody.refused(404, "NOT_FOUND", "GET", "/agreements/none", "")
	for purpose, want := range map[string]int{"": 3, "?purpose=uat": 1, "?purpose=registration": 1} {
		var list struct{ Agreements []struct{ Agreement string } }
		nobody.read(&list, 200, "GET", "/agreements"+purpose, "")
		if len(list.Agreements) != want {
			t.Errorf("%q lists %+v", purpose, list)
		}
	}
	b.bank.ok(204, "DELETE", "/bank/agreements/nda", "")
	b.bank.ok(204, "DELETE", "/bank/agreements/nda", "")
	b.bank.refused(404, "NOT_FOUND", "DELETE", "/bank/agreements/none", "")
	v.refused(422, "AGREEMENT_UNKNOWN", "POST", "/organisation/agreements", accept(2))
	nobody.read(&a, 200, "GET", "/agreements/nda", "")
	if a.WithdrawnAt == "" {
		t.Errorf("%+v", a)
	}

	var o struct{ ID string }
	v.read(&o, 200, "GET", "/organisation", "")
	path := "/bank/organisations/" + o.ID + "/agreements"
	paper := `{"agreement":"nda","version":1,"signatory":"Asha Rao","signedOn":"2026-02-01","documentReference":"DOC-1"}`
	b.bank.ok(201, "POST", path, paper)
	b.bank.refused(422, "AGREEMENT_UNKNOWN", "POST", path, strings.Replace(paper, `"version":1`, `"version":9`, 1))
	var page struct {
		Records []struct {
			Agreement, SignedOn, DocumentReference string
			Version                                int
			AcceptedBy, RecordedBy                 struct{ Name string }
		}
	}
	v.read(&page, 200, "GET", "/organisation/agreements", "")
	if r := page.Records; len(r) != 4 || r[0].SignedOn != "2026-02-01" || r[0].RecordedBy.Name == "" || r[0].AcceptedBy.Name != "" || r[1].Version != 2 ||
		r[3].Agreement != "terms" || r[3].AcceptedBy.Name != "Given Name" {
		t.Errorf("%+v", page)
	}
	b.bank.read(&page, 200, "GET", path, "")
	if len(page.Records) != 4 {
		t.Errorf("%+v", page)
	}
}

// office sends mails as it is told.
type office struct {
	guard  sync.Mutex
	answer error
	sent   []string
}

func (o *office) Send(_ context.Context, to, subject, text string) error {
	o.guard.Lock()
	defer o.guard.Unlock()
	if o.answer == nil {
		o.sent = append(o.sent, to+": "+subject+"\n"+text)
	}
	return o.answer
}

func TestMailsAreSentTriedAgainAndGivenUp(t *testing.T) {
	o := &office{answer: errors.New("the server is down\r\nlevel=ERROR forged")}
	b := openBranch(t, branchOptions{portal: func(p *portal.Options) { p.Mailer = o }})
	send := func(want int) {
		t.Helper()
		n, err := b.portal.SendMails(t.Context())
		if err != nil || n != want {
			t.Errorf("%d are tried, want %d: %v", n, want, err)
		}
	}
	v := b.visitor()
	v.ok(202, "POST", "/registrations", registration("asha", "Acme"))
	state := func(want string) letter {
		t.Helper()
		l := b.letters("asha@people.example")
		if l[0].State != want || l[0].Text != "" { // where mails are sent, the text is not shown
			t.Errorf("%+v, want %s", l[0], want)
		}
		return l[0]
	}
	state("queued")
	send(1)
	if l := state("queued"); !strings.HasPrefix(l.Failure, "the server is down  level") {
		t.Errorf("the failure is %q", l.Failure)
	}
	send(0) // its time has not come
	b.later(time.Minute)
	o.answer = nil
	send(1)
	state("sent")
	if len(o.sent) != 1 || !strings.HasPrefix(o.sent[0], "asha@people.example: Activate") || !linkInMail.MatchString(o.sent[0]) {
		t.Errorf("sent is %q", o.sent)
	}
	b.later(24 * time.Hour)
	send(0)

	b.bank = b.signedIn("bank.admin")
	o.answer = fmt.Errorf("no such mailbox: %w", portal.ErrRefusedForGood)
	v.ok(202, "POST", "/registrations/activation-mail", `{"account":"asha"}`)
	send(1)
	state("failed")
	o.answer = errors.New("the server is down")
	v.ok(202, "POST", "/registrations/activation-mail", `{"account":"asha"}`)
	tries := 0
	for range 72 {
		n, err := b.portal.SendMails(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		tries += n
		b.later(time.Hour)
	}
	b.bank = b.signedIn("bank.admin")
	state("failed")
	if tries != 12 {
		t.Errorf("tried %d times", tries)
	}
	v.ok(202, "POST", "/password/forgotten", `{"account":"nobody"}`)
	send(0) // nobody's mail is never sent
}

func TestTheOutboxKeepsMailsForAMonthAndTellsWhoHasReadOne(t *testing.T) {
	b := openBranch(t)
	b.visitor().ok(202, "POST", "/registrations", registration("asha", "Acme"))
	if l := b.letters("ASHA@people.example"); len(l) != 1 || l[0].State != "kept" || l[0].Text == "" {
		t.Errorf("%+v", l)
	}
	var page struct{ Messages []letter }
	b.bank.read(&page, 200, "GET", "/bank/outbox?state=kept", "")
	if len(page.Messages) != 1 || page.Messages[0].Text != "" {
		t.Errorf("%+v", page)
	}
	var audit struct{ Entries []struct{ Action string } }
	b.bank.read(&audit, 200, "GET", "/bank/audit?action=message.read", "")
	if len(audit.Entries) != 1 {
		t.Errorf("%+v", audit)
	}
	b.visitor().ok(202, "POST", "/password/forgotten", `{"account":"nobody"}`)
	b.bank.read(&page, 200, "GET", "/bank/outbox", "")
	if len(page.Messages) != 1 {
		t.Errorf("a mail to nobody is shown: %+v", page)
	}
	b.later(30*24*time.Hour + time.Second)
	if err := b.portal.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.bank = b.signedIn("bank.admin")
	b.bank.read(&page, 200, "GET", "/bank/outbox", "")
	if len(page.Messages) != 0 {
		t.Errorf("%+v", page)
	}
}
