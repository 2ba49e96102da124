// Command dateline reads a folder of news stories in the terminal.
//
// The reader is the command without a name; the others print what it shows,
// for people or with --json for scripts. This package reads flags, opens what
// they name and writes down what comes back; what a story is, and which
// stories belong together, is decided in package feed.
package main

import "os"

func main() { os.Exit(run(os.Args[1:])) }
