package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/store"
)

func TestAStoreOfTheCatalogueAndInsight(t *testing.T) {
	everywhere(t, map[string]func(*testing.T, portal.Store){
		"the audit log is read latest first, by pages and by what is asked for": auditIsRead,
		"the catalogue is ordered, and versions are kept apart":                 catalogueIsKept,
		"enquiries come open ones first, by pages":                              enquiriesInOrder,
		"deliveries are due in the order of their times":                        deliveriesAreDue,
		"old deliveries go, pending ones stay":                                  oldDeliveriesGo,
		"secrets of webhooks are listed latest first":                           webhookSecrets,
	})
}

func TestAStoreOfUsage(t *testing.T) {
	onBoth(t, map[string]func(*testing.T, *store.Store){
		"usage adds up, also when many add at one time": usageAddsUp,
		"usage is grouped as it is asked for":           usageIsGrouped,
		"a page of usage holds its groups alone":        usageIsPaged,
	})
}

// change does something in one transaction.
func changePortal(t *testing.T, s portal.Store, do func(context.Context, portal.Tx) error) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return do(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

// lookAt reads in one transaction.
func lookAt(t *testing.T, s portal.Store, do func(context.Context, portal.Tx) error) {
	t.Helper()
	if err := s.View(t.Context(), func(tx portal.Tx) error { return do(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 123456000, time.UTC)

func auditIsRead(t *testing.T, s portal.Store) {
	full := portal.AuditEntry{ID: "e0", At: noon, Actor: portal.MemberActor, Person: "p", PersonName: "Asha Rao", Username: "asha", RequestID: "r",
		ClientAddress: "192.0.2.1", Action: "application.created", ObjectKind: "application", Object: "a", ObjectName: `Sh'o"p ?`, Application: "a",
		Organisation: "o", Reason: "why\nnot", Changes: []portal.AuditChange{{Member: "state", Before: "x", After: "y"}}}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		errs := []error{tx.InsertAudit(ctx, full)}
		for i := 1; i < 6; i++ {
			errs = append(errs, tx.InsertAudit(ctx, portal.AuditEntry{ID: fmt.Sprintf("e%d", i), At: noon.Add(time.Duration(i/2) * time.Hour), Actor: portal.BankActor,
				Action: "plan.changed", ObjectKind: "plan", Organisation: fmt.Sprintf("o%d", i%2)}))
		}
		return errors.Join(errs...)
	})
	read := func(f portal.AuditFilter) (ids []string) {
		lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Audit(ctx, f)
			ids = nil
			for _, e := range list {
				ids = append(ids, e.ID)
			}
			return err
		})
		return ids
	}
	for _, c := range []struct {
		filter portal.AuditFilter
		want   []string
	}{
		{portal.AuditFilter{Limit: 10}, []string{"e5", "e4", "e3", "e2", "e1", "e0"}},
		{portal.AuditFilter{Limit: 2}, []string{"e5", "e4"}},
		{portal.AuditFilter{Limit: 3, After: portal.Place{At: noon.Add(2 * time.Hour), ID: "e4"}}, []string{"e3", "e2", "e1"}},
		{portal.AuditFilter{Limit: 10, Organisation: "o"}, []string{"e0"}},
		{portal.AuditFilter{Limit: 10, Action: "plan.changed", Organisation: "o1"}, []string{"e5", "e3", "e1"}},
		{portal.AuditFilter{Limit: 10, Person: "p"}, []string{"e0"}},
		{portal.AuditFilter{Limit: 10, Application: "a"}, []string{"e0"}},
		{portal.AuditFilter{Limit: 10, Since: noon.Add(time.Hour), Until: noon.Add(2 * time.Hour)}, []string{"e3", "e2"}},
		{portal.AuditFilter{Limit: 10, Person: "' OR 1=1 --"}, nil},
	} {
		if got := read(c.filter); !slices.Equal(got, c.want) {
			t.Errorf("%+v gives %v, want %v", c.filter, got, c.want)
		}
	}
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.Audit(ctx, portal.AuditFilter{Person: "p", Limit: 1})
		if err == nil && !reflect.DeepEqual(list[0], full) {
			t.Errorf("%+v", list[0])
		}
		return err
	})
}

