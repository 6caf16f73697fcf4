package engine_test

import (
	"errors"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// bench is a loaded program with what is needed to ask it something.
type stand struct {
	api     *contract.API
	program *engine.Program
}

// load compiles the files of a txtar text; a text that begins with no file marker is the file shop/a.yaml.
func load(t testing.TB, text string) *stand {
	t.Helper()
	if !strings.HasPrefix(text, "-- ") {
		text = "-- shop/a.yaml --\n" + text
	}
	api := shop(t)
	program, findings := engine.Load(files(txtar.Parse([]byte(text))), []*contract.API{api})
	if program == nil {
		t.Fatalf("the scenario does not load: %v", findings.Err())
	}
	return &stand{api, program}
}

func (s *stand) request(t testing.TB, method, target, body string) *contract.Request {
	t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	if body == "" {
		r = httptest.NewRequest(method, target, http.NoBody)
	} else {
		r.Header.Set("Content-Type", "application/json")
	}
	r.Header.Set("X-Api-Key", "partner-a")
	op, params, _ := s.api.Match(method, r.URL.EscapedPath())
	if op == nil {
		t.Fatalf("no operation for %s %s", method, target)
	}
	req, refusal := op.Check(r, func(name string) string { return params[name] }, contract.Limits{})
	if refusal != nil {
		t.Fatalf("%s %s is refused: %+v", method, target, refusal)
	}
	return req
}

func world() *engine.World {
	return &engine.World{Now: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC), Seed: 7, RequestID: "r-1",
		URL: "http://localhost/shop/v1/orders", Base: "http://localhost/shop/v1", Caller: engine.Caller{App: "partner-a"}}
}

func (s *stand) decide(t testing.TB, method, target, body string) engine.Decision {
	t.Helper()
	d, err := s.program.Decide(s.request(t, method, target, body), world())
	if err != nil {
		t.Fatalf("%s %s: %v", method, target, err)
	}
	return d
}

const order = `{"customer":"ann","lines":[{"article":"tea","quantity":2,"price":"1.50"},{"article":"pot","quantity":1,"price":"20.00"}],"payment":{"method":"transfer","iban":"X1"}}`

const head = "scenario: s\napi: shop\ndefault: true\n"

func TestTheFirstRuleWhoseConditionsHoldAnswers(t *testing.T) {
	s := load(t, head+`rules:
  listOrders:
    - {name: open, match: {query: {status: open}}, respond: {body: {orders: [{orderId: a, status: open, total: "1"}]}}}
    - {name: open or paid, match: {query: {status: [open, paid]}}, respond: {body: {orders: [{orderId: b, status: paid, total: "1"}]}}}
    - {name: the rest, respond: {example: none}}
`)
	for target, want := range map[string]string{
		"/orders?status=open": "open", "/orders?status=paid": "open or paid", "/orders?status=sent": "the rest", "/orders": "the rest",
	} {
		if d := s.decide(t, "GET", target, ""); d.Rule != want || d.Scenario != "s" || d.Status != 200 || d.Type != "application/json" {
			t.Errorf("%s is answered by %q (%+v), want %q", target, d.Rule, d, want)
		}
	}
}

func TestOperators(t *testing.T) {
	cases := []struct {
		match string
		yes   []string
		no    []string
	}{
		{`{customer: {$prefix: an}}`, []string{"ann"}, []string{"nan"}},
		{`{customer: {$pattern: "^a+n$"}}`, []string{"aan"}, []string{"bn"}},
		{`{customer: {$not: ann}}`, []string{"bob"}, []string{"ann"}},
		{`{customer: {$not: {$prefix: a}, $pattern: b}}`, []string{"bob"}, []string{"ab", "c"}},
		{`{customer: {$size: {$gte: 3, $lt: 5}}}`, []string{"abc", "åbcd"}, []string{"ab", "abcde"}},
		{`{customer: {$present: true}}`, []string{"x"}, nil},
		{`{note: {$present: false}}`, []string{"x"}, nil},
		{`{note: {$not: x}}`, nil, []string{"no note at all"}},
	}
	for _, c := range cases {
		s := load(t, head+"rules:\n  createOrder:\n    - {name: it, match: {body: "+c.match+"}, respond: {problem: SERVICE_UNAVAILABLE}}\n")
		for _, customer := range c.yes {
			if d := s.decide(t, "POST", "/orders", strings.Replace(order, "ann", customer, 1)); d.Rule != "it" {
				t.Errorf("%s does not match customer %q", c.match, customer)
			}
		}
		for _, customer := range c.no {
			if d := s.decide(t, "POST", "/orders", strings.Replace(order, "ann", customer, 1)); d.Rule == "it" {
				t.Errorf("%s matches customer %q", c.match, customer)
			}
		}
	}
}

