package trial

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"net/url"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// anyToken is sent where a token is demanded and the step gives none; a sandbox takes any.
const anyToken = "test-token"

// requestBuilder makes the HTTP request of a call.
type requestBuilder struct {
	call   *call
	eval   func(*engine.Template) (any, error)
	key    string // whose sandbox it is
	origin string // scheme and host
	id     string

	query   []string
	header  http.Header
	cookies []string
	given   map[string]bool // credentials and headers that the step speaks of, as in + ":" + name
}

// errParameter is a value that cannot be sent as the contract says.
var errParameter = errors.New("cannot be sent")

// build makes the request, with credentials where the document demands them and the step does not say otherwise: a
// header, query parameter or cookie that is null is not sent.
func (b *requestBuilder) build(ctx context.Context) (*http.Request, error) {
	b.header, b.given = http.Header{}, map[string]bool{}
	target, err := b.target()
	if err != nil {
		return nil, err
	}
	for _, part := range []struct {
		in        string
		arguments []argument
	}{{"query", b.call.query}, {"header", b.call.header}, {"cookie", b.call.cookie}} {
		for _, a := range part.arguments {
			if err := b.argument(part.in, a); err != nil {
				return nil, err
			}
		}
	}
	body, contentType, err := b.body()
	if err != nil {
		return nil, err
	}
	b.credentials()
	if len(b.query) > 0 {
		separator := "?"
		if strings.Contains(target, "?") {
			separator = "&"
		}
		target += separator + strings.Join(b.query, "&")
	}
	var reader io.Reader
	if contentType != "" {
		reader = bytes.NewReader(body)
	}
	r, err := http.NewRequestWithContext(ctx, b.call.operation.Method, target, reader)
	if err != nil {
		return nil, fmt.Errorf("make the request: %w", err)
	}
	r.Header = b.header
	b.defaultHeader("X-Request-Id", b.id)
	b.defaultHeader("X-Sandbox", b.key)
	if contentType != "" {
		b.defaultHeader("Content-Type", contentType)
	}
	if len(b.cookies) > 0 {
		r.Header.Set("Cookie", strings.Join(b.cookies, "; "))
	}
	if host := r.Header.Get("Host"); host != "" {
		r.Host = host
	}
	return r, nil
}

func (b *requestBuilder) defaultHeader(name, value string) {
	if !b.given["header:"+strings.ToLower(name)] {
		b.header.Set(name, value)
	}
}

// value gives an argument's value; present is false when it is not to be sent.
func (b *requestBuilder) value(a argument) (v any, present bool, err error) {
	v, err = b.eval(a.value)
	return v, err == nil && v != nil && v != expression.Omit, err
}

// target is where the request goes: the operation's path, or the step's own URL as it is, but on the host that is tested.
// Parameters of the query may be added to it.
func (b *requestBuilder) target() (string, error) {
	if b.call.url == nil {
		path, err := b.path()
		return b.origin + b.call.operation.API.BasePath + path, err
	}
	v, err := b.eval(b.call.url)
	if err != nil {
		return "", err
	}
	text, _ := v.(string)
	if text == "" {
		return "", fmt.Errorf("the url %w: it has no value", errParameter)
	}
	u, err := url.Parse(text)
	if err != nil {
		return "", fmt.Errorf("the url %w: it is none", errParameter)
	}
	o := b.call.operation
	below, ok := o.API.Below(u.EscapedPath())
	if ok {
		if found, _, _ := o.API.Match(o.Method, below); found == o {
			return b.origin + u.RequestURI(), nil
		}
	}
	return "", fmt.Errorf("the url %w: it is not one of operation %s", errParameter, o.ID)
}

// path fills the operation's template.
func (b *requestBuilder) path() (string, error) {
	path := b.call.operation.Path
	for _, a := range b.call.path {
		v, present, err := b.value(a)
		if err != nil {
			return "", err
		}
		if !present {
			return "", fmt.Errorf("the path parameter %s %w: it has no value", a.name, errParameter)
		}
		text, err := pathText(a.parameter, v)
		if err != nil {
			return "", fmt.Errorf("the path parameter %s %w: %w", a.name, errParameter, err)
		}
		path = strings.ReplaceAll(path, "{"+a.name+"}", text)
	}
	return path, nil
}

func (b *requestBuilder) argument(in string, a argument) error {
	b.given[in+":"+a.name] = true
	v, present, err := b.value(a)
	if err != nil || !present {
		return err
	}
	fail := func(err error) error { return fmt.Errorf("the %s %s %w: %w", in, a.name, errParameter, err) }
	switch in {
	case "query":
		pairs, err := formPairs(a.name, a.parameter, v)
		if err != nil {
			return fail(err)
		}
		b.query = append(b.query, pairs...)
	case "cookie":
		text, err := joined(v, ",", false)
		if err != nil {
			return fail(err)
		}
		b.cookies = append(b.cookies, a.name+"="+url.QueryEscape(text))
	default:
		text, err := joined(v, ",", a.parameter != nil && a.parameter.Explode)
		if err != nil {
			return fail(err)
		}
		b.header.Set(a.name, text)
	}
	return nil
}

