package portal

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/problem"
)

// Usage is what one application did with one API on one day. Members by which a report does not group are empty.
type Usage struct {
	Day                            Day
	Organisation, Application, API string
	Figures
}

// UsageFilter narrows usage; empty members narrow nothing. Days are both included.
type UsageFilter struct {
	Organisation, Application, API string
	From, To                       Day
	// By is what calls are counted by; nothing counts them all together.
	By []UsageGroup
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
	Rows     []UsageRow // by day, name and API
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
	err := s.store.View(ctx, func(tx Tx) error {
		list, err := tx.Usage(ctx, q.UsageFilter)
		if err != nil {
			return err
		}
		r.Total, r.Rows = Figures{}, make([]UsageRow, len(list))
		for i, u := range list {
			r.Rows[i].Usage = u
			r.Total.Add(u.Figures)
		}
		if len(q.By) == 0 {
			r.Rows = nil
		}
		if err := nameUsage(ctx, tx, r.Rows); err != nil {
			return err
		}
		slices.SortFunc(r.Rows, func(a, b UsageRow) int {
			return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.OrganisationName, b.OrganisationName), cmp.Compare(a.ApplicationName, b.ApplicationName),
				cmp.Compare(a.API, b.API), cmp.Compare(a.Organisation, b.Organisation), cmp.Compare(a.Application, b.Application))
		})
		r.Rows, r.Next, err = pageAfter(r.Rows, q.Cursor, q.Limit, func(u UsageRow) string {
			return strings.Join([]string{string(u.Day), u.Organisation, u.Application, u.API}, " ")
		})
		return err
	})
	return r, err
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
