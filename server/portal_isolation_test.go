package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// belongsNowhere is somebody who was a member of Acme and was removed.
const belongsNowhere = "gone.away"

// TestNobodyReadsOrChangesWhatIsNotTheirs walks every operation of the portal's document as everybody who may not call it,
// as its description says: as nobody, as another organisation, as a developer where an admin is needed, as a partner where
// the bank's staff is, as the staff where a partner is, as a reviewer where an admin of the bank is, and as somebody who
// belongs nowhere. Each is refused with its own code and shown nothing, and nothing of the victim has changed at the end.
func TestNobodyReadsOrChangesWhatIsNotTheirs(t *testing.T) {
	v := newVictim(newDeployment(t))
	v.use()
	v.person(asha).colleague(belongsNowhere, "developer")
	v.ask(asha, "DELETE /organisation/members/"+v.idOf(belongsNowhere), nil, 204)
	before := v.dump()
	for _, op := range portalDocument().Operations {
		switch whoMay(t, op) {
		case everybody, moreSignedIn:
			v.showsNobodyAnything(op)
			v.isOnesOwn(op)
		case anySession:
			v.refusesAll(op, 401, "CREDENTIALS_MISSING", nobody)
			v.isOnesOwn(op)
		case members:
			v.refusesAll(op, 401, "CREDENTIALS_MISSING", nobody)
			v.refusesAll(op, 403, "NO_ORGANISATION", meera, bala, belongsNowhere)
			v.isAcmes(op)
		case admins:
			v.refusesAll(op, 401, "CREDENTIALS_MISSING", nobody)
			v.refusesAll(op, 403, "NO_ORGANISATION", meera, bala, belongsNowhere)
			v.refusesAll(op, 403, "ADMIN_NEEDED", ravi)
			v.isAcmes(op)
		case staff:
			v.refusesAll(op, 401, "CREDENTIALS_MISSING", nobody)
			v.refusesAll(op, 403, "BANK_STAFF_NEEDED", asha, ravi, zoe, belongsNowhere)
		case bankAdmins:
			v.refusesAll(op, 401, "CREDENTIALS_MISSING", nobody)
			v.refusesAll(op, 403, "BANK_ADMIN_NEEDED", asha, ravi, zoe, meera, belongsNowhere)
		}
	}
	// An organisation's invitation is none of the bank.
	v.refused(bala, "DELETE /bank/invitations/"+v.things["invitation"], nil, 404, "NOT_FOUND")
	v.refused(bala, "POST /bank/invitations/"+v.things["invitation"]+"/resend", nil, 404, "NOT_FOUND")
	unchanged(t, before, v.dump())
}

// refusesAll has people call an operation who may not.
func (v *victim) refusesAll(op *contract.Operation, status int, code string, people ...string) {
	v.t.Helper()
	for _, who := range people {
		target := v.target(op, nil)
		w := v.person(who).call(op.Method, target, exampleBody(v.t, op), "If-Match", "*")
		if got := codeOf(v.t, w); w.Code != status || got != code {
			v.t.Errorf("%s by %q: status %d with %s, want %d %s", op.ID, who, w.Code, w.Body, status, code)
		}
		v.showsNothing(who, target, exampleBody(v.t, op), w.Body.String())
	}
}

// isAcmes has another organisation call an operation on what is Acme's: in its path, in its query, and below an
// application of its own. Where nothing names Acme's, the operation is about the caller's own.
func (v *victim) isAcmes(op *contract.Operation) {
	v.t.Helper()
	if !strings.Contains(op.Path, "{") || op.ID == "expressInterest" {
		v.isOnesOwn(op)
		return
	}
	notFound := func(target string) {
		v.t.Helper()
		w := v.person(zoe).call(op.Method, target, exampleBody(v.t, op), "If-Match", "*")
		if w.Code != http.StatusNotFound || codeOf(v.t, w) != "NOT_FOUND" {
			v.t.Errorf("%s by another organisation: status %d with %s", op.ID, w.Code, w.Body)
		}
		v.showsNothing(zoe, target, exampleBody(v.t, op), w.Body.String())
	}
	notFound(v.target(op, nil))
	if op.Parameter("path", "credential") != nil || op.Parameter("path", "delivery") != nil {
		notFound(v.target(op, map[string]string{"application": v.own}))
	}
}

// isOnesOwn has another organisation call an operation that is about the caller's own, and names what is Acme's in its
// query.
func (v *victim) isOnesOwn(op *contract.Operation) {
	v.t.Helper()
	targets := []string{v.target(op, nil)}
	for _, p := range op.Parameters {
		if p.In == "query" && (p.Name == "application" || p.Name == "organisation") {
			targets = append(targets, targets[0]+"?"+p.Name+"="+v.things[p.Name])
		}
	}
	for _, target := range targets {
		w := v.signedIn(zoe).call(op.Method, target, exampleBody(v.t, op), "If-Match", "*") // the call may end the session
		if w.Code >= 500 {
			v.t.Errorf("%s: status %d with %s", op.ID, w.Code, w.Body)
		}
		v.showsNothing(zoe, target, exampleBody(v.t, op), w.Body.String())
	}
}

// showsNobodyAnything has nobody call an operation that anybody may call.
func (v *victim) showsNobodyAnything(op *contract.Operation) {
	v.t.Helper()
	target := v.target(op, nil)
	w := v.visitor().call(op.Method, target, exampleBody(v.t, op))
	if w.Code >= 500 {
		v.t.Errorf("%s: status %d with %s", op.ID, w.Code, w.Body)
	}
	v.showsNothing("nobody", target, exampleBody(v.t, op), w.Body.String())
}
