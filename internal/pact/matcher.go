package pact

import "strings"

// matchers are the names of matchers by the spellings in files, in lower case without hyphens.
var matchers = map[string]string{
	"equality": "equality", "type": "type", "min": "type", "max": "type", "mintype": "type", "maxtype": "type", "minmaxtype": "type",
	"regex": "regex", "include": "include", "null": "null", "boolean": "boolean",
	"number": "number", "integer": "integer", "decimal": "decimal", "real": "decimal",
	"date": "date", "time": "time", "datetime": "datetime", "timestamp": "datetime", "semver": "semver",
	"values": "values", "notempty": "notEmpty", "contenttype": "contentType", "statuscode": "statusCode",
	"arraycontains": "arrayContains", "eachkey": "eachKey", "eachvalue": "eachValue",
}

func (r *reader) matcher(v value) Matcher {
	m := Matcher{Pointer: v.pointer, Regex: v.member("regex").text(), Min: v.member("min").number(), Max: v.member("max").number()}
	written := v.member("match").text()
	if written == "" {
		written = implied(v)
	}
	name, known := matchers[strings.ToLower(strings.ReplaceAll(written, "-", ""))]
	if m.Match = name; !known {
		m.Match = written
		v.warn("unknown-matcher", v.pointer, "", "there is no matcher %q in the Pact specifications, so its rule is not judged", shorten(written))
		return m
	}
	switch m.Match {
	case "regex":
		if !v.member("regex").set() {
			v.fail("missing-member", v.pointer, "the matcher regex has no expression")
		}
	case "date", "time", "datetime":
		m.Format = v.either("format", m.Match, "timestamp").text()
	case "include", "contentType":
		m.Value = v.member("value").scalar()
	case "statusCode":
		r.statuses(&m, v.member("status"))
	case "eachKey", "eachValue":
		for _, item := range v.member("rules").items() {
			if item.object() {
				m.Rules = append(m.Rules, r.matcher(item))
			}
		}
	case "arrayContains":
		r.variants(&m, v.member("variants"))
	}
	return m
}

// implied names the matcher of a rule of specification 2 that leaves its name out.
func implied(v value) string {
	for _, name := range []string{"regex", "timestamp", "date", "time"} {
		if v.member(name).set() {
			return name
		}
	}
	if v.member("min").set() || v.member("max").set() {
		return "type"
	}
	return "equality"
}

func (r *reader) statuses(m *Matcher, v value) {
	if class, ok := v.plain.(string); ok {
		m.Class = class
		return
	}
	for _, item := range v.items() {
		if n := item.number(); n != nil {
			m.Statuses = append(m.Statuses, *n)
		}
	}
}

func (r *reader) variants(m *Matcher, v value) {
	for _, item := range v.items() {
		if !item.object() {
			continue
		}
		variant := Variant{}
		if n := item.member("index").number(); n != nil {
			variant.Index = *n
		}
		rules := item.member("rules")
		if rules.object() {
			for _, path := range rules.names() {
				variant.Rules = append(variant.Rules, r.rule("body", path, rules.member(path))...)
			}
		}
		m.Variants = append(m.Variants, variant)
	}
}
