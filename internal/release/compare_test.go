package release_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/release"
)

var update = flag.Bool("update", false, "write the goldens again")

// planted is one edit of a document, and what it must be held for: the level and the id of an edit among others, or a
// bump where nothing of the API changes.
type planted struct {
	name, want string
	from, to   []string
}

// plantedEdits reads testdata/planted.txt. An edit has its name behind #, what is wanted behind >, and blocks of lines:
// those with - go, those with + come, those with a space stay, and @ stands between blocks.
func plantedEdits(t *testing.T) []planted {
	t.Helper()
	var out []planted
	for block := range strings.SplitSeq(read(t, "planted.txt"), "\n\n") {
		lines := strings.Split(strings.TrimRight(block, "\n"), "\n")
		p := planted{name: strings.TrimPrefix(lines[0], "# "), want: strings.TrimPrefix(lines[1], "> "), from: []string{""}, to: []string{""}}
		for _, line := range lines[2:] {
			last := len(p.from) - 1
			switch text := line[1:] + "\n"; line[0] {
			case '@':
				p.from, p.to = append(p.from, ""), append(p.to, "")
			case '-':
				p.from[last] += text
			case '+':
				p.to[last] += text
			default:
				p.from[last], p.to[last] = p.from[last]+text, p.to[last]+text
			}
		}
		out = append(out, p)
	}
	return out
}

// apply makes the edit.
func (p planted) apply(t *testing.T, text string) string {
	t.Helper()
	for i, from := range p.from {
		if n := strings.Count("\n"+text, "\n"+from); n != 1 {
			t.Fatalf("%s: these lines are there %d times:\n%s", p.name, n, from)
		}
		text = strings.Replace("\n"+text, "\n"+from, "\n"+p.to[i], 1)[1:]
	}
	return text
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// document loads a document from its text; findings name it old/shop.yaml or the like.
func document(t *testing.T, folder, text string) *release.Document {
	t.Helper()
	d, found := release.Load(fstest.MapFS{"shop.yaml": {Data: []byte(text)}}, "shop.yaml", func(file string) string { return folder + "/" + file })
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return d
}

func consumers(t *testing.T) []*pact.File {
	t.Helper()
	files, found := pact.ReadAll([]string{filepath.Join("testdata", "pacts")})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return files
}

func compare(t *testing.T, old, new string, pacts []*pact.File) *release.Comparison {
	t.Helper()
	c, err := release.Compare(document(t, "old", old), document(t, "new", new), pacts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := read(t, name)
	if string(got) == want {
		return
	}
	gotLines, wantLines := strings.Split(string(got), "\n"), strings.Split(want, "\n")
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d: got\n%s\nwant\n%s", file, i+1, gotLines[i], wantLines[i])
		}
	}
	t.Fatalf("%s has %d lines, got %d", file, len(wantLines), len(gotLines))
}

func TestEveryKindOfEditIsFoundAndRanked(t *testing.T) {
	old, pacts := shop(t), consumers(t)
	var all bytes.Buffer
	for _, p := range plantedEdits(t) {
		c := compare(t, old, released(p.apply(t, old)), pacts)
		fmt.Fprintf(&all, "# %s: %s, %s\n", p.name, c.Bump(), c.Next())
		found := []string{c.Bump().String()}
		for _, e := range c.Edits() {
			found = append(found, e.Level.String()+" "+e.ID)
			if e.Level == release.Info {
				fmt.Fprintf(&all, "info: %s: %s [%s] %s\n", strings.Join(e.Operations, ", "), e.Text, e.ID, e.Place)
			}
		}
		if !strings.Contains("\n"+strings.Join(found, "\n")+"\n", "\n"+p.want+"\n") {
			t.Errorf("%s: want %s, got %q", p.name, p.want, found)
		}
		if err := c.Findings().WriteText(&all); err != nil {
			t.Fatal(err)
		}
		all.WriteByte('\n')
	}
	golden(t, "planted.golden", all.Bytes())
}

func shop(t *testing.T) string { return read(t, "shop.yaml") }

// released is a document with a version that any change fits.
func released(text string) string {
	return strings.Replace(text, "version: 1.0.0", "version: 9.0.0", 1)
}
