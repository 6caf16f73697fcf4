package contract

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/problem"
)

// bodyKind is how a media type is decoded.
type bodyKind uint8

const (
	opaqueBody bodyKind = iota
	jsonBody
	formBody
	multipartBody
	textBody
)

func bodyKindOf(mediaType string) bodyKind {
	switch {
	case mediaType == "application/json" || strings.HasSuffix(mediaType, "+json"):
		return jsonBody
	case mediaType == "application/x-www-form-urlencoded":
		return formBody
	case mediaType == "multipart/form-data":
		return multipartBody
	case strings.HasPrefix(mediaType, "text/"):
		return textBody
	}
	return opaqueBody
}

// opaqueTypes are media types whose bodies are plainly bytes, so that nobody expects them to be looked into.
func opaqueTypes(mediaType string) bool {
	return mediaType == "application/octet-stream" || mediaType == "application/pdf" || mediaType == "application/zip" ||
		strings.HasPrefix(mediaType, "image/") || strings.HasPrefix(mediaType, "audio/") || strings.HasPrefix(mediaType, "video/") ||
		strings.HasSuffix(mediaType, "/*")
}

func acceptHeader(r *http.Request) acceptList {
	switch values := r.Header["Accept"]; len(values) {
	case 0:
		return ""
	case 1:
		return acceptList(values[0])
	default:
		return acceptList(strings.Join(values, ","))
	}
}

// negotiateBody finds the declared media type of the body. It gives nil when there is no body, or none is declared.
func (o *Operation) negotiateBody(r *http.Request, req *Request) (*MediaType, *Refusal) {
	if r.Body == nil || r.Body == http.NoBody || r.ContentLength == 0 {
		return nil, nil
	}
	if o.Body == nil || len(o.Body.Content) == 0 {
		return nil, nil
	}
	refuse := func(detail string) *Refusal {
		supported := typeNames(o.Body.Content)
		return &Refusal{Code: problem.UnsupportedMediaType, Supported: supported, Detail: detail + " Supported: " + strings.Join(supported, ", ") + "."}
	}
	if encoding := headerValue(r, "Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return nil, refuse("The body's Content-Encoding is not supported; send it as it is.")
	}
	header := headerValue(r, "Content-Type")
	if header == "" {
		return nil, refuse("The header Content-Type is missing.")
	}
	req.ContentType = mediaTypeName(header)
	media := findMediaType(o.Body.Content, req.ContentType)
	if media == nil {
		return nil, refuse(fmt.Sprintf("The media type %s is not supported.", shorten(req.ContentType)))
	}
	if strings.IndexByte(header, ';') >= 0 {
		_, parameters, err := mime.ParseMediaType(header)
		if err != nil {
			return nil, refuse("The header Content-Type is malformed.")
		}
		if charset := parameters["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "us-ascii") {
			return nil, refuse("The body's charset is not supported; use UTF-8.")
		}
	}
	return media, nil
}

func typeNames(content []*MediaType) []string {
	names := make([]string, len(content))
	for i, m := range content {
		names[i] = m.Type
	}
	return names
}

// negotiateAnswer refuses a caller that takes none of the media types of the operation's 2xx responses.
func (o *Operation) negotiateAnswer(req *Request) *Refusal {
	if req.accept == "" || len(o.success) == 0 || slices.ContainsFunc(o.success, req.accept.admits) {
		return nil
	}
	supported := slices.Compact(slices.Sorted(slices.Values(o.success)))
	return &Refusal{Code: problem.NotAcceptable, Supported: supported,
		Detail: "None of the media types in the Accept header can be answered. Available: " + strings.Join(supported, ", ") + "."}
}

// readBody reads the whole body, at most the limit.
func (o *Operation) readBody(r *http.Request, req *Request, l Limits) *Refusal {
	if r.Body == nil || r.Body == http.NoBody {
		return nil
	}
	limit := l.Body
	if limit <= 0 {
		limit = defaultBodyLimit
	}
	if r.ContentLength > limit {
		return tooLarge(limit)
	}
	var err error
	if r.ContentLength > 0 {
		req.RawBody = make([]byte, r.ContentLength)
		_, err = io.ReadFull(r.Body, req.RawBody)
	} else {
		req.RawBody, err = io.ReadAll(io.LimitReader(r.Body, limit+1))
	}
	if err != nil {
		if tooMany := (*http.MaxBytesError)(nil); errors.As(err, &tooMany) {
			return tooLarge(limit)
		}
		return &Refusal{Code: problem.MalformedBody, Detail: "The body ended before all of it had been received."}
	}
	if int64(len(req.RawBody)) > limit {
		return tooLarge(limit)
	}
	req.HasBody = len(req.RawBody) > 0
	return nil
}

func tooLarge(limit int64) *Refusal {
	return &Refusal{Code: problem.BodyTooLarge, Detail: fmt.Sprintf("The body is larger than %d bytes.", limit)}
}

// body decodes and checks the body. A body that cannot be decoded is a refusal of its own, unless other things are
// wrong too: then it is listed among them.
func (c *inspection) body(r *http.Request, media *MediaType, l Limits) *Refusal {
	req, declared := c.request, c.operation.Body
	switch {
	case declared == nil:
		if req.HasBody {
			c.add(problem.Violation{In: "body", Keyword: "body", Message: "this operation takes no body"})
		}
		return nil
	case !req.HasBody:
		if declared.Required {
			c.add(problem.Violation{In: "body", Keyword: "required", Message: "a body is required"})
		}
		return nil
	case media == nil:
		return nil // declared without any media type
	}
	bad := ""
	switch bodyKindOf(req.ContentType) {
	case jsonBody:
		v, err := DecodeJSON(req.RawBody, l.Depth)
		if err != nil {
			return c.malformed(err)
		}
		req.Body = v
	case formBody:
		bad = c.form(media)
	case multipartBody:
		bad = c.multipart(headerValue(r, "Content-Type"), media)
	case textBody:
		if !utf8.Valid(req.RawBody) {
			bad = "The body is not UTF-8."
		}
		req.Body = coerce(media.Schema, string(req.RawBody))
		if media.Schema != nil && shapeOf(media.Schema) != scalarShape {
			return nil // CSV and the like: the schema tells what they carry, not what they are
		}
	default:
		req.Body = string(req.RawBody)
		if media.Schema == nil || !media.Schema.admitsType("", 0) {
			return nil // bytes of a type that is not looked into
		}
	}
	if bad != "" {
		return c.unreadable(problem.Violation{In: "body", Keyword: "syntax", Message: bad}, bad)
	}
	if media.Schema != nil {
		found := media.Schema.Validate(req.Body, Inbound)
		for _, v := range found {
			c.add(v)
		}
	}
	return nil
}

func (c *inspection) malformed(err error) *Refusal {
	var syntax *SyntaxError
	pointer, message := "", "cannot be read"
	if errors.As(err, &syntax) {
		pointer, message = syntax.Pointer, syntax.Message
	}
	return c.unreadable(problem.Violation{In: "body", Pointer: shorten(pointer), Keyword: "syntax", Message: "the body " + message}, "The body "+message+".")
}

func (c *inspection) unreadable(v problem.Violation, detail string) *Refusal {
	if c.count > 0 {
		c.add(v)
		return nil
	}
	return &Refusal{Code: problem.MalformedBody, Detail: detail, Violations: []problem.Violation{v}}
}
