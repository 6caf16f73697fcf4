package trial_test

import (
	"context"
	"encoding/json"
	"flag"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/token"
	"github.com/sandbank/sandbank/internal/trial"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
	"github.com/sandbank/sandbank/server"
)

var update = flag.Bool("update", false, "write the function list and the findings into docs/scenarios.md")

// reference is the page whose examples are run.
const reference = "../../docs/scenarios.md"

// block is one fenced block of the page. Its kind is what stands behind the fence:
//
//	yaml scenario           a scenario file, which must load without a finding
//	yaml test               a test file, whose cases must pass
//	csv NAME, json NAME     a file beside the scenarios
//	yaml wrong              a scenario file with mistakes
//	text findings           what the checker says about the mistakes
//	yaml rule API OPERATION one rule, as an override
//	json override           what sets an override
//	json selection          what selects scenarios, of those that ship
//	yaml openapi NAME       the document of the examples
//
// The blocks under one heading belong together.
type block struct {
	heading    string
	line       int
	kind       []string
	text       string
	start, end int // of the text, in the page
}

func (b *block) is(words ...string) bool {
	return len(b.kind) >= len(words) && slices.Equal(b.kind[:len(words)], words)
}

// page is the reference, taken apart.
type page struct {
	text   string
	blocks []*block
}

func readPage(t *testing.T) *page {
	t.Helper()
	content, err := os.ReadFile(reference)
	if err != nil {
		t.Fatal(err)
	}
	p := &page{text: string(content)}
	var open *block
	heading, at := "", 0
	for i, line := range strings.SplitAfter(p.text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case open != nil && trimmed == "```":
			open.end = at
			open.text = p.text[open.start:open.end]
			p.blocks, open = append(p.blocks, open), nil
		case open == nil && strings.HasPrefix(trimmed, "```"):
			open = &block{heading: heading, line: i + 1, kind: strings.Fields(trimmed[3:]), start: at + len(line)}
		case open == nil && strings.HasPrefix(line, "#"):
			heading = strings.TrimSpace(strings.TrimLeft(line, "#"))
		}
		at += len(line)
	}
	if open != nil {
		t.Fatalf("the block of line %d has no end", open.line)
	}
	return p
}

// sections gives the blocks by heading, in order.
func (p *page) sections() [][]*block {
	var out [][]*block
	for _, b := range p.blocks {
		if n := len(out); n > 0 && out[n-1][0].heading == b.heading {
			out[n-1] = append(out[n-1], b)
		} else {
			out = append(out, []*block{b})
		}
	}
	return out
}

// apis are the documents that examples are for.
func (p *page) apis(t *testing.T) []*contract.API {
	t.Helper()
	deposits, found := contract.Load(openapi.Documents, "deposits.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	for _, b := range p.blocks {
		if b.is("yaml", "openapi") {
			own, found := contract.Load(fstest.MapFS{b.kind[2]: {Data: []byte(b.text)}}, b.kind[2])
			if err := found.Err(); err != nil {
				t.Fatal(err)
			}
			return []*contract.API{deposits, own}
		}
	}
	t.Fatal("the page has no document")
	return nil
}

// shippedAPIs are those that scenarios ship for.
func shippedAPIs(t *testing.T) []*contract.API {
	t.Helper()
	folders, err := fs.ReadDir(scenarios.FS, ".")
	if err != nil || len(folders) == 0 {
		t.Fatalf("the scenarios are %v, %v", folders, err)
	}
	var out []*contract.API
	for _, folder := range folders {
		api, found := contract.Load(openapi.Documents, folder.Name()+".yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		out = append(out, api)
	}
	return out
}

var memberOf = map[string]*regexp.Regexp{
	"api": regexp.MustCompile(`(?m)^api: (\S+)$`), "scenario": regexp.MustCompile(`(?m)^scenario: (\S+)$`), "test": regexp.MustCompile(`(?m)^test: (\S+)$`),
}

func (b *block) member(t *testing.T, name string) string {
	t.Helper()
	found := memberOf[name].FindStringSubmatch(b.text)
	if found == nil {
		t.Fatalf("the example of line %d has no %s", b.line, name)
	}
	return found[1]
}

// folder gives the files of the blocks under one heading. Scenarios with mistakes are left out.
func folder(t *testing.T, section []*block) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	api := "goals"
	for _, b := range section {
		name := ""
		switch {
		case b.is("yaml", "scenario"):
			api = b.member(t, "api")
			name = b.member(t, "scenario") + ".yaml"
		case b.is("yaml", "test"):
			name = b.member(t, "test") + "_test.yaml"
		case b.is("yaml") && len(b.kind) == 1, b.is("yaml", "openapi"), b.is("yaml", "wrong"), b.is("yaml", "rule"), b.is("text", "findings"), b.is("json", "override"), b.is("json", "selection"), b.is("sh"):
			continue
		case len(b.kind) == 2 && (b.is("csv") || b.is("json")):
			name = b.kind[1]
		default:
			t.Fatalf("line %d: nothing is known about %q", b.line, b.kind)
		}
		files[path.Join(api, name)] = &fstest.MapFile{Data: []byte(b.text)}
	}
	return files
}

// process serves a program to the cases of a plan.
func process(t *testing.T, apis []*contract.API, program *engine.Program) *trial.Process {
	t.Helper()
	keys, err := token.NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	return &trial.Process{
		Program: program,
		Serve: func(e trial.Environment) (http.Handler, error) {
			s, err := server.New(server.Options{
				APIs: apis[:1], Documents: apis[1:], Program: program, Keys: keys, Clock: e.Clock, Sandboxes: e.Sandboxes,
				GoHandlers: map[string]map[string]server.GoHandler{"goals": {"createGoals": {Answer: createGoals}}},
				Callbacks:  sending(e.Send), Logger: slog.New(slog.DiscardHandler), Version: "test",
				Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() },
			})
			if err != nil {
				return nil, err
			}
			return s.Handler(), nil
		},
		Services: func(origin string) expression.Services { return &token.Site{Keys: keys, Base: origin} },
	}
}

// createGoals opens the goals of a batch, as far as the scenarios let it.
func createGoals(t *engine.Turn) (engine.Reply, error) {
	results := []map[string]any{}
	for _, g := range t.Request().Body.(map[string]any)["goals"].([]any) {
		goal := g.(map[string]any)
		verdict, ok, err := t.Ask("goal", goal)
		if err != nil {
			return engine.Reply{}, err
		}
		if !ok {
			verdict = map[string]any{"status": "opened"}
		}
		verdict["name"] = goal["name"]
		results = append(results, verdict)
	}
	body, err := json.Marshal(map[string]any{"results": results})
	return engine.Reply{Body: body}, err
}

type sending func(key string, c engine.Callback)

func (s sending) Send(_ context.Context, key string, c engine.Callback) { s(key, c) }

// write writes the page with -update.
func (p *page) write(t *testing.T, text string) {
	t.Helper()
	if !*update || text == p.text {
		return
	}
	if err := os.WriteFile(reference, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// examplesOf gives the text of all blocks of a kind.
func (p *page) examplesOf(words ...string) string {
	var b strings.Builder
	for _, block := range p.blocks {
		if block.is(words...) {
			b.WriteString(block.text)
		}
	}
	return b.String()
}
