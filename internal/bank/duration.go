package bank

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Duration is an ISO 8601 duration: a calendar part, whose length depends on
// where it starts, and an exact time part. Its parts are kept as written, so
// P1Y and P12M lead to the same day, but are not equal with ==. A week is
// seven days. The zero value is no time at all.
type Duration struct {
	Years, Months, Days int
	Time                time.Duration
}

// The largest parts that [ParseDuration] reads. They keep every sum with a
// real date far from overflow.
const (
	maxYears  = 999
	maxMonths = 9_999
	maxDays   = 99_999
	maxTime   = 1_000_000*time.Hour - 1
)

var (
	errDurationSyntax = fmt.Errorf("duration: %w: want ISO 8601 such as P1Y6M, P10D, P2W or PT5M", ErrSyntax)
	errDurationRange  = fmt.Errorf("duration: %w: at most %d years, %d months, %d days and less than a million hours",
		ErrRange, maxYears, maxMonths, maxDays)
	errDelaySyntax = fmt.Errorf("delay: %w: want whole numbers with d, h, m, s or ms, largest first, such as 1h30m", ErrSyntax)
	errDelayRange  = fmt.Errorf("delay: %w: longer than 106751 days", ErrRange)
)

// ParseDuration reads an ISO 8601 duration: PnYnMnDTnHnMnS with at least one
// part, each at most once and in this order, or PnW. The tenures of the APIs
// (P1Y6M10D) are among them. Numbers are whole, except that seconds may have
// up to nine digits after a point. Signs, lower case and anything else are
// [ErrSyntax]; more than 999 years, 9,999 months, 99,999 days or a million
// hours is [ErrRange].
func ParseDuration(s string) (Duration, error) {
	rest, ok := strings.CutPrefix(s, "P")
	if !ok || rest == "" {
		return Duration{}, errDurationSyntax
	}
	calendar, clock, hasClock := strings.Cut(rest, "T")
	var d Duration
	if err := d.parseCalendar(calendar, hasClock); err != nil {
		return Duration{}, err
	}
	if hasClock {
		if err := d.parseClock(clock); err != nil {
			return Duration{}, err
		}
	}
	return d, nil
}

// parseCalendar reads nYnMnD, or nW when nothing else stands beside it.
func (d *Duration) parseCalendar(s string, hasClock bool) error {
	if number, weeks := strings.CutSuffix(s, "W"); weeks && !hasClock {
		n, end, err := leadingNumber(number, maxDays/7)
		if err != nil {
			return err
		}
		if end != len(number) {
			return errDurationSyntax
		}
		d.Days = int(n) * 7
		return nil
	}
	parts := [...]struct {
		unit  byte
		limit int64
		into  *int
	}{{'Y', maxYears, &d.Years}, {'M', maxMonths, &d.Months}, {'D', maxDays, &d.Days}}
	next := 0
	for s != "" {
		n, end, err := leadingNumber(s, maxDays) // the largest; the part's own limit follows
		if err != nil {
			return err
		}
		if end == len(s) {
			return errDurationSyntax
		}
		for next < len(parts) && parts[next].unit != s[end] {
			next++
		}
		if next == len(parts) {
			return errDurationSyntax
		}
		if n > parts[next].limit {
			return errDurationRange
		}
		*parts[next].into = int(n)
		next++
		s = s[end+1:]
	}
	return nil
}

// parseClock reads nHnMn.nS.
func (d *Duration) parseClock(s string) error {
	if s == "" {
		return errDurationSyntax
	}
	parts := [...]struct {
		unit byte
		size time.Duration
	}{{'H', time.Hour}, {'M', time.Minute}, {'S', time.Second}}
	next := 0
	for s != "" {
		n, end, err := leadingNumber(s, math.MaxInt64)
		if err != nil {
			return err
		}
		var fraction time.Duration
		fractional := end < len(s) && s[end] == '.'
		if fractional {
			if fraction, end, err = nanoseconds(s, end+1); err != nil {
				return err
			}
		}
		if end == len(s) {
			return errDurationSyntax
		}
		for next < len(parts) && parts[next].unit != s[end] {
			next++
		}
		if next == len(parts) || fractional && parts[next].unit != 'S' {
			return errDurationSyntax
		}
		size := parts[next].size
		if n > int64(maxTime/size) || time.Duration(n)*size+fraction > maxTime-d.Time {
			return errDurationRange
		}
		d.Time += time.Duration(n)*size + fraction
		next++
		s = s[end+1:]
	}
	return nil
}

