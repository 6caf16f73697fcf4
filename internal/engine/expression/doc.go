// Package expression is the expression language of scenario files: expr-lang's
// syntax, checked against types that come from the contract, and compiled to
// Go closures.
//
// A source text takes this way: the parser of expr-lang gives a syntax tree
// (syntax.go); one walk over the tree infers types, gathers every problem and
// builds the closures (compile.go and the files named for what they compile);
// the tree is dropped. An [Expression] reads its facts from numbered slots of
// an [Env], so running one looks up no names but those of JSON members.
//
// What holds throughout:
//
//   - Compile and Eval are total: no input makes them panic or run for long.
//     Work is counted in steps and stops when [Env.Steps] is used up.
//   - A value that may be absent must be asked for or given a default before
//     it is used; `x != nil && x.y == 1` and its like are understood.
//   - Numbers and decimals compare and add up exactly; nothing is a float.
//   - A raw string of kind decimal, date, date-time or duration is read when
//     an operator or function uses it and not before, so that copying a value
//     gives back the caller's own text.
//   - Nothing reads a clock, a random source or a file but through the Env.
//
// Messages and explanations never quote values of types marked sensitive, and
// run-time errors quote no values at all.
package expression
