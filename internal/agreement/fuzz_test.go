package agreement_test

import (
	"testing"

	"github.com/sandbank/sandbank/internal/agreement"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/pact"
)

// FuzzCheck holds that whatever can be read as a pact can be checked without a panic, and that what is found has a code,
// a message and a line in the pact.
func FuzzCheck(f *testing.F) {
	const head, tail = `{"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [`, `]}`
	for _, seed := range []string{
		exchange("POST", "/v1/orders", post+`{"quantity": "1", "way": {"kind": "card"}, "tags": ["a"]}, "matchingRules": {"$.body.tags": {"min": 1}, "$.body.quantity": {"match": "number"}}`, 201, ""),
		exchange("GET", "/orders", `"query": "page=1&ids=a,b", "headers": {"X-Trace": "z"}, "matchingRules": {"$.query.page": {"match": "regex", "regex": "[0-9]{1,3}|x*"}}`, 400, ""),
		exchange("GET", found, "", 200, `"body": {"list": ["a"], "map": {"size": "open"}}, "matchingRules": {"body": {"$.map": {"matchers": [{"match": "eachKey", "rules": [{"match": "date", "format": "yy'x"}]}]}}}`),
		exchange("GET", found, "", 200, `"body": {"list": ["a"]}, "matchingRules": {"body": {"$.list": {"matchers": [{"match": "arrayContains", "variants": [{"index": 0, "rules": {"$": {"matchers": [{"match": "null"}]}}}]}]}}}`),
	} {
		f.Add([]byte(head + seed + tail))
	}
	api, list := contract.Load(document(shop), "shop.yaml")
	if api == nil {
		f.Fatal(list.Err())
	}
	apis := []*contract.API{api}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, _ := pact.Read(data, "p.json")
		if file == nil {
			return
		}
		r := agreement.Check([]*pact.File{file}, apis, []agreement.State{})
		for _, one := range r.Findings {
			if one.Code == "" || one.Message == "" || one.File != "p.json" || one.Line < 1 && one.Code != "nothing-checked" {
				t.Fatalf("a finding without a place: %+v", one)
			}
		}
		if c := r.Coverage(apis); c.TouchedAnswers > c.Answers || c.Percent() > 100 {
			t.Fatalf("%+v", c)
		}
	})
}
