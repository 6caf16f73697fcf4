package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/store"
)

func TestStoreOfApplications(t *testing.T) {
	everywhere(t, map[string]func(*testing.T, portal.Store){
		"an application comes back as it was":                     applicationComesBack,
		"a name is free again after a deletion":                   namesAreFreed,
		"an update of another version changes nothing":            staleApplication,
		"applications are listed by name, in pages, as asked for": applicationsAreListed,
		"texts are looked for literally":                          textsAreLiteral,
		"credentials are found by the digest of their key":        credentialsByKey,
		"subscriptions are put, replaced and taken away":          subscriptionsArePut,
		"subscriptions of deleted applications are not in use":    deletedAreNotInUse,
		"a change that fails leaves nothing":                      failureLeavesNothing,
	})
}

func update(t *testing.T, s portal.Store, do func(context.Context, portal.Tx) error) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return do(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

func view(t *testing.T, s portal.Store, do func(context.Context, portal.Tx) error) {
	t.Helper()
	if err := s.View(t.Context(), func(tx portal.Tx) error { return do(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

func anApplication(id, organisation, name string) portal.Application {
	return portal.Application{
		ID: id, Organisation: organisation, NameKey: name,
		ApplicationText: portal.ApplicationText{Name: name, Platform: "web", Description: "a 'quoted' text?\nwith ü and \\", PartnerScope: "Acme",
			OAuthType: "2.0", OAuthCallback: "https://acme.example/?a=1&b=?", WebhookURL: "https://acme.example/hooks"},
		State: portal.ApplicationPending, CreatedBy: portal.PersonName{ID: "p1", Name: "Asha Rao"}, CreatedAt: start, Version: 1,
	}
}

func insert(t *testing.T, s portal.Store, list ...portal.Application) {
	t.Helper()
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		for _, a := range list {
			if err := tx.InsertApplication(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

func applicationComesBack(t *testing.T, s portal.Store) {
	want := anApplication("a1", "o1", "shop")
	want.State, want.Before, want.Reason, want.Sandbox, want.ApprovedAt = portal.ApplicationSuspended, portal.ApplicationDisabled, "why", true, start.Add(time.Microsecond)
	insert(t, s, want)
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Application(ctx, "a1")
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v", got, err)
		}
		got, err = tx.ApplicationByName(ctx, "o1", "shop")
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("by name: %+v, %v", got, err)
		}
		for _, miss := range [][2]string{{"o2", "shop"}, {"o1", "Shop"}} {
			if _, err := tx.ApplicationByName(ctx, miss[0], miss[1]); !errors.Is(err, portal.ErrNotFound) {
				t.Errorf("%v: %v", miss, err)
			}
		}
		if _, err := tx.Application(ctx, "a2"); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("unknown: %v", err)
		}
		return nil
	})
}

func namesAreFreed(t *testing.T, s portal.Store) {
	first := anApplication("a1", "o1", "shop")
	insert(t, s, first, anApplication("a2", "o2", "shop"))
	err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.InsertApplication(t.Context(), anApplication("a3", "o1", "shop")) })
	if !errors.Is(err, portal.ErrTaken) {
		t.Errorf("the same name: %v", err)
	}
	first.State, first.Version = portal.ApplicationDeleted, 2
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateApplication(ctx, first) })
	insert(t, s, anApplication("a3", "o1", "shop"))
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		if got, err := tx.ApplicationByName(ctx, "o1", "shop"); err != nil || got.ID != "a3" {
			t.Errorf("%+v, %v", got, err)
		}
		return nil
	})
}

func staleApplication(t *testing.T, s portal.Store) {
	a := anApplication("a1", "o1", "shop")
	insert(t, s, a)
	for version, want := range map[int64]error{1: portal.ErrStale, 3: portal.ErrStale, 2: nil} {
		changed := a
		changed.Name, changed.Version = "changed", version
		err := s.Update(t.Context(), func(tx portal.Tx) error {
			if err := tx.UpdateApplication(t.Context(), changed); err != nil {
				return err
			}
			return errRollBack
		})
		if want == nil {
			want = errRollBack
		}
		if !errors.Is(err, want) {
			t.Errorf("version %d: %v", version, err)
		}
	}
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		if got, err := tx.Application(ctx, "a1"); err != nil || got.Name != "shop" {
			t.Errorf("%+v, %v", got, err)
		}
		return nil
	})
}

var errRollBack = errors.New("take it back")

