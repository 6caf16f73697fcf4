package agreement_test

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/agreement"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/pact"
)

// shop is the document that pacts are held against here.
const shop = `openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: 'https://shop.example/v1'}]
security: [{key: []}]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - {name: page, in: query, schema: {type: integer, minimum: 1}}
        - {name: state, in: query, schema: {$ref: '#/components/schemas/State'}}
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: string, pattern: '^o-'}}}
        - {name: X-Trace, in: header, schema: {type: string, pattern: '^[a-f0-9]{4}$'}}
        - {name: session, in: cookie, schema: {type: string, maxLength: 4}}
      responses:
        '200':
          description: The orders.
          headers: {X-Total: {schema: {type: integer}}, X-State: {schema: {type: string, enum: [full, part]}}}
          content: {application/json: {schema: {type: array, maxItems: 3, minItems: 1, items: {$ref: '#/components/schemas/Order'}}}}
        '400': {description: Refused.}
        '401': {description: No key.}
        default: {description: Other., content: {application/problem+json: {schema: {type: object, properties: {code: {type: string}}}}}}
    post:
      operationId: createOrder
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
      responses:
        '201': {description: Created., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
        '400': {description: Refused.}
        '404': {description: Unknown.}
        '415': {description: Refused.}
        '422': {description: Refused.}
        '503': {description: Down.}
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string, pattern: '^o-[0-9]{3}$'}}]
    get:
      operationId: getOrder
      responses:
        '200': {description: The order., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}, text/plain: {schema: {type: string, enum: [paid]}}}}
        '404': {description: Unknown.}
    delete:
      operationId: deleteOrder
      responses: {'204': {description: Gone.}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: x-api-key}}
  schemas:
    State: {type: string, enum: [open, paid]}
    NewOrder:
      type: object
      additionalProperties: false
      required: [quantity]
      properties:
        quantity: {type: integer}
        note: {type: string, maxLength: 5}
        price: {type: number}
        paid: {type: boolean, const: true}
        tags: {type: array, minItems: 2, maxItems: 4, items: {type: string}}
        state: {$ref: '#/components/schemas/State'}
        due: {type: string, format: date}
        at: {type: string, format: date-time}
        time: {type: string, pattern: '^[0-9]{2}:[0-9]{2}$'}
        version: {type: string, pattern: '^[0-9]+[.][0-9]+[.][0-9]+$'}
        way: {$ref: '#/components/schemas/Way'}
        map: {type: object, propertyNames: {pattern: '^[a-z]+$'}, additionalProperties: {type: string, enum: [low, high]}}
    Way:
      oneOf: [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Upi'}]
      discriminator: {propertyName: kind, mapping: {card: '#/components/schemas/Card', upi: '#/components/schemas/Upi'}}
    Card: {type: object, required: [kind, number], additionalProperties: false, properties: {kind: {type: string, const: card}, number: {type: string}}}
    Upi: {type: object, required: [kind], additionalProperties: false, properties: {kind: {type: string, const: upi}, vpa: {type: string}}}
    Order:
      type: object
      required: [id, quantity]
      properties:
        id: {type: string, pattern: '^o-[0-9]{3}$'}
        quantity: {type: integer}
        price: {type: number}
        rating: {type: number, enum: [1, 2]}
        paid: {type: boolean}
        state: {$ref: '#/components/schemas/State'}
        either: {oneOf: [{const: a}, {const: b}]}
        name: {type: string}
        maybe: {type: [string, 'null']}
        mixed: {oneOf: [{type: string}, {type: integer}]}
        due: {type: string, format: date}
        link: {type: string, format: uri}
        pin: {type: string, enum: ['1', '2'], x-sensitive: true}
        list: {type: array, minItems: 2, maxItems: 3, items: {type: string}}
        way: {$ref: '#/components/schemas/Way'}
        map: {type: object, propertyNames: {enum: [size, weight]}, additionalProperties: {$ref: '#/components/schemas/State'}}
`

// document is a file system that holds a document as shop.yaml and other.yaml.
func document(text string) fs.FS {
	return fstest.MapFS{"shop.yaml": {Data: []byte(text)}, "other.yaml": {Data: []byte(text)}}
}

