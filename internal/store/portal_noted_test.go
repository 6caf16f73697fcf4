package store_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// gateSeesEveryKindOfChange changes everything that gates judge by, one thing after the other, in one process, and has
// another process judge a second later.
func gateSeesEveryKindOfChange(t *testing.T, open engine) {
	clock := &moving{}
	here, there := newReplica(t, open(t), clock.now), newReplica(t, open(t), clock.now)
	d := here.demo(t)
	const second = "a second key"
	change := func(what string, do func(ctx context.Context, tx portal.Tx) error, key, want string) {
		t.Helper()
		if got := there.call(t, key); got == want {
			t.Errorf("%s: another process gives %q already", what, got)
		}
		before := edition(t, there.store)
		update(t, here.store.Portal(), do)
		if n := edition(t, there.store); n != before+1 {
			t.Errorf("%s: the edition went from %d to %d", what, before, n)
		}
		clock.advance(time.Second)
		if got := there.call(t, key); got != want {
			t.Errorf("%s: another process gives %q, want %q", what, got, want)
		}
	}
	digest := here.portal.GateSource().Digest(second)
	credential := portal.Credential{ID: "c2", Application: d.Application, KeyDigest: digest, CreatedAt: start}
	change("a credential that is added", func(ctx context.Context, tx portal.Tx) error { return tx.InsertCredential(ctx, credential) }, second, "")
	change("a credential that is revoked", func(ctx context.Context, tx portal.Tx) error {
		credential.RevokedAt = start
		return tx.UpdateCredential(ctx, credential)
	}, second, problem.KeyInvalid)

	application := func(state portal.ApplicationState) func(context.Context, portal.Tx) error {
		return func(ctx context.Context, tx portal.Tx) error {
			a, err := tx.Application(ctx, d.Application)
			a.State, a.Version = state, a.Version+1
			return errors.Join(err, tx.UpdateApplication(ctx, a))
		}
	}
	change("an application that is disabled", application(portal.ApplicationDisabled), d.ClientID, problem.ApplicationDisabled)
	change("an application that is enabled", application(portal.ApplicationEnabled), d.ClientID, "")

	organisation := func(status portal.OrganisationStatus) func(context.Context, portal.Tx) error {
		return func(ctx context.Context, tx portal.Tx) error {
			o, err := tx.Organisation(ctx, d.Organisation)
			o.Status, o.Version = status, o.Version+1
			return errors.Join(err, tx.UpdateOrganisation(ctx, o))
		}
	}
	change("an organisation that is suspended", organisation(portal.OrganisationSuspended), d.ClientID, problem.OrganisationSuspended)
	change("an organisation that is active", organisation(portal.OrganisationActive), d.ClientID, "")

	subscription := func(do func(ctx context.Context, tx portal.Tx, s portal.Subscription) error) func(context.Context, portal.Tx) error {
		return func(ctx context.Context, tx portal.Tx) error {
			all, err := tx.SubscriptionsOf(ctx, d.Application)
			i := slices.IndexFunc(all, func(s portal.Subscription) bool { return s.API == "deposits" })
			if err != nil || i < 0 {
				return errors.Join(err, errors.New("the demo is not subscribed"))
			}
			return do(ctx, tx, all[i])
		}
	}
	var was portal.Subscription
	change("a subscription that is taken away", subscription(func(ctx context.Context, tx portal.Tx, s portal.Subscription) error {
		was = s
		return tx.DeleteSubscription(ctx, s.Application, s.API)
	}), d.ClientID, problem.APINotSubscribed)
	change("a subscription that is added", func(ctx context.Context, tx portal.Tx) error { return tx.PutSubscription(ctx, was) }, d.ClientID, "")
	changesOfPlans(change, d)
}

// testAPI gives a change that says in the catalogue whether every account plan has the demo's API.
func testAPI(is bool) func(context.Context, portal.Tx) error {
	return func(ctx context.Context, tx portal.Tx) error {
		a, err := tx.CatalogueAPI(ctx, "deposits")
		a.Test, a.Version = is, a.Version+1
		return errors.Join(err, tx.UpdateCatalogueAPI(ctx, a))
	}
}

