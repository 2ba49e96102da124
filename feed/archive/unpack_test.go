package archive

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/story"
)

// gzipped returns text, compressed.
func gzipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestACompressedFileIsReadFromAnySource(t *testing.T) {
	root := t.TempDir()
	data := gzipped(t, "The ferry sails.")
	write(t, root, "a/a.txt.gz", data)
	write(t, root, "a/b", data) // the name does not count
	folder := open(t, filepath.Join(root, "a"))
	reader := NewReader(folder)
	defer reader.Close()
	for name, read := range map[string]func() ([]byte, error){
		"folder": func() ([]byte, error) { return folder.Read(t.Context(), "a.txt.gz") },
		"b":      func() ([]byte, error) { return folder.Read(t.Context(), "b") },
		"reader": func() ([]byte, error) { return reader.Read(t.Context(), "a.txt.gz") },
		"file":   func() ([]byte, error) { return open(t, filepath.Join(root, "a/b")).Read(t.Context(), "b") },
		"text":   func() ([]byte, error) { return Text("-", []byte(data)).Read(t.Context(), "-") },
		"fs":     func() ([]byte, error) { return FS("a", "a", os.DirFS(root)).Read(t.Context(), "a/b") },
	} {
		if got, err := read(); string(got) != "The ferry sails." || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, path := range []string{"a.txt.gz", "b"} {
		if got, err := ReadRange(t.Context(), folder, path, 4, 5); string(got) != "ferry" || err != nil {
			t.Errorf("a range of %s: %q, %v", path, got, err)
		}
	}
	same(t, listing(t, folder), "b", "a.txt.gz")
}

func TestADamagedFileIsReadUpToTheDamage(t *testing.T) {
	root := t.TempDir()
	text := strings.Repeat("The ferry sails. ", 1000)
	data := gzipped(t, text)
	write(t, root, "half.gz", data[:len(data)-20])
	write(t, root, "head.gz", data[:12])
	src := open(t, root)
	reader := NewReader(src)
	defer reader.Close()
	for _, r := range []interface {
		Read(ctx context.Context, path string) ([]byte, error)
	}{src, reader} {
		got, err := r.Read(t.Context(), "half.gz")
		if !strings.HasPrefix(text, string(got)) || len(got) == 0 || problemOf(err) != story.Damaged {
			t.Errorf("%d bytes, %v", len(got), err)
		}
		if got, err = r.Read(t.Context(), "head.gz"); len(got) > 0 || problemOf(err) != story.Damaged {
			t.Errorf("%q, %v", got, err)
		}
	}
}

func TestAFileThatUnpacksToTooMuchIsNotRead(t *testing.T) {
	root := t.TempDir()
	write(t, root, "fits.gz", gzipped(t, strings.Repeat(" ", MaxSize)))
	write(t, root, "bomb.gz", gzipped(t, strings.Repeat(" ", MaxSize+1)))
	src := open(t, root)
	if got, err := src.Read(t.Context(), "fits.gz"); len(got) != MaxSize || err != nil {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	problem(t, src, "bomb.gz", story.TooLarge)
}

// problemOf returns the Problem of an *Error.
func problemOf(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Problem
	}
	return ""
}
