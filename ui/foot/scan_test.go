package foot

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/ui/theme"
)

// desk returns the foot of the list while its archive is read for the first time.
func desk(p feed.Progress) List {
	return List{Name: "desk", Empty: true, Scan: Scan{Progress: p, Running: true, Filling: true}}
}

func TestTheFootShowsAsMuchOfTheScanAsFits(t *testing.T) {
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
	th := theme.New(true)
	for _, tt := range tests {
		if got := strings.TrimRight(ansi.Strip(desk(tt.p).Draw(&th, tt.w)), " "); got != tt.want {
			t.Errorf("%+v in %d cells: %q, want %q", tt.p, tt.w, got, tt.want)
		}
	}
}

func TestTheFootFillsItsLineAtEveryWidth(t *testing.T) {
	th := theme.New(true)
	for _, p := range []feed.Progress{{}, {Seen: 123456}, {Seen: 123456, Total: 1234567}, {Seen: 1, Total: 1}} {
		for w := 30; w <= 220; w++ {
			for _, news := range []string{"", News(feed.Changes{Added: 1234567})} {
				l := desk(p)
				l.News = news
				if got := ansi.StringWidth(l.Draw(&th, w)); got != w {
					t.Fatalf("%+v: %d cells in %d: %q", p, got, w, l.Draw(&th, w))
				}
				s := Story{Trail: []string{"Headlines", "Ferry sails"}, Progress: "42%", News: news, Scan: l.Scan}
				if got := ansi.StringWidth(s.Draw(&th, w)); got != w {
					t.Fatalf("%+v: story foot of %d cells in %d", p, got, w)
				}
			}
		}
	}
}

func TestTheBoxIsFullOnlyAtTheEnd(t *testing.T) {
	for seen := range 1001 {
		b := Scan{Progress: feed.Progress{Seen: seen, Total: 1000}}.bar(120)
		if full := b.full == b.cells; full != (seen == 1000) || b.full < 0 {
			t.Fatalf("%d of 1000: %d of %d cells", seen, b.full, b.cells)
		}
	}
}

func TestTheBoxShowsWithoutColours(t *testing.T) {
	th := theme.New(true)
	drawn := bar{cells: 4, full: 2}.draw(&th)
	if !strings.Contains(drawn, "[7;") || ansi.Strip(drawn) != "    " {
		t.Errorf("drawn as %q", drawn)
	}
}

func TestTimeLeftIsRoundedToItsSmallestUnit(t *testing.T) {
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
