package yamlerror_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/yamlerror"
)

// fine are lines that are put before each broken text, so that no line is right by chance.
const fine = "# a remark\nfirst: {a: [1, 2]}\nsecond:\n  - it's\n  - \"b\"\n"

func TestProblemsAreFoundWhereTheyStand(t *testing.T) {
	cases := []struct {
		name, text   string
		line, column int
		message      string
	}{
		{"a tab that indents a key", "a:\n  b: 1\n\tc: 2\nd: 3\n", 3, 1, "found a tab character that violates indentation"},
		{"a tab before the first key", "a:\n\tb: 1\n", 2, 1, "found character that cannot start any token"},
		{"a tab after spaces", "a:\n  b: 1\n  \tc: 2\n", 3, 3, ""},
		{"a tab in a plain text", "a:\n  b: one\n\ttwo\nc: 1\n", 3, 1, "found a tab character that violates indentation"},
		{"a tab in a block text", "a: |\n\tb\nc: 1\n", 2, 1, "found a tab character where an indentation space is expected"},
		{"a list left open", "a: 1\nb: [1, 2\nc: 3\nd: 4\n", 2, 4, ""},
		{"a list left open at the end", "a: 1\nb: [1, 2\n", 2, 4, "did not find expected ',' or ']'"},
		{"a list left open with a comma", "a: 1\nb: [1,\n\n\n", 2, 4, "did not find expected node content"},
		{"an object left open", "a: 1\nb: {c: 1\nd: 2\ne: 3\n", 2, 4, ""},
		{"a bracket that does not fit", "a: 1\nb: {c: {d: [}}\ne: 1\n", 2, 13, "did not find expected node content"},
		{"another bracket that does not fit", "a: 1\nb: [1, 2}\ne: 1\n", 2, 9, "did not find expected ',' or ']'"},
		{"a comma missing in a list of lines", "a: [\n  \"x\",\n  \"y\"\n  \"z\"\n  ]\n", 4, 3, "did not find expected ',' or ']'"},
		{"a comma missing in an object of lines", "a: {\n  \"x\": 1,\n  \"y\": \"1\"\n  \"z\": 3\n  }\n", 4, 3, "did not find expected ',' or '}'"},
		{"too little indentation", "a:\n    b: 1\n    c: 2\n  d: 3\ne: 4\n", 4, 3, "did not find expected key"},
		{"too much indentation", "a:\n  b: 1\n    c: 2\nd: 3\n", 3, 5, "mapping values are not allowed in this context"},
		{"too much indentation after a quoted text", "a:\n  b: \"1\"\n    c: 2\nd: 3\n", 3, 5, ""},
		{"an item among keys", "a: 1\nb: 2\n- c\nd: 3\n", 3, 1, ""},
		{"a key among items", "a:\n  - b\n  - c\n  d: 1\n", 4, 3, "did not find expected '-' indicator"},
		{"text after a quoted one", "a: 1\nb: \"x\" y\nc: 1\n", 2, 8, "did not find expected key"},
		{"a colon in a text", "a: 1\nb: c: d\ne: 1\n", 2, 5, "mapping values are not allowed in this context"},
		{"a list in a value", "a: 1\nb: - c\ne: 1\n", 2, 4, "block sequence entries are not allowed in this context"},
		{"a key that is none", "a: 1\nbcd\ne: 1\n", 2, 1, "could not find expected ':'"},
		{"a quote left open", "a: 1\nb: \"x\nc: 1\nd: 2\n", 2, 4, "found unexpected end of stream"},
		{"a quote left open before a document", "a: 1\nb: 'x\n---\nd: 2\n", 2, 4, "found unexpected document indicator"},
		{"an unknown escape", "a: 1\nb: \"x\n  y \\q\"\nc: 1\n", 3, 5, "found unknown escape character"},
		{"a broken escape", "a: 1\nb: \"\\xzz\"\nc: 1\n", 2, 0, "did not find expected hexdecimal number"},
		{"an unknown anchor", "a: 1\nb: [*fo, 1]\nc: *fo\n", 2, 5, "unknown anchor 'fo' referenced"},
		{"a character that begins nothing", "a: 1\nb: @x\nc: 1\n", 2, 4, "found character that cannot start any token"},
		{"a percent sign", "a: 1\nb: %x\nc: 1\n", 2, 4, "found character that cannot start any token"},
		{"an undefined tag handle", "a: 1\nb: !x!y z\nc: 1\n", 2, 0, "found undefined tag handle"},
		{"a wrong number of a block text", "a: 1\nb: |0\n  x\nc: 1\n", 2, 5, "found an indentation indicator equal to 0"},
		{"text after a block's sign", "a: 1\nb: | x\n  x\nc: 1\n", 2, 6, "did not find expected comment or line break"},
		{"an anchor without a name", "a: 1\nb: & x\nc: 1\n", 2, 0, "did not find expected alphabetic or numeric character"},
		{"a control character", "a: 1\nb: x\x01\nc: 1\n", 2, 5, "control characters are not allowed"},
		{"a closing bracket alone", "a: 1\nb: ]\nc: 1\n", 2, 4, "did not find expected node content"},
		{"text after a document", "a: 1\n...\nb c\n", 3, 1, ""},
	}
	for _, c := range cases {
		for _, before := range []string{"", fine} {
			text := before + c.text
			if c.name == "text after a document" && before == "" {
				continue
			}
			t.Run(c.name, func(t *testing.T) {
				p := yamlerror.Of([]byte(text), parse(t, text))
				line := c.line + strings.Count(before, "\n")
				if p.Line != line || c.column > 0 && p.Column != c.column || c.message != "" && p.Message != c.message {
					t.Errorf("%d:%d %q, wanted %d:%d %q", p.Line, p.Column, p.Message, line, c.column, c.message)
				}
			})
		}
	}
}

