package main

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"dateline/articles"
	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/clean"
	"dateline/feed/locale"
)

// archiveVariable is the environment variable that names an archive.
const archiveVariable = "DATELINE_ARCHIVE"

// source opens the archive that --archive names, else the one that
// DATELINE_ARCHIVE names, else the one in config.toml, else the built-in edition.
func (f *flags) source(ctx context.Context) (archive.Source, error) {
	path := f.archive
	if path == "" {
		path = os.Getenv(archiveVariable)
	}
	if path == "" {
		conf, err := readConfig(configPath())
		if err != nil {
			return nil, err
		}
		path = conf.Archive
	}
	switch path {
	case "":
		return archive.FS(locale.T("the built-in edition"), "built-in", articles.FS), nil
	case "-":
		return f.standardInput(ctx)
	}
	return archive.Open(path)
}

// standardInput reads standard input as an archive of one file. It reads one byte
// more than the largest file has, so that the archive refuses a larger input.
func (c *console) standardInput(ctx context.Context) (archive.Source, error) {
	type result struct {
		data []byte
		err  error
	}
	read := make(chan result, 1)
	go func() {
		data, err := io.ReadAll(io.LimitReader(c.in, archive.MaxSize+1))
		read <- result{data, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case r := <-read:
		if r.err != nil {
			return nil, locale.Errorf("standard input: %w", r.err)
		}
		return archive.Text(locale.T("standard input"), r.data), nil
	}
}

// withArchive opens the store on the archive that f names, brings it up to date
// and calls do with it.
func (f *flags) withArchive(ctx context.Context, do func(*feed.Store) error) error {
	src, err := f.source(ctx)
	if err != nil {
		return err
	}
	return f.withStore(ctx, src, feed.UserDirs(), do)
}

// withStore opens the store on src, brings it up to date, comparing every file if f
// says so, and calls do with it.
func (f *flags) withStore(ctx context.Context, src archive.Source, dirs feed.Dirs, do func(*feed.Store) error) error {
	return f.openStore(ctx, src, dirs, func(s *feed.Store) error {
		bring := s.Refresh
		if f.scan {
			bring = s.Scan
		}
		if err := f.watchScan(ctx, bring); err != nil {
			return err
		}
		return do(s)
	})
}

// openStore opens the store on src and calls do with it, without a scan. It prints
// the store's warnings before and after.
func (c *console) openStore(ctx context.Context, src archive.Source, dirs feed.Dirs, do func(*feed.Store) error) error {
	return withFeed(ctx, src, dirs, func(store *feed.Store) error {
		c.warn(store)
		defer c.warn(store)
		return do(store)
	})
}

// withFeed opens the store on src, calls do with it and closes it.
func withFeed(ctx context.Context, src archive.Source, dirs feed.Dirs, do func(*feed.Store) error) (err error) {
	store, err := openFeed(ctx, src, dirs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }() //nolint:contextcheck // it is closed even if ctx has ended
	return do(store)
}

// warn prints the warnings of store that are new.
func (c *console) warn(store *feed.Store) {
	for _, w := range store.Warnings() {
		c.say(clean.Line(w))
	}
}

// progressDelay is how long a scan runs before it shows progress.
const progressDelay = 300 * time.Millisecond

// watchScan calls scan. On a terminal it shows its progress on one line, which it
// erases at the end.
func (c *console) watchScan(ctx context.Context, scan func(context.Context, func(feed.Progress)) (feed.Progress, error)) error {
	start, shown := time.Now(), false
	_, err := scan(ctx, func(p feed.Progress) {
		if c.live && time.Since(start) > progressDelay {
			c.overwrite(reading(filesOf(p)), filesOf(p))
			shown = true
		}
	})
	if shown {
		c.overwrite("")
	}
	return err
}
