package foot

import (
	"strings"
	"testing"
	"time"

	"dateline/ui/hint"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/ui/theme"
)

var hints = []hint.Hint{{Key: "Enter", Text: "open"}, {Key: "/", Text: "search"}, {Key: "f", Text: "facets"}, {Key: "?", Text: "keys"}}

// desk returns the foot of the list while its archive is read for the first time.
func desk(p feed.Progress) Line {
	return Line{Hints: hints[3:], Scan: Scan{Progress: p, Running: true, Filling: true}}
}

func TestTheFootShowsAsMuchOfTheScanAsFits(t *testing.T) {
	tests := []struct {
		p    feed.Progress
		w    int
		want string
	}{
		{feed.Progress{}, 40, " reading  ? keys"},
		{feed.Progress{}, 80, " reading  ? keys"},
		{feed.Progress{Seen: 1240}, 40, " reading, 1,240 files so far  ? keys"},
		{feed.Progress{Added: 12}, 80, " reading, 12 stories so far  ? keys"},
		{feed.Progress{Seen: 5000, Total: 20000}, 40, " 5,000 of 20,000 files  ? keys"},
		{feed.Progress{Seen: 5000, Total: 20000}, 80, " [          ] 25%  ? keys"},
		{feed.Progress{Seen: 5000, Total: 20000}, 120, " [                        ] 5,000 of 20,000 files  ? keys"},
		{feed.Progress{Seen: 30000, Total: 20000}, 80, " [          ] 100%  ? keys"},
	}
	th := theme.Look{}.Theme(true)
	for _, tt := range tests {
		if got := strings.TrimRight(ansi.Strip(desk(tt.p).Draw(&th, tt.w)), " "); got != tt.want {
			t.Errorf("%+v in %d cells: %q, want %q", tt.p, tt.w, got, tt.want)
		}
	}
}

func TestTheFootShowsTheHintsThatFit(t *testing.T) {
	l := Line{Hints: hints, Right: []string{"2 of 56 · text on screen", "2 of 56"}, News: News(feed.Changes{Added: 3}, ".")}
	th := theme.Look{}.Theme(true)
	for w, want := range map[int]string{
		80: " Enter open  / search  f facets  . 3 new  ? keys       2 of 56 · text on screen ",
		66: " Enter open  / search  . 3 new  ? keys   2 of 56 · text on screen ",
		50: " Enter open  / search  . 3 new  ? keys    2 of 56 ",
		40: " Enter open  . 3 new  ? keys    2 of 56 ",
		30: " . 3 new  ? keys      2 of 56 ",
		20: " . 3 new    2 of 56 ",
		12: "    2 of 56 ",
	} {
		if got := ansi.Strip(l.Draw(&th, w)); got != want {
			t.Errorf("%d cells:\n%q, want\n%q", w, got, want)
		}
	}
	l.Warning = "Marks will not be saved."
	if got := ansi.Strip(l.Draw(&th, 50)); got != " Marks will not be saved.          Esc hides this " {
		t.Errorf("a warning is drawn as %q", got)
	}
}

func TestTheFootFillsItsLineAtEveryWidth(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, p := range []feed.Progress{{}, {Seen: 123456}, {Seen: 123456, Total: 1234567}, {Seen: 1, Total: 1}} {
		for w := 30; w <= 220; w++ {
			for _, n := range []int{0, 1234567} {
				l := desk(p)
				l.Hints, l.News, l.Right = hints, News(feed.Changes{Added: n}, "."), []string{"1,234,567 of 1,234,567"}
				for _, l.Scan.Running = range []bool{false, true} {
					if got := ansi.StringWidth(l.Draw(&th, w)); got != w {
						t.Fatalf("%+v: %d cells in %d: %q", p, got, w, l.Draw(&th, w))
					}
				}
			}
		}
	}
}

func TestTheHeadingNamesTheSearchAsFarAsItFits(t *testing.T) {
	h := Heading{Query: "rate cut", Found: 20, All: 10000, Order: "best first"}
	for room, want := range map[int]string{
		60: "/rate cut · 20 of 10,000 · best first", 30: "/rate cut · 20 of 10,000", 20: "/rat… · 20 of 10,000", 15: "20 of 10,000",
	} {
		if got := h.Text(room); got != want {
			t.Errorf("%d cells: %q, want %q", room, got, want)
		}
	}
	h.Filling, h.Query, h.Found = true, "", 0
	if got := h.Text(60); got != "… of 10,000 stories read so far · best first" {
		t.Errorf("during the first scan: %q", got)
	}
	if h.Counted = true; h.Text(60) != "0 of 10,000 stories read so far · best first" {
		t.Errorf("without a match: %q", h.Text(60))
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
	th := theme.Look{}.Theme(true)
	drawn := bar{cells: 4, full: 2}.drawInside(&th)
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
