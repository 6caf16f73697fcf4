package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// overlays is a portal.Overlays.
type overlays struct{ db bun.IDB }

// overlayRow is a row of overlays together with one of its versions.
type overlayRow struct {
	ID, Organisation, API, Name, Title            string
	IsDefault, Deleted                            bool
	Published, PublishedAt                        int64
	PublishedBy, PublishedByName, PublishedReason string
	Number, SavedAt, RollbackTo                   int64
	Text, Author, AuthorName, Comment, Warnings   string
}

const (
	overlayColumns = `o.id, o.organisation, o.api, o.name, o.title, o.is_default, o.deleted, o.published, o.published_at, o.published_by,
		o.published_by_name, o.published_reason`
	versionColumns = "v.number, v.saved_at, v.rollback_to, v.author, v.author_name, v.comment, v.warnings"
)

func (r overlayRow) version() (portal.OverlayVersion, error) {
	v := portal.OverlayVersion{Number: r.Number, Text: r.Text, Author: portal.PersonName{ID: r.Author, Name: r.AuthorName}, SavedAt: fromMicros(r.SavedAt),
		Comment: r.Comment, RollbackTo: r.RollbackTo}
	if err := json.Unmarshal([]byte(r.Warnings), &v.Warnings); err != nil {
		return v, fmt.Errorf("read the version of an overlay: %w", err)
	}
	return v, nil
}

func (r overlayRow) overlay() (o portal.Overlay, err error) {
	o = portal.Overlay{ID: r.ID, Organisation: r.Organisation, API: r.API, Name: r.Name, Title: r.Title, Default: r.IsDefault, Deleted: r.Deleted}
	if r.Published != 0 {
		o.Publication = &portal.Publication{Number: r.Published, At: fromMicros(r.PublishedAt), Reason: r.PublishedReason,
			By: portal.PersonName{ID: r.PublishedBy, Name: r.PublishedByName}}
	}
	o.Latest, err = r.version()
	return o, err
}

// Overlay implements portal.Overlays.
func (s overlays) Overlay(ctx context.Context, id string) (portal.Overlay, error) {
	var r overlayRow
	err := s.db.NewRaw("SELECT "+overlayColumns+", "+versionColumns+`, v.text FROM overlays AS o
		JOIN overlay_versions AS v ON v.overlay = o.id AND v.number = o.latest WHERE o.id = ?`, id).Scan(ctx, &r)
	if err != nil {
		return portal.Overlay{}, found(err, "an overlay")
	}
	return r.overlay()
}

