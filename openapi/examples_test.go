package openapi_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestExamplesSatisfyTheirSchemas checks every named example of a body with two implementations of JSON Schema.
func TestExamplesSatisfyTheirSchemas(t *testing.T) {
	for _, name := range apis(t) {
		doc := bundled(t, name)
		checked := 0
		for _, op := range operations(t, name) {
			other := doc.Paths.Find(op.path).GetOperation(strings.ToUpper(op.method))
			if body, ok := op.node["requestBody"]; ok {
				place := pointer("paths", op.path, op.method, "requestBody")
				checked += checkExamples(t, name, place, op.id+" request", body, other.RequestBody.Value.Content)
			}
			for status, node := range op.node["responses"].(map[string]any) {
				response, in := resolve(t, name, node)
				place := pointer("paths", op.path, op.method, "responses", status)
				if ref, ok := at(node, "$ref").(string); ok {
					_, place, _ = strings.Cut(ref, "#")
				}
				content := other.Responses.Value(status).Value.Content
				checked += checkExamples(t, in, place, op.id+" "+status, response, content)
			}
		}
		if checked == 0 {
			t.Errorf("%s has no examples", name)
		}
	}
}

// checkExamples checks the examples of a request body or response at a place of a document, and counts them.
func checkExamples(t *testing.T, document, place, label string, holder any, other openapi3.Content) int {
	t.Helper()
	checked := 0
	content, _ := at(holder, "content").(map[string]any)
	for mediaType, media := range content {
		schema := validator(t, document, place+pointer("content", mediaType, "schema"))
		examples, _ := at(media, "examples").(map[string]any)
		if len(examples) == 0 {
			t.Errorf("%s: %s has no examples", label, mediaType)
		}
		for example, node := range examples {
			value := plain(t, at(node, "value"))
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s, example %s: %#v", label, example, err)
			}
			second := other[mediaType].Schema.Value
			if err := second.VisitJSON(value, openapi3.EnableJSONSchema2020(), openapi3.MultiErrors()); err != nil {
				t.Errorf("%s, example %s, second opinion: %v", label, example, err)
			}
			checked++
		}
	}
	return checked
}

// plain gives a value as decoded JSON, the form that validators take.
func plain(t *testing.T, value any) any {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var decoded any
	if err := json.Unmarshal(text, &decoded); err != nil {
		t.Fatal(err)
	}
	return decoded
}

// TestSchemaExamplesSatisfyTheirSchemas checks the examples that stand at schemas.
func TestSchemaExamplesSatisfyTheirSchemas(t *testing.T) {
	for _, name := range documents(t) {
		checked := 0
		for _, s := range schemas(t, name) {
			examples, _ := s.node["examples"].([]any)
			if len(examples) == 0 {
				continue
			}
			_, place, _ := strings.Cut(s.place, "#")
			schema := validator(t, name, place)
			for _, example := range examples {
				if err := schema.Validate(plain(t, example)); err != nil {
					t.Errorf("%s, example %v: %#v", s.place, example, err)
				}
				checked++
			}
		}
		if checked == 0 {
			t.Errorf("%s has no examples at schemas", name)
		}
	}
}

// TestParameterExamplesSatisfyTheirSchemas checks the examples of parameters.
func TestParameterExamplesSatisfyTheirSchemas(t *testing.T) {
	for _, name := range apis(t) {
		declared, checked := 0, 0
		for _, op := range operations(t, name) {
			parameters, _ := op.node["parameters"].([]any)
			for _, node := range parameters {
				declared++
				parameter, in := resolve(t, name, node)
				target, schemaIn := resolve(t, in, at(parameter, "schema"))
				var values []any
				if example := at(parameter, "example"); example != nil {
					values = append(values, example)
				}
				examples, _ := at(parameter, "examples").(map[string]any)
				for _, example := range examples {
					values = append(values, at(example, "value"))
				}
				for _, value := range values {
					if err := validatorOf(t, schemaIn, target).Validate(plain(t, value)); err != nil {
						t.Errorf("%s, parameter %v: %#v", op.id, at(parameter, "name"), err)
					}
					checked++
				}
			}
		}
		if declared > 0 && checked == 0 {
			t.Errorf("%s has no examples of parameters", name)
		}
	}
}

// TestExamplesAreTheSourcesExchanges holds that an example with the name of a source case is that case, word for word,
// and that a request and a response example of one name belong together.
func TestExamplesAreTheSourcesExchanges(t *testing.T) {
	cases := sourceCases(t)
	found := map[string]bool{}
	for _, op := range operations(t, "deposits.yaml") {
		requests, _ := at(op.node, "requestBody", "content", "application/json", "examples").(map[string]any)
		responses, _ := at(op.node, "responses", "200", "content", "application/json", "examples").(map[string]any)
		for name, example := range requests {
			if c, ok := cases[name]; ok && c.Response != nil {
				found[name] = true
				if !equal(at(example, "value"), c.Request) {
					t.Errorf("%s: the request of example %s is not the source's", op.id, name)
				}
			}
			if _, ok := responses[name]; !ok && op.id != "submitMyForm" {
				t.Errorf("%s: example %s has a request and no response", op.id, name)
			}
		}
		for name, example := range responses {
			if c, ok := cases[name]; ok && c.Response != nil {
				found[name] = true
				if c.Path != op.path || !equal(at(example, "value"), c.Response) {
					t.Errorf("%s: the response of example %s is not the source's", op.id, name)
				}
			}
		}
	}
	for id, c := range cases {
		// The forms are too many for the document, token-exchange-2 repeats token-exchange-1, and one answer is not shown.
		if c.Path != "/my/forms" && id != "token-exchange-2" && c.Response != nil && !found[id] {
			t.Errorf("the document has no example %s", id)
		}
	}
}
