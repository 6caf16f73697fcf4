package server_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/sandbank/sandbank/internal/contract"
)

// caller writes valid requests for the operations of a document: its own way of writing the styles of parameters, so
// that the contract's reading is tested against something else.
type caller struct {
	api    *contract.API
	second *openapi3.T // the same document as another reader understands it
	random *rand.Rand
	// all sends every optional parameter and body too.
	all bool
}

// concrete gives a media type that a request can be sent with.
func concrete(mediaType string) string {
	return map[string]string{"image/*": "image/png", "application/*": "application/json", "text/*": "text/plain", "*/*": "application/json"}[mediaType]
}

// request writes a request with the body of a media type; nil for none.
func (c *caller) request(o *contract.Operation, media *contract.MediaType) (*http.Request, error) {
	w := &written{path: o.Path, header: http.Header{}}
	for _, p := range o.Parameters {
		if p.Credential || !p.Required && !c.all {
			continue
		}
		v, err := p.Schema.Generate(c.random, contract.Inbound)
		if err != nil {
			return nil, fmt.Errorf("%s parameter %s: %w", p.In, p.Name, err)
		}
		if v == nil || isEmpty(v) && !p.Required {
			continue // null has no form of its own in text
		}
		w.parameter(p, v)
	}
	if len(o.Security) > 0 {
		for _, credential := range o.Security[0] {
			w.credential(&credential)
		}
	}
	var body io.Reader
	if media != nil {
		data, contentType, err := c.body(o, media)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(data)
		w.header.Set("Content-Type", contentType)
	}
	target := c.api.BasePath + escapeTemplate(w.path)
	if len(w.query) > 0 {
		target += "?" + strings.Join(w.query, "&")
	}
	r := httptest.NewRequest(o.Method, target, body)
	for name, values := range w.header {
		r.Header[name] = values
	}
	if len(w.cookies) > 0 {
		r.Header.Set("Cookie", strings.Join(w.cookies, "; "))
	}
	return r, nil
}

// escapeTemplate escapes what a template holds beside values, which are escaped already.
func escapeTemplate(path string) string {
	var out strings.Builder
	for i := 0; i < len(path); i++ {
		if c := path[i]; c > 127 || c == ' ' {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}

func isEmpty(v any) bool {
	switch v := v.(type) {
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	case string:
		return v == ""
	}
	return false
}

// written is a request that is being put together.
type written struct {
	path           string
	query, cookies []string
	header         http.Header
}

func (w *written) credential(c *contract.Credential) {
	switch {
	case c.In == "query":
		w.query = append(w.query, url.QueryEscape(c.Name)+"=secret")
	case c.In == "cookie":
		w.cookies = append(w.cookies, c.Name+"=secret")
	case c.Type == "apiKey":
		w.header.Set(c.Name, "secret")
	case c.HTTP == "basic":
		w.header.Set("Authorization", "Basic dXNlcjpwYXNzd29yZA==")
	default:
		w.header.Set("Authorization", c.HTTP+" secret")
	}
}

// text writes a scalar.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case nil:
		return "null"
	}
	return asJSON(v)
}

func asJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSpace(b.String())
}

// flat gives the parts of a list, or the names and values of an object in turn.
func flat(v any, escape func(string) string) (parts []string) {
	if list, ok := v.([]any); ok {
		for _, item := range list {
			parts = append(parts, escape(text(item)))
		}
		return parts
	}
	members, _ := v.(map[string]any)
	for _, name := range names(members) {
		parts = append(parts, escape(name), escape(text(members[name])))
	}
	return parts
}

// assigned gives name=value for every member.
func assigned(v any, escape func(string) string) (parts []string) {
	members, _ := v.(map[string]any)
	for _, name := range names(members) {
		parts = append(parts, escape(name)+"="+escape(text(members[name])))
	}
	return parts
}

func names(m map[string]any) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func asIs(s string) string { return s }

func (w *written) parameter(p *contract.Parameter, v any) {
	if p.Content != "" {
		v = asJSON(v)
	}
	_, isObject := v.(map[string]any)
	switch p.In {
	case "path":
		w.path = strings.ReplaceAll(w.path, "{"+p.Name+"}", pathValue(p, v))
	case "query":
		w.query = append(w.query, pairs(p.Name, p.Style, p.Explode, v)...)
	case "header":
		parts := []string{text(v)}
		if _, isList := v.([]any); isList || isObject && !p.Explode {
			parts = flat(v, asIs)
		} else if isObject {
			parts = assigned(v, asIs)
		}
		w.header.Set(p.Name, strings.Join(parts, ","))
	case "cookie":
		_, isList := v.([]any)
		switch {
		case isObject && p.Explode:
			w.cookies = append(w.cookies, assigned(v, url.QueryEscape)...)
		case isObject || isList:
			w.cookies = append(w.cookies, p.Name+"="+strings.Join(flat(v, url.QueryEscape), ","))
		default:
			w.cookies = append(w.cookies, p.Name+"="+url.QueryEscape(text(v)))
		}
	}
}