// credentials adds what the document demands and the step says nothing of: the alternative of which the step gives
// most, else the first.
func (b *requestBuilder) credentials() {
	best, most := contract.Requirement(nil), -1
	for _, alternative := range b.call.operation.Security {
		n := 0
		for _, c := range alternative {
			if b.given[c.In+":"+strings.ToLower(c.Name)] || b.given[c.In+":"+c.Name] {
				n++
			}
		}
		if n > most {
			best, most = alternative, n
		}
	}
	for _, c := range best {
		name := c.Name
		if c.In == "header" {
			name = strings.ToLower(name)
		}
		if b.given[c.In+":"+name] {
			continue
		}
		switch {
		case c.Type == "apiKey" && c.In == "query":
			b.query = append(b.query, url.QueryEscape(c.Name)+"="+url.QueryEscape(b.key))
		case c.Type == "apiKey" && c.In == "cookie":
			b.cookies = append(b.cookies, c.Name+"="+url.QueryEscape(b.key))
		case c.Type == "apiKey":
			b.header.Set(c.Name, b.key)
		case c.HTTP == "basic":
			b.header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(b.key+":test")))
		case c.Type == "http" && c.HTTP != "bearer":
			b.header.Set("Authorization", c.HTTP+" "+anyToken)
		case c.Type != "mutualTLS":
			b.header.Set("Authorization", "Bearer "+anyToken)
		}
	}
}

// body encodes the body as its media type says; contentType is "" when there is none.
func (b *requestBuilder) body() (data []byte, contentType string, err error) {
	c := b.call
	if c.raw != nil {
		v, err := b.eval(c.raw)
		if err != nil {
			return nil, "", err
		}
		text, err := expression.Text(v)
		if err != nil {
			return nil, "", fmt.Errorf("the raw body %w: %w", errParameter, err)
		}
		return []byte(text), c.mediaType, nil
	}
	if c.body == nil {
		return nil, "", nil
	}
	v, err := b.eval(c.body)
	if err != nil {
		return nil, "", err
	}
	switch {
	case v == expression.Omit:
		return nil, "", nil
	case c.mediaType == "application/x-www-form-urlencoded":
		data, err = formBody(v)
		return data, c.mediaType, err
	case c.mediaType == "multipart/form-data":
		return multipartBody(v)
	case isJSON(c.mediaType):
		data, err = expression.Encode(nil, v)
	default:
		var text string
		if text, err = expression.Text(v); err != nil {
			data, err = expression.Encode(nil, v)
		} else {
			data = []byte(text)
		}
	}
	if err != nil {
		err = fmt.Errorf("the body %w: %w", errParameter, err)
	}
	return data, c.mediaType, err
}

func formBody(v any) ([]byte, error) {
	m, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("the body %w: a form is a mapping of names to values", errParameter)
	}
	var pairs []string
	for _, name := range sortedNames(m) {
		more, err := formPairs(name, nil, m[name])
		if err != nil {
			return nil, fmt.Errorf("the member %s %w: %w", name, errParameter, err)
		}
		pairs = append(pairs, more...)
	}
	return []byte(strings.Join(pairs, "&")), nil
}

// boundary separates the parts of multipart bodies; it is fixed so that a run can be repeated byte by byte.
const boundary = "sandbank-test-4f2c8a1d7be94b06"

// multipartBody writes each member as a part; a mapping {filename, content, type} is a file.
func multipartBody(v any) ([]byte, string, error) {
	m, ok := v.(map[string]any)
	if !ok {
		return nil, "", fmt.Errorf("the body %w: it is a mapping of parts", errParameter)
	}
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	err := w.SetBoundary(boundary)
	for _, name := range sortedNames(m) {
		items, isList := m[name].([]any)
		if !isList {
			items = []any{m[name]}
		}
		for _, item := range items {
			err = errors.Join(err, writePart(w, name, item))
		}
	}
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, "", fmt.Errorf("the body %w: %w", errParameter, err)
	}
	return out.Bytes(), w.FormDataContentType(), nil
}

func writePart(w *multipart.Writer, name string, v any) error {
	header := textproto.MIMEHeader{}
	disposition := `form-data; name="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
	content, contentType := v, ""
	if file, ok := v.(map[string]any); ok {
		if filename, isFile := file["filename"].(string); isFile {
			disposition += `; filename="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(filename) + `"`
			content = file["content"]
			contentType, _ = file["type"].(string)
			if contentType == "" {
				contentType = "application/octet-stream"
			}
		}
	}
	text, err := expression.Text(content)
	if err != nil {
		encoded, encodeErr := expression.Encode(nil, content)
		if encodeErr != nil {
			return encodeErr
		}
		text, contentType = string(encoded), "application/json"
	}
	header.Set("Content-Disposition", disposition)
	if contentType != "" {
		header.Set("Content-Type", contentType)
	}
	part, err := w.CreatePart(header)
	if err != nil {
		return err
	}
	_, err = io.WriteString(part, text)
	return err
}

func sortedNames(m map[string]any) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
