// Package server is HTTP and nothing else: the gin engine, the order of its middleware, and the writing of decisions,
// problems and documents. What to answer is decided by the engine, what may be asked and answered by the contract.
//
// A request passes through these steps:
//
//	observe   (observe.go)   request id, recovery, metrics and logs, around everything that follows
//	the route                registered by generated code; one file per API mounts it (deposits.go)
//	enter     (enter.go)     the operation is known; who is calling and whose sandbox it is (identity.go); the contract's
//	                         check of the whole request
//	the generated wrapper    binds parameters once more; what it refuses is a fault of ours
//	Play      (play.go)      what the request asks of its own answer (prefer.go); the program decides in the sandbox; delay;
//	                         the answer is written, or broken on the wire (fault.go); callbacks are handed over
//	report    (observe.go)   counters and logs; the call goes into the journal of its sandbox (record.go)
//
// Documents that no code was generated for have no routes in gin: what it does not know goes to unrouted (foreign.go),
// which finds the operation with the contract's own matcher and goes on with enter and Play. They are swapped whole.
// An API of one's own (own.go) is such a document; handlers written in Go may take the place of Play (handled.go).
//
// A request with an Idempotency-Key is done once, where its operation declares that header (once.go).
//
// The control API goes the same way up to the generated wrapper, and is then answered by code (control.go and
// control_*.go) from the caller's sandbox. Its calls leave no trace in the journal.
//
// Calls of the developer portal have no sandbox: enter finds out by the session's cookie on whose behalf they are made
// (portal_enter.go), keeps out those of other sites, and has those with an Idempotency-Key done once (portal_once.go).
// The operations (portal_*.go) call the domain (internal/portal) and write what it gives.
//
// One call struct (call.go) travels with the request, pooled, and holds what the steps tell each other. Every refusal
// and failure becomes a problem, written by one function (problem.go) in the error schema that the operation declares.
package server