func catalogueIsKept(t *testing.T, s portal.Store) {
	api := portal.CatalogueAPI{API: "b", Title: "B", Summary: "It's B.", Category: "c", Test: true, Order: 2, Plans: []string{"sandbox"}, ProductionURL: "https://b.example", Version: 1}
	group := portal.Shelf{Kind: portal.GroupShelf, Name: "g", Title: "G", Description: "d", APIs: []string{"b", "a"}, Order: 1, Version: 1}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertCatalogueAPI(ctx, api), tx.InsertCatalogueAPI(ctx, portal.CatalogueAPI{API: "a", Order: 3, Version: 1}),
			tx.InsertCatalogueAPI(ctx, portal.CatalogueAPI{API: "z", Order: 9, Featured: true, Version: 1}), tx.InsertShelf(ctx, group),
			tx.InsertShelf(ctx, portal.Shelf{Kind: portal.ProductShelf, Name: "g", Version: 1}))
	})
	for name, insert := range map[string]func(context.Context, portal.Tx) error{
		"an API":  func(ctx context.Context, tx portal.Tx) error { return tx.InsertCatalogueAPI(ctx, api) },
		"a shelf": func(ctx context.Context, tx portal.Tx) error { return tx.InsertShelf(ctx, group) },
	} {
		if err := s.Update(t.Context(), func(tx portal.Tx) error { return insert(t.Context(), tx) }); !errors.Is(err, portal.ErrTaken) {
			t.Errorf("%s a second time: %v", name, err)
		}
	}
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.CatalogueAPIs(ctx)
		if err != nil {
			return err
		}
		if len(list) != 3 || list[0].API != "z" || !reflect.DeepEqual(list[1], api) || list[2].API != "a" {
			t.Errorf("%+v", list)
		}
		got, err := tx.Shelf(ctx, portal.GroupShelf, "g")
		if !reflect.DeepEqual(got, group) {
			t.Errorf("%+v", got)
		}
		if _, err := tx.CatalogueAPI(ctx, "missing"); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("an API that is none: %v", err)
		}
		return err
	})
	api.Version, api.Title = 2, "B2"
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateCatalogueAPI(ctx, api) })
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.UpdateCatalogueAPI(t.Context(), api) }); !errors.Is(err, portal.ErrStale) {
		t.Errorf("the same version again: %v", err)
	}
	group.Version = 3
	if err := s.Update(t.Context(), func(tx portal.Tx) error { return tx.UpdateShelf(t.Context(), group) }); !errors.Is(err, portal.ErrStale) {
		t.Errorf("a version that is left out: %v", err)
	}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteShelf(ctx, portal.GroupShelf, "g") })
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		if _, err := tx.Shelf(ctx, portal.GroupShelf, "g"); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("a deleted group: %v", err)
		}
		_, err := tx.Shelf(ctx, portal.ProductShelf, "g")
		return err
	})
}

func enquiriesInOrder(t *testing.T, s portal.Store) {
	full := portal.Enquiry{ID: "q0", Kind: portal.FeedbackEnquiry, Feedback: "signup", State: portal.EnquiryOpen, API: "a", Subject: "s", Message: "m",
		Organisation: "o", Person: portal.PersonName{ID: "p", Name: "Asha"}, Email: "a@b.example", ReceivedAt: noon.Add(time.Hour)}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		errs := []error{tx.InsertEnquiry(ctx, full)}
		for i := 1; i < 5; i++ {
			errs = append(errs, tx.InsertEnquiry(ctx, portal.Enquiry{ID: fmt.Sprintf("q%d", i), Kind: portal.ContactEnquiry, State: portal.EnquiryOpen, ReceivedAt: noon}))
		}
		return errors.Join(errs...)
	})
	answer := func(id string) error {
		return s.Update(t.Context(), func(tx portal.Tx) error {
			e, err := tx.Enquiry(t.Context(), id)
			if err != nil {
				return err
			}
			e.State, e.Answer, e.AnsweredBy, e.AnsweredAt = portal.EnquiryAnswered, "yes", portal.PersonName{ID: "b", Name: "Meera"}, noon.Add(2*time.Hour)
			return tx.AnswerEnquiry(t.Context(), e)
		})
	}
	if err := answer("q1"); err != nil {
		t.Fatal(err)
	}
	if err := answer("q1"); !errors.Is(err, portal.ErrStale) {
		t.Errorf("a second answer: %v", err)
	}
	read := func(f portal.EnquiryFilter) (ids []string) {
		lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Enquiries(ctx, f)
			ids = nil
			for _, e := range list {
				ids = append(ids, e.ID)
			}
			return err
		})
		return ids
	}
	for _, c := range []struct {
		filter portal.EnquiryFilter
		want   []string
	}{
		{portal.EnquiryFilter{Limit: 10}, []string{"q2", "q3", "q4", "q0", "q1"}},
		{portal.EnquiryFilter{Limit: 2, Open: true, After: portal.Place{At: noon, ID: "q4"}}, []string{"q0", "q1"}},
		{portal.EnquiryFilter{Limit: 10, After: portal.Place{At: noon, ID: "q1"}}, nil},
		{portal.EnquiryFilter{Limit: 10, State: portal.EnquiryAnswered}, []string{"q1"}},
		{portal.EnquiryFilter{Limit: 10, Kind: portal.FeedbackEnquiry, Organisation: "o"}, []string{"q0"}},
	} {
		if got := read(c.filter); !slices.Equal(got, c.want) {
			t.Errorf("%+v gives %v, want %v", c.filter, got, c.want)
		}
	}
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Enquiry(ctx, "q0")
		if got != full {
			t.Errorf("%+v", got)
		}
		return err
	})
}

