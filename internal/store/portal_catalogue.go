package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// catalogue is a portal.Catalogue.
type catalogue struct{ db bun.IDB }

// apiShelf is the kind of the rows of catalogue that are APIs; the others are of the kind of their shelf.
const apiShelf portal.ShelfKind = "api"

// catalogueRow is a row of catalogue. Body is the entry as JSON; what has a column of its own counts as the column says.
type catalogueRow struct {
	Name    string
	Version int64
	Body    string
}

func (c catalogue) list(ctx context.Context, kind portal.ShelfKind, each func(catalogueRow) error) error {
	var rows []catalogueRow
	if err := c.db.NewRaw("SELECT name, version, body FROM catalogue WHERE kind = ?", kind).Scan(ctx, &rows); err != nil {
		return fmt.Errorf("read the catalogue: %w", err)
	}
	for _, r := range rows {
		if err := each(r); err != nil {
			return fmt.Errorf("read the catalogue: %w", err)
		}
	}
	return nil
}

func (c catalogue) one(ctx context.Context, kind portal.ShelfKind, name string, to any) (version int64, err error) {
	var r catalogueRow
	if err := c.db.NewRaw("SELECT name, version, body FROM catalogue WHERE kind = ? AND name = ?", kind, name).Scan(ctx, &r); err != nil {
		return 0, found(err, "the catalogue")
	}
	if err := json.Unmarshal([]byte(r.Body), to); err != nil {
		return 0, fmt.Errorf("read the catalogue: %w", err)
	}
	return r.Version, nil
}

func (c catalogue) insert(ctx context.Context, kind portal.ShelfKind, name string, version int64, entry any) error {
	body, err := json.Marshal(entry)
	if err != nil {
		return fmt.Errorf("write the catalogue: %w", err)
	}
	return added(c.db.NewRaw("INSERT INTO catalogue (kind, name, version, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, name) DO NOTHING",
		kind, name, version, string(body)).Exec(ctx))("add to the catalogue")
}

func (c catalogue) update(ctx context.Context, kind portal.ShelfKind, name string, version int64, entry any) error {
	body, err := json.Marshal(entry)
	if err != nil {
		return fmt.Errorf("write the catalogue: %w", err)
	}
	r, err := c.db.NewRaw("UPDATE catalogue SET version = ?, body = ? WHERE kind = ? AND name = ? AND version = ?",
		version, string(body), kind, name, version-1).Exec(ctx)
	return changed(r, err, "the catalogue")
}

// CatalogueAPIs implements portal.Catalogue.
func (c catalogue) CatalogueAPIs(ctx context.Context) ([]portal.CatalogueAPI, error) {
	var list []portal.CatalogueAPI
	err := c.list(ctx, apiShelf, func(r catalogueRow) error {
		var a portal.CatalogueAPI
		err := json.Unmarshal([]byte(r.Body), &a)
		a.API, a.Version = r.Name, r.Version
		list = append(list, a)
		return err
	})
	featuredFirst := map[bool]int{true: 0, false: 1}
	slices.SortFunc(list, func(a, b portal.CatalogueAPI) int {
		return cmp.Or(cmp.Compare(featuredFirst[a.Featured], featuredFirst[b.Featured]), cmp.Compare(a.Order, b.Order), cmp.Compare(a.API, b.API))
	})
	return list, err
}

// CatalogueAPI implements portal.Catalogue.
func (c catalogue) CatalogueAPI(ctx context.Context, api string) (a portal.CatalogueAPI, err error) {
	a.Version, err = c.one(ctx, apiShelf, api, &a)
	a.API = api
	return a, err
}

// InsertCatalogueAPI implements portal.Catalogue.
func (c catalogue) InsertCatalogueAPI(ctx context.Context, a portal.CatalogueAPI) error {
	return c.insert(ctx, apiShelf, a.API, a.Version, a)
}

// UpdateCatalogueAPI implements portal.Catalogue.
func (c catalogue) UpdateCatalogueAPI(ctx context.Context, a portal.CatalogueAPI) error {
	return c.update(ctx, apiShelf, a.API, a.Version, a)
}

// Shelves implements portal.Catalogue.
func (c catalogue) Shelves(ctx context.Context, kind portal.ShelfKind) ([]portal.Shelf, error) {
	var list []portal.Shelf
	err := c.list(ctx, kind, func(r catalogueRow) error {
		var s portal.Shelf
		err := json.Unmarshal([]byte(r.Body), &s)
		s.Kind, s.Name, s.Version = kind, r.Name, r.Version
		list = append(list, s)
		return err
	})
	slices.SortFunc(list, func(a, b portal.Shelf) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Name, b.Name)) })
	return list, err
}

// Shelf implements portal.Catalogue.
func (c catalogue) Shelf(ctx context.Context, kind portal.ShelfKind, name string) (s portal.Shelf, err error) {
	s.Version, err = c.one(ctx, kind, name, &s)
	s.Kind, s.Name = kind, name
	return s, err
}

// InsertShelf implements portal.Catalogue.
func (c catalogue) InsertShelf(ctx context.Context, s portal.Shelf) error {
	return c.insert(ctx, s.Kind, s.Name, s.Version, s)
}

// UpdateShelf implements portal.Catalogue.
func (c catalogue) UpdateShelf(ctx context.Context, s portal.Shelf) error {
	return c.update(ctx, s.Kind, s.Name, s.Version, s)
}

// DeleteShelf implements portal.Catalogue.
func (c catalogue) DeleteShelf(ctx context.Context, kind portal.ShelfKind, name string) error {
	_, err := c.db.NewRaw("DELETE FROM catalogue WHERE kind = ? AND name = ?", kind, name).Exec(ctx)
	return done(err, "remove from the catalogue")
}
