package ui_test

import (
	"encoding/base64"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/ui/uitest"
)

// cells are the sequences that change cells or move the cursor.
var cells = regexp.MustCompile(`^\x1b(\[[0-9;:]*[A-HJKLMPSTXZ@bdfmr` + "`" + `]|M|7|8)$`)

// style is a sequence that changes how cells look, or makes them a hyperlink.
var style = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;(id=d[0-9]+-[0-9]+;(https?://|mailto:)[!-:<-~]+|;)\x1b\\`)

// commands returns the sequences in text that do more than that. Titles and the clipboard
// stand for their number alone; it fails the test if one has control characters.
func commands(t *testing.T, text string) []string {
	t.Helper()
	found := map[string]bool{}
	for state := ansi.NormalState; text != ""; {
		seq, _, n, next := ansi.DecodeSequence(text, state, nil)
		text, state = text[n:], next
		switch {
		case !strings.ContainsFunc(seq, unicode.IsControl), seq == "\r", seq == "\n", seq == "\b", seq == "\t", cells.MatchString(seq), style.MatchString(seq):
			continue
		case strings.HasPrefix(seq, "\x1b]2;"), strings.HasPrefix(seq, "\x1b]52;c;"):
			inner := strings.TrimSuffix(strings.TrimSuffix(seq[4:], "\a"), "\x1b\\")
			if data, ok := strings.CutPrefix(inner, ";c;"); ok {
				plain, err := base64.StdEncoding.DecodeString(data)
				if err != nil {
					t.Errorf("%q: %v", seq, err)
				}
				inner = strings.NewReplacer("\n", "", "\t", "").Replace(string(plain))
			}
			if strings.ContainsFunc(inner, unicode.IsControl) {
				t.Errorf("%q has %q", seq, inner)
			}
			seq = seq[:4]
		}
		found[seq] = true
	}
	return slices.Sorted(maps.Keys(found))
}

const esc = "\x1b"

// tour is what is typed on a tour through most pages.
var tour = []string{
	"j", "G", "g", "\r", "G", esc, "r", esc, "v", esc, "?", esc, "f", esc, "c", esc, "T", esc, "/ferry", "\r", "\r", "/sails\r", "n", esc, esc, esc, ":trail\r", esc, ":map\r", esc,
	"yy", "yc", "Y", "s", "m", "w", "\x1b[200~pier \x1b]0;owned\a\x1b[31m\x1b[201~", "\x15", esc, "Z", "+", "\x0c",
}

// toured returns what the program sends on a tour through an archive.
func toured(t *testing.T, fsys fs.FS) (sent []string) {
	t.Helper()
	onTerminal(t, archive.FS("desk", "desk", fsys), 160, 50, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		for _, keys := range tour {
			term.Send(keys)
		}
		if alt, title := term.State(); !alt || strings.Contains(title, "owned") && !strings.Contains(title, "pier") {
			t.Errorf("alternate screen %v, title %q", alt, title)
		}
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
		sent = commands(t, term.Sent())
	})
	return sent
}

func TestAHostileArchiveSendsNothingThatAnotherDoesNotSend(t *testing.T) {
	hostile := fstest.MapFS{}
	for path, text := range feedtest.Hostile() {
		if fs.ValidPath(path) {
			hostile[path] = &fstest.MapFile{Data: []byte(text), ModTime: uitest.Now}
		}
	}
	usual := toured(t, feedtest.FS(60))
	for _, seq := range toured(t, hostile) {
		if !slices.Contains(usual, seq) {
			t.Errorf("only the hostile archive sends %q", seq)
		}
	}
	if len(usual) == 0 {
		t.Error("the program sends no command at all")
	}
	t.Logf("%q", usual)
}