// counted is a number of calls that took as many milliseconds.
func counted(day portal.Day, organisation, application, api string, took ...int) portal.Usage {
	u := portal.Usage{UsageKey: portal.UsageKey{Day: day, Organisation: organisation, Application: application, API: api}}
	for i, ms := range took {
		u.Count([]int{200, 404, 500, 429}[i%4], time.Duration(ms)*time.Millisecond)
	}
	return u
}

func usageAddsUp(t *testing.T, s *store.Store) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for done := 0; done < 5; { // what got in the way of others is tried again, whole
				if s.Gate().AddUsage(context.Background(), []portal.Usage{counted("2026-03-01", "o", "a", "x", 3, 40, 70000, 5)}) == nil {
					done++
				}
			}
		})
	}
	group.Wait()
	lookAt(t, s.Portal(), func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.Usage(ctx, portal.UsageFilter{})
		want := portal.Figures{Calls: 160, ClientErrors: 40, ServerErrors: 40, Throttled: 40, Longest: 70000, Latency: counted("", "", "", "", 3, 40, 70000, 5).Latency}
		for bucket := range want.Latency {
			want.Latency[bucket] = 40
		}
		if len(list) != 1 || !reflect.DeepEqual(list[0].Figures, want) {
			t.Errorf("%+v", list)
		}
		return err
	})
}

func usageIsGrouped(t *testing.T, s *store.Store) {
	err := s.Gate().AddUsage(t.Context(), []portal.Usage{counted("2026-03-01", "o", "a", "x", 1), counted("2026-03-02", "o", "a", "y", 1, 2),
		counted("2026-03-02", "p", "b", "x", 1, 2, 3)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter portal.UsageFilter
		want   map[string]int64
	}{
		{portal.UsageFilter{}, map[string]int64{"   ": 6}},
		{portal.UsageFilter{By: []portal.UsageGroup{portal.ByDay}}, map[string]int64{"2026-03-01   ": 1, "2026-03-02   ": 5}},
		{portal.UsageFilter{By: []portal.UsageGroup{portal.ByAPI, portal.ByOrganisation}}, map[string]int64{" o  x": 1, " o  y": 2, " p  x": 3}},
		{portal.UsageFilter{Organisation: "o", By: []portal.UsageGroup{portal.ByApplication}}, map[string]int64{"  a ": 3}},
		{portal.UsageFilter{From: "2026-03-02", To: "2026-03-02", API: "x"}, map[string]int64{"   ": 3}},
		{portal.UsageFilter{Application: "missing"}, map[string]int64{}},
	} {
		got := map[string]int64{}
		lookAt(t, s.Portal(), func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.Usage(ctx, c.filter)
			for _, u := range list {
				got[fmt.Sprintf("%s %s %s %s", u.Day, u.Organisation, u.Application, u.API)] = u.Calls
			}
			return err
		})
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v gives %v, want %v", c.filter, got, c.want)
		}
	}
}