func TestALineWithoutAColumnIsMeantWhole(t *testing.T) {
	const list = "a: 1\nb:\n  c: [1,,é]\n"
	if p := yamlerror.Of([]byte(list), parse(t, list)); p.Line != 3 || p.Column != 3 || p.Width != 9 {
		t.Errorf("%+v", p)
	}
}

// whole is a text with much of what YAML has. Every way to break it by a character is tried.
const whole = "a: &x [1, {b: \"c\\n\"}]\nd:\n  - 'it''s'\n  - *x\n  - e: |2\n      f\n    g: >-\n      h\n# i\nj: !!str k\n? l\n: {m: [n,\n  o]}\n"

func TestEveryProblemHasALineThatIsThere(t *testing.T) {
	broken := 0
	try := func(text string) {
		var document yaml.Node
		err := yaml.Unmarshal([]byte(text), &document)
		if err == nil {
			return
		}
		broken++
		p := yamlerror.Of([]byte(text), err)
		lines := strings.Split(text, "\n")
		if p.Line < 1 || p.Line > len(lines) || p.Column < 0 || p.Column > 1+utf8.RuneCountInString(lines[p.Line-1]) || p.Message == "" {
			t.Errorf("%q: %d:%d %q", text, p.Line, p.Column, p.Message)
		}
	}
	for i := range whole {
		try(whole[:i])
		try(whole[:i] + whole[i+1:])
		for _, c := range "\t[]{},:-?&*!|>%@\"'\x01\n 0é" {
			try(whole[:i] + string(c) + whole[i:])
		}
	}
	if broken < 300 {
		t.Errorf("%d texts were broken", broken)
	}
}

func TestAMistakeAtTheEndOfALargeTextIsFound(t *testing.T) {
	text := strings.Repeat("- {a: [1, 2, 3], b: \"text\"}\n", 5_000) + "- x: 1\n y: 2\n"
	p := yamlerror.Of([]byte(text), parse(t, text))
	if p.Line != 5_002 || p.Column != 2 {
		t.Errorf("%+v", p)
	}
}

// parse gives the parser's error.
func parse(t *testing.T, text string) error {
	t.Helper()
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for range 2 {
		var document yaml.Node
		if err := decoder.Decode(&document); err != nil {
			return err
		}
	}
	t.Fatal("the text is YAML")
	return nil
}
