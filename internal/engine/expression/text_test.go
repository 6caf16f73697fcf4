package expression_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

func TestTextIsTakenApartAtItsHoles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{``, ``},
		{`plain $ and $$ and {x}`, `0"plain $ and $$ and {x}"`},
		{`${a}`, `2<a>`},
		{`x ${a.b} y ${ c }`, `0"x " 4<a.b> 8" y " 13< c >`},
		{`${a}${b}`, `2<a> 6<b>`},
		{`$${a} ${b}`, `0"${a} " 8<b>`},
		{`$$${a}`, `0"$${a}"`},
		{`${ {"a": {"b": 1}} }!`, `2< {"a": {"b": 1}} > 20"!"`},
		{`${ "}" + '}' + ` + "`}`" + ` }it's`, `2< "}" + '}' + ` + "`}`" + ` > 20"it's"`},
		{`${ a /* } */ }`, `2< a /* } */ >`},
		{"${ a // }\n}", "2< a // }\n>"},
		{`grüße ${"ü}"} ß${x}`, `0"grüße " 10<"ü}"> 16" ß" 21<x>`},
		{`"a" ${b} "unclosed`, `0"\"a\" " 6<b> 8" \"unclosed"`},
	} {
		segments, bad := expression.ParseText(c.text)
		if bad != nil {
			t.Errorf("%s: %s", c.text, bad.Message)
			continue
		}
		var got []string
		for _, s := range segments {
			if s.Hole != "" {
				got = append(got, fmt.Sprintf("%d<%s>", s.Offset, s.Hole))
				if c.text[s.Offset:s.Offset+len(s.Hole)] != s.Hole {
					t.Errorf("%s: the hole %q does not stand at %d", c.text, s.Hole, s.Offset)
				}
			} else {
				got = append(got, fmt.Sprintf("%d%q", s.Offset, s.Text))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func TestHolesThatDoNotEndAreProblems(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`a ${b`, "2-4 bad-hole: the hole has no end [close it with }, or write $${ for ${ itself]"},
		{`a ${ {"x": 1} `, "2-4 bad-hole: the hole has no end [close it with }, or write $${ for ${ itself]"},
		{`a ${}`, "2-5 bad-hole: the hole is empty [$${ writes ${ itself]"},
		{`a ${ "b }`, `9-9 expression-syntax: a text has no closing quote [texts stand between two " or two ' and on one line]`},
		{`ü ${ @ }`, `6-7 expression-syntax: a character has no meaning here [put text in quotes]`},
		{"\xff", "0-1 bad-hole: the text is not valid UTF-8"},
		{"${" + strings.Repeat("ü", 20000) + "}", "0-2 bad-hole: the hole has no end [close it with }, or write $${ for ${ itself]"},
	} {
		_, bad := expression.ParseText(c.text)
		if bad == nil {
			t.Errorf("%.40s: no problem", c.text)
			continue
		}
		if got := strings.TrimSpace(show([]expression.Problem{*bad})); got != c.want {
			t.Errorf("%.40s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
