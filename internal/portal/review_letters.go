package portal

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// This file tells people by mail, and applications by webhook, what is under review and what was decided.

// mailPeople puts a mail to the active people with one of some roles into the outbox. Organisation "" is the bank.
func (s *Service) mailPeople(ctx context.Context, tx Tx, organisation string, l letter, roles ...Role) error {
	for _, role := range roles {
		people, err := tx.People(ctx, PersonFilter{Organisation: organisation, Role: role, Status: PersonActive})
		if err != nil {
			return err
		}
		for _, p := range people {
			if err := s.mail(ctx, tx, p.Email, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// mailMembers puts a mail to all people of an organisation into the outbox.
func (s *Service) mailMembers(ctx context.Context, tx Tx, organisation string, l letter) error {
	return s.mailPeople(ctx, tx, organisation, l, Admin, Developer)
}

// mailReviewers puts a mail to the bank's reviewers into the outbox, or to its admins where there is no reviewer.
func (s *Service) mailReviewers(ctx context.Context, tx Tx, l letter) error {
	reviewers, err := tx.People(ctx, PersonFilter{Role: Reviewer, Status: PersonActive})
	if err != nil {
		return err
	}
	if len(reviewers) == 0 {
		return s.mailAdmins(ctx, tx, "", l)
	}
	return s.mailPeople(ctx, tx, "", l, Reviewer)
}

// mailReview tells the people of an organisation and the reviewers that something is under review.
func (s *Service) mailReview(ctx context.Context, tx Tx, organisation string, l letter) error {
	if err := s.mailMembers(ctx, tx, organisation, l); err != nil {
		return err
	}
	return s.mailReviewers(ctx, tx, l)
}

// mailDecision tells the admins of an organisation, and whoever has asked, what the bank has decided.
func (s *Service) mailDecision(ctx context.Context, tx Tx, d *decision) error {
	l := letterDecided(d)
	if err := s.mailAdmins(ctx, tx, d.Organisation, l); err != nil {
		return err
	}
	asked, err := tx.Person(ctx, d.CreatedBy.ID)
	if notFound(err) || err == nil && (asked.Organisation != d.Organisation || asked.Role == Admin || asked.Status != PersonActive) {
		return nil // who has left, and who has the mail already
	}
	if err != nil {
		return err
	}
	return s.mail(ctx, tx, asked.Email, l)
}

// tellDecision tells the webhook of the application what the bank has decided, or those of all applications where it is
// about the organisation.
func (s *Service) tellDecision(ctx context.Context, tx Tx, d *decision, event EventType) error {
	e := EventData{Type: event, APIs: d.APIs, Access: d.Access, Quota: d.Quota, Plan: d.Request.Plan, Stage: d.Stage, Request: d.ID, Reason: d.Reason}
	if d.application == nil {
		return s.tellOrganisation(ctx, tx, d.Organisation, e)
	}
	if d.Decision.Plan != "" {
		e.Plan = d.Decision.Plan
	}
	return s.tellApplication(ctx, tx, *d.application, e)
}

// subject says in words what a request is about.
func (r Request) subject(application string) string {
	apis := strings.Join(r.APIs, ", ")
	switch r.Kind {
	case ApplicationRequest:
		return "the application " + application
	case SubscriptionRequest:
		return "the API " + apis + " for the application " + application
	case AccountPlanRequest:
		return fmt.Sprintf("the account plan %s with quota %s", r.Access, r.Quota)
	case APIPlanRequest:
		return fmt.Sprintf("the plan %s for the API %s of the application %s", r.Plan, apis, application)
	case StageRequest:
		return fmt.Sprintf("stage %s for the API %s of the application %s", r.Stage, apis, application)
	}
	return string(r.Kind)
}

func letterDecided(d *decision) letter {
	name := ""
	if d.application != nil {
		name = d.application.Name
	}
	what := d.subject(name)
	more := ""
	switch {
	case d.Approve && d.Kind == ApplicationRequest:
		more = "\nThe application is enabled now. Its client ID and client secret are in its Auth view.\n"
	case d.Approve && d.Decision.Plan != "":
		more = "\nThe API is on the plan " + d.Decision.Plan + " now.\n"
	case !d.Approve && d.Kind == ApplicationRequest:
		more = "\nThe application can be edited and comes under review again then.\n"
	case d.Final:
		more = "\nThe decision is final: the stage cannot be requested again.\n"
	}
	outcome := "rejected"
	if d.Approve {
		outcome = "approved"
	}
	return letter{"The bank has " + outcome + " " + what, fmt.Sprintf(`Hello,

the bank has %s %s, of the organisation %s. The reason:

%s
%s
You get this mail because you are an admin of the organisation, or have asked for it.
`, outcome, what, d.organisation.Name, d.Reason, more)}
}

func letterWaits(o Organisation, a Application) letter {
	again := ""
	if a.State == ApplicationRevised {
		again = " again"
	}
	return letter{"The application " + a.Name + " waits for approval", fmt.Sprintf(`Hello,

the application %s of the organisation %s waits for the approval of the bank%s. Its people are told by mail
when the bank has decided.
`, a.Name, o.Name, again)}
}

func letterAPIsAsked(o Organisation, a Application, apis []string) letter {
	return letter{"APIs of the application " + a.Name + " wait for approval", fmt.Sprintf(`Hello,

the application %s of the organisation %s asks for these APIs, which wait for the approval of the bank:

%s

The application goes on with those that it has.
`, a.Name, o.Name, strings.Join(apis, "\n"))}
}

func letterAsked(o Organisation, d RequestDetail) letter {
	comment := ""
	if d.Comment != "" {
		comment = "\nThe organisation says:\n\n" + d.Comment + "\n"
	}
	return letter{o.Name + " asks for " + d.subject(d.ApplicationName), fmt.Sprintf(`Hello,

the organisation %s asks for %s. The bank has to decide.
%s`, o.Name, d.subject(d.ApplicationName), comment)}
}

func letterAssigned(o Organisation, reason string) letter {
	return letter{"Your organisation has another account plan", fmt.Sprintf(`Hello,

the bank has put the organisation %s on the account plan %s with quota %s. The reason:

%s
`, o.Name, o.Access, o.Quota, reason)}
}

func letterDeleted(a Application, by Actor) letter {
	return letter{"The application " + a.Name + " was deleted", fmt.Sprintf(`Hello,

%s has deleted the application %s. Its key does not work any more.
`, by.FullName, a.Name)}
}

func letterSwitched(a Application, reason string) letter {
	subject, what := "The suspension of the application "+a.Name+" was lifted", "lifted the suspension of the application "+a.Name+", which is "+string(a.State)+" again"
	if a.State == ApplicationSuspended {
		subject, what = "The application "+a.Name+" was suspended", "suspended the application "+a.Name+"; its key does not work until the suspension is lifted"
	}
	return letter{subject, fmt.Sprintf(`Hello,

the bank has %s. The reason:

%s
`, what, reason)}
}

func letterRotated(a Application, by Actor, ends time.Time) letter {
	return letter{"The application " + a.Name + " has new credentials", fmt.Sprintf(`Hello,

%s has made a new client ID and client secret for the application %s. They are in its Auth view. Those before
work until %s.

If you know nothing of it, disable the application and talk to an admin of your organisation.
`, by.FullName, a.Name, until(ends))}
}

func letterRevoked(a Application, by Actor) letter {
	return letter{"Old credentials of the application " + a.Name + " were revoked", fmt.Sprintf(`Hello,

%s has revoked the old client ID and client secret of the application %s. They, and the tokens that were got
with them, do not work any more.
`, by.FullName, a.Name)}
}
