package expression_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/engine/expression"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Problems are listed in testdata/problems.txt: behind "> " an expression, and
// under it what is wrong with it.
func TestProblemsAreAllReportedWithPlaceAndHint(t *testing.T) {
	const file = "testdata/problems.txt"
	golden, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	want := map[string]string{}
	source := ""
	for line := range strings.Lines(string(golden)) {
		expression, isSource := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "> ")
		switch {
		case isSource:
			source = expression
			if _, twice := want[source]; twice {
				t.Errorf("%s stands there twice", source)
			}
			want[source] = ""
			fmt.Fprintf(&out, "> %s\n%s", source, problemsOf(source))
		case strings.HasPrefix(line, "#") || line == "\n":
			source = ""
			out.WriteString(line)
		case source != "":
			want[source] += line
		}
	}
	for source, want := range want {
		if got := problemsOf(source); got != want && !*update {
			t.Errorf("%s\n got %swant %s", source, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func problemsOf(source string) string {
	e, problems := expression.Compile(source, testScope())
	if e != nil {
		return "none\n"
	}
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "«%s» %s: %s", source[p.Offset:p.End], p.Code, p.Message)
		if p.Hint != "" {
			fmt.Fprintf(&b, " [%s]", p.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
