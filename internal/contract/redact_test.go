package contract_test

import (
	"net/http"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
)

const secretsDocument = `
openapi: 3.1.0
info: {title: Secrets, version: 1.0.0}
servers: [{url: /v1}]
paths:
  /cards/{pan}/pins/{slot}:
    post:
      operationId: setPin
      parameters:
        - {name: pan, in: path, required: true, x-sensitive: true, schema: {type: string}}
        - {name: slot, in: path, required: true, schema: {type: string}}
        - {name: otp, in: query, x-sensitive: true, schema: {type: string}}
        - {name: page, in: query, schema: {type: integer}}
        - {name: filter, in: query, style: deepObject, explode: true, schema: {type: object, properties: {aadhaar: {type: string, x-sensitive: true}}}}
        - {name: X-Device, in: header, x-sensitive: true, schema: {type: string}}
        - {name: X-Plain, in: header, schema: {type: string}}
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Form'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Login'}}
          multipart/form-data: {schema: {$ref: '#/components/schemas/Login'}}
          text/plain: {schema: {type: string, x-sensitive: true}}
      responses:
        '200':
          description: Done.
          headers:
            X-Token: {schema: {type: string, x-sensitive: true}}
          content:
            application/json: {schema: {type: object, properties: {token: {type: string, x-sensitive: true}, status: {type: string}}}}
  /plain:
    post:
      operationId: plain
      parameters:
        - {name: q, in: query, schema: {type: string}}
      requestBody:
        content:
          application/json: {schema: {type: object}}
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {type: object}}
  /keyed:
    get:
      operationId: keyed
      security: [{key: []}]
      responses: {'204': {description: Done.}}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
  schemas:
    Login:
      type: object
      properties:
        user: {type: string}
        otp: {type: string, x-sensitive: true}
        device: {type: object, properties: {id: {type: string}, secret: {type: string, x-sensitive: true}}}
    Form:
      oneOf: [{$ref: '#/components/schemas/Cash'}, {$ref: '#/components/schemas/Card'}, {type: array, items: {$ref: '#/components/schemas/Card'}}]
    Cash:
      type: object
      required: [method]
      properties:
        method: {const: cash, type: string}
        note: {type: string}
        amount: {type: number}
    Card:
      type: object
      required: [method]
      allOf: [{$ref: '#/components/schemas/Holder'}]
      properties:
        method: {const: card, type: string}
        number: {type: string, x-sensitive: true}
        note: {type: string, maxLength: 10}
        limits: {type: object, additionalProperties: {type: object, properties: {pin: {type: string, x-sensitive: true}, max: {type: integer}}}}
        secret: {type: object, x-sensitive: true, properties: {a: {type: string}}}
        steps: {type: array, prefixItems: [{type: string}, {type: string, x-sensitive: true}], items: {type: integer}}
    Holder:
      type: object
      properties:
        holder: {anyOf: [{type: string, x-sensitive: true}, {type: object, properties: {id: {type: string}}}]}
        next: {$ref: '#/components/schemas/Card'}
`

