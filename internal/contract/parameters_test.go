package contract_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/contract"
)

// colors are the schemas of OpenAPI's table of styles: a value, a list and an object.
const (
	oneColor  = `{type: string}`
	manyColor = `{type: array, items: {type: [integer, string]}}`
	anyColor  = `{type: object, properties: {R: {type: integer}, G: {type: integer}, name: {type: string}, list: {type: array, items: {type: integer}}, deep: {type: object, properties: {x: {type: integer}}}}, additionalProperties: false}`
)

func parameterAPI(tb testing.TB, in, style, explode, schema string) *contract.API {
	path := "/x"
	if in == "path" {
		path = "/x/{color}"
	}
	return loadText(tb, head+"paths:\n  "+path+":\n    get:\n      operationId: x\n      parameters: [{name: color, in: "+in+", style: "+style+", explode: "+explode+", required: true, schema: "+schema+"}]\n      responses: {'200': {description: d}}\n")
}

func TestParametersAreReadInEveryStyle(t *testing.T) {
	list := []any{"blue", 7, "a,b"}
	object := map[string]any{"R": 100, "G": 200}
	cases := []struct {
		in, style, explode, schema, text string
		want                             any
	}{
		{"path", "simple", "false", oneColor, "blue", "blue"},
		{"path", "simple", "false", manyColor, "blue,7", []any{"blue", 7}},
		{"path", "simple", "true", manyColor, "blue,7", []any{"blue", 7}},
		{"path", "simple", "false", anyColor, "R,100,G,200", object},
		{"path", "simple", "true", anyColor, "R=100,G=200", object},
		{"path", "label", "false", oneColor, ".blue", "blue"},
		{"path", "label", "false", manyColor, ".blue,7", []any{"blue", 7}},
		{"path", "label", "true", manyColor, ".blue.7", []any{"blue", 7}},
		{"path", "label", "false", anyColor, ".R,100,G,200", object},
		{"path", "label", "true", anyColor, ".R=100.G=200", object},
		{"path", "matrix", "false", oneColor, ";color=blue", "blue"},
		{"path", "matrix", "false", manyColor, ";color=blue,7", []any{"blue", 7}},
		{"path", "matrix", "true", manyColor, ";color=blue;color=7", []any{"blue", 7}},
		{"path", "matrix", "false", anyColor, ";color=R,100,G,200", object},
		{"path", "matrix", "true", anyColor, ";R=100;G=200", object},
		{"query", "form", "true", oneColor, "color=bl%C3%BCe", "blüe"},
		{"query", "form", "false", manyColor, "color=blue,7,a%2Cb", list},
		{"query", "form", "true", manyColor, "color=blue&color=7&color=a%2Cb", list},
		{"query", "form", "true", manyColor, "color=blue", []any{"blue"}},
		{"query", "form", "false", anyColor, "color=R,100,G,200", object},
		{"query", "form", "true", anyColor, "R=100&G=200", object},
		{"query", "form", "true", anyColor, "R=100&list=1&list=2", map[string]any{"R": 100, "list": []any{1, 2}}},
		{"query", "spaceDelimited", "false", manyColor, "color=blue%207", []any{"blue", 7}},
		{"query", "spaceDelimited", "false", manyColor, "color=blue+7", []any{"blue", 7}},
		{"query", "spaceDelimited", "true", manyColor, "color=blue&color=7", []any{"blue", 7}},
		{"query", "spaceDelimited", "false", anyColor, "color=R%20100%20G%20200", object},
		{"query", "pipeDelimited", "false", manyColor, "color=blue|7|a,b", list},
		{"query", "pipeDelimited", "false", manyColor, "color=blue%7C7", []any{"blue", 7}},
		{"query", "pipeDelimited", "false", anyColor, "color=R|100|G|200", object},
		{"query", "deepObject", "true", anyColor, "color[R]=100&color%5BG%5D=200", object},
		{"query", "deepObject", "true", anyColor, "color[deep][x]=1&color[list]=1&color[list]=2", map[string]any{"deep": map[string]any{"x": 1}, "list": []any{1, 2}}},
		{"query", "deepObject", "true", anyColor, "color[list][]=1&color[list][]=2", map[string]any{"list": []any{1, 2}}},
		{"header", "simple", "false", oneColor, "blue", "blue"},
		{"header", "simple", "false", manyColor, "blue, 7", []any{"blue", 7}},
		{"header", "simple", "false", anyColor, "R,100,G,200", object},
		{"header", "simple", "true", anyColor, "R=100,G=200", object},
		{"cookie", "form", "false", oneColor, "bl%C3%BCe", "blüe"},
		{"cookie", "form", "false", oneColor, "100%+1", "100%+1"},
		{"cookie", "form", "false", manyColor, "blue,7", []any{"blue", 7}},
		{"cookie", "form", "false", anyColor, "R,100,G,200", object},
		{"query", "form", "true", "{type: number}", "color=1.50", json.Number("1.50")},
		{"query", "form", "true", "{type: boolean}", "color=true", true},
		{"query", "form", "true", "{type: string}", "color=007", "007"},
		{"query", "form", "true", "{type: [integer, 'null']}", "color=null", nil},
		{"query", "form", "true", "{oneOf: [{type: integer}, {type: string, maxLength: 3}]}", "color=abc", "abc"},
		{"query", "form", "true", "{anyOf: [{type: string}, {type: array, items: {type: string}}]}", "color=a", []any{"a"}},
		{"query", "form", "true", "{oneOf: [{type: string}, {type: array, minItems: 2, items: {type: string}}]}", "color=a", "a"},
		{"query", "form", "true", "{}", "color=1", "1"},
		{"query", "form", "true", "{allOf: [{type: integer}, {minimum: 2}]}", "color=3", 3},
	}
	for _, c := range cases {
		t.Run(c.in+" "+c.style+" explode "+c.explode+" "+c.text, func(t *testing.T) {
			api := parameterAPI(t, c.in, c.style, c.explode, c.schema)
			req, refusal := send(t, api, parameterRequest(c.in, c.text))
			if refusal != nil {
				t.Fatalf("%s", lines(refusal.Violations))
			}
			got := map[string]map[string]any{"path": req.Path, "query": req.Query, "header": req.Header, "cookie": req.Cookie}[c.in]["color"]
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %#v, want %#v", got, c.want)
			}
		})
	}
}

