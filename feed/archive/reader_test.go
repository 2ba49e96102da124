package archive

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestAReaderReturnsTheTextOfEachFile(t *testing.T) {
	root := t.TempDir()
	files := map[string][]byte{
		"a.txt":     []byte("The ferry sails."),
		"b.txt":     []byte("No."),
		"c.txt":     {},
		"sub/d.txt": bytes.Repeat([]byte("The ferry sails at dawn.\n"), 100),
		"sub/e.txt": bytes.Repeat([]byte("large "), chunk/4),
	}
	for name, data := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	src, err := Open(root)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(src)
	defer r.Close()
	for _, name := range []string{"a.txt", "sub/e.txt", "b.txt", "c.txt", "sub/d.txt", "a.txt", "sub/d.txt", "b.txt"} {
		data, err := r.Read(t.Context(), name)
		if err != nil || !bytes.Equal(data, files[name]) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	if _, err := r.Read(t.Context(), "gone.txt"); err == nil {
		t.Error("a missing file was read")
	}
}

func TestAReaderReadsAnySource(t *testing.T) {
	r := NewReader(Text("x.txt", []byte("text")))
	defer r.Close()
	if data, err := r.Read(t.Context(), "x.txt"); err != nil || string(data) != "text" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestAReaderStaysInTheArchive(t *testing.T) {
	root := t.TempDir()
	write(t, root, "in/a.txt", "a")
	write(t, root, "secret.txt", "secret")
	r := NewReader(open(t, filepath.Join(root, "in")))
	defer r.Close()
	for _, path := range []string{"../secret.txt", "a.txt/../../secret.txt", "/a.txt"} {
		if data, err := r.Read(t.Context(), path); err == nil {
			t.Errorf("%s: %q", path, data)
		}
	}
	if data, err := r.Read(t.Context(), "a.txt"); err != nil || string(data) != "a" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestAReaderFollowsLinksInTheArchive(t *testing.T) {
	root := t.TempDir()
	write(t, root, "in/a.txt", "a")
	write(t, root, "in/sub/b.txt", "b")
	write(t, root, "secret.txt", "secret")
	link(t, filepath.Join(root, "in"), "a.txt", "same.txt")
	link(t, filepath.Join(root, "in"), "sub/b.txt", "below.txt")
	link(t, filepath.Join(root, "in"), "../secret.txt", "out.txt")
	r := NewReader(open(t, filepath.Join(root, "in")))
	defer r.Close()
	for name, want := range map[string]string{"same.txt": "a", "below.txt": "b"} {
		if data, err := r.Read(t.Context(), name); err != nil || string(data) != want {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	for _, name := range []string{"out.txt", "sub"} {
		if data, err := r.Read(t.Context(), name); err == nil {
			t.Errorf("%s: %q", name, data)
		}
	}
}
