package store_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Engines that speak PostgreSQL's protocol take less SQL than PostgreSQL. docs/operations.md lists the words that the
// program's SQL is made of; keywords are written in capitals, names of tables and columns are not.

// embeddedOnly are the files whose SQL only SQLite sees.
var embeddedOnly = map[string]bool{"sqlite.go": true, "backup.go": true}

var (
	capitals     = regexp.MustCompile(`\b[A-Z][A-Z]+\b`)
	functionCall = regexp.MustCompile(`\b[a-z_]+\(`)
	quotedText   = regexp.MustCompile(`'[^']*'`)
	comment      = regexp.MustCompile(`--[^\n]*`)
	wordsInDocs  = regexp.MustCompile("(?s)```sql-words\n(.*?)```")
)

func TestTheSQLStaysWithinTheDocumentedWords(t *testing.T) {
	text, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	block := wordsInDocs.FindSubmatch(text)
	if block == nil {
		t.Fatal("docs/operations.md does not list the words")
	}
	documented := strings.Fields(string(block[1]))
	used := map[string]bool{}
	for where, list := range statements(t) {
		for _, sql := range list {
			plain := quotedText.ReplaceAllString(comment.ReplaceAllString(sql, ""), "''")
			for _, word := range capitals.FindAllString(plain, -1) {
				used[word] = true
				if !slices.Contains(documented, word) {
					t.Errorf("%s: %s is no word that docs/operations.md lists:\n%s", where, word, sql)
				}
			}
			if call := functionCall.FindString(plain); call != "" || strings.Contains(plain, "::") || strings.Contains(plain, "$$") {
				t.Errorf("%s: %s calls a function of an engine, or casts as only one does:\n%s", where, call, sql)
			}
		}
	}
	for _, word := range documented {
		if !used[word] {
			t.Errorf("docs/operations.md lists %s, which nothing uses", word)
		}
	}
	if len(used) < 20 {
		t.Errorf("only %d words were found", len(used))
	}
}

// statements gives the SQL of the migrations for PostgreSQL and all texts in the code that have words in capitals, by
// where they stand.
func statements(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	steps, err := filepath.Glob("migrations/postgres/*.sql")
	if err != nil || len(steps) == 0 {
		t.Fatalf("no migrations: %v", err)
	}
	for _, file := range steps {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[file] = []string{string(text)}
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range sources {
		if !embeddedOnly[file] && !strings.HasSuffix(file, "_test.go") {
			out[file] = texts(t, file)
		}
	}
	return out
}

// texts gives the string literals of a Go file in which a word stands in capitals.
func texts(t *testing.T, file string) (list []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if _, ok := n.(*ast.ImportSpec); ok {
			return false
		}
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		if capitals.MatchString(text) {
			list = append(list, text)
		}
		return true
	})
	return list
}
