// Command measure prints how well the takes of stories and the targets of related
// headlines are found in an invented archive, whose answers are known, and how long it
// takes, as two Markdown tables:
//
//	go run ./feed/internal/measure -n 100000
//
// With -labels it prints instead how files are read whose stories are known. Each line of the
// file of labels is an object:
//
//	{"file": "a/b.html", "format": "html", "title": "Ferry sails", "date": "2031-03-14",
//	"with": ["texts of the story"], "without": ["texts around it"], "captions": [], "stories": 1}
//
// All but the file may be missing. The recall of unwanted texts is the share that is left out.
//
// With -wrong 20 it also prints the first 20 mistakes of each kind.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/internal/copydesk"
)

func main() {
	n := flag.Int("n", 10_000, "number of stories")
	wrong := flag.Int("wrong", 0, "number of mistakes of each kind to print")
	cache := flag.String("cache", "", "folder for the catalog, kept for the next run (default a temporary one)")
	step := flag.Int("step", 1, "ask about every Nth story only")
	known := flag.String("labels", "", "file of labels: measure how the files that it names are read")
	flag.Parse()
	do := func(ctx context.Context) error { return measure(ctx, *n, max(1, *step), *wrong, *cache) }
	if *known != "" {
		do = func(ctx context.Context) error { return labels(ctx, *known, *wrong) }
	}
	if err := do(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

// measure loads n stories, asks about every step-th and prints the tables.
func measure(ctx context.Context, n, step, wrong int, cache string) (err error) {
	temp, err := os.MkdirTemp("", "measure-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	if cache == "" {
		cache = temp
	}
	s, err := feed.Open(ctx, archive.FS("desk", "desk", copydesk.FS(n)), feed.Dirs{Cache: cache, State: temp})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }() //nolint:contextcheck // it is closed even if ctx has ended
	if _, err := s.Scan(ctx, nil); err != nil {
		return err
	}
	if err := s.Settle(ctx); err != nil {
		return err
	}
	r, err := newRun(ctx, s, n)
	if err != nil {
		return err
	}
	r.out, r.wrong = bufio.NewWriter(os.Stdout), wrong
	defer func() { err = errors.Join(err, r.out.Flush()) }()
	for i := 0; i < n; i += step {
		if err := r.story(ctx, i); err != nil {
			return err
		}
	}
	r.print()
	return nil
}
