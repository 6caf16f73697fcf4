package contract

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

var words = []string{"amber", "birch", "cedar", "delta", "ember", "fern", "grove", "harbour", "island", "juniper", "kestrel", "lagoon",
	"meadow", "north", "orchard", "pebble", "quartz", "river", "summit", "thistle", "umber", "valley", "willow", "yarrow", "zephyr"}

// maxGeneratedText bounds the text that minLength may force, in characters.
const maxGeneratedText = 1 << 20

// text makes a string for pattern, format, encoding and lengths.
func (g *generator) text(d *demand, depth int) (any, bool) {
	least, most := bounds(d.parts, func(s *Schema) (*int, *int) { return s.MinLength, s.MaxLength })
	if least > most || least > maxGeneratedText {
		g.fail(d.all[0], depth, "no text is as long as it demands")
		return nil, false
	}
	fits := func(t string) bool {
		n := utf8.RuneCountInString(t)
		return n >= least && n <= most && !slices.ContainsFunc(d.parts, func(s *Schema) bool { return !s.fitsText(t) })
	}
	for _, s := range d.parts {
		if s.unmatched {
			g.fail(s, depth, "its pattern cannot be followed; give an example")
			return nil, false
		}
	}
	for _, s := range d.parts {
		for range 8 {
			if t, ok := g.formatted(s); ok && fits(t) {
				return t, true
			}
		}
	}
	if t, ok := g.patterned(d, least, most, fits); ok {
		return t, true
	}
	if t := g.plainText(least, most); fits(t) {
		return t, true
	}
	for _, s := range d.parts { // a format that is only as long as it must be
		if t, ok := g.stretched(s.Format, least, most); ok && fits(t) {
			return t, true
		}
	}
	g.fail(d.all[0], depth, "no text was found for its pattern, format and length")
	return nil, false
}

// fitsText tells whether a text keeps to the schema's own pattern and format.
func (s *Schema) fitsText(t string) bool {
	if s.matcher != nil && !s.matcher.match(t) {
		return false
	}
	f, asserted := formats[s.Format]
	return !asserted || f.ok(t)
}

// patterned makes a text for the patterns, beginning with each of them in turn.
func (g *generator) patterned(d *demand, least, most int, fits func(string) bool) (string, bool) {
	for _, s := range d.parts {
		if s.pattern == nil {
			continue
		}
		for try := range 40 {
			t, ok := g.matching(s.pattern.String(), least, most, try)
			if !ok {
				continue
			}
			if fits(t) {
				return t, true
			}
			if n := utf8.RuneCountInString(t); n < least { // a pattern without anchors leaves room around it
				for _, padded := range []string{t + strings.Repeat("x", least-n), strings.Repeat("x", least-n) + t} {
					if fits(padded) {
						return padded, true
					}
				}
			}
		}
	}
	return "", false
}

func (g *generator) plainText(least, most int) string {
	var b strings.Builder
	b.WriteString(words[g.random.IntN(len(words))])
	for b.Len() < least {
		b.WriteString(" " + words[g.random.IntN(len(words))])
	}
	t := b.String()
	if len(t) > most {
		t = strings.TrimRight(t[:most], " ")
		t += strings.Repeat("x", max(0, least-len(t)))
	}
	return t
}

// formatted makes a value of the schema's format or encoding, where it has one that is known.
func (g *generator) formatted(s *Schema) (string, bool) {
	n := g.random.IntN
	word := func() string { return words[n(len(words))] }
	switch strings.ToLower(s.encoding) {
	case "base64":
		return base64.StdEncoding.EncodeToString([]byte(word())), true
	case "base64url":
		return base64.URLEncoding.EncodeToString([]byte(word())), true
	case "base16":
		return fmt.Sprintf("%X", word()), true
	}
	date := func() string { return fmt.Sprintf("%04d-%02d-%02d", 2020+n(10), 1+n(12), 1+n(28)) }
	switch s.Format {
	case "date":
		return date(), true
	case "time":
		return fmt.Sprintf("%02d:%02d:%02dZ", n(24), n(60), n(60)), true
	case "date-time":
		return fmt.Sprintf("%sT%02d:%02d:%02dZ", date(), n(24), n(60), n(60)), true
	case "duration":
		return fmt.Sprintf("P%dM", 1+n(24)), true
	case "email", "idn-email":
		return word() + "@example.com", true
	case "uuid":
		a, b := g.random.Uint64(), g.random.Uint64()
		return fmt.Sprintf("%08x-%04x-4%03x-%04x-%012x", a>>32, a>>16&0xffff, a&0xfff, 0x8000|b>>48&0x3fff, b&0xffffffffffff), true
	case "uri", "url", "iri":
		return "https://example.com/" + word(), true
	case "uri-reference", "iri-reference":
		return "/" + word(), true
	case "uri-template":
		return "https://example.com/" + word() + "/{id}", true
	case "json-pointer":
		return "/" + word(), true
	case "relative-json-pointer":
		return strconv.Itoa(n(3)) + "/" + word(), true
	case "regex":
		return "^" + word() + "$", true
	case "ipv4":
		return fmt.Sprintf("192.0.2.%d", 1+n(254)), true
	case "ipv6":
		return fmt.Sprintf("2001:db8::%x", 1+n(0xfffe)), true
	case "hostname", "idn-hostname":
		return word() + ".example.com", true
	case "decimal":
		if n(4) == 0 {
			return strconv.Itoa(1 + n(9)), true
		}
		return fmt.Sprintf("%d.%02d", 1+n(9999), n(100)), true
	case "byte":
		return base64.StdEncoding.EncodeToString([]byte(word())), true
	}
	return "", false
}

// stretched makes a value of a format that can be of many lengths, within bounds that a usual one breaks.
func (g *generator) stretched(format string, least, most int) (string, bool) {
	size := least
	if size == 0 {
		size = min(most, 4)
	}
	fill := func(before, after string) (string, bool) {
		return before + strings.Repeat("a", max(1, size-len(before)-len(after))) + after, true
	}
	switch format {
	case "uri", "url", "iri":
		if most < 12 {
			return fill("a:", "")
		}
		return fill("https://a.b/", "")
	case "uri-reference", "iri-reference", "json-pointer":
		return fill("/", "")
	case "email", "idn-email":
		return fill("", "@a.bc")
	case "hostname", "idn-hostname":
		if size <= 63 {
			return fill("", "")
		}
		host := strings.Repeat(strings.Repeat("a", 62)+".", size/63+1)[:size]
		return strings.TrimSuffix(host, ".") + strings.Repeat("a", len(host)-len(strings.TrimSuffix(host, "."))), true
	case "byte":
		return strings.Repeat("QUJD", (size+3)/4), true
	case "decimal":
		return strings.Repeat("1", max(1, size)), true
	case "duration":
		return "P1Y", true
	case "ipv6":
		return "::1", true
	}
	return "", false
}
