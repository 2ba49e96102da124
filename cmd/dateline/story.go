package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/story"
)

// withStory calls do with the story that ref names: a story in the archive, or the
// only one in a file outside it. Nothing is saved about a file outside the archive.
func (f *flags) withStory(ctx context.Context, ref string, do func(*feed.Store, *story.Story) error) error {
	src, alone, err := f.locate(ctx, ref)
	if err != nil {
		return err
	}
	dirs := feed.UserDirs()
	if alone {
		dirs = feed.Dirs{}
	}
	return f.withStore(ctx, src, dirs, func(store *feed.Store) error {
		id, err := find(ctx, store, ref, alone)
		if err != nil {
			return err
		}
		st, err := store.Story(ctx, id)
		if err != nil {
			return err
		}
		if err := unreadable(st); err != nil {
			return err
		}
		return do(store, st)
	})
}

// unreadable returns an error if st stands for a file that could not be read.
func unreadable(st *story.Story) error {
	if problem := story.NewRow(st).Problem; problem != "" {
		for _, d := range st.Doubts {
			if d.Problem == problem {
				return fmt.Errorf("%s: %s: %s", st.Path, d.Problem, d.Detail)
			}
		}
	}
	return nil
}

// locate returns the archive that holds the story ref; alone reports that it is a
// file outside the archive that f names.
func (f *flags) locate(ctx context.Context, ref string) (src archive.Source, alone bool, err error) {
	if ref == "-" {
		src, err = f.standardInput(ctx)
		return src, true, err
	}
	src, err = f.source(ctx)
	if err != nil || !outside(ctx, src, ref) {
		return src, false, err
	}
	src, err = archive.Open(ref)
	return src, true, err
}

// outside reports whether ref is a file on disk that src does not hold.
func outside(ctx context.Context, src archive.Source, ref string) bool {
	info, err := os.Stat(ref)
	if err != nil || !info.Mode().IsRegular() || within(src.Key(), ref) {
		return false
	}
	_, err = src.Read(ctx, filepath.ToSlash(ref))
	return err != nil
}

// within reports whether path is the folder dir or lies in it.
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

// find returns the ID of the story ref, or of the only story in store if alone.
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

// join returns ids as a list.
func join(ids []story.ID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}
