// Package bank is the banking that the rest of the program counts with: exact
// decimals, calendar dates and durations, deposit maths, ages and masking.
//
// It is pure. Nothing here reads a clock, a file, the environment or a random
// source, and nothing imports the rest of the program; scenario expressions and
// handlers call it. Every value is immutable, comparable with == and safe for
// concurrent use.
//
// Two promises hold throughout. Money is never a float. And a result is either
// right or an error: what does not fit is refused with [ErrRange], never cut
// off, and where rounding is part of a rule the function says how it rounds.
package bank

import "errors"

// Errors that callers tell apart with errors.Is. None of them quotes the value
// that was given, which may be one that must not be shown.
var (
	// ErrSyntax says that a text is not written in the form asked for.
	ErrSyntax = errors.New("malformed")
	// ErrRange says that a value is well formed, but is no real date or is
	// larger, smaller or longer than the type holds.
	ErrRange = errors.New("out of range")
	// ErrDivisionByZero is the error of [Decimal.Quo] with a zero divisor.
	ErrDivisionByZero = errors.New("division by zero")
	// ErrInvalidDeposit says that the terms of a deposit make no sense, such as
	// a principal of zero or a tenure with hours.
	ErrInvalidDeposit = errors.New("invalid deposit")
	// ErrPayoutTenure says that regular payouts were asked for on a deposit
	// that is shorter than six months.
	ErrPayoutTenure = errors.New("regular payouts need a tenure of at least six months")
)
