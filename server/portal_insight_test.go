package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

// idNumber makes ids for what is written into the database directly.
func idNumber(n int) string { return fmt.Sprintf("0198c1d2-0000-7000-9000-%012d", n) }

// used counts calls in the database.
func (s *staged) used(organisation, application, api string, at time.Time, statuses ...int) {
	s.t.Helper()
	u := portal.Usage{UsageKey: portal.UsageKey{Day: portal.DayOf(at), Organisation: organisation, Application: application, API: api}}
	for i, status := range statuses {
		u.Count(status, time.Duration(i+1)*10*time.Millisecond)
	}
	if err := s.store.Gate().AddUsage(s.t.Context(), []portal.Usage{u}); err != nil {
		s.t.Fatal(err)
	}
}

func TestUsageIsCountedByDayApplicationAndAPI(t *testing.T) {
	s := newStaged(t)
	yesterday := start.Add(-24 * time.Hour)
	s.used(s.acme.ID, s.ofAcme, "deposits", start, 200, 404, 500, 429)
	s.used(s.acme.ID, s.ofAcme, "pan", yesterday, 200)
	s.used(s.zenith.ID, s.ofZenith, "deposits", start, 200, 200)
	r := s.ask(ravi, "GET /usage", nil, 200)
	total := r.in("total")
	if total.number("calls") != 5 || total.number("clientErrors") != 1 || total.number("serverErrors") != 1 || total.number("throttled") != 1 ||
		total.in("latency").number("max") != 40 || r.text("to") != "2026-03-01" || r.text("from") != "2026-01-31" || len(r.list("rows")) != 2 {
		t.Errorf("%v", r)
	}
	rows := s.ask(ravi, "GET /usage?groupBy=day,application,api&from=2026-02-28&to=2026-03-01", nil, 200).list("rows")
	if len(rows) != 2 || rows[0].text("day") != "2026-02-28" || rows[0].text("api") != "pan" || rows[1].in("application").text("name") != "Sandbox" ||
		rows[1].in("figures").number("calls") != 4 {
		t.Errorf("%v", rows)
	}
	if r := s.ask(ravi, "GET /usage?api=pan&groupBy=api", nil, 200); r.in("total").number("calls") != 1 {
		t.Errorf("%v", r)
	}
	if r := s.ask(ravi, "GET /usage?application="+s.ofZenith, nil, 200); r.in("total").number("calls") != 0 || len(r.list("rows")) != 0 {
		t.Errorf("another organisation's application: %v", r)
	}
	if r := s.ask(ravi, "GET /usage?groupBy=day,api&limit=1", nil, 200); len(r.list("rows")) != 1 {
		t.Errorf("%v", r)
	} else if next := s.ask(ravi, "GET /usage?groupBy=day,api&limit=1&cursor="+r.text("next"), nil, 200); len(next.list("rows")) != 1 || next["next"] != nil {
		t.Errorf("%v", next)
	}
	for _, cursor := range []string{"nonsense", "IA", "MjAyNi0wMi0yOCAgIA", strings.Repeat("A", 40)} { // of no page, or of one with other groups
		s.refused(ravi, "GET /usage?groupBy=day,api&cursor="+cursor, nil, 400, "SCHEMA_VIOLATION")
	}
	bank := s.ask(meera, "GET /bank/usage?groupBy=organisation", nil, 200)
	if bank.in("total").number("calls") != 7 || len(bank.list("rows")) != 2 || bank.list("rows")[1].in("organisation").text("name") != "Zenith" {
		t.Errorf("%v", bank)
	}
	if one := s.ask(meera, "GET /bank/usage?organisation="+s.zenith.ID, nil, 200); one.in("total").number("calls") != 2 {
		t.Errorf("%v", one)
	}
}

func TestAPeriodOfUsageEndsAfterItBeginsAndIsAYearAtMost(t *testing.T) {
	p := newProgramme(t)
	for query, refused := range map[string]bool{
		"?from=2026-03-02&to=2026-03-01": true, "?from=2025-02-27&to=2026-02-28": true, "?from=2025-02-28&to=2026-02-28": false,
		"?from=2026-03-02": true, "?to=2026-01-01": false, "?from=2026-03-01&to=2026-03-01": false,
	} {
		for who, path := range map[string]string{ravi: "GET /usage", meera: "GET /bank/usage"} {
			if refused {
				p.refused(who, path+query, nil, 422, "PERIOD_INVALID")
			} else {
				p.ask(who, path+query, nil, 200)
			}
		}
	}
	p.refused(ravi, "GET /usage?from=2026-02-30", nil, 400, "SCHEMA_VIOLATION")
}

