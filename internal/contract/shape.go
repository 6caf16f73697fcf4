package contract

import (
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// shapes is the one table of the objects of OpenAPI 3.0 and 3.1, and of our extension of them: for each its fields and what they hold. It drives
// the check of a document's shape and the search for references. A field holds a scalar type, "any", the name of an
// object, a list of these ("[schema") or an object of these ("{schema"). An object whose own members are free has the
// single field "*".
var shapes = map[string]map[string]string{
	"document": {"openapi": "string", "info": "info", "jsonSchemaDialect": "string", "servers": "[server", "paths": "paths",
		"webhooks": "{pathItem", "components": "components", "security": "[requirement", "tags": "[tag", "externalDocs": "externalDocs"},
	"info":           {"title": "string", "summary": "string", "description": "string", "termsOfService": "string", "contact": "any", "license": "any", "version": "string"},
	"server":         {"url": "string", "description": "string", "variables": "{serverVariable"},
	"serverVariable": {"enum": "[string", "default": "string", "description": "string"},
	"externalDocs":   {"url": "string", "description": "string"},
	"tag":            {"name": "string", "description": "string", "externalDocs": "externalDocs"},
	"requirement":    {"*": "[string"},
	"components": {"schemas": "{schema", "responses": "{response", "parameters": "{parameter", "examples": "{example",
		"requestBodies": "{requestBody", "headers": "{header", "securitySchemes": "{securityScheme", "links": "{link",
		"callbacks": "{callback", "pathItems": "{pathItem"},
	"paths": {"*": "pathItem"},
	"pathItem": {"$ref": "string", "summary": "string", "description": "string", "servers": "[server", "parameters": "[parameter",
		"get": "operation", "put": "operation", "post": "operation", "delete": "operation", "options": "operation",
		"head": "operation", "patch": "operation", "trace": "operation"},
	"operation": {"tags": "[string", "summary": "string", "description": "string", "externalDocs": "externalDocs", "operationId": "string",
		"parameters": "[parameter", "requestBody": "requestBody", "responses": "responses", "callbacks": "{callback",
		"deprecated": "boolean", "security": "[requirement", "servers": "[server", decisionPoints: "{decisionPoint"},
	"decisionPoint": {"description": "string", "item": "schema", "verdict": "schema"},
	"parameter": {"name": "string", "in": "string", "description": "string", "required": "boolean", "deprecated": "boolean",
		"allowEmptyValue": "boolean", "style": "string", "explode": "boolean", "allowReserved": "boolean", "schema": "schema",
		"example": "any", "examples": "{example", "content": "{mediaType"},
	"header": {"description": "string", "required": "boolean", "deprecated": "boolean", "allowEmptyValue": "boolean", "style": "string",
		"explode": "boolean", "allowReserved": "boolean", "schema": "schema", "example": "any", "examples": "{example", "content": "{mediaType"},
	"requestBody": {"description": "string", "content": "{mediaType", "required": "boolean"},
	"mediaType":   {"schema": "schema", "example": "any", "examples": "{example", "encoding": "{encoding"},
	"encoding":    {"contentType": "string", "headers": "{header", "style": "string", "explode": "boolean", "allowReserved": "boolean"},
	"responses":   {"*": "response"},
	"response":    {"description": "string", "headers": "{header", "content": "{mediaType", "links": "{link"},
	"callback":    {"*": "pathItem"},
	"example":     {"summary": "string", "description": "string", "value": "any", "externalValue": "string"},
	"link": {"operationRef": "string", "operationId": "string", "parameters": "any", "requestBody": "any", "description": "string",
		"server": "server"},
	"securityScheme": {"type": "string", "description": "string", "name": "string", "in": "string", "scheme": "string",
		"bearerFormat": "string", "flows": "{flow", "openIdConnectUrl": "string"},
	"flow": {"authorizationUrl": "string", "tokenUrl": "string", "refreshUrl": "string", "scopes": "any"},
	"schema": {"type": "any", "format": "string", "title": "string", "description": "string", "default": "any", "example": "any",
		"examples": "[any", "enum": "[any", "const": "any", "nullable": "boolean", "readOnly": "boolean", "writeOnly": "boolean",
		"deprecated": "boolean", "xml": "any", "externalDocs": "externalDocs", "discriminator": "discriminator",
		"pattern": "string", "minLength": "number", "maxLength": "number", "minimum": "number", "maximum": "number",
		"exclusiveMinimum": "any", "exclusiveMaximum": "any", "multipleOf": "number",
		"minItems": "number", "maxItems": "number", "uniqueItems": "boolean", "items": "schema", "prefixItems": "[schema",
		"contains": "schema", "minContains": "number", "maxContains": "number", "unevaluatedItems": "schema",
		"properties": "{schema", "patternProperties": "{schema", "additionalProperties": "schema", "propertyNames": "schema",
		"required": "[string", "minProperties": "number", "maxProperties": "number", "dependentRequired": "any",
		"dependentSchemas": "{schema", "unevaluatedProperties": "schema",
		"allOf": "[schema", "oneOf": "[schema", "anyOf": "[schema", "not": "schema", "if": "schema", "then": "schema", "else": "schema",
		"contentEncoding": "string", "contentMediaType": "string", "contentSchema": "schema",
		"$ref": "string", "$defs": "{schema", "$id": "string", "$schema": "string", "$anchor": "string", "$comment": "string",
		"$dynamicRef": "string", "$dynamicAnchor": "string", "$vocabulary": "any"},
	"discriminator": {"propertyName": "string", "mapping": "{string"},
}

// sections names the components that an object may be moved to and referred from.
var sections = map[string]string{"schema": "schemas", "response": "responses", "parameter": "parameters", "example": "examples",
	"requestBody": "requestBodies", "header": "headers", "securityScheme": "securitySchemes", "link": "links", "callback": "callbacks",
	"pathItem": "pathItems"}

// requiredFields lists what an object cannot be served without.
var requiredFields = map[string][]string{"document": {"openapi", "info"}, "parameter": {"name", "in"}, "securityScheme": {"type"},
	"discriminator": {"propertyName"}, "server": {"url"}, "decisionPoint": {"item", "verdict"}}

// advisedFields lists what OpenAPI demands and serving does not need.
var advisedFields = map[string][]string{"info": {"title", "version"}, "response": {"description"}, "requestBody": {"content"}}

// isReference tells whether n stands for another object: not every member named $ref does (a schema may have a
// property of that name, and the values of examples are never looked at).
func isReference(what string, n *node) bool {
	return sections[what] != "" && n.kind == object && n.get("$ref") != nil && n.get("$ref").kind == text
}

// children calls visit for every field of an object that holds objects, in the document's order.
func children(what string, n *node, visit func(what, pointer string, n *node)) {
	fields := shapes[what]
	for i, k := range n.keys {
		holds := fields[k.name]
		if all := fields["*"]; all != "" && !strings.HasPrefix(k.name, "x-") {
			holds = all
		}
		item, pointer := n.items[i], "/"+escapeToken(k.name)
		switch {
		case holds == "":
		case holds[0] == '{' && shapes[holds[1:]] != nil && item.kind == object:
			for j, inner := range item.keys {
				visit(holds[1:], pointer+"/"+escapeToken(inner.name), item.items[j])
			}
		case holds[0] == '[' && shapes[holds[1:]] != nil && item.kind == list:
			for _, inner := range item.items {
				visit(holds[1:], pointer, inner)
			}
		case shapes[holds] != nil:
			visit(holds, pointer, item)
		}
	}
}

// checkShape reports fields of the wrong kind, missing ones (errors) and unknown ones (warnings), in the whole tree.
func (l *loader) checkShape(what string, n *node) {
	if l.shaped[n] {
		return
	}
	l.shaped[n] = true
	if n.kind == boolean && what == "schema" {
		return
	}
	if n.kind == null {
		l.warn("empty-object", n.at, "this is empty; it is read as %s without fields", describeShape(what))
		n.kind = object
	}
	if n.kind != object {
		l.fail("wrong-shape", n.at, "this must be %s, is %s", describeShape(what), n.kind)
		return
	}
	if isReference(what, n) && what != "schema" && what != "pathItem" {
		return
	}
	for _, name := range requiredFields[what] {
		if n.get(name) == nil {
			l.fail("missing-field", n.at, "%s needs the field %q", describeShape(what), name)
		}
	}
	for _, name := range advisedFields[what] {
		if n.get(name) == nil {
			l.warn("missing-field", n.at, "%s should have the field %q", describeShape(what), name)
		}
	}
	fields := shapes[what]
	for i, k := range n.keys {
		holds, item := fields[k.name], n.items[i]
		if holds == "" && strings.HasPrefix(k.name, "x-") {
			continue
		}
		if holds == "" {
			holds = fields["*"]
		}
		if holds == "" {
			l.add(finding.Warning, "unknown-field", k.at, finding.DidYouMean(k.name, fieldNames(fields)), "%s has no field %q; it is ignored", describeShape(what), k.name)
			continue
		}
		l.checkField(k, holds, item)
	}
	children(what, n, func(what, _ string, child *node) { l.checkShape(what, child) })
}

func (l *loader) checkField(k key, holds string, item *node) {
	wrong := func(want string) { l.fail("wrong-shape", item.at, "%q must be %s, is %s", k.name, want, item.kind) }
	switch holds[0] {
	case '[':
		if item.kind != list {
			wrong("a list")
			return
		}
		for _, element := range item.items {
			l.checkField(k, holds[1:], element)
		}
		return
	case '{':
		if item.kind != object {
			wrong("an object")
			return
		}
		for i := range item.keys {
			l.checkField(item.keys[i], holds[1:], item.items[i])
		}
		return
	}
	switch holds {
	case "string":
		// Versions and defaults are often written without quotes; their text is what was meant.
		switch item.kind {
		case list, object, null:
			wrong("a string")
		default:
			item.kind = text
		}
	case "boolean":
		if item.kind != boolean {
			wrong("true or false")
		}
	case "number":
		if item.kind != number {
			wrong("a number")
		}
	}
}

func fieldNames(fields map[string]string) []string {
	names := make([]string, 0, len(fields))
	for n := range fields {
		names = append(names, n)
	}
	return names
}

// describeShape gives the name of an object in a sentence: "a response", "the components".
func describeShape(what string) string {
	switch what {
	case "document", "components", "paths", "info":
		return "the " + what
	case "responses":
		return "the list of responses"
	}
	var words strings.Builder
	for _, r := range what {
		if r >= 'A' && r <= 'Z' {
			words.WriteByte(' ')
			r += 'a' - 'A'
		}
		words.WriteRune(r)
	}
	if strings.ContainsRune("aeio", rune(what[0])) {
		return "an " + words.String()
	}
	return "a " + words.String()
}
