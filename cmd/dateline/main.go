// Command dateline reads a folder of news stories in the terminal.
//
// The reader is the command without a name; the others print what it shows,
// for people or with --json for scripts. This package reads flags, opens what
// they name and writes down what comes back; what a story is, and which
// stories belong together, is decided in package feed.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(softMemory)
	}
	os.Exit(run(os.Args[1:]))
}

// softMemory is the size in bytes from which on garbage is collected early. Large files
// leave some hundred MB of it behind, that nothing needs. Where that much is in use
// it is no limit: more is taken, and the collector gets up to half of the
// processors. The database's own memory does not count.
const softMemory = 256 << 20