func applicationsAreListed(t *testing.T, s portal.Store) {
	deleted := anApplication("a5", "o1", "old")
	deleted.State = portal.ApplicationDeleted
	enabled := anApplication("a4", "o1", "zeta")
	enabled.State = portal.ApplicationEnabled
	insert(t, s, enabled, deleted, anApplication("a3", "o1", "beta"), anApplication("a2", "o1", "alpha"), anApplication("a1", "o2", "beta"))
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return tx.PutSubscription(ctx, portal.Subscription{Application: "a2", API: "pan", State: portal.SubscriptionApproved, Stage: portal.StageSandbox, Plan: "sandbox", Since: start})
	})
	for name, c := range map[string]struct {
		filter portal.ApplicationFilter
		want   string
	}{
		"all":              {portal.ApplicationFilter{}, "[a2 a1 a3 a4]"},
		"an organisation":  {portal.ApplicationFilter{Organisation: "o1"}, "[a2 a3 a4]"},
		"a state":          {portal.ApplicationFilter{State: portal.ApplicationEnabled}, "[a4]"},
		"deleted ones":     {portal.ApplicationFilter{State: portal.ApplicationDeleted}, "[a5]"},
		"an API":           {portal.ApplicationFilter{API: "pan"}, "[a2]"},
		"a text":           {portal.ApplicationFilter{Text: "eta"}, "[a1 a3 a4]"},
		"a page":           {portal.ApplicationFilter{Limit: 2}, "[a2 a1]"},
		"the page after":   {portal.ApplicationFilter{Limit: 2, After: portal.NamePlace{Name: "beta", ID: "a1"}}, "[a3 a4]"},
		"after everything": {portal.ApplicationFilter{After: portal.NamePlace{Name: "zeta", ID: "a4"}}, "[]"},
	} {
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Applications(ctx, c.filter)
			if got := idsOf(list); err != nil || got != c.want {
				t.Errorf("%s: %s, %v", name, got, err)
			}
			return err
		})
	}
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		living, err := tx.ApplicationsOf(ctx, "o1", false)
		all, errAll := tx.ApplicationsOf(ctx, "o1", true)
		if idsOf(living) != "[a2 a3 a4]" || idsOf(all) != "[a2 a3 a5 a4]" {
			t.Errorf("%s and %s", idsOf(living), idsOf(all))
		}
		return errors.Join(err, errAll)
	})
}

func idsOf(list []portal.Application) string {
	ids := []string{}
	for _, a := range list {
		ids = append(ids, a.ID)
	}
	return fmt.Sprint(ids)
}

func textsAreLiteral(t *testing.T, s portal.Store) {
	names := []string{"50% off", "500 off", "a_b", "aab", "who!", `x'; DROP TABLE applications; --`}
	for i, name := range names {
		insert(t, s, anApplication(fmt.Sprintf("a%d", i), "o1", name))
	}
	for i, name := range names {
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Applications(ctx, portal.ApplicationFilter{Text: name})
			if got := idsOf(list); got != fmt.Sprintf("[a%d]", i) {
				t.Errorf("%q finds %s", name, got)
			}
			return err
		})
	}
}

func credentialsByKey(t *testing.T, s portal.Store) {
	insert(t, s, anApplication("a1", "o1", "shop"), anApplication("a2", "o1", "other"))
	old := portal.Credential{ID: "c1", Application: "a1", KeyDigest: "kd1", Key: "k1", SecretDigest: "sd1", Secret: "s1", ServerHashDigest: "hd1", ServerHash: "h1", CreatedAt: start}
	fresh := portal.Credential{ID: "c2", Application: "a1", KeyDigest: "kd2", Key: "k2", SecretDigest: "sd2", Secret: "s2", CreatedAt: start.Add(time.Hour)}
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertCredential(ctx, old), tx.InsertCredential(ctx, fresh))
	})
	old.EndsAt, old.RevokedAt = start.Add(2*time.Hour), start.Add(time.Hour)
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateCredential(ctx, old) })
	same := fresh
	same.ID = "c3"
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.InsertCredential(t.Context(), same) }); !errors.Is(err, portal.ErrTaken) {
		t.Errorf("the same key: %v", err)
	}
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		if got, err := tx.CredentialByKey(ctx, "kd1"); err != nil || !reflect.DeepEqual(got, old) {
			t.Errorf("%+v, %v", got, err)
		}
		if _, err := tx.CredentialByKey(ctx, "k1"); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("%v", err)
		}
		if got, err := tx.CredentialsOf(ctx, "a1", "a2"); err != nil || !reflect.DeepEqual(got, []portal.Credential{fresh, old}) {
			t.Errorf("%+v, %v", got, err)
		}
		if got, err := tx.CredentialsOf(ctx); err != nil || len(got) != 0 {
			t.Errorf("%+v, %v", got, err)
		}
		return nil
	})
}

