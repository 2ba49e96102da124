package ui

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/archive"
)

// reader is one whose archive is read for the first time.
func reader(t *testing.T) *Model {
	t.Helper()
	src := archive.FS("desk", "desk", fstest.MapFS{})
	store, err := feed.Open(t.Context(), src, feed.Dirs{Cache: t.TempDir(), State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	m := New(t.Context(), store, Options{})
	m.scan.filling = true
	return m
}

func TestTheFootTellsOfTheScanAsThereIsRoom(t *testing.T) {
	tests := []struct {
		p    feed.Progress
		w    int
		want string
	}{
		{feed.Progress{}, 40, " desk  ·  reading  ·  ? keys"},
		{feed.Progress{}, 80, " desk  ·  reading  ·  ? keys"},
		{feed.Progress{Seen: 1240}, 40, " reading, 1,240 files so far  ·  ? keys"},
		{feed.Progress{Seen: 1240}, 80, " desk  ·  reading, 1,240 files so far  ·  ? keys"},
		{feed.Progress{Added: 12}, 80, " desk  ·  reading, 12 stories so far  ·  ? keys"},
		{feed.Progress{Seen: 5000, Total: 20000}, 40, " 5,000 of 20,000 files  ·  ? keys"},
		{feed.Progress{Seen: 5000, Total: 20000}, 80, " desk  ·  [          ] 25%  ·  ? keys"},
		{feed.Progress{Seen: 5000, Total: 20000}, 120, " desk  ·  [                        ] 5,000 of 20,000 files  ·  ? keys"},
		{feed.Progress{Seen: 30000, Total: 20000}, 80, " desk  ·  [          ] 100%  ·  ? keys"},
	}
	m := reader(t)
	for _, tt := range tests {
		m.scan.progress = tt.p
		if got := strings.TrimRight(ansi.Strip(m.listFoot(tt.w)), " "); got != tt.want {
			t.Errorf("%+v in %d cells: %q, want %q", tt.p, tt.w, got, tt.want)
		}
	}
}

func TestTheFootFillsItsLineAtEveryWidth(t *testing.T) {
	m := reader(t)
	for _, p := range []feed.Progress{{}, {Seen: 123456}, {Seen: 123456, Total: 1234567}, {Seen: 1, Total: 1}} {
		for w := 30; w <= 220; w++ {
			m.scan.progress = p
			m.news.there.Added = 1234567
			for _, filling := range []bool{true, false} {
				m.scan.filling = filling
				if got := ansi.StringWidth(m.listFoot(w)); got != w {
					t.Fatalf("%+v: %d cells in %d: %q", p, got, w, m.listFoot(w))
				}
				if got := ansi.StringWidth(m.storyFoot(w)); got != w {
					t.Fatalf("%+v: story foot of %d cells in %d", p, got, w)
				}
			}
		}
	}
}

func TestTheBoxIsFullOnlyAtTheEnd(t *testing.T) {
	m := reader(t)
	for seen := range 1001 {
		m.scan.progress = feed.Progress{Seen: seen, Total: 1000}
		b := m.progress(120)
		if full := b.full == b.cells; full != (seen == 1000) || b.full < 0 {
			t.Fatalf("%d of 1000: %d of %d cells", seen, b.full, b.cells)
		}
	}
}

func TestTheBoxShowsWithoutColours(t *testing.T) {
	drawn := bar{cells: 4, full: 2}.draw(reader(t).theme)
	if !strings.Contains(drawn, "[7;") || ansi.Strip(drawn) != "    " {
		t.Errorf("drawn as %q", drawn)
	}
}

func TestTimeLeftIsRoundedToWhatMatters(t *testing.T) {
	tests := map[time.Duration]string{
		0: "1 s left", 400 * time.Millisecond: "1 s left", 12 * time.Second: "12 s left", 59600 * time.Millisecond: "1 min left",
		90 * time.Second: "2 min left", 59*time.Minute + 40*time.Second: "1 h 0 min left", 65 * time.Minute: "1 h 5 min left",
	}
	for d, want := range tests {
		if got := timeLeft(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
