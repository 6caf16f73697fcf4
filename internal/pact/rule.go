package pact

import (
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// categories are those of rules, by their spellings in files. Those of messages mean nothing in an exchange over HTTP.
var categories = map[string]string{
	"body": "body", "path": "path", "method": "method", "query": "query", "header": "header", "headers": "header", "status": "status",
}

// rules reads the matching rules of a request or response, in either of their forms: the keys of specification 2 are
// expressions that begin with the part of the message, later ones are sorted by part.
func (r *reader) rules(v value) []Rule {
	if !v.object() {
		return nil
	}
	var out []Rule
	for _, name := range v.names() {
		member := v.member(name)
		if strings.HasPrefix(name, "$") {
			out = append(out, r.oldRule(name, member)...)
			continue
		}
		category, known := categories[name]
		if !known {
			if hint := finding.DidYouMean(name, []string{"body", "path", "query", "header", "status"}); hint != "" {
				v.warn("stray-member", member.pointer, hint, "there are no matching rules of %q, so these say nothing", shorten(name))
			}
			continue
		}
		out = append(out, r.categoryRules(category, member)...)
	}
	return out
}

// oldRule reads a rule of specification 2: "$.body.a", "$.headers.Accept", "$.query.q", "$.path".
func (r *reader) oldRule(key string, v value) []Rule {
	part, rest := cutPart(key)
	category, known := categories[part]
	if !known {
		v.warn("bad-rule-path", v.pointer, "it begins with $.body, $.headers, $.query or $.path", "the matching rule %q is for no part of a message, so it says nothing", shorten(key))
		return nil
	}
	switch category {
	case "body":
		rest = "$" + rest
	case "header", "query":
		rest = plainName(rest)
	}
	return r.rule(category, rest, v)
}

// cutPart splits "$.body.a" and "$['body'].a" into the part of the message and what follows it.
func cutPart(key string) (part, rest string) {
	key = key[1:]
	if inner, ok := strings.CutPrefix(key, "['"); ok {
		part, rest, _ = strings.Cut(inner, "']")
		return part, rest
	}
	key = strings.TrimPrefix(key, ".")
	if end := strings.IndexAny(key, ".["); end >= 0 {
		return key[:end], key[end:]
	}
	return key, ""
}

// plainName reads the name of a header or parameter in ".name", ".name[0]" or "['name']".
func plainName(text string) string {
	if inner, ok := strings.CutPrefix(text, "['"); ok {
		name, index, _ := strings.Cut(inner, "']")
		return name + index
	}
	return strings.TrimPrefix(text, ".")
}

func (r *reader) categoryRules(category string, v value) []Rule {
	if !v.object() {
		return nil
	}
	_, list := v.member("matchers").plain.([]any)
	_, name := v.member("match").plain.(string)
	if list || name { // not the rules of a header of that name
		return r.rule(category, "", v)
	}
	var out []Rule
	for _, path := range v.names() {
		key := path
		if category == "path" || category == "status" || category == "method" {
			key = "" // some write the rule below "" or "$"
		}
		out = append(out, r.rule(category, key, v.member(path))...)
	}
	return out
}

// rule reads the matchers of one expression. A rule whose expression cannot be read is left out, with a warning.
func (r *reader) rule(category, path string, v value) []Rule {
	if !v.object() {
		return nil
	}
	rule := Rule{Category: category, Path: path, Pointer: v.pointer}
	if category == "body" {
		steps, bad := parsePath(path)
		if bad != "" {
			v.warn("bad-rule-path", v.pointer, "", "the expression %q %s, so its matching rule is not judged", shorten(path), bad)
			return nil
		}
		rule.steps = steps
	}
	if !v.member("matchers").given {
		rule.Matchers = []Matcher{r.matcher(v)}
		return []Rule{rule}
	}
	v.stray("matchers", "combine")
	switch combine := v.member("combine").text(); strings.ToUpper(combine) {
	case "", "AND":
	case "OR":
		rule.Any = true
	default:
		v.fail("wrong-type", v.pointer+"/combine", "matchers are combined by AND or OR, not by %q", shorten(combine))
	}
	for _, item := range v.member("matchers").items() {
		if item.object() {
			rule.Matchers = append(rule.Matchers, r.matcher(item))
		}
	}
	return []Rule{rule}
}
