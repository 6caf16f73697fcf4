package contract_test

import (
	"fmt"
	"regexp"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/contract"
)

// A pattern takes exactly the texts that its regular expression takes, whatever way is used to decide.
func TestPatternsTakeWhatTheirExpressionTakes(t *testing.T) {
	patterns := []string{
		`^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9]{1,63}$`, `^[0-9]+(\.[0-9]{1,2})?$`, `^[A-Z]{5}[0-9]{4}[A-Z]$`, `^(IN-)?[A-Z]{2}$`, `^(IN|India)$`,
		`^P([0-9]{1,2}Y([0-9]{1,3}M)?([0-9]{1,4}D)?|[0-9]{1,3}M([0-9]{1,4}D)?|[0-9]{1,4}D)$`, `^\+?[0-9]{1,3}?[0-9]{4,14}$`, `^a*ab$`, `^(ab|a)b$`,
		`^(a|ab)(c|bc)$`, `^[^a]+$`, `^a.c$`, `^(?i)in$`, `^a?a$`, `^(a*)*$`, `^x{0}y$`, `a+`, `^é+$`, `^\*\*\*.{2}$`,
	}
	for _, p := range patterns {
		document := fmt.Sprintf(`{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/x":{"get":{"operationId":"x","responses":{"200":{"description":"d"}}}}},
			"components":{"schemas":{"S":{"type":"string","pattern":%q}}}}`, p)
		api, findings := contract.Load(fstest.MapFS{"d.json": {Data: []byte(document)}}, "d.json")
		if api == nil {
			t.Fatalf("%s: %v", p, findings.Err())
		}
		schema, re := api.Schema("S"), regexp.MustCompile(p)
		rapid.Check(t, func(t *rapid.T) {
			s := rapid.OneOf(rapid.StringMatching(p), rapid.StringOfN(rapid.RuneFrom([]rune("abcINDYMP019.@-*é\n")), 0, 8, -1)).Draw(t, "text")
			if got, want := schema.Accepts(s, contract.Inbound), re.MatchString(s); got != want {
				t.Fatalf("%s takes %q: %v, want %v", p, s, got, want)
			}
		})
	}
}