func TestOperatorsOnListsNumbersAndDates(t *testing.T) {
	cases := map[string]bool{
		`{lines: {$contains: {article: tea, quantity: {$gt: 1}}}}`:                   true,
		`{lines: {$contains: {article: tea, quantity: {$gt: 2}}}}`:                   false,
		`{lines: {$every: {price: {$gte: "1.5"}}}}`:                                  true,
		`{lines: {$every: {price: {$gt: "1.5"}}}}`:                                   false,
		`{lines: {$contains: {price: "20"}}}`:                                        true,
		`{lines: {$size: 2}}`:                                                        true,
		`{lines: {$size: 3}}`:                                                        false,
		`{due: {$lt: "2026-05-01"}}`:                                                 true,
		`{due: {$gte: "2026-05-01"}}`:                                                false,
		`{payment: {method: transfer, iban: X1}}`:                                    true,
		`{payment: {method: card}}`:                                                  false,
		`{payment: {$equals: {method: transfer, iban: X1}}}`:                         true,
		`{payment: {$equals: {method: transfer, iban: X2}}}`:                         false,
		`{payment: {number: {$present: false}}, lines: {$size: {$lte: 2, $gte: 1}}}`: true,
	}
	body := strings.Replace(order, `"customer"`, `"due":"2026-04-30","customer"`, 1)
	for match, want := range cases {
		s := load(t, head+"rules:\n  createOrder:\n    - {name: it, match: {body: "+match+"}, respond: {problem: SERVICE_UNAVAILABLE}}\n")
		if d := s.decide(t, "POST", "/orders", body); (d.Rule == "it") != want {
			t.Errorf("%s matches: %v, want %v", match, d.Rule == "it", want)
		}
	}
}

func TestTablesAndFinds(t *testing.T) {
	s := load(t, `-- shop/a.yaml --
scenario: s
api: shop
default: true
tables:
  orders: {file: orders.csv, key: [orderId], columns: {total: decimal, due: date}}
rules:
  getOrder:
    - name: known
      find: {o: {table: orders, where: {orderId: "${path.orderId}"}}}
      respond:
        type: application/json
        body: {orderId: "${o.orderId}", status: "${o.status}", total: "${o.total}", due: "${o.due ?? omit}"}
    - {name: unknown, respond: {problem: NOT_FOUND, detail: "no order ${path.orderId}", errors: [{parameter: orderId, message: is not known}]}}
  listOrders:
    - name: some
      find:
        rows: {table: orders, all: true, where: {status: "${query.status ?? omit}"}, select: [orderId, status, total]}
      respond: {body: {orders: "${rows}"}}
-- shop/orders.csv --
orderId,status,total,due
a,open,10.00,2026-01-31
b,paid,7.5,
c,open,3,
`)
	d := s.decide(t, "GET", "/orders/a", "")
	if got, want := string(d.Body), `{"orderId":"a","status":"open","total":"10.00","due":"2026-01-31"}`; got != want {
		t.Errorf("order a is %s, want %s", got, want)
	}
	d = s.decide(t, "GET", "/orders/b", "")
	if got, want := string(d.Body), `{"orderId":"b","status":"paid","total":"7.5"}`; got != want {
		t.Errorf("order b is %s, want %s", got, want)
	}
	d = s.decide(t, "GET", "/orders/x", "")
	if d.Problem == nil || d.Problem.Code != "NOT_FOUND" || d.Status != 404 || d.Problem.Detail != "no order x" || d.Problem.Errors[0].Parameter != "orderId" {
		t.Errorf("order x is %+v", d)
	}
	d = s.decide(t, "GET", "/orders?status=open", "")
	if got, want := string(d.Body), `{"orders":[{"orderId":"a","status":"open","total":"10.00"},{"orderId":"c","status":"open","total":"3"}]}`; got != want {
		t.Errorf("open orders are %s, want %s", got, want)
	}
	if got := strings.Count(string(s.decide(t, "GET", "/orders", "").Body), "orderId"); got != 3 {
		t.Errorf("%d orders without a status, want 3", got)
	}
}

