package main

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/ui/cell"
)

func TestProgressCountsFiles(t *testing.T) {
	tests := []struct {
		p    feed.Progress
		want string
	}{
		{feed.Progress{Seen: 1234}, "1,234 files"},
		{feed.Progress{Seen: 12, Total: 30000}, "12 of 30,000 files"},
	}
	for _, tt := range tests {
		if got := filesOf(tt.p); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.p, got, tt.want)
		}
	}
}

func TestABarShowsThePartThatIsDone(t *testing.T) {
	for n, want := range map[int]string{0: "░░░░░░░░░░░░░░░░░░░░", 15: "██████████░░░░░░░░░░", 29: "███████████████████░", 30: "████████████████████", 31: "████████████████████"} {
		if got := bar(n, 30); got != want {
			t.Errorf("%d of 30: %q, want %q", n, got, want)
		}
	}
}

func TestProgressFitsTheTerminal(t *testing.T) {
	for width := range 140 {
		var stderr strings.Builder
		m := meter{console: &console{err: &stderr, live: true, wide: func() int { return width }}}
		for _, p := range []feed.Progress{{}, {Seen: 123456}, {Seen: 123456, Total: 1234567}} {
			stderr.Reset()
			m.last = time.Time{}
			m.show(p)
			line := strings.TrimSuffix(strings.TrimPrefix(stderr.String(), "\r"), ansi.EraseLineRight)
			if w := cell.Width(line); w > max(width-1, 0) {
				t.Errorf("%d cells in a terminal of %d: %q", w, width, line)
			}
			if width >= 40 && !strings.Contains(line, filesOf(p)) {
				t.Errorf("in a terminal of %d: %q", width, line)
			}
		}
	}
}

func TestProgressInAPipeIsWholeLines(t *testing.T) {
	var stderr strings.Builder
	m := meter{console: &console{err: &stderr}}
	m.show(feed.Progress{Seen: 1200, Total: 3000})
	m.show(feed.Progress{Seen: 1300, Total: 3000}) // too soon
	m.settling()
	m.end()
	if want := "reading the archive: 1,200 of 3,000 files\nmerging the search index\n"; stderr.String() != want {
		t.Errorf("printed %q, want %q", stderr.String(), want)
	}
}
