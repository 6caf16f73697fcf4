package server_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/portal"
	kept "github.com/sandbank/sandbank/internal/sandbox"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/store/pgtest"
)

// programme is the developer programme of a bank: the organisation Acme with an admin and a developer, the organisation
// Zenith with an admin, and a reviewer and an admin of the bank. The catalogue has three test APIs, and one that is none.
type programme struct {
	*branch
	people       map[string]*visitor
	acme, zenith portal.Organisation
}

// Who takes part in a programme; nobody is signed in as "".
const (
	asha   = "asha.rao"    // admin of Acme
	ravi   = "ravi.menon"  // developer of Acme
	zoe    = "zoe.thomas"  // admin of Zenith
	meera  = "meera.iyer"  // reviewer
	bala   = "bala.pillai" // admin of the bank
	nobody = ""
)

func newProgramme(t *testing.T, options ...branchOptions) *programme {
	t.Helper()
	return programmeIn(openBranch(t, append(options, checkedAddresses)...))
}

func programmeIn(b *branch) *programme {
	b.t.Helper()
	p := &programme{branch: b, people: map[string]*visitor{}}
	p.fill()
	return p
}

var checkedAddresses = branchOptions{portal: func(o *portal.Options) { o.CheckAddress = refusePrivate }}

// onBothEngines runs a test of what many do at once on SQLite and on PostgreSQL.
func onBothEngines(t *testing.T, test func(*testing.T, *programme)) {
	t.Run("SQLite", func(t *testing.T) { test(t, newProgramme(t)) })
	t.Run("PostgreSQL", func(t *testing.T) {
		key, err := store.ParseKey("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
		if err != nil {
			t.Fatal(err)
		}
		shared, err := store.OpenDatabase(t.Context(), pgtest.Start(t).Database(), key, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := shared.Close(); err != nil {
				t.Error(err)
			}
		})
		test(t, programmeIn(openBranchOn(t, shared, checkedAddresses)))
	})
}

// refusePrivate refuses one kind of address, as a checker of addresses would.
func refusePrivate(address string) error {
	if strings.Contains(address, "//10.") {
		return errors.New("callbacks are not sent to private addresses")
	}
	return nil
}

// fill makes the catalogue, the agreements, organisations and people.
func (p *programme) fill() {
	p.t.Helper()
	hash, err := argon2id.CreateHash(goodPassword, quick)
	if err != nil {
		p.t.Fatal(err)
	}
	err = p.portal.PrepareCatalogue(p.t.Context(), []portal.Document{{API: "pan", Title: "PAN verification", Summary: "PAN."},
		{API: "bank-connect", Title: "BankConnect", Summary: "Statements."}, {API: "payouts", Title: "Payouts", Summary: "Payouts."}})
	if err != nil {
		p.t.Fatal(err)
	}
	person := func(username, first, last, organisation string, role portal.Role) portal.Person {
		return portal.Person{ID: uuid.Must(uuid.NewV7()).String(), Organisation: organisation, Username: username, UsernameKey: username,
			Email: username + "@example.com", EmailKey: username + "@example.com", FirstName: first, LastName: last, Role: role,
			Status: portal.PersonActive, PasswordHash: hash, CreatedAt: start, UpdatedAt: start, JoinedAt: start, Version: 1}
	}
	organisation := func(name string) portal.Organisation {
		return portal.Organisation{ID: uuid.Must(uuid.NewV7()).String(), Name: name, NameKey: strings.ToLower(name), Status: portal.OrganisationActive,
			Access: portal.BronzeAccess, Quota: portal.StandardQuota, PlanSince: start, CreatedAt: start, UpdatedAt: start, Version: 1}
	}
	p.acme, p.zenith = organisation("Acme Payments"), organisation("Zenith")
	p.write(func(ctx context.Context, tx portal.Tx) error {
		errs := []error{tx.InsertOrganisation(ctx, p.acme), tx.InsertOrganisation(ctx, p.zenith)}
		for _, who := range []portal.Person{
			person(asha, "Asha", "Rao", p.acme.ID, portal.Admin), person(ravi, "Ravi", "Menon", p.acme.ID, portal.Developer),
			person(zoe, "Zoe", "Thomas", p.zenith.ID, portal.Admin),
			person(meera, "Meera", "Iyer", "", portal.Reviewer), person(bala, "Bala", "Pillai", "", portal.BankAdmin),
		} {
			errs = append(errs, tx.InsertPerson(ctx, who))
		}
		known, err := tx.CatalogueAPIs(ctx)
		for _, api := range known {
			api.Published, api.Test, api.Version = true, api.API != "payouts", api.Version+1
			if api.API == "deposits" {
				api.ProductionURL = "https://api.bank.example/deposits/v1"
			}
			errs = append(errs, tx.UpdateCatalogueAPI(ctx, api))
		}
		group := portal.Shelf{Kind: portal.GroupShelf, Name: "onboarding", Title: "Onboarding", APIs: []string{"deposits", "pan"}, Version: 1}
		return errors.Join(append(errs, err, tx.InsertShelf(ctx, group))...)
	})
	p.bank.ok(201, "POST", "/bank/agreements", `{"agreement":"eula","title":"EULA","text":"The second version.","purposes":["application"]}`)
}

