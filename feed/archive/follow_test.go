package archive

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// watching walks everything in src and returns its watch.
func watching(t *testing.T, src Source) Watch {
	t.Helper()
	watchable, ok := src.(Watchable)
	if !ok {
		t.Fatal("the source cannot be watched")
	}
	w := watchable.Watch()
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	walked(t, w, nil)
	return w
}

// walked returns the paths that a walk of w yields.
func walked(t *testing.T, w Watch, paths []string) []string {
	t.Helper()
	var got []string
	err := w.Walk(t.Context(), paths, func(e Entry) error {
		got = append(got, e.Path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// until follows w until each path in want was reported or walked.
func until(t *testing.T, w Watch, want ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var all []string
	for slices.ContainsFunc(want, func(p string) bool { return !slices.Contains(all, p) }) {
		paths, err := w.Next(ctx)
		if err != nil {
			t.Fatalf("%v; reported so far: %q", err, all)
		}
		all = append(all, paths...)
		all = append(all, walked(t, w, paths)...)
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func TestAWatchReportsNewChangedMovedAndRemovedFiles(t *testing.T) {
	t.Parallel()
	root, other := t.TempDir(), t.TempDir()
	write(t, root, "a/x.txt", "x")
	write(t, root, "a/y.txt", "y")
	write(t, root, "old/z.txt", "z")
	write(t, other, "whole/1/2/x.txt", "x")
	w := watching(t, open(t, root))
	write(t, root, "a/x.txt", "more")
	if err := os.Remove(filepath.Join(root, "a/y.txt")); err != nil {
		t.Fatal(err)
	}
	write(t, root, "b/c/d/deep.txt", "deep")
	rename(t, filepath.Join(root, "old"), filepath.Join(root, "new"))
	rename(t, filepath.Join(other, "whole"), filepath.Join(root, "whole"))
	until(t, w, "a/x.txt", "a/y.txt", "b/c/d/deep.txt", "old", "new/z.txt", "whole/1/2/x.txt")
	write(t, root, "b/c/d/deeper.txt", "deeper")
	write(t, root, "new/again.txt", "again")
	write(t, root, "whole/1/2/y.txt", "y")
	until(t, w, "b/c/d/deeper.txt", "new/again.txt", "whole/1/2/y.txt")
}

func TestALinkChangesWithItsTarget(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "2031/ferry.txt", "ferry")
	write(t, root, ".store/tide.txt", "tide")
	write(t, root, ".desk/x.txt", "x")
	link(t, root, "2031/ferry.txt", "today.txt")
	link(t, root, ".store/tide.txt", "tide.txt")
	link(t, root, ".desk", "desk")
	w := watching(t, open(t, root))
	write(t, root, "2031/ferry.txt", "ferry again")
	write(t, root, ".store/tide.txt", "tide again")
	write(t, root, ".desk/y/z.txt", "z")
	until(t, w, "today.txt", "2031/ferry.txt", "tide.txt", "desk/y/z.txt")
	write(t, root, ".desk/y/z2.txt", "z")
	until(t, w, "desk/y/z2.txt")
}

func TestASingleFileIsWatched(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "story.txt", "text")
	w := watching(t, open(t, filepath.Join(root, "story.txt")))
	write(t, root, "other.txt", "x")
	write(t, root, "story.tmp", "new text")
	rename(t, filepath.Join(root, "story.tmp"), filepath.Join(root, "story.txt"))
	until(t, w, "story.txt")
}

func TestAWatchedArchiveMayDisappearAndReturn(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "archive")
	write(t, root, "a/x.txt", "x")
	w := watching(t, open(t, root))
	rename(t, root, root+".away")
	for _, paths := range [][]string{nil, {"a"}} {
		if err := w.Walk(t.Context(), paths, func(Entry) error { return nil }); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("a walk of %q without a root returns %v", paths, err)
		}
	}
	rename(t, root+".away", root)
	same(t, walked(t, w, nil), "a/x.txt")
	write(t, root, "a/y.txt", "y")
	until(t, w, "a/y.txt")
}

func TestAWalkOfPathsYieldsOnlyTheFilesThere(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "a/x.txt", "x")
	write(t, root, "a/b/y.txt", "y")
	write(t, root, ".store/deep/z.txt", "z")
	link(t, root, ".store", "news")
	link(t, root, ".store/deep", "shortcut")
	w := watching(t, open(t, root))
	same(t, walked(t, w, []string{"a/b/y.txt", "a/b"}), "a/b/y.txt")
	same(t, walked(t, w, []string{"a/x.txt", "gone.txt", "gone/x.txt"}), "a/x.txt")
	// A file that one link reaches does not come again through another.
	same(t, walked(t, w, []string{"news"}))
	same(t, walked(t, w, []string{"shortcut", "news"}), "shortcut/z.txt")
	same(t, walked(t, w, []string{"shortcut/z.txt"}), "shortcut/z.txt")
}
