package server

import (
	"github.com/prometheus/client_golang/prometheus"
)

// CallbackStats counts callbacks since the start. Pending ones are not finished; Retries are attempts beyond the first.
type CallbackStats struct {
	Pending                             int
	Delivered, Failed, Dropped, Retries uint64
}

// CallbackCounter is a CallbackSender that counts. Its numbers are shown among the metrics.
type CallbackCounter interface {
	CallbackStats() CallbackStats
}

// callbackStats registers the metrics of callbacks, read from the sender whenever they are asked for.
func (m *metrics) callbackStats(c CallbackCounter) {
	counter := func(name, help string, of func(CallbackStats) uint64) prometheus.Collector {
		return prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help}, func() float64 { return float64(of(c.CallbackStats())) })
	}
	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "sandbank_callbacks_pending", Help: "Callbacks that wait or are being sent."},
			func() float64 { return float64(c.CallbackStats().Pending) }),
		counter("sandbank_callbacks_delivered_total", "Callbacks that the receiver took.", func(s CallbackStats) uint64 { return s.Delivered }),
		counter("sandbank_callbacks_failed_total", "Callbacks that were given up.", func(s CallbackStats) uint64 { return s.Failed }),
		counter("sandbank_callbacks_dropped_total", "Callbacks that were not tried because too many were waiting.", func(s CallbackStats) uint64 { return s.Dropped }),
		counter("sandbank_callbacks_retries_total", "Attempts to send callbacks beyond the first.", func(s CallbackStats) uint64 { return s.Retries }),
	)
}
