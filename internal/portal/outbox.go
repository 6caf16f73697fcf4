package portal

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Message is an e-mail that the portal has written.
type Message struct {
	ID string
	To string
	// Subject and Text are what it says. Text is sealed in a Store, since it may hold a link that works once.
	Subject, Text     string
	State             MessageState
	CreatedAt, SentAt time.Time
	// Attempts counts those at sending, Failure is why the last one failed, NextAt when the next one is due.
	Attempts int
	Failure  string
	NextAt   time.Time
}

// MessageState is what became of a message.
type MessageState string

// A message is kept where nothing sends mails. Nobody's is written so that a mail which is not to be told from another
// one by the time it takes; it is never shown and never sent.
const (
	MessageKept   MessageState = "kept"
	MessageQueued MessageState = "queued"
	MessageSent   MessageState = "sent"
	MessageFailed MessageState = "failed"
	messageNobody MessageState = "nobody"
)

// MessageFilter narrows the outbox; empty members narrow nothing.
type MessageFilter struct {
	To    string
	State MessageState
	After Place
	Limit int
}

// Outbox is what a Store keeps of mails.
type Outbox interface {
	InsertMessage(ctx context.Context, m Message) error
	UpdateMessage(ctx context.Context, m Message) error
	Message(ctx context.Context, id string) (Message, error)
	// Messages lists those that fit, the latest first.
	Messages(ctx context.Context, f MessageFilter) ([]Message, error)
	// DueMessages lists the queued ones whose time has come, the oldest first.
	DueMessages(ctx context.Context, now time.Time, limit int) ([]Message, error)
	// DeleteMessages takes away those that were written before a time.
	DeleteMessages(ctx context.Context, before time.Time) error
}

// Mailer sends mails. An error that wraps ErrRefusedForGood is not worth another attempt.
type Mailer interface {
	Send(ctx context.Context, to, subject, text string) error
}

// ErrRefusedForGood is the error of a mail that will never be taken.
var ErrRefusedForGood = errors.New("the mail was refused for good")

// Mails are kept for messagesLast. One that cannot be sent is tried maxMailAttempts times, waiting mailBackOff after the
// first, and twice as long after each later one, mailBackOffMost at most: a day and a half in all. Whoever sends one has
// mailLease for it until another process tries.
const (
	messagesLast    = 30 * 24 * time.Hour
	maxMailAttempts = 12
	mailBackOff     = time.Minute
	mailBackOffMost = 6 * time.Hour
	mailLease       = 2 * time.Minute
	mailsAtOnce     = 20
	maxFailure      = 500
)

// letter is what a mail says.
type letter struct{ subject, text string }

// mail puts a mail into the outbox, in the transaction of what it tells.
func (s *Service) mail(ctx context.Context, tx Tx, to string, l letter) error {
	m := Message{ID: s.newID(), To: to, Subject: l.subject, CreatedAt: s.now(), State: MessageKept}
	if s.mailer != nil {
		m.State, m.NextAt = MessageQueued, m.CreatedAt
	}
	if to == "" {
		m.State = messageNobody
	}
	var err error
	if m.Text, err = s.secrets.Seal(l.text, mailPurpose(m.ID)); err != nil {
		return fmt.Errorf("seal a mail: %w", err)
	}
	if err := tx.InsertMessage(ctx, m); err != nil {
		return fmt.Errorf("put a mail into the outbox: %w", err)
	}
	return nil
}

func mailPurpose(id string) string { return "mail " + id }

// mailAdmins puts a mail to every admin of an organisation ("" is the bank) into the outbox.
func (s *Service) mailAdmins(ctx context.Context, tx Tx, organisation string, l letter) error {
	role := Admin
	if organisation == "" {
		role = BankAdmin
	}
	admins, err := tx.People(ctx, PersonFilter{Organisation: organisation, Role: role, Status: PersonActive})
	if err != nil {
		return err
	}
	for _, p := range admins {
		if err := s.mail(ctx, tx, p.Email, l); err != nil {
			return err
		}
	}
	return nil
}

// mailPerson puts a mail to a person into the outbox.
func (s *Service) mailPerson(ctx context.Context, tx Tx, person string, l letter) error {
	p, err := tx.Person(ctx, person)
	if notFound(err) {
		return nil // the registration has lapsed
	}
	if err != nil {
		return err
	}
	return s.mail(ctx, tx, p.Email, l)
}