func parameterRequest(in, text string) *http.Request {
	switch in {
	case "path":
		r := get("/x/" + url.PathEscape(text))
		return r
	case "query":
		return get("/x?" + text)
	case "header":
		return get("/x", "Color", text)
	}
	return get("/x", "Cookie", "color="+text)
}

func TestBadlyWrittenParametersAreExplained(t *testing.T) {
	cases := []struct{ in, style, explode, schema, text, want string }{
		{"path", "label", "false", oneColor, "blue", "color: must begin with a dot (style label)"},
		{"path", "matrix", "false", oneColor, "blue", "color: must begin with ;color= (style matrix)"},
		{"path", "matrix", "true", manyColor, ";colour=blue", "color: must begin with ;color= (style matrix)"},
		{"path", "simple", "false", anyColor, "R,100,G", "color: must hold names and values in turn, separated as its style says"},
		{"path", "simple", "true", anyColor, "R100", "color: must hold member=value pairs"},
		{"path", "simple", "true", anyColor, "R=1,R=2", "color: gives its member R more than once"},
		{"query", "deepObject", "true", anyColor, "color[R=1", "color: must be written as color[member]=value"},
		{"query", "deepObject", "true", anyColor, "color[R]=1&color[R]=2", "color: gives its member R more than once"},
		{"query", "deepObject", "true", anyColor, "color[deep]=1&color[deep][x]=2", "color: gives its member deep both a value and members"},
		{"query", "deepObject", "true", anyColor, "color[B]=1", "color: is not a known member (in /B)"},
		{"query", "deepObject", "true", anyColor, "color[R]=red", `color: must be an integer, is "red" (in /R)`},
		{"query", "form", "true", manyColor, "color=", "color: must not be empty"},
		{"query", "form", "false", manyColor, "color=1&color=2", "color: is given more than once"},
		{"query", "form", "true", "{type: array, items: {enum: [a, b]}}", "color=a&color=c", `color: must be one of "a", "b" (in /1)`},
		{"query", "form", "true", oneColor, "x=1", "color: is required\nx: is not a known parameter; known are color"},
		{"header", "simple", "false", oneColor, "", "color: must not be empty"},
	}
	for _, c := range cases {
		t.Run(c.in+" "+c.style+" "+c.text, func(t *testing.T) {
			schema := c.schema
			if c.in == "header" {
				schema = "{type: string, minLength: 1}"
			}
			api := parameterAPI(t, c.in, c.style, c.explode, schema)
			_, refusal := send(t, api, parameterRequest(c.in, c.text))
			if refusal == nil {
				t.Fatal("taken")
			}
			if got := lines(refusal.Violations); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestParametersMayBeJSON(t *testing.T) {
	api := loadText(t, head+`paths:
  /x:
    get:
      operationId: x
      parameters:
        - {name: filter, in: query, content: {application/json: {schema: {type: object, required: [a]}}}}
        - {name: free, in: query, schema: {type: object, additionalProperties: {type: integer}}}
      responses: {'200': {description: d}}
`)
	req, refusal := send(t, api, get("/x?filter="+url.QueryEscape(`{"a":[1]}`)+"&p=1&q=2"))
	if refusal != nil {
		t.Fatal(lines(refusal.Violations))
	}
	want := map[string]any{"filter": map[string]any{"a": []any{1}}, "free": map[string]any{"p": 1, "q": 2}}
	if !reflect.DeepEqual(req.Query, want) {
		t.Errorf("got %#v", req.Query)
	}
	for query, message := range map[string]string{
		"filter={":          "filter: must be JSON; the JSON text ends before its value is complete",
		"filter={}":         "filter: is required (in /a)",
		"filter=1&filter=2": "filter: is given more than once",
		"p=x":               `free: must be an integer, is "x" (in /p)`,
	} {
		_, refusal := send(t, api, get("/x?"+query))
		if refusal == nil || lines(refusal.Violations) != message {
			t.Errorf("%s: %+v", query, refusal)
		}
	}
}

func TestCredentialsAreParameters(t *testing.T) {
	op := shop(t).Operation("listItems")
	p := op.Parameter("header", "x-api-key")
	if p == nil || !p.Credential || !p.Sensitive || p.Required {
		t.Errorf("%+v", p)
	}
	if p := op.Parameter("header", "authorization"); p == nil || !p.Credential {
		t.Errorf("%+v", p)
	}
	if p := op.Parameter("header", "x-trace"); p == nil || p.Credential {
		t.Errorf("%+v", p)
	}
}

func TestPathsOfAnyShapeAreMatched(t *testing.T) {
	paths := ""
	for i, p := range []string{"/", "/a", "/a/", "/a/{id}", "/a/{id}:cancel", "/a/me", "/files/{name}.pdf", "/files/{name}.{ext}", "/r/report({id})", "/{x}/b", "/a/{id}/c/{k}", "/v{major}-{minor}/x", "/ü/{id}"} {
		parameters := ""
		for _, name := range []string{"id", "name", "ext", "x", "k", "major", "minor"} {
			if strings.Contains(p, "{"+name+"}") {
				parameters += "{name: " + name + ", in: path, required: true, schema: {}},"
			}
		}
		paths += "  '" + p + "':\n    get: {operationId: 'op" + string(rune('a'+i)) + "', summary: '" + p + "', parameters: [" + parameters + "], responses: {}}\n"
		if p == "/a/{id}" {
			paths += "    delete: {operationId: del, summary: 'DELETE " + p + "', parameters: [" + parameters + "], responses: {}}\n"
		}
	}
	api := loadText(t, head+"paths:\n"+paths)
	cases := []struct {
		method, path, want string
		params             map[string]string
		allow              []string
	}{
		{"GET", "/", "/", nil, nil},
		{"GET", "/a", "/a", nil, nil},
		{"GET", "/a/", "/a/", nil, nil},
		{"GET", "/a/7", "/a/{id}", map[string]string{"id": "7"}, nil},
		{"GET", "/a/me", "/a/me", nil, nil},
		{"DELETE", "/a/me", "DELETE /a/{id}", map[string]string{"id": "me"}, nil},
		{"GET", "/a/7:cancel", "/a/{id}:cancel", map[string]string{"id": "7"}, nil},
		{"GET", "/a/x%2Fy%3Acancel", "/a/{id}:cancel", map[string]string{"id": "x/y"}, nil},
		{"GET", "/a/:cancel", "/a/{id}", map[string]string{"id": ":cancel"}, nil},
		{"GET", "/files/a.b.pdf", "/files/{name}.pdf", map[string]string{"name": "a.b"}, nil},
		{"GET", "/files/a.b.txt", "/files/{name}.{ext}", map[string]string{"name": "a", "ext": "b.txt"}, nil},
		{"GET", "/files/.pdf", "", nil, nil},
		{"GET", "/r/report(9)", "/r/report({id})", map[string]string{"id": "9"}, nil},
		{"GET", "/q/b", "/{x}/b", map[string]string{"x": "q"}, nil},
		{"GET", "/a/b", "/a/{id}", map[string]string{"id": "b"}, nil},
		{"GET", "/a/7/c/8", "/a/{id}/c/{k}", map[string]string{"id": "7", "k": "8"}, nil},
		{"GET", "/v1-2/x", "/v{major}-{minor}/x", map[string]string{"major": "1", "minor": "2"}, nil},
		{"GET", "/%C3%BC/1", "/ü/{id}", map[string]string{"id": "1"}, nil},
		{"POST", "/a/7", "", nil, []string{"DELETE", "GET"}},
		{"GET", "/b/c/d", "", nil, nil},
		{"GET", "/a/%zz", "", nil, nil},
		{"GET", "a", "", nil, nil},
		{"GET", "", "", nil, nil},
		{"GET", "/a//", "", nil, nil},
	}
	for _, c := range cases {
		op, params, allow := api.Match(c.method, c.path)
		got := ""
		if op != nil {
			got = op.Summary
		}
		if got != c.want || !reflect.DeepEqual(params, c.params) || !reflect.DeepEqual(allow, c.allow) {
			t.Errorf("%s %s: got %q %v %v, want %q %v %v", c.method, c.path, got, params, allow, c.want, c.params, c.allow)
		}
	}
}
