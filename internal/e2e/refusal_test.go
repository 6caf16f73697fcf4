package e2e_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// valid is a request body that keeps to its operation's contract.
type valid struct {
	operation *contract.Operation
	name      string
	body      any
}

// validBodies gives the bodies that the source sends, those that the document shows, and some that are made from the
// schema, so that members which neither shows are there too; the smallest first.
func validBodies(tb testing.TB) []valid {
	tb.Helper()
	api := deposits(tb)
	var list []valid
	for _, c := range source(tb) {
		if c.Request != nil {
			op, _, _ := api.Match(c.Method, c.Path)
			list = append(list, valid{op, c.ID, c.Request})
		}
	}
	const made = 12
	random := rand.New(rand.NewPCG(7, 7))
	for _, op := range api.Operations {
		if op.Body == nil {
			continue
		}
		media := op.Body.Content[0]
		for _, e := range media.Examples {
			list = append(list, valid{op, "example " + e.Name, e.Value})
		}
		for range made {
			v, err := media.Schema.Generate(random, contract.Inbound)
			if err != nil {
				tb.Fatal(err)
			}
			list = append(list, valid{op, "made from the schema", v})
		}
	}
	slices.SortStableFunc(list, func(a, b valid) int { return cmp.Compare(len(encode(a.body)), len(encode(b.body))) })
	return list
}

// broken is a valid request with one thing wrong.
type broken struct {
	mutation
	from valid
}

// brokenBodies breaks every field of every valid body in every way that its schema forbids. What the oracle still
// accepts is left out.
func brokenBodies(t *testing.T) (list []broken, spared int) {
	judge := newOracle(t)
	done := map[string]map[string]bool{}
	operations := map[string]bool{}
	for _, from := range validBodies(t) {
		schema := from.operation.Body.Content[0].Schema
		if !judge.accepts(t, schema.Pointer, plain(t, from.body)) {
			t.Errorf("%s: %s is not valid: %s", from.operation.ID, from.name, encode(from.body))
			continue
		}
		id := from.operation.ID
		operations[id] = true
		if done[id] == nil {
			done[id] = map[string]bool{}
		}
		for _, m := range mutations(schema, from.body, done[id]) {
			if judge.accepts(t, schema.Pointer, plain(t, with(from.body, m.at, m.value))) {
				spared++
				continue
			}
			list = append(list, broken{m, from})
		}
	}
	for _, op := range deposits(t).Operations {
		if op.Body != nil && !operations[op.ID] {
			t.Errorf("%s: no valid body is known", op.ID)
		}
	}
	return list, spared
}

// plain gives a value as the decoder of a JSON text would.
func plain(tb testing.TB, v any) any {
	tb.Helper()
	out, err := contract.DecodeJSON(encode(v), 0)
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestAValidBodyIsNotRefusedByTheContract(t *testing.T) {
	client := newClient(t, serveInside(t).origin)
	for _, v := range validBodies(t) {
		a := client.send(t, call{method: v.operation.Method, path: v.operation.Path, body: v.body})
		if a.status >= 500 && a.status != 504 || a.status >= 400 && a.problem(t).Code == "SCHEMA_VIOLATION" {
			t.Errorf("%s, %s: status %d, %s\nsent %s", v.operation.ID, v.name, a.status, a.body, encode(v.body))
		}
	}
}

func TestEveryBrokenFieldOfABodyIsRefusedByItsPointer(t *testing.T) {
	list, spared := brokenBodies(t)
	client := newClient(t, start(t).origin)
	inParallel(list, func(b broken) {
		op := b.from.operation
		body := with(b.from.body, b.at, b.value)
		a := client.send(t, call{method: op.Method, path: op.Path, body: body})
		report := func(what string) {
			t.Errorf("%s, %s, %q made %s: %s\nstatus %d, %s\nsent %s", op.ID, b.from.name, b.at, b.kind, what, a.status, a.body, encode(body))
		}
		if a.status != 400 {
			report("want status 400")
			return
		}
		p := a.problem(t)
		if p.Code != "SCHEMA_VIOLATION" {
			report("want the code SCHEMA_VIOLATION")
		}
		if len(p.Errors) == 0 {
			report("want errors")
		}
		for _, e := range p.Errors {
			if e.place() != b.blamed {
				report("want only the pointer " + b.blamed + " blamed")
				return
			}
		}
	})
	const least = 1000
	if len(list) < least {
		t.Errorf("%d broken bodies, want at least %d", len(list), least)
	}
	t.Logf("%d broken bodies of %d operations refused; %d changes left the body valid", len(list), len(byOperation(list)), spared)
}

func byOperation(list []broken) map[string]int {
	counts := map[string]int{}
	for _, b := range list {
		counts[b.from.operation.ID]++
	}
	return counts
}

// inParallel calls a function for every item, a few at a time.
func inParallel[T any](items []T, do func(T)) {
	const atOnce = 4
	queue := make(chan T)
	var group sync.WaitGroup
	for range atOnce {
		group.Go(func() {
			for item := range queue {
				do(item)
			}
		})
	}
	for _, item := range items {
		queue <- item
	}
	close(queue)
	group.Wait()
}