func secretsOperation(t *testing.T, id string) *contract.Operation {
	t.Helper()
	api, found := contract.Load(fstest.MapFS{"secrets.yaml": {Data: []byte(secretsDocument)}}, "secrets.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return api.Operation(id)
}

func TestSensitiveMembersOfABodyAreHidden(t *testing.T) {
	o := secretsOperation(t, "setPin")
	for name, c := range map[string]struct{ contentType, body, want string }{
		"a member":                 {"application/json", `{"method":"card","number":"4111"}`, `{"method":"card","number":"***"}`},
		"order and digits stay":    {"application/json; charset=utf-8", "{ \"note\": \"a\",\n\"amount\": 1.50, \"method\": \"cash\" }", `{"note":"a","amount":1.50,"method":"cash"}`},
		"of the other form":        {"application/json", `{"method":"cash","number":"4111"}`, `{"method":"cash","number":"***"}`},
		"whatever its type":        {"application/json", `{"number":{"a":[4111]}}`, `{"number":"***"}`},
		"a whole object":           {"application/json", `{"secret":{"a":"x"}}`, `{"secret":"***"}`},
		"below a map":              {"application/json", `{"limits":{"atm":{"pin":"1234","max":7}}}`, `{"limits":{"atm":{"pin":"***","max":7}}}`},
		"in a list":                {"application/json", `[{"number":"4111","note":"n"}]`, `[{"number":"***","note":"n"}]`},
		"at a place of a list":     {"application/json", `{"steps":["a","b",3]}`, `{"steps":["a","***",3]}`},
		"of one form of a union":   {"application/json", `{"holder":{"id":"7"}}`, `{"holder":"***"}`},
		"of a recursive schema":    {"application/json", `{"next":{"next":{"number":"1","note":"n"}}}`, `{"next":{"next":{"number":"***","note":"n"}}}`},
		"a member nobody knows":    {"application/json", `{"numbr":"4111","note":"n"}`, `{"numbr":"***","note":"n"}`},
		"a value of another type":  {"application/json", `"4111"`, `"***"`},
		"a member of another type": {"application/json", `{"note":{"number":"4111"}}`, `{"note":"***"}`},
		"escaped names":            {"application/json", `{"n\u0075mber":"4111"}`, `{"number":"***"}`},
		"null":                     {"application/json", `{"number":null}`, `{"number":"***"}`},
		"no JSON":                  {"application/json", `{"number":"4111"`, `***`},
		"two values":               {"application/json", `{"note":"a"} {"number":"4111"}`, `***`},
		"a member twice":           {"application/json", `{"number":"1","number":"2"}`, `***`},
		"no UTF-8":                 {"application/json", "{\"number\":\"\xff\"}", `***`},
		"another media type":       {"application/xml", `<number>4111</number>`, `***`},
		"no media type":            {"", `{"number":"4111"}`, `***`},
		"a form":                   {"application/x-www-form-urlencoded", "user=zo%C3%AB&otp=123456&%6Ftp=7&odd=1&device[secret]=s&device=x", "user=zo%C3%AB&otp=***&%6Ftp=***&odd=***&device[secret]=***&device=***"},
		"a broken form":            {"application/x-www-form-urlencoded", "otp%=123456&123456", "otp%=***&***"},
		"parts":                    {"multipart/form-data; boundary=b", "--b\r\n", "***"},
		"text":                     {"text/plain", "123456", "***"},
		"nothing":                  {"application/json", "", ""},
	} {
		if got := string(o.RedactRequestBody(c.contentType, []byte(c.body))); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestBodiesWithoutSensitiveMembersAreShownAsTheyAre(t *testing.T) {
	o := secretsOperation(t, "plain")
	for contentType, body := range map[string]string{"application/json": `{ "a": `, "text/csv": "a;b"} {
		if got := string(o.RedactRequestBody(contentType, []byte(body))); got != body {
			t.Errorf("%s shows %s", contentType, got)
		}
	}
	body := []byte(`{"a":1}`)
	got := o.RedactResponseBody(200, "application/json", body)
	if got[0] = 'X'; body[0] == 'X' {
		t.Error("what is shown shares memory with the original")
	}
}

func TestAnswersAreHiddenAsTheirStatusDeclares(t *testing.T) {
	o := secretsOperation(t, "setPin")
	for name, c := range map[string]struct {
		status                  int
		contentType, body, want string
	}{
		"a member":              {200, "application/json", `{"status":"ok","token":"t"}`, `{"status":"ok","token":"***"}`},
		"undeclared status":     {500, "application/json", `{"token":"t"}`, `***`},
		"problems are our own":  {500, "application/problem+json", `{"code":"X"}`, `{"code":"X"}`},
		"undeclared media type": {200, "text/plain", `t`, `***`},
	} {
		if got := string(o.RedactResponseBody(c.status, c.contentType, []byte(c.body))); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestCredentialsAndSensitiveHeadersAreHidden(t *testing.T) {
	h := http.Header{
		"Authorization": {"Bearer abc.def"}, "Proxy-Authorization": {"abc"}, "Cookie": {"a=b"}, "X-Api-Key": {"k"}, "Server-Hash": {"h"},
		"X-Device": {"d"}, "x-device": {"d"}, "X-Plain": {"p", "q"}, "Idempotency-Key": {"i"}, "User-Agent": {"u"},
	}
	want := map[string]string{
		"Authorization": "Bearer ***", "Proxy-Authorization": "***", "Cookie": "***", "X-Api-Key": "***", "Server-Hash": "***",
		"X-Device": "***", "x-device": "***", "X-Plain": "p", "Idempotency-Key": "i", "User-Agent": "u",
	}
	got := secretsOperation(t, "setPin").RedactRequestHeader(h)
	for name, value := range want {
		if got[name][0] != value {
			t.Errorf("%s shows %s", name, got[name][0])
		}
	}
	if len(got["X-Plain"]) != 2 || h["Cookie"][0] != "a=b" {
		t.Error("values are lost")
	}
	answer := secretsOperation(t, "setPin").RedactResponseHeader(200, http.Header{"Set-Cookie": {"a=b", "c=d"}, "X-Token": {"t"}, "Location": {"/x"}})
	if answer["Set-Cookie"][1] != "***" || answer["X-Token"][0] != "***" || answer["Location"][0] != "/x" {
		t.Errorf("the answer shows %v", answer)
	}
}

func TestSensitiveParametersOfATargetAreHidden(t *testing.T) {
	for _, c := range []struct{ operation, target, want string }{
		{"setPin", "/v1/cards/4111/pins/2", "/v1/cards/***/pins/2"},
		{"setPin", "/v1/cards/4111/pins/2?page=3&otp=123456", "/v1/cards/***/pins/2?page=3&otp=***"},
		{"setPin", "/v1/cards/41%2F11/pins/2?o%74p=1&filter[aadhaar]=9&otpp=7&page", "/v1/cards/***/pins/2?o%74p=***&filter[aadhaar]=***&otpp=***&page"},
		{"setPin", "/odd/4111", "/v1/cards/{pan}/pins/{slot}"},
		{"setPin", "/v1/cards/4111/pins/2?%zz=1", "/v1/cards/***/pins/2?%zz=***"},
		{"plain", "/v1/plain?q=a&other=b", "/v1/plain?q=a&other=b"},
		{"keyed", "/v1/keyed?api_key=k&x=y", "/v1/keyed?api_key=***&x=***"},
	} {
		if got := secretsOperation(t, c.operation).RedactTarget(c.target); got != c.want {
			t.Errorf("%s: %s, want %s", c.target, got, c.want)
		}
	}
}

func TestNothingIsKnownOfNoOperation(t *testing.T) {
	var o *contract.Operation
	if got := o.RedactTarget("/a?b=c"); got != "/a?***" {
		t.Errorf("target %s", got)
	}
	if got := string(o.RedactRequestBody("application/json", []byte(`{}`))) + string(o.RedactResponseBody(200, "application/json", []byte(`{}`))); got != "******" {
		t.Errorf("bodies %s", got)
	}
	h := o.RedactRequestHeader(http.Header{"Cookie": {"a"}, "Accept": {"b"}})
	if h["Cookie"][0] != "***" || h["Accept"][0] != "b" {
		t.Errorf("header %v", h)
	}
	if h := o.RedactResponseHeader(200, http.Header{"Set-Cookie": {"a"}}); h["Set-Cookie"][0] != "***" {
		t.Errorf("header %v", h)
	}
}