func load(t *testing.T, name, text string) *contract.API {
	t.Helper()
	api, found := contract.Load(document(text), name+".yaml")
	if api == nil {
		t.Fatal(found.Err())
	}
	return api
}

// parse reads a pact with one line for each interaction.
func parse(t *testing.T, interactions ...string) *pact.File {
	t.Helper()
	f, found := pact.Read([]byte(`{"consumer": {"name": "till"}, "provider": {"name": "shop"}, "metadata": {"pactSpecification": {"version": "3.0.0"}}, "interactions": [`+"\n"+
		strings.Join(interactions, ",\n")+"\n]}"), "till.json")
	if f == nil {
		t.Fatal(found.Err())
	}
	return f
}

// exchange writes an interaction.
func exchange(method, path, request string, status int, response string) string {
	return fmt.Sprintf(`{"request": {"method": %q, "path": %q%s}, "response": {"status": %d%s}}`, method, path, comma(request), status, comma(response))
}

func comma(members string) string {
	if members == "" {
		return ""
	}
	return ", " + members
}

// said writes the findings as `severity code: message`, one a line.
func said(r *agreement.Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%s %s: %s", f.Severity, f.Code, f.Message))
	}
	return strings.Join(out, "\n")
}

func check(t *testing.T, interactions ...string) *agreement.Report {
	t.Helper()
	return agreement.Check([]*pact.File{parse(t, interactions...)}, []*contract.API{load(t, "shop", shop)}, nil)
}

const (
	post  = `"headers": {"Content-Type": "application/json"}, "body": `
	found = "/v1/orders/o-001"
)