// write changes the database itself.
func (p *programme) write(do func(context.Context, portal.Tx) error) {
	p.t.Helper()
	if err := p.store.Portal().Update(p.t.Context(), func(tx portal.Tx) error { return do(p.t.Context(), tx) }); err != nil {
		p.t.Fatal(err)
	}
}

// look reads the database itself.
func (p *programme) look(do func(context.Context, portal.Tx) error) {
	p.t.Helper()
	if err := p.store.Portal().View(p.t.Context(), func(tx portal.Tx) error { return do(p.t.Context(), tx) }); err != nil {
		p.t.Fatal(err)
	}
}

// later moves the clock forwards; sessions end meanwhile.
func (p *programme) later(d time.Duration) {
	p.t.Helper()
	p.branch.later(d)
	p.bank = p.signedIn("bank.admin")
	p.people = map[string]*visitor{}
}

// person gives somebody, signed in.
func (p *programme) person(who string) *visitor {
	p.t.Helper()
	if p.people[who] == nil {
		if who == nobody {
			p.people[who] = p.visitor()
		} else {
			p.people[who] = p.signedIn(who)
		}
	}
	return p.people[who]
}

// call has somebody call an operation of the portal: "GET /applications". given is the body, nil for none; pairs are
// header fields.
func (p *programme) call(who, what string, given any, pairs ...string) *httptest.ResponseRecorder {
	p.t.Helper()
	method, path, _ := strings.Cut(what, " ")
	text := ""
	if given != nil {
		raw, err := json.Marshal(given)
		if err != nil {
			p.t.Fatal(err)
		}
		text = string(raw)
	}
	return p.person(who).call(method, path, text, pairs...)
}

// object is a JSON object that was answered.
type object map[string]any

// ask calls an operation that must answer with a status, and gives the object.
func (p *programme) ask(who, what string, given any, status int, pairs ...string) object {
	p.t.Helper()
	w := p.call(who, what, given, pairs...)
	if w.Code != status {
		p.t.Fatalf("%s by %s answers %d with %s, want %d", what, who, w.Code, w.Body, status)
	}
	var out object
	if w.Body.Len() > 0 {
		if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
			p.t.Fatal(err)
		}
	}
	return out
}

// refused calls an operation that must answer with a problem.
func (p *programme) refused(who, what string, given any, status int, code string, pairs ...string) problemBody {
	p.t.Helper()
	w := p.call(who, what, given, pairs...)
	if w.Code != status {
		p.t.Fatalf("%s by %q answers %d with %s, want %d %s", what, who, w.Code, w.Body, status, code)
	}
	return problemOf(p.t, w, status, code)
}

