package contract

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// parameterIndex sorts an operation's parameters for the check. Objects whose members are parameters of their own
// come last in query, since they may take any name that is left.
type parameterIndex struct {
	path, query, header, cookie []*Parameter
	known                       []string // names a query may hold, for messages
}

func indexParameters(o *Operation) *parameterIndex {
	x := &parameterIndex{}
	var last []*Parameter
	for _, p := range o.Parameters {
		switch p.In {
		case "path":
			x.path = append(x.path, p)
		case "query":
			if p.written.shape == objectShape && p.Style == "form" && p.Explode {
				last = append(last, p)
				x.known = append(x.known, p.Schema.memberNames(0)...)
				continue
			}
			x.query = append(x.query, p)
			x.known = append(x.known, p.Name)
		case "header":
			x.header = append(x.header, p)
		case "cookie":
			x.cookie = append(x.cookie, p)
		}
	}
	x.query = append(x.query, last...)
	return x
}

// Check holds a request against the operation. path gives the unescaped values of the path's variables. Everything
// that is wrong is reported together, but for refusals that come before: missing credentials (401), then the body's
// media type (415), the Accept header (406) and the body's size (413). The body is read to its end.
func (o *Operation) Check(r *http.Request, path func(name string) string, l Limits) (*Request, *Refusal) {
	req := &Request{Operation: o, accept: acceptHeader(r), headers: r.Header}
	if refusal := o.authenticate(r, req); refusal != nil {
		return nil, refusal
	}
	media, refusal := o.negotiateBody(r, req)
	if refusal != nil {
		return nil, refusal
	}
	if refusal := o.negotiateAnswer(req); refusal != nil {
		return nil, refusal
	}
	if refusal := o.readBody(r, req, l); refusal != nil {
		return nil, refusal
	}
	c := inspection{operation: o, request: req}
	c.path(path)
	c.query(r.URL.RawQuery)
	c.header(r)
	c.cookie(r)
	if refusal := c.body(r, media, l); refusal != nil {
		return nil, refusal
	}
	if c.count > 0 {
		return nil, &Refusal{Code: problem.SchemaViolation, Detail: c.detail(), Violations: boundViolations(c.violations, c.count)}
	}
	return req, nil
}

// inspection gathers what is wrong with one request.
type inspection struct {
	operation  *Operation
	request    *Request
	violations []problem.Violation
	count      int
}

func (c *inspection) add(v problem.Violation) {
	if c.count++; len(c.violations) < maxViolations {
		c.violations = append(c.violations, v)
	}
}

func (c *inspection) parameter(p *Parameter, keyword, message string) {
	c.add(problem.Violation{In: p.In, Parameter: p.Name, Keyword: keyword, Message: message})
}

func (c *inspection) detail() string {
	if c.count == 1 {
		return "One thing in the request does not follow the API's contract."
	}
	return strconv.Itoa(c.count) + " things in the request do not follow the API's contract."
}

// value checks a decoded parameter and keeps it.
func (c *inspection) value(into *map[string]any, p *Parameter, v any, bad string) {
	if bad != "" {
		c.parameter(p, "style", bad)
		return
	}
	if !p.Schema.fast(Inbound)(v) {
		if v = c.second(p, v); !p.Schema.Accepts(v, Inbound) {
			c.explain(p, v)
			return
		}
	}
	if *into == nil {
		*into = make(map[string]any, 4)
	}
	(*into)[p.Name] = v
}

// second reads a list of one, or a number or boolean, as the text that it was, for schemas that admit both.
func (c *inspection) second(p *Parameter, v any) any {
	if list, ok := v.([]any); ok && len(list) == 1 && p.Schema.admitsType(list[0], 0) && p.Schema.Accepts(list[0], Inbound) {
		return list[0]
	}
	return v
}

func (c *inspection) explain(p *Parameter, v any) {
	e := explainer{text: true, show: !p.Sensitive && !p.Credential}
	for _, bad := range p.Schema.explain(v, Inbound, e) {
		message := bad.Message
		if bad.Pointer != "" {
			message += " (in " + bad.Pointer + ")"
		}
		c.parameter(p, bad.Keyword, message)
	}
}

// document reads a parameter whose value is a JSON text.
func (c *inspection) document(into *map[string]any, p *Parameter, text string) {
	if bodyKindOf(p.Content) != jsonBody {
		c.value(into, p, coerce(p.Schema, text), "")
		return
	}
	v, err := DecodeJSON([]byte(text), 0)
	if err != nil {
		c.parameter(p, "content", "must be JSON; "+err.Error())
		return
	}
	c.value(into, p, v, "")
}

