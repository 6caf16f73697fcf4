package portal

import (
	"context"
	"time"
)

// Service is the portal. It is safe for concurrent use, also by several processes on one Store.
type Service struct {
	store    Store
	clock    func() time.Time
	newID    func() string
	secrets  Secrets
	mailer   Mailer // nil where mails stay in the outbox
	human    HumanCheck
	settings Settings

	checkAddress func(string) error
}

// Options are what a Service works with; Store, Clock, NewID and Secrets are required.
type Options struct {
	Store Store
	// Clock is the server's clock.
	Clock func() time.Time
	// NewID makes an identifier that sorts by the time it was made: a UUID, version 7.
	NewID   func() string
	Secrets Secrets
	// Mailer sends the mails; nil leaves them in the outbox, where the bank's staff can read them.
	Mailer Mailer
	// Human tells people from programs on the forms that need no session; nil asks for nothing.
	Human    HumanCheck
	Settings Settings
	// CheckAddress refuses addresses that no webhook is sent to; nil refuses none.
	CheckAddress func(address string) error
}

// New makes a portal.
func New(o Options) *Service {
	return &Service{store: claiming{o.Store}, clock: o.Clock, newID: o.NewID, secrets: o.Secrets, mailer: o.Mailer, human: o.Human, settings: o.Settings.orDefault(), checkAddress: o.CheckAddress}
}

// now is the time that is written down: UTC, in microseconds, which every store keeps.
func (s *Service) now() time.Time { return s.clock().UTC().Truncate(time.Microsecond) }

// Secrets makes, hides and recognises what identifies people and applications. Nothing of it is written here.
type Secrets interface {
	// Random gives a text of that many random bytes in base64url without padding.
	Random(bytes int) string
	// HashPassword and CheckPassword are argon2id. CheckPassword takes as long for an empty hash as for any other, and
	// is false then.
	HashPassword(ctx context.Context, password string) (string, error)
	CheckPassword(ctx context.Context, password, hash string) (bool, error)
	// Digest is a keyed digest (HMAC-SHA-256) by which a random secret is found again.
	Digest(secret string) string
	// Seal encrypts what must be shown again; Open gives it back, and only for the same purpose.
	Seal(plain, purpose string) (string, error)
	Open(sealed, purpose string) (string, error)
}

// HumanCheck tells people from programs.
type HumanCheck interface {
	// Describe names the service and gives the public key for its widget.
	Describe() (provider, siteKey string)
	// Passed tells whether a proof is one, of a client address. An error is that the service does not answer.
	Passed(ctx context.Context, proof, address string) (bool, error)
}

// Challenger is a HumanCheck that sets its tasks itself.
type Challenger interface {
	HumanCheck
	// Challenge makes a task for a page, and keeps nothing of it.
	Challenge() HumanChallenge
}

// HumanChallenge is a task whose answer is the proof: Text, a colon and a decimal number, so that the SHA-256 of the whole
// begins with so many zero bits.
type HumanChallenge struct {
	Text      string
	Bits      int
	ExpiresAt time.Time
}

// Store keeps what the portal knows. Work is done whole or not at all, as if no other were under way; it may be done
// again from its beginning when another got in its way, so it changes nothing but the Tx.
type Store interface {
	// View reads; changes are refused.
	View(ctx context.Context, do func(Tx) error) error
	// Update reads and changes.
	Update(ctx context.Context, do func(Tx) error) error
}

// Tx is one transaction. Reading something that is not there gives ErrNotFound; inserting what must be unique a second
// time gives ErrTaken; updating what has another version by now gives ErrStale. Values are copies: a change counts once
// it is given to an Insert or an Update.
type Tx interface {
	Accounts
	Sessions
	Invitations
	Tickets
	Attempts
	BankBook
	Claims
	Applications
	Requests
	Plans
	Agreements
	Outbox
	Audits
	Catalogue
	Enquiries
	UsageLog
	Deliveries
	Overlays
}
