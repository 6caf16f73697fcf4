package contract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

func TestObjectionsHideNothingAndAskForNoCredentials(t *testing.T) {
	api := loadText(t, `
openapi: 3.1.0
info: {title: t, version: "1"}
security: [{key: []}]
paths:
  /x/{id}:
    post:
      operationId: x
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: q, in: query, required: true, schema: {type: string}}
        - {name: H, in: header, schema: {type: integer}}
        - {name: c, in: cookie, schema: {type: integer}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a]}}}}
      responses:
        "200":
          description: d
          headers: {X-Count: {schema: {type: integer}}, X-Any: {description: d}}
          content: {application/json: {schema: {}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: k}}}
`)
	op := api.Operation("x")
	objections := func(body, contentType string, headers ...string) string {
		r := post("/x/y?p=1", contentType, body, headers...)
		var out []string
		for _, o := range op.Objections(r, func(string) string { return "y" }, contract.Limits{Body: 20}) {
			out = append(out, fmt.Sprintf("%d %s %s%s: %s", o.Status, o.In, o.Parameter, o.Pointer, o.Message))
		}
		return strings.Join(out, "\n")
	}
	const parameters = "400 path id: must be an integer, is \"y\"\n400 query q: is required\n400 query p: is not a known parameter; known are q"
	for _, c := range []struct{ name, got, want string }{
		{"a body of its type", objections(`{"b":1}`, "application/json"), parameters + "\n400 body /a: is required"},
		{"no body", objections(``, ""), parameters + "\n400 body : a body is required"},
		{"another media type", objections(`x`, "text/plain", "Accept", "text/csv", "H", "z", "Cookie", "c=z"),
			"415 header content-type: is not taken: The media type text/plain is not supported. Supported: application/json.\n" +
				"406 header accept: is not taken: None of the media types in the Accept header can be answered. Available: application/json.\n" +
				parameters + "\n400 header h: must be an integer, is \"z\"\n400 cookie c: must be an integer, is \"z\""},
		{"no JSON", objections(`{`, "application/json"), parameters + "\n400 body : the body ends before its value is complete"},
		{"too large", objections(`{"a":"aaaaaaaaaaaaaaaaaaaaaaa"}`, "application/json"), "413 body : The body is larger than 20 bytes.\n" + parameters},
	} {
		if c.got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
	headers := op.Response(200).Headers
	for i, want := range []string{"X-Count: must be an integer", ""} {
		if got := lines(headers[i].Validate("many")); got != want {
			t.Errorf("header %s: %s, want %s", headers[i].Name, got, want)
		}
	}
	if got := headers[0].Validate("7"); got != nil {
		t.Errorf("%v", got)
	}
}
