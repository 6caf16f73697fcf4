package gate

import (
	"context"
	"crypto/subtle"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Client is what an API key stands for. It is immutable.
type Client struct {
	// ID is the client ID, which is the key.
	ID string
	// Application and Organisation are ids.
	Application, Organisation string
	State                     State
	// Suspended tells that the bank has suspended the organisation.
	Suspended bool
	// OAuth tells whether the application can have access tokens.
	OAuth bool
	// SecretDigest is that of the client secret, ServerHashDigest that of the value which goes with it where an API asks for
	// one; "" where there is none.
	SecretDigest, ServerHashDigest string
	// Ends is when the key ends after a rotation; zero is never.
	Ends time.Time
	// Tier names the account plan of the organisation.
	Tier string
	// Limits are those of the organisation, over all of its applications.
	Limits Limits
	// APIs are those that the application has asked for, by the names of their documents.
	APIs map[string]API
}

// State tells what the key of an application is good for.
type State int

// States of applications, as far as their keys are concerned.
const (
	Gone State = iota // deleted, or not approved yet
	Enabled
	Disabled
	Suspended
)

// API is one API in one application.
type API struct {
	Approved bool
	// Admitted tells whether the organisation's account plan has the API.
	Admitted bool
	// Limits are what the API's plan allows.
	Limits Limits
}

// Limits are how many calls a plan allows; 0 is without limit.
type Limits struct{ Day, Hour, Second int64 }

// Source finds what keys stand for.
type Source interface {
	// Client finds the client of a key; nil when the key is unknown, or was revoked.
	Client(ctx context.Context, key string) (*Client, error)
	// Digest gives the digest by which a secret is recognised.
	Digest(secret string) string
}

// Refusal says why a call may not pass.
type Refusal struct {
	// Code is that of the error catalogue, Detail a sentence that may be shown to an end user.
	Code, Detail string
	// RetryAfter is when it is worth trying again; 0 is unknown.
	RetryAfter time.Duration
}

func refuse(code, detail string) *Refusal { return &Refusal{Code: code, Detail: detail} }

// standing refuses the key of an application that may call nothing now. Unknown keys and those of deleted applications
// are not told apart.
func (c *Client) standing(now time.Time) *Refusal {
	switch {
	case c == nil || c.State == Gone || !c.Ends.IsZero() && !now.Before(c.Ends):
		return refuse(problem.KeyInvalid, "The API key is not known.")
	case c.State == Suspended:
		return refuse(problem.ApplicationSuspended, "The bank has suspended this application.")
	case c.Suspended:
		return refuse(problem.OrganisationSuspended, "The bank has suspended the organisation of this application.")
	case c.State == Disabled:
		return refuse(problem.ApplicationDisabled, "This application is disabled.")
	}
	return nil
}

// may refuses a call of an API that the application has not got.
func (c *Client) may(api string) *Refusal {
	switch a, ok := c.APIs[api]; {
	case !ok || !a.Approved:
		return refuse(problem.APINotSubscribed, "The application is not subscribed to the API "+api+".")
	case !a.Admitted:
		return refuse(problem.APINotInAccountPlan, "The account plan of the organisation does not have the API "+api+".")
	}
	return nil
}

// proves tells whether a digest is that of the client's secret. It takes the same time whatever the digests are.
func (c *Client) proves(digest string) bool {
	want := ""
	if c != nil {
		want = c.SecretDigest
	}
	return same(digest, want) && want != ""
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
