package portal

import (
	"errors"
	"time"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/problem"
)

// Errors of a Store.
var (
	ErrNotFound = errors.New("there is no such thing")
	ErrTaken    = errors.New("it is there already")
	ErrStale    = errors.New("it has been changed by another")
)

// ErrUnavailable is the error of what cannot be done at the moment, because something that the portal needs for it does
// not answer or has too much to do.
var ErrUnavailable = errors.New("it cannot be done at the moment")

// Refusal says why something was not done. Code is that of the error catalogue; Detail is a sentence that may be shown
// to an end user; Violations name the fields that are to blame.
type Refusal struct {
	Code       string
	Detail     string
	Violations []problem.Violation
	// Findings are what is wrong in a scenario file.
	Findings finding.List
	// RetryAfter is when it is worth trying again, where that is known.
	RetryAfter time.Duration
}

// Error gives the code and the sentence.
func (r *Refusal) Error() string { return r.Code + ": " + r.Detail }

func refuse(code, detail string) error { return &Refusal{Code: code, Detail: detail} }

// refuseField blames one field of the body.
func refuseField(code, detail, pointer, message string) error {
	return &Refusal{Code: code, Detail: detail, Violations: []problem.Violation{{In: "body", Pointer: pointer, Message: message}}}
}
