// Command write packs files, one after the other, into one that packed.Text unpacks:
//
//	go run ./feed/packed/write OUT FILE...
package main

import (
	"fmt"
	"os"

	"dateline/feed/packed"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: write OUT FILE...")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

// write packs files into out.
func write(out string, files []string) error {
	var all []byte
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		all = append(all, text...)
	}
	data, err := packed.Pack(string(all))
	if err != nil {
		return err
	}
	return os.WriteFile(out, []byte(data), 0o644) //nolint:gosec // a source file, which everybody may read
}
