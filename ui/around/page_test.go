package around

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

func storyRow(id, title string, take story.Take, day int) story.Row {
	return story.Row{ID: story.ID(id), Headline: story.Headline{Title: title, Take: take}, Date: story.Date{Year: 2024, Month: 10, Day: day}, Words: 10 * day}
}

// open returns a page with two takes, three related headlines, of which the second is
// not in the archive, and a story of another year that cites it.
func open(w, h int, pane bool) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.SetPane(pane)
	p.Resize(w, h)
	st := &story.Story{ID: "a", Headline: story.Headline{Text: "Ferry sails", Title: "Ferry sails", Take: 2}, Date: story.Date{Year: 2024, Month: 10, Day: 3}}
	for _, title := range []string{"Storm over Ostvik", "Tug is sold", "Harbor master resigns after the storm"} {
		st.Related = append(st.Related, story.Related{Headline: story.Headline{Title: title}})
	}
	links := make([]feed.Link, 3)
	links[0].Targets = []story.Row{storyRow("s", "Storm over Ostvik", 1, 2)}
	links[2].Targets = []story.Row{storyRow("h", "Harbor master resigns after the storm", 3, 1)}
	cites := storyRow("c", "The year in ferries", 1, 30)
	cites.Date.Year = 2025
	p.Show(st, Stories{Links: links, Cited: []story.Row{cites}, Takes: []feed.Take{{Row: storyRow("f", "Ferry sails", 1, 2)}, {Row: storyRow("a", "Ferry sails", 2, 3)}}})
	return p
}

