package server

import (
	"net/http"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// maxRuleSeries bounds the counters of single rules; hits of rules beyond it are counted together, as rule "other".
const maxRuleSeries = 2000

// maxTiers bounds the account plans that are counted by themselves; others are counted together, as tier "other".
const maxTiers = 50

// unmatched labels requests that no route takes.
const unmatched = "unmatched"

// metrics are the server's Prometheus metrics, in a registry of their own. Labels are names from documents, routes and
// scenario files, never from requests.
type metrics struct {
	registry         *prometheus.Registry
	requests         *prometheus.CounterVec   // api, operation, status
	duration         *prometheus.HistogramVec // api, operation
	ruleHits         *prometheus.CounterVec   // api, operation, scenario, rule
	problems         *known[string, prometheus.Counter]
	offContract      *prometheus.CounterVec // api, operation
	tiers            *known[tierName, prometheus.Counter]
	tierNames        *known[string, string]
	tierCount        atomic.Int64
	scenarios, rules prometheus.Gauge
	ruleSeries       atomic.Int64
}

func newMetrics(version string) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "sandbank_http_requests_total", Help: "Requests answered, by API, operation and status. Outside the APIs the operation is the route.",
		}, []string{"api", "operation", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "sandbank_http_request_duration_seconds", Help: "Time from the request's header to the end of the answer, with the delays that scenarios ask for.",
			Buckets: []float64{.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"api", "operation"}),
		ruleHits: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "sandbank_rule_hits_total", Help: "Answers by scenario rule.",
		}, []string{"api", "operation", "scenario", "rule"}),
		offContract: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "sandbank_off_contract_total", Help: "Answers outside the contract, which rules gave on purpose.",
		}, []string{"api", "operation"}),
		scenarios: prometheus.NewGauge(prometheus.GaugeOpts{Name: "sandbank_scenarios", Help: "Scenarios in the program that is serving."}),
		rules:     prometheus.NewGauge(prometheus.GaugeOpts{Name: "sandbank_rules", Help: "Rules in the program that is serving."}),
	}
	problems := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "sandbank_problems_total", Help: "Problems answered, by code.",
	}, []string{"code"})
	tiers := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "sandbank_calls_total", Help: "Calls with a known key, by API, tier (the organisation's account plan) and class of the status.",
	}, []string{"api", "tier", "status"})
	m.tiers = newKnown(func(n tierName) prometheus.Counter { return tiers.WithLabelValues(n.api, n.tier, n.class) })
	m.tierNames = newKnown(func(name string) string {
		if m.tierCount.Add(1) > maxTiers {
			return "other"
		}
		return name
	})
	m.problems = newKnown(func(code string) prometheus.Counter { return problems.WithLabelValues(code) })
	build := prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "sandbank_build_info", Help: "Always 1; the labels say what is running.",
	}, []string{"version", "goversion"})
	build.WithLabelValues(version, runtime.Version()).Set(1)
	m.registry.MustRegister(m.requests, m.duration, m.ruleHits, problems, m.offContract, m.scenarios, m.rules, build, tiers,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}

// watch adds what the sandboxes hold, read when somebody asks.
func (m *metrics) watch(sandboxes *sandbox.Registry) {
	for _, g := range []struct {
		name, help string
		counter    bool
		of         func(sandbox.Stats) int64
	}{
		{"sandbank_sandboxes", "Sandboxes that are kept.", false, func(s sandbox.Stats) int64 { return s.Sandboxes }},
		{"sandbank_sandbox_evictions_total", "Sandboxes that had to make room for others.", true, func(s sandbox.Stats) int64 { return s.Evictions }},
		{"sandbank_journal_bytes", "Memory of all journals.", false, func(s sandbox.Stats) int64 { return s.JournalBytes }},
		{"sandbank_journal_dropped_total", "Entries that journals no longer have.", true, func(s sandbox.Stats) int64 { return s.Dropped }},
		{"sandbank_failed_steps_total", "Later effects that could not be done when they were due.", true, func(s sandbox.Stats) int64 { return s.FailedSteps }},
	} {
		value := func() float64 { return float64(g.of(sandboxes.Stats())) }
		if g.counter {
			m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: g.name, Help: g.help}, value))
		} else {
			m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: g.name, Help: g.help}, value))
		}
	}
}

func (m *metrics) programLoaded(p *engine.Program) {
	scenarios, rules := p.Stats()
	m.scenarios.Set(float64(scenarios))
	m.rules.Set(float64(rules))
}

// routeCounts are the counters of one route, looked up without hashing labels.
type routeCounts struct {
	statuses *known[int, prometheus.Counter]
	rules    *known[ruleName, prometheus.Counter]
	duration prometheus.Observer
}

type ruleName struct{ scenario, rule string }

// route gives the counters of an operation of an API, or of another route, where api is "".
func (m *metrics) route(api, operation string) routeCounts {
	if operation == "" {
		operation = unmatched
	}
	return routeCounts{
		statuses: newKnown(func(status int) prometheus.Counter {
			return m.requests.WithLabelValues(api, operation, strconv.Itoa(status))
		}),
		rules: newKnown(func(n ruleName) prometheus.Counter {
			if m.ruleSeries.Add(1) > maxRuleSeries {
				return m.ruleHits.WithLabelValues(api, operation, "other", "other")
			}
			return m.ruleHits.WithLabelValues(api, operation, n.scenario, n.rule)
		}),
		duration: m.duration.WithLabelValues(api, operation),
	}
}

func (c *routeCounts) done(status int, took time.Duration) {
	c.statuses.of(status).Inc()
	c.duration.Observe(took.Seconds())
}

func (c *routeCounts) rule(scenario, rule string) { c.rules.of(ruleName{scenario, rule}).Inc() }

// tierName says where a call with a known key is counted; class is that of its status.
type tierName struct{ api, tier, class string }

// statusClasses are the classes of statuses, by their first digit.
var statusClasses = [...]string{"other", "1xx", "2xx", "3xx", "4xx", "5xx"}

// tier counts a call with a known key. The tier's name comes from the bank.
func (m *metrics) tier(tier, api string, status int) {
	class := statusClasses[0]
	if status == http.StatusTooManyRequests {
		class = "429"
	} else if n := status / 100; n > 0 && n < len(statusClasses) {
		class = statusClasses[n]
	}
	m.tiers.of(tierName{api, m.tierNames.of(tier), class}).Inc()
}
