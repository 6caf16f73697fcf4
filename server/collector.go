package server

import (
	"os"
	"runtime/debug"
)

// TuneCollector lets the heap grow to five times what is in use before it is collected, unless GOGC says otherwise.
// What the program keeps is a few megabytes, and each request leaves some tens of kilobytes behind: with Go's default it
// would collect every hundred requests.
func TuneCollector() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}
