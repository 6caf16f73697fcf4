package engine

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/problem"
)

// Preference is what a request asks of the document itself, in the header Prefer (RFC 7240) as other OpenAPI mocks
// understand it. The zero value asks nothing.
type Preference struct {
	// Code is a status that the operation declares; 0 is the default one.
	Code int
	// Example is the name of an example in the document.
	Example string
	// Dynamic asks for a value made from the schema even where there is an example.
	Dynamic bool
}

// PreferenceError says what the document cannot give.
type PreferenceError struct{ Message string }

func (e *PreferenceError) Error() string { return e.Message }

// Prefer gives the document's own answer as a request prefers it. Nothing of the scenarios speaks and the state does
// not change. The error is a *PreferenceError.
func (p *Program) Prefer(o *contract.Operation, pref Preference, w *World) (Decision, error) {
	d := Decision{Contract: true, State: w.State, Status: pref.Code}
	if pref.Code == 0 {
		d.Status = o.DefaultStatus()
	}
	r := o.Response(d.Status)
	if r == nil {
		return Decision{}, &PreferenceError{fmt.Sprintf("operation %s declares no status %d; declared: %s", o.ID, d.Status, strings.Join(statuses(o), ", "))}
	}
	random := generated(w.draws(0))
	var err error
	if d.Header, err = answerHeaders(r, random); err != nil {
		return Decision{}, &PreferenceError{fmt.Sprintf("status %d of %s cannot be answered: %v", d.Status, o.ID, err)}
	}
	if len(r.Content) == 0 || bodiless(d.Status) {
		if pref.Example != "" {
			return Decision{}, &PreferenceError{fmt.Sprintf("status %d of %s has no body, so it has no example %q", d.Status, o.ID, pref.Example)}
		}
		return d, nil
	}
	media := preferredMedia(r)
	d.Type = media.Concrete()
	if pref.Example != "" {
		err := preferExample(&d, o, r, pref.Example)
		return d, err
	}
	if definition, ok := preferredProblem(d.Status, media); ok && !pref.Dynamic {
		d.Problem = &problem.Problem{Definition: definition, Detail: "Asked for with the header Prefer."}
		d.Header = slices.DeleteFunc(d.Header, func(f Field) bool { return f.Name == "Retry-After" }) // the server says when
		return d, nil
	}
	if !pref.Dynamic && len(media.Examples) > 0 {
		err := encodeExample(&d, media, media.Examples[0])
		return d, err
	}
	body, contentType, err := media.Generate(random)
	if err != nil {
		return Decision{}, &PreferenceError{fmt.Sprintf("no value can be made for status %d of %s: %v", d.Status, o.ID, err)}
	}
	d.Type, d.Body = contentType, body
	return d, nil
}

// preferredProblem gives the entry of the error catalogue that stands for an error status: the one that the document's
// example shows, or the general one where there is no example. The entry makes a live problem, with the request's own
// id, where the example would be stale.
func preferredProblem(status int, media *contract.MediaType) (problem.Definition, bool) {
	if status < 400 {
		return problem.Definition{}, false
	}
	if len(media.Examples) == 0 {
		return problem.ForStatus(status)
	}
	shown, _ := media.Examples[0].Value.(map[string]any)
	code, _ := shown["code"].(string)
	d, ok := problem.Lookup(code)
	return d, ok && d.Status == status
}

// statuses lists what the operation declares.
func statuses(o *contract.Operation) []string {
	out := make([]string, 0, len(o.Responses))
	for _, r := range o.Responses {
		out = append(out, r.Status)
	}
	return out
}

// preferredMedia is the JSON media type of a response, or else its first one.
func preferredMedia(r *contract.Response) *contract.MediaType {
	for _, m := range r.Content {
		if isJSONType(m.Type) {
			return m
		}
	}
	return r.Content[0]
}

func preferExample(d *Decision, o *contract.Operation, r *contract.Response, name string) error {
	var known []string
	for _, m := range r.Content {
		if e, ok := m.Example(name); ok {
			d.Type = m.Concrete()
			return encodeExample(d, m, e)
		}
		for _, e := range m.Examples {
			known = append(known, e.Name)
		}
	}
	return &PreferenceError{fmt.Sprintf("status %s of %s has no example %q; %s", strconv.Itoa(d.Status), o.ID, name,
		orNothing(didYouMean(name, known), "named: "+strings.Join(known, ", ")))}
}

func encodeExample(d *Decision, m *contract.MediaType, e contract.Example) error {
	body, err := m.Encode(e.Value)
	if err != nil {
		return &PreferenceError{fmt.Sprintf("example %q cannot be written as %s: %v", e.Name, m.Type, err)}
	}
	d.Body = body
	return nil
}
