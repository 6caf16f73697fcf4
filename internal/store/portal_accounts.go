package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/uptrace/bun"
	"golang.org/x/text/cases"

	"github.com/sandbank/sandbank/internal/portal"
)

// accounts is a portal.Accounts.
type accounts struct{ db bun.IDB }

// Organisation implements portal.Accounts.
func (a accounts) Organisation(ctx context.Context, id string) (portal.Organisation, error) {
	return readBody[portal.Organisation](ctx, a.db.NewRaw("SELECT body FROM organisations WHERE id = ?", id), "an organisation")
}

// OrganisationByName implements portal.Accounts.
func (a accounts) OrganisationByName(ctx context.Context, nameKey string) (portal.Organisation, error) {
	return readBody[portal.Organisation](ctx, a.db.NewRaw("SELECT body FROM organisations WHERE name_key = ?", nameKey), "an organisation")
}

// Organisations implements portal.Accounts.
func (a accounts) Organisations(ctx context.Context, f portal.OrganisationFilter) ([]portal.Organisation, error) {
	var c conditions
	c.add("status <> ?", portal.OrganisationPending)
	c.equal("status", string(f.Status))
	c.contains("name_key", folded(f.Text))
	if f.After != "" {
		c.add("name_key > ?", f.After)
	}
	q := a.db.NewRaw("SELECT body FROM organisations"+c.where()+" ORDER BY name_key"+limited(f.Limit), c.values...)
	return readBodies[portal.Organisation](ctx, q, "organisations")
}

// InsertOrganisation implements portal.Accounts.
func (a accounts) InsertOrganisation(ctx context.Context, o portal.Organisation) error {
	return put(ctx, a.db.NewRaw("INSERT INTO organisations (id, name_key, status, version, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		o.ID, o.NameKey, o.Status, o.Version, bodyOf(o)), "an organisation")
}

// UpdateOrganisation implements portal.Accounts.
func (a accounts) UpdateOrganisation(ctx context.Context, o portal.Organisation) error {
	other, err := a.OrganisationByName(ctx, o.NameKey)
	switch {
	case err == nil && other.ID != o.ID:
		return portal.ErrTaken
	case err != nil && !errors.Is(err, portal.ErrNotFound):
		return err
	}
	r, err := a.db.NewRaw("UPDATE organisations SET name_key = ?, status = ?, version = ?, body = ? WHERE id = ? AND version = ?",
		o.NameKey, o.Status, o.Version, bodyOf(o), o.ID, o.Version-1).Exec(ctx)
	return changed(r, err, "an organisation")
}

// DeleteOrganisation implements portal.Accounts.
func (a accounts) DeleteOrganisation(ctx context.Context, id string) error {
	if _, err := a.db.NewRaw("DELETE FROM agreement_records WHERE organisation = ?", id).Exec(ctx); err != nil {
		return fmt.Errorf("take away an organisation: %w", err)
	}
	_, err := a.db.NewRaw("DELETE FROM organisations WHERE id = ?", id).Exec(ctx)
	return done(err, "take away an organisation")
}

// personRow is a row of people: when somebody signed in last is no part of the body.
type personRow struct {
	SignedIn int64
	Body     string
}

const personColumns = "SELECT signed_in, body FROM people"

// Person implements portal.Accounts.
func (a accounts) Person(ctx context.Context, id string) (portal.Person, error) {
	return onePerson(ctx, a.db.NewRaw(personColumns+" WHERE id = ?", id))
}

// PersonByUsername implements portal.Accounts.
func (a accounts) PersonByUsername(ctx context.Context, usernameKey string) (portal.Person, error) {
	return onePerson(ctx, a.db.NewRaw(personColumns+" WHERE username_key = ?", usernameKey))
}

func onePerson(ctx context.Context, q *bun.RawQuery) (portal.Person, error) {
	var row personRow
	if err := found(q.Scan(ctx, &row), "a person"); err != nil {
		return portal.Person{}, err
	}
	return row.person()
}

func somePeople(ctx context.Context, q *bun.RawQuery) ([]portal.Person, error) {
	var rows []personRow
	if err := q.Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("list people: %w", err)
	}
	list := make([]portal.Person, len(rows))
	for i, row := range rows {
		var err error
		if list[i], err = row.person(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// PeopleByEmail implements portal.Accounts.
func (a accounts) PeopleByEmail(ctx context.Context, emailKey string) ([]portal.Person, error) {
	return somePeople(ctx, a.db.NewRaw(personColumns+" WHERE email_key = ? ORDER BY at, id", emailKey))
}

// People implements portal.Accounts.
func (a accounts) People(ctx context.Context, f portal.PersonFilter) ([]portal.Person, error) {
	var c conditions
	c.equal("organisation", f.Organisation)
	c.equal("role", string(f.Role))
	c.equal("status", string(f.Status))
	c.contains("search", folded(f.Text))
	if f.After != "" {
		c.add("username_key > ?", f.After)
	}
	return somePeople(ctx, a.db.NewRaw(personColumns+c.where()+" ORDER BY username_key"+limited(f.Limit), c.values...))
}

// InsertPerson implements portal.Accounts.
func (a accounts) InsertPerson(ctx context.Context, p portal.Person) error {
	return put(ctx, a.db.NewRaw(`INSERT INTO people (id, username_key, email_key, organisation, role, status, at, signed_in, search, version, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, p.ID, p.UsernameKey, p.EmailKey, p.Organisation, p.Role, p.Status,
		micros(p.CreatedAt), micros(p.SignedInAt), searched(p), p.Version, bodyOf(p)), "a person")
}

// UpdatePerson implements portal.Accounts.
func (a accounts) UpdatePerson(ctx context.Context, p portal.Person) error {
	r, err := a.db.NewRaw(`UPDATE people SET email_key = ?, organisation = ?, role = ?, status = ?, search = ?, version = ?, body = ?
		WHERE id = ? AND version = ?`, p.EmailKey, p.Organisation, p.Role, p.Status, searched(p), p.Version, bodyOf(p), p.ID, p.Version-1).Exec(ctx)
	return changed(r, err, "a person")
}

// NoteSignIn implements portal.Accounts.
func (a accounts) NoteSignIn(ctx context.Context, id string, at time.Time) error {
	_, err := a.db.NewRaw("UPDATE people SET signed_in = ? WHERE id = ?", micros(at), id).Exec(ctx)
	return done(err, "note that a person has signed in")
}

// DeletePerson implements portal.Accounts.
func (a accounts) DeletePerson(ctx context.Context, id string) error {
	_, err := a.db.NewRaw("DELETE FROM people WHERE id = ?", id).Exec(ctx)
	return done(err, "take away a person")
}

// NeverActivated implements portal.Accounts.
func (a accounts) NeverActivated(ctx context.Context, before time.Time, limit int) ([]portal.Person, error) {
	return somePeople(ctx, a.db.NewRaw(personColumns+" WHERE status = ? AND at < ? ORDER BY at"+limited(limit), portal.PersonPending, micros(before)))
}

func (r personRow) person() (portal.Person, error) {
	p, err := fromBody[portal.Person](r.Body, "a person")
	p.SignedInAt = fromMicros(r.SignedIn)
	return p, err
}

// searched is where a text is looked for in a list of people.
func searched(p portal.Person) string {
	return strings.ReplaceAll(folded(strings.Join([]string{p.Username, p.FullName(), p.Email}, "\n")), "\x00", "")
}

func folded(s string) string { return cases.Fold().String(s) }
