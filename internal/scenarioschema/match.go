package scenarioschema

import (
	"slices"

	"github.com/sandbank/sandbank/internal/contract"
)

// match is what a rule may demand of requests of an operation; nil is any operation.
func (k *maker) match(o *contract.Operation) m { return k.matchOf(k.parts(o)) }

// pointMatch is match for rules of a decision point: the item stands beside the parts of the request.
func (k *maker) pointMatch(o *contract.Operation, p *contract.DecisionPoint) m {
	properties := k.parts(o)
	properties["item"] = described(k.demand(schemas(p.Item)), "What the item must be: the members that are named here.")
	return k.matchOf(properties)
}

// parts are the parts of requests of an operation that a rule may speak of.
func (k *maker) parts(o *contract.Operation) m {
	properties := m{}
	if o == nil {
		anything := m{"type": "object", "minProperties": 1, "additionalProperties": k.demand(nil)}
		properties["header"] = described(anything, "What headers must be, by name.")
		properties["cookie"] = described(anything, "What cookies must be, by name.")
		return properties
	}
	for _, in := range []string{"path", "query", "header", "cookie"} {
		parameters := m{}
		patterns := m{}
		for _, p := range o.Parameters {
			if p.In != in {
				continue
			}
			demand := k.demand(schemas(p.Schema))
			if p.Description != "" {
				demand = described(demand, p.Description)
			}
			parameters[p.Name] = demand
			if in == "header" {
				patterns[headerPattern(p.Name)] = demand
			}
		}
		if len(parameters) == 0 {
			continue
		}
		part := closed(parameters)
		part["minProperties"] = 1
		part["description"] = "What " + in + " parameters must be."
		if len(patterns) > 0 {
			part["patternProperties"] = patterns
		}
		properties[in] = part
	}
	if o.Body != nil {
		var bodies []*contract.Schema
		for _, c := range o.Body.Content {
			bodies = append(bodies, schemas(c.Schema)...)
		}
		if len(bodies) > 0 {
			properties["body"] = described(k.demand(bodies), "What the body must be: the members that are named here.")
		}
	}
	return properties
}

func (k *maker) matchOf(properties m) m {
	out := closed(properties)
	out["minProperties"] = 1
	out["description"] = "What a request must be like. A scalar means equal, a list one of, an object with $ keys operators, another object named members."
	return out
}

func schemas(s *contract.Schema) []*contract.Schema {
	if s == nil {
		return nil
	}
	return []*contract.Schema{s}
}

// demand is what may be demanded of a value: a constant, a list of constants, operators, or members. Without schemas
// the contract says nothing of the value.
func (k *maker) demand(of []*contract.Schema) m {
	if len(of) == 0 {
		return k.define("demand", func() m {
			return anyOf(m{"type": []any{"string", "number", "boolean", "null"}}, m{"type": "array", "minItems": 1}, k.operators(nil), m{"type": "object", "minProperties": 1, "propertyNames": m{"not": m{"pattern": `^\$`}}})
		})
	}
	if len(of) == 1 && of[0].Name != "" {
		key := shapeKey{of[0], "match"}
		name, known := k.names[key]
		if !known {
			name = "match." + defName(of[0].Name)
			for k.defs[name] != nil {
				name += "-"
			}
			k.names[key] = name
			k.defs[name] = m{}
			k.defs[name] = k.demandOf(of)
		}
		return ref(name)
	}
	for _, s := range of { // a schema without a name that contains itself
		key := shapeKey{s, "match"}
		if k.making[key] {
			return m{}
		}
		k.making[key] = true
		defer delete(k.making, key)
	}
	return k.demandOf(of)
}

