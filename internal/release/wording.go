package release

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/oasdiff/oasdiff/checker"
)

// wording is a sentence with places for values: %0 to %9 stand for those of values.
type wording struct {
	pattern string
	values  []word
}

// word is a value in a sentence. One that is code is quoted, each of several; others, such as a status or a number,
// stand as they are.
type word struct {
	text string
	code bool
	more []string
}

func says(pattern string, values ...word) wording { return wording{pattern, values} }

func code(text string) word  { return word{text: text, code: true} }
func plain(text string) word { return word{text: text} }

func codes(texts []string) word {
	out := code(strings.TrimPrefix(texts[0], "#/components/schemas/"))
	for _, t := range texts[1:] {
		out.more = append(out.more, strings.TrimPrefix(t, "#/components/schemas/"))
	}
	return out
}

// plainText writes the sentence for a terminal.
func (w wording) plainText() string {
	return w.write(strconv.Quote, func(sentence string) string { return sentence })
}

var slot = regexp.MustCompile(`%[0-9]`)

func (w wording) write(quote, sentence func(string) string) string {
	var b strings.Builder
	rest := w.pattern
	for {
		at := slot.FindStringIndex(rest)
		if at == nil {
			b.WriteString(sentence(rest))
			return b.String()
		}
		b.WriteString(sentence(rest[:at[0]]))
		if i := int(rest[at[0]+1] - '0'); i < len(w.values) {
			if v := w.values[i]; v.code {
				b.WriteString(quote(v.text))
				for _, m := range v.more {
					b.WriteString(", " + quote(m))
				}
			} else {
				b.WriteString(sentence(v.text))
			}
		}
		rest = rest[at[1]:]
	}
}

// roles tells which of a rule's values is what, by index; -1 for one that its sentence does not have.
type roles struct{ status, location, parameter, property, header, mediaType int }

// noRoles are those of a sentence of this package's.
var noRoles = roles{-1, -1, -1, -1, -1, -1}

// The places of values, as sentences of oasdiff have them.
var (
	statusSlot    = regexp.MustCompile(`status %([0-9])|%([0-9]) status`)
	locationSlot  = regexp.MustCompile(`%([0-9]) request parameter`)
	parameterSlot = regexp.MustCompile(`request parameter %([0-9])`)
	propertySlot  = regexp.MustCompile(`property %([0-9])|%([0-9]) (?:request|response)(?: read-only)?(?:'s)? property|%([0-9]) property of`)
	headerSlot    = regexp.MustCompile(`response header %([0-9])|%([0-9]) response header`)
	mediaSlot     = regexp.MustCompile(`media type %([0-9])`)
)

func rolesOf(pattern string) roles {
	find := func(r *regexp.Regexp) int {
		m := r.FindStringSubmatch(pattern)
		for _, group := range m[min(1, len(m)):] {
			if group != "" {
				return int(group[0] - '0')
			}
		}
		return -1
	}
	return roles{find(statusSlot), find(locationSlot), find(parameterSlot), find(propertySlot), find(headerSlot), find(mediaSlot)}
}

// value gives a value by its index, "" for -1.
func (w wording) value(i int) string {
	if i < 0 || i >= len(w.values) {
		return ""
	}
	return w.values[i].text
}

// wordingOf gives the sentence of one of oasdiff's changes, and which of its values is what.
func wordingOf(id string, args []any) (wording, roles) {
	marks := make([]any, len(args))
	values := make([]word, len(args))
	for i, a := range args {
		marks[i] = "%" + strconv.Itoa(i)
		values[i] = wordOf(a)
	}
	pattern := checker.NewDefaultLocalizer()(id, marks...)
	r := rolesOf(pattern)
	if own := ownPatterns[id]; own != "" {
		pattern = own
	} else {
		for _, m := range mends {
			pattern = m.wrong.ReplaceAllString(pattern, m.right)
		}
	}
	for _, i := range []int{r.status, r.location} {
		if i >= 0 && i < len(values) {
			values[i].code = false
		}
	}
	if i := r.property; i >= 0 && i < len(values) {
		values[i].text = propertyName(values[i].text)
	}
	return wording{pattern, values}, r
}

// with gives the sentence with another value.
func (w wording) with(i int, v word) wording {
	if i < 0 || i >= len(w.values) {
		return w
	}
	values := slices.Clone(w.values)
	values[i] = v
	return wording{w.pattern, values}
}

// withStatuses names the statuses in place of one.
func (w wording) withStatuses(i int, statuses []string) wording {
	if len(statuses) > 1 {
		mark := "%" + strconv.Itoa(i)
		w.pattern = strings.Replace(w.pattern, "status "+mark, "statuses "+mark, 1)
		w.pattern = strings.Replace(w.pattern, mark+" status", mark+" statuses", 1)
	}
	return w.with(i, plain(few(statuses, 3)))
}

// without gives the sentence without a value, to compare it.
func (w wording) without(i ...int) string {
	for _, each := range i {
		w = w.with(each, word{})
	}
	return w.plainText()
}

// few lists words: all of them, or the first ones and how many more there are.
func few(words []string, most int) string {
	if more := len(words) - most; more > 1 {
		return strings.Join(words[:most], ", ") + " and " + strconv.Itoa(more) + " more"
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// keywordsAsValues are values that are words of the sentence: what of a type changed.
var keywordsAsValues = map[string]bool{"type": true, "format": true, "none": true, "type/format": true}

// schemaName is how oasdiff names the members of a union, one or several.
var schemaName = regexp.MustCompile(`^(#/components/schemas/|subschema #[0-9])`)

func wordOf(arg any) word {
	switch a := arg.(type) {
	case nil:
		return plain("null")
	case string:
		if keywordsAsValues[a] {
			return plain(a)
		}
		if schemaName.MatchString(a) {
			return codes(strings.Split(a, ", "))
		}
		return code(a)
	case []string:
		return codes(a)
	case float64:
		return plain(strconv.FormatFloat(a, 'f', -1, 64))
	}
	return plain(fmt.Sprint(arg)) // numbers and booleans
}

var branch = regexp.MustCompile(`(?:oneOf|anyOf|allOf)\[(?:subschema #[0-9]+: |#/components/schemas/)?([^\]]*)\]`)

// propertyName shortens oasdiff's path of a property, "payment/oneOf[subschema #2: Transfer]/account", to
// "payment/Transfer/account".
func propertyName(path string) string {
	return strings.Trim(branch.ReplaceAllString(path, "$1"), "/")
}
