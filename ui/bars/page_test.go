package bars

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// open returns a strip of stories from August 2023 to October 2024, at a day in October.
func open(w, h int) *Page {
	th := theme.Look{}.Theme(true)
	p := New(story.Date{Year: 2024, Month: 10, Day: 12, From: story.FromDateline})
	p.SetTheme(&th)
	p.Resize(w, h)
	p.Count([]feed.Value{{Text: "2024-10-12", N: 8}, {Text: "2024-10-02", N: 8}, {Text: "2024-02-29", N: 4}, {Text: "2023-08-15", N: 1}, {Text: "no day", N: 5}}, true)
	return p
}

func view(p *Page) []string {
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

func press(p *Page, names string) (in intent.Intent) {
	for k := range strings.FieldsSeq(names) {
		in = p.Update(page.Key(k))
	}
	return in
}

func TestEachMonthHasABar(t *testing.T) {
	want := []string{
		"── Months ───────────── October 2024 · 16 of 21 ──",
		"               █",
		" ▁     ▄       █",
		" 2023 2024",
	}
	got := view(open(50, 4))
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d is\n%q, want\n%q", i, got[i], want[i])
		}
	}
	p := open(50, 4)
	p.Update(page.Key("tab"))
	if got := view(p); !strings.Contains(got[0], "Days") || !strings.Contains(got[0], "Sat 12 Oct 2024 · 8 of 21") || !strings.Contains(got[3], "Oct 2024") {
		t.Errorf("the days are\n%s", strings.Join(got, "\n"))
	}
}

func TestArrowsChooseAndEnterGoesThere(t *testing.T) {
	day := func(y, m, d int) intent.GoToDate {
		return intent.GoToDate{Before: time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)}
	}
	for names, want := range map[string]intent.Intent{
		"enter": day(2024, 11, 1), "h enter": day(2024, 10, 1), "left k right j enter": day(2024, 11, 1), "l enter": day(2024, 11, 1),
		"g enter": day(2023, 9, 1), "k enter": day(2023, 11, 1), "k j enter": day(2024, 11, 1), "g G enter": day(2024, 11, 1),
		"tab enter": day(2024, 10, 13), "tab h enter": day(2024, 10, 12), "tab k enter": day(2024, 10, 6), "h tab enter": day(2024, 10, 1),
		"tab l tab enter": day(2024, 11, 1), "c": intent.Close{}, "q": intent.Close{}, "esc": intent.Close{},
	} {
		if got := press(open(50, 4), names); got != want {
			t.Errorf("%s: %v, want %v", names, got, want)
		}
	}
}

func TestAFewWeeksAreShownAsDays(t *testing.T) {
	p := New(story.Date{})
	if in := press(p, "l h g enter"); in != (intent.Close{}) {
		t.Errorf("without counts Enter returns %v", in)
	}
	p.Count([]feed.Value{{Text: "2024-10-12", N: 8}, {Text: "2024-10-02", N: 8}}, false)
	if in := press(p, "enter"); in != (intent.GoToDate{Before: time.Date(2024, 10, 13, 0, 0, 0, 0, time.UTC)}) || !p.byDay {
		t.Errorf("Enter returns %v", in)
	}
	press(p, "h tab")
	p.Count([]feed.Value{{Text: "2024-10-12", N: 9}, {Text: "2024-10-02", N: 8}}, true)
	if p.byDay || date(p.at).Day() != 11 {
		t.Errorf("new counts move the cursor to %v", date(p.at))
	}
}

func TestTheBarUnderTheCursorIsOnTheScreen(t *testing.T) {
	for w := range 60 {
		for _, h := range []int{0, 1, 3, 4, 6} {
			p := open(w, h)
			for _, k := range []string{"tab", "g", "j", "l", "G", "k", "tab", "g", "G"} {
				p.Update(page.Key(k))
				page.Fills(t, p.View(), min(w, w*h), min(h, w*h))
				if bar := p.bar(p.at); w > 2 && (bar < p.left || bar >= p.left+p.room()) {
					t.Errorf("%d cells, after %s: bar %d is not on the screen from %d on", w, k, bar, p.left)
				}
			}
		}
	}
	p := New(story.Date{})
	th := theme.Look{}.Theme(true)
	p.SetTheme(&th)
	p.Resize(60, 4)
	if v := view(p)[0]; !strings.Contains(v, "counting …") {
		t.Errorf("before the counts: %q", v)
	}
	if p.Count(nil, true); !strings.Contains(view(p)[0], "no story has a date") {
		t.Errorf("without dates: %q", view(p)[0])
	}
}
