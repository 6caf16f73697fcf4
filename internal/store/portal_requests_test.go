package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

func TestStoreOfRequestsAndPlans(t *testing.T) {
	everywhere(t, map[string]func(*testing.T, portal.Store){
		"requests come back as they were":                            requestsComeBack,
		"requests are listed in both orders, in pages, as asked for": requestsAreListed,
		"of many who decide one request one succeeds":                oneOfManyDecides,
		"there are plans from the beginning":                         firstPlans,
		"plans are added, changed and removed":                       plansChange,
	})
}

func aRequest(id string, at time.Time) portal.Request {
	return portal.Request{ID: id, Kind: portal.StageRequest, State: portal.RequestOpen, Organisation: "o1", Application: "a1", APIs: []string{"pan"},
		Stage: portal.StageUAT, Comment: "it's time", Agreements: []string{"r1", "r2"}, Revised: true,
		CreatedBy: portal.PersonName{ID: "p1", Name: "Asha Rao"}, CreatedAt: at, Version: 1}
}

func requestsComeBack(t *testing.T, s portal.Store) {
	want := aRequest("r1", start)
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertRequest(ctx, want) })
	check := func() {
		t.Helper()
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			got, err := tx.Request(ctx, "r1")
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%+v", got)
			}
			return err
		})
	}
	check()
	want.State, want.Version, want.Access, want.Quota, want.Plan = portal.RequestRejected, 2, "bronze", "premium", "pilot"
	want.Decision = &portal.Decision{Reason: "no", Final: true, Plan: "p", By: portal.PersonName{ID: "p3", Name: "Meera Iyer"}, At: start.Add(time.Hour)}
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateRequest(ctx, want) })
	check()
	if err := s.View(t.Context(), func(tx portal.Tx) error { _, err := tx.Request(t.Context(), "r2"); return err }); !errors.Is(err, portal.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

func requestsAreListed(t *testing.T, s portal.Store) {
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		for i := range 4 {
			r := aRequest(fmt.Sprintf("r%d", i), start.Add(time.Duration(i/2)*time.Hour))
			switch i {
			case 1:
				r.Organisation, r.Application, r.APIs, r.Kind = "o2", "a2", []string{"pan-extra"}, portal.ApplicationRequest
			case 2:
				r.State, r.APIs = portal.RequestWithdrawn, []string{`<odd> "name"`, "deposits"}
			}
			if err := tx.InsertRequest(ctx, r); err != nil {
				return err
			}
		}
		return nil
	})
	for name, c := range map[string]struct {
		filter portal.RequestFilter
		want   string
	}{
		"latest first":     {portal.RequestFilter{}, "[r3 r2 r1 r0]"},
		"oldest first":     {portal.RequestFilter{Oldest: true}, "[r0 r1 r2 r3]"},
		"page":             {portal.RequestFilter{Limit: 2}, "[r3 r2]"},
		"next page":        {portal.RequestFilter{Limit: 2, After: portal.Place{At: start.Add(time.Hour), ID: "r2"}}, "[r1 r0]"},
		"next oldest page": {portal.RequestFilter{Oldest: true, After: portal.Place{At: start, ID: "r0"}}, "[r1 r2 r3]"},
		"kind":             {portal.RequestFilter{Kind: portal.ApplicationRequest}, "[r1]"},
		"state":            {portal.RequestFilter{State: portal.RequestOpen}, "[r3 r1 r0]"},
		"organisation":     {portal.RequestFilter{Organisation: "o2"}, "[r1]"},
		"applications":     {portal.RequestFilter{Applications: []string{"a1", "a3"}}, "[r3 r2 r0]"},
		"API":              {portal.RequestFilter{API: "pan"}, "[r3 r0]"},
		"an odd API":       {portal.RequestFilter{API: `<odd> "name"`}, "[r2]"},
		"part of an API":   {portal.RequestFilter{API: "pa_"}, "[]"},
	} {
		view(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Requests(ctx, c.filter)
			ids := []string{}
			for _, r := range list {
				ids = append(ids, r.ID)
			}
			if got := fmt.Sprint(ids); got != c.want {
				t.Errorf("%s: %s", name, got)
			}
			return err
		})
	}
}

