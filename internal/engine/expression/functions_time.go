package expression

import (
	"strings"

	"github.com/sandbank/sandbank/internal/bank"
)

func timeFunctions() []function {
	day := takes{noun: "a date, a date-time or text of one", kinds: kinds(Date, DateTime, String), adapt: Date}
	instant := takes{noun: "a date, a date-time or text of one", kinds: kinds(Date, DateTime, String), adapt: DateTime}
	span := takes{noun: "a duration or text of one", kinds: kinds(Duration, String), adapt: Duration}
	dateType := &Type{Kind: Date}
	return []function{
		{
			name: "date", params: []parameter{{name: "x", takes: day}}, result: "date",
			doc: "A date from its text, or the day of a date-time in India.", example: `date(now) > date("2026-03-31")`,
			build: func(_ *compiler, k *call) code {
				return k.converted(dateType, Date, func(_ *Env, v any, at int) (any, *RuntimeError) {
					m, err := toMoment(v, at)
					return m.date(), err
				})
			},
		},
		{
			name: "dateTime", params: []parameter{{name: "x", takes: instant}}, result: "date-time",
			doc: "A date-time from its text, or the start of a date in India.", example: `now > dateTime("2026-03-31T18:00:00+05:30")`,
			build: func(_ *compiler, k *call) code {
				return k.converted(&Type{Kind: DateTime}, DateTime, func(_ *Env, v any, at int) (any, *RuntimeError) {
					t, err := toTime(v, at)
					return t, err
				})
			},
		},
		{
			name: "duration", params: []parameter{{name: "x", takes: span}}, result: "duration",
			doc: "An ISO 8601 duration from its text.", example: `now + duration("P1Y6M")`,
			build: func(_ *compiler, k *call) code {
				return k.converted(&Type{Kind: Duration}, Duration, func(_ *Env, v any, at int) (any, *RuntimeError) {
					d, err := toDuration(v, at)
					return d, err
				})
			},
		},
		{
			name: "addDuration", params: []parameter{{name: "time", takes: takesMoment}, {name: "duration", takes: takesDuration}},
			result: "date or date-time, as time is", doc: "The time a duration later; where a month is too short, its last day.",
			example: `addDuration(now, "PT5M")`,
			build: func(_ *compiler, k *call) code {
				return k.binary(k.of(&Type{Kind: k.args[0].typ.Kind}), func(env *Env, a, b any, at int) (any, *RuntimeError) {
					return shift(env, '+', a, b, at)
				})
			},
		},
		{
			name: "utc", params: []parameter{{name: "time", takes: instant}, {name: "pattern", takes: takesText}}, result: "string",
			doc:     "The time in UTC as text, in which YYYY, MM, DD, hh, mm and ss of the pattern stand for year to second.",
			example: `utc(now, "YYYY-MM-DD hh:mm:ss")`,
			build:   func(_ *compiler, k *call) code { return k.binary(k.of(stringType), utcText) },
		},
		{
			name: "ageOn", params: []parameter{{name: "birth", takes: takesDay}, {name: "day", takes: takesDay}}, result: "int",
			doc: "The number of completed years on a day.", example: `ageOn(body.dob, now) < 18`,
			build: func(_ *compiler, k *call) code { return k.days(bank.AgeOn) },
		},
		{
			name: "daysBetween", params: []parameter{{name: "from", takes: takesDay}, {name: "to", takes: takesDay}}, result: "int",
			doc: "The days from one day to another; negative when the other is earlier.", example: `daysBetween(deposit.start, now) < 7`,
			build: func(_ *compiler, k *call) code { return k.days(bank.Date.DaysUntil) },
		},
	}
}

// utcText writes a time by a pattern.
func utcText(env *Env, a, b any, at int) (any, *RuntimeError) {
	t, err := toTime(a, at)
	if err != nil {
		return nil, err
	}
	pattern, err := toText(b, at)
	if err != nil {
		return nil, err
	}
	if err := env.chargeText(2*len(pattern), at); err != nil {
		return nil, err
	}
	t = t.UTC()
	var parts []string
	for name, layout := range map[string]string{"YYYY": "2006", "MM": "01", "DD": "02", "hh": "15", "mm": "04", "ss": "05"} {
		parts = append(parts, name, t.Format(layout))
	}
	return strings.NewReplacer(parts...).Replace(pattern), nil
}

// days is the code of a function of two days.
func (k *call) days(work func(a, b bank.Date) int) code {
	return k.binary(k.of(intType), func(_ *Env, a, b any, at int) (any, *RuntimeError) {
		from, err := toMoment(a, at)
		if err != nil {
			return nil, err
		}
		to, err := toMoment(b, at)
		if err != nil {
			return nil, err
		}
		return work(from.date(), to.date()), nil
	})
}
