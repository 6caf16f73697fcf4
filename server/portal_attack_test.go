package server_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/store/pgtest"
)

// hostile are texts that mean something to what a text may reach: a database, a header, a log or a terminal, a path, a
// template, a page.
var hostile = map[string]string{
	"SQL":         `x' OR 1=1); DROP TABLE applications; --`,
	"all of it":   `\" \' ") UNION SELECT 1 /* ?0 $1 :a % _ ../..//..%2f /etc/passwd {{.}} ${7*7} %s <script>`,
	"line breaks": "a\r\nSet-Cookie: session=forged\r\n\r\nlevel=ERROR msg=forged \x1b[31m",
	"NUL":         "a\x00b",
	"no UTF-8":    "a\xff\xc0\xafb",
	"overlong":    strings.Repeat("A", 9000),
}

// attacks is a deployment with a victim, whose things the attacker may use as far as the attacker is asha or the bank;
// what would end its existence is tried on another organisation, which is given up.
type attacks struct {
	*victim
	given    map[string]string
	ofZenith []string // marks of Zenith, which asha may not see
	kinds    []string
	tried    int
}

func newAttacks(d *deployment) *attacks {
	a := &attacks{victim: newVictim(d)}
	a.use()
	v := a.organisation("lost.one", "Lost")
	var applications struct{ Applications []struct{ ID string } }
	v.read(&applications, 200, "GET", "/applications", "")
	var o struct{ ID string }
	v.read(&o, 200, "GET", "/organisation", "")
	a.given = map[string]string{"organisation": o.ID, "application": applications.Applications[0].ID, "person": a.idOf("lost.one")}
	a.ofZenith = []string{a.zen.id, a.zen.secret, a.own, a.zenith.ID, zoe}
	return a
}

// TestHostileTextsInEveryPlaceDoNothing puts texts that mean something elsewhere into every parameter, every text and
// every name of a body, of every operation of every API, one at a time, as the one who may call it. None is an error of
// the server's, leaves the contract, sets a header, writes a line of the log, or shows what is another's; and everything
// works as before.
func TestHostileTextsInEveryPlaceDoNothing(t *testing.T) {
	onBothDeployments(t, func(t *testing.T, d *deployment) {
		a := newAttacks(d)
		if a.kinds = slices.Sorted(maps.Keys(hostile)); d.store.Gate().Shared() {
			a.kinds = []string{"NUL", "SQL", "all of it"} // the others do not get as far as the engine
		}
		token := a.token(a.pair)
		for _, op := range slices.Concat(portalDocument().Operations, controlDocument().Operations, bankOperations(), oauthDocument().Operations) {
			if op.ID == "tailJournal" { // it has no end, and its parameters are those of searchJournal
				continue
			}
			a.attack(op, token)
			a.set(a.now.Load().Add(time.Second)) // so that no limit of a second is met
		}
		if a.tried < 5*len(portalDocument().Operations) {
			t.Errorf("only %d were tried", a.tried)
		}
		t.Logf("%d requests", a.tried)
		// The journal has made room meanwhile for more calls than it keeps; the last of the victim's is read.
		a.things["entry"] = a.keyed(a.pair.id, "POST", vpa, `{"vpa":"victim@okhdfc"}`, "Authorization", "Bearer "+example).Header().Get("X-Request-Id")
		a.dump() // all is readable
		for _, l := range a.allLetters() {
			if strings.ContainsFunc(l.Subject+l.To, unicode.IsControl) || strings.Count(l.To, "@") != 1 {
				t.Errorf("a mail to %q has the subject %q", l.To, l.Subject)
			}
		}
		for line := range strings.Lines(a.log.String()) {
			if !strings.HasPrefix(line, "time=") || strings.Contains(line, "level=ERROR") || strings.Contains(line, "\x1b") {
				t.Errorf("the log has the line %q", line)
			}
		}
	})
}

