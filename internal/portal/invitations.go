package portal

import (
	"context"
	"time"
)

// Invitation asks somebody to join an organisation, or the bank's staff.
type Invitation struct {
	ID string
	// Organisation is that which invites; "" is the bank.
	Organisation      string
	Email, EmailKey   string
	Role              Role
	State             InvitationState
	By                PersonName
	CreatedAt, SentAt time.Time
	ExpiresAt         time.Time
}

// InvitationState is what became of an invitation.
type InvitationState string

// An open invitation whose time has run out is expired; it is kept as open.
const (
	InvitationOpen      InvitationState = "open"
	InvitationAccepted  InvitationState = "accepted"
	InvitationWithdrawn InvitationState = "withdrawn"
	InvitationExpired   InvitationState = "expired"
)

// InvitationFilter narrows the invitations of an organisation ("" is the bank); empty members narrow nothing.
type InvitationFilter struct {
	Organisation string
	State        InvitationState
	EmailKey     string
	// Now tells open from expired ones.
	Now   time.Time
	After Place
	Limit int // 0 is all
}

// Invitations is what a Store keeps of invitations.
type Invitations interface {
	Invitation(ctx context.Context, id string) (Invitation, error)
	// Invitations lists those that fit, the latest first.
	Invitations(ctx context.Context, f InvitationFilter) ([]Invitation, error)
	InsertInvitation(ctx context.Context, i Invitation) error
	UpdateInvitation(ctx context.Context, i Invitation) error
}
