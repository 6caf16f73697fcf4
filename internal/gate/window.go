package gate

import "time"

// kolkata is how far Asia/Kolkata is ahead of UTC, in seconds; it has no summer time.
const kolkata = 5*3600 + 1800

const (
	secondsOfDay  = 24 * 3600
	secondsOfHour = 3600
)

// Windows number the day, the hour and the second that a call belongs to, each from 1970 on. Days and hours are those of
// Asia/Kolkata.
type Windows struct{ Day, Hour, Second int64 }

func windowsAt(t time.Time) Windows {
	second := t.Unix()
	return Windows{Day: (second + kolkata) / secondsOfDay, Hour: (second + kolkata) / secondsOfHour, Second: second}
}

// dayEnds and hourEnds tell when a window is over.
func (w Windows) dayEnds() time.Time  { return time.Unix((w.Day+1)*secondsOfDay-kolkata, 0).UTC() }
func (w Windows) hourEnds() time.Time { return time.Unix((w.Hour+1)*secondsOfHour-kolkata, 0).UTC() }

// Tally is what the database has counted of one quota: the windows that were counted last, and the calls in each. Calls
// that a process has a share for count as made.
type Tally struct {
	Windows
	InDay, InHour, InSecond int64
	// Version counts the changes of the tally; 0 is one that nobody has made yet.
	Version int64
}

// at moves a tally on to windows. Windows that are over are not gone back to: a process whose clock is behind counts
// into those of the others.
func (t Tally) at(w Windows) Tally {
	if w.Day > t.Day {
		t.Day, t.InDay = w.Day, 0
	}
	if w.Hour > t.Hour {
		t.Hour, t.InHour = w.Hour, 0
	}
	if w.Second > t.Second {
		t.Second, t.InSecond = w.Second, 0
	}
	return t
}

// left is how many more calls fit into the day and the hour.
func (t Tally) left(l Limits) int64 {
	left := int64(boundless)
	if l.Day > 0 {
		left = min(left, l.Day-t.InDay)
	}
	if l.Hour > 0 {
		left = min(left, l.Hour-t.InHour)
	}
	return max(0, left)
}

// leftNow is how many more calls fit into the second.
func (t Tally) leftNow(l Limits) int64 {
	if l.Second == 0 {
		return boundless
	}
	return max(0, l.Second-t.InSecond)
}

// boundless stands for a limit that does not exist.
const boundless = 1 << 50
