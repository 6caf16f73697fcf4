package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// maxFindings bounds how many findings a problem lists, as its schema does.
const maxFindings = 1000

// ListOverrides answers GET /overrides.
func (controller) ListOverrides(c *gin.Context) {
	k := callOf(c)
	out := control.OverrideList{Overrides: []control.Override{}}
	for _, o := range k.box.Overrides(k.playing()) {
		out.Overrides = append(out.Overrides, overrideOf(&o))
	}
	k.json(http.StatusOK, out)
}

func overrideOf(o *sandbox.Override) control.Override {
	out := control.Override{Id: o.ID, Api: o.API, Operation: o.Operation, Rule: o.Rule, SetAt: o.Set, Active: o.Active, Times: optional(o.Times)}
	if o.Times > 0 {
		left := max(0, o.Times-o.Hits)
		out.TimesLeft = &left
	}
	if !o.Ends.IsZero() {
		out.ExpiresAt = &o.Ends
	}
	if len(o.Findings) > 0 {
		findings := findingsOf(o.Findings)
		out.Findings = &findings
	}
	return out
}

// targetNamed finds an operation by its id, or by operation/point; point is "" or begins with the slash. why says why
// there is none.
func (k *call) targetNamed(api *string, name string) (operation *contract.Operation, point, why string) {
	operation, why = k.operationNamed(api, name)
	if at := strings.LastIndexByte(name, '/'); operation == nil && at >= 0 {
		operation, why = k.operationNamed(api, name[:at])
		point = name[at:]
	}
	return operation, point, why
}

// CreateOverride answers POST /overrides.
func (controller) CreateOverride(c *gin.Context) {
	k := callOf(c)
	var in control.NewOverride
	if !k.read(&in) {
		return
	}
	operation, point, why := k.targetNamed(in.Api, in.Operation)
	if operation == nil {
		k.refuseField(problem.OperationUnknown, "/operation", why)
		return
	}
	spec := sandbox.OverrideSpec{API: operation.API.Name, Operation: operation.ID + point, Times: either(in.Times, 0)}
	var isObject bool
	var err error
	if spec.Rule, isObject, err = k.ruleText(); err != nil {
		k.refuseField(problem.OverrideInvalid, "/rule", err.Error())
		return
	}
	if in.Ttl != nil {
		until, err := later(k.start, *in.Ttl)
		if spec.TTL = until.Sub(k.start); err != nil || spec.TTL <= 0 {
			k.refuseField(problem.OverrideInvalid, "/ttl", "is no length of time such as PT5M or 5m")
			return
		}
	}
	made, findings, err := k.box.AddOverride(k.playing(), spec)
	if err != nil {
		k.failed(err)
		return
	}
	if findings.Errors() > 0 {
		k.refuseOverride(findings, isObject)
		return
	}
	k.json(http.StatusCreated, overrideOf(&made))
}

// ruleText gives the rule of the body as text: as it was written, or an object as JSON.
func (k *call) ruleText() (text string, isObject bool, err error) {
	body, _ := k.request.Body.(map[string]any)
	if text, ok := body["rule"].(string); ok {
		return text, false, nil
	}
	encoded, err := json.Marshal(body["rule"])
	return string(encoded), true, err
}

// refuseOverride answers with what is wrong with a rule. Lines and columns are those of a text; those of an object are
// not the caller's.
func (k *call) refuseOverride(findings finding.List, isObject bool) {
	code := problem.OverrideInvalid
	var list []problem.Violation
	for _, f := range findings {
		if f.Severity != finding.Error || len(list) == maxFindings {
			continue
		}
		if f.Code == "too-many-overrides" {
			code = problem.OverridesFull
		}
		message := joined(f.Message, f.Hint)
		if !isObject && f.Line > 0 {
			message = fmt.Sprintf("line %d, column %d: %s", f.Line, f.Column, message)
		}
		list = append(list, problem.Violation{In: "body", Pointer: "/rule", Message: shorten(message, maxViolation), Keyword: f.Code})
	}
	k.problem(problem.Problem{Definition: problem.Must(code), Detail: sentence(list[0].Message), Errors: list})
}

// maxViolation is how long the message of a violation may be, in characters, as the Problem schema has it.
const maxViolation = 1024

// later gives the time that comes a length of time after another. The length is written as an ISO 8601 duration or as
// scenario files write one, such as 30s.
func later(from time.Time, span string) (time.Time, error) {
	if strings.HasPrefix(span, "P") {
		d, err := bank.ParseDuration(span)
		if err != nil {
			return from, err
		}
		return d.AddTo(from), nil
	}
	d, err := bank.ParseDelay(span)
	return from.Add(d), err
}

// GetOverride answers GET /overrides/{override}.
func (controller) GetOverride(c *gin.Context, id control.OverrideIdParameter) {
	k := callOf(c)
	for _, o := range k.box.Overrides(k.playing()) {
		if o.ID == id {
			k.json(http.StatusOK, overrideOf(&o))
			return
		}
	}
	k.fail(problem.OverrideNotFound, sentence("there is no override "+quoted(id)))
}

// DeleteOverride answers DELETE /overrides/{override}.
func (controller) DeleteOverride(c *gin.Context, id control.OverrideIdParameter) {
	k := callOf(c)
	switch found, err := k.box.RemoveOverride(id); {
	case err != nil:
		k.failed(err)
	case !found:
		k.fail(problem.OverrideNotFound, sentence("there is no override "+quoted(id)))
	default:
		k.done()
	}
}

// ClearOverrides answers DELETE /overrides.
func (controller) ClearOverrides(c *gin.Context) {
	k := callOf(c)
	if _, err := k.box.ClearOverrides(); err != nil {
		k.failed(err)
		return
	}
	k.done()
}
