package store

import (
	"context"
	"fmt"
	"slices"
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
	grouping := newGrouping(f.By)
	if f.After != nil {
		grouping.add(&q, ">", *f.After)
	}
	list, err := u.figures(ctx, f, q, grouping)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	if f.Limit > 0 {
		grouping.add(&q, "<=", list[len(list)-1].UsageKey)
	}
	return list, u.latencies(ctx, list, q, grouping)
}

// figures reads the groups of a report without their latencies.
func (u usage) figures(ctx context.Context, f portal.UsageFilter, q conditions, by grouping) ([]portal.Usage, error) {
	query := "SELECT " + by.selected() + `, CAST(COALESCE(SUM(calls), 0) AS BIGINT) AS calls,
		CAST(COALESCE(SUM(client_errors), 0) AS BIGINT) AS client_errors, CAST(COALESCE(SUM(server_errors), 0) AS BIGINT) AS server_errors,
		CAST(COALESCE(SUM(throttled), 0) AS BIGINT) AS throttled, COALESCE(MAX(longest), 0) AS longest FROM usage` + q.where() + by.clause("GROUP BY") +
		by.clause("ORDER BY")
	if f.Limit > 0 {
		query += " LIMIT ?"
		q.values = append(slices.Clone(q.values), f.Limit)
	}
	var rows []usageRow
	if err := u.db.NewRaw(query, q.values...).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("read the usage: %w", err)
	}
	var list []portal.Usage
	for _, r := range rows {
		if r.Calls == 0 {
			continue // the sum of no rows at all
		}
		list = append(list, portal.Usage{UsageKey: r.key(), Figures: portal.Figures{Calls: r.Calls, ClientErrors: r.ClientErrors,
			ServerErrors: r.ServerErrors, Throttled: r.Throttled, Longest: r.Longest, Latency: map[int]int64{}}})
	}
	return list, nil
}

// latencies completes the groups of a report.
func (u usage) latencies(ctx context.Context, list []portal.Usage, q conditions, by grouping) error {
	var buckets []usageRow
	err := u.db.NewRaw("SELECT "+by.selected()+", bucket, CAST(SUM(calls) AS BIGINT) AS calls FROM usage_latency"+q.where()+
		append(by, "bucket").clause("GROUP BY"), q.values...).Scan(ctx, &buckets)
	if err != nil {
		return fmt.Errorf("read the usage: %w", err)
	}
	at := map[portal.UsageKey]int{}
	for i, v := range list {
		at[v.UsageKey] = i
	}
	for _, b := range buckets {
		if i, ok := at[b.key()]; ok {
			list[i].Latency[int(b.Bucket)] = b.Calls
		}
	}
	return nil
}

func (r usageRow) key() portal.UsageKey {
	return portal.UsageKey{Day: portal.Day(r.Day), Organisation: r.Organisation, Application: r.Application, API: r.API}
}

// grouping is the columns that a report groups by, in the order of usageColumns.
type grouping []string

func newGrouping(by []portal.UsageGroup) grouping {
	var g grouping
	for _, column := range usageColumns {
		if slices.Contains(by, column) {
			g = append(g, string(column))
		}
	}
	return g
}

// selected names every column of a key: empty ones where calls are not grouped by it.
func (g grouping) selected() string {
	columns := make([]string, len(usageColumns))
	for i, c := range usageColumns {
		if columns[i] = string(c); !slices.Contains(g, string(c)) {
			columns[i] = "'' AS " + string(c)
		}
	}
	return strings.Join(columns, ", ")
}

// clause writes a clause that lists the columns; "" without any.
func (g grouping) clause(words string) string {
	if len(g) == 0 {
		return ""
	}
	return " " + words + " " + strings.Join(g, ", ")
}

// add asks for the groups on one side of a key.
func (g grouping) add(q *conditions, comparison string, k portal.UsageKey) {
	if len(g) == 0 {
		return
	}
	members := map[string]any{string(portal.ByDay): string(k.Day), string(portal.ByOrganisation): k.Organisation,
		string(portal.ByApplication): k.Application, string(portal.ByAPI): k.API}
	values := make([]any, len(g))
	for i, c := range g {
		values[i] = members[c]
	}
	q.add("("+strings.Join(g, ", ")+") "+comparison+" (?"+strings.Repeat(", ?", len(g)-1)+")", values...)
}
