package scenarioschema

import (
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// testFile is a whole file of scenario tests.
func (k *maker) testFile() m {
	return closed(m{
		"test":  m{"type": "string", "pattern": kebab, "description": "The test's name, in kebab case, unique within the API."},
		"title": text("What it is about, in words."),
		"api":   m{"const": k.api.Name, "description": "The API; a file in the folder of one need not name it."},
		"cases": m{"type": "array", "minItems": 1, "items": k.testCase(), "description": "Each case runs in a fresh sandbox with a clock and a seed of its own."},
	}, "test", "cases")
}

func (k *maker) testCase() m {
	return closed(m{
		"name":   m{"type": "string", "minLength": 1, "maxLength": 200, "description": "The behaviour that it holds; unique in the file. Holes speak of with."},
		"with":   m{"type": "array", "minItems": 1, "items": m{"type": "object"}, "description": "The case is run once for each row; holes find its values under with."},
		"skip":   m{"type": "string", "minLength": 3, "description": "Why the case is not run."},
		"key":    k.key(),
		"select": k.selection(true),
		"given":  m{"type": "array", "items": k.providerState(), "description": "Provider states that are set up before the first step."},
		"seed":   m{"type": "integer", "minimum": 0, "description": "Where chance comes from."},
		"start":  m{"type": "string", "description": "When the clock begins: 2026-01-15T10:00:00+05:30, or 2026-01-15 for midnight in India."},
		"steps":  m{"type": "array", "minItems": 1, "items": k.step(), "description": "What happens, in order."},
	}, "name", "steps")
}

func (k *maker) key() m {
	return m{"type": "string", "pattern": `^[!-~]{1,128}$`, "description": "The caller: each key has a sandbox of its own."}
}

// selection is a list of scenarios, in a case also for other callers.
func (k *maker) selection(callers bool) m {
	name := oneOfWords(k.declared.Scenarios, "A scenario of this API.")
	item := name
	if callers {
		item = anyOf(name, closed(m{"scenario": name, "key": k.key()}, "scenario"))
	}
	return m{"type": "array", "items": item, "description": "Scenarios that speak beside the default ones, in order."}
}

func (k *maker) providerState() m {
	return k.define("providerState", func() m {
		state := oneOfWords(k.declared.Given, "A provider state that a scenario declares under given.")
		return anyOf(state, closed(m{
			"state": state, "params": m{"type": "object", "description": "Its parameters."}, "key": k.key(),
			"as": m{"type": "string", "pattern": `^[A-Za-z_][A-Za-z0-9_]*$`, "description": "A name under which later holes find what it returns."},
		}, "state"))
	})
}

// actions are the keys that say what a step does.
var actions = []string{"call", "advance", "freeze", "resume", "setClock", "setState", "select", "given", "upsert", "delete", "reset"}

// step is one step of a case.
func (k *maker) step() m {
	return k.define("step", func() m {
		var ids []string
		var each []any
		for _, o := range k.api.Operations {
			ids = append(ids, o.ID)
			each = append(each, m{"if": hasConst("call", o.ID), "then": k.define("call."+defName(o.ID), func() m { return k.call(o) })})
		}
		states, rows, wheres := m{}, m{}, m{}
		for _, s := range k.declared.States {
			states[s.Name] = oneOfWords(s.Values, "")
		}
		for _, t := range k.declared.Tables {
			rows[t.Name] = k.row(t, false)
			wheres[t.Name] = m{"type": []any{"object", "string"}}
		}
		setState, upsert, remove := closed(states), closed(rows), closed(wheres)
		setState["description"] = "Sets declared values."
		upsert["description"] = "Puts rows into tables."
		remove["description"] = "Removes rows from tables, by columns."
		out := closed(m{
			"call":     oneOfWords(ids, "The operation that is called."),
			"key":      k.key(),
			"url":      text("The URL to call as it is, such as one that an answer has given; instead of path and query."),
			"path":     true,
			"query":    true,
			"header":   m{"type": "object", "description": "Request headers, by name."},
			"cookie":   m{"type": "object", "description": "Cookies, by name."},
			"body":     m{"description": "The request's body. Holes are filled when the step runs."},
			"raw":      text("The body as it is sent, for one that is broken on purpose."),
			"type":     text("The body's media type, where the operation takes several."),
			"as":       m{"type": "string", "pattern": `^[A-Za-z_][A-Za-z0-9_]*$`, "description": "A name under which later holes find the answer: name.status, name.header, name.body."},
			"repeat":   m{"type": "integer", "minimum": 1, "maximum": 100_000, "description": "How often the step is done."},
			"advance":  described(k.duration(), "Moves the sandbox's clock on; what is due is done on the way."),
			"freeze":   m{"const": true, "description": "Stops the sandbox's clock."},
			"resume":   m{"const": true, "description": "Lets the sandbox's clock run again."},
			"setClock": text("Sets the sandbox's clock: a date-time, or a date for midnight in India."),
			"setState": setState,
			"select":   k.selection(false),
			"given":    k.providerState(),
			"upsert":   upsert,
			"delete":   remove,
			"reset":    m{"const": true, "description": "Puts the sandbox back to its beginning."},
			"expect":   k.expectation(),
		})
		kinds := []any{}
		for _, a := range actions {
			kinds = append(kinds, has(a))
		}
		alone := m{"required": []string{"expect"}, "not": m{"anyOf": kinds}}
		out["oneOf"] = append(slices.Clone(kinds), alone)
		forCalls := m{}
		for _, key := range []string{"url", "path", "query", "header", "cookie", "body", "raw", "type", "as"} {
			forCalls[key] = false
		}
		out["allOf"] = append(each, m{"if": has("call"), "then": m{"not": m{"required": []string{"body", "raw"}}}, "else": m{"properties": forCalls}})
		return out
	})
}

// call is what a step that calls the operation holds beside what every step may.
func (k *maker) call(o *contract.Operation) m {
	properties := m{}
	for _, in := range []string{"path", "query", "header", "cookie"} {
		parameters := m{}
		var required []string
		for _, p := range o.Parameters {
			if p.In != in {
				continue
			}
			shape := k.shape(p.Schema, request)
			if s, ok := shape.(m); ok && p.Description != "" {
				shape = described(s, p.Description)
			}
			parameters[p.Name] = shape
			if in == "path" {
				required = append(required, p.Name)
			}
		}
		part := m{"type": "object", "properties": parameters}
		if in == "path" {
			part["additionalProperties"] = false
			if len(required) > 0 {
				part["required"] = required
			}
		}
		properties[in] = part
	}
	if o.Body != nil {
		var bodies []any
		for _, c := range o.Body.Content {
			bodies = append(bodies, k.shape(c.Schema, request))
		}
		if len(bodies) > 0 {
			properties["body"] = anyOf(bodies...)
		}
	}
	rules := slices.Concat(k.declared.Rules[o.ID], k.declared.Rules["*"])
	slices.Sort(rules)
	rules = slices.Compact(rules)
	var bodies []any
	for _, r := range o.Responses {
		for _, c := range r.Content {
			if shape := k.shape(c.Schema, expected); isJSON(c.Type) && !slices.ContainsFunc(bodies, func(b any) bool { return sameRef(b, shape) }) {
				bodies = append(bodies, shape)
			}
		}
	}
	expect := m{"rule": oneOfWords(rules, "The rule that answers.")}
	if len(bodies) > 0 {
		expect["body"] = m{"anyOf": append(bodies, true), "description": "The members that the answer's body has; exact for the whole of it."}
	}
	properties["expect"] = m{"properties": expect}
	out := m{"properties": properties}
	if slices.ContainsFunc(o.Parameters, func(p *contract.Parameter) bool { return p.In == "path" }) {
		out["anyOf"] = []any{has("path"), has("url")}
	}
	return out
}

func sameRef(a, b any) bool {
	x, ok := a.(m)
	y, ok2 := b.(m)
	return ok && ok2 && x["$ref"] != nil && x["$ref"] == y["$ref"]
}

// expectation is what an answer, and the sandbox after it, must be like.
func (k *maker) expectation() m {
	return k.define("expect", func() m {
		var codes, callbacks []string
		for _, d := range slices.Concat(k.declared.Problems, problem.All()) {
			codes = append(codes, d.Code)
		}
		for _, o := range k.api.Operations {
			for _, c := range o.Callbacks {
				callbacks = append(callbacks, c.Name)
			}
		}
		for _, c := range k.api.Webhooks {
			callbacks = append(callbacks, c.Name)
		}
		slices.Sort(callbacks)
		callback := oneOfWords(slices.Compact(callbacks), "A callback or webhook of the document.")
		status := anyOf(m{"type": "integer", "minimum": 100, "maximum": 599}, m{"type": "string", "pattern": "^[1-5]([0-9]{2}|XX|xx)$"})
		states, tables := m{}, m{}
		for _, s := range k.declared.States {
			states[s.Name] = true
		}
		for _, t := range k.declared.Tables {
			tables[t.Name] = true
		}
		return closed(m{
			"status":      described(anyOf(status, m{"type": "array", "minItems": 1, "items": status}), "The status: 200, 4XX, or a list for one of them."),
			"header":      m{"type": "object", "description": "Response headers."},
			"body":        m{"description": "The members that the answer's body has."},
			"exact":       flag("The body has nothing else."),
			"absent":      m{"type": "array", "items": m{"type": "string"}, "description": "Members that the body does not have, as a.b."},
			"rule":        text("The rule that answers."),
			"scenario":    oneOfWords(k.declared.Scenarios, "The scenario that answers."),
			"problem":     oneOfWords(codes, "The problem that is answered."),
			"fault":       m{"enum": []any{"none", "reset", "empty", "truncate", "garbage", "dribble"}, "description": "What goes wrong on the wire."},
			"delay":       described(anyOf(k.duration(), m{"type": "array", "items": k.duration(), "minItems": 2, "maxItems": 2}), "How long the answer waits, or the shortest and the longest."),
			"offContract": flag("Whether the rule answers outside the contract."),
			"contract":    flag("Whether the document itself answers."),
			"state":       described(closed(states), "Declared values after the step."),
			"tables":      described(closed(tables), "Rows of tables after the step."),
			"callbacks": m{"type": "array", "description": "What was sent since the call before, in order.",
				"items": anyOf(callback, closed(m{"name": callback, "body": true, "url": true}, "name"))},
			"hits": m{"type": []any{"integer", "object"}, "minimum": 0, "additionalProperties": m{"type": "integer", "minimum": 0}, "description": "How often the rule that answers has matched, or rules by name."},
		})
	})
}
