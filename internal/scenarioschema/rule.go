package scenarioschema

import (
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// rules is the list of rules of an operation, "*" for nil.
func (k *maker) rules(o *contract.Operation) m {
	name, description := "every", "Rules for every operation, tried after an operation's own. They answer with problems or break the wire."
	if o != nil {
		name, description = o.ID, strings.TrimSuffix(strings.Join([]string{o.Method + " " + o.Path, o.Summary}, ": "), ": ")
	}
	rule := k.define("rule."+defName(name), func() m { return k.rule(o) })
	return m{"type": "array", "minItems": 1, "items": rule, "description": description}
}

func (k *maker) rule(o *contract.Operation) m {
	properties := m{
		"name": m{"type": "string", "minLength": 1, "maxLength": 80, "pattern": `^[!-~]([ -~]*[!-~])?$`,
			"description": "The rule's name: printable ASCII, unique within operation and scenario. Answers carry it in the header X-Sandbox-Rule."},
		"match":       k.match(o),
		"state":       k.stateCondition(),
		"find":        k.find(),
		"let":         k.let(),
		"when":        k.when(),
		"times":       k.times(),
		"chance":      m{"type": "number", "exclusiveMinimum": 0, "maximum": 1, "description": "The share of requests that the rule answers, drawn from the seed: 0.05 is five in a hundred."},
		"do":          k.effects(o),
		"delay":       described(k.delay(), "How long the answer waits. Effects are kept before."),
		"respond":     true,
		"fault":       k.fault(),
		"continue":    flag("The rule contributes its delay and effects, gives no answer, and the next rules go on."),
		"offContract": flag("The only way to answer outside the contract: any status, media type and body. Such answers are counted."),
	}
	out := closed(properties, "name")
	answer := k.define("respond."+operationName(o), func() m { return k.respond(o) })
	off := k.define("respondOffContract", k.respondOffContract)
	out["allOf"] = []any{
		m{"if": hasConst("offContract", true), "then": m{"properties": m{"respond": off}}, "else": m{"properties": m{"respond": answer}}},
		m{"if": hasConst("continue", true), "then": m{"properties": m{"respond": false, "fault": false}, "anyOf": []any{has("do"), has("delay")}},
			"else": m{"anyOf": []any{has("respond"), has("fault")}}},
	}
	return out
}

// pointRules is the list of rules of a decision point of an operation.
func (k *maker) pointRules(o *contract.Operation, p *contract.DecisionPoint) m {
	name := o.ID + "." + p.Name
	description := strings.TrimSuffix(strings.Join([]string{"Verdicts of " + o.Method + " " + o.Path, p.Description}, ": "), ": ")
	rule := k.define("rule."+defName(name), func() m {
		whole := k.rule(o)["properties"].(m)
		properties := m{}
		for _, key := range []string{"name", "state", "find", "let", "when", "times", "chance"} {
			properties[key] = whole[key]
		}
		properties["match"] = k.pointMatch(o, p)
		properties["outcome"] = described(m{"allOf": []any{k.shape(p.Verdict, answer)}}, "What the handler is told about the item.")
		return closed(properties, "name", "outcome")
	})
	return m{"type": "array", "minItems": 1, "items": rule, "description": description}
}

func operationName(o *contract.Operation) string {
	if o == nil {
		return "every"
	}
	return defName(o.ID)
}

func (k *maker) stateCondition() m {
	return k.define("stateCondition", func() m {
		properties := m{}
		for _, s := range k.declared.States {
			one := oneOfWords(s.Values, "")
			properties[s.Name] = anyOf(one, m{"type": "array", "minItems": 1, "items": one})
		}
		out := closed(properties)
		out["minProperties"] = 1
		out["description"] = "Values that are declared under state: in a scenario file of this API; a list means one of them."
		return out
	})
}

// tableNames lists the tables, the writable ones alone if wanted.
func (k *maker) tableNames(writable bool) []string {
	var out []string
	for _, t := range k.declared.Tables {
		if t.Writable || !writable {
			out = append(out, t.Name)
		}
	}
	return out
}

func (k *maker) find() m {
	return k.define("find", func() m {
		one := closed(m{
			"table":    oneOfWords(k.tableNames(false), "A table of this API."),
			"where":    m{"type": "object", "description": "What columns must be: a value, a list for one of, a hole. omit in a hole drops the condition."},
			"all":      flag("All rows, as a list, which may be empty. Without it one row is found, and where names the table's whole key."),
			"select":   m{"type": []any{"string", "array"}, "description": "A column, or a list of columns, that is taken of each row."},
			"distinct": flag("Each value once."),
		}, "table")
		var each []any
		for _, t := range k.declared.Tables {
			columns := m{}
			names := []string{}
			for _, c := range t.Columns {
				columns[c.Name] = true
				names = append(names, c.Name)
			}
			column := oneOfWords(names, "")
			each = append(each, m{"if": hasConst("table", t.Name), "then": m{"properties": m{
				"where":  m{"properties": columns, "additionalProperties": false},
				"select": anyOf(column, m{"type": "array", "minItems": 1, "items": column}),
			}}})
		}
		if len(each) > 0 {
			one["allOf"] = each
		}
		return m{"type": "object", "minProperties": 1, "propertyNames": identifier(), "additionalProperties": one,
			"description": "Rows of tables, bound to names. A find for one row that finds none keeps the rule from matching."}
	})
}

func identifier() m { return m{"pattern": `^[A-Za-z_][A-Za-z0-9_]*$`} }

func (k *maker) let() m {
	return k.define("let", func() m {
		return m{"type": "object", "propertyNames": identifier(), "additionalProperties": m{"type": []any{"string", "number", "boolean"}},
			"description": "Names for expressions, written without ${ }."}
	})
}

func (k *maker) when() m {
	return k.define("when", func() m {
		one := m{"type": []any{"string", "boolean"}}
		return m{"description": "An expression without ${ }, or a list of them; all must hold.", "anyOf": []any{one, m{"type": "array", "minItems": 1, "items": one}}}
	})
}

func (k *maker) times() m {
	return k.define("times", func() m {
		count := m{"type": "integer", "minimum": 1, "maximum": 1_000_000}
		return m{"description": "The requests that the rule answers, counted from 1 over those for which all else holds: 2 is the first two, {from: 3, to: 3} the third.",
			"anyOf": []any{count, closed(m{"from": count, "to": count})}}
	})
}

// delay is a duration, or one that is drawn.
func (k *maker) delay() m {
	return k.define("delay", func() m {
		d := k.duration()
		one := closed(m{
			"uniform":   m{"type": "array", "items": d, "minItems": 2, "maxItems": 2, "description": "Anything from the shortest to the longest."},
			"lognormal": described(closed(m{"median": d, "sigma": m{"type": "number", "minimum": 0, "maximum": 5}}, "median", "sigma"), "Mostly near the median, now and then much longer."),
		})
		one["minProperties"], one["maxProperties"] = 1, 1
		return anyOf(d, one)
	})
}

func (k *maker) fault() m {
	return k.define("fault", func() m {
		one := closed(m{
			"truncate": m{"type": "string", "pattern": "^[0-9]{1,2}%$", "description": "The share of the body that is sent before the connection is closed."},
			"dribble":  described(closed(m{"chunks": m{"type": "integer", "minimum": 2, "maximum": 1000}, "over": k.duration()}, "chunks", "over"), "The body in parts, over a time."),
		})
		one["minProperties"], one["maxProperties"] = 1, 1
		return m{"description": "What goes wrong on the wire, after effects: reset, empty, garbage, {truncate: 60%} or {dribble: {chunks: 5, over: 2s}}.",
			"anyOf": []any{m{"enum": []any{"reset", "empty", "garbage"}}, one}}
	})
}

// effects is do: of a rule of an operation, or of a provider state.
func (k *maker) effects(o *contract.Operation) m {
	rows := m{}
	wheres := m{}
	updates := m{}
	for _, t := range k.declared.Tables {
		if !t.Writable {
			continue
		}
		rows[t.Name] = k.row(t, true)
		columns := m{}
		for _, c := range t.Columns {
			columns[c.Name] = true
		}
		where := closed(columns)
		wheres[t.Name] = where
		updates[t.Name] = closed(m{"where": where, "set": k.row(t, false)}, "where", "set")
	}
	one := func(properties m, description string) m {
		out := closed(properties)
		out["minProperties"], out["maxProperties"] = 1, 1
		out["description"] = description
		return out
	}
	sets := m{}
	for _, s := range k.declared.States {
		sets[s.Name] = orHole(oneOfWords(s.Values, ""))
	}
	set := closed(sets)
	set["minProperties"], set["description"] = 1, "New values of declared states."
	effect := k.define("effect", func() m {
		return m{"properties": m{
			"insert": one(rows, "Adds a row; one of the same key must not be there."),
			"upsert": one(rows, "Adds a row, or puts it in the place of the one of the same key."),
			"update": one(updates, "Sets columns of the rows that where finds."),
			"delete": one(wheres, "Removes the rows that are found."),
			"set":    set,
			"after":  described(k.delay(), "How much later, by the sandbox's clock. Holes are filled when the rule matches."),
		}}
	})
	known := m{"callback": k.callback(o)}
	for _, key := range []string{"insert", "upsert", "update", "delete", "set", "after"} {
		known[key] = true
	}
	entry := closed(known)
	entry["allOf"] = []any{effect}
	changes := []any{has("insert"), has("upsert"), has("update"), has("delete"), has("set")}
	entry["oneOf"] = append(changes, m{"required": []string{"callback"}, "not": m{"anyOf": changes}})
	return m{"type": "array", "minItems": 1, "items": entry, "description": "What changes in the sandbox when the rule answers: one change an entry."}
}

// callback is a callback of the operation, or a webhook of the document.
func (k *maker) callback(o *contract.Operation) m {
	var declared []*contract.Callback
	if o != nil {
		declared = slices.Clone(o.Callbacks)
	}
	declared = append(declared, k.api.Webhooks...)
	var names []string
	var bodies []any
	for _, c := range declared {
		if slices.Contains(names, c.Name) {
			continue // the operation's own wins
		}
		names = append(names, c.Name)
		then := m{"properties": m{"body": false}}
		if c.Body != nil && len(c.Body.Content) > 0 {
			then = m{"properties": m{"body": k.shape(c.Body.Content[0].Schema, answer)}}
			if c.Body.Required {
				then["required"] = []string{"body"}
			}
		}
		bodies = append(bodies, m{"if": hasConst("name", c.Name), "then": then})
	}
	out := closed(m{"name": oneOfWords(names, "One of the operation's callbacks, or a webhook of the document."), "body": true}, "name")
	out["description"] = "A request that the API makes. Its address comes from the document or the application."
	if len(bodies) > 0 {
		out["allOf"] = bodies
	}
	return out
}
