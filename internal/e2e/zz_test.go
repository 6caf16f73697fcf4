package e2e_test

import ("testing";"math/rand/v2";"strings";"fmt"
"github.com/sandbank/sandbank/internal/contract")

func TestZZControl(t *testing.T) {
	judge := newOracle(t)
	_ = judge
	client := newClient(t, start(t).origin)
	random := rand.New(rand.NewPCG(7, 7))
	n, bad := 0, 0
	for _, op := range control(t).Operations {
		if op.Body == nil { continue }
		path := op.Path
		for _, p := range op.Parameters { if p.In=="path" { path = strings.ReplaceAll(path, "{"+p.Name+"}", usualValue(t,p)) } }
		done := map[string]bool{}
		media := op.Body.Content[0]
		var vs []any
		for _, e := range media.Examples { vs = append(vs, e.Value) }
		for range 5 { v, err := media.Schema.Generate(random, contract.Inbound); if err != nil { t.Log(op.ID, err); continue }; vs = append(vs, v) }
		for _, v := range vs {
			for _, m := range mutations(media.Schema, v, done) {
				body := with(v, m.at, m.value)
				if media.Schema.Accepts(plain(t, body), contract.Inbound) { continue }
				n++
				a := client.send(t, call{api: control(t), method: op.Method, path: path, body: body})
				p := problemBody{}
				if a.status == 400 { p = a.problem(t) }
				ok := a.status == 400 && len(p.Errors) > 0
				for _, e := range p.Errors { if e.place() != m.blamed { ok = false } }
				if !ok { bad++; if bad < 40 { fmt.Printf("%s %q %s: %d %.300s\n   sent %.200s\n", op.ID, m.at, m.kind, a.status, a.body, encode(body)) } }
			}
		}
	}
	t.Log(n, bad)
}
