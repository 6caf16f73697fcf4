//go:build pact

package contracts_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"testing"

	"github.com/pact-foundation/pact-go/v2/matchers"

	"github.com/sandbank/sandbank/gen/common"
)

// purse is what the wallet calls the APIs with of which there is no generated client in Go: it sends and reads JSON.
type purse struct{ address string }

// errand is one request of the wallet.
type errand = interactionOf[purse]

// catalogued gives an API of which there is no generated client in Go.
func catalogued(name, basePath string) provided[purse] {
	return provided[purse]{
		name: name, basePath: basePath, errors: "application/problem+json",
		connect: func(address string) (*purse, error) { return &purse{address}, nil },
	}
}

// TestConsumerWallet writes the pacts of an app that checks who its users are and what credit they have, and with which they
// save for goals and collect money.
func TestConsumerWallet(t *testing.T) {
	writePact(t, "wallet", catalogued("pan-verification", "/pan/v1"), walletPans())
	writePact(t, "wallet", catalogued("credit-score", "/credit-score/v1"), walletScores())
	writePact(t, "wallet", catalogued("iwish", "/iwish/v1"), walletGoals())
	writePact(t, "wallet", catalogued("upi-collect", "/upi-collect/v1"), walletCollects())
}

// ask sends a JSON body, nil for none, and reads the answer into out. It ends the test when the status is another.
func (p *purse) ask(t *testing.T, method, path string, body any, status int, out any) {
	t.Helper()
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(t.Context(), method, p.address+path, content)
	if err != nil {
		t.Fatal(err)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if err := authenticate(t.Context(), request); err != nil {
		t.Fatal(err)
	}
	answer, err := caller.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		t.Fatal(err)
	}
	if answer.StatusCode != status {
		t.Fatalf("%s %s was answered with %s: %s", method, path, answer.Status, text)
	}
	if err := json.Unmarshal(text, out); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

// errandRefused gives an interaction that is refused; example is what the mock server is sent for its body, nil for none.
func errandRefused(i errand, example any, code string, violation ...string) errand {
	i.answer = refused(i.status, code, violation...)
	i.use = func(t *testing.T, p *purse) {
		var problem common.Problem
		p.ask(t, i.method, i.path, example, i.status, &problem)
		wantProblem(t, &problem, i.status, code, violation[:len(violation)/2]...)
	}
	return i
}

// holder is a person whose PAN is verified.
func holder(pan any, name string) map[string]any {
	return map[string]any{"pan": pan, "name": name, "dob": "1990-01-01"}
}

func walletPans() []errand {
	verified := func(description, name, status string) errand {
		return errand{
			description: description, given: given("a PAN with an outcome", "pan", "AAAPG0009G"),
			method: http.MethodPost, path: "/verifications", body: holder(fromState("pan", "AAAPG0009G"), name),
			status: http.StatusOK, answer: map[string]any{"status": status, "message": matchers.Like("What was found.")},
			use: func(t *testing.T, p *purse) {
				var found struct{ Status, Message string }
				p.ask(t, http.MethodPost, "/verifications", holder("AAAPG0009G", name), http.StatusOK, &found)
				want(t, found.Status, status)
				want(t, found.Message != "", true)
			},
		}
	}
	return []errand{
		verified("a request to verify a PAN", "Given Person", "valid"),
		verified("a request to verify a PAN of somebody else", "Other Person", "name_mismatch"),
		errandRefused(errand{
			description: "a request to verify what is no PAN",
			method:      http.MethodPost, path: "/verifications", body: holder("ABCDE", "Given Person"), status: http.StatusBadRequest,
		}, holder("ABCDE", "Given Person"), "SCHEMA_VIOLATION", "/pan", "does not have the required form"),
		errandRefused(errand{
			description: "a request to verify a PAN while the register cannot be reached", given: given("register-down"),
			method: http.MethodPost, path: "/verifications", body: holder("ABCDE1234F", "John Doe"), status: http.StatusServiceUnavailable,
		}, holder("ABCDE1234F", "John Doe"), "REGISTER_UNAVAILABLE"),
	}
}

func walletScores() []errand {
	unasked := map[string]any{
		"person":  map[string]any{"name": "John Doe", "pan": "ABCDE1234F", "dob": "1990-01-01", "mobile": "9876543210"},
		"consent": map[string]any{"given": false, "at": "2026-01-15T09:55:00+05:30", "purpose": "loan_application"},
	}
	return []errand{
		{
			description: "a request to list the score bands",
			method:      http.MethodGet, path: "/bands", status: http.StatusOK,
			answer: map[string]any{"bands": matchers.EachLike(map[string]any{
				"band": matchers.Like("good"), "from": matchers.Integer(700), "to": matchers.Integer(749), "meaning": matchers.Like("Credit is given")}, 1)},
			use: func(t *testing.T, p *purse) {
				var list struct{ Bands []struct{ From, To int } }
				p.ask(t, http.MethodGet, "/bands", nil, http.StatusOK, &list)
				want(t, len(list.Bands), 1)
				want(t, list.Bands[0].From, 700)
			},
		},
		errandRefused(errand{
			description: "a request for the credit report of somebody who has not consented",
			method:      http.MethodPost, path: "/reports", body: unasked, status: http.StatusUnprocessableEntity,
		}, unasked, "CONSENT_MISSING"),
		errandRefused(errand{
			description: "a request to get a credit report that does not exist",
			method:      http.MethodGet, path: "/reports/0b9d5f0e-5d5c-4a1c-9d1e-2f7f3a1f0a11", status: http.StatusNotFound,
		}, nil, "REPORT_UNKNOWN"),
	}
}

func walletGoals() []errand {
	return []errand{
		{
			description: "a request to get a goal",
			given:       given("a goal", "goalId", "given-goal"),
			method:      http.MethodGet, path: "/goals/given-goal", pathOf: "/goals/${goalId}", status: http.StatusOK,
			answer: map[string]any{
				"goalId": fromState("goalId", "given-goal"), "status": "active", "progress": 40,
				"target": map[string]any{"amount": money("50000"), "currency": "INR"}, "saved": map[string]any{"amount": money("20000"), "currency": "INR"},
			},
			use: func(t *testing.T, p *purse) {
				var goal struct {
					Status   string
					Progress int
					Saved    common.Money
				}
				p.ask(t, http.MethodGet, "/goals/given-goal", nil, http.StatusOK, &goal)
				want(t, goal.Status, "active")
				want(t, goal.Progress, 40)
				want(t, goal.Saved.Amount, "20000")
			},
		},
		errandRefused(errand{
			description: "a request to get a goal that does not exist",
			method:      http.MethodGet, path: "/goals/goal-of-nobody", status: http.StatusNotFound,
		}, nil, "GOAL_UNKNOWN"),
	}
}

func walletCollects() []errand {
	request := func(vpa string) map[string]any {
		return map[string]any{"merchantReference": "order-4711", "payerVpa": vpa, "amount": map[string]any{"amount": "499.00", "currency": "INR"}}
	}
	return []errand{
		{
			description: "a request to collect money",
			given:       given("a collect request"), // a state, so that what is created is taken back
			method:      http.MethodPost, path: "/collects", body: request("john@okhdfc"), status: http.StatusAccepted,
			answer: map[string]any{"collectId": matchers.Like("given-collect"), "merchantReference": "order-4711", "status": "pending", "expiresAt": instant()},
			use: func(t *testing.T, p *purse) {
				var collect struct{ CollectID, Status string }
				p.ask(t, http.MethodPost, "/collects", request("john@okhdfc"), http.StatusAccepted, &collect)
				want(t, collect.Status, "pending")
				want(t, collect.CollectID != "", true)
			},
		},
		{
			description: "a request to get a collect request that waits for its payer",
			given:       given("a collect request", "collectId", "given-collect", "status", "pending"),
			method:      http.MethodGet, path: "/collects/given-collect", pathOf: "/collects/${collectId}", status: http.StatusOK,
			answer: map[string]any{"collectId": fromState("collectId", "given-collect"), "status": "pending"},
			use: func(t *testing.T, p *purse) {
				var collect struct{ Status string }
				p.ask(t, http.MethodGet, "/collects/given-collect", nil, http.StatusOK, &collect)
				want(t, collect.Status, "pending")
			},
		},
		errandRefused(errand{
			description: "a request to collect money from a VPA that does not exist",
			method:      http.MethodPost, path: "/collects", body: request("unknown@ybl"), status: http.StatusUnprocessableEntity,
		}, request("unknown@ybl"), "VPA_UNKNOWN"),
		errandRefused(errand{
			description: "a request to get a collect request that does not exist",
			method:      http.MethodGet, path: "/collects/collect-of-nobody", status: http.StatusNotFound,
		}, nil, "COLLECT_UNKNOWN"),
	}
}
