package pact

import (
	"encoding/base64"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// envelope are the members of a body since specification 4.
var envelope = []string{"content", "contentType", "contentTypeHint", "encoded"}

// body reads the example of a body. Before specification 4 it stands in the file as it is, afterwards in the member
// content beside its media type and the way it is written. An object of other members is taken for a body of the older
// form: as an envelope it would hold nothing, and nothing would be checked.
func (r *reader) body(v value, header map[string][]string) Body {
	b := Body{Present: v.given, Pointer: v.pointer, ContentType: contentType(header)}
	encoding := ""
	if r.specification >= 4 && v.set() {
		if !v.object() {
			return b
		}
		if v.enveloped() {
			v.stray(envelope...)
			if b.ContentType == "" {
				b.ContentType = mediaType(v.member("contentType").text())
			}
			encoding = encodingOf(v.member("encoded"))
			v = v.member("content")
			b.Present, b.Pointer = v.given, v.pointer
		} else {
			v.warn("bare-body", v.pointer, `write {"content": …, "contentType": "application/json"}`,
				`since specification 4 a body stands in the member "content", which is missing; the whole value is taken as the body`)
		}
	}
	text, written := v.plain.(string)
	switch {
	case !b.Present:
	case v.plain == nil || written && text == "":
		b.Empty = true
	case encoding == "base64":
		raw, err := base64.StdEncoding.DecodeString(text)
		if err != nil || !written {
			v.fail("bad-body", v.pointer, "the body is said to be written in base64, and is not")
			return b
		}
		b.Raw = raw
		if IsJSON(b.ContentType) {
			b.decode(v)
		}
	case !written:
		b.JSON, b.Content = true, v.plain
		b.Raw = r.file.text(v.pointer)
	case IsJSON(b.ContentType):
		b.Raw = []byte(text)
		if plain, err := contract.DecodeJSON(b.Raw, maxDepth); err == nil {
			b.JSON, b.Content = true, plain
		} else { // a JSON string, which stands in the file as it is
			b.JSON, b.Content, b.Raw = true, text, r.file.text(v.pointer)
		}
	default:
		b.Raw = []byte(text)
	}
	return b
}

// enveloped tells whether an object has content or nothing but what may stand beside it.
func (v value) enveloped() bool {
	return v.member("content").given || !slices.ContainsFunc(v.names(), func(name string) bool { return !slices.Contains(envelope, name) })
}

// decode reads the raw body as JSON.
func (b *Body) decode(v value) {
	plain, err := contract.DecodeJSON(b.Raw, maxDepth)
	if err != nil {
		v.fail("bad-body", v.pointer, "the body is said to be %s, and %s", b.ContentType, strings.TrimPrefix(err.Error(), "the JSON text "))
		return
	}
	b.JSON, b.Content = true, plain
}

// encodingOf gives "base64", or "" for content that stands as it is.
func encodingOf(v value) string {
	switch plain := v.plain.(type) {
	case nil:
		return ""
	case bool:
		if plain {
			return "base64"
		}
		return ""
	case string:
		switch strings.ToLower(plain) {
		case "base64":
			return "base64"
		case "", "json", "false":
			return ""
		}
		v.fail("bad-body", v.pointer, "there is no encoding %q; it is false, true, \"base64\" or \"JSON\"", shorten(plain))
		return ""
	}
	v.wrongType("true, false or the name of an encoding")
	return ""
}

// IsJSON tells whether bodies of a media type, in lower case without parameters, are JSON.
func IsJSON(mediaType string) bool {
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

func contentType(header map[string][]string) string {
	for name, values := range header {
		if strings.EqualFold(name, "content-type") && len(values) > 0 {
			return mediaType(values[0])
		}
	}
	return ""
}

func mediaType(text string) string {
	text, _, _ = strings.Cut(text, ";")
	return strings.ToLower(strings.TrimSpace(text))
}
