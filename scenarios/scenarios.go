// Package scenarios holds what the sandbox answers by default: one folder per API, named after its document, with the
// scenario files and the tables and bodies that they refer to. The program carries them, so that it needs nothing
// beside itself; `--scenarios` takes another folder of the same shape instead.
package scenarios

import "embed"

// FS holds the scenario folders at its root.
//
//go:embed */*
var FS embed.FS
