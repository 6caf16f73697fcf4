package portal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// AuditEntry is who did what to what, when and why. Entries are never changed or removed.
type AuditEntry struct {
	ID string
	At time.Time
	// Actor, Person, PersonName, Username, RequestID and ClientAddress say who did it.
	Actor                                       ActorKind
	Person, PersonName, Username                string
	RequestID, ClientAddress                    string
	Action                                      string // what it was done to and a verb: application.approved
	ObjectKind, Object, ObjectName, Application string // Application is the id of the one that it is about
	Organisation                                string // whose affairs it is about; "" for the bank's own
	Reason                                      string
	Changes                                     []AuditChange
}

// AuditChange is a member that was changed. It never holds a secret.
type AuditChange struct {
	Member string `json:"member"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// ActorKind is what kind of somebody did something.
type ActorKind string

// Kinds of actors.
const (
	MemberActor    ActorKind = "member"
	BankActor      ActorKind = "bank"
	AnonymousActor ActorKind = "anonymous"
	ServerActor    ActorKind = "server"
)

// audit writes down what is done in this transaction on behalf of somebody. The caller says Action, ObjectKind, Object,
// ObjectName, and where they apply Application, Reason, Changes, and Organisation, which is the actor's where it is left
// out; the rest is filled in.
func (s *Service) audit(ctx context.Context, tx Tx, by Actor, e AuditEntry) error {
	e.ID, e.At = s.newID(), s.now()
	e.Actor, e.Person, e.PersonName, e.Username = by.kind(), by.Person, by.FullName, by.Name
	e.RequestID, e.ClientAddress = by.RequestID, by.Address
	if e.Organisation == "" {
		e.Organisation = by.Organisation
	}
	if e.Application == "" && e.ObjectKind == "application" {
		e.Application = e.Object
	}
	e.ObjectName, e.RequestID = shorten(e.ObjectName, maxObjectName), shorten(e.RequestID, maxRequestID)
	e.Changes = slices.Clone(e.Changes[:min(len(e.Changes), maxChanges)])
	for i := range e.Changes {
		c := &e.Changes[i]
		c.Before, c.After = shortened(c.Before), shortened(c.After)
	}
	if err := tx.InsertAudit(ctx, e); err != nil {
		return fmt.Errorf("write the audit log: %w", err)
	}
	return nil
}

// kind tells what kind of somebody an actor is.
func (a Actor) kind() ActorKind {
	switch {
	case a.Role.Staff():
		return BankActor
	case a.Person != "":
		return MemberActor
	case a.Name == system.Name: // nobody who is a person
		return ServerActor
	}
	return AnonymousActor
}

// AuditFilter narrows the audit log; empty members narrow nothing.
type AuditFilter struct {
	Organisation, Application, Person, Action string
	Since, Until                              time.Time // Since is included, Until is not
	After                                     Place
	Limit                                     int
}

// Audits is what a Store keeps of what was done.
type Audits interface {
	InsertAudit(ctx context.Context, e AuditEntry) error
	// Audit lists the entries that fit, the latest first.
	Audit(ctx context.Context, f AuditFilter) ([]AuditEntry, error)
}

// member is a member of something with its value in words.
type member struct{ name, value string }

// Bounds of what the audit log shows: of a value, of names and of ids in bytes, and how many changes.
const (
	maxChange     = 1000
	maxObjectName = 200
	maxRequestID  = 128
	maxChanges    = 200
)

// changesBetween lists the members whose values differ; both sides name the same members.
func changesBetween(before, after []member) []AuditChange {
	var out []AuditChange
	for i, b := range before {
		if a := after[i]; a.value != b.value {
			out = append(out, AuditChange{Member: b.name, Before: b.value, After: a.value})
		}
	}
	return out
}

func shortened(text string) string {
	if len(text) <= maxChange {
		return text
	}
	return strings.ToValidUTF8(text[:maxChange], "") + "…"
}
