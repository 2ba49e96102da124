package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"dateline/feed/story"
)

func flat(tb testing.TB, root string, n int) {
	tb.Helper()
	for i := range n {
		if err := os.WriteFile(filepath.Join(root, fmt.Sprintf("%06d.txt", i)), nil, 0o644); err != nil {
			tb.Fatal(err)
		}
	}
}

func TestASingleFileIsAnArchiveOfOneFile(t *testing.T) {
	root := t.TempDir()
	write(t, root, "sub/story.txt", "text")
	src := open(t, filepath.Join(root, "sub/story.txt"))
	same(t, listing(t, src), "story.txt")
	if data, err := src.Read(t.Context(), "story.txt"); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
	problem(t, src, "other.txt", story.Unreadable)
	if !filepath.IsAbs(src.Key()) || src.Name() != "story.txt" {
		t.Errorf("key %q, name %q", src.Key(), src.Name())
	}
	if err := os.Remove(filepath.Join(root, "sub/story.txt")); err != nil {
		t.Fatal(err)
	}
	same(t, listing(t, src), "story.txt: unreadable")
}

func TestTheErrorOfOpenIsOneSentence(t *testing.T) {
	_, err := Open(filepath.Join(t.TempDir(), "no\nsuch"))
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "there is no file or folder") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	if os.Getuid() == 0 {
		return
	}
	root := t.TempDir()
	if err := os.Chmod(root, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(root); !errors.Is(err, fs.ErrPermission) || !strings.HasPrefix(err.Error(), "permission to read") {
		t.Errorf("got %v", err)
	}
}

func TestStandardInputIsOneFileInMemory(t *testing.T) {
	src := Text("standard input", []byte("text"))
	same(t, listing(t, src), "standard input")
	if data, err := src.Read(t.Context(), "standard input"); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
	problem(t, src, "x", story.Unreadable)
	if src.Key() != "" {
		t.Error("standard input has a key")
	}
	largest := Text("-", make([]byte, MaxSize))
	same(t, listing(t, largest), "-")
	if data, err := largest.Read(t.Context(), "-"); err != nil || len(data) != MaxSize {
		t.Errorf("the largest file: %d bytes, %v", len(data), err)
	}
	large := Text("-", make([]byte, MaxSize+1))
	same(t, listing(t, large), "-: too-large")
	problem(t, large, "-", story.TooLarge)
}

func TestAnFSIsReadLikeAFolder(t *testing.T) {
	src := FS("built-in edition", "built-in", fstest.MapFS{
		"a.txt":      {Data: []byte("text")},
		"large.txt":  {Data: make([]byte, MaxSize+1)},
		"device.txt": {Mode: fs.ModeDevice},
	})
	same(t, listing(t, src), "large.txt", "device.txt: unreadable", "a.txt")
	if data, err := src.Read(t.Context(), "a.txt"); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
	problem(t, src, "large.txt", story.TooLarge)
	problem(t, src, "device.txt", story.Unreadable)
	problem(t, src, "no.txt", story.Unreadable)
	problem(t, src, "../a.txt", story.Unreadable)
	if src.Name() != "built-in edition" || src.Key() != "built-in" {
		t.Errorf("name %q, key %q", src.Name(), src.Key())
	}
}

// stream returns f as an open file of a source.
func stream(f fs.File) *file { return &file{nowhere{}, f, 1, f} }

// growing is a file without an end, whatever its size.
type growing struct {
	fs.File
	read int
}

func (g *growing) Read(p []byte) (int, error) {
	g.read += len(p)
	return len(p), nil
}

func TestAFileThatGrowsIsReadNoFurtherThanTheLimit(t *testing.T) {
	small, err := fstest.MapFS{"a": {Data: []byte("x")}}.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	g := &growing{File: small}
	_, err = readFile(t.Context(), stream(g), "a")
	if e, ok := errors.AsType[*Error](err); !ok || e.Problem != story.TooLarge {
		t.Errorf("got %v", err)
	}
	if g.read > MaxSize+1 {
		t.Errorf("%d bytes were read", g.read)
	}
}

// changing is a file whose reads return parts, whatever its size.
type changing struct {
	fs.File
	parts []string
	calls int
}

func (c *changing) Read(p []byte) (n int, err error) {
	if c.calls++; len(c.parts) == 0 {
		return 0, io.EOF
	}
	n = copy(p, c.parts[0])
	if c.parts[0] = c.parts[0][n:]; c.parts[0] == "" {
		c.parts = c.parts[1:]
	}
	return n, nil
}

func TestAFileThatChangesIsReadToItsEnd(t *testing.T) {
	for _, c := range []struct {
		name, want string
		parts      []string
		calls      int
	}{
		{"whole", "ferry", []string{"ferry"}, 1},
		{"in parts", "ferry", []string{"fe", "rry"}, 2},
		{"grown", "ferry sails", []string{"ferry sails"}, 4},
		{"shrunk", "fer", []string{"fer"}, 2},
		{"emptied", "", nil, 1},
	} {
		whole, err := fstest.MapFS{"a": {Data: []byte("ferry")}}.Open("a")
		if err != nil {
			t.Fatal(err)
		}
		f := &changing{File: whole, parts: c.parts}
		data, err := readFile(t.Context(), stream(f), "a")
		if err != nil || string(data) != c.want || f.calls > c.calls {
			t.Errorf("%s: %q, %v, %d calls", c.name, data, err, f.calls)
		}
	}
}

// breaking is a file whose reads fail.
type breaking struct{ fs.File }

func (b breaking) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestAFileThatFailsIsUnreadable(t *testing.T) {
	whole, err := fstest.MapFS{"a": {Data: bytes.Repeat([]byte("x"), 10)}}.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	_, err = readFile(t.Context(), stream(breaking{whole}), "a")
	e, ok := errors.AsType[*Error](err)
	if !ok || e.Problem != story.Unreadable || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
}

// BenchmarkWalk walks a flat folder of 100,000 files. Its budget is twice the time
// that find needs to print their sizes and times.
func BenchmarkWalk(b *testing.B) {
	root := b.TempDir()
	flat(b, root, 100_000)
	src, err := Open(root)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		n := 0
		if err := src.Walk(b.Context(), func(Entry) error { n++; return nil }); err != nil || n != 100_000 {
			b.Fatal(n, err)
		}
	}
}
