package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/ui/uitest"
)

func TestYCopiesAPartOfTheStory(t *testing.T) {
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
		for _, tt := range []struct{ key, says, want string }{
			{"y", "Copied headline, dateline and text.", "Ferry sails\n\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n\nIt was late."},
			{"h", "Copied the headline.", "Ferry sails"},
			{"c", "Copied headline, agency, dateline and paragraph.", "Ferry sails\nMeridian, OSTVIK, 3 Oct 2024\n\nIt sailed."},
			{"p", "Copied …", src.Key() + filepath.FromSlash("/2024/ferry.txt")},
		} {
			d.Press("y")
			d.Shows("Copy: y text  h headline  c citation  p path  Esc nothing")
			d.Press(tt.key)
			if d.Shows(tt.says); d.Clipboard != tt.want {
				t.Errorf("%s: y and %s copy %q, want %q", where, tt.key, d.Clipboard, tt.want)
			}
		}
		d.Press("Y")
		if end := filepath.Join("2024", "ferry.txt"); !strings.HasSuffix(d.Clipboard, end) || !filepath.IsAbs(d.Clipboard) || !strings.HasSuffix(d.Row(-1), end) {
			t.Errorf("%s: Y copies %q and says %q", where, d.Clipboard, d.Row(-1))
		}
	}
}

func TestAKeyWithoutAMeaningLeavesWhatIsCopied(t *testing.T) {
	d := start(t, 80, 24)
	for _, key := range []string{"esc", "j", "q", "enter", "x", "left"} {
		before := d.Screen()
		d.Press("y", key)
		if d.Screen() != before || d.Clipboard != "" {
			t.Errorf("%s copies %q and shows\n%s", key, d.Clipboard, d.Screen())
		}
	}
	d.Press("y")
	d.Send(tea.PasteMsg{Content: "y"})
	if d.Hides("Copy:"); d.Clipboard != "" {
		t.Errorf("a paste copies %q", d.Clipboard)
	}
}

func TestACitationHasTheParagraphThatIsRead(t *testing.T) {
	var text strings.Builder
	for i := range 40 {
		fmt.Fprintf(&text, "Sentence %d is here, says [the harbor](https://quay.example/%d).\n\n", i, i)
	}
	d := pier(t, 60, 12, map[string]string{"ferry.md": "# Ferry sails\n\n" + text.String()})
	cited := func() string {
		d.Press("y", "c")
		return d.Clipboard
	}
	if got := cited(); got != "Ferry sails\n\nSentence 0 is here, says the harbor." {
		t.Errorf("from the list %q", got)
	}
	d.Press("enter", ":", "2", "0", "enter")
	if got := cited(); !strings.HasSuffix(got, "\n\nSentence 19 is here, says the harbor.") {
		t.Errorf("from paragraph 20 %q", got)
	}
	d.Press("tab", "tab", "tab")
	if got := cited(); !strings.HasSuffix(got, "\n\nSentence 21 is here, says the harbor.") {
		t.Errorf("from the third link %q", got)
	}
	d.Press("G")
	if got := cited(); !strings.Contains(got, "\n\nSentence ") {
		t.Errorf("at the end %q", got)
	}
}

func TestCopiedTextCommandsNoTerminalAndNoShell(t *testing.T) {
	files := map[string]string{}
	for i, e := range feedtest.Escapes() {
		text := "He" + e + "\x1b[201~; rm -rf /\t\x0b\r" + e
		files[fmt.Sprintf("%03d.txt", i)] = "Ferry " + text + "\nOSTVIK, Oct. 3, 2024 (Meridian) -- It " + text + ".\n\n" + text + "\n\n\n"
	}
	d := pier(t, 60, 12, files)
	for range files {
		for _, key := range []string{"y", "h", "c"} {
			d.Press("y", key)
			if got := d.Clipboard; strings.ContainsFunc(strings.ReplaceAll(got, "\n", ""), unicode.IsControl) || strings.HasSuffix(got, "\n") || key == "h" && strings.Contains(got, "\n") {
				t.Errorf("y and %s copy %q", key, got)
			}
		}
		d.Press("j")
	}
}

func TestWhatCanBeCopiedFitsItsLine(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("y")
	for w := 30; w < 100; w++ {
		d.Resize(w, 12)
		d.Shows("y text  h headline")
		if got := d.Row(-1); w >= 40 && !strings.Contains(got, "p path") {
			t.Errorf("%d cells: %q", w, got)
		}
	}
}