// leadingNumber reads the digits that s starts with, and where they end.
func leadingNumber(s string, limit int64) (n int64, end int, err error) {
	overflow := false
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		digit := int64(s[end] - '0')
		if overflow = overflow || n > (limit-digit)/10; !overflow {
			n = n*10 + digit
		}
		end++
	}
	switch {
	case end == 0:
		return 0, 0, errDurationSyntax
	case overflow:
		return 0, 0, errDurationRange
	default:
		return n, end, nil
	}
}

// nanoseconds reads one to nine digits of a fraction of a second at s[start:].
func nanoseconds(s string, start int) (fraction time.Duration, end int, err error) {
	end = start
	unit := time.Second
	for ; end < len(s) && s[end] >= '0' && s[end] <= '9'; end++ {
		unit /= 10
		fraction += time.Duration(s[end]-'0') * unit
	}
	if end == start || end-start > 9 {
		return 0, 0, errDurationSyntax
	}
	return fraction, end, nil
}

// String is ISO 8601, with the time part in hours, minutes and seconds;
// "P0D" when there is nothing. [ParseDuration] reads back what it gave out.
func (d Duration) String() string {
	b := []byte{'P'}
	part := func(n int64, unit byte) {
		if n != 0 {
			b = append(strconv.AppendInt(b, n, 10), unit)
		}
	}
	part(int64(d.Years), 'Y')
	part(int64(d.Months), 'M')
	part(int64(d.Days), 'D')
	if d.Time != 0 {
		b = append(b, 'T')
		part(int64(d.Time/time.Hour), 'H')
		part(int64(d.Time%time.Hour/time.Minute), 'M')
		b = appendSeconds(b, d.Time%time.Minute)
	}
	if len(b) == 1 {
		return "P0D"
	}
	return string(b)
}

// appendSeconds appends a number of seconds under a minute, unless it is zero.
func appendSeconds(b []byte, t time.Duration) []byte {
	if t == 0 {
		return b
	}
	if t < 0 {
		b, t = append(b, '-'), -t
	}
	b = strconv.AppendInt(b, int64(t/time.Second), 10)
	if fraction := t % time.Second; fraction != 0 {
		b = append(b, strings.TrimRight(fmt.Sprintf(".%09d", int64(fraction)), "0")...)
	}
	return append(b, 'S')
}

// MarshalText is [Duration.String].
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText is [ParseDuration].
func (d *Duration) UnmarshalText(text []byte) error {
	parsed, err := ParseDuration(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// AddTo is the instant d after t: the calendar part moves the day in India as
// [Date.Add] does and keeps the time of day, then the time part is added. The
// result is in t's zone.
func (d Duration) AddTo(t time.Time) time.Time {
	if d.Years != 0 || d.Months != 0 || d.Days != 0 {
		local := t.In(India)
		from := DateOf(t)
		t = local.AddDate(0, 0, from.DaysUntil(from.Add(d))).In(t.Location())
	}
	return t.Add(d.Time)
}

// ParseDelay reads how scenario files write a wait: "200ms", "30s", "5m",
// "1h", "30d", or several of these with the larger unit first, "1h30m". A day
// is 24 hours. Fractions, signs and a number without unit are [ErrSyntax],
// more than a time.Duration holds is [ErrRange].
func ParseDelay(s string) (time.Duration, error) {
	units := [...]struct {
		name string
		size time.Duration
	}{{"d", 24 * time.Hour}, {"h", time.Hour}, {"m", time.Minute}, {"s", time.Second}, {"ms", time.Millisecond}}
	if s == "" {
		return 0, errDelaySyntax
	}
	var total time.Duration
	next := 0
	for s != "" {
		digits := 0
		for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
			digits++
		}
		end := digits
		for end < len(s) && (s[end] < '0' || s[end] > '9') {
			end++
		}
		for next < len(units) && units[next].name != s[digits:end] {
			next++
		}
		if digits == 0 || next == len(units) {
			return 0, errDelaySyntax
		}
		n, err := strconv.ParseInt(s[:digits], 10, 64)
		size := units[next].size
		if err != nil || n > int64((math.MaxInt64-total)/size) {
			return 0, errDelayRange
		}
		total += time.Duration(n) * size
		next++
		s = s[end:]
	}
	return total, nil
}