func oneOfManyDecides(t *testing.T, s portal.Store) {
	for round := range 5 {
		id := fmt.Sprintf("r%d", round)
		update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.InsertRequest(ctx, aRequest(id, start)) })
		var won, lost atomic.Int64
		var group sync.WaitGroup
		for range 6 {
			group.Go(func() {
				err := s.Update(context.Background(), func(tx portal.Tx) error {
					r, err := tx.Request(context.Background(), id)
					if err != nil {
						return err
					}
					if r.State != portal.RequestOpen {
						return portal.ErrStale
					}
					r.State = portal.RequestApproved
					r.Version++
					return tx.UpdateRequest(context.Background(), r)
				})
				switch {
				case err == nil:
					won.Add(1)
				case errors.Is(err, portal.ErrStale):
					lost.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		group.Wait()
		if won.Load() != 1 || lost.Load() != 5 {
			t.Errorf("round %d: %d have decided and %d came too late", round, won.Load(), lost.Load())
		}
	}
}

func firstPlans(t *testing.T, s portal.Store) {
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		access, err := tx.AccessPlans(ctx)
		quota, err2 := tx.QuotaPlans(ctx)
		api, err3 := tx.APIPlans(ctx)
		if err := errors.Join(err, err2, err3); err != nil {
			return err
		}
		if len(access) != 2 || access[0].Name != portal.BronzeAccess || access[0].Every || access[0].Production || !access[1].Every || !access[1].Production || access[1].Version != 1 {
			t.Errorf("%+v", access)
		}
		if len(quota) != 2 || quota[0].Name != portal.StandardQuota || quota[0].Limits != (portal.Limits{PerDay: 10_000, PerSecond: 10}) || quota[0].Chargeable ||
			quota[1].Limits != (portal.Limits{PerDay: 1_000_000, PerSecond: 100}) || !quota[1].Chargeable || !quota[1].PersonalSupport || !quota[1].Offered {
			t.Errorf("%+v", quota)
		}
		if len(api) != 2 || api[0].Name != portal.SandboxPlan || api[0].Limits.PerDay != 1000 || api[0].Production || !api[1].Production || !api[1].Offered {
			t.Errorf("%+v", api)
		}
		return nil
	})
}

func plansChange(t *testing.T, s portal.Store) {
	plan := portal.APIPlan{Name: "pilot", Title: "Pilot", Rules: "it's", Limits: portal.Limits{PerDay: 20_000, PerHour: 5000, PerSecond: 3}, APIs: []string{"pan"}, Production: true, Offered: true, Version: 1}
	quota := portal.QuotaPlan{Name: "pilot", Title: "Pilot", Limits: portal.Limits{PerDay: 1}, Version: 1}
	update(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertAPIPlan(ctx, plan), tx.InsertQuotaPlan(ctx, quota))
	})
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.InsertAPIPlan(t.Context(), plan) }); !errors.Is(err, portal.ErrTaken) {
		t.Errorf("the same name: %v", err)
	}
	plan.Title, plan.APIs, plan.Version = "Pilots", nil, 2
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateAPIPlan(ctx, plan) })
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.UpdateAPIPlan(t.Context(), plan) }); !errors.Is(err, portal.ErrStale) {
		t.Errorf("the same version: %v", err)
	}
	update(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteQuotaPlan(ctx, "pilot") })
	view(t, s, func(ctx context.Context, tx portal.Tx) error {
		api, err := tx.APIPlans(ctx)
		if len(api) != 3 || !reflect.DeepEqual(api[2], plan) {
			t.Errorf("%+v", api)
		}
		quota, err2 := tx.QuotaPlans(ctx)
		if len(quota) != 2 {
			t.Errorf("%+v", quota)
		}
		return errors.Join(err, err2)
	})
}
