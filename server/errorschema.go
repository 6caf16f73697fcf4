package server

import (
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// maxErrorDepth bounds how deep an error schema is filled; deeper ones are recursive.
const maxErrorDepth = 4

// fillError makes a value of an API's own error schema from a problem. Members are known by their names, whatever
// their style (error_description, errorDescription); of several values that suit a name, the first that the member's
// schema takes is used, and members that none suits are left out. ok is false when the schema is no object that has a
// known member.
func fillError(s *contract.Schema, p *problem.Problem, depth int) (v any, ok bool) {
	if depth > maxErrorDepth {
		return nil, false
	}
	for _, alternatives := range [][]*contract.Schema{s.OneOf, s.AnyOf} {
		for _, a := range alternatives {
			if v, ok := fillError(a, p, depth+1); ok && s.Accepts(v, contract.Outbound) {
				return v, true
			}
		}
	}
	out := map[string]any{}
	fillMembers(out, s, p, depth)
	return out, len(out) > 0
}

func fillMembers(out map[string]any, s *contract.Schema, p *problem.Problem, depth int) {
	for _, part := range s.AllOf {
		if depth < maxErrorDepth {
			fillMembers(out, part, p, depth+1)
		}
	}
	for name, member := range s.Properties {
		if v, ok := fillMember(name, member, p, depth); ok {
			out[name] = v
		}
	}
}

func fillMember(name string, member *contract.Schema, p *problem.Problem, depth int) (any, bool) {
	if len(member.Enum) == 1 {
		return member.Enum[0], true
	}
	for _, v := range errorValues(name, p) {
		if member.Accepts(v, contract.Outbound) {
			return v, true
		}
	}
	if member.Allows("object") && len(member.Properties) > 0 {
		if v, ok := fillError(member, p, depth+1); ok && member.Accepts(v, contract.Outbound) {
			return v, true
		}
	}
	if member.Allows("array") && member.Items != nil {
		if list := fillViolations(member.Items, p); member.Accepts(list, contract.Outbound) {
			return list, true
		}
	}
	return nil, false
}

// errorValues gives what a problem has to say under a member's name, best first.
func errorValues(name string, p *problem.Problem) []any {
	detail := p.Detail
	if detail == "" {
		detail = p.Title
	}
	var values []any
	switch strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(name)) {
	case "type":
		values = []any{p.Type()}
	case "title", "reason":
		values = []any{p.Title}
	case "detail", "details", "message", "errormessage", "description", "errordescription":
		values = []any{detail, p.Title}
	case "error":
		values = []any{strings.ToLower(p.Code), p.Code, oauthError(p.Status), p.Title}
	case "code", "errorcode":
		values = []any{p.Code, p.Status, strconv.Itoa(p.Status)}
	case "status", "statuscode", "httpstatus":
		values = []any{p.Status, strconv.Itoa(p.Status)}
	case "instance", "path":
		values = []any{p.Instance}
	case "handling", "action":
		values = []any{p.Handling}
	case "requestid", "traceid", "correlationid":
		values = []any{p.RequestID}
	}
	kept := values[:0]
	for _, v := range values {
		if v != "" {
			kept = append(kept, v)
		}
	}
	return kept
}

// oauthError is the nearest error code of RFC 6749, sections 4.1.2.1 and 5.2.
func oauthError(status int) string {
	switch {
	case status == 401:
		return "invalid_client"
	case status == 403:
		return "unauthorized_client"
	case status == 503:
		return "temporarily_unavailable"
	case status >= 500:
		return "server_error"
	}
	return "invalid_request"
}

// spelledOut gives a problem whose detail names its violations, for an error schema that has no list to hold them.
func spelledOut(s *contract.Schema, p *problem.Problem) *problem.Problem {
	if len(p.Errors) == 0 || p.Detail == "" || hasList(s, 0) {
		return p
	}
	out := *p
	for _, e := range p.Errors {
		place := e.Pointer
		if e.Parameter != "" {
			place = strings.TrimSpace(e.In + " parameter " + e.Parameter)
		}
		out.Detail += " " + sentence(strings.TrimSpace(place+" "+e.Message))
	}
	out.Detail = shorten(out.Detail, maxDetail)
	return &out
}

// hasList tells whether a schema, or what it is made of, has a member that is a list.
func hasList(s *contract.Schema, depth int) bool {
	if depth > maxErrorDepth {
		return false
	}
	for _, parts := range [][]*contract.Schema{s.OneOf, s.AnyOf, s.AllOf} {
		for _, part := range parts {
			if hasList(part, depth+1) {
				return true
			}
		}
	}
	for _, member := range s.Properties {
		if member.Allows("array") || hasList(member, depth+1) {
			return true
		}
	}
	return false
}

// fillViolations lists a problem's violations as texts or objects, as the schema of the items has it.
func fillViolations(item *contract.Schema, p *problem.Problem) []any {
	list := []any{}
	for _, e := range p.Errors {
		where := e.Pointer
		if e.Parameter != "" {
			where = e.Parameter
		}
		if text := strings.TrimSpace(where + " " + e.Message); item.Accepts(text, contract.Outbound) {
			list = append(list, text)
			continue
		}
		object := map[string]any{}
		for name, value := range map[string]string{
			"pointer": e.Pointer, "parameter": e.Parameter, "field": where, "path": where, "in": e.In, "message": e.Message, "detail": e.Message,
		} {
			if member := item.Properties[name]; member != nil && (value != "" || name == "pointer" && e.Parameter == "") && member.Accepts(value, contract.Outbound) {
				object[name] = value
			}
		}
		if item.Accepts(object, contract.Outbound) {
			list = append(list, object)
		}
	}
	return list
}
