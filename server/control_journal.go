package server

import (
	"encoding/base64"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// SearchJournal answers GET /journal.
func (controller) SearchJournal(c *gin.Context, params control.SearchJournalParams) {
	k := callOf(c)
	filter := sandbox.Filter{
		From: either(params.Since, time.Time{}), To: either(params.Until, time.Time{}), Status: either(params.Status, 0),
		Operation: either(params.Operation, ""), Scenario: either(params.Scenario, ""), Rule: either(params.Rule, ""), Text: either(params.Text, ""),
	}
	if params.Before != nil {
		if e := k.entryNamed(*params.Before); e != nil {
			filter.Before = e.Number
		} else {
			return
		}
	}
	entries, _, dropped, err := k.box.KeptEntries(filter)
	if err != nil {
		k.failed(err)
		return
	}
	entries = slices.DeleteFunc(entries, func(e *sandbox.Entry) bool {
		return params.Api != nil && (e.Operation == nil || e.Operation.API.Name != *params.Api) ||
			params.Method != nil && e.Original.Method != string(*params.Method) ||
			params.Problem != nil && e.Code != *params.Problem ||
			params.RequestId != nil && e.World.RequestID != *params.RequestId ||
			params.Path != nil && !strings.HasPrefix(shownPath(e), *params.Path)
	})
	out := control.JournalPage{Entries: []control.JournalEntrySummary{}, Total: len(entries), Dropped: int(dropped),
		Page: either(params.Page, firstPage), Size: either(params.Size, defaultSize)}
	for _, e := range pageOf(entries, out.Page, out.Size) {
		out.Entries = append(out.Entries, summaryOf(e))
	}
	k.json(http.StatusOK, out)
}

// shownPath gives the path of an entry's request, with what is secret hidden.
func shownPath(e *sandbox.Entry) string {
	path, _, _ := strings.Cut(e.ShownTarget(), "?")
	return path
}

func summaryOf(e *sandbox.Entry) control.JournalEntrySummary {
	out := control.JournalEntrySummary{
		Id: e.ID(), At: e.Received, RequestId: e.World.RequestID, Method: e.Original.Method, Path: shownPath(e), Status: e.Status,
		Scenario: optional(e.Scenario), Rule: optional(e.Rule), Problem: optional(e.Code), Fault: optional(string(e.Fault.Kind)),
		TookMillis: wholeMillis(e.Took), DelayMillis: optional(wholeMillis(e.Delay)),
	}
	if o := e.Operation; o != nil {
		out.Api, out.Operation = optional(o.API.Name), optional(o.ID)
	}
	return out
}

// entryNamed finds an entry of the journal. It is nil when there is none, which is answered.
func (k *call) entryNamed(id string) *sandbox.Entry {
	e, err := k.box.KeptEntry(id)
	if err != nil {
		k.failed(err)
		return nil
	}
	if e == nil {
		k.fail(problem.EntryNotFound, sentence("the journal of this sandbox has no entry "+quoted(id)))
	}
	return e
}

// GetJournalEntry answers GET /journal/{entry}.
func (controller) GetJournalEntry(c *gin.Context, id control.EntryIdParameter) {
	k := callOf(c)
	e := k.entryNamed(id)
	if e == nil {
		return
	}
	s, shown := summaryOf(e), e.Shown()
	k.json(http.StatusOK, control.JournalEntry{
		Id: s.Id, At: s.At, RequestId: s.RequestId, Api: s.Api, Operation: s.Operation, Method: s.Method, Path: s.Path, Status: s.Status,
		Scenario: s.Scenario, Rule: s.Rule, Problem: s.Problem, Fault: s.Fault, TookMillis: s.TookMillis, DelayMillis: s.DelayMillis,
		Request: control.RecordedRequest{Target: shown.Target, Headers: headersOf(shown.Request.Header), Body: bodyOf(shown.Request.Body)},
		Answer:  recordedOf(e.Status, shown.Answer),
	})
}

func recordedOf(status int, m sandbox.Message) control.RecordedAnswer {
	return control.RecordedAnswer{Status: status, Headers: headersOf(m.Header), Body: bodyOf(m.Body)}
}

// headersOf lists header fields by name.
func headersOf(h http.Header) []control.HeaderField {
	out := []control.HeaderField{}
	for name, values := range h {
		for _, v := range values {
			out = append(out, control.HeaderField{Name: name, Value: v})
		}
	}
	slices.SortStableFunc(out, func(a, b control.HeaderField) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// bodyOf gives a body as text, or in Base64 where it is none.
func bodyOf(body []byte) control.RecordedBody {
	out := control.RecordedBody{Size: len(body)}
	switch {
	case len(body) == 0:
	case utf8.Valid(body):
		out.Text = optional(string(body))
	default:
		out.Base64 = optional(base64.StdEncoding.EncodeToString(body))
	}
	return out
}

// ClearJournal answers DELETE /journal.
func (controller) ClearJournal(c *gin.Context) {
	k := callOf(c)
	if err := k.box.ClearJournal(); err != nil {
		k.failed(err)
		return
	}
	k.done()
}
