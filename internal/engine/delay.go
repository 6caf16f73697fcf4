package engine

import (
	"encoding/json"
	"math"
	"strconv"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/bank"
)

// maxDelay bounds every delay: a caller never waits longer.
const maxDelay = 10 * time.Minute

// delay is how long an answer waits: always the same, or drawn from a distribution.
type delay struct {
	kind  delayKind
	low   time.Duration // fixed, the lower end, or the median
	high  time.Duration
	sigma float64
	most  time.Duration
}

type delayKind uint8

const (
	noDelay delayKind = iota
	fixedDelay
	uniformDelay
	lognormalDelay
)

// draw gives the delay for one answer.
func (d *delay) draw(ev *evaluation) time.Duration {
	switch d.kind {
	case fixedDelay:
		return d.low
	case uniformDelay:
		return d.low + time.Duration(ev.random().Int64N(int64(d.high-d.low)+1))
	case lognormalDelay:
		return min(d.most, time.Duration(float64(d.low)*math.Exp(d.sigma*ev.random().NormFloat64())))
	}
	return 0
}

// maxAfter bounds how much later an effect may be, by the sandbox's clock.
const maxAfter = 10 * 366 * 24 * time.Hour

// delayOf reads a duration, {uniform: [a, b]} or {lognormal: {median, sigma}}.
func (l *loader) delayOf(s *source, n *yaml.Node, most time.Duration) delay {
	d := delay{most: most}
	if n == nil {
		return d
	}
	if n.Kind == yaml.ScalarNode {
		d.kind, d.low = fixedDelay, l.duration(s, n, most)
		return d
	}
	if n.Kind == yaml.MappingNode && len(n.Content) != 2 {
		l.error("bad-delay", s.place(n), "write 200ms, {uniform: [50ms, 2s]} or {lognormal: {median: 80ms, sigma: 0.4}}", "a delay has one form")
		return d
	}
	l.readFields(s, n, "delay", []field{
		{name: "uniform", read: func(_, v *yaml.Node) {
			if v.Kind != yaml.SequenceNode || len(v.Content) != 2 {
				l.error("bad-delay", s.place(v), "write [50ms, 2s]", "uniform takes the shortest and the longest delay")
				return
			}
			d.kind, d.low, d.high = uniformDelay, l.duration(s, v.Content[0], most), l.duration(s, v.Content[1], most)
			if d.high < d.low {
				l.error("bad-delay", s.place(v), "swap the two", "the longest delay is shorter than the shortest")
				d.high = d.low
			}
		}},
		{name: "lognormal", read: func(_, v *yaml.Node) {
			d.kind = lognormalDelay
			l.readFields(s, v, "lognormal", []field{
				{name: "median", required: true, read: func(_, v *yaml.Node) { d.low = l.duration(s, v, most) }},
				{name: "sigma", required: true, read: func(_, v *yaml.Node) { d.sigma = l.sigma(s, v) }},
			})
		}},
	})
	return d
}

// duration reads a length of time such as 200ms, 30s, 5m, 1h or 30d.
func (l *loader) duration(s *source, n *yaml.Node, most time.Duration) time.Duration {
	text, ok := l.text(s, n, "a duration")
	if !ok {
		return 0
	}
	d, err := bank.ParseDelay(text)
	if err != nil {
		l.error("bad-duration", s.place(n), "write it as 200ms, 30s, 5m, 1h or 30d", "%q is no duration", text)
		return 0
	}
	if d > most {
		l.error("bad-duration", s.place(n), "", "%s is too long: at most %s", text, most)
		return 0
	}
	return d
}

func (l *loader) sigma(s *source, n *yaml.Node) float64 {
	v, _ := scalar(n)
	var sigma float64
	var err error
	switch x := v.(type) {
	case int:
		sigma = float64(x)
	case json.Number:
		sigma, err = strconv.ParseFloat(string(x), 64)
	default:
		sigma = -1
	}
	if err != nil || sigma < 0 || sigma > 5 {
		l.error("bad-delay", s.place(n), "", "sigma is a number from 0 to 5")
		return 0
	}
	return sigma
}
