package doclint

import (
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// subject names an object in a sentence: "schema Order", "member lines of schema Order", "answer 404 of listOrders".
func subject(o *contract.Object) string {
	if o.Component() {
		return words(o.Kind) + " " + o.Key
	}
	switch o.Kind {
	case "document":
		return "the document"
	case "operation":
		return operationName(o)
	case "parameter":
		return "parameter " + o.Text("name") + of(o)
	case "response":
		return "answer " + o.Key + of(o)
	case "header":
		return "header " + o.Key + of(o)
	case "requestBody":
		return "the body" + of(o)
	case "mediaType", "responses":
		return subject(o.Parent)
	case "pathItem":
		return "path " + o.Key
	case "schema":
		return schemaSubject(o)
	}
	return "the " + words(o.Kind) + of(o)
}

func schemaSubject(o *contract.Object) string {
	switch o.Field {
	case "properties":
		return "member " + o.Key + of(o)
	case "items", "prefixItems", "contains", "unevaluatedItems":
		return "an element" + of(o)
	case "additionalProperties", "patternProperties", "unevaluatedProperties":
		return "a value" + of(o)
	case "schema":
		if o.Parent.Kind == "parameter" || o.Parent.Kind == "header" {
			return subject(o.Parent)
		}
		return "the content" + of(o)
	}
	return "a part" + of(o)
}

func of(o *contract.Object) string {
	if o.Parent == nil || o.Parent.Kind == "document" || o.Parent.Kind == "paths" {
		return ""
	}
	return " of " + subject(o.Parent)
}

// operationName is the operation's id, or its method and path.
func operationName(o *contract.Object) string {
	if id := o.Text("operationId"); id != "" {
		return id
	}
	return strings.ToUpper(o.Field) + " " + o.Parent.Key
}

// words takes a name in camel case apart: "security scheme".
func words(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
