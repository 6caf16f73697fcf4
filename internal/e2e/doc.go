// Package e2e tests and measures the program as a whole, through HTTP alone. It holds tests only.
//
// Two things are tested: the program itself, built once for a run of the tests and started on a free port
// (program_test.go), and, where a clock must be moved or a delay must not last, the same server inside the test
// (inside_test.go). Every answer of either goes through one http.RoundTripper (checked_test.go), which holds it
// against the operation's contract and counts which statuses of which operation have been seen.
//
// What is kept beyond the process is tested with the program alone (kept_test.go): it is killed again and again
// (kill_test.go), and several share one PostgreSQL database (replicas_test.go).
//
// The benchmarks (bench_*_test.go) are described in docs/performance.md.
package e2e
