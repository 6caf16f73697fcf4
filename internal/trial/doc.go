// Package trial owns scenario tests: it reads the files whose names end in _test.yaml beside the scenarios and the tests:
// of scenario files, and runs their cases against a sandbox.
//
// Reading is like that of scenarios: strict, total, and held against the contracts and the program, so that a misspelt
// operation, field, rule or hole is found before anything runs ([Load]). What is read becomes a [Plan], which never
// changes. Running gives every case fresh sandboxes of a [Target]: the real handler in this process, or a deployment
// that is reached over HTTP. A case stops at its first step that fails; what is wrong is told as findings whose places
// are those of the expectations.
//
// The package has no clock and no source of chance of its own; both come with [Options] and the target.
package trial
