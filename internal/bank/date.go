package bank

import (
	"fmt"
	"time"
)

// India is the time zone of every bank day, fixed at +05:30 (India keeps no
// summer time), so that no time zone database is needed.
var India = time.FixedZone("IST", (5*60+30)*60)

// Date is a day of the Gregorian calendar, without a zone. It is comparable
// with ==. The zero value is not a real date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

var (
	errDateSyntax = fmt.Errorf("date: %w: want YYYY-MM-DD", ErrSyntax)
	errDateRange  = fmt.Errorf("date: %w: no such day in the calendar", ErrRange)
)

// ParseDate reads YYYY-MM-DD (RFC 3339 full-date), years 0000 to 9999. Another
// form is [ErrSyntax], a day that the calendar does not have [ErrRange].
func ParseDate(s string) (Date, error) {
	if len(s) != len("YYYY-MM-DD") || s[4] != '-' || s[7] != '-' {
		return Date{}, errDateSyntax
	}
	year, yearOK := wholeNumber(s[:4])
	month, monthOK := wholeNumber(s[5:7])
	day, dayOK := wholeNumber(s[8:])
	if !yearOK || !monthOK || !dayOK {
		return Date{}, errDateSyntax
	}
	d := Date{year, time.Month(month), day}
	if !d.real() {
		return Date{}, errDateRange
	}
	return d, nil
}

func wholeNumber(s string) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// real reports whether d is a day that [ParseDate] could have given.
func (d Date) real() bool {
	return d.Year >= 0 && d.Year <= 9999 &&
		d.Month >= time.January && d.Month <= time.December &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// DateOf is the calendar day of t in India.
func DateOf(t time.Time) Date {
	year, month, day := t.In(India).Date()
	return Date{year, month, day}
}

// String is YYYY-MM-DD.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// MarshalText is [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText is [ParseDate].
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Compare is -1, 0 or +1 as d is before, equal to or after e.
func (d Date) Compare(e Date) int {
	for _, difference := range [...]int{d.Year - e.Year, int(d.Month - e.Month), d.Day - e.Day} {
		switch {
		case difference < 0:
			return -1
		case difference > 0:
			return 1
		}
	}
	return 0
}

// Start is the first instant of d in India.
func (d Date) Start() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, India) }

// DaysUntil is the number of nights from d to e: 1 from a day to the next, 0
// to itself, negative when e is earlier.
func (d Date) DaysUntil(e Date) int { return e.dayNumber() - d.dayNumber() }

// dayNumber counts days from 1970-01-01.
func (d Date) dayNumber() int {
	return int(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// Add is the day p after d. Years and months come first and together; where
// the month reached is too short they stop at its last day (31 January + P1M
// is 28 or 29 February). Days and weeks are counted from there. The time part
// of p is not used. Years beyond 9999 are kept, although [ParseDate] does not
// read them back.
func (d Date) Add(p Duration) Date {
	reached := d.addMonths(p.Years*12 + p.Months)
	if p.Days == 0 {
		return reached
	}
	year, month, day := time.Date(reached.Year, reached.Month, reached.Day+p.Days, 0, 0, 0, 0, time.UTC).Date()
	return Date{year, month, day}
}

// addMonths is the same day n months on, or the last day of a shorter month.
func (d Date) addMonths(n int) Date {
	if n == 0 {
		return d
	}
	months := d.Year*12 + int(d.Month-time.January) + n
	year, month := months/12, months%12
	if month < 0 {
		year, month = year-1, month+12
	}
	reached := Date{Year: year, Month: time.January + time.Month(month)}
	reached.Day = min(d.Day, daysIn(reached.Year, reached.Month))
	return reached
}

// monthsUntil is the number of whole months from d to e, which is not earlier:
// the largest n for which d plus n months is not after e.
func (d Date) monthsUntil(e Date) int {
	n := (e.Year-d.Year)*12 + int(e.Month-d.Month)
	if d.addMonths(n).Compare(e) > 0 {
		n--
	}
	return n
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.February:
		return 28 + daysInYear(year) - 365
	case time.April, time.June, time.September, time.November:
		return 30
	default:
		return 31
	}
}

func daysInYear(year int) int {
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 366
	}
	return 365
}

// AgeOn is the number of completed years on a day: a birthday adds one. Who
// was born on 29 February turns a year older on 28 February of common years,
// as [Date.Add] counts. It is negative before the birth.
func AgeOn(birth, on Date) int {
	years := on.Year - birth.Year
	if birth.addMonths(12*years).Compare(on) > 0 {
		years--
	}
	return years
}
