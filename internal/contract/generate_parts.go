package contract

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// object makes the required members and, on the first attempts and near the root, most of the optional ones.
func (g *generator) object(s *Schema, depth int) (any, bool) {
	m := map[string]any{}
	required := map[string]bool{}
	for _, name := range s.requireds {
		required[name] = true
	}
	room := 1 << 20
	if s.MaxProperties != nil {
		room = *s.MaxProperties
	}
	for _, name := range s.Order {
		if p := s.Properties[name]; p.forbidden(g.direction) != "" || p.never || required[name] {
			continue
		}
		if depth > 5 || g.attempt%3 == 2 || g.random.IntN(10) >= 8 || len(m)+len(required) >= room {
			continue
		}
		if v, ok := g.value(s.Properties[name], depth+1); ok {
			m[name] = v
		}
	}
	for _, name := range g.demanded(s, m) {
		if _, done := m[name]; done {
			continue
		}
		p := s.Properties[name]
		if p != nil && p.forbidden(g.direction) != "" {
			continue
		}
		v, ok := g.member(s, name, p, depth)
		if !ok {
			return nil, false
		}
		m[name] = v
	}
	return m, g.fillUp(s, m, depth)
}

// demanded lists the required members, and those that others which are there demand.
func (g *generator) demanded(s *Schema, m map[string]any) []string {
	names := slices.Clone(s.requireds)
	for _, a := range s.assertions {
		var needs map[string][]string
		if a.keyword != "dependentRequired" || json.Unmarshal(a.raw, &needs) != nil {
			continue
		}
		for _, trigger := range s.Order {
			if _, there := m[trigger]; there || slices.Contains(s.requireds, trigger) {
				names = append(names, needs[trigger]...)
			}
		}
	}
	return names
}

// member makes a member that properties may not name.
func (g *generator) member(s *Schema, name string, p *Schema, depth int) (any, bool) {
	if p != nil {
		return g.value(p, depth+1)
	}
	for _, pattern := range s.PatternProperties {
		if pattern.expression.MatchString(name) {
			return g.value(pattern.Schema, depth+1)
		}
	}
	if s.Additional != nil {
		return g.value(s.Additional, depth+1)
	}
	return "value", !s.Closed
}

// fillUp adds members until minProperties is reached, and one or two to an object that is a map.
func (g *generator) fillUp(s *Schema, m map[string]any, depth int) bool {
	least := 0
	if s.MinProperties != nil {
		least = *s.MinProperties
	}
	want := least
	if len(s.Order) == 0 && (s.Additional != nil || len(s.PatternProperties) > 0) && depth <= 5 && g.attempt%3 != 2 {
		want = max(least, 1+g.random.IntN(2))
	}
	if s.MaxProperties != nil {
		want = min(want, *s.MaxProperties)
	}
	for _, name := range s.Order {
		if _, there := m[name]; !there && len(m) < least && s.Properties[name].forbidden(g.direction) == "" {
			if v, ok := g.value(s.Properties[name], depth+1); ok {
				m[name] = v
			}
		}
	}
	for try := 0; len(m) < want && try < 4*want+20; try++ {
		name, ok := g.name(s, try)
		if _, there := m[name]; !ok || there || s.Properties[name] != nil {
			continue
		}
		if v, ok := g.member(s, name, nil, depth); ok {
			m[name] = v
		}
	}
	return len(m) >= least
}

func (g *generator) name(s *Schema, try int) (string, bool) {
	if s.PropertyNames != nil {
		v, ok := g.value(s.PropertyNames, 1)
		name, isText := v.(string)
		return name, ok && isText
	}
	if len(s.PatternProperties) > 0 && (s.Closed || try%2 == 0) {
		return g.matching(s.PatternProperties[try%len(s.PatternProperties)].Pattern, try)
	}
	return fmt.Sprintf("key%d", try+1), !s.Closed
}

var words = []string{"amber", "birch", "cedar", "delta", "ember", "fern", "grove", "harbour", "island", "juniper", "kestrel", "lagoon",
	"meadow", "north", "orchard", "pebble", "quartz", "river", "summit", "thistle", "umber", "valley", "willow", "yarrow", "zephyr"}