// pathValue writes a path parameter (RFC 6570: simple, label and matrix expansion).
func pathValue(p *contract.Parameter, v any) string {
	_, isList := v.([]any)
	_, isObject := v.(map[string]any)
	first, separator := "", ","
	switch p.Style {
	case "label":
		first = "."
		if p.Explode {
			separator = "."
		}
	case "matrix":
		first = ";" + p.Name + "="
		if isList && p.Explode {
			separator = ";" + p.Name + "="
		}
		if isObject && p.Explode {
			first, separator = ";", ";"
		}
	}
	switch {
	case isObject && p.Explode:
		return first + strings.Join(assigned(v, url.PathEscape), separator)
	case isObject || isList:
		return first + strings.Join(flat(v, url.PathEscape), separator)
	}
	return first + url.PathEscape(text(v))
}

// pairs writes a query parameter, or a member of a form.
func pairs(name, style string, explode bool, v any) []string {
	escaped := url.QueryEscape(name)
	list, isList := v.([]any)
	members, isObject := v.(map[string]any)
	switch {
	case style == "deepObject":
		var out []string
		for _, member := range names(members) {
			key := escaped + "%5B" + url.QueryEscape(member) + "%5D"
			if inner, ok := members[member].([]any); ok {
				for _, item := range inner {
					out = append(out, key+"="+url.QueryEscape(text(item)))
				}
				continue
			}
			out = append(out, key+"="+url.QueryEscape(text(members[member])))
		}
		return out
	case isObject && explode:
		return assigned(v, url.QueryEscape)
	case isList && explode:
		var out []string
		for _, item := range list {
			out = append(out, escaped+"="+url.QueryEscape(text(item)))
		}
		return out
	case isList || isObject:
		separator := map[string]string{"spaceDelimited": "%20", "pipeDelimited": "|"}[style]
		if separator == "" {
			separator = ","
		}
		return []string{escaped + "=" + strings.Join(flat(v, url.QueryEscape), separator)}
	}
	return []string{escaped + "=" + url.QueryEscape(text(v))}
}

// body writes a body of a media type.
func (c *caller) body(o *contract.Operation, m *contract.MediaType) (data []byte, contentType string, err error) {
	contentType = m.Type
	if strings.HasSuffix(contentType, "/*") {
		contentType = concrete(contentType)
	}
	if m.Schema == nil {
		return []byte("bytes"), contentType, nil
	}
	v, err := m.Schema.Generate(c.random, contract.Inbound)
	if err != nil {
		return nil, "", fmt.Errorf("body: %w", err)
	}
	switch {
	case contentType == "application/x-www-form-urlencoded":
		return c.form(o, m, v), contentType, nil
	case contentType == "multipart/form-data":
		return c.parts(o, m, v)
	case contentType == "application/json" || strings.HasSuffix(contentType, "+json"):
		return []byte(asJSON(v)), contentType + "; charset=utf-8", nil
	}
	return []byte(text(v)), contentType, nil
}

// encoding finds how a member is sent, as the other reader understands the document.
func (c *caller) encoding(o *contract.Operation, m *contract.MediaType, member string) *openapi3.Encoding {
	operation := c.second.Paths.Find(o.Path).GetOperation(o.Method)
	if e := operation.RequestBody.Value.Content.Get(m.Type).Encoding[member]; e != nil {
		return e
	}
	return &openapi3.Encoding{}
}

func (c *caller) form(o *contract.Operation, m *contract.MediaType, v any) []byte {
	var out []string
	members, _ := v.(map[string]any)
	for _, name := range names(members) {
		e := c.encoding(o, m, name)
		value := members[name]
		if isEmpty(value) && e.ContentType == "" {
			continue
		}
		if e.ContentType == "application/json" {
			value = asJSON(value)
		}
		style, explode := e.Style, e.Explode == nil || *e.Explode
		if style == "" {
			style = "form"
		}
		out = append(out, pairs(name, style, explode, value)...)
	}
	return []byte(strings.Join(out, "&"))
}

// files are the members that the documents send as files.
var files = []string{"file", "cv", "cover", "pictures"}

func (c *caller) parts(o *contract.Operation, m *contract.MediaType, v any) (data []byte, contentType string, err error) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	members, _ := v.(map[string]any)
	for _, name := range names(members) {
		list, isList := members[name].([]any)
		if !isList {
			list = []any{members[name]}
		}
		e := c.encoding(o, m, name)
		for _, item := range list {
			h := textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf("form-data; name=%q", name)}}
			if slices.Contains(files, name) {
				h.Set("Content-Disposition", fmt.Sprintf("form-data; name=%q; filename=%q", name, name+".bin"))
				h.Set("Content-Type", "application/octet-stream")
			}
			if first, _, _ := strings.Cut(e.ContentType, ","); first != "" {
				h.Set("Content-Type", first)
			}
			content := text(item)
			part, err := w.CreatePart(h)
			if err != nil {
				return nil, "", err
			}
			if _, err := io.WriteString(part, content); err != nil {
				return nil, "", err
			}
		}
	}
	err = w.Close()
	return b.Bytes(), w.FormDataContentType(), err
}
