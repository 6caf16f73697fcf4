package doclint

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

var (
	variable  = regexp.MustCompile(`\{[^{}]*\}`)
	kebabCase = regexp.MustCompile(`^[a-z0-9]+(?:[-.:][a-z0-9]+)*$`)
	tokenCase = regexp.MustCompile(`^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$`)
)

func pathStyle(l *linter, o *contract.Object) {
	if o.Parent.Kind != "paths" || o.Key == "/" {
		return
	}
	template := strings.TrimPrefix(o.Key, "/")
	if rest, slash := strings.CutSuffix(template, "/"); slash {
		template = rest
		l.report(o, at{place: o.Place()}, "the path %s ends with a slash", o.Key)
	}
	for segment := range strings.SplitSeq(template, "/") {
		switch literal := variable.ReplaceAllString(segment, "x"); {
		case segment == "":
			l.report(o, at{place: o.Place()}, "the path %s has an empty segment", o.Key)
		case !kebabCase.MatchString(literal):
			l.report(o, at{place: o.Place()}, "%q in the path %s is not in kebab-case", segment, o.Key)
		}
	}
}

func parameterStyle(l *linter, o *contract.Object) {
	name := o.Text("name")
	where := at{place: o.PlaceOfValue("name")}
	switch in := o.Text("in"); {
	case o.IsReference():
	case in == "header":
		if !tokenCase.MatchString(name) {
			l.report(o, where, "the header %q is not words with hyphens between them", name)
		}
	case !camelCase.MatchString(name):
		l.report(o, where, "the %s parameter %q is not in camelCase", in, name)
	}
}

func titleMissing(l *linter, o *contract.Object) {
	if o.Component() && !o.IsReference() && strings.TrimSpace(o.Text("title")) == "" {
		l.report(o, at{place: o.Place()}, "schema %s has no title", o.Key)
	}
}

func duplicateTitle(l *linter, o *contract.Object) {
	first := map[string]*contract.Object{}
	for _, c := range componentSchemas(o) {
		title := c.Text("title")
		name := identifier(title)
		if name == "" || c.IsReference() {
			continue
		}
		if other := first[name]; other != nil {
			l.report(c, at{place: c.PlaceOfValue("title"), related: []finding.Related{{Place: other.PlaceOfValue("title"), Message: "the title of schema " + other.Key}}},
				"schema %s has the title of schema %s, %q", c.Key, other.Key, title)
			continue
		}
		first[name] = c
	}
}

// nameCollision is about names that are told apart in the document and become one where a generator makes identifiers
// of them: schemas, and operations.
func nameCollision(l *linter, _ *contract.Object) {
	types, methods := identifiers{}, identifiers{}
	for _, o := range l.document.Objects {
		switch {
		case o.Component() && o.Kind == "schema":
			types.take(l, o, o.Key, o.Place())
		case o.Kind == "operation" && served(o) && o.Has("operationId"):
			id := o.Text("operationId")
			if first := methods[identifier(id)]; first == nil || first.Text("operationId") != id { // one given twice is no valid document
				methods.take(l, o, id, o.PlaceOfValue("operationId"))
			}
		}
	}
}

// sharedName is about components of different kinds with one name, of all of which some generators make types.
func sharedName(l *linter, _ *contract.Object) {
	types := identifiers{}
	for _, o := range componentSchemas(l.document.Objects[0]) {
		types[identifier(o.Key)] = o
	}
	for _, o := range l.document.Objects {
		if o.Component() && (o.Kind == "parameter" || o.Kind == "response" || o.Kind == "requestBody") {
			types.take(l, o, o.Key, o.Place())
		}
	}
}

// identifiers holds what each identifier is made of.
type identifiers map[string]*contract.Object

// take reports an object whose identifier is taken.
func (i identifiers) take(l *linter, o *contract.Object, name string, place finding.Place) {
	name = identifier(name)
	other := i[name]
	if other == nil {
		i[name] = o
		return
	}
	l.report(o, at{place: place, related: []finding.Related{{Place: other.Place(), Message: subject(other)}}},
		"%s and %s are both called %s in generated code", subject(o), subject(other), name)
}

func componentSchemas(document *contract.Object) []*contract.Object {
	var list []*contract.Object
	for _, components := range document.Children {
		if components.Kind != "components" {
			continue
		}
		for _, o := range components.Children {
			if o.Kind == "schema" {
				list = append(list, o)
			}
		}
	}
	return list
}

// identifier writes a name as generators do: the parts between punctuation with capitals, and nothing between them.
func identifier(name string) string {
	var b strings.Builder
	start := true
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			start = true
			continue
		case start:
			r = unicode.ToUpper(r)
		}
		start = false
		b.WriteRune(r)
	}
	return b.String()
}

// splitWords gives the words of a name in any case, in lower case: [open, fd, form] of openFDForm and open-fd-form.
func splitWords(name string) []string {
	var words []string
	runes := []rune(name)
	start := -1
	end := func(i int) {
		if start >= 0 {
			words = append(words, strings.ToLower(string(runes[start:i])))
		}
		start = -1
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end(i)
			continue
		case start >= 0 && unicode.IsUpper(r) &&
			(!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			end(i)
		}
		if start < 0 {
			start = i
		}
	}
	end(len(runes))
	return words
}
