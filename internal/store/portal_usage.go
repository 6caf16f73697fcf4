package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"github.com/sandbank/sandbank/internal/portal"
)

// usage is a portal.UsageLog. Each row counts what one application did with one API on one day; how long answers took
// stands in a table of its own, by bucket.
type usage struct{ db bun.IDB }

// add adds to what is there already of the same day, application and API.
func (u usage) add(ctx context.Context, list []portal.Usage) error {
	for _, v := range list {
		_, err := u.db.NewRaw(`INSERT INTO usage (day, organisation, application, api, calls, client_errors, server_errors, throttled, longest)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (day, application, api) DO UPDATE SET calls = usage.calls + excluded.calls,
				client_errors = usage.client_errors + excluded.client_errors, server_errors = usage.server_errors + excluded.server_errors,
				throttled = usage.throttled + excluded.throttled,
				longest = CASE WHEN excluded.longest > usage.longest THEN excluded.longest ELSE usage.longest END`,
			v.Day, v.Organisation, v.Application, v.API, v.Calls, v.ClientErrors, v.ServerErrors, v.Throttled, v.Longest).Exec(ctx)
		if err != nil {
			return fmt.Errorf("count calls: %w", err)
		}
		for bucket, n := range v.Latency {
			_, err := u.db.NewRaw(`INSERT INTO usage_latency (day, organisation, application, api, bucket, calls) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (day, application, api, bucket) DO UPDATE SET calls = usage_latency.calls + excluded.calls`,
				v.Day, v.Organisation, v.Application, v.API, bucket, n).Exec(ctx)
			if err != nil {
				return fmt.Errorf("count calls: %w", err)
			}
		}
	}
	return nil
}

// usageRow is a row of a report, or a bucket of one.
type usageRow struct {
	Day, Organisation, Application, API                           string
	Calls, ClientErrors, ServerErrors, Throttled, Longest, Bucket int64
}

// usageColumns are what calls can be counted by.
var usageColumns = []portal.UsageGroup{portal.ByDay, portal.ByOrganisation, portal.ByApplication, portal.ByAPI}

// Usage implements portal.UsageLog.
func (u usage) Usage(ctx context.Context, f portal.UsageFilter) ([]portal.Usage, error) {
	q := conditions{}
	q.equal("organisation", f.Organisation)
	q.equal("application", f.Application)
	q.equal("api", f.API)
	if f.From != "" {
		q.add("day >= ?", f.From)
	}
	if f.To != "" {
		q.add("day <= ?", f.To)
	}
	by := map[portal.UsageGroup]bool{}
	for _, g := range f.By {
		by[g] = true
	}
	var columns, groups []string
	for _, g := range usageColumns {
		if by[g] {
			columns, groups = append(columns, string(g)), append(groups, string(g))
		} else {
			columns = append(columns, "'' AS "+string(g))
		}
	}
	selected := "SELECT " + strings.Join(columns, ", ")
	var rows, buckets []usageRow
	err := u.db.NewRaw(selected+`, CAST(COALESCE(SUM(calls), 0) AS BIGINT) AS calls, CAST(COALESCE(SUM(client_errors), 0) AS BIGINT) AS client_errors,
		CAST(COALESCE(SUM(server_errors), 0) AS BIGINT) AS server_errors, CAST(COALESCE(SUM(throttled), 0) AS BIGINT) AS throttled,
		COALESCE(MAX(longest), 0) AS longest FROM usage`+q.where()+grouped(groups), q.values...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read the usage: %w", err)
	}
	err = u.db.NewRaw(selected+", bucket, CAST(SUM(calls) AS BIGINT) AS calls FROM usage_latency"+q.where()+grouped(append(groups, "bucket")), q.values...).Scan(ctx, &buckets)
	if err != nil {
		return nil, fmt.Errorf("read the usage: %w", err)
	}
	at := map[[4]string]int{}
	var list []portal.Usage
	for _, r := range rows {
		if r.Calls == 0 {
			continue // the sum of no rows at all
		}
		at[r.key()] = len(list)
		list = append(list, portal.Usage{Day: portal.Day(r.Day), Organisation: r.Organisation, Application: r.Application, API: r.API,
			Figures: portal.Figures{Calls: r.Calls, ClientErrors: r.ClientErrors, ServerErrors: r.ServerErrors, Throttled: r.Throttled,
				Longest: r.Longest, Latency: map[int]int64{}}})
	}
	for _, b := range buckets {
		if i, ok := at[b.key()]; ok {
			list[i].Latency[int(b.Bucket)] = b.Calls
		}
	}
	return list, nil
}

func (r usageRow) key() [4]string { return [4]string{r.Day, r.Organisation, r.Application, r.API} }

func grouped(columns []string) string {
	if len(columns) == 0 {
		return ""
	}
	return " GROUP BY " + strings.Join(columns, ", ")
}