func (c *inspection) path(value func(string) string) {
	for _, p := range c.operation.lookup.path {
		text := value(p.Name)
		switch {
		case text == "":
			c.parameter(p, "required", "is required")
		case !utf8.ValidString(text):
			c.parameter(p, "style", "is not UTF-8")
		case p.Content != "":
			c.document(&c.request.Path, p, text)
		default:
			v, bad := p.written.fromText(text)
			c.value(&c.request.Path, p, v, bad)
		}
	}
}

func (c *inspection) query(raw string) {
	params := c.operation.lookup.query
	if raw == "" {
		for _, p := range params {
			if p.Required {
				c.parameter(p, "required", "is required")
			}
		}
		return
	}
	pairs, bad := parsePairs(raw)
	if bad != "" {
		c.add(problem.Violation{In: "query", Parameter: "(query)", Keyword: "style", Message: bad})
	}
	for _, p := range params {
		c.queryParameter(p, pairs)
	}
	var reported []string
	for _, q := range pairs {
		if q.owner == nil && !slices.Contains(reported, q.name) {
			reported = append(reported, q.name)
			c.add(problem.Violation{In: "query", Parameter: shorten(q.name), Keyword: "unknown", Message: c.unknownQuery(q.name)})
		}
	}
}

func (c *inspection) queryParameter(p *Parameter, pairs []pair) {
	if p.Content != "" {
		single := serialised{name: p.Name, schema: p.Schema, shape: scalarShape, style: "form", allowEmpty: true}
		raw, count := "", 0
		for i := range pairs {
			if pairs[i].name == p.Name {
				pairs[i].owner = &single
				raw = pairs[i].value
				count++
			}
		}
		text, bad := unescape(raw)
		switch {
		case count == 0 && p.Required:
			c.parameter(p, "required", "is required")
		case count > 1:
			c.parameter(p, "style", "is given more than once")
		case bad != "":
			c.parameter(p, "style", bad)
		case count == 1:
			c.document(&c.request.Query, p, text)
		}
		return
	}
	v, given, bad := p.written.fromPairs(pairs)
	switch {
	case !given && p.Required:
		c.parameter(p, "required", "is required")
	case given && bad == "" && p.AllowEmpty && (v == "" || isEmptyList(v)):
		if c.request.Query == nil {
			c.request.Query = map[string]any{}
		}
		c.request.Query[p.Name] = v // OpenAPI: an empty value stands beside what the schema says
	case given:
		c.value(&c.request.Query, p, v, bad)
	}
}

func isEmptyList(v any) bool {
	list, ok := v.([]any)
	return ok && len(list) == 0
}

func (c *inspection) unknownQuery(name string) string {
	known := c.operation.lookup.known
	if len(known) == 0 {
		return "is not a known parameter; this operation takes no query parameters"
	}
	message := "is not a known parameter; known are " + strings.Join(known, ", ")
	if near := finding.DidYouMean(name, known); near != "" {
		message += "; " + near
	}
	return message
}

func (c *inspection) header(r *http.Request) {
	for _, p := range c.operation.lookup.header {
		values := r.Header[p.canonical]
		switch {
		case len(values) == 0 || p.Credential && values[0] == "":
			if p.Required {
				c.parameter(p, "required", "is required")
			}
		case len(values) > 1 && (p.written.shape == scalarShape || p.Content != ""):
			c.parameter(p, "style", "is given more than once")
		case !utf8.ValidString(values[0]):
			c.parameter(p, "style", "is not UTF-8")
		case p.Content != "":
			c.document(&c.request.Header, p, values[0])
		default:
			text := values[0]
			if len(values) > 1 {
				text = strings.Join(values, ",")
			}
			v, bad := p.written.fromText(text)
			c.value(&c.request.Header, p, v, bad)
		}
	}
}

func (c *inspection) cookie(r *http.Request) {
	if len(c.operation.lookup.cookie) == 0 {
		return
	}
	var pairs []pair
	for _, cookie := range r.Cookies() {
		// Cookies are not escaped by HTTP, but are by the style form; what is no escape stands for itself.
		value := cookie.Value
		if _, bad := unescape(value); bad != "" {
			value = strings.ReplaceAll(value, "%", "%25")
		}
		pairs = append(pairs, pair{name: cookie.Name, value: strings.ReplaceAll(value, "+", "%2B")})
	}
	for _, p := range c.operation.lookup.cookie {
		v, given, bad := p.written.fromPairs(pairs)
		switch {
		case !given && p.Required:
			c.parameter(p, "required", "is required")
		case given && bad == "" && p.Content != "":
			if text, ok := v.(string); ok {
				c.document(&c.request.Cookie, p, text)
			}
		case given:
			c.value(&c.request.Cookie, p, v, bad)
		}
	}
}
