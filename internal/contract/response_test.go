package contract_test

import (
	"net/http"
	"testing"
)

func TestAnswersAreHeldAgainstTheContract(t *testing.T) {
	api := loadText(t, head+`paths:
  /x:
    get:
      operationId: x
      responses:
        '200':
          description: d
          headers:
            X-Total: {required: true, schema: {type: integer}}
            X-Tags: {schema: {type: array, items: {enum: [a, b]}}}
            Content-Type: {required: true, schema: {type: integer}}
          content:
            application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}, secret: {type: string, writeOnly: true}}}}
            text/plain: {schema: {type: string, maxLength: 3}}
        '204': {description: d}
        4XX: {description: d, content: {application/problem+json: {schema: {type: object, required: [code]}}}}
    head: {operationId: h, responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}}
    put: {operationId: p, responses: {default: {description: d}}}
`)
	cases := []struct {
		name, operation string
		status          int
		headers         []string
		body, want      string
	}{
		{"good", "x", 200, []string{"Content-Type", "application/json; charset=utf-8", "X-Total", "1", "X-Tags", "a,b"}, `{"id":1}`, ""},
		{"text", "x", 200, []string{"Content-Type", "text/plain", "X-Total", "1"}, "abc", ""},
		{"long text", "x", 200, []string{"Content-Type", "text/plain", "X-Total", "1"}, "abcd", ": must be at most 3 characters, has 4"},
		{"undeclared status", "x", 500, nil, "", "status: 500 is not declared for x; declared are 200, 204, 4XX"},
		{"class of statuses", "x", 404, []string{"Content-Type", "application/problem+json"}, "{}", "/code: is required"},
		{"default", "p", 500, nil, "anything", ""},
		{"media type", "x", 200, []string{"Content-Type", "text/html", "X-Total", "1"}, "", "Content-Type: must be one of application/json, text/plain"},
		{"no media type", "x", 200, []string{"X-Total", "1"}, "{}", "Content-Type: is required; declared are application/json, text/plain"},
		{"headers", "x", 200, []string{"Content-Type", "application/json", "X-Tags", "a,c"}, `{"id":1}`, "X-Total: is required\nX-Tags: must be one of \"a\", \"b\""},
		{"header's type", "x", 200, []string{"Content-Type", "application/json", "X-Total", "many"}, `{"id":1}`, "X-Total: must be an integer"},
		{"body", "x", 200, []string{"Content-Type", "application/json", "X-Total", "1"}, `{"secret":"s"}`, "/id: is required\n/secret: is taken in requests only and may not be answered"},
		{"no JSON", "x", 200, []string{"Content-Type", "application/json", "X-Total", "1"}, `{`, ": the body ends before its value is complete"},
		{"empty", "x", 204, nil, "", ""},
		{"body of 204", "x", 204, nil, "x", ": a 204 answer to GET has no body"},
		{"HEAD", "h", 200, nil, "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			h := http.Header{}
			for i := 0; i < len(c.headers); i += 2 {
				h.Add(c.headers[i], c.headers[i+1])
			}
			if got := lines(api.Operation(c.operation).CheckResponse(c.status, h, []byte(c.body))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestStatusesAreFoundExactlyThenByClassThenByDefault(t *testing.T) {
	op := loadText(t, head+"paths: {/x: {get: {operationId: x, responses: {default: {description: d}, 5XX: {description: d}, '503': {description: d}, '201': {description: d}, '202': {description: d}}}}}").Operation("x")
	for status, want := range map[int]string{503: "503", 500: "5XX", 404: "default", 201: "201"} {
		if got := op.Response(status).Status; got != want {
			t.Errorf("%d: %s", status, got)
		}
	}
	if got := op.DefaultStatus(); got != 201 {
		t.Errorf("default status %d", got)
	}
}
