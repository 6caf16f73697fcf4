package server

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// GetState answers GET /state.
func (controller) GetState(c *gin.Context, params control.GetStateParams) {
	k := callOf(c)
	p, state := k.playing(), k.box.State()
	out := control.SandboxState{Values: []control.StateValue{}, Tables: []control.TableSummary{}, Pending: []control.PendingStep{}}
	for _, a := range k.servedAPIs(params.Api) {
		for _, name := range p.StateNames(a.Name) {
			out.Values = append(out.Values, stateValueOf(p, a.Name, name, state))
		}
		for _, name := range p.TableNames(a.Name) {
			t, _ := p.Table(a.Name, name)
			_, rows, _ := p.Rows(a.Name, name, state)
			out.Tables = append(out.Tables, control.TableSummary{Api: t.API, Name: t.Name, Title: optional(t.Title),
				Columns: full(t.Columns), Key: full(t.Key), Writable: t.Writable, Rows: len(rows)})
		}
	}
	for _, s := range state.Pending() {
		if params.Api == nil || s.API == *params.Api {
			out.Pending = append(out.Pending, stepOf(&s))
		}
	}
	k.json(http.StatusOK, out)
}

func stateValueOf(p *engine.Program, api, name string, state *engine.State) control.StateValue {
	d, _ := p.State(api, name)
	return control.StateValue{Api: api, Name: name, Value: p.Values(api, state)[name], Initial: d.Initial, Values: full(d.Values)}
}

func stepOf(s *engine.Step) control.PendingStep {
	name := s.Table + s.State // one of them at most
	if name == "" && s.Callback != nil {
		name = s.Callback.Name
	}
	return control.PendingStep{Due: s.Due, Kind: control.PendingStepKind(s.Kind), Api: s.API, Name: optional(name), Rule: s.Rule, RequestId: optional(s.Request)}
}

// SetStateValue answers PUT /state/{api}/{name}.
func (controller) SetStateValue(c *gin.Context, api control.Api, name control.StateNameParameter) {
	k := callOf(c)
	p := k.playing()
	declared, ok := p.State(api, name)
	if !ok {
		k.fail(problem.StateNotFound, sentence(joined("API "+quoted(api)+" declares no value "+quoted(name), finding.DidYouMean(name, p.StateNames(api)))))
		return
	}
	var in control.StateValueChange
	if !k.read(&in) {
		return
	}
	if !slices.Contains(declared.Values, in.Value) {
		k.refuseField(problem.StateValueUnknown, "/value", fmt.Sprintf("is not one of those declared: %s", list(declared.Values)))
		return
	}
	switch err := k.box.SetState(p, api, name, in.Value); {
	case errors.Is(err, sandbox.ErrStorage):
		k.failed(err)
		return
	case err != nil:
		k.refuseField(problem.StateValueUnknown, "/value", err.Error())
		return
	}
	k.json(http.StatusOK, stateValueOf(p, api, name, k.box.State()))
}

// tableNamed finds a table. It is false when there is none, which is answered.
func (k *call) tableNamed(api, name string) (t engine.TableDescription, ok bool) {
	p := k.playing()
	if t, ok = p.Table(api, name); !ok {
		k.fail(problem.TableNotFound, sentence(joined("API "+quoted(api)+" has no table "+quoted(name), finding.DidYouMean(name, p.TableNames(api)))))
	}
	return t, ok
}

// ListTableRows answers GET /tables/{api}/{table}/rows.
func (controller) ListTableRows(c *gin.Context, api control.Api, name control.Table, params control.ListTableRowsParams) {
	k := callOf(c)
	t, ok := k.tableNamed(api, name)
	if !ok {
		return
	}
	_, rows, _ := k.playing().Rows(api, name, k.box.State())
	out := control.TableRowPage{Api: api, Table: name, Columns: full(t.Columns), Key: full(t.Key), Writable: t.Writable,
		Page: either(params.Page, firstPage), Size: either(params.Size, defaultSize), Total: len(rows), Rows: []control.TableRow{}}
	for _, r := range pageOf(rows, out.Page, out.Size) {
		out.Rows = append(out.Rows, rowOf(&t, r))
	}
	k.json(http.StatusOK, out)
}

func rowOf(t *engine.TableDescription, r map[string]any) control.TableRow {
	key, _ := t.RowKey(r)
	return control.TableRow{Key: optional(key), Row: r}
}

// writableRow finds the table and reads the key of a row that is to be changed. It is false when that cannot be, which
// is answered.
func (k *call) writableRow(api, name, text string) (t engine.TableDescription, key map[string]any, ok bool) {
	if t, ok = k.tableNamed(api, name); !ok {
		return t, nil, false
	}
	if !t.Writable {
		k.fail(problem.TableReadOnly, sentence("table "+quoted(name)+" only ships rows"))
		return t, nil, false
	}
	key, err := k.playing().ReadRowKey(api, name, text)
	if err != nil {
		k.problem(problem.Problem{Definition: problem.Must(problem.RowInvalid), Detail: sentence(err.Error()),
			Errors: []problem.Violation{{In: "path", Parameter: "key", Message: err.Error(), Keyword: "rule"}}})
		return t, nil, false
	}
	return t, key, true
}

// PutTableRow answers PUT /tables/{api}/{table}/rows/{key}.
func (controller) PutTableRow(c *gin.Context, api control.Api, name control.Table, text control.RowKeyParameter) {
	k := callOf(c)
	t, key, ok := k.writableRow(api, name, text)
	if !ok {
		return
	}
	body, _ := k.request.Body.(map[string]any)
	row := maps.Clone(body)
	for column, v := range key {
		if given, there := row[column]; there && !reflect.DeepEqual(given, v) {
			k.refuseField(problem.RowInvalid, "/"+column, "differs from the key in the path")
			return
		}
		row[column] = v
	}
	p := k.playing()
	for column := range p.Row(api, name, key, k.box.State()) {
		if _, given := row[column]; !given {
			row[column] = nil // the row is replaced, and the sandbox changes only the columns that are named
		}
	}
	switch err := k.box.PutRow(p, api, name, row); {
	case errors.Is(err, sandbox.ErrStorage), errors.Is(err, engine.ErrStateFull):
		k.failed(err)
		return
	case err != nil:
		k.problem(problem.Problem{Definition: problem.Must(problem.RowInvalid), Detail: sentence(err.Error())})
		return
	}
	k.json(http.StatusOK, rowOf(&t, p.Row(api, name, key, k.box.State())))
}

// DeleteTableRow answers DELETE /tables/{api}/{table}/rows/{key}.
func (controller) DeleteTableRow(c *gin.Context, api control.Api, name control.Table, text control.RowKeyParameter) {
	k := callOf(c)
	_, key, ok := k.writableRow(api, name, text)
	if !ok {
		return
	}
	switch err := k.box.DeleteRow(k.playing(), api, name, key); {
	case errors.Is(err, sandbox.ErrNoRow):
		k.fail(problem.RowNotFound, sentence("table "+quoted(name)+" has no row "+quoted(text)))
	case errors.Is(err, sandbox.ErrStorage):
		k.failed(err)
	case err != nil:
		k.problem(problem.Problem{Definition: problem.Must(problem.RowInvalid), Detail: sentence(err.Error())})
	default:
		k.done()
	}
}
