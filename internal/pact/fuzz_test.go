package pact_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sandbank/sandbank/internal/pact"
)

// FuzzRead holds that any bytes are read without a panic, that a file comes exactly when there are no errors, that
// every finding has a place in the bytes, and that what was read has one too.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../contracts/pacts/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 4096)])
	}
	for _, version := range []string{"2.0.0", "3.0.0", "4.0", "9"} {
		f.Add([]byte(wrap(version, `, "query": "a=b", "headers": {"A": ["b"]}`, `, "body": {"content": "e30=", "contentType": "application/json", "encoded": true}`)))
		f.Add([]byte(wrap(version, `, "query": {"a": ["b"]}`, `, "body": {"a": [1]}, "matchingRules": {"$.body.a[*]": {"match": "type"}, "body": {"$['a'][0]": {"matchers": [{"match": "eachKey", "rules": [{"match": "regex", "regex": "("}]}]}}}`)))
	}
	f.Add([]byte(`{"consumer": 1, "consumer": 2}`))
	f.Add([]byte("\uFEFF{\"messages\": [{}], \"interactions\": [{\"providerStates\": [{\"name\": \"\\ud800\"}]}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, found := pact.Read(data, "p.json")
		if (file == nil) != (found.Errors() > 0) {
			t.Fatalf("the file is given %t, with %d errors", file != nil, found.Errors())
		}
		for _, one := range found {
			whole := one.Code == "empty-file" || one.Code == "unreadable-file"
			if one.File != "p.json" || one.Code == "" || one.Message == "" || (one.Line < 1 || one.Column < 1) != whole {
				t.Fatalf("a finding without a place: %+v", one)
			}
		}
		if file == nil {
			return
		}
		for _, i := range file.Interactions {
			if file.Nearest(i.Pointer) != i.Pointer {
				t.Fatalf("%s leads nowhere", i.Pointer)
			}
			for _, rules := range [][]pact.Rule{i.Request.Rules, i.Response.Rules} {
				pact.Walk(rules, i.Response.Body.Content, func([]string, any, *pact.Rule, bool) {})
				for _, r := range rules {
					if file.Nearest(r.Pointer) != r.Pointer {
						t.Fatalf("%s leads nowhere", r.Pointer)
					}
				}
			}
		}
	})
}
