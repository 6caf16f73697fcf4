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

// validBodies gives the bodies that the source sends, those that the documents show, and for the bank's API some that
// are made from the schema, so that members which neither shows are there too; the smallest first. (The bodies of the
// control API are open in most places, so that what is made of their schemas says nothing more.)
func validBodies(tb testing.TB) []valid {
	tb.Helper()
	var list []valid
	for _, c := range source(tb) {
		if c.Request != nil {
			op, _, _ := deposits(tb).Match(c.Method, c.Path)
			list = append(list, valid{op, c.ID, c.Request})
		}
	}
	random := rand.New(rand.NewPCG(7, 7))
	for op := range allOperations(tb) {
		if op.Body == nil {
			continue
		}
		media, made := op.Body.Content[0], 0
		if op.API == deposits(tb) {
			made = 12
		}
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

// maxBody is the size of a body from which a request is refused for that alone.
const maxBody = 1 << 20

// brokenBodies breaks every field of every valid body in every way that its schema forbids. What the oracle still
// accepts is left out.
func brokenBodies(t *testing.T) (list []broken, spared int) {
	judge := newOracle(t)
	done := map[*contract.Operation]map[string]bool{}
	for _, from := range validBodies(t) {
		op, schema := from.operation, from.operation.Body.Content[0].Schema
		if !judge.accepts(t, schema, plain(t, from.body)) {
			t.Errorf("%s: %s is not valid: %s", op.ID, from.name, encode(from.body))
			continue
		}
		if done[op] == nil {
			done[op] = map[string]bool{}
		}
		for _, m := range mutations(schema, from.body, done[op]) {
			body := with(from.body, m.at, m.value)
			if judge.accepts(t, schema, plain(t, body)) {
				spared++
			} else if len(encode(body)) <= maxBody {
				list = append(list, broken{m, from})
			}
		}
	}
	for op := range allOperations(t) {
		if op.Body != nil && done[op] == nil {
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
		k := usualCall(t, v.operation)
		k.body = v.body
		a := client.send(t, k)
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
		body := encode(with(b.from.body, b.at, b.value)) // not a value: nil would be no body
		k := usualCall(t, op)
		k.body = body
		a := client.send(t, k)
		report := func(what string) {
			t.Errorf("%s, %s, %q made %s: %s\nstatus %d, %s\nsent %s", op.ID, b.from.name, b.at, b.kind, what, a.status, a.body, body)
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
