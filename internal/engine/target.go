package engine

import (
	"github.com/sandbank/sandbank/internal/contract"
)

// target is what a list of rules speaks for: an operation, one of its decision points, or every operation.
type target struct {
	operation *contract.Operation     // nil under "*"
	point     *contract.DecisionPoint // nil for the operation itself
}

// String is the target as scenario files write it: an operation's id, operation/point, or "*".
func (t target) String() string { return t.with("/") }

// key is the target within the keys of counters: a rule's name may hold a slash.
func (t target) key() string { return t.with("#") }

func (t target) with(separator string) string {
	switch {
	case t.operation == nil:
		return "*"
	case t.point == nil:
		return t.operation.ID
	}
	return t.operation.ID + separator + t.point.Name
}

// targetsOf lists an operation and its decision points.
func targetsOf(o *contract.Operation) []target {
	out := []target{{operation: o}}
	for _, point := range o.Points {
		out = append(out, target{o, point})
	}
	return out
}

// described is the target within a message, unit what its rules decide about.
func (t target) described() string {
	return t.kind() + " " + t.String()
}

func (t target) unit() string {
	if t.point == nil {
		return "request"
	}
	return "item"
}

// kind says what the target is.
func (t target) kind() string {
	if t.point == nil {
		return "operation"
	}
	return "decision point"
}
