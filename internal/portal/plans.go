package portal

import "context"

// Limits are how many calls a plan allows; 0 is without bound. A day is one of Asia/Kolkata.
type Limits struct{ PerDay, PerHour, PerSecond int64 }

// AccessPlan is the set of APIs of an account plan.
type AccessPlan struct {
	Name, Title, Description string
	// Every tells that it has every API. Else it has APIs, and those of the catalogue that are test APIs.
	Every bool
	APIs  []string
	// Production tells whether APIs can go on a plan for production and to stage production.
	Production bool
	Version    int64
}

// QuotaPlan is the quota of an account plan, over all applications of an organisation.
type QuotaPlan struct {
	Name, Title, Description    string
	Limits                      Limits
	Chargeable, PersonalSupport bool
	// Offered tells whether organisations see it and can request it.
	Offered bool
	Version int64
}

// APIPlan is rules and quota for one API in one application.
type APIPlan struct {
	Name, Title, Rules string
	Limits             Limits
	// APIs are those that it is for; none is every API.
	APIs []string
	// Production tells whether it needs an account plan for production.
	Production bool
	// Offered tells whether organisations see it and can request it.
	Offered bool
	Version int64
}

// Names of plans that are always there.
const (
	BronzeAccess     = "bronze"
	ProductionAccess = "production"
	StandardQuota    = "standard"
	SandboxPlan      = "sandbox"
)

// Plans is what a Store keeps of plans. It has from the beginning: the sets of APIs Bronze and Production, the quotas
// Standard and Premium, the API plans Sandbox and Production. Lists are in the order in which plans were made.
type Plans interface {
	AccessPlans(ctx context.Context) ([]AccessPlan, error)
	QuotaPlans(ctx context.Context) ([]QuotaPlan, error)
	APIPlans(ctx context.Context) ([]APIPlan, error)
	// Inserts give ErrTaken when there is a plan of the kind and name. Updates change the version before the plan's;
	// ErrStale when there is another by now.
	InsertQuotaPlan(ctx context.Context, p QuotaPlan) error
	InsertAPIPlan(ctx context.Context, p APIPlan) error
	UpdateAccessPlan(ctx context.Context, p AccessPlan) error
	UpdateQuotaPlan(ctx context.Context, p QuotaPlan) error
	UpdateAPIPlan(ctx context.Context, p APIPlan) error
	DeleteQuotaPlan(ctx context.Context, name string) error
	DeleteAPIPlan(ctx context.Context, name string) error
}
