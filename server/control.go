package server

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// controller answers the control API: each operation reads or changes the sandbox of whoever calls. It holds nothing;
// everything is in the call. The contract has checked the request before an operation runs.
//
// The operations stand in the files control_*.go, by what they are about.
type controller struct{}

var _ control.ServerInterface = controller{}

// mountSandbox registers the control API. No scenario plays it.
func mountSandbox(r gin.IRouter, m mounting) []operation {
	control.RegisterHandlersWithOptions(r, controller{}, control.GinServerOptions{
		BaseURL: m.base, Before: m.before, ErrorHandler: m.refused,
	})
	var out []operation
	for _, o := range control.Operations() {
		out = append(out, operation{o.ID, o.Method, o.Path})
	}
	return out
}

// json answers with a value of a generated type.
func (k *call) json(status int, v any) {
	body, err := json.Marshal(v)
	if err != nil {
		k.log(problem.InternalError, "an answer of the control API cannot be written: "+err.Error())
		k.fail(problem.InternalError, "The answer cannot be written as JSON.")
		return
	}
	k.write(status, "application/json", body)
}

// done answers that there is nothing to say.
func (k *call) done() { k.write(http.StatusNoContent, "", nil) }

// refuseField answers that a member of the body cannot be done.
func (k *call) refuseField(code, pointer, message string) {
	k.problem(problem.Problem{Definition: problem.Must(code), Detail: sentence(message),
		Errors: []problem.Violation{{In: "body", Pointer: pointer, Message: message, Keyword: "rule"}}})
}

// read reads the request's body, which satisfies the contract, into its generated type. It is false after a failure,
// which it answers: then the generated type and the document have drifted apart.
func (k *call) read(to any) bool {
	if !k.request.HasBody {
		return true
	}
	if err := json.Unmarshal(k.request.RawBody, to); err != nil {
		k.log(problem.InternalError, "the generated types refuse what the contract takes: "+err.Error())
		k.fail(problem.InternalError, "The generated code and the contract disagree about this request.")
		return false
	}
	return true
}

// servedAPIs lists the APIs that scenarios speak for, or the one of a name; the control API and those of the platform are none of
// them.
func (k *call) servedAPIs(name *string) []*contract.API {
	var out []*contract.API
	for _, a := range k.server.everyAPI() {
		if !unrecorded[a.Name] && (name == nil || a.Name == *name) {
			out = append(out, a)
		}
	}
	return out
}

// operationNamed finds an operation by its id, in one API or in all of them. why says in words why there is none.
func (k *call) operationNamed(api *string, id string) (found *contract.Operation, why string) {
	var known, having []string
	apis := k.servedAPIs(api)
	if len(apis) == 0 {
		var names []string
		for _, a := range k.servedAPIs(nil) {
			names = append(names, a.Name)
		}
		return nil, joined("there is no API "+quoted(*api), finding.DidYouMean(*api, names))
	}
	for _, a := range apis {
		for _, o := range a.Operations {
			known = append(known, o.ID)
			if o.ID == id {
				found, having = o, append(having, a.Name)
			}
		}
	}
	switch len(having) {
	case 0:
		return nil, joined("there is no operation "+quoted(id), finding.DidYouMean(id, known))
	case 1:
		return found, ""
	}
	return nil, "several APIs have the operation " + quoted(id) + ": " + strings.Join(having, ", ") + "; name the API"
}

func quoted(s string) string { return `"` + s + `"` }

// joined puts a hint, which may be empty, behind a message.
func joined(message, hint string) string {
	if hint == "" {
		return message
	}
	return message + "; " + hint
}

// optional gives the address of a value, nil for the zero value: how generated types hold what may be absent.
func optional[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// either gives what a parameter that may be absent holds, or else a default.
func either[T any](v *T, otherwise T) T {
	if v == nil {
		return otherwise
	}
	return *v
}

// full gives a list that is never nil, since JSON tells null from [].
func full[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// pageOf cuts one page, counted from 1, out of a list.
func pageOf[T any](list []T, page, size int) []T {
	first := min(len(list), (page-1)*size)
	return full(list[first:min(len(list), first+size)])
}

// Pages without parameters.
const (
	firstPage   = 1
	defaultSize = 50
)

// findingOf gives a finding in its generated type.
func findingOf(f *finding.Finding) control.Finding {
	out := control.Finding{
		Code: f.Code, Severity: control.FindingSeverity(f.Severity.String()), File: f.File, Line: optional(f.Line), Column: optional(f.Column),
		Message: f.Message, Hint: optional(f.Hint),
	}
	if len(f.Related) > 0 {
		related := make([]control.RelatedPlace, 0, len(f.Related))
		for _, r := range f.Related {
			related = append(related, control.RelatedPlace{File: r.File, Line: optional(r.Line), Column: optional(r.Column), Message: r.Message})
		}
		out.Related = &related
	}
	return out
}

func findingsOf(list finding.List) []control.Finding {
	out := make([]control.Finding, 0, len(list))
	for i := range list {
		out = append(out, findingOf(&list[i]))
	}
	return out
}

// answerOf gives what a rule answers in its generated type.
func answerOf(a *engine.AnswerDescription) control.RuleAnswer {
	kind := control.RuleAnswerKind(a.Kind)
	if a.Kind == engine.OutcomeAnswer {
		kind = control.RuleAnswerKindContinue // the handler answers
	}
	return control.RuleAnswer{Kind: kind, Status: optional(a.Status), MediaType: optional(a.Type),
		Problem: optional(a.Problem), Fault: optional(string(a.Fault))}
}

// list names texts, separated by commas.
func list(words []string) string { return strings.Join(words, ", ") }
