package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestAFileAppearsWhenItIsComplete(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error {
			if _, err := os.Lstat(path); err == nil && s == "first" {
				t.Error("the file is there before it is complete")
			}
			_, err := io.WriteString(w, s)
			return err
		}
	}
	broken := errors.New("broken")
	fails := func(w io.Writer) error {
		_, err := io.WriteString(w, "half")
		return errors.Join(err, broken)
	}
	for _, c := range []struct {
		force bool
		write func(io.Writer) error
		ok    bool
		want  string // the content of the file afterwards
	}{
		{false, fails, false, ""}, {false, text("first"), true, "first"}, {false, text("second"), false, "first"},
		{true, fails, false, "first"}, {true, text("third"), true, "third"},
	} {
		err := replace(path, c.force, c.write)
		data, _ := os.ReadFile(path)
		if (err == nil) != c.ok || string(data) != c.want {
			t.Errorf("%v, %q, want %q", err, data, c.want)
		}
		if files, _ := os.ReadDir(dir); len(files) > 1 {
			t.Errorf("%d files are left", len(files))
		}
	}
	meets := func(io.Writer) error { return os.WriteFile(path+"2", []byte("theirs"), 0o600) }
	if err := replace(path+"2", false, meets); err == nil {
		t.Error("a file that came meanwhile was overwritten")
	}
}
