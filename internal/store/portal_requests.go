package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// requests is a portal.Requests.
type requests struct{ db bun.IDB }

// requestRow is a row of requests. APIs, Agreements and Decision are JSON.
type requestRow struct {
	bun.BaseModel `bun:"table:requests"`

	ID                                              string
	At                                              int64
	Kind, State, Organisation, Application          string
	APIs                                            string `bun:"apis"`
	Access, Quota, Plan, Stage, Comment, Agreements string
	Revised                                         bool
	CreatedBy, CreatedByName, Decision              string
	Version                                         int64
}

func rowOfRequest(r portal.Request) (*requestRow, error) {
	row := &requestRow{
		ID: r.ID, At: micros(r.CreatedAt), Kind: string(r.Kind), State: string(r.State), Organisation: r.Organisation, Application: r.Application,
		Access: r.Access, Quota: r.Quota, Plan: r.Plan, Stage: string(r.Stage), Comment: r.Comment, Revised: r.Revised,
		CreatedBy: r.CreatedBy.ID, CreatedByName: r.CreatedBy.Name, Version: r.Version,
	}
	for to, v := range map[*string]any{&row.APIs: r.APIs, &row.Agreements: r.Agreements} {
		text, err := json.Marshal(v)
		if err != nil {
			return nil, fmt.Errorf("write a request: %w", err)
		}
		*to = string(text)
	}
	if r.Decision != nil {
		text, err := json.Marshal(r.Decision)
		if err != nil {
			return nil, fmt.Errorf("write a decision: %w", err)
		}
		row.Decision = string(text)
	}
	return row, nil
}

func (r *requestRow) request() (portal.Request, error) {
	q := portal.Request{
		ID: r.ID, CreatedAt: fromMicros(r.At), Kind: portal.RequestKind(r.Kind), State: portal.RequestState(r.State), Organisation: r.Organisation,
		Application: r.Application, Access: r.Access, Quota: r.Quota, Plan: r.Plan, Stage: portal.Stage(r.Stage), Comment: r.Comment,
		Revised: r.Revised, CreatedBy: portal.PersonName{ID: r.CreatedBy, Name: r.CreatedByName}, Version: r.Version,
	}
	parts := map[any]string{&q.APIs: r.APIs, &q.Agreements: r.Agreements}
	if r.Decision != "" {
		q.Decision = &portal.Decision{}
		parts[q.Decision] = r.Decision
	}
	for to, text := range parts {
		if err := json.Unmarshal([]byte(text), to); err != nil {
			return q, fmt.Errorf("read a request: %w", err)
		}
	}
	return q, nil
}

// Request implements portal.Requests.
func (q requests) Request(ctx context.Context, id string) (portal.Request, error) {
	var row requestRow
	err := q.db.NewSelect().Model(&row).Where("id = ?", id).Scan(ctx)
	if err := found(err, "a request"); err != nil {
		return portal.Request{}, err
	}
	return row.request()
}

// Requests implements portal.Requests.
func (q requests) Requests(ctx context.Context, f portal.RequestFilter) ([]portal.Request, error) {
	var rows []requestRow
	s := q.db.NewSelect().Model(&rows)
	for column, value := range map[string]string{"kind": string(f.Kind), "state": string(f.State), "organisation": f.Organisation} {
		if value != "" {
			s = s.Where("? = ?", bun.Ident(column), value)
		}
	}
	if len(f.Applications) > 0 {
		s = s.Where("application IN (?)", bun.List(f.Applications))
	}
	if f.API != "" {
		name, err := json.Marshal(f.API)
		if err != nil {
			return nil, fmt.Errorf("list requests: %w", err)
		}
		s = s.Where("apis LIKE ? ESCAPE '!'", containing(string(name)))
	}
	after, order := "(at < ? OR at = ? AND id < ?)", []string{"at DESC", "id DESC"}
	if f.Oldest {
		after, order = "(at > ? OR at = ? AND id > ?)", []string{"at", "id"}
	}
	if at := micros(f.After.At); f.After != (portal.Place{}) {
		s = s.Where(after, at, at, f.After.ID)
	}
	if f.Limit > 0 {
		s = s.Limit(int64(f.Limit))
	}
	if err := s.Order(order...).Scan(ctx); err != nil {
		return nil, fmt.Errorf("list requests: %w", err)
	}
	list := make([]portal.Request, len(rows))
	for i := range rows {
		var err error
		if list[i], err = rows[i].request(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// InsertRequest implements portal.Requests.
func (q requests) InsertRequest(ctx context.Context, r portal.Request) error {
	row, err := rowOfRequest(r)
	if err != nil {
		return err
	}
	return added(q.db.NewInsert().Model(row).On("CONFLICT DO NOTHING").Exec(ctx))("add a request")
}

// UpdateRequest implements portal.Requests.
func (q requests) UpdateRequest(ctx context.Context, r portal.Request) error {
	row, err := rowOfRequest(r)
	if err != nil {
		return err
	}
	res, err := q.db.NewUpdate().Model(row).Where("id = ? AND version = ?", r.ID, r.Version-1).Exec(ctx)
	return changed(res, err, "a request")
}
