// Command dateline reads a folder of news stories in the terminal.
//
// Without a command it runs the reader. The commands print what the reader shows,
// as text or, with --json, for scripts. This package parses flags, opens the
// archive that they name, and prints results. Package feed decides what a story is
// and which stories belong together.
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

// softMemory is the memory limit of the Go runtime in bytes. It makes the collector
// free early the garbage of large files, which is some hundred MB. If the program
// needs more, it gets more, and the collector uses up to half of the processors. The
// memory of the database does not count: with it, an archive of a million files is read in
// less than 300 MB.
const softMemory = 144 << 20
