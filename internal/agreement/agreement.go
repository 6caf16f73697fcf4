// Package agreement holds consumers' pacts against OpenAPI documents: whether what a consumer sends and expects is what
// the document says. It calls no provider. Each interaction of a pact goes through these files: its operation is found
// (locate.go), the provider states are looked up (state.go), the request is judged as a server would judge it
// (request.go, refusal.go), the response as an excerpt of what a server may answer (response.go), and the matching
// rules by what they allow and what they refuse (rule.go, bodyrule.go, judge.go, language.go). coverage.go counts what
// no pact touches.
//
// The two directions are not alike. A request is complete: what the document demands must be there. A response lists
// what the consumer reads: members may be missing, but none may be there that the document does not name.
package agreement

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// State is a provider state that some scenario declares, with the names of its parameters and of those among them
// without which it is not set up.
type State struct {
	Name             string
	Params, Required []string
}

// Report is the outcome of a check.
type Report struct {
	Files        []*pact.File
	Interactions []*Interaction
	// Findings are those of all interactions and files, sorted. Their places are in the pact files; places in documents
	// are related to them.
	Findings finding.List
}

// Interaction is an interaction of a pact and what was found out about it.
type Interaction struct {
	*pact.Interaction
	// Operation is nil when no document has it, and for interactions that are not HTTP.
	Operation *contract.Operation
	Findings  finding.List
	// Refused is what is wrong with a request that the consumer expects to be refused; no finding, but the point of it.
	Refused []string
}

// Checked tells whether the interaction is an exchange over HTTP, which documents speak of.
func (i *Interaction) Checked() bool { return i.Kind == pact.HTTP }

// Check holds the interactions of pact files against documents. states are the provider states that can be set up; nil
// means that they are not known and leaves them unchecked. unplayed names the APIs that no scenario plays: the states of
// their interactions are set up by whoever verifies them, and are not looked for. Errors in interactions that are pending are
// warnings.
//
// A finding is an error when the two sides cannot both be right: the provider would refuse the request, or answer
// otherwise than the consumer expects, as long as it keeps to the document. What may go wrong, but need not, is a
// warning.
func Check(files []*pact.File, apis []*contract.API, states []State, unplayed ...string) *Report {
	r := &Report{Files: files}
	c := &checker{apis: apis, checkStates: states != nil, states: map[string]State{}, unplayed: unplayed}
	for _, s := range states {
		known := c.states[s.Name] // several APIs may declare it
		c.states[s.Name] = State{s.Name, slices.Concat(known.Params, s.Params), slices.Concat(known.Required, s.Required)}
		c.names = append(c.names, s.Name)
	}
	exchanges := 0
	for _, f := range files {
		all, list := c.file(f)
		r.Interactions = append(r.Interactions, all...)
		r.Findings = append(r.Findings, list...)
		for _, i := range all {
			r.Findings = append(r.Findings, i.Findings...)
			if i.Checked() {
				exchanges++
			}
		}
	}
	if exchanges == 0 && len(files) > 0 {
		r.Findings = append(r.Findings, finding.Finding{Code: "nothing-checked", Place: finding.Place{File: files[0].Name},
			Message: "no pact holds an interaction over HTTP, so nothing was checked"})
	}
	r.Findings.Sort()
	return r
}

type checker struct {
	apis        []*contract.API
	checkStates bool
	states      map[string]State // parameters by name
	names       []string
	unplayed    []string
}

