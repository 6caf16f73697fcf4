package trial

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// headerOffContract marks answers that break the contract on purpose.
const headerOffContract = "X-Sandbox-Off-Contract"

// explanation is what the control API says of how an answer came about.
type explanation struct {
	Answer struct {
		Source      string
		Continued   []string
		DelayMillis int64
		Fault       string
	}
	Rules []struct {
		Scenario, Rule, File, Condition, Wanted, Got, Outcome string
		Line, Passed                                          int
	}
}

// journalPage is a page of the journal.
type journalPage struct {
	Entries []struct{ ID, Fault, Scenario, Rule string }
}

// An entry is written when its answer is complete, so it may come a moment after the answer.
const (
	journalTries = 200
	journalPause = 5 * time.Millisecond
)

// explain completes an answer with what the journal knows of it. A request that the journal does not have stays as it is.
func (r *remote) explain(ctx context.Context, id, key string, a *Answer) error {
	var page journalPage
	for range journalTries {
		if err := r.steer(ctx, http.MethodGet, "/journal?requestId="+url.QueryEscape(id), key, nil, &page); err != nil {
			return err
		}
		if len(page.Entries) > 0 {
			break
		}
		if err := pause(ctx, journalPause); err != nil {
			return err
		}
	}
	if len(page.Entries) == 0 {
		return nil
	}
	entry := page.Entries[0]
	if a.Fault == "" && entry.Fault == string(engine.Dribble) {
		a.Fault = engine.Dribble
	}
	a.Scenario, a.Rule = entry.Scenario, entry.Rule
	var e explanation
	if err := r.steer(ctx, http.MethodGet, "/journal/"+url.PathEscape(entry.ID)+"/explanation", key, nil, &e); err != nil {
		return err
	}
	a.Document, a.Continued = e.Answer.Source == "document", e.Answer.Continued
	if delay := time.Duration(e.Answer.DelayMillis) * time.Millisecond; delay <= a.Delay {
		a.Delay, a.AtLeast = delay, false // the wire has kept what was decided
	}
	a.Explain = e.traces
	return nil
}

// pause lets real time pass. It fails when the context ends first.
func pause(ctx context.Context, d time.Duration) error {
	timer, stop := context.WithTimeout(ctx, d)
	defer stop()
	<-timer.Done()
	return ctx.Err()
}

func (e *explanation) traces() []engine.Trace {
	out := make([]engine.Trace, 0, len(e.Rules))
	for _, r := range e.Rules {
		out = append(out, engine.Trace{
			Miss: engine.Miss{Scenario: r.Scenario, Rule: r.Rule, Condition: r.Condition, Wanted: r.Wanted, Got: r.Got, Passed: r.Passed},
			File: r.File, Line: r.Line, Tried: r.Outcome != "untried",
			Answered: r.Outcome == "answered", Continued: r.Outcome == "continued", Matched: r.Outcome == "answered" || r.Outcome == "continued",
		})
	}
	return out
}

// Now tells what the caller's clock shows.
func (r *remote) Now(ctx context.Context, key string) (time.Time, error) {
	var clock struct{ Now time.Time }
	err := r.steer(ctx, http.MethodGet, "/clock", key, nil, &clock)
	return clock.Now, err
}

func (r *remote) changeClock(ctx context.Context, key string, change map[string]any) error {
	return r.steer(ctx, http.MethodPatch, "/clock", key, change, nil)
}

// Advance moves the caller's clock forwards.
func (r *remote) Advance(ctx context.Context, key string, d time.Duration) error {
	return r.changeClock(ctx, key, map[string]any{"advance": fmt.Sprintf("%dms", d.Milliseconds())})
}

// SetClock sets the caller's clock.
func (r *remote) SetClock(ctx context.Context, key string, t time.Time) error {
	return r.changeClock(ctx, key, map[string]any{"set": t.Format(time.RFC3339)})
}

// Freeze has the caller's clock stand still.
func (r *remote) Freeze(ctx context.Context, key string) error {
	return r.changeClock(ctx, key, map[string]any{"frozen": true})
}

// Resume has the caller's clock go on.
func (r *remote) Resume(ctx context.Context, key string) error {
	return r.changeClock(ctx, key, map[string]any{"frozen": false})
}

// Reset has the caller's sandbox begin anew.
func (r *remote) Reset(ctx context.Context, key string) error {
	return r.steer(ctx, http.MethodPost, "/reset", key, map[string]any{"parts": []any{"state", "clock", "selection", "overrides"}}, nil)
}

// Select has scenarios speak for the caller.
func (r *remote) Select(ctx context.Context, key string, names []string) error {
	list := make([]any, len(names))
	for i, name := range names {
		list[i] = name
	}
	return r.steer(ctx, http.MethodPut, "/selection", key, map[string]any{"scenarios": list}, nil)
}

