// Package sandbox holds what callers' sandboxes remember: state, clock, seed, selection, overrides, snapshots, journal.
// It stands between the server, which knows whose request it is, and the engine, which decides as a function of what
// it is given; it knows no HTTP beyond the shape of a header.
//
// A registry keeps sandboxes by their key, within bounds: the least recently used is evicted. Everything about one
// sandbox that a decision may depend on is one immutable value behind one pointer (core, in sandbox.go). A decision
// that changes nothing loads that pointer and takes no lock; one that may change something is made in turn with the
// others of the same sandbox, so that of two requests that race for a transition one gets it. Nothing that one sandbox
// holds can be reached from another.
//
// With a Store a core is kept before it is seen: every change goes through one place (turn.go), and one that cannot be
// kept has not happened. Where several processes share the store, the version decides between them; the one that comes
// second takes what is kept and decides again. Eviction then only forgets what was in memory.
//
// Two clocks are told apart: the server's, which Options.Clock gives, and the sandbox's own, which follows the
// server's until it is set, moved or frozen. Rules measure by the sandbox's clock; overrides end by the server's.
package sandbox
