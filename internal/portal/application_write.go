package portal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/sandbank/sandbank/internal/problem"
)

// NewApplication is an application to create.
type NewApplication struct {
	ApplicationText
	APIs, Groups []string
	Agreements   []AcceptedAgreement
}

// ApplicationChange is what an application is to be.
type ApplicationChange struct {
	ApplicationText // PartnerScope "" stays as it is
	// KeepAPIs leaves the APIs as they are; else these are all that it is to have.
	KeepAPIs bool
	APIs     []string
}

// CreateApplication creates an application and sends it to the bank for review.
func (s *Service) CreateApplication(ctx context.Context, by Actor, n NewApplication) (d ApplicationDetail, err error) {
	if err := by.inOrganisation(); err != nil {
		return d, err
	}
	if err := s.checkWebhook(n.WebhookURL); err != nil {
		return d, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		o, err := tx.Organisation(ctx, by.Organisation)
		if err != nil {
			return err
		}
		a := Application{ID: s.newID(), Organisation: o.ID, ApplicationText: n.ApplicationText, State: ApplicationPending,
			CreatedBy: by.named(), CreatedAt: s.now(), Version: 1}
		if a.PartnerScope == "" {
			a.PartnerScope = o.Name
		}
		if err := nameApplication(ctx, tx, &a); err != nil {
			return err
		}
		agreements, err := mustAccept(ctx, tx, ForApplication, n.Agreements, "/agreements")
		if err != nil {
			return err
		}
		apis, err := selection{n.APIs, n.Groups}.resolve(ctx, tx)
		if err != nil {
			return err
		}
		if err := tx.InsertApplication(ctx, a); errors.Is(err, ErrTaken) {
			return errNameTaken
		} else if err != nil {
			return err
		}
		if err := s.audit(ctx, tx, by, AuditEntry{Action: "application.created", ObjectKind: "application", Object: a.ID, ObjectName: a.Name}); err != nil {
			return err
		}
		if err := s.subscribe(ctx, tx, o, &a, apis); err != nil {
			return err
		}
		for _, text := range agreements {
			if _, err := s.recordAcceptance(ctx, tx, by, o.ID, text, a.ID, ""); err != nil {
				return err
			}
		}
		if err := s.requestApplication(ctx, tx, by, o, &a); err != nil {
			return err
		}
		d, err = s.detail(ctx, tx, a)
		return err
	})
	return d, err
}

var errNameTaken = refuseField(problem.ApplicationNameTaken, "The organisation has an application of this name.", "/name", "is taken")

// nameApplication gives an application the key of its name, when the name is free in its organisation.
func nameApplication(ctx context.Context, tx Tx, a *Application) error {
	a.NameKey = nameKey(a.Name)
	other, err := tx.ApplicationByName(ctx, a.Organisation, a.NameKey)
	switch {
	case errors.Is(err, ErrNotFound), err == nil && other.ID == a.ID:
		return nil
	case err == nil:
		return errNameTaken
	}
	return err
}

// checkWebhook refuses an address that nothing is sent to; "" is none.
func (s *Service) checkWebhook(address string) error {
	if address == "" || s.checkAddress == nil {
		return nil
	}
	if err := s.checkAddress(address); err != nil {
		return refuseField(problem.AddressRefused, "Nothing is sent to the webhook address: "+err.Error()+".", "/webhookUrl", err.Error())
	}
	return nil
}

// changeApplication changes an application of the actor's organisation. do tells whether it has changed anything, its
// subscriptions included. match is the version that the change is made on; 0 is any.
func (s *Service) changeApplication(ctx context.Context, by Actor, id string, match int64, do func(Tx, *Application) (bool, error)) (d ApplicationDetail, err error) {
	err = s.store.Update(ctx, func(tx Tx) error {
		a, err := ownApplication(ctx, tx, by, id)
		if err != nil {
			return err
		}
		if match != 0 && match != a.Version {
			return ErrStale
		}
		d, err = s.changed(ctx, tx, a, do)
		return err
	})
	return d, err
}

