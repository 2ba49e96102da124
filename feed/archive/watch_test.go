package archive

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watching walks src whole and returns its watch.
func watching(t *testing.T, src Source) *watch {
	t.Helper()
	watchable, ok := src.(Watchable)
	if !ok {
		t.Fatal("it cannot be watched")
	}
	w := watchable.Watch().(*watch)
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	walked(t, w, nil)
	return w
}

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

// until follows w until everything that is wanted was walked after a change.
func until(t *testing.T, w Watch, want ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var all []string
	for slices.ContainsFunc(want, func(p string) bool { return !slices.Contains(all, p) }) {
		paths, err := w.Next(ctx)
		if err != nil {
			t.Fatalf("%v; walked so far: %q", err, all)
		}
		all = append(all, paths...)
		all = append(all, walked(t, w, paths)...)
	}
}

// told follows w until paths are told.
func told(t *testing.T, w Watch, want ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	left := slices.Clone(want)
	for len(left) > 0 {
		paths, err := w.Next(ctx)
		if err != nil {
			t.Fatalf("%v; %q was not told", err, left)
		}
		left = slices.DeleteFunc(left, func(p string) bool { return slices.Contains(paths, p) })
		walked(t, w, paths)
	}
}

func TestAWatchTellsWhatWasMadeChangedMovedAndRemoved(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "a/x.txt", "x")
	write(t, root, "a/y.txt", "y")
	w := watching(t, open(t, root))
	write(t, root, "a/x.txt", "more")
	write(t, root, "b/c/d/deep.txt", "deep")
	until(t, w, "a/x.txt", "b/c/d/deep.txt")
	write(t, root, "b/c/d/deeper.txt", "deeper")
	until(t, w, "b/c/d/deeper.txt")
	if err := os.Remove(filepath.Join(root, "a/y.txt")); err != nil {
		t.Fatal(err)
	}
	told(t, w, "a/y.txt")
	rename(t, filepath.Join(root, "b"), filepath.Join(root, "e"))
	told(t, w, "b", "e")
	write(t, root, "e/c/d/again.txt", "again")
	until(t, w, "e/c/d/again.txt")
	write(t, root, "e/c/.hidden/x.txt", "x")
	write(t, root, "e/c/z.txt", "z")
	until(t, w, "e/c/z.txt")
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderMovedInFullIsWatched(t *testing.T) {
	t.Parallel()
	root, other := t.TempDir(), t.TempDir()
	write(t, other, "new/1/2/x.txt", "x")
	w := watching(t, open(t, root))
	rename(t, filepath.Join(other, "new"), filepath.Join(root, "new"))
	until(t, w, "new/1/2/x.txt")
	write(t, root, "new/1/2/y.txt", "y")
	until(t, w, "new/1/2/y.txt")
}

func TestALinkChangesWithWhatItLeadsTo(t *testing.T) {
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

func TestALostEventMeansEverything(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "a/x.txt", "x")
	w := open(t, root).(*folder).Watch().(*watch)
	defer w.Close() //nolint:errcheck // nothing is watched
	lost := make(chan error)
	w.connect = func() (*notifier, error) {
		events := make(chan fsnotify.Event)
		return &notifier{
			add: func(string) error { return nil }, remove: func(string) error { return nil },
			close: func() error { close(events); return nil }, events: events, errors: lost,
		}, nil
	}
	walked(t, w, nil)
	lost <- fsnotify.ErrEventOverflow
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if paths, err := w.Next(ctx); paths != nil || err != nil {
		t.Errorf("%q, %v", paths, err)
	}
	same(t, walked(t, w, nil), "a/x.txt")
}

func TestWhereNoMoreCanBeWatchedItIsLookedAtFromTimeToTime(t *testing.T) {
	t.Parallel()
	for name, connect := range map[string]func() (*notifier, error){
		"no watches at all": func() (*notifier, error) { return nil, syscall.EMFILE },
		"one watch": func() (*notifier, error) {
			n, err := connect()
			if err != nil {
				return nil, err
			}
			add, left := n.add, 1
			n.add = func(path string) error {
				if left--; left < 0 {
					return syscall.ENOSPC
				}
				return add(path)
			}
			return n, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			write(t, root, "a/b/x.txt", "x")
			w := open(t, root).(*folder).Watch().(*watch)
			defer w.Close() //nolint:errcheck // the test is over
			w.connect = connect
			walked(t, w, nil)
			write(t, root, "a/b/y.txt", "y")
			until(t, w, "a/b/y.txt")
			write(t, root, "a/b/z.txt", "y")
			until(t, w, "a/b/z.txt")
		})
	}
}

func TestAnArchiveThatGoesAndComesBackIsWalkedAgain(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "archive")
	write(t, root, "a/x.txt", "x")
	w := watching(t, open(t, root))
	rename(t, root, root+".away")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	paths, err := w.Next(ctx)
	if paths != nil || err != nil {
		t.Fatalf("%q, %v", paths, err)
	}
	if err := w.Walk(ctx, nil, func(Entry) error { return nil }); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a walk of nothing gives %v", err)
	}
	rename(t, root+".away", root)
	until(t, w, "a/x.txt")
	write(t, root, "a/y.txt", "y")
	until(t, w, "a/y.txt")
}

func TestWhatIsWrittenForLongIsToldMeanwhile(t *testing.T) {
	p, start := newPending(), time.Unix(1e9, 0)
	var at time.Duration
	given := -1 * time.Second
	for ; at < 4*time.Second; at += 50 * time.Millisecond {
		p.add("a", start.Add(at))
		if paths, _ := p.due(start.Add(at)); len(paths) > 0 {
			if given > 0 && at-given > held+still {
				t.Errorf("told at %v and then at %v", given, at)
			}
			given = at
		}
	}
	if given < 0 {
		t.Error("it was never told")
	}
	if paths, _ := p.due(start.Add(at + still)); len(paths) != 1 || !p.empty() {
		t.Errorf("at the end: %q", paths)
	}
	for i := range mostPending + 1 {
		p.add(string(rune(i+100)), start)
	}
	if paths, all := p.due(start.Add(still)); !all || paths != nil {
		t.Errorf("too many: %d, %t", len(paths), all)
	}
}