func TestRequestsAreHeldAgainstTheDocument(t *testing.T) {
	for _, c := range []struct {
		name, interaction, want string
	}{
		{"a fine body", exchange("post", "/v1/orders", post+`{"quantity": 1, "way": {"kind": "upi"}}`, 201, ""), ``},
		{"a body that breaks its schema", exchange("POST", "/v1/orders", post+`{"quantity": "1", "nota": "x", "way": {"kind": "card", "vpa": "a"}}`, 201, ""),
			"error request-body: the request's body /quantity must be an integer, is a string (/interactions/0/request/body/quantity)\n" +
				"error request-body: the request's body /nota is not a known member; did you mean \"note\"? (/interactions/0/request/body/nota)\n" +
				"error request-body: the request's body /way/number is required (/interactions/0/request/body/way)\n" +
				"error request-body: the request's body /way/vpa is not a known member (/interactions/0/request/body/way/vpa)"},
		{"a member that is missing", exchange("POST", "/v1/orders", post+`{}`, 201, ""), `error request-body: the request's body /quantity is required (/interactions/0/request/body)`},
		{"no body", exchange("POST", "/v1/orders", "", 201, ""), `error request-body: the request: a body is required (/interactions/0/request)`},
		{"a body where none is taken", exchange("DELETE", found, post+`{}`, 204, ""), `error request-body: the request: this operation takes no body (/interactions/0/request/body)`},
		{"a body without its type", exchange("POST", "/v1/orders", `"body": {"quantity": 1}`, 201, ""),
			`warning request-content-type: the request has a body, and does not say its media type (/interactions/0/request/body)`},
		{"another media type", exchange("POST", "/v1/orders", `"headers": {"content-type": "text/csv"}, "body": "1"`, 201, ""),
			`error request-content-type: the request's header content-type is not taken: The media type text/csv is not supported. Supported: application/json. (/interactions/0/request/headers/content-type)`},
		{"fine parameters", exchange("GET", "/v1/orders", `"query": {"page": "2", "state": ["open"], "ids": ["o-1,o-2"]}, "headers": {"x-trace": "00ff", "Cookie": "session=abc", "User-Agent": "x"}`, 200, ""), ``},
		{"parameters with other values", exchange("GET", "/v1/orders", `"query": "page=0&state=lost&ids=o-1,x", "headers": {"x-trace": "zz", "Cookie": "session=abcde"}`, 200, ""),
			"error request-query: the request's query parameter ids must match the pattern ^o- (in /1) (/interactions/0/request/query)\n" +
				"error request-query: the request's query parameter page must be at least 1 (/interactions/0/request/query)\n" +
				"error request-query: the request's query parameter state must be one of \"open\", \"paid\" (/interactions/0/request/query)\n" +
				"error request-header: the request's header x-trace must match the pattern ^[a-f0-9]{4}$ (/interactions/0/request/headers/x-trace)\n" +
				"error request-header: the request's cookie parameter session must be at most 4 characters, has 5 (/interactions/0/request/headers/Cookie)"},
		{"an unknown parameter", exchange("GET", "/v1/orders", `"query": {"pag": ["2"]}`, 200, ""),
			`error request-query: the request's query parameter pag is not a known parameter; known are page, state, ids; did you mean "page"? (/interactions/0/request/query/pag)`},
		{"an unknown header", exchange("GET", "/v1/orders", `"headers": {"X-Trase": "2", "X-Api-Key": "k", "Accept": "application/json"}`, 200, ""),
			`warning unknown-header: the request's header X-Trase is not known to the document, so a server passes over it (/interactions/0/request/headers/X-Trase)`},
		{"an answer that cannot be given", exchange("GET", "/v1/orders", `"headers": {"Accept": "text/csv"}`, 200, ""),
			`error request-accept: the request's header accept is not taken: None of the media types in the Accept header can be answered. Available: application/json. (/interactions/0/request/headers/Accept)`},
		{"another path parameter", exchange("GET", "/v1/orders/7", "", 200, ""), `error request-path: the request's path parameter id must match the pattern ^o-[0-9]{3}$ (/interactions/0/request/path)`},
		{"another method", exchange("PUT", found, "", 200, "") + "," + exchange("GET", found, "", 200, ""),
			`error unknown-operation: the document has DELETE, GET for the path /v1/orders/o-001, not PUT (/interactions/0/request/method)`},
		{"another path", exchange("GET", "/v1/order", "", 200, "") + "," + exchange("GET", found, "", 200, ""), `error unknown-operation: no document has the path /v1/order (/interactions/0/request/path)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sortedLines(said(check(t, c.interaction))); got != sortedLines(c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// sortedLines makes texts comparable whose lines share a place.
func sortedLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		for j := i; j > 0 && lines[j] < lines[j-1]; j-- {
			lines[j], lines[j-1] = lines[j-1], lines[j]
		}
	}
	return strings.Join(lines, "\n")
}

func TestARequestMayBreakTheDocumentWhereTheConsumerExpectsThat(t *testing.T) {
	broken, typed := post+`{"quantity": "x"}`, `"headers": {"Content-Type": "text/csv"}, "body": "1"`
	for _, c := range []struct {
		name, interaction string
		refused           bool
		codes             string
	}{
		{"400 for a body", exchange("POST", "/v1/orders", broken, 400, ""), true, ""},
		{"422 for a body", exchange("POST", "/v1/orders", broken, 422, ""), true, ""},
		{"415 for a media type", exchange("POST", "/v1/orders", typed, 415, ""), true, ""},
		{"400 for a media type", exchange("POST", "/v1/orders", typed, 400, ""), true, ""},
		{"404 for an identifier that cannot be", exchange("GET", "/v1/orders/x", "", 404, ""), true, ""},
		{"401 before anything is looked at", exchange("GET", "/v1/orders", `"query": {"page": ["0"]}`, 401, ""), true, ""},
		{"404 for a body", exchange("POST", "/v1/orders", broken, 404, ""), false, "request-body"},
		{"503 for a body", exchange("POST", "/v1/orders", broken, 503, ""), false, "request-body"},
		{"415 for a body", exchange("POST", "/v1/orders", broken, 415, ""), false, "request-body"},
		{"400 for nothing", exchange("POST", "/v1/orders", post+`{"quantity": 1}`, 400, ""), false, "nothing-to-refuse"},
		{"415 for nothing", exchange("POST", "/v1/orders", post+`{"quantity": 1}`, 415, ""), false, "nothing-to-refuse"},
		{"422 for a reason of the provider", exchange("POST", "/v1/orders", post+`{"quantity": 1}`, 422, ""), false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := check(t, c.interaction)
			var codes []string
			for _, f := range r.Findings {
				codes = append(codes, f.Code)
			}
			if got := len(r.Interactions[0].Refused) > 0; got != c.refused || strings.Join(codes, " ") != c.codes {
				t.Errorf("refused %t, %s", got, said(r))
			}
		})
	}
	r := check(t, exchange("POST", "/v1/orders", broken, 503, ""))
	if want := "such a request is refused with 400 before it could be answered with 503"; r.Findings[0].Hint != want {
		t.Errorf("the hint is %q", r.Findings[0].Hint)
	}
	if got := check(t, exchange("POST", "/v1/orders", broken, 400, "")).Interactions[0].Refused; !reflect.DeepEqual(got, []string{"the request's body /quantity must be an integer, is a string"}) {
		t.Errorf("refused %q", got)
	}
}

func TestResponsesAreHeldAgainstTheDocumentAsExcerpts(t *testing.T) {
	for _, c := range []struct {
		name, interaction, want string
	}{
		{"a part of the body", exchange("GET", found, "", 200, `"body": {"quantity": 3, "way": {"kind": "card"}}`), ``},
		{"no body", exchange("GET", found, "", 200, ""), ``},
		{"another status", exchange("GET", found, "", 418, ""), `error response-status: getOrder does not answer with 418; the document has 200, 404 (/interactions/0/response/status)`},
		{"a status by default", exchange("GET", "/v1/orders", "", 500, `"body": {"code": "X"}`), ``},
		{"what is not named", exchange("GET", found, "", 200, `"body": {"quantty": 3, "quantity": 1.5, "state": "lost", "way": {"kind": "upi", "number": "1"}}`),
			"error response-body: the response's body /quantity must be an integer, is a fraction (/interactions/0/response/body/quantity)\n" +
				"error response-body: the response's body /quantty is not a known member; did you mean \"quantity\"? (/interactions/0/response/body/quantty)\n" +
				"error response-body: the response's body /state must be one of \"open\", \"paid\" (/interactions/0/response/body/state)\n" +
				"error response-body: the response's body /way/number is not a known member (/interactions/0/response/body/way/number)"},
		{"another type", exchange("GET", found, "", 200, `"body": []`), `error response-body: the response's body must be an object, is a list (/interactions/0/response/body)`},
		{"a list of one example", exchange("GET", found, "", 200, `"body": {"list": ["a"]}, "matchingRules": {"body": {"$.list": {"matchers": [{"match": "type", "min": 1}]}}}`), ``},
		{"a list of exactly one", exchange("GET", found, "", 200, `"body": {"list": ["a"]}`), `error response-body: the response's body /list must have at least 2 items, has 1 (/interactions/0/response/body/list)`},
		{"headers", exchange("GET", "/v1/orders", "", 200, `"headers": {"x-total": "7", "X-State": "part", "Date": "now"}`), ``},
		{"other headers", exchange("GET", "/v1/orders", "", 200, `"headers": {"X-Total": "many", "X-Totals": "1", "ETag": "x"}`),
			"error response-header: the response's header x-total must be an integer (/interactions/0/response/headers/X-Total)\n" +
				"error response-header: the document has no header X-Totals for the status 200 (/interactions/0/response/headers/X-Totals)\n" +
				"warning response-header: the document has no header ETag for the status 200 (/interactions/0/response/headers/ETag)"},
		{"another media type", exchange("GET", found, "", 200, `"headers": {"Content-Type": "text/csv"}, "body": "a"`),
			`error response-content-type: the document has application/json, text/plain for the status 200, not text/csv (/interactions/0/response/headers/Content-Type)`},
		{"another media type without a body", exchange("GET", "/v1/orders", "", 200, `"headers": {"Content-Type": "text/html"}`),
			`error response-content-type: the document has application/json for the status 200, not text/html (/interactions/0/response/headers/Content-Type)`},
		{"another media type with an empty body", exchange("GET", "/v1/orders", "", 200, `"headers": {"Content-Type": "text/html"}, "body": ""`),
			`error response-content-type: the document has application/json for the status 200, not text/html (/interactions/0/response/headers/Content-Type)`},
		{"the media type without a body", exchange("GET", "/v1/orders", "", 200, `"headers": {"Content-Type": "application/json; charset=utf-8"}`), ``},
		{"a text", exchange("GET", found, "", 200, `"headers": {"Content-Type": "text/plain"}, "body": "paid"`), ``},
		{"a text without a type", exchange("GET", found, "", 200, `"body": "open"`), `error response-body: the response's body must be "paid" (/interactions/0/response/body)`},
		{"a kind of body that there is not", exchange("GET", "/v1/orders", "", 200, `"body": "open"`),
			`error response-content-type: the document has application/json for the status 200, and the body is of another kind (/interactions/0/response/body)`},
		{"a body where there is none", exchange("DELETE", found, "", 204, `"body": {}`), `error response-body: the consumer expects a body, and the document has none for the status 204 (/interactions/0/response/body)`},
		{"no body where there is one", exchange("GET", found, "", 200, `"body": null`),
			`warning response-body: the consumer expects no body, and the document has application/json, text/plain for the status 200 (/interactions/0/response/body)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sortedLines(said(check(t, c.interaction))); got != sortedLines(c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestFindingsOfPendingInteractionsAreWarnings(t *testing.T) {
	r := check(t, strings.Replace(exchange("GET", found, "", 418, ""), "{", `{"pending": true, "description": "tea", `, 1))
	if want := `warning response-status: getOrder does not answer with 418; the document has 200, 404 (/interactions/0/response/status, in "tea", which is pending)`; said(r) != want {
		t.Errorf("%s", said(r))
	}
}

func TestFindingsStandInThePactAndLeadToTheDocument(t *testing.T) {
	r := check(t, exchange("POST", "/v1/orders", post+`{"quantity": 1, "note": "too long"}`, 201, ""))
	var b strings.Builder
	if err := r.Findings.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	want := `till.json:2:127: error: the request's body /note must be at most 5 characters, has 8 (/interactions/0/request/body/note) [request-body]
    {"request": {"method": "POST", "path": "/v1/orders", "headers": {"Content-Type": "application/json"}, "body": {"quantity": 1, "note": "too long"}}, "response":` + " \n" +
		strings.Repeat(" ", 130) + `^^^^^^^^^^^^^^^^^^
  shop.yaml:53:15: what it is held against is declared here
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestProviderStatesAreThoseOfScenarios(t *testing.T) {
	f := parse(t, `{"providerStates": [{"name": "an order exists", "params": {"id": "o-1", "colour": "red"}}, {"name": "an order exists"}, {"name": "an order exist"}, {"name": "the moon is full"}], "request": {"method": "GET", "path": "/v1/orders"}}`)
	apis := []*contract.API{load(t, "shop", shop)}
	states := []agreement.State{{Name: "an order exists", Params: []string{"id"}, Required: []string{"id"}}, {Name: "nothing"}}
	r := agreement.Check([]*pact.File{f}, apis, states)
	want := `error unknown-state-parameter: the provider state "an order exists" has no parameter "colour" (/interactions/0/providerStates/0/params/colour)
error missing-state-parameter: the provider state "an order exists" needs the parameter "id" (/interactions/0/providerStates/1)
error unknown-state: no scenario declares the provider state "an order exist" (/interactions/0/providerStates/2)
error unknown-state: no scenario declares the provider state "the moon is full" (/interactions/0/providerStates/3)`
	if said(r) != want || r.Findings[2].Hint != `did you mean "an order exists"?` || r.Findings[3].Hint == "" {
		t.Errorf("%s", said(r))
	}
	if r := agreement.Check([]*pact.File{f}, apis, nil); len(r.Findings) > 0 {
		t.Errorf("states that are not known: %s", said(r))
	}
	if r := agreement.Check([]*pact.File{f}, apis, []agreement.State{}); r.Findings.Errors() != 4 {
		t.Errorf("no states: %s", said(r))
	}
	if r := agreement.Check([]*pact.File{f}, apis, states, "other"); r.Findings.Errors() != 4 {
		t.Errorf("another API that no scenario plays: %s", said(r))
	}
	if r := agreement.Check([]*pact.File{f}, apis, states, "shop"); len(r.Findings) > 0 {
		t.Errorf("an API that no scenario plays: %s", said(r))
	}
}
