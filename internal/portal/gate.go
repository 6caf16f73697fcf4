package portal

import (
	"context"
	"errors"
	"slices"

	"github.com/sandbank/sandbank/internal/gate"
)

// GateSource tells the gate what keys stand for.
type GateSource struct{ portal *Service }

var _ gate.Source = GateSource{}

// GateSource gives what the gate in front of the bank's APIs asks.
func (s *Service) GateSource() GateSource { return GateSource{s} }

// Digest implements gate.Source.
func (g GateSource) Digest(secret string) string { return g.portal.secrets.Digest(secret) }

// keyStates tells what keys are good for in each state of an application; in others they are not.
var keyStates = map[ApplicationState]gate.State{
	ApplicationEnabled: gate.Enabled, ApplicationDisabled: gate.Disabled, ApplicationSuspended: gate.Suspended,
}

// Client implements gate.Source.
func (g GateSource) Client(ctx context.Context, key string) (found *gate.Client, err error) {
	digest := g.Digest(key)
	err = g.portal.store.View(ctx, func(tx Tx) error {
		found = nil
		credential, err := tx.CredentialByKey(ctx, digest)
		if err != nil || !credential.RevokedAt.IsZero() {
			return err
		}
		a, err := tx.Application(ctx, credential.Application)
		if err != nil {
			return err
		}
		o, err := tx.Organisation(ctx, a.Organisation)
		if err != nil {
			return err
		}
		c := &gate.Client{
			ID: key, Application: a.ID, Organisation: a.Organisation, State: keyStates[a.State], Suspended: o.Status == OrganisationSuspended,
			OAuth: a.OAuthType == "2.0", SecretDigest: credential.SecretDigest, ServerHashDigest: credential.ServerHashDigest,
			Ends: credential.EndsAt, Tier: o.Access + "/" + o.Quota, APIs: map[string]gate.API{},
		}
		if err := g.plans(ctx, tx, o, c); err != nil {
			return err
		}
		found = c
		return nil
	})
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	return found, err
}

// plans adds what the plans of a client's organisation and of its APIs allow.
func (g GateSource) plans(ctx context.Context, tx Tx, o Organisation, c *gate.Client) error {
	quotas, err := tx.QuotaPlans(ctx)
	if err != nil {
		return err
	}
	for _, q := range quotas {
		if q.Name == o.Quota {
			c.Limits = gateLimits(q.Limits)
		}
	}
	admits, err := admittedAPIs(ctx, tx, o.Access)
	if err != nil {
		return err
	}
	plans, err := tx.APIPlans(ctx)
	if err != nil {
		return err
	}
	subscriptions, err := tx.SubscriptionsOf(ctx, c.Application)
	if err != nil {
		return err
	}
	for _, s := range subscriptions {
		a := gate.API{Approved: s.State == SubscriptionApproved, Admitted: admits(s.API)}
		for _, p := range plans {
			if p.Name == s.Plan {
				a.Limits = gateLimits(p.Limits)
			}
		}
		c.APIs[s.API] = a
	}
	return nil
}

func gateLimits(l Limits) gate.Limits {
	return gate.Limits{Day: l.PerDay, Hour: l.PerHour, Second: l.PerSecond}
}

// admittedAPIs gives a function that tells which APIs an account plan has.
func admittedAPIs(ctx context.Context, tx Tx, access string) (func(api string) bool, error) {
	all, err := tx.AccessPlans(ctx)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(p AccessPlan) bool { return p.Name == access })
	if at < 0 {
		return func(string) bool { return false }, nil
	}
	entries, err := tx.CatalogueAPIs(ctx)
	if err != nil {
		return nil, err
	}
	return func(api string) bool {
		entry := CatalogueAPI{API: api}
		if i := slices.IndexFunc(entries, func(e CatalogueAPI) bool { return e.API == api }); i >= 0 {
			entry = entries[i]
		}
		return all[at].Has(entry)
	}, nil
}
