// Package independent has the committed pacts judged by tools that are not this project's and not Pact's Go library: the
// verifier of Pact's command line against the running program, as a partner would run it, and a comparator of pacts with
// OpenAPI documents, whose verdicts must be those of `sandbank contracts check`. Its tests carry the build tag independent,
// because the tools come from npm: run them through make, which fetches them (contracts/contracts.mk).
package independent
