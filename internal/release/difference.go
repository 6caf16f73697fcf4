package release

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
)

// differences are the places at which two decoded documents differ, as pointers in both of them.
type differences struct {
	// texts are descriptions, examples and whatever else is for readers alone, the order of what has none included.
	texts []string
	// facts are all others, but for components that are in one document only: they count where they are used.
	facts []string

	old, new *Document
	followed map[[2]string]bool // pairs of references that are being compared
}

func differencesOf(old, new *Document) *differences {
	d := &differences{old: old, new: new, followed: map[[2]string]bool{}}
	d.compareDocuments(old.value, new.value)
	return d
}

// readerFields are fields that are for readers; x-lint excuses what the linter of documents would object to.
var readerFields = map[string]bool{
	"title": true, "description": true, "summary": true, "example": true, "examples": true, "externalDocs": true,
	"contact": true, "license": true, "termsOfService": true, "$comment": true, "x-lint": true,
}

// freeNames are fields whose members have free names, which are no fields themselves.
var freeNames = map[string]bool{
	"properties": true, "patternProperties": true, "dependentSchemas": true, "$defs": true, "definitions": true,
	"paths": true, "webhooks": true, "schemas": true, "responses": true, "parameters": true, "requestBodies": true,
	"headers": true, "securitySchemes": true, "links": true, "callbacks": true, "pathItems": true, "content": true,
	"encoding": true, "variables": true, "mapping": true, "scopes": true, "dependentRequired": true,
}

// dataFields hold values of the API, not of the document: they are compared as a whole.
var dataFields = map[string]bool{"enum": true, "const": true, "default": true, "example": true, "examples": true}

// unordered are lists in which the order means nothing.
var unordered = map[string]bool{"required": true, "enum": true, "type": true, "tags": true, "security": true}

// compareDocuments finds the differences of two decoded documents, but for their versions.
func (d *differences) compareDocuments(a, b any) {
	x, _ := a.(map[string]any)
	y, _ := b.(map[string]any)
	for _, field := range union(x, y) {
		switch field {
		case "info":
			d.info(x[field], y[field])
		case "components":
			d.components(x[field], y[field])
		case "tags", "openapi":
			d.whole(x[field], y[field], "/"+field, true)
		default:
			d.member(x, y, field, "", false)
		}
	}
}

func (d *differences) info(a, b any) {
	x, y := without(a, "version"), without(b, "version")
	for _, field := range union(x, y) {
		d.whole(x[field], y[field], below("/info", field), true)
	}
}

func (d *differences) components(a, b any) {
	x, _ := a.(map[string]any)
	y, _ := b.(map[string]any)
	for _, section := range union(x, y) {
		xs, _ := x[section].(map[string]any)
		ys, _ := y[section].(map[string]any)
		for _, name := range union(xs, ys) {
			at := below(below("/components", section), name)
			_, inOld := xs[name]
			_, inNew := ys[name]
			if inOld != inNew {
				d.texts = append(d.texts, at)
				continue
			}
			d.value(xs[name], ys[name], at, false, readerFields[section])
		}
	}
}

// member compares a field, or a member with a free name.
func (d *differences) member(x, y map[string]any, name, holder string, free bool) {
	at := below(holder, name)
	switch {
	case free:
		d.value(x[name], y[name], at, false, false)
	case readerFields[name]:
		d.whole(x[name], y[name], at, true)
	case dataFields[name] || unordered[name]:
		if unordered[name] && sameMembers(x[name], y[name]) {
			d.whole(x[name], y[name], at, true)
			return
		}
		d.whole(x[name], y[name], at, false)
	default:
		d.value(x[name], y[name], at, freeNames[name], false)
	}
}

func (d *differences) value(a, b any, at string, free, text bool) {
	x, isObject := a.(map[string]any)
	y, both := b.(map[string]any)
	if free && (isObject && b == nil || both && a == nil) {
		isObject, both = true, true // all its members were added, or removed
	}
	if isObject && both && x["$ref"] != y["$ref"] && !free {
		d.references(x, y, at)
		return
	}
	if isObject && both && !text {
		for _, name := range union(x, y) {
			d.member(x, y, name, at, free)
		}
		return
	}
	xs, isList := a.([]any)
	ys, both := b.([]any)
	if isList && both && len(xs) == len(ys) && !text {
		for i := range xs {
			d.value(xs[i], ys[i], at+"/"+strconv.Itoa(i), false, false)
		}
		return
	}
	d.whole(a, b, at, text)
}

// overlooked are keywords of schemas that oasdiff does not compare.
var overlooked = []string{"not", "additionalProperties"}

// references compares objects of which one refers to another place than the other, or is written out: what they lead to
// is compared by oasdiff, but for what it overlooks.
func (d *differences) references(x, y map[string]any, at string) {
	a, _ := x["$ref"].(string)
	b, _ := y["$ref"].(string)
	pair := [2]string{a, b}
	if d.followed[pair] {
		return
	}
	d.followed[pair] = true
	defer delete(d.followed, pair)
	below := &differences{old: d.old, new: d.new, followed: d.followed}
	below.value(d.old.resolved(x), d.new.resolved(y), at, false, false)
	if slices.ContainsFunc(below.facts, func(fact string) bool {
		return slices.ContainsFunc(tokens(fact[len(at):]), func(name string) bool { return slices.Contains(overlooked, name) })
	}) {
		d.facts = append(d.facts, at)
		return
	}
	d.texts = append(d.texts, at)
}

func (d *differences) whole(a, b any, at string, text bool) {
	switch {
	case reflect.DeepEqual(a, b):
	case text:
		d.texts = append(d.texts, at)
	default:
		d.facts = append(d.facts, at)
	}
}

// union gives the names of both objects in order.
func union(x, y map[string]any) []string {
	all := maps.Clone(x)
	if all == nil {
		all = map[string]any{}
	}
	maps.Copy(all, y)
	return slices.Sorted(maps.Keys(all))
}

func without(v any, field string) map[string]any {
	object, _ := v.(map[string]any)
	object = maps.Clone(object)
	delete(object, field)
	return object
}

// sameMembers tells whether two lists have the same elements, in any order.
func sameMembers(a, b any) bool {
	x, isList := a.([]any)
	y, both := b.([]any)
	return isList && both && reflect.DeepEqual(sorted(x), sorted(y))
}

func sorted(list []any) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = fmt.Sprintf("%#v", v) // members of objects in order
	}
	slices.Sort(out)
	return out
}
