package portal

import (
	"context"
	"time"
)

// Application is a program of a partner that calls the bank's APIs.
type Application struct {
	ID           string
	Organisation string
	ApplicationText
	// NameKey is unique within the organisation, deleted applications aside.
	NameKey string
	State   ApplicationState
	// Reason is why it was rejected or suspended. Before is the state that a suspension interrupted.
	Reason string
	Before ApplicationState
	// Sandbox marks the application that every organisation has from its activation on.
	Sandbox   bool
	CreatedBy PersonName
	CreatedAt time.Time
	// ApprovedAt is when the bank approved it first; zero before.
	ApprovedAt time.Time
	// Version counts the changes, those of its subscriptions included.
	Version int64
}

// ApplicationText is what an organisation says about an application.
type ApplicationText struct {
	Name        string
	Platform    string // web, android, ios, server or other
	Description string
	// PartnerScope is free text, by default the organisation's name; it is not a scope of OAuth.
	PartnerScope  string
	OAuthType     string // none, 1.0 or 2.0; only 2.0 gets tokens
	OAuthCallback string
	WebhookURL    string
}

// ApplicationState is where an application stands. steps says how the states follow each other.
type ApplicationState string

// The states of applications.
const (
	ApplicationPending   ApplicationState = "pending"
	ApplicationRejected  ApplicationState = "rejected"
	ApplicationRevised   ApplicationState = "revised"
	ApplicationEnabled   ApplicationState = "enabled"
	ApplicationDisabled  ApplicationState = "disabled"
	ApplicationSuspended ApplicationState = "suspended"
	ApplicationDeleted   ApplicationState = "deleted"
)

// Credential is a client id, which is also the API key, with its secret. An application has one, and two while a
// rotation overlaps.
type Credential struct {
	ID          string
	Application string
	// KeyDigest finds the credential by its key. Key and Secret are sealed, since they can be shown again.
	KeyDigest, Key       string
	SecretDigest, Secret string
	// ServerHash is sealed; it goes with the pair where an API asks for one (BankConnect), else it is empty.
	ServerHashDigest, ServerHash string
	CreatedAt                    time.Time
	// EndsAt is when a pair ends that a rotation has replaced; zero for the current one.
	EndsAt time.Time
	// RevokedAt is when the pair, and the tokens that were got with it, were ended before their time.
	RevokedAt time.Time
}

// Works tells whether the credential is to be accepted at a time, as far as it depends on the credential itself.
func (c Credential) Works(at time.Time) bool {
	return c.RevokedAt.IsZero() && (c.EndsAt.IsZero() || at.Before(c.EndsAt))
}

// Current tells whether the credential is the one that lasts.
func (c Credential) Current() bool { return c.EndsAt.IsZero() && c.RevokedAt.IsZero() }

// Subscription is one API in one application.
type Subscription struct {
	Application string
	API         string
	State       SubscriptionState
	Stage       Stage
	// Plan is the name of the API plan that it is on.
	Plan string
	// Reason is why it was rejected.
	Reason string
	// Since is when it came to this state and stage.
	Since time.Time
}

// SubscriptionState tells whether an application may call an API.
type SubscriptionState string

// A subscription is requested until the bank has decided.
const (
	SubscriptionRequested SubscriptionState = "requested"
	SubscriptionApproved  SubscriptionState = "approved"
	SubscriptionRejected  SubscriptionState = "rejected"
)

// Stage is how far an application has come with an API.
type Stage string

// The journey. From the sandbox an API may go to production at once.
const (
	StageSandbox    Stage = "sandbox"
	StageUAT        Stage = "uat"
	StageProduction Stage = "production"
)

// ApplicationFilter narrows a list of applications; empty members narrow nothing.
type ApplicationFilter struct {
	Organisation, API string
	// State "" is every state but deleted.
	State ApplicationState
	// Text is part of the name, case-folded.
	Text  string
	After NamePlace
	Limit int // 0 is all
}

// NamePlace is where a page of a list ended that is ordered by a case-folded name and an id. The zero NamePlace is the
// beginning.
type NamePlace struct{ Name, ID string }

// Applications is what a Store keeps of applications.
type Applications interface {
	Application(ctx context.Context, id string) (Application, error)
	// ApplicationByName finds the one of a name that is not deleted.
	ApplicationByName(ctx context.Context, organisation, nameKey string) (Application, error)
	// ApplicationsOf lists those of an organisation, by name; deleted ones only where all are asked for.
	ApplicationsOf(ctx context.Context, organisation string, all bool) ([]Application, error)
	// Applications lists those that fit, by name.
	Applications(ctx context.Context, f ApplicationFilter) ([]Application, error)
	InsertApplication(ctx context.Context, a Application) error
	// UpdateApplication changes the version before a.Version; ErrStale when there is another by now.
	UpdateApplication(ctx context.Context, a Application) error
	// RemoveSandbox takes away what the sandbox of an application remembers.
	RemoveSandbox(ctx context.Context, application string) error

	// CredentialsOf lists those of some applications, the latest first, those that have ended included.
	CredentialsOf(ctx context.Context, applications ...string) ([]Credential, error)
	// CredentialByKey finds a credential by the digest of its key, those that have ended included.
	CredentialByKey(ctx context.Context, keyDigest string) (Credential, error)
	InsertCredential(ctx context.Context, c Credential) error
	UpdateCredential(ctx context.Context, c Credential) error

	// SubscriptionsOf lists those of some applications, by API.
	SubscriptionsOf(ctx context.Context, applications ...string) ([]Subscription, error)
	// Subscriptions lists those of an organisation, to an API, on a plan, of applications that are not deleted; "" is any.
	Subscriptions(ctx context.Context, organisation, api, plan string) ([]Subscription, error)
	// PutSubscription adds a subscription, or changes the one of the same application and API.
	PutSubscription(ctx context.Context, s Subscription) error
	DeleteSubscription(ctx context.Context, application, api string) error
}