// onBothDeployments runs a test on SQLite and on PostgreSQL.
func onBothDeployments(t *testing.T, test func(*testing.T, *deployment)) {
	t.Run("SQLite", func(t *testing.T) { test(t, newDeployment(t)) })
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
		test(t, deployOn(t, shared))
	})
}

// allLetters gives the mails of the outbox.
func (a *attacks) allLetters() []letter {
	a.t.Helper()
	var page struct{ Messages []letter }
	a.bank = a.signedIn("bank.admin")
	a.bank.read(&page, 200, "GET", "/bank/outbox?limit=200", "")
	return page.Messages
}

// attack tries every hostile text in every place of an operation.
func (a *attacks) attack(op *contract.Operation, token string) {
	a.t.Helper()
	body, example := "", any(nil)
	if op.Body != nil {
		if err := json.Unmarshal([]byte(exampleBody(a.t, op)), &example); err != nil {
			a.t.Fatal(err)
		}
		body = a.written(op, example)
	}
	for _, kind := range a.kinds {
		text := hostile[kind]
		for _, p := range op.Parameters {
			if p.Credential || p.In != "path" && p.In != "query" && p.In != "header" || p.In == "header" && strings.ContainsFunc(text, unicode.IsControl) {
				continue // net/http takes no header with control characters
			}
			a.try(op, kind+" in "+p.In+" "+p.Name, body, token, map[string]string{p.In + " " + p.Name: text})
		}
		if op.Body == nil {
			continue
		}
		for i, changed := range withTextEverywhere(example, text) {
			a.try(op, fmt.Sprintf("%s in the body's place %d", kind, i), a.written(op, changed), token, nil)
		}
	}
}

// written writes a body as the operation takes it: as JSON, or as a form.
func (a *attacks) written(op *contract.Operation, v any) string {
	a.t.Helper()
	if form, ok := v.(map[string]any); ok && op.API.Name == "oauth" {
		values := url.Values{}
		for name, value := range form {
			values.Set(name, fmt.Sprint(value))
		}
		return values.Encode()
	}
	raw, err := json.Marshal(v)
	if err != nil {
		a.t.Fatal(err)
	}
	return string(raw)
}

// withTextEverywhere gives copies of a JSON value with a text in one place each: instead of each text, and as the name of
// a member more of each object.
func withTextEverywhere(v any, text string) (copies []any) {
	switch v := v.(type) {
	case string:
		return []any{text}
	case []any:
		for i := range v {
			for _, inner := range withTextEverywhere(v[i], text) {
				c := slices.Clone(v)
				c[i] = inner
				copies = append(copies, c)
			}
		}
	case map[string]any:
		with := func(name string, value any) {
			c := map[string]any{name: value}
			for n, other := range v {
				if n != name {
					c[n] = other
				}
			}
			copies = append(copies, c)
		}
		for name := range v {
			for _, inner := range withTextEverywhere(v[name], text) {
				with(name, inner)
			}
		}
		with(text, text)
	}
	return copies
}

// try calls an operation with some parameters changed, and holds what every answer keeps.
func (a *attacks) try(op *contract.Operation, what, body, token string, changed map[string]string) {
	a.t.Helper()
	a.tried++
	r := a.attackRequest(op, body, changed)
	who := a.rightful(op, r, token)
	w := a.do(r)
	a.holds(op, what+" by "+who, r, w, body)
	if op.API.Name == "portal" && who != "bala.pillai" {
		for _, mark := range a.ofZenith {
			if strings.Contains(w.Body.String(), mark) {
				a.t.Errorf("%s with %s shows %s of another organisation: %s", op.ID, what, mark, w.Body)
			}
		}
	}
}