// changesOfPlans changes the plans of the demo, and what the catalogue says of its API.
func changesOfPlans(change func(what string, do func(context.Context, portal.Tx) error, key, want string), d portal.Demo) {
	access := func(apis ...string) func(context.Context, portal.Tx) error {
		return func(ctx context.Context, tx portal.Tx) error {
			o, err := tx.Organisation(ctx, d.Organisation)
			all, listed := tx.AccessPlans(ctx)
			i := slices.IndexFunc(all, func(p portal.AccessPlan) bool { return p.Name == o.Access })
			if err := errors.Join(err, listed); err != nil || i < 0 {
				return errors.Join(err, errors.New("the demo has no account plan"))
			}
			all[i].Every, all[i].APIs, all[i].Version = false, apis, all[i].Version+1
			return tx.UpdateAccessPlan(ctx, all[i])
		}
	}
	change("an API that not every account plan has", testAPI(false), d.ClientID, problem.APINotInAccountPlan)
	change("an account plan with the API", access("deposits"), d.ClientID, "")
	change("an account plan without the API", access(), d.ClientID, problem.APINotInAccountPlan)
	change("an API that every plan has", testAPI(true), d.ClientID, "")
	quota := func(l portal.Limits) func(context.Context, portal.Tx) error {
		return func(ctx context.Context, tx portal.Tx) error {
			all, err := tx.APIPlans(ctx)
			for _, p := range all {
				p.Limits, p.Version = l, p.Version+1
				err = errors.Join(err, tx.UpdateAPIPlan(ctx, p))
			}
			return err
		}
	}
	one := portal.Limits{PerDay: 1} // more calls than that were made by now
	change("a quota of an API's plan", quota(one), d.ClientID, problem.APIPlanQuotaSpent)
	change("a plan of an API without a quota", quota(portal.Limits{}), d.ClientID, "")
	change("a quota of an account", func(ctx context.Context, tx portal.Tx) error {
		all, err := tx.QuotaPlans(ctx)
		for _, p := range all {
			p.Limits, p.Version = one, p.Version+1
			err = errors.Join(err, tx.UpdateQuotaPlan(ctx, p))
		}
		return err
	}, d.ClientID, problem.OrganisationQuotaSpent)
}

// othersMakeNoEdition changes what no gate reads.
func othersMakeNoEdition(t *testing.T, open engine) {
	s := open(t)
	newReplica(t, s, (&moving{}).now).demo(t)
	before, changes := edition(t, s), s.Gate().Changes()
	for what, do := range map[string]func(ctx context.Context, tx portal.Tx) error{
		"a letter": func(ctx context.Context, tx portal.Tx) error {
			return tx.InsertMessage(ctx, portal.Message{ID: "m", To: "a@b.example"})
		},
		"a session": func(ctx context.Context, tx portal.Tx) error {
			return errors.Join(tx.PutSession(ctx, portal.Session{Digest: "d", Data: []byte("x"), EndsAt: start, UsedAt: start}), tx.UseSession(ctx, "d", start), tx.DeleteSession(ctx, "d"))
		},
		"an audit entry": func(ctx context.Context, tx portal.Tx) error {
			return tx.InsertAudit(ctx, portal.AuditEntry{ID: "a", At: start})
		},
		"a person": func(ctx context.Context, tx portal.Tx) error { return tx.InsertPerson(ctx, aPerson("p9", "somebody")) },
		"an attempt": func(ctx context.Context, tx portal.Tx) error {
			return tx.InsertAttempt(ctx, "a", "k", "s", start)
		},
		"a request": func(ctx context.Context, tx portal.Tx) error { return tx.InsertRequest(ctx, aRequest("r9", start)) },
		"an application": func(ctx context.Context, tx portal.Tx) error {
			_, err := tx.Application(ctx, "missing")
			return ignored(err)
		},
		"an audit read": func(ctx context.Context, tx portal.Tx) error {
			_, err := tx.APIPlans(ctx)
			return err
		},
		"what changes no row": func(ctx context.Context, tx portal.Tx) error {
			return errors.Join(tx.DeleteQuotaPlan(ctx, "missing"), tx.UpdateCredential(ctx, portal.Credential{ID: "missing"}))
		},
	} {
		update(t, s.Portal(), do)
		if n := edition(t, s); n != before || s.Gate().Changes() != changes {
			t.Errorf("%s has brought the edition from %d to %d", what, before, n)
			before, changes = n, s.Gate().Changes()
		}
	}
}

func ignored(err error) error {
	if errors.Is(err, portal.ErrNotFound) {
		return nil
	}
	return err
}
