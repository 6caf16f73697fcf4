package engine

import (
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// Fault is what goes wrong on the wire with an answer. The zero value is none.
type Fault struct {
	Kind FaultKind
	// Percent of the body that Truncate lets through.
	Percent int
	// Chunks and Over say in how many parts and over how long Dribble sends the body.
	Chunks int
	Over   time.Duration
}

// FaultKind names a fault as scenario files do.
type FaultKind string

const (
	// Reset closes the connection with a TCP reset before anything is sent.
	Reset FaultKind = "reset"
	// Empty closes the connection without an answer.
	Empty FaultKind = "empty"
	// Truncate announces the whole body, sends a part of it and closes.
	Truncate FaultKind = "truncate"
	// Garbage sends bytes that are no HTTP and closes.
	Garbage FaultKind = "garbage"
	// Dribble sends the body slowly.
	Dribble FaultKind = "dribble"
)

// fault reads fault: reset, empty, garbage, {truncate: 60%} or {dribble: {chunks: 5, over: 2s}}.
func (l *loader) fault(r *ruleDecl) Fault {
	n := r.fault
	if n == nil {
		return Fault{}
	}
	s := r.src()
	const hint = "write reset, empty, garbage, truncate: 60% or dribble: {chunks: 5, over: 2s}"
	if n.Kind == yaml.ScalarNode {
		switch kind := FaultKind(n.Value); kind {
		case Reset, Empty, Garbage:
			return Fault{Kind: kind}
		}
		l.error("unknown-fault", s.place(n), hint, "%q is no fault by itself", n.Value)
		return Fault{}
	}
	if n.Kind == yaml.MappingNode && len(n.Content) != 2 {
		l.error("unknown-fault", s.place(n), hint, "a fault is one thing")
		return Fault{}
	}
	var f Fault
	l.readFields(s, n, "fault", []field{
		{name: string(Truncate), read: func(_, v *yaml.Node) {
			f = Fault{Kind: Truncate}
			digits, isPercent := strings.CutSuffix(v.Value, "%")
			percent, err := strconv.Atoi(digits)
			if !isPercent || err != nil || percent < 0 || percent > 99 {
				l.error("bad-fault", s.place(v), "", "truncate takes a share of the body from %s to %s", "0%", "99%")
			}
			f.Percent = percent
		}},
		{name: string(Dribble), read: func(_, v *yaml.Node) {
			f = Fault{Kind: Dribble}
			l.readFields(s, v, "dribble", []field{
				{name: "chunks", required: true, read: func(_, v *yaml.Node) { f.Chunks = l.count(s, v, "chunks", 2, 1000) }},
				{name: "over", required: true, read: func(_, v *yaml.Node) { f.Over = l.duration(s, v, maxDelay) }},
			})
		}},
	})
	return f
}

// count reads a whole number within bounds.
func (l *loader) count(s *source, n *yaml.Node, what string, low, high int) int {
	v, _ := scalar(n)
	i, ok := v.(int)
	if !ok || n.Kind != yaml.ScalarNode || i < low || i > high {
		l.error("bad-number", s.place(n), "", "%s is a whole number from %d to %d", what, low, high)
		return low
	}
	return i
}
