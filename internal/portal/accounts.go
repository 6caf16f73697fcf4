package portal

import (
	"context"
	"strings"
	"time"

	"golang.org/x/text/cases"
)

// Organisation is a partner of the bank.
type Organisation struct {
	ID   string
	Name string
	// NameKey is what nameKey makes of the name; it is unique.
	NameKey string
	Website string
	// Custom are what the bank asks of every organisation, by the field's key.
	Custom map[string]string
	Status OrganisationStatus
	// Reason is why the bank has suspended it.
	Reason string
	// Access and Quota are the names of the two parts of its account plan, which it has since PlanSince.
	Access, Quota string
	PlanSince     time.Time
	// WantedAccess and WantedQuota are the account plan that was asked for in the registration, until the activation.
	WantedAccess, WantedQuota string
	// FirstContact is the person who has registered it.
	FirstContact PersonName
	// Manager looks after it at the bank; nobody of its own without a name.
	Manager              Contact
	CreatedAt, UpdatedAt time.Time
	// Version counts the changes.
	Version int64
}

// OrganisationStatus tells whether an organisation's people and applications can work.
type OrganisationStatus string

// An organisation is pending until its first person is activated.
const (
	OrganisationPending   OrganisationStatus = "pending"
	OrganisationActive    OrganisationStatus = "active"
	OrganisationSuspended OrganisationStatus = "suspended"
)

// The account plan that every organisation begins with.
const (
	firstAccess = "bronze"
	firstQuota  = "standard"
)

// Contact is somebody of the bank to speak to.
type Contact struct{ Name, Email, Telephone string }

// Person is somebody with an account. Who belongs neither to an organisation nor to the bank has no role.
type Person struct {
	ID           string
	Organisation string
	Username     string
	// UsernameKey and EmailKey are case-folded. The user name is unique; so is the address, of those who are not pending.
	UsernameKey         string
	Email, EmailKey     string
	FirstName, LastName string
	Mobile              string
	Custom              map[string]string
	Role                Role
	Status              PersonStatus
	PasswordHash        string
	CreatedAt           time.Time
	UpdatedAt           time.Time
	JoinedAt            time.Time // the organisation, or the bank
	SignedInAt          time.Time
	// Era grows whenever all of the person's sessions are to end.
	Era     int64
	Version int64
}

// PersonStatus tells whether a person can sign in.
type PersonStatus string

// A person is pending until activated; a pending person is the registration itself, and lapses with it.
const (
	PersonPending PersonStatus = "registered"
	PersonActive  PersonStatus = "active"
	PersonLocked  PersonStatus = "locked"
)

// FullName is first and last name, cut to the length of a line.
func (p Person) FullName() string { return shorten(p.FirstName+" "+p.LastName, maxLine) }

// maxLine is the most bytes of a name that is put together.
const maxLine = 200

func (p Person) named() PersonName { return PersonName{p.ID, p.FullName()} }

// fold makes names equal that differ in capitals only.
func fold(s string) string { return cases.Fold().String(s) }

// nameKey makes organisations' names equal that differ only in capitals, and in blanks around them or between words.
func nameKey(name string) string { return fold(strings.Join(strings.Fields(name), " ")) }

// OrganisationFilter narrows a list of organisations; empty members narrow nothing.
type OrganisationFilter struct {
	Status OrganisationStatus
	// Text is in the name, whatever its capitals.
	Text string
	// After is the NameKey at which the page before ended.
	After string
	Limit int // 0 is all
}

// PersonFilter narrows a list of people; empty members narrow nothing.
type PersonFilter struct {
	// Organisation "" is any, unless Role is one of the bank's.
	Organisation string
	Role         Role
	Status       PersonStatus
	// Text is in the user name, the names or the address, whatever its capitals.
	Text string
	// After is the UsernameKey at which the page before ended.
	After string
	Limit int // 0 is all
}

// Accounts is what a Store keeps of organisations and people.
type Accounts interface {
	Organisation(ctx context.Context, id string) (Organisation, error)
	OrganisationByName(ctx context.Context, nameKey string) (Organisation, error)
	// Organisations lists those that fit, by name. Pending ones are in no list.
	Organisations(ctx context.Context, f OrganisationFilter) ([]Organisation, error)
	InsertOrganisation(ctx context.Context, o Organisation) error
	// UpdateOrganisation changes the version before o.Version; ErrStale when there is another by now, ErrTaken when another
	// has the name.
	UpdateOrganisation(ctx context.Context, o Organisation) error
	DeleteOrganisation(ctx context.Context, id string) error

	Person(ctx context.Context, id string) (Person, error)
	PersonByUsername(ctx context.Context, usernameKey string) (Person, error)
	// PeopleByEmail lists who has the address, the earliest first.
	PeopleByEmail(ctx context.Context, emailKey string) ([]Person, error)
	// People lists those that fit, by user name.
	People(ctx context.Context, f PersonFilter) ([]Person, error)
	InsertPerson(ctx context.Context, p Person) error
	// UpdatePerson changes the version before p.Version; ErrStale when there is another by now.
	UpdatePerson(ctx context.Context, p Person) error
	// NoteSignIn notes when somebody has signed in last, which is no change of the person.
	NoteSignIn(ctx context.Context, id string, at time.Time) error
	DeletePerson(ctx context.Context, id string) error
	// NeverActivated lists the pending people who registered before a time.
	NeverActivated(ctx context.Context, before time.Time, limit int) ([]Person, error)
}

// holder gives who has an address for certain, because it was proved: an active or a locked person. found is false when
// nobody has.
func holder(ctx context.Context, tx Tx, email string) (p Person, found bool, err error) {
	people, err := tx.PeopleByEmail(ctx, fold(email))
	for _, p := range people {
		if p.Status != PersonPending {
			return p, true, nil
		}
	}
	return Person{}, false, err
}

// changePerson keeps a change of a person.
func (s *Service) changePerson(ctx context.Context, tx Tx, p *Person) error {
	p.Version++
	p.UpdatedAt = s.now()
	return tx.UpdatePerson(ctx, *p)
}

// changeOrganisation keeps a change of an organisation.
func (s *Service) changeOrganisation(ctx context.Context, tx Tx, o *Organisation) error {
	o.Version++
	o.UpdatedAt = s.now()
	return tx.UpdateOrganisation(ctx, *o)
}