// attackRequest makes a request with the victim's things, or those of the organisation that is given up.
func (a *attacks) attackRequest(op *contract.Operation, body string, changed map[string]string) *http.Request {
	a.t.Helper()
	path, query, header := op.Path, url.Values{}, http.Header{}
	for _, p := range op.Parameters {
		value, ok := changed[p.In+" "+p.Name]
		switch {
		case p.Credential:
		case p.In == "path":
			if !ok {
				value = a.named(op, p)
			}
			path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(value))
		case p.In == "query" && ok:
			query.Set(p.Name, value)
		case p.In == "query" && p.Required:
			query.Set(p.Name, fmt.Sprint(p.Examples[0].Value))
		case p.In == "header" && ok:
			header.Set(p.Name, value)
		}
	}
	if text := query.Encode(); text != "" {
		path += "?" + text
	}
	r := httptest.NewRequest(op.Method, op.API.BasePath+path, strings.NewReader(body))
	if r.Header = header; body != "" {
		r.Header.Set("Content-Type", op.Body.Content[0].Type)
	}
	if r.Header.Get("If-Match") == "" && op.Parameter("header", "if-match") != nil {
		r.Header.Set("If-Match", "*")
	}
	return r
}

// named gives what a path parameter names when it is not attacked.
func (a *attacks) named(op *contract.Operation, p *contract.Parameter) string {
	a.t.Helper()
	if value, ok := a.given[p.Name]; ok && strings.HasPrefix(op.Path, "/bank/") {
		return value
	}
	if value, ok := ofSandboxes[p.Name]; ok && op.API.Name == "sandbox" {
		return value
	}
	if value, ok := a.things[p.Name]; ok {
		return value
	}
	if len(p.Examples) == 0 {
		a.t.Fatalf("%s: there is nothing to attack it with: its parameter %s is new", op.ID, p.Name)
	}
	return fmt.Sprint(p.Examples[0].Value)
}

// rightful gives a request the credentials of one who may call the operation, and tells who that is.
func (a *attacks) rightful(op *contract.Operation, r *http.Request, token string) (who string) {
	a.t.Helper()
	switch op.API.Name {
	case "portal":
		who = asha
		switch whoMay(a.t, op) {
		case everybody:
			who = nobody
		case staff, bankAdmins:
			who = bala
		}
		v := a.person(who)
		if who == nobody {
			v = a.visitor() // attempts of an address are limited
		}
		if r.RemoteAddr = v.address; v.cookie != nil {
			r.AddCookie(v.cookie)
		}
	case "oauth":
		r.SetBasicAuth(a.pair.id, a.pair.secret)
	default:
		who = "the application"
		if r.Header.Set("X-Api-Key", a.pair.id); a.pair.hash != "" {
			r.Header.Set("Server-Hash", a.pair.hash)
		}
		if r.Header.Set("Authorization", "Bearer "+example); takesAccessToken(op) {
			r.Header.Set("Authorization", "Bearer "+token)
		}
	}
	return who
}

// holds fails when an answer is an error of the server's, leaves the contract, leads elsewhere, or has a header that was
// made of the request.
func (a *attacks) holds(op *contract.Operation, what string, r *http.Request, w *httptest.ResponseRecorder, body string) {
	a.t.Helper()
	if w.Code >= 500 || w.Code >= 300 && w.Code < 400 {
		a.t.Errorf("%s with %s: status %d with %s\n%s %s %.500s", op.ID, what, w.Code, w.Body, r.Method, r.URL, body)
	}
	for name, values := range w.Header() {
		for _, value := range values {
			if strings.ContainsFunc(name+value, unicode.IsControl) || name == "Set-Cookie" && strings.Contains(value, "forged") || name == "Location" && strings.Contains(value, "//") && !strings.HasPrefix(value, "http://"+r.Host+op.API.BasePath+"/") {
				a.t.Errorf("%s with %s has the header %s: %q", op.ID, what, name, value)
			}
		}
	}
	found, _, _ := op.API.Match(r.Method, strings.TrimPrefix(r.URL.EscapedPath(), op.API.BasePath))
	if found == nil {
		return
	}
	for _, f := range found.CheckResponse(w.Code, w.Header(), w.Body.Bytes()) {
		a.t.Errorf("%s with %s answers %d off the contract: %s %s %s\n%s", op.ID, what, w.Code, f.In, f.Pointer+f.Parameter, f.Message, w.Body)
	}
}
