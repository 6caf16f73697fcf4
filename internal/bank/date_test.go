package bank_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sandbank/sandbank/internal/bank"
)

// day is a date known to be real.
func day(s string) bank.Date {
	d, err := bank.ParseDate(s)
	if err != nil {
		panic(s + ": " + err.Error())
	}
	return d
}

// days draws dates, with month ends and leap days among them.
func days() *rapid.Generator[bank.Date] {
	return rapid.OneOf(
		rapid.Custom(func(t *rapid.T) bank.Date {
			return day("1800-01-01").Add(bank.Duration{Days: rapid.IntRange(0, 150_000).Draw(t, "day")})
		}),
		rapid.Custom(func(t *rapid.T) bank.Date {
			year := rapid.IntRange(1990, 2110).Draw(t, "year")
			month := rapid.SampledFrom([]time.Month{1, 2, 3, 4, 12}).Draw(t, "month")
			return bank.Date{Year: year, Month: month, Day: 1}.Add(bank.Duration{Months: 1}).Add(bank.Duration{Days: -1})
		}),
	)
}

func TestParseDateReadsRealDatesOnly(t *testing.T) {
	for _, s := range []string{"2023-01-01", "2024-02-29", "2000-02-29", "0000-02-29", "9999-12-31", "1990-11-30"} {
		if d, err := bank.ParseDate(s); err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
	for _, s := range []string{"2023-02-29", "1900-02-29", "2023-04-31", "2023-00-01", "2023-13-01", "2023-01-00", "2023-01-32"} {
		if d, err := bank.ParseDate(s); !errors.Is(err, bank.ErrRange) {
			t.Errorf("ParseDate(%q) = %v, %v; want ErrRange", s, d, err)
		}
	}
	for _, s := range []string{"", "2023-1-01", "23-01-01", "2023/01/01", "2023-01-01T00:00:00Z", "-023-01-01", "2023-+1-01", "20230101", "202a-01-01", "2023-01- 1", " 2023-01-01"} {
		if d, err := bank.ParseDate(s); !errors.Is(err, bank.ErrSyntax) {
			t.Errorf("ParseDate(%q) = %v, %v; want ErrSyntax", s, d, err)
		}
	}
}

func TestParseDateDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { _, _ = bank.ParseDate("2024-02-29") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDateOfIsTheDayInIndia(t *testing.T) {
	for _, c := range []struct{ instant, want string }{
		{"2023-12-31T18:29:59Z", "2023-12-31"}, {"2023-12-31T18:30:00Z", "2024-01-01"}, {"2024-01-01T00:00:00+14:00", "2023-12-31"},
	} {
		instant, err := time.Parse(time.RFC3339, c.instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := bank.DateOf(instant); got != day(c.want) {
			t.Errorf("DateOf(%s) = %v, want %s", c.instant, got, c.want)
		}
	}
	if got := day("2024-01-01").Start().UTC().Format(time.RFC3339); got != "2023-12-31T18:30:00Z" {
		t.Errorf("the day starts at %s", got)
	}
}

func TestAddStopsAtTheEndOfShorterMonths(t *testing.T) {
	for _, c := range []struct{ start, add, want string }{
		{"2023-01-31", "P1M", "2023-02-28"}, {"2024-01-31", "P1M", "2024-02-29"}, {"2023-01-31", "P3M", "2023-04-30"},
		{"2023-01-31", "P2M", "2023-03-31"}, {"2024-02-29", "P1Y", "2025-02-28"}, {"2024-02-29", "P4Y", "2028-02-29"},
		{"2023-12-31", "P2M", "2024-02-29"}, {"2023-11-30", "P1Y3M", "2025-02-28"},
		// Years and months together, then days from the day they lead to.
		{"2023-01-31", "P1M1D", "2023-03-01"}, {"2024-01-31", "P1M1D", "2024-03-01"}, {"2024-02-29", "P1Y1D", "2025-03-01"},
		{"2024-02-29", "P1Y1M", "2025-03-29"}, {"2023-01-01", "P1Y", "2024-01-01"}, {"2023-01-01", "P365D", "2024-01-01"}, {"2024-01-01", "P52W", "2024-12-30"},
		{"2023-01-01", "PT36H", "2023-01-01"}, {"2023-12-01", "P1M", "2024-01-01"}, {"2023-12-31", "P0D", "2023-12-31"},
	} {
		p := duration(c.add)
		if got := day(c.start).Add(p); got != day(c.want) {
			t.Errorf("%s + %s = %v, want %s", c.start, c.add, got, c.want)
		}
	}
	if got := day("2023-03-31").Add(bank.Duration{Months: -1}); got != day("2023-02-28") {
		t.Errorf("a month before 31 March is %v", got)
	}
	if got := day("2023-01-15").Add(bank.Duration{Months: -1, Years: -1}); got != day("2021-12-15") {
		t.Errorf("a year and a month before 15 January 2023 is %v", got)
	}
	if got := day("0000-01-15").Add(bank.Duration{Months: -1}); got != (bank.Date{Year: -1, Month: 12, Day: 15}) {
		t.Errorf("a month before 15 January of year 0 is %v", got)
	}
}

func TestDaysAddedAreTheDaysUntil(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := days().Draw(t, "d"), rapid.IntRange(-50_000, 50_000).Draw(t, "n")
		e := d.Add(bank.Duration{Days: n})
		if got := d.DaysUntil(e); got != n {
			t.Fatalf("%v + %d days = %v, which is %d days away", d, n, e, got)
		}
		if d.DaysUntil(e) != -e.DaysUntil(d) || d.Compare(e) != sign(-n) {
			t.Fatalf("%v and %v: order", d, e)
		}
		if hours := e.Start().Sub(d.Start()).Hours(); hours != float64(24*n) {
			t.Fatalf("%v to %v is %v hours", d, e, hours)
		}
		if back := day(d.String()); back != d {
			t.Fatalf("%v read back is %v", d, back)
		}
		if bank.DateOf(d.Start()) != d || bank.DateOf(d.Start().Add(-1)) == d {
			t.Fatalf("%v does not begin at its start", d)
		}
	})
}

func TestAddingMonthsKeepsTheDayOrTakesTheLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := days().Draw(t, "d")
		p := bank.Duration{Years: rapid.IntRange(0, 99).Draw(t, "years"), Months: rapid.IntRange(0, 999).Draw(t, "months")}
		e := d.Add(p)
		if want := d.Year*12 + int(d.Month) + p.Years*12 + p.Months; e.Year*12+int(e.Month) != want {
			t.Fatalf("%v + %v = %v is in another month", d, p, e)
		}
		next := e.Add(bank.Duration{Days: 1})
		if e.Day != d.Day && (e.Day > d.Day || next.Day != 1) {
			t.Fatalf("%v + %v = %v", d, p, e)
		}
		if e != d.Add(bank.Duration{Months: p.Years*12 + p.Months}) {
			t.Fatalf("a year is not twelve months: %v + %v", d, p)
		}
	})
}