// text makes a string for pattern, format and lengths.
func (g *generator) text(s *Schema) (any, bool) {
	least, most := 0, 1<<20
	if s.MinLength != nil {
		least = *s.MinLength
	}
	if s.MaxLength != nil {
		most = *s.MaxLength
	}
	if least > most || least > 1<<20 {
		return nil, false
	}
	fits := func(t string) bool {
		n := utf8.RuneCountInString(t)
		return n >= least && n <= most && (s.pattern == nil || s.pattern.MatchString(t))
	}
	for range 8 {
		if t, ok := g.formatted(s.Format); ok && fits(t) {
			return t, true
		}
	}
	if s.pattern != nil {
		for try := range 60 {
			if t, ok := g.matching(s.Pattern, try); ok {
				if n := utf8.RuneCountInString(t); n < least {
					// A pattern without anchors leaves room around it.
					if padded := t + strings.Repeat("x", least-n); fits(padded) {
						return padded, true
					}
				}
				if fits(t) && g.keepsFormat(s.Format, t) {
					return t, true
				}
			}
		}
		return nil, false
	}
	t := words[g.random.IntN(len(words))]
	for len(t) < least {
		t += " " + words[g.random.IntN(len(words))]
	}
	if len(t) > most {
		t = strings.TrimRight(t[:most], " ")
		t += strings.Repeat("x", max(0, least-len(t)))
	}
	return t, fits(t)
}

func (g *generator) keepsFormat(name, t string) bool {
	f, asserted := formats[name]
	return !asserted || f.ok(t)
}

// formatted makes a value of a known format.
func (g *generator) formatted(name string) (string, bool) {
	n := g.random.IntN
	date := func() string { return fmt.Sprintf("%04d-%02d-%02d", 2020+n(10), 1+n(12), 1+n(28)) }
	word := func() string { return words[n(len(words))] }
	switch name {
	case "date":
		return date(), true
	case "date-time":
		return fmt.Sprintf("%sT%02d:%02d:%02dZ", date(), n(24), n(60), n(60)), true
	case "duration":
		return fmt.Sprintf("P%dM", 1+n(24)), true
	case "email":
		return word() + "@example.com", true
	case "uuid":
		a, b := g.random.Uint64(), g.random.Uint64()
		return fmt.Sprintf("%08x-%04x-4%03x-%04x-%012x", a>>32, a>>16&0xffff, a&0xfff, 0x8000|b>>48&0x3fff, b&0xffffffffffff), true
	case "uri":
		return "https://example.com/" + word(), true
	case "uri-reference":
		return "/" + word(), true
	case "ipv4":
		return fmt.Sprintf("192.0.2.%d", 1+n(254)), true
	case "ipv6":
		return fmt.Sprintf("2001:db8::%x", 1+n(0xfffe)), true
	case "hostname":
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

// matching makes a text for a pattern. Later tries repeat more, so that minimum lengths are reached.
func (g *generator) matching(pattern string, try int) (string, bool) {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return "", false
	}
	b := &patternText{generator: g, generosity: []int{1, 2, 4, 8, 16, 64, 256}[min(try/6, 6)]}
	b.write(tree)
	return b.text.String(), b.text.Len() < 1<<16
}

type patternText struct {
	*generator
	text       strings.Builder
	generosity int
}

func (b *patternText) write(re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			b.text.WriteRune(r)
		}
	case syntax.OpCharClass:
		b.text.WriteRune(b.fromClass(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.text.WriteByte(byte('a' + b.random.IntN(26)))
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			b.write(sub)
		}
	case syntax.OpAlternate:
		b.write(re.Sub[b.random.IntN(len(re.Sub))])
	case syntax.OpQuest:
		b.repeat(re.Sub[0], 0, 1)
	case syntax.OpStar:
		b.repeat(re.Sub[0], 0, -1)
	case syntax.OpPlus:
		b.repeat(re.Sub[0], 1, -1)
	case syntax.OpRepeat:
		b.repeat(re.Sub[0], re.Min, re.Max)
	}
}

func (b *patternText) repeat(re *syntax.Regexp, least, most int) {
	if most < 0 || most > least+b.generosity {
		most = least + b.generosity
	}
	for range least + b.random.IntN(most-least+1) {
		if b.text.Len() > 1<<16 {
			return
		}
		b.write(re)
	}
}

// fromClass picks a character, letters and digits before other visible ones before the rest.
func (b *patternText) fromClass(ranges []rune) rune {
	in := func(r rune) bool {
		for i := 0; i+1 < len(ranges); i += 2 {
			if r >= ranges[i] && r <= ranges[i+1] {
				return true
			}
		}
		return false
	}
	var plain, visible []rune
	for r := rune('!'); r <= '~'; r++ {
		if !in(r) {
			continue
		}
		visible = append(visible, r)
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			plain = append(plain, r)
		}
	}
	switch {
	case len(plain) > 0:
		return plain[b.random.IntN(len(plain))]
	case len(visible) > 0:
		return visible[b.random.IntN(len(visible))]
	case len(ranges) == 0:
		return 'x'
	}
	return ranges[0]
}
