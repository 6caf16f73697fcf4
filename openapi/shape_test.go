package openapi_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// schema is a schema with its place in a document.
type schema struct {
	place string // document#/pointer
	name  string // of the component, if it is one
	node  map[string]any
}

// schemas lists every schema of a document, however deep, references left out.
func schemas(t *testing.T, name string) []schema {
	t.Helper()
	var list []schema
	var visit func(place, component string, node any)
	visit = func(place, component string, node any) {
		object, ok := node.(map[string]any)
		if !ok {
			return
		}
		if _, ok := object["$ref"]; ok {
			return
		}
		list = append(list, schema{place, component, object})
		if properties, ok := object["properties"].(map[string]any); ok {
			for key, property := range properties {
				visit(place+"/properties/"+key, "", property)
			}
		}
		for _, key := range []string{"items", "additionalProperties"} {
			visit(place+"/"+key, "", object[key])
		}
		for _, key := range []string{"oneOf", "anyOf", "allOf", "prefixItems"} {
			members, _ := object[key].([]any)
			for i, member := range members {
				visit(fmt.Sprintf("%s/%s/%d", place, key, i), "", member)
			}
		}
	}
	var search func(place string, node any)
	search = func(place string, node any) {
		switch node := node.(type) {
		case map[string]any:
			for key, value := range node {
				switch key {
				case "schema":
					visit(place+"/schema", "", value)
				case "schemas":
					for component, value := range value.(map[string]any) {
						visit(place+"/schemas/"+component, component, value)
					}
				case "example", "examples":
				default:
					search(place+"/"+key, value)
				}
			}
		case []any:
			for i, value := range node {
				search(fmt.Sprintf("%s/%d", place, i), value)
			}
		}
	}
	search(name+"#", tree(t, name))
	slices.SortFunc(list, func(a, b schema) int { return strings.Compare(a.place, b.place) })
	return list
}

// eachSchema runs a check on every schema of every document.
func eachSchema(t *testing.T, check func(t *testing.T, document string, s schema)) {
	t.Helper()
	for _, name := range documents(t) {
		found := schemas(t, name)
		if len(found) == 0 {
			t.Errorf("%s has no schemas", name)
		}
		for _, s := range found {
			check(t, name, s)
		}
	}
}

func TestEverySchemaHasOneTypeOrIsAUnion(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		_, union := s.node["oneOf"]
		switch kind := s.node["type"].(type) {
		case string:
			if union {
				t.Errorf("%s has a type beside oneOf", s.place)
			}
		case []any:
			if len(kind) != 2 || kind[1] != "null" {
				t.Errorf("%s: type is %v, want one type, or [type, 'null']", s.place, kind)
			}
		default:
			_, excepted := at(s.node, "x-lint", "loose-schema").(string) // any value may stand there, and why
			if !union && !excepted {
				t.Errorf("%s has neither a type nor oneOf", s.place)
			}
		}
		for _, keyword := range []string{"allOf", "anyOf", "not", "if", "prefixItems", "patternProperties", "nullable"} {
			if _, ok := s.node[keyword]; ok {
				t.Errorf("%s uses %s, which not every tool here understands", s.place, keyword)
			}
		}
	})
}

// open are the objects that may have members beyond those that they name: a problem may say more (RFC 9457, section
// 3.2), the verifiers of contracts send more than Pact describes, and OAuth ignores parameters that it does not know
// (RFC 6749, section 3.2).
var open = map[string]bool{
	"Problem": true, "ProviderState": true, "ProviderStateChange": true,
	"TokenRequest": true, "IntrospectionRequest": true, "RevocationRequest": true,
}

func TestEveryObjectNamesItsMembers(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		if s.node["type"] != "object" {
			return
		}
		properties, named := s.node["properties"].(map[string]any)
		rest, stated := s.node["additionalProperties"]
		_, values := rest.(map[string]any)
		switch {
		case !named && !values:
			t.Errorf("%s is a loose object", s.place)
		case named && rest != false && !open[s.name]:
			t.Errorf("%s takes members that it does not name (additionalProperties: %v, stated: %t)", s.place, rest, stated)
		case values && s.node["maxProperties"] == nil:
			t.Errorf("%s is a map without maxProperties", s.place)
		}
		required, _ := s.node["required"].([]any)
		for _, member := range required {
			if properties[member.(string)] == nil {
				t.Errorf("%s requires %v, which it does not name", s.place, member)
			}
		}
	})
}

func TestEveryStringAndArrayIsBounded(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		switch s.node["type"] {
		case "string":
			if s.node["maxLength"] == nil && s.node["enum"] == nil && s.node["const"] == nil {
				t.Errorf("%s is a string without maxLength, enum or const", s.place)
			}
		case "array":
			if s.node["maxItems"] == nil {
				t.Errorf("%s is an array without maxItems", s.place)
			}
			if s.node["items"] == nil {
				t.Errorf("%s is an array without items", s.place)
			}
		case "integer", "number":
			if s.node["minimum"] == nil || s.node["maximum"] == nil {
				t.Errorf("%s is a number without minimum and maximum", s.place)
			}
		}
	})
}

