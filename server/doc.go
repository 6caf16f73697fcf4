// Package server is HTTP and nothing else: the gin engine, the order of its middleware, and the writing of decisions,
// problems and documents. What to answer is decided by the engine, what may be asked and answered by the contract.
//
// A request passes through these steps:
//
//	observe   (observe.go)   request id, recovery, metrics and logs, around everything that follows
//	the route                registered by generated code; one file per API mounts it (deposits.go)
//	enter     (enter.go)     the operation is known; who is calling; the contract's check of the whole request
//	the generated wrapper    binds parameters once more; what it refuses is a fault of ours
//	Play      (play.go)      the program decides; delay; the answer is written
//
// One call struct (call.go) travels with the request, pooled, and holds what the steps tell each other. Every refusal
// and failure becomes a problem, written by one function (problem.go) in the error schema that the operation declares.
package server
