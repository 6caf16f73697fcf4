package contract

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/sandbank/sandbank/internal/problem"
)

// Hidden stands for what may not be shown.
const Hidden = "***"

// This file hides what is secret in requests and answers before a person reads them: the values of parameters and
// members that the document marks x-sensitive, credentials, and a fixed list of headers. It is made for what callers
// really send, which may break the contract: where a value stands at a place, or has a name or a type, that the
// document does not know, and the body has sensitive members, the value is hidden too. Of a union, a member is hidden
// when any of the forms marks it. Everything works on a nil operation, of which nothing is known: bodies are hidden.

// secretHeaders are hidden in every request and answer, whatever the document says of them.
var secretHeaders = map[string]bool{
	"Authorization": true, "Proxy-Authorization": true, "Cookie": true, "Set-Cookie": true, "X-Api-Key": true, "Server-Hash": true,
}

// RedactRequestHeader gives a copy of a request's header that may be shown. The scheme of an Authorization header stays.
func (o *Operation) RedactRequestHeader(h http.Header) http.Header {
	return redactHeader(h, func(name string) bool {
		if o == nil {
			return false
		}
		p := o.Parameter("header", strings.ToLower(name))
		return p != nil && p.secret()
	})
}

// RedactResponseHeader gives a copy of the header of an answer of a status that may be shown.
func (o *Operation) RedactResponseHeader(status int, h http.Header) http.Header {
	var declared []*Header
	if o != nil {
		if r := o.Response(status); r != nil {
			declared = r.Headers
		}
	}
	return redactHeader(h, func(name string) bool {
		return slices.ContainsFunc(declared, func(d *Header) bool {
			return strings.EqualFold(d.Name, name) && d.Schema != nil && hasSensitive(d.Schema)
		})
	})
}

func redactHeader(h http.Header, secret func(name string) bool) http.Header {
	out := make(http.Header, len(h))
	for name, values := range h {
		canonical := http.CanonicalHeaderKey(name)
		if !secretHeaders[canonical] && !secret(name) {
			out[name] = slices.Clone(values)
			continue
		}
		hidden := make([]string, len(values))
		for i, v := range values {
			hidden[i] = Hidden
			if scheme, _, ok := strings.Cut(v, " "); ok && strings.HasSuffix(canonical, "Authorization") && len(scheme) <= 16 {
				hidden[i] = scheme + " " + Hidden
			}
		}
		out[name] = hidden
	}
	return out
}

// secret tells whether the values of a parameter are hidden.
func (p *Parameter) secret() bool {
	return p.Sensitive || p.Credential || p.Schema != nil && hasSensitive(p.Schema)
}

// RedactTarget gives a request target, a path with its query, as it may be shown.
func (o *Operation) RedactTarget(target string) string {
	path, query, hasQuery := strings.Cut(target, "?")
	if o == nil {
		if hasQuery {
			return path + "?" + Hidden
		}
		return path
	}
	if path = o.redactPath(path); !hasQuery {
		return path
	}
	strict := slices.ContainsFunc(o.Parameters, func(p *Parameter) bool { return p.In == "query" && p.secret() })
	return path + "?" + redactPairs(query, func(name string) bool {
		for _, p := range o.Parameters {
			if p.In == "query" && (p.written.name != "" && p.written.takes(name) || p.Name == name) {
				return p.secret()
			}
		}
		return strict
	})
}

// redactPath hides the segments of a path in which a sensitive parameter stands.
func (o *Operation) redactPath(path string) string {
	below, ok := strings.CutPrefix(path, o.API.BasePath)
	template := strings.Split(o.Path, "/")
	segments := strings.Split(below, "/")
	for i, segment := range template {
		for _, p := range o.Parameters {
			if p.In != "path" || !p.secret() || !strings.Contains(segment, "{"+p.Name+"}") {
				continue
			}
			if !ok || len(template) != len(segments) {
				return o.API.BasePath + o.Path // written in a way that cannot be told apart: show the template
			}
			segments[i] = Hidden
		}
	}
	return path[:len(path)-len(below)] + strings.Join(segments, "/")
}

