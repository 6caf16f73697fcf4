package scenarioschema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// respond is the answer of a rule for an operation; nil is any operation.
func (k *maker) respond(o *contract.Operation) m {
	bodies := []string{"body", "file", "example", "problem", "generate"}
	properties := m{"problem": k.problemCode(o), "detail": text("A sentence about this very occurrence, fit to be shown to an end user."), "errors": k.problemErrors(), "header": k.header(o)}
	if o != nil {
		properties["status"] = k.status(o)
		properties["type"] = oneOfWords(k.mediaTypes(o), "The media type, where the status has several.")
		properties["body"] = m{"description": "The body. Holes ${…} are filled when the rule answers."}
		properties["file"] = text("A file beside the scenario that is sent as it is.")
		properties["example"] = m{"type": "string", "description": "The name of an example in the document."}
		properties["generate"] = m{"const": true, "description": "A value made from the schema, the same for the same seed."}
	}
	out := closed(properties)
	out["description"] = "The answer. Without status it is the lowest 2xx that the operation declares."
	var all []any
	for _, key := range bodies {
		others := m{}
		for _, other := range bodies {
			if other != key && properties[other] != nil {
				others[other] = false
			}
		}
		if key == "problem" && o != nil {
			others["status"], others["type"] = false, false
		}
		if properties[key] != nil && len(others) > 0 {
			all = append(all, m{"if": has(key), "then": m{"properties": others}})
		}
	}
	all = append(all, m{"if": has("problem"), "then": true, "else": m{"properties": m{"detail": false, "errors": false}}})
	if o == nil {
		out["required"] = []string{"problem"}
	} else {
		all = append(all, k.bodies(o)...)
	}
	out["allOf"] = all
	return out
}

// bodies are the conditions that give the body of each status its shape.
func (k *maker) bodies(o *contract.Operation) []any {
	var out []any
	covered := o.Response(o.DefaultStatus())
	for _, r := range o.Responses {
		out = append(out, m{"if": m{"required": []string{"status"}, "properties": m{"status": statusOf(r.Status, o)}}, "then": k.content(r)})
	}
	if covered != nil {
		out = append(out, m{"if": m{"not": m{"anyOf": []any{has("status"), has("problem")}}}, "then": k.content(covered)})
	}
	return out
}

// statusOf is a condition on a status: an exact one, a class ("4XX"), or what no other entry has ("default").
func statusOf(status string, o *contract.Operation) m {
	if n, err := strconv.Atoi(status); err == nil {
		return m{"const": n}
	}
	var exact []any
	var classes []any
	for _, r := range o.Responses {
		if n, err := strconv.Atoi(r.Status); err == nil {
			exact = append(exact, n)
		} else if r.Status != "default" {
			classes = append(classes, classOf(r.Status))
		}
	}
	out := m{"not": m{"enum": exact}}
	if len(exact) == 0 {
		out = m{}
	}
	if status != "default" {
		out["allOf"] = []any{classOf(status)}
		return out
	}
	if len(classes) > 0 {
		return m{"allOf": []any{out, m{"not": m{"anyOf": classes}}}}
	}
	return out
}

func classOf(status string) m {
	low := int(status[0]-'0') * 100
	return m{"type": "integer", "minimum": low, "maximum": low + 99}
}

// content is what an answer with a declared response holds.
func (k *maker) content(r *contract.Response) m {
	if len(r.Content) == 0 {
		return m{"properties": m{"body": false, "file": false, "example": false, "generate": false}}
	}
	var shapes []any
	var names []string
	for _, c := range r.Content {
		if isJSON(c.Type) {
			shapes = append(shapes, k.shape(c.Schema, answer))
		} else {
			shapes = append(shapes, m{"type": "string"})
		}
		for _, e := range c.Examples {
			names = append(names, e.Name)
		}
	}
	slices.Sort(names)
	var body any = anyOf(shapes...)
	if len(shapes) == 1 {
		body = shapes[0]
	}
	return m{"properties": m{"body": body, "example": oneOfWords(slices.Compact(names), "An example of this status in the document.")},
		"anyOf": []any{has("body"), has("file"), has("example"), has("generate"), has("problem")}}
}

func isJSON(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

func (k *maker) status(o *contract.Operation) m {
	var exact, ranges []any
	for _, r := range o.Responses {
		if n, err := strconv.Atoi(r.Status); err == nil {
			exact = append(exact, n)
		} else if r.Status == "default" {
			ranges = append(ranges, m{"type": "integer", "minimum": 200, "maximum": 599})
		} else {
			ranges = append(ranges, classOf(r.Status))
		}
	}
	if len(exact) > 0 {
		ranges = append([]any{m{"enum": exact}}, ranges...)
	}
	return described(anyOf(ranges...), "A status that the operation declares.")
}

func (k *maker) mediaTypes(o *contract.Operation) []string {
	var out []string
	for _, r := range o.Responses {
		for _, c := range r.Content {
			out = append(out, c.Type)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (k *maker) header(o *contract.Operation) m {
	known := m{}
	if o != nil {
		for _, r := range o.Responses {
			for _, h := range r.Headers {
				known[h.Name] = true
			}
		}
	}
	return m{"type": "object", "properties": known, "additionalProperties": m{"type": []any{"string", "number", "boolean"}}, "description": "Response headers."}
}

// problemCode is a code of the catalogue whose status the operation declares.
func (k *maker) problemCode(o *contract.Operation) m {
	var codes []string
	for _, d := range slices.Concat(k.declared.Problems, problem.All()) {
		if o == nil || o.Response(d.Status) != nil {
			codes = append(codes, d.Code)
		}
	}
	return oneOfWords(codes, "An entry of the error catalogue whose status the operation declares. Its status and media type come from there.")
}

func (k *maker) problemErrors() m {
	return k.define("problemErrors", func() m {
		one := closed(m{
			"pointer":   m{"type": "string", "pattern": `^($|/|\$\{)`, "description": "A JSON Pointer into the body, such as /sections/0/amount."},
			"parameter": text("The name of a parameter."),
			"message":   text("What is wrong there."),
		}, "message")
		one["oneOf"] = []any{has("pointer"), has("parameter")}
		return m{"type": "array", "items": one, "description": "Every place that is wrong."}
	})
}

func (k *maker) respondOffContract() m {
	return closed(m{
		"status": m{"type": "integer", "minimum": 200, "maximum": 599, "description": "Any status."},
		"type":   text("Any media type."), "header": k.header(nil), "body": m{"description": "Any body."}, "file": text("A file beside the scenario that is sent as it is."),
		"problem": k.problemCode(nil), "detail": text("A sentence about this very occurrence."), "errors": k.problemErrors(),
	})
}
