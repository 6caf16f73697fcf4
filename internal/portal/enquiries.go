package portal

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/sandbank/sandbank/internal/problem"
)

// Enquiry is what somebody has told the bank.
type Enquiry struct {
	ID       string
	Kind     EnquiryKind
	Feedback string // the kind of feedback; "" of another enquiry
	State    EnquiryState
	API      string // that is of interest
	Subject  string
	Message  string
	// Organisation and Person are who it came from; empty for feedback of somebody without a session. Email is where the
	// answer goes.
	Organisation string
	Person       PersonName
	Email        string
	ReceivedAt   time.Time
	Answer       string
	AnsweredBy   PersonName
	AnsweredAt   time.Time
}

// EnquiryKind is what an enquiry is.
type EnquiryKind string

// Kinds of enquiries.
const (
	InterestEnquiry EnquiryKind = "interest"
	NewAPIEnquiry   EnquiryKind = "new-api"
	ContactEnquiry  EnquiryKind = "contact"
	FeedbackEnquiry EnquiryKind = "feedback"
)

// EnquiryState tells whether an enquiry is answered.
type EnquiryState string

// An enquiry is answered once.
const (
	EnquiryOpen     EnquiryState = "open"
	EnquiryAnswered EnquiryState = "answered"
)

// EnquiryFilter narrows a list of enquiries; empty members narrow nothing.
type EnquiryFilter struct {
	Kind         EnquiryKind
	State        EnquiryState
	Organisation string
	// Open tells that After is among the open ones, which come first.
	Open  bool
	After Place
	Limit int
}

// Enquiries is what a Store keeps of enquiries.
type Enquiries interface {
	Enquiry(ctx context.Context, id string) (Enquiry, error)
	// Enquiries lists those that fit: open ones first, each the oldest first.
	Enquiries(ctx context.Context, f EnquiryFilter) ([]Enquiry, error)
	InsertEnquiry(ctx context.Context, e Enquiry) error
	// AnswerEnquiry keeps the answer; ErrStale when there is one already.
	AnswerEnquiry(ctx context.Context, e Enquiry) error
}

// Limits of enquiries: of an organisation, and of feedback from an account or a client address.
var (
	enquiryLimit  = limit{"enquiry", 20, 24 * time.Hour}
	feedbackLimit = limit{"feedback", 5, time.Hour}
)

// Enquire takes an enquiry of a member: Kind, API, Subject and Message. It goes to who looks after the organisation.
func (s *Service) Enquire(ctx context.Context, by Actor, e Enquiry) (Enquiry, error) {
	if err := by.inOrganisation(); err != nil {
		return e, err
	}
	if err := s.attempt(ctx, by.Organisation, enquiryLimit); err != nil {
		return e, err
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		if e.API != "" {
			switch api, err := tx.CatalogueAPI(ctx, e.API); {
			case err != nil:
				return err
			case !by.sees(api):
				return ErrNotFound
			}
		}
		organisation, err := tx.Organisation(ctx, by.Organisation)
		if err != nil {
			return err
		}
		person, err := tx.Person(ctx, by.Person)
		if err != nil {
			return err
		}
		bank, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		e.Organisation, e.Person, e.Email = organisation.ID, PersonName{by.Person, by.FullName}, person.Email
		to := cmp.Or(organisation.Manager.Email, bank.Manager.Email)
		text := fmt.Sprintf("%s of %s writes:\n\n%s\n\nAnswer in the portal, or write to %s.\n", by.FullName, organisation.Name, e.Message, person.Email)
		return s.receive(ctx, tx, by, &e, to, letter{e.title(), text})
	})
	return e, err
}

// GiveFeedback takes feedback of anybody: Feedback, Message and, without a session, Email and a proof for the human check.
func (s *Service) GiveFeedback(ctx context.Context, by Actor, e Enquiry, proof string) (Enquiry, error) {
	e.Kind = FeedbackEnquiry
	if err := s.attempt(ctx, cmp.Or(by.Person, by.Address), feedbackLimit); err != nil {
		return e, err
	}
	if by.Person == "" {
		if e.Email == "" {
			return e, refuseField(problem.EmailMissing, "Give an e-mail address, or sign in.", "/email", "is needed without a session")
		}
		if err := s.passHuman(ctx, by, proof); err != nil {
			return e, err
		}
	}
	err := s.store.Update(ctx, func(tx Tx) error {
		if by.Person != "" {
			person, err := tx.Person(ctx, by.Person)
			if err != nil {
				return err
			}
			e.Organisation, e.Person, e.Email = by.Organisation, PersonName{by.Person, by.FullName}, cmp.Or(e.Email, person.Email)
		}
		bank, err := bankSettings(ctx, tx)
		if err != nil {
			return err
		}
		text := fmt.Sprintf("Feedback (%s) from %s:\n\n%s\n", e.Feedback, e.Email, e.Message)
		return s.receive(ctx, tx, by, &e, bank.SupportEmail, letter{e.title(), text})
	})
	return e, err
}

