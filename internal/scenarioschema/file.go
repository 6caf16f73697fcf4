package scenarioschema

import (
	"github.com/sandbank/sandbank/internal/engine"
)

const kebab = `^[a-z0-9]+(-[a-z0-9]+)*$`

// scenarioFile is a whole scenario file. Files of other kinds stand beside scenarios and are passed over: a list is a
// table, and what has test: is a test.
func (k *maker) scenarioFile() m {
	operations := m{}
	for _, o := range k.api.Operations {
		operations[o.ID] = k.rules(o)
		for _, p := range o.Points {
			operations[o.ID+"/"+p.Name] = k.pointRules(o, p)
		}
	}
	every := k.rules(nil)
	operations["*"] = every
	rules := closed(operations)
	rules["description"] = "Rules by operation, or by decision point of one. They are tried in order; the first whose conditions all hold answers."
	file := closed(m{
		"scenario": m{"type": "string", "pattern": kebab, "description": "The scenario's name, in kebab case, unique within the API."},
		"title":    text("What it is about, in words."),
		"api":      m{"const": k.api.Name, "description": "The API that the scenario is for: the name of its document."},
		"default":  flag("The scenario always speaks. Without it, it must be selected. At most one default scenario has rules for an operation."),
		"tables":   m{"type": "object", "propertyNames": identifier(), "additionalProperties": k.table(), "description": "Rows that rules find, and collections that they change. Usable in all files of the API."},
		"problems": k.problems(),
		"state":    k.states(),
		"given":    k.given(),
		"rules":    rules,
		"tests":    m{"type": "array", "minItems": 1, "items": k.testCase(), "description": "Cases that say what the scenario must answer; sandbank test runs them. Each runs in a fresh sandbox with a clock and a seed of its own."},
	}, "scenario", "api")
	file["allOf"] = []any{m{"if": hasConst("default", true), "then": m{"properties": m{"rules": m{"properties": m{"*": false}}}}}}
	other := m{"anyOf": []any{m{"type": "array"}, m{"type": "object", "required": []string{"test"}}}}
	return m{"if": other, "then": true, "else": file}
}

var columnTypes = []string{"string", "integer", "number", "boolean", "decimal", "date", "date-time", "duration"}

// column is the declaration of one column: a type, or that and whether every row fills it.
func column() m {
	whole := closed(m{"type": oneOfWords(columnTypes, "Its type."), "required": flag("Every row fills it.")}, "type")
	return m{"if": m{"type": "object"}, "then": whole, "else": m{"enum": list(columnTypes)}}
}

// table is the declaration of a table.
func (k *maker) table() m {
	return k.define("table", func() m {
		words := m{"type": "array", "minItems": 1, "items": m{"type": "string"}}
		out := closed(m{
			"title":    text("What somebody finds in it, for the list of magic values."),
			"file":     m{"type": "string", "pattern": `\.(csv|yaml|yml|json)$`, "description": "A CSV, YAML or JSON file beside the scenario that holds the rows."},
			"rows":     m{"type": "array", "items": m{"type": "object"}, "description": "The rows, written here."},
			"key":      described(anyOf(m{"type": "string"}, words), "The columns that tell rows apart."),
			"columns":  m{"type": "object", "additionalProperties": column(), "description": "The type of each column. Cells of CSV files are strings otherwise."},
			"schema":   oneOfWords(k.api.Schemas(), "A schema of the document that each row satisfies."),
			"writable": flag("Rules can change it. Shipped rows are its start; each sandbox has changes of its own."),
		})
		out["allOf"] = []any{
			m{"if": hasConst("writable", true), "then": m{"required": []string{"key"}, "not": m{"required": []string{"file", "rows"}}},
				"else": m{"oneOf": []any{has("file"), has("rows")}}},
			m{"not": m{"required": []string{"columns", "schema"}}},
		}
		return out
	})
}

// row is a row of a table; with whole, its key must be there.
func (k *maker) row(t engine.DeclaredTable, whole bool) any {
	name := "row." + defName(t.Name)
	if !whole {
		name = "part." + defName(t.Name)
	}
	return k.define(name, func() m {
		columns := m{}
		for _, c := range t.Columns {
			columns[c.Name] = orHole(k.cell(t, c))
		}
		out := m{"type": "object", "properties": columns, "additionalProperties": t.Schema != nil && !t.Schema.Closed}
		if whole && len(t.Key) > 0 {
			out["required"] = t.Key
		}
		return orHole(out)
	})
}

// cell is the value of one column; null takes it away.
func (k *maker) cell(t engine.DeclaredTable, c engine.DeclaredColumn) any {
	if t.Schema != nil {
		var forms []any
		for _, s := range memberSchemas(schemas(t.Schema), c.Name) {
			forms = append(forms, k.shape(s, row))
		}
		return anyOf(append(forms, m{"type": "null"})...)
	}
	types := map[string]string{"string": "string", "integer": "integer", "number": "number", "boolean": "boolean",
		"decimal": "string", "date": "string", "date-time": "string", "duration": "string"}
	if types[c.Type] == "" {
		return true
	}
	return m{"type": []any{types[c.Type], "null"}}
}

func (k *maker) problems() m {
	one := closed(m{
		"status":   m{"type": "integer", "minimum": 400, "maximum": 599, "description": "The HTTP status."},
		"title":    text("What went wrong, in a sentence that stays the same."),
		"handling": text("What the caller should do next."),
	}, "status", "title", "handling")
	return m{"type": "object", "propertyNames": m{"pattern": `^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`}, "additionalProperties": one,
		"description": "This API's own entries of the error catalogue, by code."}
}

func (k *maker) states() m {
	one := closed(m{
		"values":  m{"type": "array", "minItems": 1, "uniqueItems": true, "items": m{"type": []any{"string", "number", "boolean"}}, "description": "What it may be."},
		"initial": m{"type": []any{"string", "number", "boolean"}, "description": "What it is in the beginning."},
	}, "values", "initial")
	return m{"type": "object", "propertyNames": identifier(), "additionalProperties": one, "description": "Single values that a sandbox holds."}
}

func (k *maker) given() m {
	parameter := closed(m{
		"type":     oneOfWords(columnTypes, "Its type."),
		"default":  m{"type": []any{"string", "number", "boolean"}, "description": "Taken when it is not sent."},
		"optional": flag("It may be left out."),
	}, "type")
	return m{"type": "array", "description": "Provider states, as Pact has them.", "items": closed(m{
		"state":   text("The sentence that a consumer's contract names."),
		"params":  m{"type": "object", "additionalProperties": parameter, "description": "Its parameters, which holes find under params."},
		"do":      k.effects(nil),
		"returns": m{"type": []any{"object", "string"}, "description": "Values that are handed back to the verifier's generators."},
	}, "state")}
}