func TestExpressionsAnswer(t *testing.T) {
	s := load(t, head+`rules:
  createOrder:
    - name: too dear
      let: {sum: "total(map(body.lines, decimal(.price) * .quantity))"}
      when: sum > decimal("23")
      respond: {problem: UNPROCESSABLE, detail: "${sum} is too much", errors: [{pointer: "/lines/${len(body.lines) - 1}", message: too dear}]}
    - name: made
      let: {sum: "total(map(body.lines, decimal(.price) * .quantity))"}
      respond:
        status: 201
        header: {Location: "${request.base}/orders/1", X-Note: "${body.note ?? omit}"}
        body: {orderId: "1", status: open, total: "${sum}", note: "${body.note ?? omit}", made: "${now}"}
`)
	d := s.decide(t, "POST", "/orders", order)
	if got, want := string(d.Body), `{"orderId":"1","status":"open","total":"23","made":"2026-03-04T05:06:07Z"}`; got != want {
		t.Errorf("the order is %s, want %s", got, want)
	}
	if len(d.Header) != 1 || d.Header[0] != (engine.Field{Name: "Location", Value: "http://localhost/shop/v1/orders/1"}) {
		t.Errorf("headers are %v", d.Header)
	}
	d = s.decide(t, "POST", "/orders", strings.Replace(order, "20.00", "20.01", 1))
	if d.Problem == nil || d.Problem.Detail != "23.01 is too much" || d.Problem.Errors[0].Pointer != "/lines/1" {
		t.Errorf("a dear order is %+v", d.Problem)
	}
}

func TestAnAnswerThatBreaksTheContractIsAnError(t *testing.T) {
	s := load(t, head+`rules:
  createOrder:
    - {name: echo, respond: {status: 201, body: {orderId: "${body.customer}", status: open, total: "1"}}}
`)
	_, err := s.program.Decide(s.request(t, "POST", "/orders", strings.Replace(order, "ann", strings.Repeat("x", 21), 1)), world())
	var failed *engine.ScenarioError
	if !errors.As(err, &failed) || !failed.OffContract() || failed.Rule != "echo" || !strings.Contains(err.Error(), "/orderId") {
		t.Errorf("the error is %v", err)
	}
}

func TestARuntimeErrorNamesTheRuleAndTheColumn(t *testing.T) {
	s := load(t, head+`rules:
  createOrder:
    - name: divides
      when: 10 / (len(body.lines) - 2) > 1
      respond: {problem: SERVICE_UNAVAILABLE}
`)
	_, err := s.program.Decide(s.request(t, "POST", "/orders", order), world())
	var failed *engine.ScenarioError
	if !errors.As(err, &failed) || failed.File != "shop/a.yaml" || failed.Line != 7 || failed.Column < 13 || failed.OffContract() {
		t.Errorf("the error is %#v", err)
	}
}

func TestWithoutARuleTheDocumentAnswers(t *testing.T) {
	s := load(t, "scenario: s\napi: shop\n")
	d := s.decide(t, "GET", "/orders", "")
	if !d.Contract || string(d.Body) != `{"orders":[]}` || d.Rule != "" {
		t.Errorf("the example is not the answer: %+v", d)
	}
	op := s.api.Operation("createOrder")
	d = s.decide(t, "POST", "/orders", order)
	if !d.Contract || d.Status != 201 || len(op.CheckResponse(201, http.Header{"Content-Type": {"application/json"}}, d.Body)) > 0 {
		t.Errorf("the generated answer breaks the contract: %s", d.Body)
	}
	if again := s.decide(t, "POST", "/orders", order); string(again.Body) != string(d.Body) {
		t.Errorf("the same seed gives %s and %s", d.Body, again.Body)
	}
	if d = s.decide(t, "DELETE", "/orders/1", ""); d.Status != 204 || d.Body != nil {
		t.Errorf("an operation without content is answered %+v", d)
	}
}

func TestNearestMissesComeFirst(t *testing.T) {
	s := load(t, head+`rules:
  createOrder:
    - {name: far, match: {body: {customer: bob}}, respond: {problem: SERVICE_UNAVAILABLE}}
    - {name: near, match: {body: {customer: ann}}, when: len(body.lines) == 3, respond: {problem: SERVICE_UNAVAILABLE}}
    - {name: secret, match: {body: {payment: {number: "4111"}}}, respond: {problem: SERVICE_UNAVAILABLE}}
`)
	d := s.decide(t, "POST", "/orders", strings.Replace(order, `"method":"transfer","iban":"X1"`, `"method":"card","number":"4222"`, 1))
	if !d.None || len(d.Nearest) != 3 || d.Nearest[0].Rule != "near" || d.Nearest[0].Passed != 1 {
		t.Fatalf("the nearest are %+v", d.Nearest)
	}
	if m := d.Nearest[1]; m.Rule != "far" || m.Condition != "body.customer" || m.Wanted != `"bob"` || m.Got != `"ann"` {
		t.Errorf("the second is %+v", m)
	}
	if m := d.Nearest[2]; strings.Contains(m.Got, "4222") {
		t.Errorf("a sensitive value is shown: %+v", m)
	}
}

