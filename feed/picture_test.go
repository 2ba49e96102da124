package feed

import (
	"archive/zip"
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/archive"
)

func TestPicturesAreReadInTheArchiveOnly(t *testing.T) {
	var dot, packed bytes.Buffer
	if err := png.Encode(&dot, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&packed)
	if w, err := z.Create("d/f.png"); err != nil {
		t.Fatal(err)
	} else if _, err := w.Write(dot.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	root, outside := t.TempDir(), filepath.Join(t.TempDir(), "f.png")
	for path, data := range map[string][]byte{
		filepath.Join(root, "f.png"): dot.Bytes(), filepath.Join(root, "w.zip"): packed.Bytes(), outside: dot.Bytes(),
		filepath.Join(root, "text.png"): []byte("Ferry sails"), filepath.Join(root, "dir.png", "x"): {},
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	links := os.Symlink(outside, filepath.Join(root, "out.png")) == nil
	src, err := archive.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), src, Dirs{Cache: t.TempDir(), State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // nothing was written
	for path, want := range map[string]string{
		"f.png": "", "w.zip/d/f.png": "", "gone.png": ErrNotFound.Error(), "w.zip/f.png": ErrNotFound.Error(), "f.png/f.png": ErrNotFound.Error(),
		"text.png": "text.png: the picture has a format that is not read", "dir.png": "dir.png: This is a folder",
		"../" + filepath.Base(filepath.Dir(outside)) + "/f.png": "leaves the archive", "out.png": "leaves the archive",
	} {
		if path == "out.png" && !links {
			continue
		}
		img, err := s.Picture(t.Context(), path, func(size image.Point) image.Point { return size })
		switch {
		case want == "" && (err != nil || img.Rect.Size() != image.Pt(4, 2)):
			t.Errorf("%s: %v", path, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %s", path, err, want)
		case want == ErrNotFound.Error() && !errors.Is(err, ErrNotFound):
			t.Errorf("%s: %v is not ErrNotFound", path, err)
		}
	}
}