func TestMoneyIsNeverANumber(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		if s.node["type"] == "number" && s.name != "JsonNumber" { // of another API, shown as it is
			t.Errorf("%s is a floating-point number", s.place)
		}
	})
}

func TestEveryObjectAndUnionIsANamedComponentWithATitle(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		_, union := s.node["oneOf"]
		if (union || s.node["type"] == "object") && s.name == "" {
			t.Errorf("%s is anonymous: clients cannot name it", s.place)
		}
		if title, _ := s.node["title"].(string); s.name != "" && title == "" {
			t.Errorf("%s has no title", s.place)
		}
	})
}

func TestEveryUnionCanBeToldApart(t *testing.T) {
	unions := 0
	eachSchema(t, func(t *testing.T, document string, s schema) {
		members, ok := s.node["oneOf"].([]any)
		if !ok {
			return
		}
		unions++
		if s.node["discriminator"] == nil {
			kinds := map[any]bool{}
			for _, member := range members {
				target, _ := resolve(t, document, member)
				kinds[at(target, "type")] = true
			}
			if len(kinds) != len(members) || kinds[nil] {
				t.Errorf("%s has no discriminator, and its members are not of different types", s.place)
			}
			return
		}
		property, _ := at(s.node, "discriminator", "propertyName").(string)
		mapping, _ := at(s.node, "discriminator", "mapping").(map[string]any)
		mapped := slices.Sorted(func(yield func(string) bool) {
			for _, ref := range mapping {
				if !yield(ref.(string)) {
					return
				}
			}
		})
		var listed []string
		for _, member := range members {
			ref, _ := at(member, "$ref").(string)
			if !strings.HasPrefix(ref, "#/components/schemas/") {
				t.Errorf("%s: member %v is not a component of the same document", s.place, member)
			}
			listed = append(listed, ref)
		}
		slices.Sort(listed)
		if !slices.Equal(mapped, listed) {
			t.Errorf("%s maps %v, its members are %v", s.place, mapped, listed)
		}
		for value, ref := range mapping {
			checkTag(t, document, s.place, property, value, ref.(string))
		}
	})
	if unions == 0 {
		t.Error("no union found")
	}
}

// checkTag fails unless every object that a union's member can be carries the tag and can have no other value there.
func checkTag(t *testing.T, document, place, property, value, ref string) {
	t.Helper()
	member, _ := resolve(t, document, map[string]any{"$ref": ref})
	if nested, ok := at(member, "oneOf").([]any); ok {
		for _, inner := range nested {
			checkTag(t, document, place, property, value, at(inner, "$ref").(string))
		}
		return
	}
	if got := at(member, "properties", property, "const"); got != value {
		t.Errorf("%s: %s has %s const %v, want %s", place, ref, property, got, value)
	}
	required, _ := at(member, "required").([]any)
	if !slices.Contains(required, any(property)) {
		t.Errorf("%s: %s does not require %s", place, ref, property)
	}
}

func TestSensitiveMembersAreMarked(t *testing.T) {
	sensitive := []string{
		"accessToken", "access_token", "accountNo", "clientSecret", "client_secret", "currentPassword", "dob", "humanProof", "mobile",
		"newPassword", "otp", "pan", "password", "refreshToken", "secret", "serverHash", "token",
	}
	masked := []any{"Masked text", "Birth year"}
	seen := map[string]bool{}
	eachSchema(t, func(t *testing.T, document string, s schema) {
		properties, _ := s.node["properties"].(map[string]any)
		for _, name := range sensitive {
			property, ok := properties[name]
			if !ok {
				continue
			}
			seen[name] = true
			target, _ := resolve(t, document, property)
			if at(target, "x-sensitive") != true && !slices.Contains(masked, at(target, "title")) {
				t.Errorf("%s/properties/%s is neither masked nor marked x-sensitive", s.place, name)
			}
		}
	})
	if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, sensitive) {
		t.Errorf("saw only %v", got)
	}
}

func TestReferencesStandAlone(t *testing.T) {
	var search func(place string, node any)
	search = func(place string, node any) {
		switch node := node.(type) {
		case map[string]any:
			if _, ok := node["$ref"]; ok && len(node) > 1 {
				t.Errorf("%s has members beside $ref, which tools ignore", place)
			}
			for key, value := range node {
				search(place+"/"+key, value)
			}
		case []any:
			for i, value := range node {
				search(fmt.Sprintf("%s/%d", place, i), value)
			}
		}
	}
	for _, name := range documents(t) {
		search(name+"#", tree(t, name))
	}
}
