package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

func TestStoreOfAccounts(t *testing.T) {
	everywhere(t, map[string]func(*testing.T, portal.Store){
		"organisations come back, are unique by name, and change by version": organisationsKept,
		"people come back, are unique by user name, and change by version":   peopleKept,
		"lists of organisations and people are filtered, in order and pages": accountsAreListed,
		"invitations expire by the time that is asked for":                   invitationsKept,
		"links are taken away by subject, purpose and time":                  ticketsKept,
		"attempts are counted within their time":                             attemptsKept,
		"sessions end by the times that are given":                           sessionsKept,
		"the settings change by version":                                     settingsKept,
		"agreements and their records come back":                             agreementsKept,
		"mails are due when their time has come":                             messagesKept,
		"claims are marked while they are running":                           claimsKept,
		"a change that fails has changed nothing":                            failedChange,
	})
}

// is holds what was read against what was expected.
func is(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s is\n%+v, want\n%+v", what, got, want)
	}
}

// fails expects an error of what changes.
func fails(t *testing.T, s portal.Store, want error, do func(context.Context, portal.Tx) error) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return do(t.Context(), tx) }); !errors.Is(err, want) {
		t.Errorf("the error is %v, want %v", err, want)
	}
}

func anOrganisation(id, name string) portal.Organisation {
	return portal.Organisation{ID: id, Name: name, NameKey: strings.ToLower(name), Website: "https://a.example", Custom: map[string]string{"gst": "1'\\\x00"},
		Status: portal.OrganisationActive, Access: "bronze", Quota: "standard", PlanSince: start, FirstContact: portal.PersonName{ID: "p", Name: "P"},
		Manager: portal.Contact{Name: "M", Email: "m@x.example"}, CreatedAt: start, UpdatedAt: start, Version: 1}
}

func organisationsKept(t *testing.T, s portal.Store) {
	o := anOrganisation("o1", "acme")
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertOrganisation(ctx, o) })
	fails(t, s, portal.ErrTaken, func(ctx context.Context, tx portal.Tx) error {
		return tx.InsertOrganisation(ctx, anOrganisation("o2", "acme"))
	})
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error { _, err := tx.Organisation(ctx, "o2"); return err })
	o.Name, o.NameKey, o.Version = "Acme 2", "acme 2", 2
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateOrganisation(ctx, o) })
	fails(t, s, portal.ErrStale, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateOrganisation(ctx, o) })
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.InsertOrganisation(ctx, anOrganisation("o2", "other"))
	})
	fails(t, s, portal.ErrTaken, func(ctx context.Context, tx portal.Tx) error {
		taken := o
		taken.NameKey, taken.Version = "other", 3
		return tx.UpdateOrganisation(ctx, taken)
	})
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.OrganisationByName(ctx, "acme 2")
		is(t, "the organisation", got, o)
		return err
	})
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteOrganisation(ctx, "o1") })
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error {
		_, err := tx.OrganisationByName(ctx, "acme 2")
		return err
	})
}

func aPerson(id, username string) portal.Person {
	return portal.Person{ID: id, Organisation: "o1", Username: username, UsernameKey: strings.ToLower(username), Email: username + "@X.example",
		EmailKey: strings.ToLower(username) + "@x.example", FirstName: "Given", LastName: "O'Name", Role: portal.Developer, Status: portal.PersonActive,
		PasswordHash: "$argon2id$x", CreatedAt: start, UpdatedAt: start, JoinedAt: start, Era: 3, Version: 1}
}