func subscription(application, api, plan string) portal.Subscription {
	return portal.Subscription{Application: application, API: api, State: portal.SubscriptionRequested, Stage: portal.StageSandbox, Plan: plan, Since: start}
}

func subscriptionsArePut(t *testing.T, s portal.Store) {
	insert(t, s, anApplication("a1", "o1", "shop"), anApplication("a2", "o1", "other"))
	changed := portal.Subscription{Application: "a1", API: "pan", State: portal.SubscriptionRejected, Stage: portal.StageProduction, Plan: "production", Reason: "why", Since: start.Add(time.Hour)}
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		for _, sub := range []portal.Subscription{subscription("a1", "pan", "sandbox"), subscription("a1", "deposits", "sandbox"), subscription("a2", "pan", "sandbox"), changed} {
			if err := tx.PutSubscription(ctx, sub); err != nil {
				return err
			}
		}
		return tx.DeleteSubscription(ctx, "a2", "pan")
	})
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.SubscriptionsOf(ctx, "a1", "a2")
		if want := []portal.Subscription{subscription("a1", "deposits", "sandbox"), changed}; !reflect.DeepEqual(got, want) {
			t.Errorf("%+v", got)
		}
		return err
	})
}

func deletedAreNotInUse(t *testing.T, s portal.Store) {
	gone := anApplication("a2", "o1", "gone")
	gone.State = portal.ApplicationDeleted
	insert(t, s, anApplication("a1", "o1", "shop"), gone, anApplication("a3", "o2", "shop"))
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		for _, sub := range []portal.Subscription{subscription("a1", "pan", "pilot"), subscription("a2", "pan", "pilot"), subscription("a3", "deposits", "sandbox")} {
			if err := tx.PutSubscription(ctx, sub); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		for _, c := range []struct {
			organisation, api, plan string
			want                    int
		}{{"", "", "", 2}, {"o1", "", "", 1}, {"", "pan", "", 1}, {"", "", "pilot", 1}, {"o2", "pan", "", 0}, {"o1", "pan", "pilot", 1}} {
			got, err := tx.Subscriptions(ctx, c.organisation, c.api, c.plan)
			if err != nil || len(got) != c.want {
				t.Errorf("%+v: %+v, %v", c, got, err)
			}
		}
		return nil
	})
}

func TestTheSandboxOfAnApplicationIsRemovedAndNoOther(t *testing.T) {
	onBoth(t, map[string]func(*testing.T, *store.Store){"of two": sandboxIsRemoved})
}

func sandboxIsRemoved(t *testing.T, sandboxes *store.Store) {
	kept := change("core")
	kept.Snapshots = map[string][]byte{"s": []byte("x")}
	kept.Answer = answered("a")
	save(t, sandboxes, "a1", 0, kept)
	save(t, sandboxes, "a2", 0, kept)
	update(t, sandboxes.Portal(), func(ctx context.Context, tx portal.Tx) error { return tx.RemoveSandbox(ctx, "a1") })
	if left := load(t, sandboxes, "a1"); left != nil {
		t.Errorf("%+v", left)
	}
	if a, err := sandboxes.Answer(t.Context(), "a1", "a", start); a != nil || err != nil {
		t.Errorf("%+v, %v", a, err)
	}
	if left := load(t, sandboxes, "a2"); left == nil || len(left.Snapshots) != 1 {
		t.Errorf("another one: %+v", left)
	}
}

func failureLeavesNothing(t *testing.T, s portal.Store) {
	err := s.Update(t.Context(), func(tx portal.Tx) error {
		if err := errors.Join(tx.InsertApplication(t.Context(), anApplication("a1", "o1", "shop")), tx.InsertRequest(t.Context(), aRequest("r1", start))); err != nil {
			return err
		}
		return errRollBack
	})
	if !errors.Is(err, errRollBack) {
		t.Error(err)
	}
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		_, err := tx.Application(ctx, "a1")
		_, err2 := tx.Request(ctx, "r1")
		if !errors.Is(err, portal.ErrNotFound) || !errors.Is(err2, portal.ErrNotFound) {
			t.Errorf("%v, %v", err, err2)
		}
		return nil
	})
}
