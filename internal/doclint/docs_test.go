package doclint_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/doclint"
)

func TestThePageListsEveryRule(t *testing.T) {
	page, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	table.WriteString("| rule | finds | demands | because |\n|---|---|---|---|\n")
	for _, r := range doclint.Rules() {
		fmt.Fprintf(&table, "| `%s` | %s | %s | %s |\n", r.Code, r.Severity, r.Demand, r.Why)
	}
	if !strings.Contains(string(page), "\n\n"+table.String()+"\n") {
		t.Errorf("docs/ci.md does not have this table:\n%s", table.String())
	}
}