// Overlays implements portal.Overlays.
func (s overlays) Overlays(ctx context.Context, f portal.OverlayFilter) ([]portal.Overlay, error) {
	q := conditions{}
	q.equal("o.organisation", f.Organisation)
	q.equal("o.api", f.API)
	if f.Organisation != "" {
		q.add("NOT o.deleted")
	}
	if f.Published != nil && *f.Published {
		q.add("o.published <> 0")
	} else if f.Published != nil {
		q.add("o.published = 0")
	}
	var rows []overlayRow
	err := s.db.NewRaw("SELECT "+overlayColumns+", "+versionColumns+` FROM overlays AS o
		JOIN overlay_versions AS v ON v.overlay = o.id AND v.number = o.latest`+q.where()+" ORDER BY o.api, o.name, o.id", q.values...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list overlays: %w", err)
	}
	list := make([]portal.Overlay, len(rows))
	for i, r := range rows {
		if list[i], err = r.overlay(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// InsertOverlay implements portal.Overlays.
func (s overlays) InsertOverlay(ctx context.Context, o portal.Overlay) error {
	var taken int
	err := s.db.NewRaw("SELECT COUNT(*) FROM overlays WHERE organisation = ? AND api = ? AND name = ? AND NOT deleted", o.Organisation, o.API, o.Name).Scan(ctx, &taken)
	if err != nil {
		return fmt.Errorf("add an overlay: %w", err)
	}
	if taken > 0 {
		return portal.ErrTaken
	}
	_, err = s.db.NewRaw(`INSERT INTO overlays (id, organisation, api, name, title, is_default, deleted, latest, published, published_at, published_by,
		published_by_name, published_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', '', '')`,
		o.ID, o.Organisation, o.API, o.Name, o.Title, o.Default, false, o.Latest.Number).Exec(ctx)
	if err != nil {
		return fmt.Errorf("add an overlay: %w", err)
	}
	return s.InsertOverlayVersion(ctx, o.ID, o.Latest)
}

// SaveOverlay implements portal.Overlays.
func (s overlays) SaveOverlay(ctx context.Context, o portal.Overlay) error {
	p := portal.Publication{}
	if o.Publication != nil {
		p = *o.Publication
	}
	_, err := s.db.NewRaw(`UPDATE overlays SET title = ?, is_default = ?, latest = ?, published = ?, published_at = ?, published_by = ?,
		published_by_name = ?, published_reason = ? WHERE id = ?`,
		o.Title, o.Default, o.Latest.Number, p.Number, micros(p.At), p.By.ID, p.By.Name, p.Reason, o.ID).Exec(ctx)
	return done(err, "change an overlay")
}

// InsertOverlayVersion implements portal.Overlays.
func (s overlays) InsertOverlayVersion(ctx context.Context, id string, v portal.OverlayVersion) error {
	warnings, err := json.Marshal(v.Warnings)
	if err != nil {
		return fmt.Errorf("add the version of an overlay: %w", err)
	}
	return added(s.db.NewRaw(`INSERT INTO overlay_versions (overlay, number, text, author, author_name, saved_at, comment, rollback_to, warnings)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (overlay, number) DO NOTHING`,
		id, v.Number, v.Text, v.Author.ID, v.Author.Name, micros(v.SavedAt), v.Comment, v.RollbackTo, string(warnings)).Exec(ctx))("add the version of an overlay")
}

// OverlayVersion implements portal.Overlays.
func (s overlays) OverlayVersion(ctx context.Context, id string, number int64) (portal.OverlayVersion, error) {
	var r overlayRow
	err := s.db.NewRaw("SELECT "+versionColumns+", v.text FROM overlay_versions AS v WHERE v.overlay = ? AND v.number = ?", id, number).Scan(ctx, &r)
	if err != nil {
		return portal.OverlayVersion{}, found(err, "the version of an overlay")
	}
	return r.version()
}

// OverlayVersions implements portal.Overlays.
func (s overlays) OverlayVersions(ctx context.Context, id string) ([]portal.OverlayVersion, error) {
	var rows []overlayRow
	err := s.db.NewRaw("SELECT "+versionColumns+" FROM overlay_versions AS v WHERE v.overlay = ? ORDER BY v.number DESC", id).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list the versions of an overlay: %w", err)
	}
	list := make([]portal.OverlayVersion, len(rows))
	for i, r := range rows {
		if list[i], err = r.version(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// DeleteOverlay implements portal.Overlays.
func (s overlays) DeleteOverlay(ctx context.Context, id string, kept int64) error {
	_, err := s.db.NewRaw("DELETE FROM overlay_versions WHERE overlay = ? AND number <> ?", id, kept).Exec(ctx)
	if err == nil && kept == 0 {
		_, err = s.db.NewRaw("DELETE FROM overlays WHERE id = ?", id).Exec(ctx)
	} else if err == nil {
		_, err = s.db.NewRaw("UPDATE overlays SET deleted = ?, latest = ? WHERE id = ?", true, kept, id).Exec(ctx)
	}
	return done(err, "remove an overlay")
}

// OverlayFiles implements portal.Overlays.
func (s overlays) OverlayFiles(ctx context.Context, organisation string) ([]portal.OverlayFile, error) {
	where, values := "v.number = o.latest AND o.organisation = ? AND NOT o.deleted", []any{organisation}
	if organisation == "" {
		where, values = "v.number = o.published AND o.published <> 0", nil
	}
	var list []portal.OverlayFile
	err := s.db.NewRaw(`SELECT o.id, o.api, o.name, v.text FROM overlays AS o JOIN overlay_versions AS v ON v.overlay = o.id
		WHERE `+where+" ORDER BY o.api, o.name, o.id", values...).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("list the files of overlays: %w", err)
	}
	return list, nil
}

// NoteOverlayChange implements portal.Overlays. Transactions that note changes at one time exclude each other, so that
// editions are seen in their order.
func (s overlays) NoteOverlayChange(ctx context.Context, organisation string) error {
	var last int64
	if err := s.db.NewRaw("SELECT COALESCE(MAX(edition), 0) FROM overlay_editions").Scan(ctx, &last); err != nil {
		return fmt.Errorf("note the change of an overlay: %w", err)
	}
	_, err := s.db.NewRaw(`INSERT INTO overlay_editions (organisation, edition) VALUES (?, ?)
		ON CONFLICT (organisation) DO UPDATE SET edition = excluded.edition`, organisation, last+1).Exec(ctx)
	return done(err, "note the change of an overlay")
}

// OverlayEditions implements portal.Overlays.
func (s overlays) OverlayEditions(ctx context.Context, after int64) ([]portal.OverlayEdition, error) {
	var list []portal.OverlayEdition
	err := s.db.NewRaw("SELECT organisation, edition FROM overlay_editions WHERE edition > ? ORDER BY edition", after).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("list the editions of overlays: %w", err)
	}
	return list, nil
}
