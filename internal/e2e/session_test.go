package e2e_test

import (
	"net/http"
	"testing"
	"time"
)

// exchanged gives the access token that the operation hands out for another token.
func exchanged(t *testing.T, c *client, token string) string {
	t.Helper()
	a := c.send(t, call{method: "POST", path: "/token/exchange", body: map[string]any{"token": token}})
	if a.status != http.StatusOK {
		t.Fatalf("status %d: %s", a.status, a.body)
	}
	return a.json(t).(map[string]any)["accessToken"].(string)
}

func profileOf(t *testing.T, c *client, token string) answer {
	t.Helper()
	return c.send(t, call{method: "GET", path: "/my/info/profile", header: map[string]string{"Authorization": "Bearer " + token}})
}

func TestAnExchangedTokenStandsForItsCustomerUntilItExpires(t *testing.T) {
	s := serveInside(t)
	client := newClient(t, s.origin)
	token := exchanged(t, client, "jane-token")
	if a := profileOf(t, client, token); !has(a.json(t), map[string]any{"dob": "1985"}) {
		t.Errorf("not Jane's profile: %s", a.body)
	}
	again := exchanged(t, client, token)
	s.advance(59 * time.Minute)
	if a := profileOf(t, client, again); !has(a.json(t), map[string]any{"dob": "1985"}) {
		t.Errorf("not Jane's profile: %s", a.body)
	}
	s.advance(2 * time.Minute)
	a := profileOf(t, client, token)
	refusal{401, "UNAUTHORIZED", "none", "WWW-Authenticate", "invalid_token"}.check(t, a)
	renewed := client.send(t, call{method: "POST", path: "/token/exchange", body: map[string]any{"token": token}})
	refusal{401, "TOKEN_NOT_RECOGNISED", "/token", "", ""}.check(t, renewed)
}

func TestATokenOfAnotherProgramStandsForJohn(t *testing.T) {
	one, other := newClient(t, start(t).origin), newClient(t, start(t).origin)
	token := exchanged(t, one, "jane-token")
	if a := profileOf(t, one, token); !has(a.json(t), map[string]any{"dob": "1985"}) {
		t.Errorf("not Jane's profile: %s", a.body)
	}
	if a := profileOf(t, other, token); !has(a.json(t), map[string]any{"dob": "1990"}) {
		t.Errorf("not John's profile: %s", a.body)
	}
}

// answerChallenge sends an OTP for a session.
func answerChallenge(t *testing.T, c *client, session, otp string) answer {
	t.Helper()
	return c.send(t, call{method: "POST", path: "/login/token", body: map[string]any{"sessionId": session, "otp": otp}})
}

// openSession begins Jane's login.
func openSession(t *testing.T, c *client) string {
	t.Helper()
	a := c.send(t, call{method: "POST", path: "/login/authorize", body: map[string]any{
		"mobile": "1234567890", "pan": "FGHIJ5678K", "acceptedTerms": []any{"1", "2"},
	}})
	session, ok := a.json(t).(map[string]any)["sessionId"].(string)
	if a.status != http.StatusOK || !ok {
		t.Fatalf("status %d: %s", a.status, a.body)
	}
	return session
}

// playLogin logs in, and fails to in every way.
func playLogin(t *testing.T, s *inside, client *client) {
	const right, wrong = "123456", "654321"
	invalid := refusal{401, "OTP_INVALID", "/otp", "WWW-Authenticate", ""}
	unknown := refusal{401, "SESSION_UNKNOWN", "/sessionId", "WWW-Authenticate", ""}

	session := openSession(t, client)
	invalid.check(t, answerChallenge(t, client, session, wrong))
	invalid.check(t, answerChallenge(t, client, session, wrong))
	a := answerChallenge(t, client, session, right)
	if a.status != http.StatusOK {
		t.Fatalf("status %d: %s", a.status, a.body)
	}
	token := a.json(t).(map[string]any)["accessToken"].(string)
	if a := profileOf(t, client, token); !has(a.json(t), map[string]any{"dob": "1985"}) {
		t.Errorf("not Jane's profile: %s", a.body)
	}
	unknown.check(t, answerChallenge(t, client, session, right)) // it was used

	session = openSession(t, client)
	invalid.check(t, answerChallenge(t, client, session, wrong))
	invalid.check(t, answerChallenge(t, client, session, wrong))
	refusal{403, "SESSION_LOCKED", "/otp", "", ""}.check(t, answerChallenge(t, client, session, wrong))
	refusal{403, "SESSION_LOCKED", "none", "", ""}.check(t, answerChallenge(t, client, session, right))

	session = openSession(t, client)
	other := client.send(t, call{method: "POST", path: "/login/token", header: map[string]string{"X-Api-Key": "another"},
		body: map[string]any{"sessionId": session, "otp": right}})
	unknown.check(t, other) // another's sandbox
	s.advance(5 * time.Minute)
	refusal{401, "SESSION_EXPIRED", "/sessionId", "WWW-Authenticate", ""}.check(t, answerChallenge(t, client, session, right))
}

// playReasons sets up verifications that fail in a chosen way, as a contract test does.
func playReasons(t *testing.T, client *client) {
	for _, c := range []struct {
		state      string
		params     map[string]any
		path       string
		body, want map[string]any
	}{
		{"a VPA with an outcome", map[string]any{"vpa": "john@okhdfc", "outcome": "failed", "reason": "urn:verification:vpa:blocked"},
			"/my/verifications/upi-vpa", map[string]any{"vpa": "john@okhdfc"}, map[string]any{"reason": "urn:verification:vpa:blocked"}},
		{"a bank account with an outcome", map[string]any{"accountNo": "123456789000", "ifsc": "HDFC000001", "reason": "urn:verification:bank-account:frozen"},
			"/my/verifications/bank-account", map[string]any{"accountNo": "123456789000", "ifsc": "HDFC000001"},
			map[string]any{"reason": "urn:verification:bank-account:frozen"}},
	} {
		key := map[string]string{"X-Api-Key": "contract-test"}
		setup := client.send(t, call{api: control(t), method: "POST", path: "/provider-states", header: key, body: map[string]any{"state": c.state, "params": c.params}})
		if setup.status != http.StatusOK {
			t.Fatalf("%s: status %d: %s", c.state, setup.status, setup.body)
		}
		if a := client.send(t, call{method: "POST", path: c.path, header: key, body: c.body}); !has(a.json(t), c.want) {
			t.Errorf("%s: %d %s", c.state, a.status, a.body)
		}
		if a := client.send(t, call{method: "POST", path: c.path, body: c.body}); !has(a.json(t), map[string]any{"status": "success"}) {
			t.Errorf("in another sandbox: %d %s", a.status, a.body)
		}
	}
}
