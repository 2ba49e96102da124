// Command write writes an invented archive to a folder: write -n 10000 FOLDER.
package main

import (
	"flag"
	"fmt"
	"os"

	"dateline/feed/internal/copydesk"
)

func main() {
	n := flag.Int("n", 10000, "number of stories")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: write [-n STORIES] FOLDER")
		os.Exit(2)
	}
	if err := copydesk.Write(flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}
