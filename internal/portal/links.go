package portal

import (
	"context"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Ticket is what a link in an e-mail carries: it works once, until it expires. Digest is that of its token, which stands
// nowhere but in the mail.
type Ticket struct {
	Digest  string
	Purpose TicketPurpose
	// Subject is the id of whom it is for: a person; or an invitation. Nobody's leads nowhere.
	Subject   string
	Email     string // the new address, of a change of it
	CreatedAt time.Time
	ExpiresAt time.Time
}

// TicketPurpose tells what a ticket is for.
type TicketPurpose string

// Purposes of tickets.
const (
	ForActivation    TicketPurpose = "activation"
	ForPasswordReset TicketPurpose = "password-reset"
	ForEmailChange   TicketPurpose = "email-change"
	ForInvitation    TicketPurpose = "invitation"
)

// Tickets is what a Store keeps of links.
type Tickets interface {
	InsertTicket(ctx context.Context, t Ticket) error
	Ticket(ctx context.Context, digest string) (Ticket, error)
	// DeleteTickets takes away those for a purpose ("" is any) and subject.
	DeleteTickets(ctx context.Context, purpose TicketPurpose, subject string) error
	// DeleteExpiredTickets takes away those that have expired by a time.
	DeleteExpiredTickets(ctx context.Context, by time.Time) error
}

// tokenSize is the number of random bytes in a link.
const tokenSize = 32

// Pages of the portal that links lead to. The token stands behind a #, which browsers send to no server.
var pages = map[TicketPurpose]string{
	ForActivation: "/activate#", ForPasswordReset: "/reset-password#", ForEmailChange: "/confirm-email#", ForInvitation: "/invitation#",
}

// link makes a link, which takes the place of those before it, and gives its address.
func (s *Service) link(ctx context.Context, tx Tx, t Ticket) (address string, err error) {
	token := s.secrets.Random(tokenSize)
	t.Digest, t.CreatedAt = s.secrets.Digest(token), s.now()
	if err := tx.DeleteTickets(ctx, t.Purpose, t.Subject); err != nil {
		return "", err
	}
	return s.settings.Link + pages[t.Purpose] + token, tx.InsertTicket(ctx, t)
}

// errLink refuses a token, whatever is wrong with it.
func errLink() error {
	return refuse(problem.LinkInvalid, "The link is not valid: it was used, replaced or withdrawn, or it is too old.")
}

// ticket gives what a token is for. It refuses one that does not work.
func (s *Service) ticket(ctx context.Context, tx Tx, purpose TicketPurpose, token string) (Ticket, error) {
	t, err := tx.Ticket(ctx, s.secrets.Digest(token))
	if err != nil && !notFound(err) {
		return t, err
	}
	if err != nil || t.Purpose != purpose || !s.now().Before(t.ExpiresAt) {
		return Ticket{}, errLink()
	}
	return t, nil
}

// ticketOf gives what a token is for, and the person. It refuses one that does not work.
func (s *Service) ticketOf(ctx context.Context, tx Tx, purpose TicketPurpose, token string) (Ticket, Person, error) {
	t, err := s.ticket(ctx, tx, purpose, token)
	if err != nil {
		return t, Person{}, err
	}
	p, err := tx.Person(ctx, t.Subject)
	if notFound(err) {
		err = errLink()
	}
	return t, p, err
}