func (k *maker) demandOf(of []*contract.Schema) m {
	var forms []any
	scalars := []any{}
	for _, s := range of {
		if admits(s, "string", "number", "integer", "boolean", "null") {
			scalars = append(scalars, m{"allOf": []any{m{"type": []any{"string", "number", "boolean", "null"}}, k.shape(s, constant)}})
		}
	}
	if len(scalars) > 0 {
		one := anyOf(scalars...)
		forms = append(forms, one)
		if !onlyList(of) {
			forms = append(forms, m{"type": "array", "minItems": 1, "items": one})
		}
	}
	if names, open := k.memberNames(of); len(names) > 0 || open {
		properties := m{}
		for _, name := range names {
			properties[name] = k.demand(memberSchemas(of, name))
		}
		members := m{"type": "object", "minProperties": 1, "properties": properties}
		if !open {
			members["additionalProperties"] = false
		} else {
			members["propertyNames"] = m{"not": m{"pattern": `^\$`}}
		}
		forms = append(forms, members)
	}
	return anyOf(append(forms, k.operators(of))...)
}

// admits tells whether a value of one of the JSON types may satisfy the schema.
func admits(s *contract.Schema, types ...string) bool {
	if !slices.ContainsFunc(types, s.Allows) {
		return false
	}
	for _, part := range s.AllOf {
		if !admits(part, types...) {
			return false
		}
	}
	for _, union := range [][]*contract.Schema{s.OneOf, s.AnyOf} {
		if len(union) > 0 && !slices.ContainsFunc(union, func(u *contract.Schema) bool { return admits(u, types...) }) {
			return false
		}
	}
	return true
}

// onlyList tells whether the value can be nothing but a list.
func onlyList(of []*contract.Schema) bool {
	return !slices.ContainsFunc(of, func(s *contract.Schema) bool {
		return admits(s, "string", "number", "integer", "boolean", "object")
	})
}

// operators is an object of $ keys; several of them must all hold.
func (k *maker) operators(of []*contract.Schema) m {
	may := func(types ...string) bool {
		return len(of) == 0 || slices.ContainsFunc(of, func(s *contract.Schema) bool { return admits(s, types...) })
	}
	var inner any = true
	if len(of) > 0 {
		inner = k.inner(of)
	}
	properties := m{
		"$present": flag("Whether the field is there; null counts as there."),
		"$not":     m{"description": "What it must not be: anything that may stand here by itself.", "anyOf": []any{inner}},
	}
	if may("string") {
		properties["$pattern"] = text("A pattern (RE2) that matches a part of it; ^ and $ mean its ends.")
		properties["$prefix"] = text("What it begins with.")
	}
	if may("string", "number", "integer") {
		for key, words := range map[string]string{"$lt": "less than", "$lte": "at most", "$gt": "more than", "$gte": "at least"} {
			properties[key] = m{"type": []any{"string", "number"}, "description": "It is " + words + " this, compared as numbers, decimals or dates are."}
		}
	}
	if may("array") {
		var items any = true
		if of := itemSchemas(of); len(of) > 0 {
			items = k.demand(of)
		}
		properties["$contains"] = m{"description": "What one of its elements must be.", "anyOf": []any{items}}
		properties["$every"] = m{"description": "What all of its elements must be.", "anyOf": []any{items}}
		count := m{"type": "integer", "minimum": 0}
		bounds := closed(m{"$lt": count, "$lte": count, "$gt": count, "$gte": count})
		bounds["minProperties"] = 1
		properties["$size"] = m{"description": "How many elements it has.", "anyOf": []any{count, bounds}}
	}
	properties["$equals"] = m{"description": "The whole value, objects and lists included.", "anyOf": k.constants(of)}
	out := closed(properties)
	out["minProperties"] = 1
	return out
}

// inner is what may stand behind $not; it is the demand itself, by reference where that has a name.
func (k *maker) inner(of []*contract.Schema) any {
	if len(of) == 1 && of[0].Name != "" {
		return k.demand(of)
	}
	return true
}

func (k *maker) constants(of []*contract.Schema) []any {
	if len(of) == 0 {
		return []any{true}
	}
	var out []any
	for _, s := range of {
		out = append(out, k.shape(s, constant))
	}
	return out
}

func itemSchemas(of []*contract.Schema) []*contract.Schema {
	var out []*contract.Schema
	for _, s := range parts(of) {
		if s.Items != nil {
			out = append(out, s.Items)
		}
	}
	return out
}
