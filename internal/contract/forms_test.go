package contract_test

import (
	"bytes"
	"mime/multipart"
	"net/textproto"
	"reflect"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

const formDocument = head + `paths:
  /x:
    post:
      operationId: x
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: &form
              type: object
              required: [name]
              properties:
                name: {type: string, maxLength: 5}
                age: {type: integer}
                agreed: {type: boolean}
                tags: {type: array, items: {type: string}}
                codes: {type: array, items: {type: integer}}
                meta: {type: object, properties: {a: {type: integer}}}
                area: {type: object, properties: {lat: {type: number}}}
              additionalProperties: false
            encoding: {codes: {style: pipeDelimited, explode: false}, meta: {contentType: application/json}, area: {style: deepObject}}
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                name: {type: string, maxLength: 5}
                age: {type: integer}
                meta: {type: object, properties: {a: {type: integer}}}
                file: {type: string, maxLength: 10}
                pictures: {type: array, items: {type: string}, maxItems: 2}
                numbers: {type: array, items: {type: integer}}
            encoding: {pictures: {contentType: 'image/png, image/*'}}
      responses: {'200': {description: d}}
`

func TestFormsAreReadByTheirSchemas(t *testing.T) {
	api := loadText(t, formDocument)
	cases := []struct {
		body string
		want any
		bad  string
	}{
		{"name=A+b&age=7&agreed=true&tags=x&tags=y&codes=1|2&meta=%7B%22a%22:1%7D&area[lat]=1.5\r\n", nil, ""},
		{"age=x", nil, "/age: must be an integer, is a string\n/name: is required"},
		{"name=toolong&nmae=1", nil, "/name: must be at most 5 characters, has 7\n/nmae: is not a known member; did you mean \"name\"?"},
		{"name=a&name=b", nil, ": The member name is given more than once."},
		{"name=%f", nil, ": The member name has a % that does not begin an escape; write %25."},
		{"na%me=1", nil, ": The body has a name that has a % that does not begin an escape; write %25."},
		{"name=a&meta={", nil, ": The member meta must be JSON: the JSON text ends before its value is complete."},
		{"name=", map[string]any{"name": ""}, ""},
		{"\xff", nil, ": The body is not UTF-8."},
	}
	for _, c := range cases {
		req, refusal := send(t, api, post("/x", "application/x-www-form-urlencoded", c.body))
		if refusal != nil {
			if got := lines(refusal.Violations); got != c.bad {
				t.Errorf("%s: got\n%s\nwant\n%s", c.body, got, c.bad)
			}
			continue
		}
		if c.bad != "" {
			t.Errorf("%s: taken", c.body)
		}
		if c.want != nil && !reflect.DeepEqual(req.Body, c.want) {
			t.Errorf("%s: got %#v", c.body, req.Body)
		}
	}
	req, _ := send(t, api, post("/x", "application/x-www-form-urlencoded", cases[0].body))
	body := req.Body.(map[string]any)
	if body["name"] != "A b" || body["age"] != 7 || body["agreed"] != true || !reflect.DeepEqual(body["tags"], []any{"x", "y"}) ||
		!reflect.DeepEqual(body["codes"], []any{1, 2}) || !reflect.DeepEqual(body["meta"], map[string]any{"a": 1}) {
		t.Errorf("got %#v", body)
	}
}

type formPart struct{ name, file, contentType, text string }

func multipartBody(tb testing.TB, parts ...formPart) (contentType, body string) {
	tb.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		h := textproto.MIMEHeader{}
		disposition := `form-data; name="` + p.name + `"`
		if p.file != "" {
			disposition += `; filename="` + p.file + `"`
		}
		h.Set("Content-Disposition", disposition)
		if p.contentType != "" {
			h.Set("Content-Type", p.contentType)
		}
		part, err := w.CreatePart(h)
		if err == nil {
			_, err = part.Write([]byte(p.text))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return w.FormDataContentType(), b.String()
}

func TestMultipartBodiesAreReadByTheirSchemas(t *testing.T) {
	api := loadText(t, formDocument)
	file := formPart{"file", "a.bin", "application/octet-stream", "\xff\x00"}
	good := []formPart{file, {"name", "", "", "anna"}, {"age", "", "text/plain", "41"}, {"meta", "", "", `{"a":1}`}, {"numbers", "", "", "1"}, {"numbers", "", "", "2"}, {"pictures", "p.png", "image/png", "x"}}
	contentType, text := multipartBody(t, good...)
	req, refusal := send(t, api, post("/x", contentType, text))
	if refusal != nil {
		t.Fatalf("%s %s", refusal.Detail, lines(refusal.Violations))
	}
	want := map[string]any{"file": "\xff\x00", "name": "anna", "age": 41, "meta": map[string]any{"a": 1}, "numbers": []any{1, 2}, "pictures": []any{"x"}}
	if !reflect.DeepEqual(req.Body, want) {
		t.Errorf("got %#v", req.Body)
	}
	if want := []contract.File{{Field: "file", Name: "a.bin", ContentType: "application/octet-stream", Size: 2}, {Field: "pictures", Name: "p.png", ContentType: "image/png", Size: 1}}; !reflect.DeepEqual(req.Files, want) {
		t.Errorf("got %+v", req.Files)
	}
	cases := []struct {
		name  string
		parts []formPart
		want  string
	}{
		{"missing and wrong", []formPart{{"age", "", "", "x"}, {"name", "", "", "too long"}}, "/age: must be an integer, is a string\n/file: is required\n/name: must be at most 5 characters, has 8"},
		{"type of a part", []formPart{file, {"pictures", "p.pdf", "application/pdf", "x"}}, ": The part pictures must be of type image/png or image/*."},
		{"repeated", []formPart{file, file}, ": The part file is given more than once."},
		{"no name", []formPart{{"", "", "", "x"}}, ": A part of the body has no name."},
		{"JSON part", []formPart{file, {"meta", "", "application/json", "{"}}, ": The part meta must be JSON; the JSON text ends before its value is complete."},
		{"not UTF-8", []formPart{file, {"name", "", "", "\xff"}}, ": The part name is not UTF-8."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			contentType, text := multipartBody(t, c.parts...)
			_, refusal := send(t, api, post("/x", contentType, text))
			if refusal == nil {
				t.Fatal("taken")
			}
			if got := lines(refusal.Violations); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	for header, body := range map[string]string{"multipart/form-data": text, contentType: text[:len(text)-20]} {
		if _, refusal := send(t, api, post("/x", header, body)); refusal == nil || refusal.Code != problem.MalformedBody {
			t.Errorf("%s: %+v", header, refusal)
		}
	}
}