func peopleKept(t *testing.T, s portal.Store) {
	p := aPerson("p1", "Asha")
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertPerson(ctx, p) })
	fails(t, s, portal.ErrTaken, func(ctx context.Context, tx portal.Tx) error { return tx.InsertPerson(ctx, aPerson("p2", "ASHA")) })
	p.Status, p.Version = portal.PersonLocked, 2
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		if err := tx.UpdatePerson(ctx, p); err != nil {
			return err
		}
		return tx.NoteSignIn(ctx, "p1", start.Add(time.Hour)) // which is no change of the person
	})
	p.SignedInAt = start.Add(time.Hour)
	fails(t, s, portal.ErrStale, func(ctx context.Context, tx portal.Tx) error { return tx.UpdatePerson(ctx, p) })
	waiting := aPerson("p3", "waiting")
	waiting.Status, waiting.EmailKey = portal.PersonPending, p.EmailKey
	waiting.CreatedAt = start.Add(time.Minute)
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertPerson(ctx, waiting) })
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		for what, read := range map[string]func() (portal.Person, error){
			"by id":        func() (portal.Person, error) { return tx.Person(ctx, "p1") },
			"by user name": func() (portal.Person, error) { return tx.PersonByUsername(ctx, "asha") },
		} {
			got, err := read()
			if err != nil {
				return err
			}
			is(t, what, got, p)
		}
		same, err := tx.PeopleByEmail(ctx, p.EmailKey)
		is(t, "who has the address", same, []portal.Person{p, waiting})
		if err != nil {
			return err
		}
		never, err := tx.NeverActivated(ctx, start.Add(time.Minute), 10)
		is(t, "who was never activated in time", len(never), 0)
		if err != nil {
			return err
		}
		never, err = tx.NeverActivated(ctx, start.Add(time.Minute+1000), 10)
		is(t, "who was never activated", never, []portal.Person{waiting})
		return err
	})
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeletePerson(ctx, "p3") })
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error { _, err := tx.Person(ctx, "p3"); return err })
}

func accountsAreListed(t *testing.T, s portal.Store) {
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		for i, name := range []string{"delta", "alpha_x", "bravo%", "charlie"} {
			o := anOrganisation(fmt.Sprint("o", i), name)
			if name == "charlie" {
				o.Status = portal.OrganisationPending
			}
			if name == "delta" {
				o.Status = portal.OrganisationSuspended
			}
			if err := tx.InsertOrganisation(ctx, o); err != nil {
				return err
			}
			p := aPerson(fmt.Sprint("p", i), name)
			if i == 0 {
				p.Organisation, p.Role = "", portal.Reviewer
			}
			if err := tx.InsertPerson(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		for want, f := range map[string]portal.OrganisationFilter{
			"alpha_x bravo% delta ": {}, "alpha_x ": {Text: "_"}, "bravo% ": {Text: "%"}, "delta ": {Status: portal.OrganisationSuspended},
			"": {Text: "\x00"},
		} {
			list, err := tx.Organisations(ctx, f)
			if err != nil {
				return err
			}
			names := ""
			for _, o := range list {
				names += o.Name + " "
			}
			is(t, fmt.Sprintf("%+v", f), names, want)
		}
		for want, f := range map[string]portal.PersonFilter{
			"alpha_x bravo% charlie delta ": {}, "delta ": {Role: portal.Reviewer}, "charlie ": {Organisation: "o1", Text: "CHARLIE@"},
			"charlie delta ": {After: "bravo%"}, "alpha_x bravo% ": {Limit: 2}, "": {Status: portal.PersonLocked}, "alpha_x bravo% charlie ": {Organisation: "o1"},
		} {
			list, err := tx.People(ctx, f)
			if err != nil {
				return err
			}
			names := ""
			for _, p := range list {
				names += p.Username + " "
			}
			is(t, fmt.Sprintf("%+v", f), names, want)
		}
		return nil
	})
}

func failedChange(t *testing.T, s portal.Store) {
	broken := errors.New("broken")
	fails(t, s, broken, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertOrganisation(ctx, anOrganisation("o1", "acme")), broken)
	})
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error { _, err := tx.Organisation(ctx, "o1"); return err })
	err := s.View(t.Context(), func(tx portal.Tx) error { return tx.InsertOrganisation(t.Context(), anOrganisation("o1", "acme")) })
	if err == nil {
		t.Error("a view changes something")
	}
}
