package agreement

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// dateFormat is a pattern of dates and times as matchers write them (Java's DateTimeFormatter): its letters in runs and
// the text between them. It is nil for a pattern with letters that are not known here.
type dateFormat []datePart

// datePart is text, or a run of one letter.
type datePart struct {
	letter byte // 0 for text
	text   string
}

// isoFormats are the patterns of matchers that name none.
var isoFormats = map[string]string{"date": "yyyy-MM-dd", "time": "HH:mm:ss", "datetime": "yyyy-MM-dd'T'HH:mm:ss"}

func datePattern(match, format string) dateFormat {
	if format == "" {
		format = isoFormats[match]
	}
	var out dateFormat
	for i := 0; i < len(format); {
		c := format[i]
		switch {
		case c == '\'':
			end := strings.IndexByte(format[i+1:], '\'')
			if end < 0 {
				return nil
			}
			text := format[i+1 : i+1+end]
			if text == "" {
				text = "'"
			}
			out = append(out, datePart{0, text})
			i += end + 2
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			end := i
			for end < len(format) && format[end] == c {
				end++
			}
			part := datePart{c, format[i:end]}
			if part.expression() == "" {
				return nil
			}
			out = append(out, part)
			i = end
		default:
			out = append(out, datePart{0, string(c)})
			i++
		}
	}
	return out
}

// expression matches what the format writes, "" for a format that is not known.
func (f dateFormat) expression() string {
	if f == nil {
		return ""
	}
	var b strings.Builder
	for _, p := range f {
		b.WriteString(p.expression())
	}
	return "^" + b.String() + "$"
}

func (p datePart) expression() string {
	switch p.letter {
	case 0:
		return regexp.QuoteMeta(p.text)
	case 'y', 'u', 'M', 'd', 'H', 'h', 'm', 's':
		if (p.letter == 'M' && len(p.text) > 2) || len(p.text) == 3 {
			return "" // names of months
		}
		if len(p.text) == 1 {
			return "[0-9]{1,4}"
		}
		return fmt.Sprintf("[0-9]{%d}", len(p.text))
	case 'S':
		return fmt.Sprintf("[0-9]{%d}", len(p.text))
	case 'X':
		return "(?:Z|" + offset(p.text) + ")"
	case 'x':
		return offset(p.text)
	case 'Z':
		if len(p.text) < 4 {
			return offset("xx")
		}
	case 'a':
		return "(?:AM|PM|am|pm)"
	}
	return ""
}

// offset matches the offset from UTC in one, two or three letters: +05, +0530, +05:30.
func offset(letters string) string {
	switch len(letters) {
	case 1:
		return "[+-][0-9]{2}(?:[0-9]{2})?"
	case 2:
		return "[+-][0-9]{4}"
	}
	return "[+-][0-9]{2}:[0-9]{2}"
}

// moments are written in a format to see whether the document allows what it writes: a leap day late in the evening in
// India, and the first second of a century.
var moments = []time.Time{
	time.Date(2024, time.February, 29, 23, 59, 58, 123_000_000, time.FixedZone("IST", 19_800)),
	time.Date(2001, time.January, 1, 0, 0, 0, 0, time.UTC),
}

// samples writes the moments; there are none in a format that is not known.
func (f dateFormat) samples() []string {
	if f == nil {
		return nil
	}
	out := make([]string, len(moments))
	for i, t := range moments {
		var b strings.Builder
		for _, p := range f {
			b.WriteString(p.write(t))
		}
		out[i] = b.String()
	}
	return out
}

func (p datePart) write(t time.Time) string {
	pad := func(n int) string { return fmt.Sprintf("%0*d", len(p.text), n) }
	switch p.letter {
	case 'y', 'u':
		if len(p.text) == 2 {
			return pad(t.Year() % 100)
		}
		return pad(t.Year())
	case 'M':
		return pad(int(t.Month()))
	case 'd':
		return pad(t.Day())
	case 'H':
		return pad(t.Hour())
	case 'h':
		return pad((t.Hour()+11)%12 + 1)
	case 'm':
		return pad(t.Minute())
	case 's':
		return pad(t.Second())
	case 'S':
		return fmt.Sprintf("%09d", t.Nanosecond())[:min(9, len(p.text))]
	case 'X', 'x', 'Z':
		return writeOffset(p.letter, len(p.text), t)
	case 'a':
		return t.Format("PM")
	}
	return p.text
}

func writeOffset(letter byte, letters int, t time.Time) string {
	_, seconds := t.Zone()
	switch {
	case seconds == 0 && letter == 'X':
		return "Z"
	case letter == 'Z' || letters == 2:
		return t.Format("-0700")
	case letters == 1:
		return strings.TrimSuffix(t.Format("-0700"), "00")
	}
	return t.Format("-07:00")
}
