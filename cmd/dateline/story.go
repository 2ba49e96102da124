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
	"dateline/feed/locale"
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
	file, _ := cutKey(ref)
	if file == "-" {
		src, err = f.standardInput(ctx)
		return src, true, err
	}
	src, err = f.source(ctx)
	if err != nil {
		return src, false, err
	}
	for _, path := range []string{ref, file} {
		if outside(ctx, src, path) {
			src, err = archive.Open(path)
			return src, true, err
		}
	}
	return src, false, nil
}

// cutKey cuts the path of a story in a file of several into the path of the file and
// the story's key. Without a "#" it returns ref.
func cutKey(ref string) (file, key string) {
	i := strings.LastIndexByte(ref, '#')
	if i < 0 || strings.ContainsRune(ref[i:], '/') {
		return ref, ""
	}
	return ref[:i], ref[i+1:]
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

// within reports whether path is the folder dir, lies in it, or leads through it: a link in
// an archive is not followed out of it.
func within(dir, path string) bool {
	abs, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	resolved, err := filepath.EvalSymlinks(abs)
	return err == nil && leadsThrough(dir, resolved) || leadsThrough(dir, abs)
}

// leadsThrough reports whether path or a folder above it is the folder dir.
func leadsThrough(dir, path string) bool {
	for {
		if resolved, err := filepath.EvalSymlinks(path); err == nil && resolved == dir {
			return true
		}
		up := filepath.Dir(path)
		if up == path {
			return false
		}
		path = up
	}
}

// find returns the ID of the story ref. If alone, it is in the only file of store.
func find(ctx context.Context, store *feed.Store, ref string, alone bool) (story.ID, error) {
	if alone {
		return findAlone(ctx, store, ref)
	}
	id, err := store.Find(ctx, ref)
	if several, ok := errors.AsType[*feed.AmbiguousError](err); ok {
		if several.File {
			return "", locale.Errorf("%s has several stories: %s", ref, join(several.IDs))
		}
		return "", locale.Errorf("%s is ambiguous: %s", ref, join(several.IDs))
	}
	if errors.Is(err, feed.ErrNotFound) {
		return "", locale.Errorf("no story in %s has the ID or the path %s", store.Name(), ref)
	}
	return id, err
}

// maxListed is how many stories of a file an error lists.
const maxListed = 5

// findAlone returns the ID of the only story in the only file of store, or of the one
// with the key in ref.
func findAlone(ctx context.Context, store *feed.Store, ref string) (story.ID, error) {
	file, key := cutKey(ref)
	name := file
	if file == "-" {
		name = "-- -" // a key after the hyphen would be taken for flags
	}
	var only story.ID
	var paths []string
	for row, err := range store.All(ctx) {
		if err != nil {
			return "", err
		}
		_, rowKey := cutKey(row.Path)
		if key != "" && rowKey == key {
			return row.ID, nil
		}
		if only = row.ID; len(paths) < maxListed {
			paths = append(paths, name+"#"+rowKey)
		}
	}
	switch {
	case key != "" || len(paths) == 0:
		return "", locale.Errorf("there is no story %s", ref)
	case len(paths) > 1:
		return "", locale.Errorf("%s has several stories: %s", file, strings.Join(paths, ", "))
	}
	return only, nil
}

// join returns ids as a list.
func join(ids []story.ID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}