// Provide sets up a provider state.
func (r *remote) Provide(ctx context.Context, key, state string, params map[string]any) (map[string]any, error) {
	change := map[string]any{"state": state, "action": "setup"}
	if params != nil {
		change["params"] = params
	}
	var returns json.RawMessage
	if err := r.steer(ctx, http.MethodPost, "/provider-states", key, change, &returns); err != nil {
		return nil, err
	}
	v, err := contract.DecodeJSON(returns, 0)
	if err != nil {
		return nil, fmt.Errorf("read the values of a provider state: %w", err)
	}
	values, _ := v.(map[string]any)
	return values, nil
}

// SetState gives a declared state another value.
func (r *remote) SetState(ctx context.Context, key, api, name, value string) error {
	return r.steer(ctx, http.MethodPut, "/state/"+url.PathEscape(api)+"/"+url.PathEscape(name), key, map[string]any{"value": value}, nil)
}

// rowsPage is a page of a table's rows.
type rowsPage struct {
	Key   []string
	Total int
	Rows  []struct {
		Key string
		Row json.RawMessage
	}
}

func rowsPath(api, table string) string {
	return "/tables/" + url.PathEscape(api) + "/" + url.PathEscape(table) + "/rows"
}

// eachRow goes through a table.
func (r *remote) eachRow(ctx context.Context, key, api, table string, visit func(key string, row map[string]any) error) error {
	for page, seen := 1, 0; ; page++ {
		var p rowsPage
		if err := r.steer(ctx, http.MethodGet, fmt.Sprintf("%s?page=%d&size=500", rowsPath(api, table), page), key, nil, &p); err != nil {
			return err
		}
		for _, row := range p.Rows {
			v, err := contract.DecodeJSON(row.Row, 0)
			if err != nil {
				return fmt.Errorf("read a row of table %s: %w", table, err)
			}
			values, _ := v.(map[string]any)
			if err := visit(row.Key, values); err != nil {
				return err
			}
		}
		if seen += len(p.Rows); len(p.Rows) == 0 || seen >= p.Total {
			return nil
		}
	}
}

// PutRow puts a row into a table.
func (r *remote) PutRow(ctx context.Context, key, api, table string, row map[string]any) error {
	var p rowsPage
	if err := r.steer(ctx, http.MethodGet, rowsPath(api, table)+"?size=1", key, nil, &p); err != nil {
		return err
	}
	parts := make([]string, len(p.Key))
	for i, column := range p.Key {
		text, err := expression.Text(row[column])
		if err != nil {
			return fmt.Errorf("column %s of the key of table %s: %w", column, table, err)
		}
		parts[i] = strings.NewReplacer(`\`, `\\`, `,`, `\,`).Replace(text)
	}
	return r.steer(ctx, http.MethodPut, rowsPath(api, table)+"/"+url.PathEscape(strings.Join(parts, ",")), key, row, nil)
}

// DeleteRow deletes the rows that have all these values.
func (r *remote) DeleteRow(ctx context.Context, key, api, table string, where map[string]any) error {
	var gone []string
	same := &comparison{exact: true}
	err := r.eachRow(ctx, key, api, table, func(rowKey string, row map[string]any) error {
		for column, want := range where {
			if !same.equal(want, row[column]) {
				return nil
			}
		}
		gone = append(gone, rowKey)
		return nil
	})
	if err != nil {
		return err
	}
	if len(gone) == 0 {
		return fmt.Errorf("table %s has no such row", table)
	}
	for _, rowKey := range gone {
		if err := r.steer(ctx, http.MethodDelete, rowsPath(api, table)+"/"+url.PathEscape(rowKey), key, nil, nil); err != nil {
			return err
		}
	}
	return nil
}

// Values gives an API's declared states.
func (r *remote) Values(ctx context.Context, key, api string) (map[string]string, error) {
	var state struct {
		Values []struct{ API, Name, Value string }
	}
	if err := r.steer(ctx, http.MethodGet, "/state?api="+url.QueryEscape(api), key, nil, &state); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, v := range state.Values {
		if v.API == api {
			out[v.Name] = v.Value
		}
	}
	return out, nil
}

// Rows gives the rows of a table.
func (r *remote) Rows(ctx context.Context, key, api, table string) ([]any, error) {
	out := []any{}
	err := r.eachRow(ctx, key, api, table, func(_ string, row map[string]any) error {
		out = append(out, row)
		return nil
	})
	return out, err
}

// Callbacks cannot be told.
func (r *remote) Callbacks(context.Context, string) ([]engine.Callback, error) {
	return nil, &UnsupportedError{"what a deployment calls back is sent to whoever listens, and is not shown here"}
}
