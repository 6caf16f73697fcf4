// Package engine is the scenario language: it turns the files that say what a sandbox answers into a program, and holds
// a request against the program to reach a decision. It knows no HTTP, no SQL and no generated code.
//
// Loading goes through the stages named in load.go: files are read and taken apart (yaml.go, declare.go), names, problems,
// states and tables are settled (statedecl.go, table.go, rows.go), rules are compiled (match.go, bind.go, respond.go,
// effect.go, …), held against each other (reach.go) and indexed (index.go). Everything that is wrong is reported in one
// pass, each finding with its place. What comes out is immutable.
//
// Deciding (decide.go) is a function of the program, the request and the world: the clock, the seed, who asks, and the
// State of the sandbox. A State is immutable too; a decision hands on the one that comes after it.
package engine
