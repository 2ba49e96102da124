// Command write puts an invented archive on disk: write -n 10000 FOLDER.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"dateline/feed/internal/copydesk"
)

func main() {
	n := flag.Int("n", 10000, "number of stories")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: write [-n STORIES] FOLDER")
		os.Exit(2)
	}
	if err := write(flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

// write writes n stories below root, each with the time of its day.
func write(root string, n int) error {
	fsys, last := copydesk.FS(n), ""
	for i := range n {
		path := filepath.Join(root, filepath.FromSlash(copydesk.Path(i)))
		if dir := filepath.Dir(path); dir != last {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			last = dir
		}
		if err := os.WriteFile(path, copydesk.File(i), 0o600); err != nil {
			return err
		}
		f, err := fsys.Open(copydesk.Path(i))
		if err != nil {
			return err
		}
		info, err := f.Stat()
		if err != nil {
			return err
		}
		if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
			return err
		}
	}
	return nil
}