func view(p *Page) []string {
	lines := strings.Split(ansi.Strip(p.View()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

func TestASheetHasALineForEachEntry(t *testing.T) {
	want := []string{
		"── Around this story ───────── 2 takes · 2 of 3 related are here · cited by 1 ──",
		"  Takes        first                                            2 Oct  20 words",
		"             › LEAD                                             3 Oct  30 words",
		"  Related    1 Storm over Ostvik                                          2 Oct",
		"             3 Harbor master resigns after the storm                 2LD  1 Oct",
		"             2 Tug is sold                                 (not in the archive)",
		"  Cited by   ← The year in ferries                                  30 Oct 2025",
		"",
	}
	p := open(80, 8, false)
	if got := view(p); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the sheet is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := p.SheetLines(); n != 7 {
		t.Errorf("a sheet of all entries has %d lines", n)
	}
}

func TestAPaneBreaksHeadlines(t *testing.T) {
	want := []string{
		" around this story ──────────",
		" Takes",
		"   first            20 words",
		" › LEAD             30 words",
		"",
		" Related",
		" 1 Storm over Ostvik",
		"   2 Oct",
		" 3 Harbor master resigns",
		"   after the storm",
		"   2LD · 1 Oct",
		"",
		"   not in the archive",
		" 2 Tug is sold",
		"",
		" Cited by",
		" ← The year in ferries",
		"   30 Oct 2025",
	}
	if got := view(open(29, 18, true)); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the pane is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestKeysOpenWhatIsSelected(t *testing.T) {
	for keys, want := range map[string]intent.Intent{
		"enter":                     intent.Follow{ID: "f"},
		"j enter":                   intent.Say{Text: "That is this story."},
		"j j l":                     intent.Follow{ID: "s"}, //nolint:dupword // pressed twice
		"G right":                   intent.Follow{ID: "c"},
		"G k enter":                 intent.SearchFor{Text: "Tug is sold", Words: true},
		"tab enter":                 intent.Follow{ID: "s"},
		"tab tab enter":             intent.Follow{ID: "c"}, //nolint:dupword // pressed twice
		"tab tab tab enter":         intent.Follow{ID: "f"}, //nolint:dupword // pressed twice
		"tab tab shift+tab enter":   intent.Follow{ID: "s"}, //nolint:dupword // pressed twice
		"G k k k shift+tab enter":   intent.Follow{ID: "f"}, //nolint:dupword // pressed twice
		"space space b b k enter":   intent.Follow{ID: "f"}, //nolint:dupword // pressed twice
		"2":                         intent.Number{Digit: 2},
		"q":                         intent.Close{},
		"r":                         intent.Close{},
		"esc":                       intent.Close{},
		"?":                         intent.Show{Page: intent.HelpPage},
		"shift+tab":                 nil,
		"tab tab shift+tab j enter": intent.Follow{ID: "h"}, //nolint:dupword // pressed twice
	} {
		p := open(80, 8, false)
		var in intent.Intent
		for k := range strings.FieldsSeq(keys) {
			in = p.Update(page.Key(k))
		}
		if in != want {
			t.Errorf("%s: %#v, want %#v", keys, in, want)
		}
	}
}

func TestTabLeavesAPaneAtItsEnds(t *testing.T) {
	p := open(34, 30, true)
	if in := p.Update(page.Key("shift+tab")); in != (intent.Pane{Step: -1}) {
		t.Errorf("Shift-Tab at the start: %#v", in)
	}
	p.Update(page.Key("G"))
	if in := p.Update(page.Key("tab")); in != (intent.Pane{Step: 1}) {
		t.Errorf("Tab at the end: %#v", in)
	}
}

func TestTheSelectedEntryIsOnTheScreen(t *testing.T) {
	for _, pane := range []bool{false, true} {
		for h := 2; h < 20; h++ {
			p := open(34, h, pane)
			for k := range strings.SplitSeq("jjjjjjkkkkkkGg", "") {
				p.Update(page.Key(k))
				page.Fills(t, p.View(), 34, h)
				if first, _ := p.span(p.cursor); first < p.top || first >= p.top+h-1 {
					t.Errorf("pane %v of %d lines: the entry on line %d is not on the screen from line %d on", pane, h, first, p.top)
				}
			}
		}
	}
}

func TestAClickSelectsTheEntryOnTheLine(t *testing.T) {
	p := open(34, 30, true)
	for y, line := range view(p) {
		p.cursor = 0
		p.Click(y)
		if e, _ := p.selected(); strings.Contains(line, "Harbor master") && e.id != "h" || strings.Contains(line, "Cited by") && p.cursor != 0 {
			t.Errorf("a click on %q selects %q", line, e.title)
		}
	}
	if p.Wheel(2); p.cursor != 2 {
		t.Errorf("the wheel leads to entry %d", p.cursor)
	}
}

func TestTheCursorStaysWhenTheSameStoryIsShownAgain(t *testing.T) {
	p := open(80, 10, false)
	p.Update(page.Key("G"))
	old, _ := p.selected()
	st := &story.Story{ID: "a"}
	p.Show(st, Stories{Cited: []story.Row{storyRow("x", "Another story", 1, 1), storyRow("c", "The year in ferries", 1, 30)}})
	if e, _ := p.selected(); e.id != old.id {
		t.Errorf("the cursor is on %q", e.title)
	}
	st.ID = "b"
	p.Show(st, Stories{Cited: []story.Row{storyRow("x", "Another story", 1, 1), storyRow("c", "The year in ferries", 1, 30)}})
	if e, _ := p.selected(); e.id != "x" {
		t.Errorf("for another story the cursor is on %q", e.title)
	}
	st.ID = "c"
	if p.Show(st, Stories{}); !strings.Contains(ansi.Strip(p.View()), "No stories around this one.") {
		t.Errorf("a story without links:\n%s", ansi.Strip(p.View()))
	}
	p.Show(nil, Stories{})
	if _, ok := p.selected(); ok || p.ID() != "" || strings.Contains(ansi.Strip(p.View()), "No stories") {
		t.Errorf("without a story:\n%s", ansi.Strip(p.View()))
	}
	if p.Update(page.Key("enter")) != nil || len(p.Hints()) != 2 {
		t.Error("Enter opens something of nothing")
	}
}

func TestARelatedHeadlineOfTheStoryItselfIsNotMissing(t *testing.T) {
	p := open(80, 10, false)
	h := story.Headline{Text: "Ferry sails", Title: "Ferry sails"}
	p.Show(&story.Story{ID: "a", Headline: h, Related: []story.Related{{Headline: h}}}, Stories{Links: make([]feed.Link, 1)})
	if v := strings.Join(view(p), "\n"); !strings.Contains(v, "this story") || !strings.Contains(v, "1 of 1") || strings.Contains(v, "not in the archive") {
		t.Errorf("the page shows\n%s", v)
	}
	if in := p.Update(page.Key("enter")); in != (intent.Say{Text: "That is this story."}) {
		t.Errorf("Enter returns %v", in)
	}
}
