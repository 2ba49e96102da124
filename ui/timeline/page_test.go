package timeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/feed/web"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// entries returns a line of n stories; the second is the story whose line it is.
func entries(n int) []feed.Entry {
	list := make([]feed.Entry, n)
	for i := range list {
		list[i] = feed.Entry{
			Row:    story.Row{ID: story.ID(strconv.Itoa(i)), Headline: story.Headline{Title: fmt.Sprintf("Ferry %d sails", i), Text: fmt.Sprintf("(LEAD) Ferry %d sails", i), Take: story.Take(1 + i%3)}, Date: story.Date{Year: 2024, Month: 10, Day: 1 + i}},
			Here:   i == 1,
			Reason: web.Reason{Kind: web.Shares, Words: []string{"Roake", "Kestrel"}},
		}
	}
	return list
}

// other is a story that can be added.
var other = story.Row{ID: "other", Headline: story.Headline{Title: "Owner of ferry"}}

func open(n, w, h int) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	p.Show(entries(n), other)
	return p
}

func lines(p *Page) []string {
	list := strings.Split(ansi.Strip(p.View()), "\n")
	for i := range list {
		list[i] = strings.TrimRight(list[i], " ")
	}
	return list
}

func TestEachStoryHasARowAndTheReasonIsBelow(t *testing.T) {
	p := open(3, 50, 8)
	p.Update(page.Key("j"))
	want := []string{
		" Time line of: Ferry 1 sails ───────────────── 3",
		"    1 Oct  Ferry 0 sails",
		" ›  2 Oct  Ferry 1 sails                     LEAD",
		"    3 Oct  Ferry 2 sails                      2LD",
		"", "",
		"── shares Roake, Kestrel ─────────────────────────",
		" (LEAD) Ferry 2 sails",
	}
	if got := lines(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAWidePageHasTheReasonsInItsRows(t *testing.T) {
	p := open(3, 110, 8)
	want := []string{
		" Time line of: Ferry 1 sails " + strings.Repeat("─", 77) + " 3",
		"    1 Oct  Ferry 0 sails" + strings.Repeat(" ", 48) + "shares Roake, Kestrel",
		" ›  2 Oct  Ferry 1 sails" + strings.Repeat(" ", 42) + "LEAD  shares Roake, Kestrel",
		"    3 Oct  Ferry 2 sails" + strings.Repeat(" ", 43) + "2LD  shares Roake, Kestrel",
		"", "", "", "",
	}
	if got := lines(p); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	list := entries(3)
	list[0].Row.Date.Year = 2023
	p = open(3, 80, 10)
	p.Show(list, other)
	if got := lines(p); !strings.HasPrefix(got[1], "    1 Oct 2023  Ferry 0") || !strings.HasPrefix(got[2], " ›  2 Oct 2024  Ferry 1") {
		t.Errorf("of two years:\n%s", strings.Join(got, "\n"))
	}
}

func TestANarrowOrLowPageShowsWhatFits(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want []string
	}{
		{30, 8, []string{" Time line of: Fer… ────── 3", "    1 Oct  Ferry 0 sails", " ›  2 Oct  Ferry 1 sails LEAD", "    3 Oct  Ferry 2 sails  2LD", "", "", "── the story itself ──────────", " (LEAD) Ferry 1 sails"}},
		{24, 7, []string{" Time line o… ────── 3", "    1 Oct  Ferry 0 sa…", " ›  2 Oct  Ferry … LEAD", "    3 Oct  Ferry 2… 2LD", "", "", ""}},
		{10, 8, nil},
	} {
		got := lines(open(3, c.w, c.h))
		if c.want != nil && !slices.Equal(got, c.want) {
			t.Errorf("%dx%d: got\n%s\nwant\n%s", c.w, c.h, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	p := open(2, 60, 9)
	p.Show(entries(2)[1:], other)
	if got := lines(p); got[2] != "   No other story is in this time line." {
		t.Errorf("a story alone:\n%s", strings.Join(got, "\n"))
	}
}

func TestKeysOpenCutAndAdd(t *testing.T) {
	rows := entries(9)
	for keys, want := range map[string]intent.Intent{
		"enter": intent.Close{}, "j l": intent.OpenEntry{ID: "2"}, "G enter": intent.OpenEntry{ID: "8"}, "g right": intent.OpenEntry{ID: "0"},
		"q": intent.Close{}, "T": intent.Close{}, "esc": intent.Close{}, "k up k": nil, "space d b pgup u k enter": intent.OpenEntry{ID: "0"},
		"a":   intent.SetEntry{Story: "1", Other: other, Joined: true},
		"x":   intent.Say{Text: "That is the story whose time line it is."},
		"j x": intent.SetEntry{Story: "1", Other: rows[2].Row},
	} {
		p := open(9, 60, 6)
		var in intent.Intent
		for k := range strings.FieldsSeq(keys) {
			in = p.Update(page.Key(k))
			if p.cursor < p.top || p.cursor >= p.top+p.room() {
				t.Errorf("%s: row %d is not on the screen from %d on", keys, p.cursor, p.top)
			}
		}
		if fmt.Sprint(in) != fmt.Sprint(want) {
			t.Errorf("%s: %#v, want %#v", keys, in, want)
		}
	}
	p := open(3, 60, 6)
	p.Show(entries(3), entries(3)[0].Row)
	if in, ok := p.Update(page.Key("a")).(intent.Say); !ok {
		t.Errorf("adding what is there: %#v", in)
	}
	th := theme.Look{}.Theme(true)
	empty := New(&th)
	for _, k := range []string{"enter", "x", "j"} {
		if in := empty.Update(page.Key(k)); in != nil {
			t.Errorf("without entries, %s: %#v", k, in)
		}
	}
}

func TestPagesAndHalfPagesAreMoves(t *testing.T) {
	for keys, want := range map[string]int{"d": 4, "space": 7, "space pgdown b": 7, "d u": 1, "G": 29, "G d": 29, "G g": 0, "j down k": 2} {
		p := open(30, 60, 10)
		for k := range strings.FieldsSeq(keys) {
			p.Update(page.Key(k))
		}
		if p.cursor != want {
			t.Errorf("%s: at %d, want %d", keys, p.cursor, want)
		}
	}
	p := open(30, 60, 10)
	for range 7 {
		p.Update(page.Key("j"))
	}
	if p.top != 2 || p.cursor != 8 {
		t.Errorf("the first on the screen is %d", p.top)
	}
}

func TestTheCursorKeepsItsEntryWhenTheLineChanges(t *testing.T) {
	p := open(9, 60, 20)
	p.Update(page.Key("G"))
	p.Show(entries(9)[1:], other)
	if p.row().ID != "8" {
		t.Errorf("the cursor is at %s", p.row().ID)
	}
	p.Show(entries(8), other)
	if p.row().ID != "7" {
		t.Errorf("after its entry is gone, the cursor is at %s", p.row().ID)
	}
	p.Click(2)
	if p.row().ID != "1" {
		t.Errorf("a click leads to %s", p.row().ID)
	}
	if p.Wheel(3); p.row().ID != "4" {
		t.Errorf("the wheel leads to %s", p.row().ID)
	}
}

// fills fails the test unless p covers all cells of its box, as a sheet must.
func fills(t *testing.T, p *Page) {
	t.Helper()
	w, h := p.w, p.h
	page.Fills(t, p.View(), min(w, w*h), min(h, w*h))
	for i, l := range strings.Split(p.View(), "\n") {
		if n := cell.Width(l); w*h > 0 && n != w {
			t.Errorf("%dx%d: line %d has %d cells: %q", w, h, i, n, l)
		}
	}
}

func TestThePageFillsItsBox(t *testing.T) {
	for w := range 130 {
		for _, h := range []int{0, 1, 2, 5, 9} {
			for _, n := range []int{0, 1, 2, 30} {
				if n == 0 {
					th := theme.Look{}.Theme(true)
					p := New(&th)
					p.Resize(w, h)
					fills(t, p)
					continue
				}
				fills(t, open(max(2, n), w, h))
			}
		}
	}
}
