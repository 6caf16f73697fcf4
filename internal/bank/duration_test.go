package bank_test

import (
	"encoding/json"
	"errors"
	"math"
	"regexp"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
)

// duration is a duration known to be well formed.
func duration(s string) bank.Duration {
	d, err := bank.ParseDuration(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return d
}

func TestParseDurationReadsISO8601(t *testing.T) {
	for _, c := range []struct {
		in   string
		want bank.Duration
		text string
	}{
		{"P1Y6M10D", bank.Duration{Years: 1, Months: 6, Days: 10}, "P1Y6M10D"},
		{"P1Y10D", bank.Duration{Years: 1, Days: 10}, "P1Y10D"},
		{"P12M", bank.Duration{Months: 12}, "P12M"},
		{"P2W", bank.Duration{Days: 14}, "P14D"},
		{"PT5M", bank.Duration{Time: 5 * time.Minute}, "PT5M"},
		{"PT90M", bank.Duration{Time: 90 * time.Minute}, "PT1H30M"},
		{"P1DT12H", bank.Duration{Days: 1, Time: 12 * time.Hour}, "P1DT12H"},
		{"PT0.25S", bank.Duration{Time: 250 * time.Millisecond}, "PT0.25S"},
		{"PT1H0.000000001S", bank.Duration{Time: time.Hour + 1}, "PT1H0.000000001S"},
		{"P0D", bank.Duration{}, "P0D"},
		{"PT0S", bank.Duration{}, "P0D"},
		{"P007D", bank.Duration{Days: 7}, "P7D"},
		{"P999Y9999M99999DT999999H59M59.999999999S", bank.Duration{Years: 999, Months: 9999, Days: 99999, Time: 1_000_000*time.Hour - 1}, "P999Y9999M99999DT999999H59M59.999999999S"},
	} {
		got, err := bank.ParseDuration(c.in)
		if err != nil || got != c.want || got.String() != c.text {
			t.Errorf("ParseDuration(%q) = %#v (%v), %v; want %s", c.in, got, got, err, c.text)
		}
	}
}

func TestParseDurationRefusesOtherForms(t *testing.T) {
	for _, in := range []string{
		"", "P", "PT", "P1DT", "1Y", "p1y", "P1y", "P1", "PD", "P1YT", "P1M1Y", "P1D1M", "P1Y1Y", "P1W1D", "P1Y1W", "P1WT1H", "PW",
		"-P1D", "P-1D", "+P1D", "P1.5Y", "P0.5D", "PT1.5H", "PT1.5M", "PT1.S", "PT.5S", "PT1.1234567890S", "PT1,5S", "PT1S1M", "PT5",
		"P1H", "PT1D", "P1Y 6M", " P1Y", "P1Y ", "P1YT6M6M", "PT1H1H", "P٣D", "P1TD", "PTT1H", "P1.5W",
	} {
		if d, err := bank.ParseDuration(in); !errors.Is(err, bank.ErrSyntax) {
			t.Errorf("ParseDuration(%q) = %v, %v; want ErrSyntax", in, d, err)
		}
	}
}

func TestParseDurationBoundsItsParts(t *testing.T) {
	for _, in := range []string{
		"P1000Y", "P10000M", "P100000D", "P14286W", "PT1000000H", "PT999999H60M", "PT60000000M", "PT3600000000S",
		"P99999999999999999999Y", "PT99999999999999999999S", "PT9223372036854775807H",
	} {
		if d, err := bank.ParseDuration(in); !errors.Is(err, bank.ErrRange) {
			t.Errorf("ParseDuration(%q) = %v, %v; want ErrRange", in, d, err)
		}
	}
}

const tenureForm = `P([0-9]{1,2}Y([0-9]{1,3}M)?([0-9]{1,4}D)?|[0-9]{1,3}M([0-9]{1,4}D)?|[0-9]{1,4}D)`

func TestEveryTenureOfTheContractIsADuration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(tenureForm).Draw(t, "tenure")
		d, err := bank.ParseDuration(s)
		if err != nil || d.Time != 0 {
			t.Fatalf("ParseDuration(%q) = %v, %v", s, d, err)
		}
		if back := duration(d.String()); back != d {
			t.Fatalf("%q became %v and that %v", s, d, back)
		}
	})
}

func TestDurationsSurviveTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := bank.Duration{
			Years:  rapid.IntRange(0, 999).Draw(t, "years"),
			Months: rapid.IntRange(0, 9999).Draw(t, "months"),
			Days:   rapid.IntRange(0, 99999).Draw(t, "days"),
			Time:   time.Duration(rapid.Int64Range(0, int64(1_000_000*time.Hour-1)).Draw(t, "time")),
		}
		back, err := bank.ParseDuration(d.String())
		if err != nil || back != d {
			t.Fatalf("%#v as %q is %#v, %v", d, d, back, err)
		}
		text, err := json.Marshal(d)
		if err != nil || string(text) != `"`+d.String()+`"` {
			t.Fatalf("JSON %s, %v", text, err)
		}
		if err := json.Unmarshal(text, &back); err != nil || back != d {
			t.Fatalf("from JSON %v, %v", back, err)
		}
	})
	var d bank.Duration
	if err := d.UnmarshalText([]byte("P1H")); !errors.Is(err, bank.ErrSyntax) {
		t.Errorf("P1H: %v", err)
	}
}

func TestNegativePartsKeepTheirSigns(t *testing.T) {
	d := bank.Duration{Months: -1, Days: 2, Time: -90*time.Second - time.Millisecond}
	if got := d.String(); got != "P-1M2DT-1M-30.001S" {
		t.Error(got)
	}
}

