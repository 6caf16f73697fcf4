package release

import (
	"github.com/oasdiff/oasdiff/checker/rules"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

// Level says what a change does to those who use the API.
type Level int

const (
	// Info changes break nobody who keeps to the old document.
	Info Level = iota
	// Warning changes may break somebody: it cannot be told from the documents.
	Warning
	// Breaking changes break somebody who keeps to the old document.
	Breaking
)

// String gives "info", "warning" or "breaking".
func (l Level) String() string { return [...]string{"info", "warning", "breaking"}[l] }

// MarshalText writes the level as its word.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Change is one way in which an operation, or the document as a whole, is not what it was.
type Change struct {
	// ID is oasdiff's, or one of this package's where oasdiff has no rule.
	ID    string
	Level Level
	// Operation is an operationId; it, Method and Path are "" for what is not about one operation.
	Operation, Method, Path string
	// Statuses are those of the responses that change, as the document spells them; empty when that is not the point.
	Statuses []string
	// Text says in a sentence without its full stop what changed; the operation is not named in it.
	Text string
	// Hint says why it is ranked so, or what can be done; "" when that is plain.
	Hint string
	// Place is in the new document: what changed, or the nearest around it where it is gone.
	Place finding.Place
	// Was is the place in the old document; its Line is 0 where there was nothing.
	Was finding.Place
	// Interactions are those of known consumers that the change breaks.
	Interactions []*pact.Interaction

	wording   wording
	direction rules.Direction
	area      rules.Area
	roles     roles
	// property is oasdiff's path of the property that changed, where it names one.
	property string
	// from and to are what changed as pointers in the old and the new bundle; "" where there is nothing, or where it
	// is not known.
	from, to string
	// before and after are the operation; nil where there is none.
	before, after *contract.Operation
	order         int // of the operation in the document
}

// name names what the change is at: an operation, or "" for the document.
func (c *Change) name() string {
	if c.Operation == "" {
		return c.Path // a webhook, or nothing
	}
	return c.Operation
}