// redactPairs hides values of a query or form by the names that they stand under. What has no name is hidden like
// what has an unknown one.
func redactPairs(text string, secret func(name string) bool) string {
	parts := strings.Split(text, "&")
	for i, part := range parts {
		name, value, assigned := strings.Cut(part, "=")
		plain, bad := unescape(name)
		switch {
		case part == "":
		case assigned && value != "" && (bad != "" || secret(plain)):
			parts[i] = name + "=" + Hidden
		case !assigned && (bad != "" || secret(plain)) && secret(""):
			parts[i] = Hidden
		}
	}
	return strings.Join(parts, "&")
}

// RedactRequestBody gives a request's body of a media type as it may be shown.
func (o *Operation) RedactRequestBody(contentType string, body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	if o == nil || o.Body == nil {
		return []byte(Hidden) // nothing is known of it
	}
	return redactBody(o.Body.Content, contentType, body)
}

// RedactResponseBody gives the body of an answer of a status as it may be shown. Problem details of a status for which
// none are declared are the server's own, which hold no secrets.
func (o *Operation) RedactResponseBody(status int, contentType string, body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	var declared *Response
	if o != nil {
		declared = o.Response(status)
	}
	if mediaTypeName(contentType) == problem.MediaType && (declared == nil || declared.MediaType(problem.MediaType) == nil) {
		return slices.Clone(body)
	}
	if declared == nil {
		return []byte(Hidden)
	}
	return redactBody(declared.Content, contentType, body)
}

// RedactBody gives the body of a callback as it may be shown. Of a callback that no document declares nothing is known.
func (c *Callback) RedactBody(contentType string, body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	if c == nil || c.Body == nil {
		return []byte(Hidden)
	}
	return redactBody(c.Body.Content, contentType, body)
}

func redactBody(content []*MediaType, contentType string, body []byte) []byte {
	media := findMediaType(content, contentType)
	if media == nil || media.Schema == nil {
		if slices.ContainsFunc(content, func(m *MediaType) bool { return m.Schema != nil && hasSensitive(m.Schema) }) {
			return []byte(Hidden)
		}
		return slices.Clone(body)
	}
	if !hasSensitive(media.Schema) {
		return slices.Clone(body)
	}
	switch bodyKindOf(mediaTypeName(contentType)) {
	case jsonBody:
		if out, ok := redactJSON(media.Schema, body); ok {
			return out
		}
	case formBody:
		if utf8.Valid(body) {
			return []byte(redactPairs(string(body), func(name string) bool { return secretMember(media.Schema, name) }))
		}
	}
	return []byte(Hidden)
}

// secretMember tells whether a member of a form is hidden: because it is sensitive, or not known.
func secretMember(s *Schema, name string) bool {
	if at := strings.IndexByte(name, '['); at > 0 {
		name = name[:at]
	}
	found := forms([]*Schema{s}).member(name)
	return len(found) == 0 || slices.ContainsFunc(found, hasSensitive)
}

// redactJSON hides what is sensitive in a JSON text; the order of members and the digits of numbers stay. ok is false
// for what is no JSON.
func redactJSON(s *Schema, body []byte) (out []byte, ok bool) {
	var b bytes.Buffer
	r := redaction{in: jsontext.NewDecoder(bytes.NewReader(body)), out: jsontext.NewEncoder(&b)}
	if r.value([]*Schema{s}, 0) != nil {
		return nil, false
	}
	if _, err := r.in.ReadToken(); err == nil {
		return nil, false // something stands behind the value
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), true
}

// redaction copies a JSON text from in to out.
type redaction struct {
	in  *jsontext.Decoder
	out *jsontext.Encoder
}

