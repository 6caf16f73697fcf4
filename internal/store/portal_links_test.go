package store_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

func invitationsKept(t *testing.T, s portal.Store) {
	i := portal.Invitation{ID: "i1", Organisation: "o1", Email: "A@x.example", EmailKey: "a@x.example", Role: portal.Admin, State: portal.InvitationOpen,
		By: portal.PersonName{ID: "p", Name: "P"}, CreatedAt: start, SentAt: start, ExpiresAt: start.Add(time.Hour)}
	other := i
	other.ID, other.Organisation = "i2", ""
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertInvitation(ctx, i), tx.InsertInvitation(ctx, other))
	})
	count := func(f portal.InvitationFilter, want int) {
		t.Helper()
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Invitations(ctx, f)
			is(t, fmt.Sprintf("%+v", f), len(list), want)
			return err
		})
	}
	count(portal.InvitationFilter{Organisation: "o1"}, 1)
	count(portal.InvitationFilter{}, 1) // of the bank
	count(portal.InvitationFilter{Organisation: "o1", State: portal.InvitationOpen, Now: start}, 1)
	count(portal.InvitationFilter{Organisation: "o1", State: portal.InvitationOpen, Now: i.ExpiresAt}, 0)
	count(portal.InvitationFilter{Organisation: "o1", State: portal.InvitationExpired, Now: i.ExpiresAt}, 1)
	count(portal.InvitationFilter{Organisation: "o1", EmailKey: "b@x.example"}, 0)
	count(portal.InvitationFilter{Organisation: "o1", After: portal.Place{At: start, ID: "i1"}}, 0)
	i.State, i.ExpiresAt = portal.InvitationAccepted, start.Add(2*time.Hour)
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateInvitation(ctx, i) })
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Invitation(ctx, "i1")
		is(t, "the invitation", got, i)
		return err
	})
	count(portal.InvitationFilter{Organisation: "o1", State: portal.InvitationAccepted}, 1)
}

func ticketsKept(t *testing.T, s portal.Store) {
	ticket := func(digest string, purpose portal.TicketPurpose, subject string, ends time.Time) portal.Ticket {
		return portal.Ticket{Digest: digest, Purpose: purpose, Subject: subject, Email: "a@x.example", CreatedAt: start, ExpiresAt: ends}
	}
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(
			tx.InsertTicket(ctx, ticket("d1", portal.ForActivation, "p1", start.Add(time.Hour))), tx.InsertTicket(ctx, ticket("d2", portal.ForPasswordReset, "p1", start.Add(2*time.Hour))),
			tx.InsertTicket(ctx, ticket("d3", portal.ForActivation, "p2", start.Add(3*time.Hour))))
	})
	there := func(want string) {
		t.Helper()
		got := ""
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			got = ""
			for _, d := range []string{"d1", "d2", "d3"} {
				v, err := tx.Ticket(ctx, d)
				if err == nil && v.Digest == d && v.Email == "a@x.example" && v.CreatedAt.Equal(start) {
					got += d
				} else if !errors.Is(err, portal.ErrNotFound) {
					return err
				}
			}
			return nil
		})
		is(t, "what is there", got, want)
	}
	there("d1d2d3")
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.DeleteTickets(ctx, portal.ForActivation, "p1")
	})
	there("d2d3")
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.DeleteExpiredTickets(ctx, start.Add(2*time.Hour))
	})
	there("d3")
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteTickets(ctx, "", "p2") })
	there("")
}

func attemptsKept(t *testing.T, s portal.Store) {
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertAttempt(ctx, "a1", "k", "s", start), tx.InsertAttempt(ctx, "a2", "k", "s", start.Add(time.Minute)),
			tx.InsertAttempt(ctx, "a3", "k", "other", start), tx.InsertAttempt(ctx, "a4", "other", "s", start))
	})
	count := func(after time.Time, n int, first time.Time) {
		t.Helper()
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			gotN, gotFirst, err := tx.AttemptsSince(ctx, "k", "s", after)
			is(t, "the number", gotN, n)
			is(t, "the first", gotFirst, first)
			return err
		})
	}
	count(start.Add(-1000), 2, start)
	count(start, 1, start.Add(time.Minute)) // the end is not within
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteAttempt(ctx, "a2") })
	count(start, 0, time.Time{})
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteAttempts(ctx, "k", "s") })
	count(start.Add(-1000), 0, time.Time{})
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteAttemptsBefore(ctx, start.Add(1000)) })
}

func sessionsKept(t *testing.T, s portal.Store) {
	v := portal.Session{Digest: "d", Data: []byte{0, 1, 0xff, '\'', '\\'}, EndsAt: start.Add(time.Hour), UsedAt: start}
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.PutSession(ctx, v) })
	v.Data = []byte("again")
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.PutSession(ctx, v), tx.UseSession(ctx, "d", start.Add(time.Minute)), tx.UseSession(ctx, "d", start))
	})
	v.UsedAt = start.Add(time.Minute) // never earlier
	read := func(want error) {
		t.Helper()
		err := s.View(t.Context(), func(tx portal.Tx) error {
			got, err := tx.Session(t.Context(), "d")
			if err == nil {
				is(t, "the session", got, v)
			}
			return err
		})
		if !errors.Is(err, want) {
			t.Errorf("the error is %v, want %v", err, want)
		}
	}
	read(nil)
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.DeleteSessions(ctx, v.EndsAt.Add(-1000), v.UsedAt.Add(-1000))
	})
	read(nil)
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteSessions(ctx, start, v.UsedAt) })
	read(portal.ErrNotFound)
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.PutSession(ctx, v), tx.DeleteSession(ctx, "d"))
	})
	read(portal.ErrNotFound)
}

