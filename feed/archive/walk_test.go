package archive

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/feed/story"
)

// write creates a file in an archive, and its folders.
func write(t *testing.T, root, path, text string) {
	t.Helper()
	full := filepath.Join(root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, root, target, path string) {
	t.Helper()
	if err := os.Symlink(target, filepath.Join(root, path)); err != nil {
		t.Skip("no links here:", err)
	}
}

func open(t *testing.T, path string) Source {
	t.Helper()
	src, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// listing walks src and returns "path" or "path: problem" for each entry.
func listing(t *testing.T, src Source) []string {
	t.Helper()
	var out []string
	err := src.Walk(t.Context(), func(e Entry) error {
		line := e.Path
		if e.Problem != "" {
			line += ": " + e.Problem
			if !strings.HasSuffix(e.Detail, ".") {
				t.Errorf("%s: %q is not a sentence", e.Path, e.Detail)
			}
		}
		out = append(out, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestNewestNamesComeFirst(t *testing.T) {
	root := t.TempDir()
	paths := []string{"2030/12/31/a.txt", "2031/03/14/a.txt", "2031/03/14/b.txt", "2031/03/02/c.txt", "about.txt", "zebra.txt"}
	tree := fstest.MapFS{}
	for _, p := range paths {
		write(t, root, p, "x")
		tree[p] = &fstest.MapFile{Data: []byte("x")}
	}
	want := []string{"zebra.txt", "about.txt", "2031/03/14/b.txt", "2031/03/14/a.txt", "2031/03/02/c.txt", "2030/12/31/a.txt"}
	same(t, listing(t, open(t, root)), want...)
	same(t, listing(t, FS("edition", "built-in", tree)), want...)
}

func TestHiddenNamesAreLeftOut(t *testing.T) {
	root := t.TempDir()
	for _, p := range []string{".git/x.txt", ".hidden.txt", "a.txt", "a.txt~", "#a.txt#", ".a.txt.swp", "b/.c/d.txt", "#"} {
		write(t, root, p, "x")
	}
	same(t, listing(t, open(t, root)), "a.txt", "#")
}

func TestNamesMayBeAnyBytes(t *testing.T) {
	root := t.TempDir()
	name := "line\nbreak \x1b[31m \xff\xfe \\ 한.txt"
	if err := os.WriteFile(filepath.Join(root, name), []byte("text"), 0o644); err != nil {
		t.Skip("no such names here:", err)
	}
	src := open(t, root)
	same(t, listing(t, src), name)
	if data, err := src.Read(t.Context(), name); err != nil || string(data) != "text" {
		t.Errorf("got %q, %v", data, err)
	}
	_, err := src.Read(t.Context(), name+"!")
	if err == nil || strings.ContainsAny(err.Error(), "\n\x1b") {
		t.Errorf("error %q is not safe to show", err)
	}
}

func TestAnUnreadableFolderDoesNotEndTheWalk(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	root := t.TempDir()
	write(t, root, "a/x.txt", "x")
	write(t, root, "b/x.txt", "x")
	write(t, root, "c/x.txt", "x")
	if err := os.Chmod(filepath.Join(root, "b"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(root, "b"), 0o755) })
	same(t, listing(t, open(t, root)), "c/x.txt", "b: unreadable", "a/x.txt")
}

func TestALargeFileIsNotReadAtOnce(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a.txt", "x")
	write(t, root, "fits.txt", "x")
	write(t, root, "large.txt", "x")
	for name, size := range map[string]int64{"fits.txt": MaxSize, "large.txt": MaxSize + 1} {
		if err := os.Truncate(filepath.Join(root, name), size); err != nil {
			t.Fatal(err)
		}
	}
	src := open(t, root)
	same(t, listing(t, src), "large.txt", "fits.txt", "a.txt")
	if data, err := src.Read(t.Context(), "fits.txt"); err != nil || len(data) != MaxSize {
		t.Errorf("fits.txt: %d bytes, %v", len(data), err)
	}
	problem(t, src, "large.txt", story.TooLarge)
}

// problem reads path and expects an Error with that problem.
func problem(t *testing.T, src Source, path, want string) {
	t.Helper()
	data, err := src.Read(t.Context(), path)
	e, ok := errors.AsType[*Error](err)
	if !ok || e.Problem != want || e.Path != path || !strings.HasSuffix(e.Detail, ".") || data != nil {
		t.Errorf("%s: got %d bytes, %#v; want problem %s", path, len(data), err, want)
	}
}

func TestACancelledWalkEndsAtOnce(t *testing.T) {
	root := t.TempDir()
	for _, p := range []string{"a", "b", "c/d", "e"} {
		write(t, root, p, "x")
	}
	for _, src := range []Source{open(t, root), open(t, filepath.Join(root, "a")), FS("x", "x", os.DirFS(root)), Text("-", nil)} {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		err := src.Walk(ctx, func(Entry) error { n++; cancel(); return nil })
		if n != 1 || err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %d entries, %v", src.Name(), n, err)
		}
		if err := src.Walk(ctx, func(Entry) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: a walk with a cancelled context returns %v", src.Name(), err)
		}
		if _, err := src.Read(ctx, "a"); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: a read with a cancelled context returns %v", src.Name(), err)
		}
	}
}

func TestTheErrorOfYieldEndsTheWalk(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a/b", "x")
	write(t, root, "c", "x")
	enough := errors.New("enough")
	for _, src := range []Source{open(t, root), FS("x", "x", os.DirFS(root)), Text("-", nil)} {
		if err := src.Walk(t.Context(), func(Entry) error { return enough }); !errors.Is(err, enough) {
			t.Errorf("%s: got %v", src.Name(), err)
		}
	}
}

func TestCountReturnsTheNumberOfEntriesInAWalk(t *testing.T) {
	root := t.TempDir()
	for _, p := range []string{"a/b/c.txt", "a/d.txt", "e.txt", ".git/x", "f.txt~", ".store/g.txt", ".store/h/i.txt"} {
		write(t, root, p, "x")
	}
	link(t, root, "e.txt", "link")
	link(t, root, "nothing", "broken")
	link(t, root, "a", "again")
	link(t, root, ".store", "shown")
	src := open(t, root)
	c, ok := src.(Counter)
	if !ok {
		t.Fatal("a folder is not a Counter")
	}
	if n, err := c.Count(t.Context()); err != nil || n != len(listing(t, src)) {
		t.Errorf("%d, %v, want %d", n, err, len(listing(t, src)))
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Count(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a count with a cancelled context returns %v", err)
	}
}