func TestADayOfUsageIsOneOfKolkata(t *testing.T) {
	for at, want := range map[string]portal.Day{"2026-03-01T18:29:59Z": "2026-03-01", "2026-03-01T18:30:00Z": "2026-03-02", "2026-12-31T23:00:00Z": "2027-01-01"} {
		moment, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := portal.DayOf(moment); got != want {
			t.Errorf("%s is of %s", at, got)
		}
	}
	if end := portal.Day("2026-03-01").End().Format(time.RFC3339); end != "2026-03-01T18:30:00Z" {
		t.Errorf("the day ends at %s", end)
	}
}

func TestPercentilesOfLatencyAreExactToFivePerCent(t *testing.T) {
	for _, scale := range []int{1, 7, 130, 999} {
		var f portal.Figures
		for ms := 1; ms <= 1000; ms++ {
			f.Count(200, time.Duration(ms*scale)*time.Millisecond)
		}
		for _, percent := range []int64{50, 95, 99} {
			want := percent * 10 * int64(scale)
			if got := f.Percentile(percent); got < want*95/100 || got > want*105/100 {
				t.Errorf("the %dth percentile is %d, want %d", percent, got, want)
			}
		}
	}
	var none portal.Figures
	if none.Percentile(50) != 0 {
		t.Error("no calls have a median")
	}
}

func TestTheAuditLogTellsWhoWhatWhenAndWhy(t *testing.T) {
	p := newProgramme(t)
	a := p.pending("Shop")
	p.later(time.Hour)
	p.decide(a.text("request"), object{"outcome": "reject", "reason": "Say more."})
	own := p.ask(asha, "GET /audit", nil, 200).list("entries")
	var rejected, created object
	for _, e := range own {
		switch e.text("action") {
		case "application.rejected":
			rejected = e
		case "application.created":
			created = e
		}
	}
	if rejected.text("action") != "application.rejected" || rejected.text("reason") != "Say more." || rejected.in("actor").text("kind") != "bank" ||
		rejected.in("actor")["person"] != nil || rejected.in("actor")["username"] != nil || rejected["clientAddress"] != nil ||
		rejected.in("object").text("name") != "Shop" || rejected.in("organisation").text("name") != "Acme Payments" || rejected.text("requestId") == "" {
		t.Errorf("%v", rejected)
	}
	if created.in("actor").text("kind") != "member" || created.in("actor").in("person").text("name") != "Ravi Menon" || created.in("actor").text("username") != ravi {
		t.Errorf("%v", created)
	}
	bank := p.ask(meera, "GET /bank/audit?application="+a.text("id")+"&action=application.rejected", nil, 200).list("entries")
	if len(bank) != 1 || bank[0].in("actor").in("person").text("name") != "Meera Iyer" || bank[0].text("clientAddress") == "" {
		t.Errorf("%v", bank)
	}
	since := start.Add(time.Hour).Format(time.RFC3339)
	if got := texts(p.ask(asha, "GET /audit?since="+since, nil, 200).list("entries"), "action"); slices.Contains(got, "application.created") || !slices.Contains(got, "application.rejected") {
		t.Errorf("%v", got)
	}
	if got := texts(p.ask(asha, "GET /audit?until="+since, nil, 200).list("entries"), "action"); !slices.Contains(got, "application.created") || slices.Contains(got, "application.rejected") {
		t.Errorf("%v", got)
	}
	var all []string
	for cursor := ""; ; {
		page := p.ask(asha, "GET /audit?limit=1"+cursor, nil, 200)
		all = append(all, texts(page.list("entries"), "id")...)
		if page["next"] == nil {
			break
		}
		cursor = "&cursor=" + page.text("next")
	}
	if len(all) != len(own) || !slices.Equal(all, texts(own, "id")) {
		t.Errorf("page by page %v, at once %v", all, texts(own, "id"))
	}
	if got := p.ask(zoe, "GET /audit?application="+a.text("id"), nil, 200).list("entries"); len(got) != 0 {
		t.Errorf("another organisation reads %v", got)
	}
	for _, e := range p.ask(zoe, "GET /audit", nil, 200).list("entries") {
		if e.in("organisation").text("name") != "Zenith" {
			t.Errorf("another organisation reads %v", e)
		}
	}
	p.refused(asha, "GET /audit?cursor=AAAA", nil, 400, "SCHEMA_VIOLATION")
}

func TestNothingOfASuspendedOrganisationIsChanged(t *testing.T) {
	s := newStaged(t)
	made := s.ask(ravi, "POST /overlays", source(overlayText("acme-fields", "acme", "default: true\n")), 201)
	s.ask(bala, "POST /bank/organisations/"+s.acme.ID+"/suspend", object{"reason": "A test."}, 200)
	s.refused(ravi, "PUT /overlays/"+made.text("id"), source(overlayText("acme-fields", "acme", "")), 403, "ORGANISATION_SUSPENDED", "If-Match", "*")
	s.refused(ravi, "POST /contact", object{"subject": "s", "message": "m"}, 403, "ORGANISATION_SUSPENDED")
}
