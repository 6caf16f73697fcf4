package portal

import "time"

// Day is a day of Asia/Kolkata, by which quotas and usage count, as 2006-01-02. Days are ordered like texts.
type Day string

// kolkata is half past five hours before UTC throughout the year, and has been since 1945.
var kolkata = time.FixedZone("Asia/Kolkata", (5*60+30)*60)

// DayOf gives the day of a time.
func DayOf(t time.Time) Day { return Day(t.In(kolkata).Format(time.DateOnly)) }

// Start is when the day begins. It is the zero time for a text that is no day.
func (d Day) Start() time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), kolkata)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// Before gives the day that is n days earlier, or later where n is negative.
func (d Day) Before(n int) Day { return DayOf(d.Start().AddDate(0, 0, -n)) }

// End is when the next day begins.
func (d Day) End() time.Time { return d.Before(-1).Start() }