func TestAgeCountsCompletedYears(t *testing.T) {
	for _, c := range []struct {
		birth, on string
		want      int
	}{
		{"1990-01-01", "2023-01-01", 33}, {"1990-01-02", "2023-01-01", 32}, {"1963-06-15", "2023-06-14", 59}, {"1963-06-15", "2023-06-15", 60},
		{"2004-02-29", "2022-02-27", 17}, {"2004-02-29", "2022-02-28", 18}, {"2004-02-29", "2024-02-28", 19}, {"2004-02-29", "2024-02-29", 20},
		{"2023-01-01", "2023-01-01", 0}, {"2023-01-02", "2023-01-01", -1}, {"1999-12-31", "2000-01-01", 0},
	} {
		if got := bank.AgeOn(day(c.birth), day(c.on)); got != c.want {
			t.Errorf("born %s, on %s: %d, want %d", c.birth, c.on, got, c.want)
		}
	}
}

func TestAgeIsTheLastBirthdayReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		birth, on := days().Draw(t, "birth"), days().Draw(t, "on")
		age := bank.AgeOn(birth, on)
		if birth.Add(bank.Duration{Years: age}).Compare(on) > 0 || birth.Add(bank.Duration{Years: age + 1}).Compare(on) <= 0 {
			t.Fatalf("born %v, on %v: %d", birth, on, age)
		}
	})
}

func TestDateIsItsTextInJSONAndMapKeys(t *testing.T) {
	text, err := day("2024-02-29").MarshalText()
	if err != nil || string(text) != "2024-02-29" {
		t.Errorf("%s, %v", text, err)
	}
	var d bank.Date
	if err := d.UnmarshalText([]byte("2024-02-29")); err != nil || d != day("2024-02-29") {
		t.Errorf("%v, %v", d, err)
	}
	if err := d.UnmarshalText([]byte("2023-02-29")); !errors.Is(err, bank.ErrRange) {
		t.Errorf("29 February 2023: %v", err)
	}
	if d != day("2024-02-29") {
		t.Errorf("a refused text changed the date to %v", d)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"", "2023-01-01", "2023-02-29", "9999-99-99", "0000-00-00", "2023-01-1é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := bank.ParseDate(s)
		_, wantErr := time.Parse("2006-01-02", s)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("ParseDate(%q) = %v, %v; package time says %v", s, d, err, wantErr)
		}
		if err == nil && d.String() != s {
			t.Fatalf("%q became %v", s, d)
		}
	})
}

func ExampleDate_Add() {
	start, _ := bank.ParseDate("2023-01-31")
	tenure, _ := bank.ParseDuration("P1M1D")
	fmt.Println(start.Add(tenure))
	// Output: 2023-03-01
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	default:
		return 0
	}
}