// value copies the next value, which stands where one of the schemas applies.
func (r *redaction) value(schemas []*Schema, depth int) error {
	all := forms(schemas)
	kind := r.in.PeekKind()
	if depth > defaultDepth || all.sensitive() || !all.admit(kind) {
		if err := r.in.SkipValue(); err != nil {
			return err
		}
		return r.out.WriteToken(jsontext.String(Hidden))
	}
	token, err := r.in.ReadToken()
	if err != nil {
		return err
	}
	if err := r.out.WriteToken(token.Clone()); err != nil {
		return err
	}
	if kind != '{' && kind != '[' {
		return nil
	}
	for i := 0; r.in.PeekKind() != '}' && r.in.PeekKind() != ']'; i++ {
		var below []*Schema
		if kind == '[' {
			below = all.item(i)
		} else {
			name, err := r.in.ReadToken()
			if err != nil {
				return err
			}
			text := name.String()
			if err := r.out.WriteToken(jsontext.String(text)); err != nil {
				return err
			}
			below = all.member(text)
		}
		if err := r.value(below, depth+1); err != nil {
			return err
		}
	}
	end, err := r.in.ReadToken()
	if err != nil {
		return err
	}
	return r.out.WriteToken(end)
}

// schemaForms are schemas that may apply to one value: those given, and all that they consist of.
type schemaForms []*Schema

func forms(schemas []*Schema) schemaForms {
	var all schemaForms
	var add func(s *Schema)
	add = func(s *Schema) {
		if s == nil || slices.Contains(all, s) {
			return
		}
		all = append(all, s)
		for _, part := range s.sameValue() {
			add(part)
		}
	}
	for _, s := range schemas {
		add(s)
	}
	return all
}

func (f schemaForms) sensitive() bool {
	return slices.ContainsFunc(f, func(s *Schema) bool { return s.Sensitive })
}

// admit tells whether a value that begins with a token of the kind can stand here. Nothing can where no schema is known.
func (f schemaForms) admit(kind jsontext.Kind) bool {
	if len(f) == 0 {
		return false
	}
	names := map[jsontext.Kind][]string{'n': {"null"}, 't': {"boolean"}, 'f': {"boolean"}, '"': {"string"}, '0': {"number", "integer"}, '{': {"object"}, '[': {"array"}}[kind]
	typed := false
	for _, s := range f {
		typed = typed || len(s.Types) > 0
		if slices.ContainsFunc(s.Types, func(t string) bool { return slices.Contains(names, t) }) {
			return true
		}
	}
	return !typed
}

// member gives the schemas of a member of an object.
func (f schemaForms) member(name string) []*Schema {
	var out []*Schema
	for _, s := range f {
		known := false
		if p := s.Properties[name]; p != nil {
			out, known = append(out, p), true
		}
		for i := range s.PatternProperties {
			if p := &s.PatternProperties[i]; p.expression != nil && p.expression.MatchString(name) {
				out, known = append(out, p.Schema), true
			}
		}
		if !known && s.Additional != nil {
			out = append(out, s.Additional)
		}
	}
	return out
}

// item gives the schemas of an element of an array.
func (f schemaForms) item(i int) []*Schema {
	var out []*Schema
	for _, s := range f {
		switch {
		case i < len(s.PrefixItems):
			out = append(out, s.PrefixItems[i])
		case s.Items != nil:
			out = append(out, s.Items)
		}
	}
	return out
}

// hasSensitive tells whether a schema marks anything, however deep, as sensitive.
func hasSensitive(s *Schema) bool { return sensitiveBelow(s, map[*Schema]bool{}) }

func sensitiveBelow(s *Schema, seen map[*Schema]bool) bool {
	if s == nil || seen[s] {
		return false
	}
	seen[s] = true
	if s.Sensitive || sensitiveBelow(s.Items, seen) || sensitiveBelow(s.Additional, seen) {
		return true
	}
	for _, p := range s.Properties {
		if sensitiveBelow(p, seen) {
			return true
		}
	}
	for i := range s.PatternProperties {
		if sensitiveBelow(s.PatternProperties[i].Schema, seen) {
			return true
		}
	}
	below := func(p *Schema) bool { return sensitiveBelow(p, seen) }
	return slices.ContainsFunc(s.PrefixItems, below) || slices.ContainsFunc(s.sameValue(), below)
}
