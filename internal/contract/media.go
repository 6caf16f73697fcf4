package contract

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"mime/multipart"
	"net/url"
	"strings"
)

// Concrete is the media type that answers are sent with: the entry's own, or for a range a usual one that it covers.
func (m *MediaType) Concrete() string {
	stem, ranged := strings.CutSuffix(m.Type, "/*")
	switch {
	case m.Type == "*":
		stem = "*"
	case !ranged:
		return m.Type
	}
	switch stem {
	case "image":
		return "image/png"
	case "text":
		return "text/plain"
	case "audio":
		return "audio/mpeg"
	case "video":
		return "video/mp4"
	}
	if m.isBytes() {
		return "application/octet-stream"
	}
	return "application/json"
}

// isBytes tells whether the schema speaks of bytes, not of JSON.
func (m *MediaType) isBytes() bool {
	return m.Schema != nil && (m.Schema.Format == "binary" || m.Schema.Format == "byte")
}

// Encode writes a decoded value as a body of the media type: as JSON, a form, XML (by the schema's xml), lines of JSON,
// server-sent events, or for text and types that are not known, a string as it is and anything else as JSON.
func (m *MediaType) Encode(v any) ([]byte, error) {
	name := m.Concrete()
	switch kind := bodyKindOf(name); {
	case kind == jsonBody:
		return encodeJSON(v)
	case kind == formBody:
		return m.encodeForm(v)
	case kind == multipartBody:
		return nil, errors.New("a body of multipart/form-data needs a boundary in its Content-Type")
	case isXML(name):
		if text, ok := v.(string); ok && (m.Schema == nil || shapeOf(m.Schema) != scalarShape || strings.HasPrefix(strings.TrimSpace(text), "<")) {
			return []byte(text), nil // an example is written as XML already
		}
		return encodeXML(m.Schema, v), nil
	}
	if text, ok := v.(string); ok {
		return []byte(text), nil
	}
	switch name {
	case "application/x-ndjson", "application/jsonl", "application/json-lines", "application/json-seq":
		return m.encodeLines(v, "", "\n")
	case "text/event-stream":
		return m.encodeLines(v, "data: ", "\n\n")
	}
	return encodeJSON(v)
}

func isXML(name string) bool {
	return name == "application/xml" || name == "text/xml" || strings.HasSuffix(name, "+xml")
}

func encodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("write the value as JSON: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func (m *MediaType) encodeLines(v any, before, after string) ([]byte, error) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []byte
	for _, item := range list {
		line, err := encodeJSON(item)
		if err != nil {
			return nil, err
		}
		out = append(append(append(out, before...), line...), after...)
	}
	return out, nil
}

// encodeForm writes application/x-www-form-urlencoded; members that are lists are repeated, other ones that are no
// scalars are JSON.
func (m *MediaType) encodeForm(v any) ([]byte, error) {
	members, ok := v.(map[string]any)
	if !ok {
		return nil, errors.New("a form is an object")
	}
	form := url.Values{}
	for _, name := range sortedKeys(members) {
		list, repeated := members[name].([]any)
		if !repeated {
			list = []any{members[name]}
		}
		for _, item := range list {
			text, err := scalarText(item)
			if err != nil {
				return nil, err
			}
			form.Add(name, text)
		}
	}
	return []byte(form.Encode()), nil
}

// scalarText writes a value as parameters and forms have it.
func scalarText(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "null", nil
	case string:
		return v, nil
	case json.Number:
		return string(v), nil
	}
	b, err := encodeJSON(v)
	return string(b), err
}

// Generate makes a body of the media type from its schema, the same for the same state of r. Without a schema, and for
// bytes, it is a small sample of the type. A multipart body comes with its boundary in contentType.
func (m *MediaType) Generate(r *rand.Rand) (body []byte, contentType string, err error) {
	contentType = m.Concrete()
	if b, ok := sampleOf(contentType); ok && (m.Schema == nil || m.Schema.Accepts(string(b), Outbound) && m.Schema.Allows("string") && !m.Schema.HasExample) {
		return b, contentType, nil
	}
	if m.Schema == nil {
		if bodyKindOf(contentType) == jsonBody {
			return []byte("{}"), contentType, nil
		}
		return []byte(words[r.IntN(len(words))]), contentType, nil
	}
	v, err := m.Schema.Generate(r, Outbound)
	if err != nil {
		return nil, "", err
	}
	if bodyKindOf(contentType) == multipartBody {
		return encodeMultipart(v)
	}
	body, err = m.Encode(v)
	return body, contentType, err
}

func encodeMultipart(v any) (body []byte, contentType string, err error) {
	members, ok := v.(map[string]any)
	if !ok {
		return nil, "", errors.New("a multipart body is an object")
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.SetBoundary("sandbank-part"); err != nil {
		return nil, "", err
	}
	for _, name := range sortedKeys(members) {
		text, err := scalarText(members[name])
		if err != nil {
			return nil, "", err
		}
		if err := w.WriteField(name, text); err != nil {
			return nil, "", err
		}
	}
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	return b.Bytes(), w.FormDataContentType(), nil
}

// onePixel is a PNG image of one grey pixel.
const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="

// sampleOf gives the smallest file of a type that programs open.
func sampleOf(mediaType string) ([]byte, bool) {
	switch mediaType {
	case "image/png":
		b, err := base64.StdEncoding.DecodeString(onePixel)
		return b, err == nil
	case "image/gif":
		return []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"), true
	case "image/svg+xml":
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`), true
	case "application/pdf":
		return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
			"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"), true
	case "application/zip":
		return []byte("PK\x05\x06" + strings.Repeat("\x00", 18)), true
	case "text/html":
		return []byte("<!DOCTYPE html>\n<title>Sample</title>\n"), true
	}
	return nil, false
}