// title says in a line what an enquiry is.
func (e *Enquiry) title() string {
	switch e.Kind {
	case InterestEnquiry:
		return "Interest in API " + e.API
	case NewAPIEnquiry:
		return "Request for an API: " + e.Subject
	case ContactEnquiry:
		return e.Subject
	}
	return "Feedback: " + e.Feedback
}

// receive keeps an enquiry and tells the bank.
func (s *Service) receive(ctx context.Context, tx Tx, by Actor, e *Enquiry, to string, l letter) error {
	e.ID, e.State, e.ReceivedAt = s.newID(), EnquiryOpen, s.now()
	if err := tx.InsertEnquiry(ctx, *e); err != nil {
		return err
	}
	if err := s.mail(ctx, tx, to, l); err != nil {
		return err
	}
	return s.audit(ctx, tx, by, AuditEntry{Action: "enquiry.created", ObjectKind: "enquiry", Object: e.ID, ObjectName: string(e.Kind)})
}

// ListedEnquiry is an enquiry with the name of its organisation.
type ListedEnquiry struct {
	Enquiry
	OrganisationName string
}

// Enquiries lists the enquiries for the bank's staff: open ones first, each the oldest first.
func (s *Service) Enquiries(ctx context.Context, by Actor, f EnquiryFilter, cursor string) (list []ListedEnquiry, next string, err error) {
	if err := by.staff(); err != nil {
		return nil, "", err
	}
	if f.Open, f.After, err = enquiryPlace(cursor); err != nil {
		return nil, "", err
	}
	limit := f.Limit
	f.Limit++
	err = s.store.View(ctx, func(tx Tx) error {
		found, err := tx.Enquiries(ctx, f)
		if err != nil {
			return err
		}
		next = ""
		if len(found) > limit {
			found = found[:limit]
			last := found[limit-1]
			next = enquiryCursor(last)
		}
		list = nil
		for _, e := range found {
			named, err := nameEnquiry(ctx, tx, e)
			if err != nil {
				return err
			}
			list = append(list, named)
		}
		return nil
	})
	return list, next, err
}

// A cursor of enquiries says before the place whether it is among the open ones.
const (
	afterOpen     = "o"
	afterAnswered = "a"
)

func enquiryCursor(e Enquiry) string {
	mark := afterAnswered
	if e.State == EnquiryOpen {
		mark = afterOpen
	}
	return mark + Place{e.ReceivedAt, e.ID}.Cursor()
}

func enquiryPlace(cursor string) (open bool, after Place, err error) {
	if cursor == "" {
		return false, Place{}, nil
	}
	mark := cursor[:1]
	if mark != afterOpen && mark != afterAnswered {
		return false, Place{}, errCursor
	}
	after, err = ParsePlace(cursor[1:])
	return mark == afterOpen, after, err
}

func nameEnquiry(ctx context.Context, tx Tx, e Enquiry) (ListedEnquiry, error) {
	out := ListedEnquiry{Enquiry: e}
	if e.Organisation == "" {
		return out, nil
	}
	o, err := tx.Organisation(ctx, e.Organisation)
	if notFound(err) {
		return out, nil
	}
	out.OrganisationName = o.Name
	return out, err
}

// Enquiry gives an enquiry to the bank's staff.
func (s *Service) Enquiry(ctx context.Context, by Actor, id string) (e ListedEnquiry, err error) {
	if err := by.staff(); err != nil {
		return e, err
	}
	err = s.store.View(ctx, func(tx Tx) error {
		found, err := tx.Enquiry(ctx, id)
		if err != nil {
			return err
		}
		e, err = nameEnquiry(ctx, tx, found)
		return err
	})
	return e, err
}

// AnswerEnquiry answers an enquiry by mail, once.
func (s *Service) AnswerEnquiry(ctx context.Context, by Actor, id, answer string) (e ListedEnquiry, err error) {
	if err := by.staff(); err != nil {
		return e, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		found, err := tx.Enquiry(ctx, id)
		if err != nil {
			return err
		}
		if found.State == EnquiryAnswered {
			return refuse(problem.EnquiryClosed, "The enquiry is answered already.")
		}
		found.State, found.Answer, found.AnsweredBy, found.AnsweredAt = EnquiryAnswered, answer, PersonName{by.Person, by.FullName}, s.now()
		if err := tx.AnswerEnquiry(ctx, found); err != nil {
			return err
		}
		text := answer + "\n\nYou wrote:\n\n" + found.Message + "\n"
		if err := s.mail(ctx, tx, found.Email, letter{"Re: " + found.title(), text}); err != nil {
			return err
		}
		if err := s.audit(ctx, tx, by, AuditEntry{Action: "enquiry.answered", ObjectKind: "enquiry", Object: id, ObjectName: string(found.Kind),
			Organisation: found.Organisation}); err != nil {
			return err
		}
		e, err = nameEnquiry(ctx, tx, found)
		return err
	})
	return e, err
}