// file checks the interactions of one file, and gives what is to be said of the file as a whole.
func (c *checker) file(f *pact.File) (all []*Interaction, list finding.List) {
	found, asked := 0, 0
	bare := map[*contract.API]*pact.Interaction{} // the first interaction that leaves the base path out
	var order []*contract.API
	for _, i := range f.Interactions {
		e := &examination{checker: c, Interaction: &Interaction{Interaction: i}, said: map[string]bool{}}
		all = append(all, e.Interaction)
		if !e.Checked() {
			continue
		}
		asked++
		where := c.locate(i.Request.Method, i.Request.Path)
		if where.operation != nil {
			found++
			if api := where.operation.API; where.bare && bare[api] == nil {
				bare[api], order = i, append(order, api)
			}
		}
		e.run(where)
	}
	for _, api := range order {
		list = append(list, finding.Finding{Code: "base-path-omitted", Severity: finding.Warning, Place: f.Place(bare[api].Pointer + "/request/path"),
			Message: fmt.Sprintf("the paths of this pact leave out %s, where the document says the API is served (%s/request/path)", api.BasePath, bare[api].Pointer),
			Hint:    "verify it against an address that ends in " + api.BasePath})
	}
	if asked > 0 && found == 0 {
		for _, i := range all {
			i.Findings = nil
		}
		list = append(list, c.otherProvider(f))
	}
	return all, list
}

// otherProvider says in one finding that a pact has nothing to do with the documents.
func (c *checker) otherProvider(f *pact.File) finding.Finding {
	var known []string
	for _, a := range c.apis {
		known = append(known, a.Name)
	}
	return finding.Finding{Code: "other-provider", Place: f.Place("/provider"),
		Message: fmt.Sprintf("no interaction of this pact matches an operation: it is for the provider %q, and the documents are %s", f.Provider, strings.Join(known, ", ")),
		Hint:    "name the provider's document with --document, or leave this pact out with --provider"}
}

// examination is the check of one interaction.
type examination struct {
	*checker
	*Interaction
	path string          // of the request, below the document's base path
	said map[string]bool // about matchers: one finding of a kind for each
}

func (e *examination) run(where location) {
	if where.operation == nil || !slices.Contains(e.unplayed, where.operation.API.Name) {
		e.providerStates()
	}
	e.Operation, e.path = where.operation, where.path
	e.Operation = where.operation
	if e.Operation == nil {
		e.unknownOperation(where)
		return
	}
	e.request()
	e.response()
	e.Findings.Sort()
}

// report adds a finding at a place of the pact. The message is followed by the pointer of that place.
func (e *examination) report(severity finding.Severity, code, pointer, hint string, related []finding.Related, format string, args ...any) {
	message := fmt.Sprintf(format, args...) + " (" + shorten(e.File.Nearest(pointer))
	if e.Description != "" {
		message += fmt.Sprintf(", in %q", shorten(e.Description))
	}
	if e.Pending && severity == finding.Error {
		severity = finding.Warning
		message += ", which is pending"
	}
	e.Findings = append(e.Findings, finding.Finding{Code: code, Severity: severity, Place: e.File.Place(pointer), Message: message + ")", Hint: hint, Related: related})
}

func (e *examination) fail(code, pointer string, related []finding.Related, format string, args ...any) {
	e.report(finding.Error, code, pointer, "", related, format, args...)
}

func (e *examination) warn(code, pointer string, related []finding.Related, format string, args ...any) {
	e.report(finding.Warning, code, pointer, "", related, format, args...)
}

// declaredHere relates the place of a schema in its document; what names the schema if it has no name of its own. There
// is none for a schema that is not known.
func declaredHere(s *contract.Schema, what string) []finding.Related {
	if s == nil {
		return nil
	}
	if s.Name != "" {
		what = s.Name
	}
	return []finding.Related{{Place: s.Place(), Message: strings.TrimSpace(what + " is declared here")}}
}

func operationHere(o *contract.Operation) []finding.Related {
	return []finding.Related{{Place: o.Place(), Message: o.ID + " is declared here"}}
}

// statuses lists the statuses of an operation for a message.
func statuses(o *contract.Operation) string {
	codes := o.StatusCodes()
	slices.Sort(codes)
	return strings.Join(codes, ", ")
}

// shorten bounds text of a pact that is shown again.
func shorten(s string) string {
	const limit = 200
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return s
}
