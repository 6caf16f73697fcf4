// Package scenarioschema gives the JSON Schema of the scenario and test files of one API, so that an editor completes
// and checks them while somebody types: operation ids, statuses, media types and the shapes of bodies come from the
// API's document, tables, states, problems and rules from the scenario folder.
//
// The schema takes every file that the loader takes. It refuses what can be refused without compiling: misspelt names,
// wrong types, values outside enums. A hole ("${…}") may stand wherever a value may, so it is taken there.
//
// Only keywords that JSON Schema draft 7 and 2020-12 share are used beside $defs, since editors differ in what they
// know. document.go turns schemas of the document, match.go what match: may say of them, rule.go rules, respond.go
// their answers, file.go whole scenario files, test.go test files. share.go makes the result small.
package scenarioschema

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// m is a JSON object.
type m = map[string]any

// maker makes one schema.
type maker struct {
	api      *contract.API
	declared *engine.Declared
	defs     m
	names    map[shapeKey]string // of defs made from schemas of the document
	making   map[shapeKey]bool   // schemas without a name that are being turned, to end recursion
}

// shapeKey is a schema of the document in one of the ways in which it is turned.
type shapeKey struct {
	schema *contract.Schema
	use    use
}

func newMaker(api *contract.API, d *engine.Declared) *maker {
	return &maker{api: api, declared: d, defs: m{}, names: map[shapeKey]string{}, making: map[shapeKey]bool{}}
}

// Scenarios gives the JSON Schema (2020-12) of the scenario files of an API. declared is what the files of the folder
// declare.
func Scenarios(api *contract.API, declared *engine.Declared) ([]byte, error) {
	k := newMaker(api, declared)
	return k.document("Scenario files of "+api.Name, "What the sandbox answers to calls of "+api.Title+".", k.scenarioFile())
}

// Tests gives the JSON Schema (2020-12) of the test files of an API.
func Tests(api *contract.API, declared *engine.Declared) ([]byte, error) {
	k := newMaker(api, declared)
	return k.document("Scenario tests of "+api.Name, "What the scenarios of "+api.Title+" must answer.", k.testFile())
}

func (k *maker) document(title, description string, body m) ([]byte, error) {
	body["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	body["title"], body["description"] = title, description
	body["$defs"] = k.defs
	tree, err := copied(body)
	if err == nil {
		err = share(tree)
	}
	var b bytes.Buffer
	if err == nil {
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		err = e.Encode(tree)
	}
	if err != nil {
		return nil, fmt.Errorf("write the schema of %s: %w", k.api.Name, err)
	}
	return b.Bytes(), nil
}

// copied makes a tree of a schema whose parts may stand in several places.
func copied(schema m) (m, error) {
	b, err := json.Marshal(schema)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var out m
	return out, d.Decode(&out)
}

// define keeps a schema under a name, made when it is first asked for, and gives a reference to it.
func (k *maker) define(name string, build func() m) m {
	if _, ok := k.defs[name]; !ok {
		k.defs[name] = m{} // holds the place while it is made
		k.defs[name] = build()
	}
	return ref(name)
}

func ref(name string) m { return m{"$ref": "#/$defs/" + name} }

// text is a string with a description.
func text(description string) m { return m{"type": "string", "description": description} }

func flag(description string) m { return m{"type": "boolean", "description": description} }

// oneOfWords is one of some words. Without any word nothing fits.
func oneOfWords(words []string, description string) m {
	if len(words) == 0 {
		return m{"not": m{}, "description": description}
	}
	return m{"enum": list(words), "description": description}
}

func list(words []string) []any {
	out := make([]any, 0, len(words))
	for _, w := range words {
		out = append(out, w)
	}
	return out
}

// closed is an object that has no other members.
func closed(properties m, required ...string) m {
	out := m{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		out["required"] = required
	}
	return out
}

// described adds a description to a reference: beside $ref it is read by new editors and ignored by old ones.
func described(schema m, description string) m {
	out := m{"description": description}
	for key, v := range schema {
		out[key] = v
	}
	return out
}

func anyOf(schemas ...any) m {
	if len(schemas) == 1 {
		if only, ok := schemas[0].(m); ok {
			return only
		}
	}
	return m{"anyOf": schemas}
}

// has is a condition: the member is there.
func has(name string) m { return m{"required": []string{name}} }

// hasConst is a condition: the member is there and has the value.
func hasConst(name string, value any) m {
	return m{"required": []string{name}, "properties": m{name: m{"const": value}}}
}

// orHole takes what the schema takes, and a text with a hole in it.
func orHole(schema any) m {
	return m{"if": m{"type": "string", "pattern": hole}, "then": true, "else": schema}
}

const hole = `\$\{`

// duration is a length of time, as scenario files write it.
func (k *maker) duration() m {
	return k.define("duration", func() m {
		return m{"type": "string", "pattern": `^([0-9]+(ms|[dhms]))+$`,
			"description": "A length of time: 200ms, 30s, 5m, 1h, 30d, or several of these with the larger unit first, 1h30m."}
	})
}
