package expression_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

// FuzzCompile takes any text for an expression: it either has problems that
// point into it, or runs within its steps to a value that can be written.
func FuzzCompile(f *testing.F) {
	golden, err := os.ReadFile("testdata/problems.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(golden)) {
		if source, ok := strings.CutPrefix(line, "> "); ok {
			f.Add(strings.TrimSpace(source))
		}
	}
	for _, function := range expression.Functions() {
		f.Add(function.Example)
	}
	for _, source := range formExpressions {
		f.Add(source)
	}
	f.Add("uuid(0)")
	f.Add(`let a = [rows, rows]; map(a, ({"x": #, "y": body.payment?.vpa ?? omit})) | filter(.x != nil) | len()`)
	f.Fuzz(func(t *testing.T, source string) {
		e, problems := expression.Compile(source, testScope())
		if (e == nil) != (len(problems) > 0) {
			t.Fatalf("%q: expression %v with problems %s", source, e, show(problems))
		}
		for _, p := range problems {
			if p.Offset < 0 || p.End < p.Offset || p.End > len(source) || p.Message == "" || p.Code == "" {
				t.Fatalf("%q: problem %+v", source, p)
			}
			if utf8.ValidString(source) && (!utf8.ValidString(source[:p.Offset]) || !utf8.ValidString(source[:p.End])) {
				t.Fatalf("%q: problem %+v cuts a character", source, p)
			}
		}
		if e == nil {
			return
		}
		env := testEnv()
		env.Steps = 20_000
		v, err := e.Eval(env)
		var failed *expression.RuntimeError
		if err != nil && (!errors.As(err, &failed) || failed.Offset < 0 || failed.Offset > len(source) || failed.Message == "") {
			t.Fatalf("%q: error %#v", source, err)
		}
		if env.Steps < 0 {
			t.Fatalf("%q: %d steps", source, env.Steps)
		}
		if err == nil {
			if _, err := expression.Encode(nil, v); err != nil {
				t.Fatalf("%q: %v", source, err)
			}
			if wrong := misfit(e.Type(), v, "it"); wrong != "" {
				t.Fatalf("%q: %s; its type is %s", source, wrong, typeText(e.Type()))
			}
		}
		if _, err := e.EvalBool(env); err != nil && !errors.As(err, &failed) {
			t.Fatalf("%q: error %#v", source, err)
		}
		if n := utf8.RuneCountInString(e.Explain(testEnv())); n > 400 {
			t.Fatalf("%q: explanation of %d characters", source, n)
		}
	})
}

func FuzzParseText(f *testing.F) {
	for _, s := range []string{`a ${b} c`, `$${a}${"}"}`, "${ a // }\n}", `${ {"a": 1} }`, `${`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		segments, bad := expression.ParseText(s)
		if bad != nil {
			if bad.Offset < 0 || bad.End < bad.Offset || bad.End > len(s) {
				t.Fatalf("%q: problem %+v", s, bad)
			}
			return
		}
		var back strings.Builder
		for _, g := range segments {
			if g.Hole != "" {
				if s[g.Offset:g.Offset+len(g.Hole)] != g.Hole {
					t.Fatalf("%q: hole %+v", s, g)
				}
				back.WriteString("${" + g.Hole + "}")
			} else {
				back.WriteString(strings.ReplaceAll(g.Text, "${", "$${"))
			}
		}
		if back.String() != s {
			t.Fatalf("%q came back as %q", s, back.String())
		}
	})
}
