package portal

import (
	"context"
	"time"
)

// Request is something that the bank decides. Which members it has depends on its kind.
type Request struct {
	ID           string
	Kind         RequestKind
	State        RequestState
	Organisation string
	Application  string // "" where it is about the organisation
	// APIs are those that it is about, as they were when it was made, edited or decided.
	APIs []string
	// Access and Quota are the account plan, Plan the API plan and Stage the stage that is asked for.
	Access, Quota, Plan string
	Stage               Stage
	Comment             string
	// Agreements are the ids of the records that go with it.
	Agreements []string
	// Revised tells that the application was rejected before.
	Revised   bool
	CreatedBy PersonName
	CreatedAt time.Time
	// Decision is there once the state is approved or rejected.
	Decision *Decision
	// Version counts the changes, those of its application while it is open included.
	Version int64
}

// PersonName is who somebody is, and the name that they had at the time.
type PersonName struct{ ID, Name string }

// Decision is what the bank has said.
type Decision struct {
	Reason string
	// Final tells that the same cannot be requested again; Plan is the API plan that came with stage production.
	Final bool
	Plan  string
	By    PersonName
	At    time.Time
}

// RequestKind tells what is asked for.
type RequestKind string

// Kinds of requests.
const (
	ApplicationRequest  RequestKind = "application"
	SubscriptionRequest RequestKind = "subscription"
	AccountPlanRequest  RequestKind = "account-plan"
	APIPlanRequest      RequestKind = "api-plan"
	StageRequest        RequestKind = "stage"
)

// RequestState tells what became of a request.
type RequestState string

// A request is open until it is decided, withdrawn by who asked, or without object any more, which is withdrawn, too.
const (
	RequestOpen      RequestState = "open"
	RequestApproved  RequestState = "approved"
	RequestRejected  RequestState = "rejected"
	RequestWithdrawn RequestState = "withdrawn"
)

// RequestFilter narrows a list of requests; empty members narrow nothing.
type RequestFilter struct {
	Kind              RequestKind
	State             RequestState
	Organisation, API string
	// Applications are those that they are about; none is any.
	Applications []string
	// Oldest lists the oldest first, else the latest come first.
	Oldest bool
	After  Place
	Limit  int // 0 is all
}

// Requests is what a Store keeps of requests.
type Requests interface {
	Request(ctx context.Context, id string) (Request, error)
	Requests(ctx context.Context, f RequestFilter) ([]Request, error)
	InsertRequest(ctx context.Context, r Request) error
	// UpdateRequest changes the version before r.Version; ErrStale when there is another by now.
	UpdateRequest(ctx context.Context, r Request) error
}
