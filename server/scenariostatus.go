package server

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/sandbank/sandbank/internal/finding"
)

// ScenarioStatus says which scenarios are serving, and what became of the latest attempt to load their files.
type ScenarioStatus struct {
	// Version counts the programs that have served, from 1: the one that the server started with.
	Version int
	// LoadedAt is when the program that is serving was put in place.
	LoadedAt time.Time
	// Serving tells that what serves is what the files say. It is false after a load that failed: then the last good
	// program goes on serving.
	Serving bool
	// Findings are those of the latest load: errors when it failed, else warnings at most.
	Findings finding.List
	// FailedAt is when the latest load failed; zero while Serving is true.
	FailedAt time.Time
	// Failed counts the loads that have failed since the server started.
	Failed int
}

// scenarioStatus registers the metrics of loading scenarios, read from the status whenever they are asked for.
func (m *metrics) scenarioStatus(status func() ScenarioStatus) {
	m.registry.MustRegister(
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "sandbank_scenarios_load_failed_total", Help: "Loads of the scenario files that failed; the last good program kept serving.",
		}, func() float64 { return float64(status().Failed) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "sandbank_scenarios_loaded_timestamp_seconds", Help: "When the scenarios that are serving were loaded, in seconds since 1970.",
		}, func() float64 { return float64(status().LoadedAt.UnixMilli()) / 1000 }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "sandbank_scenarios_version", Help: "How many programs have served since the start.",
		}, func() float64 { return float64(status().Version) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "sandbank_scenarios_up_to_date", Help: "1 when what serves is what the scenario files say, 0 after a load that failed.",
		}, func() float64 {
			if status().Serving {
				return 1
			}
			return 0
		}),
	)
}