func settingsKept(t *testing.T, s portal.Store) {
	b := portal.BankSettings{BankName: "B", SupportEmail: "s@x.example", Fields: []portal.Field{{Key: "k", Tab: portal.PersonTab, Choices: []string{"a"}}}, Version: 2}
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error { _, err := tx.BankSettings(ctx); return err })
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.PutBankSettings(ctx, b) })
	fails(t, s, portal.ErrStale, func(ctx context.Context, tx portal.Tx) error { return tx.PutBankSettings(ctx, b) })
	b.Version = 3
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.PutBankSettings(ctx, b) })
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.BankSettings(ctx)
		is(t, "the settings", got, b)
		return err
	})
}

func agreementsKept(t *testing.T, s portal.Store) {
	a := portal.Agreement{Name: "nda", Number: 2, Title: "T", Text: "It's\na text.", Purposes: []portal.Purpose{portal.ForUAT}, PublishedAt: start}
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertAgreement(ctx, a) })
	fails(t, s, portal.ErrTaken, func(ctx context.Context, tx portal.Tx) error { return tx.InsertAgreement(ctx, a) })
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.WithdrawAgreement(ctx, "nda", start.Add(time.Hour))
	})
	a.WithdrawnAt = start.Add(time.Hour)
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		all, err := tx.AgreementVersions(ctx, "")
		if err != nil {
			return err
		}
		names := ""
		for _, v := range all {
			names += fmt.Sprint(v.Name, v.Number, v.WithdrawnAt.IsZero(), " ")
		}
		is(t, "the versions", names, "eula1 true nda1 false nda2 false terms1 true ")
		is(t, "the agreement", all[2], a)
		return nil
	})
	r := portal.AgreementRecord{ID: "r1", Organisation: "o1", Agreement: "nda", Number: 2, AcceptedAt: start, AcceptedBy: portal.PersonName{ID: "p", Name: "P"}, Signatory: "S"}
	later := r
	later.ID, later.AcceptedAt = "r2", start.Add(time.Hour)
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertAgreementRecord(ctx, r), tx.InsertAgreementRecord(ctx, later))
	})
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		all, err := tx.AgreementRecords(ctx, "o1", portal.Place{}, 0)
		is(t, "the records", all, []portal.AgreementRecord{later, r})
		if err != nil {
			return err
		}
		rest, err := tx.AgreementRecords(ctx, "o1", portal.Place{At: later.AcceptedAt, ID: "r2"}, 5)
		is(t, "the next page", rest, []portal.AgreementRecord{r})
		return err
	})
}

func messagesKept(t *testing.T, s portal.Store) {
	m := portal.Message{ID: "m1", To: "A@x.example", Subject: "S", Text: "sealed", State: portal.MessageQueued, CreatedAt: start, NextAt: start.Add(time.Minute)}
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertMessage(ctx, m) })
	due := func(at time.Time, want int) {
		t.Helper()
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.DueMessages(ctx, at, 10)
			is(t, "the number of due mails", len(list), want)
			return err
		})
	}
	due(start, 0)
	due(m.NextAt, 1)
	m.State, m.Attempts, m.Failure = portal.MessageFailed, 3, "no"
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateMessage(ctx, m) })
	due(m.NextAt, 0)
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		for want, f := range map[int]portal.MessageFilter{1: {To: "a@X.example", State: portal.MessageFailed}, 0: {To: "b@x.example"}} {
			list, err := tx.Messages(ctx, f)
			if err != nil {
				return err
			}
			is(t, fmt.Sprintf("%+v", f), len(list), want)
		}
		got, err := tx.Message(ctx, "m1")
		is(t, "the mail", got, m)
		return err
	})
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteMessages(ctx, start.Add(1000)) })
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error { _, err := tx.Message(ctx, "m1"); return err })
}

func claimsKept(t *testing.T, s portal.Store) {
	c := portal.Claim{Name: "c", Print: "p", State: portal.ClaimRunning, ExpiresAt: start}
	until := start.Add(time.Hour)
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.PutClaim(ctx, c), tx.MarkClaim(ctx, "c", until), tx.MarkClaim(ctx, "c", until.Add(time.Hour)))
	})
	c.State, c.ExpiresAt = portal.ClaimDone, until
	read := func() {
		t.Helper()
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			got, err := tx.Claim(ctx, "c")
			is(t, "the claim", got, c)
			return err
		})
	}
	read()
	c.State, c.Answer = portal.ClaimAnswered, "sealed"
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.PutClaim(ctx, c), tx.DeleteClaims(ctx, until.Add(-1000)))
	})
	read()
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteClaims(ctx, until) })
	fails(t, s, portal.ErrNotFound, func(ctx context.Context, tx portal.Tx) error { _, err := tx.Claim(ctx, "c"); return err })
}