func (o object) text(name string) string {
	text, _ := o[name].(string)
	return text
}

func (o object) number(name string) int {
	n, _ := o[name].(float64)
	return int(n)
}

func (o object) in(name string) object {
	inner, _ := o[name].(map[string]any)
	return inner
}

func (o object) list(name string) []object {
	items, _ := o[name].([]any)
	out := make([]object, len(items))
	for i, item := range items {
		out[i], _ = item.(map[string]any)
	}
	return out
}

// tag is the entity tag of something that was answered.
func (o object) tag() string { return fmt.Sprintf(`"%d"`, o.number("version")) }

// newApplication is the body of an application, changed by pairs of members and values; nil takes a member away.
func newApplication(name string, pairs ...any) object {
	out := object{"name": name, "platform": "web", "description": "Deposits at the checkout.", "oauthType": "2.0",
		"oauthCallback": "https://shop.acme.example/callback", "webhookUrl": "https://shop.acme.example/hooks",
		"apis": []string{"deposits"}, "agreements": []object{{"agreement": "eula", "version": 2}}}
	return out.with(pairs...)
}

func (o object) with(pairs ...any) object {
	for i := 0; i < len(pairs); i += 2 {
		name := pairs[i].(string)
		if o[name] = pairs[i+1]; pairs[i+1] == nil {
			delete(o, name)
		}
	}
	return o
}

// pending creates an application that waits for the bank.
func (p *programme) pending(name string, pairs ...any) object {
	p.t.Helper()
	return p.ask(ravi, "POST /applications", newApplication(name, pairs...), http.StatusCreated)
}

// enabled creates an application that the bank has approved.
func (p *programme) enabled(name string, pairs ...any) object {
	p.t.Helper()
	a := p.pending(name, pairs...)
	p.decide(a.text("request"), object{"outcome": "approve", "reason": "The purpose is clear."})
	return p.application(a.text("id"))
}

func (p *programme) application(id string) object {
	p.t.Helper()
	return p.ask(ravi, "GET /applications/"+id, nil, http.StatusOK)
}

// decide has the reviewer decide a request.
func (p *programme) decide(request string, decision object) object {
	p.t.Helper()
	return p.ask(meera, "POST /bank/requests/"+request+"/decision", decision, http.StatusOK, "If-Match", "*")
}

// upgrade puts Acme on the account plan for production.
func (p *programme) upgrade() {
	p.t.Helper()
	p.ask(bala, "PUT /bank/organisations/"+p.acme.ID+"/account-plan", object{"access": "production", "quota": "standard", "reason": "As agreed."}, http.StatusOK)
}

// mails gives the subjects of all mails to somebody, the earliest first.
func (p *programme) mails(who string) []string {
	p.t.Helper()
	var subjects []string
	p.look(func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.Messages(ctx, portal.MessageFilter{To: who + "@example.com", Limit: 1000})
		for _, m := range slices.Backward(list) {
			subjects = append(subjects, m.Subject)
		}
		return err
	})
	return subjects
}

// audited gives the actions about an organisation in the audit log, the earliest first.
func (p *programme) audited(organisation string) []string {
	p.t.Helper()
	var actions []string
	p.look(func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.Audit(ctx, portal.AuditFilter{Organisation: organisation, Limit: 1000})
		for _, e := range slices.Backward(list) {
			if e.ObjectKind != "session" {
				actions = append(actions, e.Action)
			}
		}
		return err
	})
	return actions
}

// told gives the events that the webhook of an application is told, the earliest first.
func (p *programme) told(application string) []string {
	p.t.Helper()
	var events []string
	p.look(func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.Deliveries(ctx, portal.DeliveryFilter{Application: application, Limit: 1000})
		for _, d := range slices.Backward(list) {
			events = append(events, d.Type)
		}
		return err
	})
	return events
}

// sandboxChange is something to be kept of a sandbox.
func sandboxChange() *kept.Change { return &kept.Change{Core: []byte("{}"), Now: start} }