// usageIsPaged reads pages of groups, each with what took how long in it alone.
func usageIsPaged(t *testing.T, s *store.Store) {
	var list []portal.Usage
	for day := 1; day <= 3; day++ {
		for _, api := range []string{"x", "pan-verification", "pan"} {
			for _, of := range [][2]string{{"p", "b"}, {"o", "a"}, {"o", "c"}} {
				list = append(list, counted(portal.Day(fmt.Sprintf("2026-03-%02d", day)), of[0], of[1], api, day, 10*day))
			}
		}
	}
	if err := s.Gate().AddUsage(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	for _, by := range [][]portal.UsageGroup{{portal.ByDay}, {portal.ByAPI, portal.ByDay}, {portal.ByOrganisation, portal.ByAPI},
		{portal.ByAPI, portal.ByApplication, portal.ByOrganisation, portal.ByDay}} {
		for _, limit := range []int{1, 2, 5, 100} {
			f := portal.UsageFilter{By: by}
			whole := usagePage(t, s, f)
			var paged []portal.Usage
			for f.Limit = limit; ; {
				page := usagePage(t, s, f)
				if len(page) > limit {
					t.Fatalf("a page of %d holds %d", limit, len(page))
				}
				if paged = append(paged, page...); len(page) == 0 {
					break
				}
				f.After = &page[len(page)-1].UsageKey
			}
			if len(whole) < 3 || !reflect.DeepEqual(paged, whole) {
				t.Errorf("by %v in pages of %d: %d groups, want %d\n%+v\n%+v", by, limit, len(paged), len(whole), paged, whole)
			}
		}
	}
}

func usagePage(t *testing.T, s *store.Store, f portal.UsageFilter) (list []portal.Usage) {
	lookAt(t, s.Portal(), func(ctx context.Context, tx portal.Tx) (err error) {
		list, err = tx.Usage(ctx, f)
		return err
	})
	return list
}

func delivery(id string, next time.Duration) portal.Delivery {
	return portal.Delivery{ID: id, Message: "m" + id, Application: "a", Type: "webhook.test", URL: "https://a.example", Method: "POST", MediaType: "application/json",
		Payload: []byte(`{"it's":"?"}`), State: portal.DeliveryPending, CreatedAt: noon, NextAt: noon.Add(next)}
}

func deliveriesAreDue(t *testing.T, s portal.Store) {
	first := delivery("d1", time.Minute)
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertDelivery(ctx, delivery("d2", time.Hour)), tx.InsertDelivery(ctx, first), tx.InsertDelivery(ctx, delivery("d3", 2*time.Minute)))
	})
	due := func(at time.Duration, limit int) (ids []string) {
		lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
			list, err := tx.DueDeliveries(ctx, noon.Add(at), limit)
			ids = nil
			for _, d := range list {
				ids = append(ids, d.ID)
			}
			return err
		})
		return ids
	}
	if got := due(2*time.Minute, 10); !slices.Equal(got, []string{"d1", "d3"}) {
		t.Errorf("%v", got)
	}
	if got := due(time.Hour, 1); !slices.Equal(got, []string{"d1"}) {
		t.Errorf("%v", got)
	}
	first.State, first.Attempts = portal.DeliveryDelivered, []portal.DeliveryAttempt{{At: noon, Status: 204, Took: time.Second}}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateDelivery(ctx, first) })
	if got := due(time.Hour, 10); !slices.Equal(got, []string{"d3", "d2"}) {
		t.Errorf("%v", got)
	}
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		got, err := tx.Delivery(ctx, "d1")
		if !reflect.DeepEqual(got, first) {
			t.Errorf("%+v", got)
		}
		list, more := tx.Deliveries(ctx, portal.DeliveryFilter{Application: "a", State: portal.DeliveryPending, After: portal.Place{At: noon, ID: "d3"}, Limit: 10})
		if len(list) != 1 || list[0].ID != "d2" || list[0].Payload != nil {
			t.Errorf("%+v", list)
		}
		return errors.Join(err, more)
	})
}

func oldDeliveriesGo(t *testing.T, s portal.Store) {
	gone := delivery("d1", 0)
	gone.State = portal.DeliveryFailed
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertDelivery(ctx, gone), tx.InsertDelivery(ctx, delivery("d2", 0)), tx.DeleteDeliveries(ctx, noon.Add(time.Second)))
	})
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		if _, err := tx.Delivery(ctx, "d1"); !errors.Is(err, portal.ErrNotFound) {
			t.Errorf("%v", err)
		}
		_, err := tx.Delivery(ctx, "d2")
		return err
	})
}

func webhookSecrets(t *testing.T, s portal.Store) {
	old := portal.WebhookSecret{ID: "s1", Application: "a", Secret: "sealed", CreatedAt: noon}
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error {
		return errors.Join(tx.InsertWebhookSecret(ctx, old), tx.InsertWebhookSecret(ctx, portal.WebhookSecret{ID: "s2", Application: "a", Secret: "x", CreatedAt: noon.Add(time.Hour)}),
			tx.InsertWebhookSecret(ctx, portal.WebhookSecret{ID: "s3", Application: "b", Secret: "x", CreatedAt: noon}))
	})
	old.EndsAt = noon.Add(2 * time.Hour)
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.UpdateWebhookSecret(ctx, old) })
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.WebhookSecrets(ctx, "a")
		if len(list) != 2 || list[0].ID != "s2" || list[1] != old {
			t.Errorf("%+v", list)
		}
		return err
	})
	changePortal(t, s, func(ctx context.Context, tx portal.Tx) error { return tx.DeleteWebhookSecret(ctx, "s1") })
	lookAt(t, s, func(ctx context.Context, tx portal.Tx) error {
		list, err := tx.WebhookSecrets(ctx, "a")
		if len(list) != 1 {
			t.Errorf("%+v", list)
		}
		return err
	})
}
