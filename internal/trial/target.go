package trial

import (
	"context"
	"net/http"
	"time"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

// Target is where cases run. Cases run one at a time.
type Target interface {
	// Begin gives a case sandboxes in which nothing has happened yet.
	Begin(ctx context.Context, s Setting) (Session, error)
}

// Setting is what a case needs before its first step.
type Setting struct {
	// Keys are the callers that the case names.
	Keys []string
	// Seed is where its chance comes from.
	Seed uint64
	// Start is what the clocks show at first; zero leaves it to the target.
	Start time.Time
}

// Session is one case's time with a target. A method that the target cannot do gives an *UnsupportedError. The key is
// the caller's whose sandbox is meant.
type Session interface {
	// Key is the caller of steps that name none. Origin is the scheme and host that requests go to.
	Key() string
	Origin() string
	// Services sign tokens and links as the target would.
	Services() expression.Services

	Send(r *http.Request, key string) (*Answer, error)

	Now(ctx context.Context, key string) (time.Time, error)
	Advance(ctx context.Context, key string, d time.Duration) error
	SetClock(ctx context.Context, key string, t time.Time) error
	Freeze(ctx context.Context, key string) error
	Resume(ctx context.Context, key string) error
	Reset(ctx context.Context, key string) error
	// Select puts scenarios, as api/scenario, in place of those selected before.
	Select(ctx context.Context, key string, names []string) error
	// Provide sets up a provider state and gives what it hands back.
	Provide(ctx context.Context, key, state string, params map[string]any) (map[string]any, error)
	SetState(ctx context.Context, key, api, name, value string) error
	PutRow(ctx context.Context, key, api, table string, row map[string]any) error
	// DeleteRow deletes the rows that have these values; it fails when there is none.
	DeleteRow(ctx context.Context, key, api, table string, where map[string]any) error

	// Values gives an API's declared states, Rows the rows of a table as decoded JSON.
	Values(ctx context.Context, key, api string) (map[string]string, error)
	Rows(ctx context.Context, key, api, table string) ([]any, error)
	// Callbacks gives what has been sent since it was asked the last time, in order.
	Callbacks(ctx context.Context, key string) ([]engine.Callback, error)

	// End leaves the target as it was.
	End(ctx context.Context) error
}

// Answer is what came back for a request, and what is known of how it came about.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
	// Fault is what was wrong on the wire, "" for nothing. Where it is one, the other fields hold what came through.
	Fault engine.FaultKind
	// Scenario and Rule name the rule that answered; Continued those that contributed, as scenario/rule. Document
	// tells that the contract itself answered.
	Scenario, Rule string
	Continued      []string
	// Verdicts are the rules of decision points that have decided about items.
	Verdicts []engine.VerdictHits
	Document bool
	Delay    time.Duration
	// AtLeast tells that Delay was measured on the wire, and so holds more than the delay.
	AtLeast     bool
	OffContract bool
	// Blind tells that nothing is known of which rule answered.
	Blind bool
	// Explain says what became of every rule; nil when nobody can.
	Explain func() []engine.Trace
}

// UnsupportedError says what a target cannot do.
type UnsupportedError struct{ What string }

func (e *UnsupportedError) Error() string { return "this cannot be done here: " + e.What }