// changed makes a change of an application and keeps it.
func (s *Service) changed(ctx context.Context, tx Tx, a Application, do func(Tx, *Application) (bool, error)) (ApplicationDetail, error) {
	different, err := do(tx, &a)
	if err != nil {
		return ApplicationDetail{}, err
	}
	if different {
		a.Version++
		if err := tx.UpdateApplication(ctx, a); err != nil {
			return ApplicationDetail{}, err
		}
	}
	return s.detail(ctx, tx, a)
}

// UpdateApplication replaces what an organisation says about an application. match is the version that the change is made
// on; 0 is any.
func (s *Service) UpdateApplication(ctx context.Context, by Actor, id string, match int64, c ApplicationChange) (ApplicationDetail, error) {
	return s.changeApplication(ctx, by, id, match, func(tx Tx, a *Application) (bool, error) {
		before := *a
		if err := a.take(stepEdit); err != nil {
			return false, err
		}
		open, err := openRequests(ctx, tx, a.ID)
		if err != nil {
			return false, err
		}
		text := c.ApplicationText
		if text.PartnerScope == "" {
			text.PartnerScope = a.PartnerScope
		}
		if text.PartnerScope != a.PartnerScope && !a.ApprovedAt.IsZero() {
			return false, refuseField(problem.PartnerScopeFixed, "The partner scope is fixed since the approval.", "/partnerScope", "cannot be changed any more")
		}
		if text.WebhookURL != a.WebhookURL {
			if err := s.checkWebhook(text.WebhookURL); err != nil {
				return false, err
			}
		}
		a.ApplicationText = text
		if err := nameApplication(ctx, tx, a); err != nil {
			return false, err
		}
		err = s.audit(ctx, tx, by, AuditEntry{Action: "application.changed", ObjectKind: "application", Object: a.ID, ObjectName: a.Name,
			Changes: changesBetween(before.members(), a.members())})
		if err != nil {
			return false, err
		}
		if !c.KeepAPIs {
			if err := s.replaceAPIs(ctx, tx, by, a, c.APIs); err != nil {
				return false, err
			}
		}
		if before.State == ApplicationRejected {
			return true, s.revise(ctx, tx, by, a)
		}
		return true, renewReview(ctx, tx, a.ID, open)
	})
}

func (a *Application) members() []member {
	return []member{{"name", a.Name}, {"platform", a.Platform}, {"description", a.Description}, {"partnerScope", a.PartnerScope},
		{"oauthType", a.OAuthType}, {"oauthCallback", a.OAuthCallback}, {"webhookUrl", a.WebhookURL}}
}

// replaceAPIs gives an application just these APIs.
func (s *Service) replaceAPIs(ctx context.Context, tx Tx, by Actor, a *Application, names []string) error {
	has, err := tx.SubscriptionsOf(ctx, a.ID)
	if err != nil {
		return err
	}
	fresh := slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return slices.ContainsFunc(has, func(sub Subscription) bool { return sub.API == name })
	})
	if len(names) == 0 {
		return errNoAPI
	}
	for _, sub := range has {
		if slices.Contains(names, sub.API) {
			continue
		}
		if err := s.removeAPI(ctx, tx, by, a, sub.API); err != nil {
			return err
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	apis, err := selection{apis: fresh}.resolve(ctx, tx)
	if err != nil {
		return err
	}
	return s.addAPIs(ctx, tx, by, a, apis)
}

// revise sends an application that was rejected to the bank again.
func (s *Service) revise(ctx context.Context, tx Tx, by Actor, a *Application) error {
	a.Reason = ""
	has, err := tx.SubscriptionsOf(ctx, a.ID)
	if err != nil {
		return err
	}
	if len(has) == 0 {
		return errNoAPI
	}
	o, err := tx.Organisation(ctx, a.Organisation)
	if err != nil {
		return err
	}
	if err := s.audit(ctx, tx, by, AuditEntry{Action: "application.revised", ObjectKind: "application", Object: a.ID, ObjectName: a.Name}); err != nil {
		return err
	}
	return s.requestApplication(ctx, tx, by, o, a)
}

// SubmitApplication sends a rejected application to the bank again, as it is.
func (s *Service) SubmitApplication(ctx context.Context, by Actor, id string) (ApplicationDetail, error) {
	return s.changeApplication(ctx, by, id, 0, func(tx Tx, a *Application) (bool, error) {
		if err := a.take(stepSubmit); err != nil {
			return false, err
		}
		return true, s.revise(ctx, tx, by, a)
	})
}

// EnableApplication makes the keys of a disabled application work again.
func (s *Service) EnableApplication(ctx context.Context, by Actor, id string) (ApplicationDetail, error) {
	return s.switchApplication(ctx, by, id, stepEnable, "application.enabled")
}

// DisableApplication switches an enabled application off.
func (s *Service) DisableApplication(ctx context.Context, by Actor, id string) (ApplicationDetail, error) {
	return s.switchApplication(ctx, by, id, stepDisable, "application.disabled")
}

// switchApplication takes a step for its organisation; when the state is that already, nothing is changed.
func (s *Service) switchApplication(ctx context.Context, by Actor, id string, to step, action string) (ApplicationDetail, error) {
	return s.changeApplication(ctx, by, id, 0, func(tx Tx, a *Application) (bool, error) {
		before := a.State
		if err := a.take(to); err != nil || a.State == before {
			return false, err
		}
		return true, s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "application", Object: a.ID, ObjectName: a.Name})
	})
}

