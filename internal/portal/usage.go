package portal

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/problem"
)

// Usage is what one application did with one API on one day. Members by which a report does not group are empty.
type Usage struct {
	UsageKey
	Figures
}

// UsageFilter narrows usage; empty members narrow nothing. Days are both included.
type UsageFilter struct {
	Organisation, Application, API string
	From, To                       Day
	// By is what calls are counted by; nothing counts them all together.
	By []UsageGroup
	// After is the group that the first one follows; nil begins with the first of all. Limit is how many groups there
	// are at most; 0 is all of them.
	After *UsageKey
	Limit int
}

// UsageKey tells the groups of a report apart, whose order it is: by day, organisation, application and API. Members by
// which a report does not group are empty.
type UsageKey struct {
	Day                            Day
	Organisation, Application, API string
}

// UsageGroup is something that calls are counted by.
type UsageGroup string

// What calls can be counted by.
const (
	ByDay          UsageGroup = "day"
	ByOrganisation UsageGroup = "organisation"
	ByApplication  UsageGroup = "application"
	ByAPI          UsageGroup = "api"
)

// UsageLog is what a Store knows of calls. A UsageSink writes it.
type UsageLog interface {
	// Usage counts calls by group, in the order of their keys.
	Usage(ctx context.Context, f UsageFilter) ([]Usage, error)
}

// UsageRow is one line of a report, with the names as they are now; "" for what is gone.
type UsageRow struct {
	Usage
	OrganisationName, ApplicationName string
}

// UsageReport counts calls over some days.
type UsageReport struct {
	From, To Day
	Total    Figures
	Rows     []UsageRow // in the order of their keys
	Next     string
}

// UsagePage asks for a page of a report. From and To may be left out.
type UsagePage struct {
	UsageFilter
	Cursor string
	Limit  int
}

const (
	reportedDays = 30  // of a report that names no first day
	mostDays     = 366 // of any report
)

// Usage reports the calls of the caller's organisation.
func (s *Service) Usage(ctx context.Context, by Actor, q UsagePage) (UsageReport, error) {
	if err := by.inOrganisation(); err != nil {
		return UsageReport{}, err
	}
	q.Organisation = by.Organisation
	return s.report(ctx, q)
}

// BankUsage reports the calls of all organisations, or of one, to the bank's staff.
func (s *Service) BankUsage(ctx context.Context, by Actor, q UsagePage) (UsageReport, error) {
	if err := by.staff(); err != nil {
		return UsageReport{}, err
	}
	return s.report(ctx, q)
}

func (s *Service) report(ctx context.Context, q UsagePage) (UsageReport, error) {
	if err := q.period(DayOf(s.now())); err != nil {
		return UsageReport{}, err
	}
	r := UsageReport{From: q.From, To: q.To}
	var err error
	if q.After, err = usagePlace(q.Cursor, q.By); err != nil {
		return r, err
	}
	whole := q.UsageFilter
	whole.By, whole.After = nil, nil
	q.UsageFilter.Limit = q.Limit + 1
	err = s.store.View(ctx, func(tx Tx) error {
		r.Total, r.Rows, r.Next = Figures{}, nil, ""
		all, err := tx.Usage(ctx, whole)
		if err != nil {
			return err
		}
		for _, u := range all {
			r.Total.Add(u.Figures)
		}
		if len(q.By) == 0 {
			return nil
		}
		list, err := tx.Usage(ctx, q.UsageFilter)
		if err != nil {
			return err
		}
		if len(list) > q.Limit {
			list = list[:q.Limit]
			r.Next = list[q.Limit-1].cursor()
		}
		r.Rows = make([]UsageRow, len(list))
		for i, u := range list {
			r.Rows[i].Usage = u
		}
		return nameUsage(ctx, tx, r.Rows)
	})
	return r, err
}

// cursor writes a key as what a caller sends back.
func (k UsageKey) cursor() string {
	return base64.RawURLEncoding.EncodeToString([]byte(strings.Join([]string{string(k.Day), k.Organisation, k.Application, k.API}, " ")))
}

// usagePlace reads what cursor has written for a report with the same groups; nil for the beginning. The error is a
// *Refusal.
func usagePlace(cursor string, by []UsageGroup) (*UsageKey, error) {
	if cursor == "" {
		return nil, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	members := strings.Split(string(text), " ")
	if err != nil || len(members) != 4 || !utf8.Valid(text) || bytes.ContainsRune(text, 0) {
		return nil, errCursor
	}
	for i, g := range []UsageGroup{ByDay, ByOrganisation, ByApplication, ByAPI} {
		if slices.Contains(by, g) != (members[i] != "") {
			return nil, errCursor
		}
	}
	return &UsageKey{Day(members[0]), members[1], members[2], members[3]}, nil
}

// period completes the days of a report and refuses those that are none.
func (q *UsagePage) period(today Day) error {
	q.To = cmp.Or(q.To, today)
	for _, d := range []Day{q.From, q.To} {
		if d != "" && d.Start().IsZero() {
			return refuse(problem.PeriodInvalid, "There is no day "+string(d)+".")
		}
	}
	if q.From == "" {
		q.From = q.To.Before(reportedDays - 1)
	}
	switch {
	case q.To < q.From:
		return refuse(problem.PeriodInvalid, "The period ends before it begins.")
	case q.From < q.To.Before(mostDays-1):
		return refuse(problem.PeriodInvalid, "The period is longer than 366 days.")
	}
	return nil
}

// nameUsage gives the rows the names of organisations and applications.
func nameUsage(ctx context.Context, tx Tx, rows []UsageRow) (err error) {
	organisation := organisationNames(tx)
	applications := map[string]string{"": ""}
	for i := range rows {
		r := &rows[i]
		if r.OrganisationName, err = organisation(ctx, r.Organisation); err != nil {
			return err
		}
		if _, known := applications[r.Application]; !known {
			a, err := tx.Application(ctx, r.Application)
			if err != nil && !notFound(err) {
				return err
			}
			applications[r.Application] = a.Name
		}
		r.ApplicationName = applications[r.Application]
	}
	return nil
}
