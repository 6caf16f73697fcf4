package portal

import "context"

// sandboxName is the name of the application that every organisation has from its activation on.
const sandboxName = "Sandbox"

// openSandbox gives an organisation that was just activated its application Sandbox: enabled, with every test API on the
// plan Sandbox, and with credentials.
func (s *Service) openSandbox(ctx context.Context, tx Tx, o Organisation, by Actor) error {
	a := Application{ID: s.newID(), Organisation: o.ID, NameKey: nameKey(sandboxName), State: ApplicationEnabled, Sandbox: true,
		ApplicationText: ApplicationText{Name: sandboxName, Platform: "other", PartnerScope: o.Name, OAuthType: "2.0",
			Description: "Made with the account, for tests."},
		CreatedBy: by.named(), CreatedAt: s.now(), ApprovedAt: s.now(), Version: 1}
	known, err := tx.CatalogueAPIs(ctx)
	if err != nil {
		return err
	}
	if err := tx.InsertApplication(ctx, a); err != nil {
		return err
	}
	for _, api := range known {
		if !api.Test || !api.Published {
			continue
		}
		if err := tx.PutSubscription(ctx, s.sandboxSubscription(a, api)); err != nil {
			return err
		}
	}
	if _, err := s.issue(ctx, tx, a.ID); err != nil {
		return err
	}
	return s.audit(ctx, tx, by, AuditEntry{Action: "application.approved", ObjectKind: "application", Object: a.ID, ObjectName: a.Name, Organisation: o.ID})
}

// sandboxSubscription is how an application Sandbox has a test API.
func (s *Service) sandboxSubscription(a Application, api CatalogueAPI) Subscription {
	return Subscription{Application: a.ID, API: api.API, State: SubscriptionApproved, Stage: StageSandbox, Plan: SandboxPlan, Since: s.now()}
}

// openToSandboxes gives a test API that is new in the catalogue to the application Sandbox of every organisation.
func (s *Service) openToSandboxes(ctx context.Context, tx Tx, api CatalogueAPI) error {
	all, err := tx.Applications(ctx, ApplicationFilter{})
	if err != nil {
		return err
	}
	for _, a := range all {
		if !a.Sandbox {
			continue
		}
		if err := tx.PutSubscription(ctx, s.sandboxSubscription(a, api)); err != nil {
			return err
		}
		err := s.audit(ctx, tx, system, AuditEntry{Action: "subscription.approved", ObjectKind: "subscription", Object: api.API, ObjectName: api.Title,
			Organisation: a.Organisation, Application: a.ID})
		if err != nil {
			return err
		}
	}
	return nil
}