// DeleteApplication deletes an application for good: its credentials end, what it asks for is withdrawn, and its sandbox
// removed. Doing it again changes nothing.
func (s *Service) DeleteApplication(ctx context.Context, by Actor, id string) error {
	_, err := s.changeApplication(ctx, by, id, 0, func(tx Tx, a *Application) (bool, error) {
		before := a.State
		if err := a.take(stepDelete); err != nil || a.State == before {
			return false, err
		}
		credentials, err := tx.CredentialsOf(ctx, a.ID)
		if err != nil {
			return false, err
		}
		for _, c := range credentials {
			if !c.RevokedAt.IsZero() {
				continue
			}
			c.RevokedAt = s.now()
			if err := tx.UpdateCredential(ctx, c); err != nil {
				return false, err
			}
		}
		if err := withdraw(ctx, tx, a.ID, func(Request) bool { return true }); err != nil {
			return false, err
		}
		if err := tx.RemoveSandbox(ctx, a.ID); err != nil {
			return false, err
		}
		if err := s.mailMembers(ctx, tx, a.Organisation, letterDeleted(*a, by)); err != nil {
			return false, err
		}
		return true, s.audit(ctx, tx, by, AuditEntry{Action: "application.deleted", ObjectKind: "application", Object: a.ID, ObjectName: a.Name})
	})
	return err
}

// requestApplication asks the bank to decide about an application, and tells everybody that it waits.
func (s *Service) requestApplication(ctx context.Context, tx Tx, by Actor, o Organisation, a *Application) error {
	apis, err := apisOf(ctx, tx, a.ID)
	if err != nil {
		return err
	}
	records, err := tx.AgreementRecords(ctx, o.ID, Place{}, 0)
	if err != nil {
		return err
	}
	var agreements []string
	for _, r := range records {
		if r.Application == a.ID {
			agreements = append(agreements, r.ID)
		}
	}
	_, err = s.openRequest(ctx, tx, by, Request{Kind: ApplicationRequest, Organisation: o.ID, Application: a.ID, APIs: apis,
		Agreements: agreements, Revised: a.State == ApplicationRevised})
	if err != nil {
		return err
	}
	return s.mailReview(ctx, tx, o.ID, letterWaits(o, *a))
}

// apisOf lists the names of an application's APIs.
func apisOf(ctx context.Context, tx Tx, application string) ([]string, error) {
	has, err := tx.SubscriptionsOf(ctx, application)
	if err != nil {
		return nil, fmt.Errorf("read the APIs of an application: %w", err)
	}
	names := make([]string, len(has))
	for i, sub := range has {
		names[i] = sub.API
	}
	return names, nil
}
