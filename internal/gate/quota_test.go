package gate_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/problem"
)

func TestAQuotaLetsExactlyItsCallsPassInOneProcess(t *testing.T) {
	for name, c := range map[string]struct {
		organisation, plan gate.Limits
		passes             int
		code               string
		anew               time.Duration
	}{
		"a day of the organisation":    {gate.Limits{Day: 437}, gate.Limits{}, 437, problem.OrganisationQuotaSpent, 12 * time.Hour},
		"an hour of the organisation":  {gate.Limits{Day: 1000, Hour: 137}, gate.Limits{}, 137, problem.OrganisationQuotaSpent, time.Hour},
		"a second of the organisation": {gate.Limits{Second: 10}, gate.Limits{}, 10, problem.OrganisationRateExceeded, time.Second},
		"a day of the plan":            {gate.Limits{Day: 1000}, gate.Limits{Day: 137}, 137, problem.APIPlanQuotaSpent, 12 * time.Hour},
		"an hour of the plan":          {gate.Limits{Day: 1000}, gate.Limits{Day: 1000, Hour: 91}, 91, problem.APIPlanQuotaSpent, time.Hour},
		"a second of the plan":         {gate.Limits{Day: 1000}, gate.Limits{Second: 7}, 7, problem.APIPlanRateExceeded, time.Second},
	} {
		for _, shared := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s shared %v", name, shared), func(t *testing.T) {
				d, clock := newDatabase(shared), at(noon)
				d.set(shop(c.organisation, c.plan))
				r := newReplica(t, d, clock)
				if got := r.calls(600, "shop", "deposits"); got != c.passes {
					t.Errorf("%d of 600 calls passed, want %d", got, c.passes)
				}
				if got := r.call("shop", "deposits"); got != c.code {
					t.Errorf("the next is refused with %q, want %q", got, c.code)
				}
				use, err := r.Used(t.Context(), gate.OfOrganisation("org-1"))
				if err != nil || use.Today != int64(c.passes) || use.ThisHour != int64(c.passes) {
					t.Errorf("used are %+v, want %d; %v", use, c.passes, err)
				}
				clock.advance(c.anew - time.Second)
				if got := r.calls(600, "shop", "deposits"); c.anew > time.Second && got != 0 {
					t.Errorf("%d calls passed a second before the window ended", got)
				}
				clock.advance(time.Second)
				if got := r.call("shop", "deposits"); got != "" {
					t.Errorf("when the window has ended: %q", got)
				}
			})
		}
	}
}

func TestARefusalSaysWhenToComeAgain(t *testing.T) {
	d, clock := newDatabase(false), at(noon)
	d.set(shop(gate.Limits{Day: 1}, gate.Limits{}))
	r := newReplica(t, d, clock)
	r.call("shop", "deposits")
	c, err := r.Find(t.Context(), "shop")
	if err != nil {
		t.Fatal(err)
	}
	_, refusal, err := r.Count(t.Context(), c, "deposits")
	if err != nil || refusal == nil || refusal.RetryAfter != 12*time.Hour {
		t.Errorf("got %+v, %v; want midnight in Asia/Kolkata", refusal, err)
	}
}

func TestTheHourEndsAndTheDayGoesOn(t *testing.T) {
	d, clock := newDatabase(true), at(noon)
	d.set(shop(gate.Limits{Day: 100, Hour: 60}, gate.Limits{}))
	r := newReplica(t, d, clock)
	if got := r.calls(30, "shop", "deposits"); got != 30 {
		t.Fatalf("%d passed", got)
	}
	clock.advance(time.Hour)
	if got := r.calls(100, "shop", "deposits"); got != 60 {
		t.Errorf("%d calls passed in the next hour, want 60", got)
	}
	clock.advance(time.Hour)
	if got := r.calls(100, "shop", "deposits"); got != 10 {
		t.Errorf("%d calls passed in the third hour, want the 10 that are left of the day", got)
	}
}

func TestARefusedCallDoesNotCountAndOneWithoutSubscriptionDoes(t *testing.T) {
	d, clock := newDatabase(false), at(noon)
	d.set(shop(gate.Limits{Day: 100}, gate.Limits{Day: 10}))
	r := newReplica(t, d, clock)
	r.calls(50, "shop", "deposits")
	r.calls(5, "shop", "cards")
	use, err := r.Used(t.Context(), gate.OfOrganisation("org-1"))
	if err != nil || use.Today != 15 {
		t.Errorf("counted are %+v, %v; want 10 that passed and 5 that were not subscribed to", use, err)
	}
}

