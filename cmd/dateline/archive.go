package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dateline/articles"
	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/clean"
	"dateline/feed/story"
)

// source opens the archive that a command reads: the one that it names, else
// DATELINE_ARCHIVE, else the one of config.toml, else the built-in edition.
func (c *console) source(ctx context.Context, named string) (archive.Source, error) {
	path := named
	if path == "" {
		path = os.Getenv("DATELINE_ARCHIVE")
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
		return archive.FS("the built-in edition", "built-in", articles.FS), nil
	case "-":
		return c.standardInput(ctx)
	}
	return archive.Open(path)
}

// standardInput is what a pipe hands in, as an archive of one file. A byte
// more than an archive takes is enough to have it refused there.
func (c *console) standardInput(ctx context.Context) (archive.Source, error) {
	type answer struct {
		data []byte
		err  error
	}
	all := make(chan answer, 1)
	go func() {
		data, err := io.ReadAll(io.LimitReader(c.in, archive.MaxSize+1))
		all <- answer{data, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case a := <-all:
		if a.err != nil {
			return nil, fmt.Errorf("standard input: %w", a.err)
		}
		return archive.Text("standard input", a.data), nil
	}
}

// withArchive opens the archive that a command names, brings what is known of it
// up to date and hands it to do.
func (c *console) withArchive(ctx context.Context, named string, do func(*feed.Store) error) error {
	src, err := c.source(ctx, named)
	if err != nil {
		return err
	}
	return c.withStore(ctx, src, feed.UserDirs(), do)
}

// withStore opens the store on src, brings it up to date and hands it to do.
func (c *console) withStore(ctx context.Context, src archive.Source, dirs feed.Dirs, do func(*feed.Store) error) error {
	return c.openStore(ctx, src, dirs, func(s *feed.Store) error {
		if err := c.scan(ctx, s); err != nil {
			return err
		}
		return do(s)
	})
}

// openStore opens the store on src and hands it to do as it is. What the store
// has to warn of is told before and after.
func (c *console) openStore(ctx context.Context, src archive.Source, dirs feed.Dirs, do func(*feed.Store) error) (err error) {
	store, err := feed.Open(ctx, src, dirs)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	c.warn(store)
	defer c.warn(store)
	return do(store)
}

// warn tells what store has to warn of and was not told yet.
func (c *console) warn(store *feed.Store) {
	for _, w := range store.Warnings() {
		c.say("%s", clean.Line(w))
	}
}

// withStory hands the story that ref names to do: one of the archive, or the
// only story of a file that lies elsewhere on disk, of which nothing is kept.
func (c *console) withStory(ctx context.Context, named, ref string, do func(*feed.Store, *story.Story) error) error {
	src, alone, err := c.where(ctx, named, ref)
	if err != nil {
		return err
	}
	dirs := feed.UserDirs()
	if alone {
		dirs = feed.Dirs{}
	}
	return c.withStore(ctx, src, dirs, func(store *feed.Store) error {
		id, err := find(ctx, store, ref, alone)
		if err != nil {
			return err
		}
		st, err := store.Story(ctx, id)
		if err != nil {
			return err
		}
		if err := unread(st); err != nil {
			return err
		}
		return do(store, st)
	})
}

// unread is the error that a file could not be read, where st stands for one.
func unread(st *story.Story) error {
	if problem := story.NewRow(st).Problem; problem != "" {
		for _, d := range st.Doubts {
			if d.Problem == problem {
				return fmt.Errorf("%s: %s: %s", st.Path, d.Problem, d.Detail)
			}
		}
	}
	return nil
}

// where returns the archive that holds the story ref; alone says that it is
// a file of its own and not part of the archive that was chosen.
func (c *console) where(ctx context.Context, named, ref string) (src archive.Source, alone bool, err error) {
	if ref == "-" {
		src, err = c.standardInput(ctx)
		return src, true, err
	}
	src, err = c.source(ctx, named)
	if err != nil || !elsewhere(ctx, src, ref) {
		return src, false, err
	}
	src, err = archive.Open(ref)
	return src, true, err
}

// elsewhere reports whether ref is a file on disk that src does not hold.
func elsewhere(ctx context.Context, src archive.Source, ref string) bool {
	info, err := os.Stat(ref)
	if err != nil || !info.Mode().IsRegular() || within(src.Key(), ref) {
		return false
	}
	_, err = src.Read(ctx, filepath.ToSlash(ref))
	return err != nil
}

// within reports whether path lies in the folder dir or is dir itself.
func within(dir, path string) bool {
	abs, err := filepath.Abs(path)
	if err != nil || !filepath.IsAbs(dir) {
		return false
	}
	if resolved, err := filepath.EvalSymlinks(abs); err == nil {
		abs = resolved
	}
	rel, err := filepath.Rel(dir, abs)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// find returns the ID of the story ref, or of the only one there is.
func find(ctx context.Context, store *feed.Store, ref string, alone bool) (story.ID, error) {
	if alone {
		for row, err := range store.All(ctx) {
			return row.ID, err
		}
	}
	id, err := store.Find(ctx, ref)
	if several, ok := errors.AsType[*feed.AmbiguousError](err); ok {
		return "", fmt.Errorf("%s is ambiguous: %s", ref, join(several.IDs))
	}
	if errors.Is(err, feed.ErrNotFound) {
		return "", fmt.Errorf("no story in %s has the ID or the path %s", store.Name(), ref)
	}
	return id, err
}

func join(ids []story.ID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}
