package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

func TestYCopiesTheStoryAndItsPath(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	text := []byte("Ferry sails\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n\nIt was late.\n(END)\n")
	for _, name := range []string{"ferry.txt", "other.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	src, err := archive.Open(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	d := uitest.Start(t, uitest.Open(t, src, t.TempDir()), 80, 24)
	for _, where := range []string{"list", "story"} {
		if where == "story" {
			d.Press("enter")
		}
		d.Press("y")
		d.Shows("Copied headline, dateline and text.")
		if want := "Ferry sails\n\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n\nIt was late.\n"; d.Clipboard != want {
			t.Errorf("%s: y copies %q, want %q", where, d.Clipboard, want)
		}
		d.Press("Y")
		if end := filepath.Join("2024", "ferry.txt"); !strings.HasSuffix(d.Clipboard, end) || !filepath.IsAbs(d.Clipboard) || !strings.HasSuffix(d.Row(-1), end) {
			t.Errorf("%s: Y copies %q and says %q", where, d.Clipboard, d.Row(-1))
		}
	}
}