func TestAddToMovesTheDayInIndiaAndThenTheTime(t *testing.T) {
	for _, c := range []struct{ at, add, want string }{
		// 19:00 UTC on the 30th is already the 31st in India: a month later is its last day there.
		{"2023-01-30T19:00:00Z", "P1M", "2023-02-27T19:00:00Z"},
		{"2023-01-30T18:00:00Z", "P1M", "2023-02-28T18:00:00Z"},
		{"2024-01-31T10:00:00+05:30", "P1M", "2024-02-29T10:00:00+05:30"},
		{"2023-12-31T23:00:00+05:30", "PT2H", "2024-01-01T01:00:00+05:30"},
		{"2023-01-31T23:00:00+05:30", "P1MT2H", "2023-03-01T01:00:00+05:30"},
		{"2023-06-01T00:00:00Z", "P30D", "2023-07-01T00:00:00Z"},
		{"2023-06-01T00:00:00-08:00", "P0D", "2023-06-01T00:00:00-08:00"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := duration(c.add).AddTo(at).Format(time.RFC3339); got != c.want {
			t.Errorf("%s + %s = %s, want %s", c.at, c.add, got, c.want)
		}
	}
}

func TestAddToAgreesWithDateAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := days().Draw(t, "d")
		p := bank.Duration{Years: rapid.IntRange(0, 20).Draw(t, "years"), Months: rapid.IntRange(0, 30).Draw(t, "months"), Days: rapid.IntRange(0, 500).Draw(t, "days")}
		clock := time.Duration(rapid.Int64Range(0, int64(24*time.Hour-1)).Draw(t, "clock"))
		at := d.Start().Add(clock).UTC()
		got := p.AddTo(at)
		if bank.DateOf(got) != d.Add(p) || got.Sub(bank.DateOf(got).Start()) != clock || got.Location() != time.UTC {
			t.Fatalf("%v + %v = %v, by days %v", at, p, got, d.Add(p))
		}
	})
}

func TestParseDelayReadsTheScenarioForm(t *testing.T) {
	for _, c := range []struct {
		in   string
		want time.Duration
	}{
		{"200ms", 200 * time.Millisecond}, {"30s", 30 * time.Second}, {"5m", 5 * time.Minute}, {"1h", time.Hour}, {"30d", 720 * time.Hour},
		{"1h30m", 90 * time.Minute}, {"1d2h3m4s5ms", 26*time.Hour + 3*time.Minute + 4*time.Second + 5*time.Millisecond}, {"0s", 0}, {"1m500ms", time.Minute + 500*time.Millisecond},
		{"106751d", 106751 * 24 * time.Hour},
	} {
		if got, err := bank.ParseDelay(c.in); err != nil || got != c.want {
			t.Errorf("ParseDelay(%q) = %v, %v; want %v", c.in, got, err, c.want)
		}
	}
	for _, in := range []string{"", "0", "30", "s", "-5s", "+5s", "1.5s", "5 s", " 5s", "5S", "5sec", "1m1h", "1s1s", "5µs", "5ns", "PT5M", "1h30", "1hm", "ms5"} {
		if got, err := bank.ParseDelay(in); !errors.Is(err, bank.ErrSyntax) {
			t.Errorf("ParseDelay(%q) = %v, %v; want ErrSyntax", in, got, err)
		}
	}
	for _, in := range []string{"106752d", "106751d24h", "9223372036855s", "99999999999999999999ms", "9223372036854775807h"} {
		if got, err := bank.ParseDelay(in); !errors.Is(err, bank.ErrRange) {
			t.Errorf("ParseDelay(%q) = %v, %v; want ErrRange", in, got, err)
		}
	}
}

func TestParseDelayAgreesWithGoDurations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := time.Duration(rapid.Int64Range(0, math.MaxInt64/1_000_000).Draw(t, "ms")) * time.Millisecond
		text := rapid.StringMatching(`([0-9]{1,3}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?[0-9]{1,6}ms`).Draw(t, "text")
		want, err := time.ParseDuration(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := bank.ParseDelay(text); err != nil || got != want {
			t.Fatalf("ParseDelay(%q) = %v, %v; want %v", text, got, err, want)
		}
		if whole := d.Truncate(time.Second); whole > 0 {
			if got, err := bank.ParseDelay(whole.String()); err != nil || got != whole {
				t.Fatalf("ParseDelay(%q) = %v, %v", whole, got, err)
			}
		}
	})
}

var durationForm = regexp.MustCompile(`\AP(?:[0-9]+W|(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]{1,9})?S)?)?)\z`)

func FuzzParseDuration(f *testing.F) {
	for _, s := range []string{"", "P", "P1Y6M10D", "P2W", "PT5M", "P1DT12H", "PT0.5S", "PT", "P99999999999999999999D", "P1Y2", "P1W2W", "PT1.0M"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := bank.ParseDuration(s)
		if err != nil {
			if !errors.Is(err, bank.ErrSyntax) && !errors.Is(err, bank.ErrRange) {
				t.Fatalf("ParseDuration(%q): %v", s, err)
			}
			return
		}
		if !durationForm.MatchString(s) || s[len(s)-1] == 'P' || s[len(s)-1] == 'T' {
			t.Fatalf("ParseDuration(%q) = %v, which is not ISO 8601", s, d)
		}
		if back, err := bank.ParseDuration(d.String()); err != nil || back != d {
			t.Fatalf("%q became %v and that %v, %v", s, d, back, err)
		}
	})
}

func FuzzParseDelay(f *testing.F) {
	for _, s := range []string{"", "200ms", "1h30m", "30d", "-1s", "9999999999999999999d", "1µs"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := bank.ParseDelay(s); d < 0 || err != nil && d != 0 {
			t.Fatalf("ParseDelay(%q) = %v, %v", s, d, err)
		}
	})
}
