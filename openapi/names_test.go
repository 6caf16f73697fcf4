package openapi_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Generators name what they make after what the documents name, so a bad name here is a bad name in every client.

// component is the name of a schema, parameter or response, in which OAuth is one word; notInName is what a title may have
// and a name does not.
var (
	component   = regexp.MustCompile(`^(OAuth|[A-Z][a-z]+)+$`)
	operationID = regexp.MustCompile(`^[a-z]+([A-Z][a-z]+)+$`)
	notInName   = regexp.MustCompile(`[^A-Za-z]`)
)

// named lists what generators give types of their own in an API's document: the schemas, parameters and responses that it
// defines, and those that it takes from the shared one; each with where it stands.
func named(t *testing.T, api string) map[string][]string {
	t.Helper()
	places := map[string][]string{}
	note := func(document, kind, name string) {
		if slices.Contains([]string{"schemas", "parameters", "responses"}, kind) {
			places[name] = append(places[name], document+"#/components/"+kind+"/"+name)
		}
	}
	for kind, components := range at(tree(t, api), "components").(map[string]any) {
		for name := range components.(map[string]any) {
			note(api, kind, name)
		}
	}
	taken := map[string]bool{}
	take(t, api, tree(t, api), taken)
	for place := range taken {
		kind, name, _ := strings.Cut(place, "/")
		note("common.yaml", kind, name)
	}
	return places
}

// take notes the components of the shared document that a part of a document refers to, and those that they refer to.
func take(t *testing.T, document string, node any, taken map[string]bool) {
	t.Helper()
	switch node := node.(type) {
	case []any:
		for _, item := range node {
			take(t, document, item, taken)
		}
	case map[string]any:
		for _, member := range node {
			take(t, document, member, taken)
		}
		ref, _ := node["$ref"].(string)
		file, place, found := strings.Cut(ref, "#/components/")
		if found && (file == "common.yaml" || file == "" && document == "common.yaml") && !taken[place] {
			taken[place] = true
			shared, in := resolve(t, "common.yaml", map[string]any{"$ref": "#/components/" + place})
			take(t, in, shared, taken)
		}
	}
}

func TestTheTitleOfASchemaIsItsName(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		title, _ := s.node["title"].(string)
		if s.name != "" && !strings.EqualFold(notInName.ReplaceAllString(title, ""), s.name) {
			t.Errorf("%s has the title %q: generators that go by titles would name it otherwise than the others", s.place, title)
		}
	})
}

func TestEveryEnumerationIsNamed(t *testing.T) {
	eachSchema(t, func(t *testing.T, _ string, s schema) {
		if s.node["enum"] != nil && s.name == "" {
			t.Errorf("%s is an anonymous enumeration: clients cannot name it", s.place)
		}
	})
}

func TestComponentsOfAnAPIHaveDifferentNames(t *testing.T) {
	for _, api := range apis(t) {
		seen := map[string]string{}
		names := named(t, api)
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if !component.MatchString(name) {
				t.Errorf("%s is not made of words that begin with a capital letter", names[name])
			}
			if len(names[name]) > 1 {
				t.Errorf("%s have one name: generators would number them", names[name])
			}
			if other, taken := seen[strings.ToLower(name)]; taken {
				t.Errorf("%s: %s and %s differ in capital letters alone", api, name, other)
			}
			seen[strings.ToLower(name)] = name
		}
	}
}

func TestOperationsHaveNamesThatLeaveRoomForWhatIsMadeOfThem(t *testing.T) {
	// What generators put behind an operation's id to name what it takes and gives.
	suffixes := []string{"", "Data", "Error", "Errors", "Headers", "JSONRequestBody", "Params", "Request", "Response", "Responses"}
	for _, api := range apis(t) {
		taken := map[string]string{}
		for name, places := range named(t, api) {
			taken[strings.ToLower(name)] = places[0]
		}
		for _, op := range operations(t, api) {
			if !operationID.MatchString(op.id) {
				t.Errorf("%s: the operation id %q is no verb with what it is about, in camel case", api, op.id)
			}
			for _, suffix := range suffixes {
				name := op.id + suffix
				if other, ok := taken[strings.ToLower(name)]; ok {
					t.Errorf("%s: what generators make of %s is called %s, as is %s", api, op.id, name, other)
				}
				taken[strings.ToLower(name)] = "the operation " + op.id
			}
		}
	}
}