func TestALowerPlanHoldsAtOnce(t *testing.T) {
	d, clock := newDatabase(false), at(noon)
	d.set(shop(gate.Limits{Day: 10_000}, gate.Limits{}))
	r := newReplica(t, d, clock)
	r.calls(10, "shop", "deposits")
	d.set(shop(gate.Limits{Day: 20}, gate.Limits{}))
	clock.advance(time.Second)
	if got := r.calls(100, "shop", "deposits"); got != 10 {
		t.Errorf("%d more calls passed, want 10", got)
	}
	d.set(shop(gate.Limits{Day: 30}, gate.Limits{}))
	clock.advance(time.Second)
	if got := r.calls(100, "shop", "deposits"); got != 10 {
		t.Errorf("%d more calls passed after the plan was raised, want 10", got)
	}
}

func TestManyCallsCostFewStatements(t *testing.T) {
	d, clock := newDatabase(true), at(noon)
	d.set(shop(gate.Limits{}, gate.Limits{}))
	r := newReplica(t, d, clock)
	if got := r.calls(10_000, "shop", "deposits"); got != 10_000 {
		t.Fatalf("%d passed", got)
	}
	if n := d.statements.Load(); n > 50 {
		t.Errorf("10,000 calls without limits cost %d statements", n)
	}
}

func TestThreeReplicasNeverExceedAQuotaTogether(t *testing.T) {
	for name, limits := range map[string]gate.Limits{"a day": {Day: 500}, "an hour": {Day: 5000, Hour: 300}, "a second": {Second: 40}} {
		t.Run(name, func(t *testing.T) {
			d, clock := newDatabase(true), at(noon)
			d.set(shop(limits, gate.Limits{}))
			var passed atomic.Int64
			var work sync.WaitGroup
			replicas := make([]*replica, 3)
			for i := range replicas {
				replicas[i] = newReplica(t, d, clock)
				for range 4 {
					work.Go(func() { passed.Add(int64(replicas[i].calls(200, "shop", "deposits"))) })
				}
			}
			work.Wait()
			most := max(limits.Day%5000, limits.Hour, limits.Second)
			if n := passed.Load(); n > most || n < most*9/10 {
				t.Errorf("%d calls passed, want at most %d and about as many", n, most)
			}
			if limits.Day == 0 {
				return
			}
			// What one holds and does not use comes back.
			clock.advance(10 * time.Second)
			for _, r := range replicas {
				if err := r.Clear(t.Context(), false); err != nil {
					t.Error(err)
				}
			}
			if passed.Add(int64(replicas[0].calls(500, "shop", "deposits"))); passed.Load() != most {
				t.Errorf("%d calls passed in all, want %d", passed.Load(), most)
			}
		})
	}
}

func TestAShareThatIsLostWithItsProcessIsNeverDealtOutAgain(t *testing.T) {
	d, clock := newDatabase(true), at(noon)
	d.set(shop(gate.Limits{Day: 100}, gate.Limits{}))
	newReplica(t, d, clock).calls(1, "shop", "deposits") // it ends without a word, with a share in its hands
	second := newReplica(t, d, clock)
	if got := second.calls(200, "shop", "deposits"); got > 99 || got < 90 {
		t.Errorf("%d calls passed, want at most 99 and not many fewer", got)
	}
}

func TestAProcessThatEndsGivesItsSharesBack(t *testing.T) {
	d, clock := newDatabase(true), at(noon)
	d.set(shop(gate.Limits{Day: 100}, gate.Limits{}))
	first := newReplica(t, d, clock)
	first.calls(1, "shop", "deposits")
	if err := first.Clear(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if got := newReplica(t, d, clock).calls(200, "shop", "deposits"); got != 99 {
		t.Errorf("%d calls passed, want 99", got)
	}
}

func TestAClockThatIsBehindCountsIntoTheDayOfTheOthers(t *testing.T) {
	d := newDatabase(true)
	d.set(shop(gate.Limits{Day: 50}, gate.Limits{}))
	midnight := time.Date(2026, 3, 1, 18, 30, 0, 0, time.UTC)
	ahead, behind := newReplica(t, d, at(midnight)), newReplica(t, d, at(midnight.Add(-time.Second)))
	passed := ahead.calls(30, "shop", "deposits") + behind.calls(50, "shop", "deposits")
	if passed > 50 || passed < 45 {
		t.Errorf("%d calls passed, want about 50 and no more", passed)
	}
}
