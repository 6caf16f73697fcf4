package expression

import (
	"cmp"
	"slices"
)

// Problem is something in a source text that keeps it from being used.
type Problem struct {
	Code        string // stable, one of the Code constants
	Offset, End int    // the part of the source that is meant, in bytes; End is exclusive
	Message     string // what is wrong
	Hint        string // what to do about it; may be empty
}

// The codes of problems.
const (
	CodeSyntax          = "expression-syntax"   // the parser cannot read it
	CodeTooLarge        = "expression-size"     // too long, or too deeply nested
	CodeUnsupported     = "unsupported-syntax"  // the parser reads it, the language does not have it
	CodeUnknownName     = "unknown-name"        // no such fact
	CodeUnknownMember   = "unknown-member"      // the type has no such member
	CodeUnknownFunction = "unknown-function"    //
	CodeOptional        = "optional-value"      // used although it may be absent
	CodeOmit            = "omit-value"          // omit used as if it were a value
	CodeNotListed       = "value-not-listed"    // a literal that its enum does not have
	CodeNeverEqual      = "never-equal"         // kinds that have no value in common
	CodeNoOrder         = "no-order"            // < and its like on what has no order
	CodeNotBool         = "not-a-condition"     // a condition that is not true or false
	CodeOperand         = "wrong-operand"       // an operator on a kind it does not take
	CodeArguments       = "wrong-arguments"     // the number of arguments
	CodeArgument        = "wrong-argument"      // the kind of an argument
	CodeLiteral         = "bad-literal"         // a literal that is no date, decimal, duration
	CodePattern         = "bad-pattern"         // a regular expression that is dynamic or malformed
	CodeNesting         = "predicates-too-deep" // filter in map in filter
	CodeName            = "bad-name"            // let with a name that is taken
	CodeHole            = "bad-hole"            // a hole that does not end, or is empty
)

// sortProblems puts problems in source order and drops repetitions, which come
// from parts that the parser shares between two operators (a < b < c).
func sortProblems(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.End, b.End), cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(problems)
}