// Messages lists the outbox for the bank's staff, the latest first, without texts.
func (s *Service) Messages(ctx context.Context, by Actor, f MessageFilter) (list []Message, next string, err error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	limit := f.Limit
	f.Limit++
	err = s.store.View(ctx, func(tx Tx) (err error) {
		list, err = tx.Messages(ctx, f)
		return err
	})
	for i := range list {
		list[i].Text = ""
	}
	list, next = page(list, limit, func(m Message) Place { return Place{m.CreatedAt, m.ID} })
	return list, next, err
}

// Message gives a mail to one of the bank's staff: with its text where nothing sends mails. Who has read it is written
// down.
func (s *Service) Message(ctx context.Context, by Actor, id string) (m Message, err error) {
	if err := by.staff(); err != nil {
		return m, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		if m, err = tx.Message(ctx, id); err != nil {
			return err
		}
		if m.State == messageNobody {
			return ErrNotFound
		}
		if m.State != MessageKept {
			m.Text = ""
		} else if m.Text, err = s.secrets.Open(m.Text, mailPurpose(m.ID)); err != nil {
			return fmt.Errorf("open a mail: %w", err)
		}
		return s.audit(ctx, tx, by, AuditEntry{Action: "message.read", ObjectKind: "message", Object: m.ID, ObjectName: m.Subject})
	})
	return m, err
}

// SendMails sends the mails whose time has come and tells how many were tried. Several processes may do it at once.
func (s *Service) SendMails(ctx context.Context) (tried int, err error) {
	if s.mailer == nil {
		return 0, nil
	}
	var due []Message
	// Mostly nothing is due, and a change would be told to every replica.
	err = s.store.View(ctx, func(tx Tx) error {
		due, err = tx.DueMessages(ctx, s.now(), 1)
		return err
	})
	if err != nil || len(due) == 0 {
		return 0, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		now := s.now()
		if due, err = tx.DueMessages(ctx, now, mailsAtOnce); err != nil {
			return err
		}
		for i := range due {
			due[i].Attempts++
			due[i].NextAt = now.Add(mailLease)
			if err := tx.UpdateMessage(ctx, due[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	for _, m := range due {
		if err := s.sendMail(ctx, m); err != nil {
			return tried, err
		}
		tried++
	}
	return tried, nil
}

// sendMail tries to send a mail and notes what became of it. The error is that of noting it.
func (s *Service) sendMail(ctx context.Context, m Message) error {
	text, err := s.secrets.Open(m.Text, mailPurpose(m.ID))
	if err == nil {
		err = s.mailer.Send(ctx, m.To, m.Subject, text)
	} else {
		err = errors.Join(err, ErrRefusedForGood)
	}
	if ctx.Err() != nil {
		return ctx.Err() // the lease runs out and it is tried again
	}
	now := s.now()
	switch {
	case err == nil:
		m.State, m.SentAt, m.Failure = MessageSent, now, ""
		m.Text, err = s.secrets.Seal("", mailPurpose(m.ID)) // nobody needs it any more
		if err != nil {
			return err
		}
	case errors.Is(err, ErrRefusedForGood), m.Attempts >= maxMailAttempts:
		m.State, m.Failure = MessageFailed, shorten(err.Error(), maxFailure)
	default:
		m.NextAt, m.Failure = now.Add(backOff(m.Attempts)), shorten(err.Error(), maxFailure)
	}
	return s.store.Update(ctx, func(tx Tx) error { return tx.UpdateMessage(ctx, m) })
}

// backOff is how long to wait after so many attempts.
func backOff(attempts int) time.Duration {
	return min(mailBackOff<<min(attempts-1, 20), mailBackOffMost)
}

// shorten cuts a text to a number of bytes, between characters, without control characters.
func shorten(s string, limit int) string {
	out := make([]rune, 0, len(s))
	n := 0
	for _, r := range s {
		if r < ' ' || r == 0x7f {
			r = ' '
		}
		if n += len(string(r)); n > limit {
			break
		}
		out = append(out, r)
	}
	return string(out)
}