func TestDelays(t *testing.T) {
	s := load(t, head+`rules:
  listOrders:
    - {name: fixed, match: {query: {status: open}}, delay: 30s, respond: {example: none}}
    - {name: uniform, match: {query: {status: paid}}, delay: {uniform: [1s, 2s]}, respond: {example: none}}
    - {name: lognormal, delay: {lognormal: {median: 80ms, sigma: 0.4}}, respond: {example: none}}
`)
	if d := s.decide(t, "GET", "/orders?status=open", ""); d.Delay != 30*time.Second {
		t.Errorf("the fixed delay is %s", d.Delay)
	}
	if d := s.decide(t, "GET", "/orders?status=paid", ""); d.Delay < time.Second || d.Delay > 2*time.Second {
		t.Errorf("the uniform delay is %s", d.Delay)
	}
	if d := s.decide(t, "GET", "/orders", ""); d.Delay <= 0 || d.Delay > 5*time.Second {
		t.Errorf("the drawn delay is %s", d.Delay)
	}
}

func TestTheSameSeedGivesTheSameAnswer(t *testing.T) {
	s := load(t, head+`rules:
  createOrder:
    - {name: made, respond: {status: 201, body: {orderId: "${string(random(1, 1000000))}", status: open, total: "1", note: "${uuid()}"}}}
`)
	req := s.request(t, "POST", "/orders", order)
	a, _ := s.program.Decide(req, world())
	b, _ := s.program.Decide(req, world())
	w := world()
	w.Seed++
	c, err := s.program.Decide(req, w)
	if err != nil || string(a.Body) != string(b.Body) || string(a.Body) == string(c.Body) {
		t.Errorf("%s, %s and with another seed %s (%v)", a.Body, b.Body, c.Body, err)
	}
}

// The indexed choice is the first rule of the file whose conditions hold, for any rules and any request.
func TestTheIndexedChoiceEqualsAScan(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	statuses := []string{"open", "paid", "sent"}
	for round := range 60 {
		var b strings.Builder
		b.WriteString(head + "rules:\n  listOrders:\n")
		type demand struct{ status, from, size string }
		var demands []demand
		for i := range 1 + random.IntN(40) {
			var d demand
			var parts []string
			if random.IntN(3) > 0 {
				d.status = statuses[random.IntN(3)]
				parts = append(parts, "status: "+d.status)
				if random.IntN(4) == 0 {
					d.status += "," + statuses[random.IntN(3)]
					parts[0] = "status: [" + d.status + "]"
				}
			}
			if random.IntN(3) > 0 {
				d.size = string(rune('1' + random.IntN(4)))
				parts = append(parts, "size: "+d.size)
			}
			if random.IntN(3) == 0 {
				d.from = "2026-01-0" + string(rune('1'+random.IntN(3)))
				parts = append(parts, `from: {$gte: "`+d.from+`"}`)
			}
			if len(parts) == 0 {
				continue
			}
			demands = append(demands, d)
			name := string(rune('a'+i/26)) + string(rune('a'+i%26))
			b.WriteString("    - {name: " + name + ", match: {query: {" + strings.Join(parts, ", ") + "}}, when: \"len('" + name + "') == 2\", respond: {example: none}}\n")
		}
		if len(demands) == 0 || repeated(demands) {
			continue
		}
		fsys := fstest.MapFS{"shop/a.yaml": {Data: []byte(dedupe(b.String()))}}
		api := shop(t)
		program, findings := engine.Load(fsys, []*contract.API{api})
		if program == nil {
			t.Fatalf("round %d: %v", round, findings.Err())
		}
		s := &stand{api, program}
		for range 40 {
			status, size, from := statuses[random.IntN(3)], string(rune('1'+random.IntN(4))), "2026-01-0"+string(rune('1'+random.IntN(3)))
			want := -1
			for i, d := range demands {
				if (d.status == "" || strings.Contains(d.status, status)) && (d.size == "" || d.size == size) && (d.from == "" || from >= d.from) {
					want = i
					break
				}
			}
			d := s.decide(t, "GET", "/orders?status="+status+"&size="+size+"&from="+from, "")
			got := ruleNumber(fsys, d.Rule)
			if got != want {
				t.Fatalf("round %d: status=%s size=%s from=%s is answered by rule %d, want %d of\n%s", round, status, size, from, got, want, b.String())
			}
		}
	}
}

func repeated[T comparable](list []T) bool {
	seen := map[T]bool{}
	for _, v := range list {
		if seen[v] {
			return true
		}
		seen[v] = true
	}
	return false
}

// dedupe turns [open,open] into [open].
func dedupe(text string) string {
	for _, s := range []string{"open", "paid", "sent"} {
		text = strings.ReplaceAll(text, "["+s+","+s+"]", s)
	}
	return text
}

func ruleNumber(fsys fstest.MapFS, name string) int {
	n := -1
	for line := range strings.SplitSeq(string(fsys["shop/a.yaml"].Data), "\n") {
		if strings.Contains(line, "- {name: ") {
			n++
			if strings.Contains(line, "- {name: "+name+",") {
				return n
			}
		}
	}
	return -1
}
