package contract

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"slices"
	"strings"
	"unicode/utf8"
)

// form decodes application/x-www-form-urlencoded: every member of the schema is read by its encoding, what is left
// are members that the schema does not name. bad says what is wrong with the text as a whole.
func (c *inspection) form(media *MediaType) (bad string) {
	if !utf8.Valid(c.request.RawBody) {
		return "The body is not UTF-8."
	}
	pairs, bad := parsePairs(strings.TrimRight(string(c.request.RawBody), "\r\n"))
	if bad != "" {
		return "The body " + bad + "."
	}
	members := map[string]any{}
	if media.Schema != nil {
		for _, name := range media.Schema.memberNames(0) {
			if _, done := members[name]; done {
				continue
			}
			v, given, bad := media.field(name).read(pairs)
			if bad != "" {
				return "The member " + name + " " + bad + "."
			}
			if given {
				members[name] = v
			}
		}
	}
	for _, q := range pairs {
		if q.owner != nil {
			continue
		}
		text, bad := unescape(q.value)
		if bad == "" {
			bad = addMember(members, media.member(q.name), q.name, text)
		}
		if bad != "" {
			return "The member " + shorten(q.name) + " " + bad + "."
		}
	}
	c.request.Body = members
	return ""
}

func (m *MediaType) member(name string) *Schema { return memberOrNil(m.Schema, name) }

// field is one member of a form, with how it is written.
type field struct {
	serialised
	json bool
}

func (m *MediaType) field(name string) *field {
	s := m.member(name)
	if s == nil {
		s = &Schema{}
	}
	f := &field{serialised: serialised{name: name, schema: s, shape: shapeOf(s), style: "form", explode: true, allowEmpty: true}}
	e := m.encodings[name]
	if e == nil {
		return f
	}
	f.style, f.explode = e.style, e.explode
	f.json = len(e.contentType) > 0 && bodyKindOf(e.contentType[0]) == jsonBody
	return f
}

func (f *field) read(pairs []pair) (value any, given bool, bad string) {
	if !f.json {
		return f.fromPairs(pairs)
	}
	for i := range pairs {
		if pairs[i].name != f.name {
			continue
		}
		if given {
			return nil, true, "is given more than once"
		}
		given = true
		pairs[i].owner = &f.serialised
		text, bad := unescape(pairs[i].value)
		if bad != "" {
			return nil, true, bad
		}
		v, err := DecodeJSON([]byte(text), 0)
		if err != nil {
			return nil, true, "must be JSON: " + err.Error()
		}
		value = v
	}
	return value, given, ""
}

const maxParts = 1000

// multipart decodes multipart/form-data (RFC 7578). A part's own media type decides how it is read: JSON parts as
// JSON, others by the member's schema. Files keep their bytes as a string.
func (c *inspection) multipart(contentType string, media *MediaType) (bad string) {
	_, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || parameters["boundary"] == "" {
		return "The header Content-Type names no boundary."
	}
	reader := multipart.NewReader(bytes.NewReader(c.request.RawBody), parameters["boundary"])
	members := map[string]any{}
	for n := 0; ; n++ {
		part, err := reader.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "The body is not well-formed multipart/form-data."
		}
		if n >= maxParts {
			return "The body has more than 1000 parts."
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return "The body is not well-formed multipart/form-data."
		}
		if bad := c.part(part, content, media, members); bad != "" {
			return bad
		}
	}
	c.request.Body = members
	return ""
}

func (c *inspection) part(part *multipart.Part, content []byte, media *MediaType, members map[string]any) string {
	name := part.FormName()
	if name == "" {
		return "A part of the body has no name."
	}
	own := mediaTypeName(part.Header.Get("Content-Type"))
	if e := media.encodings[name]; e != nil && len(e.contentType) > 0 && own != "" &&
		!slices.ContainsFunc(e.contentType, func(r string) bool { return rangeRank(r, own) > 0 }) {
		return "The part " + shorten(name) + " must be of type " + strings.Join(e.contentType, " or ") + "."
	}
	s := media.member(name)
	if file := part.FileName(); file != "" {
		c.request.Files = append(c.request.Files, File{Field: name, Name: file, ContentType: own, Size: len(content)})
	}
	f := media.field(name)
	if bodyKindOf(own) == jsonBody || own == "" && f.json || own == "" && part.FileName() == "" && f.shape == objectShape {
		v, err := DecodeJSON(content, 0)
		if err != nil {
			return "The part " + shorten(name) + " must be JSON; " + err.Error() + "."
		}
		return c.keepPart(members, s, name, v)
	}
	if part.FileName() == "" && !utf8.Valid(content) && (own == "" || bodyKindOf(own) == textBody) {
		return "The part " + shorten(name) + " is not UTF-8."
	}
	item := s
	if f.shape == listShape {
		item = s.itemSchema(0)
	}
	if part.FileName() != "" {
		return c.keepPart(members, s, name, string(content))
	}
	return c.keepPart(members, s, name, coerce(item, string(content)))
}

// keepPart adds a part; parts of one name make a list where the schema says so.
func (c *inspection) keepPart(members map[string]any, s *Schema, name string, v any) string {
	before, twice := members[name]
	if s != nil && shapeOf(s) == listShape {
		if _, whole := v.([]any); whole && !twice {
			members[name] = v
			return ""
		}
		list, _ := before.([]any)
		members[name] = append(list, v)
		return ""
	}
	if twice {
		return "The part " + shorten(name) + " is given more than once."
	}
	members[name] = v
	return ""
}
