package e2e_test

import (
	"iter"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// brokenParameter is a request with one parameter wrong.
type brokenParameter struct {
	kind, blamed string
	operation    *contract.Operation
	call         call
}

// brokenParameters breaks every parameter of every operation but the credentials.
func brokenParameters(t *testing.T) []brokenParameter {
	judge := newOracle(t)
	var list []brokenParameter
	for op := range allOperations(t) {
		if op.SignedLink {
			continue // what is changed there is no link any more
		}
		usual := usualCall(t, op)
		add := func(kind, blamed string, k call) {
			list = append(list, brokenParameter{kind, blamed, op, k})
		}
		unknown := withQuery(usual, "unknown", "1")
		add("an unknown parameter", "unknown", unknown)
		add("an unknown parameter without a value", "unknown", withRawQuery(usual, "unknown"))
		for _, p := range op.Parameters {
			if p.Credential {
				continue
			}
			value := usualValue(t, p)
			if p.Required && p.In == "query" {
				add("missing", p.Name, withoutQuery(usual, p.Name))
			}
			for kind, text := range brokenTexts(p, value) {
				if judge.accepts(t, p.Schema, text) {
					continue
				}
				switch p.In {
				case "header":
					add(kind, p.Name, withHeader(usual, p.Name, text))
				case "path":
					changed := usual
					changed.path = pathOf(t, op, p.Name, text)
					add(kind, p.Name, changed)
				default:
					add(kind, p.Name, withQuery(usual, p.Name, text))
				}
			}
			if p.In == "query" {
				others := withoutQuery(usual, p.Name)
				add("given twice", p.Name, withRawQuery(others, p.Name+"="+url.QueryEscape(value)+"&"+p.Name+"="+url.QueryEscape(value)))
				if !p.AllowEmpty {
					add("without a value", p.Name, withRawQuery(others, p.Name))
				}
				add("an escape that is none", p.Name, withRawQuery(others, p.Name+"=%zz"))
				add("no UTF-8", p.Name, withRawQuery(others, p.Name+"=%ff"))
			}
		}
	}
	return list
}

// brokenTexts gives texts that a parameter may not have, by what is wrong with them.
func brokenTexts(p *contract.Parameter, value string) map[string]string {
	texts := map[string]string{}
	m := &mutator{done: map[string]bool{}}
	m.value(p.Schema, value, "", "")
	for _, n := range m.out {
		text, isText := n.value.(string)
		unsendable := p.In == "header" && (text == "" || strings.TrimSpace(text) != text) || p.In == "path" && text == ""
		if isText && !unsendable {
			texts[n.kind] = text
		}
	}
	if p.Schema.Allows("boolean") {
		for _, text := range []string{"maybe", "1", "TRUE", "null"} {
			texts["the text "+text] = text
		}
	}
	return texts
}

func allOperations(tb testing.TB) iter.Seq[*contract.Operation] {
	return func(yield func(*contract.Operation) bool) {
		for _, a := range apis(tb) {
			for _, op := range a.Operations {
				if !yield(op) {
					return
				}
			}
		}
	}
}

// pathOf fills the path's variables with usual values, one of them with another.
func pathOf(tb testing.TB, op *contract.Operation, name, value string) string {
	tb.Helper()
	path := op.Path
	for _, p := range op.Parameters {
		if p.In != "path" {
			continue
		}
		text := value
		if p.Name != name {
			text = usualValue(tb, p)
		}
		path = strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(text))
	}
	return path
}

// usualCall is a request of the operation that keeps to its contract, with the parameters that it needs.
func usualCall(tb testing.TB, op *contract.Operation) call {
	tb.Helper()
	k := call{api: op.API, method: op.Method, path: pathOf(tb, op, "", ""), query: map[string]string{}, header: map[string]string{"Accept": "*/*"}}
	for _, p := range op.Parameters {
		if p.Required && p.In == "query" {
			k.query[p.Name] = usualValue(tb, p)
		}
	}
	if op.Body != nil {
		k.body = op.Body.Content[0].Examples[0].Value
	}
	return k
}

// usualValue is a value that the document shows for the parameter, or one that is made from its schema.
func usualValue(tb testing.TB, p *contract.Parameter) string {
	tb.Helper()
	for _, e := range p.Examples {
		if text, ok := e.Value.(string); ok {
			return text
		}
	}
	v, err := p.Schema.Generate(rand.New(rand.NewPCG(1, 1)), contract.Inbound)
	if err != nil {
		tb.Fatal(err)
	}
	if text, ok := v.(string); ok {
		return text
	}
	return string(encode(v))
}

func withQuery(k call, name, value string) call {
	return withRawQuery(withoutQuery(k, name), name+"="+url.QueryEscape(value))
}

// withRawQuery puts a piece of a query, escaped already, behind the call's own.
func withRawQuery(k call, piece string) call {
	q := url.Values{}
	for name, value := range k.query {
		q.Set(name, value)
	}
	k.rawQuery = strings.TrimPrefix(q.Encode()+"&"+piece, "&")
	return k
}

func withoutQuery(k call, name string) call {
	kept := map[string]string{}
	for n, value := range k.query {
		if n != name {
			kept[n] = value
		}
	}
	k.query = kept
	return k
}

func withHeader(k call, name, value string) call {
	header := map[string]string{name: value}
	for n, v := range k.header {
		if !strings.EqualFold(n, name) {
			header[n] = v
		}
	}
	k.header = header
	return k
}

// breakable tells whether there is any text that a parameter may not have.
func breakable(p *contract.Parameter) bool {
	return p.In == "query" || p.Schema.Pattern != "" || p.Schema.MaxLength != nil
}

func TestEveryBrokenParameterIsRefusedByItsName(t *testing.T) {
	list := brokenParameters(t)
	client := newClient(t, start(t).origin)
	blamed := map[string]bool{}
	for _, b := range list {
		blamed[b.operation.ID+" "+b.blamed] = true
		a := client.send(t, b.call)
		if a.status != 400 {
			t.Errorf("%s, %s %s: status %d, %s", b.operation.ID, b.blamed, b.kind, a.status, a.body)
			continue
		}
		p := a.problem(t)
		if b.operation.API.Schema("DetailError") != nil {
			if !strings.Contains(p.Detail, "arameter "+b.blamed+" ") {
				t.Errorf("%s, %s %s: %s", b.operation.ID, b.blamed, b.kind, a.body)
			}
			continue
		}
		if p.Code != "SCHEMA_VIOLATION" || len(p.Errors) == 0 {
			t.Errorf("%s, %s %s: %s", b.operation.ID, b.blamed, b.kind, a.body)
		}
		for _, e := range p.Errors {
			if e.place() != "parameter "+b.blamed {
				t.Errorf("%s, %s %s: want it alone blamed: %s", b.operation.ID, b.blamed, b.kind, a.body)
			}
		}
	}
	for op := range allOperations(t) {
		for _, p := range op.Parameters {
			if !p.Credential && !op.SignedLink && breakable(p) && !blamed[op.ID+" "+p.Name] {
				t.Errorf("%s: nothing breaks its parameter %s", op.ID, p.Name)
			}
		}
	}
	const least = 200
	if len(list) < least {
		t.Errorf("%d broken parameters, want at least %d", len(list), least)
	}
	t.Logf("%d broken parameters refused", len(list))
}
