// Command parses prints how each story of some folders is read, as a JSON object with
// one field a line, so that diff compares two versions of the parser:
//
//	go run ./feed/internal/parses FOLDER... >before
//	go run ./feed/internal/parses FOLDER... >after
//	diff before after
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"dateline/feed/archive"
	"dateline/feed/intake"
	"dateline/feed/scan"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: parses FOLDER...")
		os.Exit(2)
	}
	for _, folder := range os.Args[1:] {
		if err := parses(context.Background(), folder); err != nil {
			fmt.Fprintln(os.Stderr, "parses:", err)
			os.Exit(1)
		}
	}
}

// parses prints the stories of a folder, or of a file.
func parses(ctx context.Context, folder string) (err error) {
	src, err := archive.Open(folder)
	if err != nil {
		return err
	}
	files := archive.NewReader(src)
	defer files.Close()
	out := bufio.NewWriter(os.Stdout)
	defer func() { err = errors.Join(err, out.Flush()) }()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return src.Walk(ctx, func(e archive.Entry) error {
		data, err := files.Read(ctx, e.Path)
		if err != nil && len(data) == 0 {
			return enc.Encode(map[string]string{"Path": e.Path, "Error": err.Error()})
		}
		for _, s := range scan.Parse(intake.File{Path: e.Path, ModTime: e.ModTime, Data: data}) {
			if err := enc.Encode(s); err != nil {
				return err
			}
		}
		return nil
	})
}
