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
