package token_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/token"
)

func TestATokenThatWasReadBeforeIsJudgedAsOneThatWasNot(t *testing.T) {
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)
	ttl, err := bank.ParseDuration("PT1H")
	if err != nil {
		t.Fatal(err)
	}
	sign := func(claims map[string]any) string {
		t.Helper()
		text, err := keys.SignToken(claims, ttl, now)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	plain, later := sign(map[string]any{"sub": "jane"}), sign(map[string]any{"sub": "john", "nbf": now.Add(time.Minute).Unix()})
	for range 2 {
		for text, want := range map[string][]token.Verdict{
			plain:                  {token.Valid, token.Valid, token.Expired, token.Valid},
			later:                  {token.Foreign, token.Valid, token.Expired, token.Foreign},
			plain + "x":            {token.Foreign, token.Foreign, token.Foreign, token.Foreign},
			strings.ToUpper(plain): {token.Foreign, token.Foreign, token.Foreign, token.Foreign},
			plain[:len(plain)-3]:   {token.Foreign, token.Foreign, token.Foreign, token.Foreign},
		} {
			for i, after := range []time.Duration{0, 59 * time.Minute, time.Hour, 0} {
				claims, verdict := keys.Read(text, now.Add(after))
				if verdict != want[i] || (claims == nil) != (want[i] == token.Foreign) {
					t.Errorf("after %s: %v, %v; want %v", after, verdict, claims, want[i])
				}
			}
		}
		for i := range 5000 { // more than are remembered
			if _, verdict := keys.Read(sign(map[string]any{"sub": fmt.Sprint(i)}), now); verdict != token.Valid {
				t.Fatalf("token %d: %v", i, verdict)
			}
		}
	}
}
