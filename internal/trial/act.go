package trial

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

func lower(s string) string { return strings.ToLower(s) }

// decoded gives the answer's body: decoded JSON, or text. present is false when there is none.
func decoded(a *Answer) (v any, present bool) {
	if len(a.Body) == 0 {
		return nil, false
	}
	mediaType, _, _ := strings.Cut(lower(a.Header.Get("Content-Type")), ";")
	if !isJSON(strings.TrimSpace(mediaType)) {
		return string(a.Body), true
	}
	v, err := contract.DecodeJSON(a.Body, 0)
	if err != nil {
		return string(a.Body), true
	}
	return v, true
}

// act does what a step does that calls nothing.
func (t *running) act(ctx context.Context, s *step, key string) (*Failure, error) {
	a := s.action
	var err error
	switch a.kind {
	case look:
	case advanceClock:
		err = t.session.Advance(ctx, key, a.duration)
	case setClock:
		err = t.session.SetClock(ctx, key, a.time)
	case freezeClock:
		err = t.session.Freeze(ctx, key)
	case resumeClock:
		err = t.session.Resume(ctx, key)
	case resetAll:
		err = t.session.Reset(ctx, key)
		maps.DeleteFunc(t.hits, func(name string, _ int) bool { return strings.HasPrefix(name, key+" ") })
	case selectNames:
		err = t.session.Select(ctx, key, t.qualified(a.selected.names))
	case provide:
		if a.given.key != "" {
			key = a.given.key
		}
		return t.provide(ctx, a.given, key)
	default:
		for _, c := range a.changes {
			if failure, err := t.change(ctx, a.kind, c, key); failure != nil || err != nil {
				return failure, err
			}
		}
	}
	if err != nil {
		return t.stopped(s.place, string(a.kind), err)
	}
	return nil, nil
}

// change does one change of a table or a state.
func (t *running) change(ctx context.Context, kind actionKind, c change, key string) (*Failure, error) {
	api := t.suite.api.Name
	row, err := t.mapping(c.row)
	if err != nil {
		return t.hole(c.place, string(kind), err)
	}
	switch kind {
	case setState:
		err = t.session.SetState(ctx, key, api, c.state, c.value)
	case upsertRow:
		err = t.session.PutRow(ctx, key, api, c.table, row)
	case deleteRows:
		err = t.session.DeleteRow(ctx, key, api, c.table, row)
	}
	if err != nil {
		return t.stopped(c.place, string(kind), err)
	}
	return nil, nil
}

// mapping fills a template that must give a mapping; nil for none.
func (t *running) mapping(tm *engine.Template) (map[string]any, error) {
	if tm == nil {
		return nil, nil
	}
	v, err := t.eval(tm)
	if err != nil {
		return nil, err
	}
	m, ok := v.(map[string]any)
	if !ok || v == expression.Omit {
		return nil, fmt.Errorf("%s is no mapping of names to values", engine.Show(v))
	}
	return m, nil
}

// provide sets up a provider state and binds what it hands back.
func (t *running) provide(ctx context.Context, g givenState, key string) (*Failure, error) {
	params, err := t.mapping(g.params)
	if err != nil {
		return t.hole(g.place, "given", err)
	}
	returns, err := t.session.Provide(ctx, key, g.state, params)
	if err != nil {
		return t.stopped(g.place, "given", err)
	}
	if g.slot >= 0 {
		t.env.Slots[g.slot] = returns
	}
	return nil, nil
}
