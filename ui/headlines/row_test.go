package headlines

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/layout"
	"dateline/ui/mark"
)

func TestARowShowsDayMarkHeadlineAndLabel(t *testing.T) {
	row := func(change func(*story.Row)) story.Row {
		r := stories(1)[0]
		change(&r)
		return r
	}
	pad := func(n int) string { return strings.Repeat(" ", n) }
	for _, tt := range []struct {
		w    int
		row  story.Row
		want string
	}{
		{120, row(func(*story.Row) {}), "11 • Headline 000000" + pad(72) + "PORT ELLERY" + pad(17)},
		{120, row(func(r *story.Row) { r.Headline.Take = 3 }), "11 • Headline 000000" + pad(72) + "PORT ELLERY" + pad(10) + "2nd LD "},
		{80, row(func(*story.Row) {}), "11 • Headline 000000" + pad(60)},
		{80, row(func(r *story.Row) { r.Starred, r.Read = true, true }), "11 ★ Headline 000000" + pad(60)},
		{80, row(func(r *story.Row) { r.Read = true }), "11   Headline 000000" + pad(60)},
		{60, row(func(r *story.Row) { r.Date.From = story.FromWeekday }), "11 • Headline 000000" + pad(40)},
		{45, row(func(r *story.Row) { r.Headline.Kind = story.Correction }), "11 • Headline 000000" + pad(20) + "CORR "},
		{40, row(func(r *story.Row) { r.Headline.Kind = story.Analysis }), "11 • Headline 000000" + pad(14) + "anlys "},
		{40, row(func(r *story.Row) { r.Problem = story.Unreadable }), "11 • Headline 000000" + pad(9) + "unreadable "},
		{40, row(func(r *story.Row) { r.Headline.Take = 2 }), "11 • Headline 000000" + pad(15) + "LEAD "},
		{26, row(func(r *story.Row) { r.Headline.Take = 2 }), "11 • Headline 0000…  LEAD "},
		{23, row(func(r *story.Row) { r.Headline.Take = 2 }), "11 • Headline 000000   "},
		{40, row(func(r *story.Row) { r.Date.Day, r.Date.Month = 0, 0 }), "   • Headline 000000" + pad(20)},
		{5, row(func(r *story.Row) { r.Starred = true }), "11 ★ "},
		{2, row(func(r *story.Row) { r.Starred = true }), "1…"},
	} {
		p := newPage(archive{tt.row}, tt.w, 24)
		if got := strings.Split(ansi.Strip(p.View()), "\n")[1]; got != tt.want {
			t.Errorf("%d cells:\n%q, want\n%q", tt.w, got, tt.want)
		}
	}
}

func TestReadSelectedAndBlurredRowsLookDifferent(t *testing.T) {
	a := stories(3)
	a[1].Read = true
	p := newPage(a, 80, 24)
	pens := &p.theme.Pens
	row := func(i int) string { return strings.Split(p.View(), "\n")[1+i] }
	if !strings.HasPrefix(row(0), pens.Selected.Open) {
		t.Errorf("the selected row is %q", row(0))
	}
	if p.SetBlur(true); !strings.Contains(row(0), pens.Here.Draw("▌")+pens.Strong.Open) || strings.Contains(row(0), pens.Selected.Open) {
		t.Errorf("the selected row without the focus is %q", row(0))
	}
	if strings.Contains(row(1), "•") || !strings.Contains(row(2), "•") {
		t.Errorf("a read row is %q, an unread one %q", row(1), row(2))
	}
	if faint := pens.Faint.Open + "Headline"; strings.Contains(p.View(), faint) {
		t.Error("the text of a row is faint")
	}
}

func TestUrgentStoriesCorrectionsAndKillsHaveTheAccent(t *testing.T) {
	a := stories(4)
	a[1].Headline.Kind, a[2].Headline.Take, a[3].Headline.Take = story.Kill, story.TakeUrgent, 2
	p := newPage(a, 80, 24)
	lines := strings.Split(p.View(), "\n")
	for i, pen := range []string{p.theme.Pens.Alert.Draw("KILL"), p.theme.Pens.Alert.Draw("URG"), p.theme.Pens.Tag.Draw("LEAD")} {
		if !strings.Contains(lines[2+i], pen) {
			t.Errorf("row %d is %q", i+1, lines[2+i])
		}
	}
}

func TestMarksApplyToRowsAndCounts(t *testing.T) {
	a := stories(10)
	p := newPage(a, 80, 24)
	var m mark.Marks
	p.SetMarks(&m)
	p.Mark(func() {
		m.SetRead(m.Next(), a[0].ID, true)
		m.SetStarred(m.Next(), a[0].ID, true)
	})
	if row, ok := p.Row(a[0].ID); !ok || !row.Read || !row.Starred {
		t.Errorf("the row is %+v", row)
	}
	if c := p.Counts(); c.Unread != 9 || c.Starred != 1 {
		t.Errorf("after a star the counts are %+v", c)
	}
	p.Mark(func() {
		m.SetRead(m.Next(), a[0].ID, false)
		m.SetStarred(m.Next(), a[0].ID, false)
	})
	if c := p.Counts(); c.Unread != 10 || c.Starred != 0 {
		t.Errorf("after both are removed the counts are %+v", c)
	}
	if p.Mark(func() { m.SetRead(m.Next(), "elsewhere", true) }); p.Counts().Unread != 10 {
		t.Error("a story that is not in the window is counted")
	}
	if in := press(a, p, "m"); in != (intent.Read{ID: a[0].ID, Read: true}) {
		t.Errorf("m returns %#v", in)
	}
}

// TestAClickOnALineSelectsTheRowOnIt clicks on every line of lists whose first row
// on the screen is any row of a day.
func TestAClickOnALineSelectsTheRowOnIt(t *testing.T) {
	a := stories(100)
	for top := range 9 {
		p := newPage(a, 80, 24)
		p.Wheel(top)
		if p.Resize(80, 24); top%3 == 2 {
			p.skip = p.rule(p.top)
		}
		for y, line := range strings.Split(ansi.Strip(p.View()), "\n") {
			p.cursor = 60
			p.Click(y)
			if row := strings.Contains(line, "Headline"); !row && p.cursor != 60 || row && !strings.Contains(line, selected(p)) {
				t.Errorf("top %d: a click on %q selects %q", top, line, selected(p))
			}
		}
	}
}

func TestTheHeadLineNamesTheMonthAndARuleTheNext(t *testing.T) {
	a := stories(12)
	for i := 6; i < 12; i++ {
		a[i].Date.Month, a[i].Date.Day = 9, 30
	}
	p := newPage(a, 60, 12)
	p.Summary = []string{"a very long name of an archive that does not fit here · 8", "desk · 8"}
	got := strings.Split(ansi.Strip(p.View()), "\n")
	for line, want := range map[int]string{
		0: " October 2024 ──────────────────────────────────── desk · 8 ",
		1: "11 • Headline 000000", 2: "   • Headline 000001", 7: " September 2024 " + strings.Repeat("─", 44), 8: "30 • Headline 000006", 9: "   • Headline 000007",
	} {
		if strings.TrimRight(got[line], " ") != strings.TrimRight(want, " ") {
			t.Errorf("line %d is\n%q, want\n%q", line, got[line], want)
		}
	}
	if press(a, p, "G"); !strings.HasPrefix(ansi.Strip(p.View()), " October 2024 ─") {
		t.Errorf("the first row is of October:\n%s", ansi.Strip(p.View()))
	}
}

func TestThePeekShowsWhatTheRowHasNoRoomFor(t *testing.T) {
	a := stories(3)
	a[0].Headline.Take, a[0].Words, a[0].Agency = 3, 1304, "Meridian"
	a[1].Headline.Title = strings.Repeat("harbor ", 20) + "end"
	p := newPage(a, 60, 23)
	if id, ok := p.WantsLede(); !ok || id != a[0].ID {
		t.Errorf("the peek wants the lede of %q, %v", id, ok)
	}
	p.SetLede(Lede{ID: a[0].ID, Text: "The harbor opens.", Related: 5, Here: 3, Cited: 2})
	if _, ok := p.WantsLede(); ok {
		t.Error("the peek wants the lede that it has")
	}
	line := func(n int) string { return strings.TrimRight(strings.Split(ansi.Strip(p.View()), "\n")[n], " ") }
	if got, want := line(21), "── 2nd LD · PORT ELLERY · Meridian · Fri 11 Oct 2024 ───────"; got != want {
		t.Errorf("the peek is %q, want %q", got, want)
	}
	if got := line(22); got != " The harbor opens." {
		t.Errorf("the lede is %q", got)
	}
	if p.Resize(120, 23); !strings.Contains(line(21), "1,304 words · 5 related, 3 in the archive · cited by 2 ─") {
		t.Errorf("the peek is %q", line(21))
	}
	if press(a, p, "j"); !strings.HasPrefix(line(22), " …harbor") || !strings.HasSuffix(line(22), "end") {
		t.Errorf("the rest of the headline is %q", line(22))
	}
	for h, want := range map[int]int{12: 0, 13: 1, 18: 1, 19: 2} {
		if p.Resize(60, h); p.peek() != want {
			t.Errorf("a page of %d lines has a peek of %d", h, p.peek())
		}
	}
	p.SetSplit(true)
	if _, ok := p.WantsLede(); p.peek() != 0 || ok {
		t.Error("there is a peek beside the story")
	}
}

func TestAWiderScreenNeverShowsLessOfAHeadline(t *testing.T) {
	title := strings.Repeat("harbor ", 60)
	best := 0
	for w := 30; w <= 260; w++ {
		s := layout.Compute(w, 24, layout.Options{})
		f := newFrame(s.List.W, s.List.H, s.Split, false, Defaults())
		cells := 0
		for _, line := range wrap(title, "", f).lines {
			cells += f.headline()
			if got := cell.Width(line); got > f.headline() {
				t.Fatalf("%d columns: a line of %d cells in %d", w, got, f.headline())
			}
		}
		if cells < best {
			t.Errorf("%d columns show %d cells of a headline, narrower ones %d", w, cells, best)
		}
		best = max(best, cells)
	}
	if f := newFrame(80, 23, false, false, Defaults()); f.headline() != 74 {
		t.Errorf("80 columns show %d cells, want 74", f.headline())
	}
}

func TestTheLabelIsAtTheEndOfTheHeadline(t *testing.T) {
	f := newFrame(48, 49, true, false, Defaults())
	tests := []struct {
		title, label string
		want         []string
		rest         string
	}{
		{"Short headline", "", []string{"Short headline"}, ""},
		{"Short headline", "2LD", []string{"Short headline"}, ""},
		{"Bank of Ostmere cuts key rate to 4.25 pct", "", []string{"Bank of Ostmere cuts key rate to 4.25 pct"}, ""},
		{"Bank of Ostmere cuts key rate to 4.25 pct", "2LD", []string{"Bank of Ostmere cuts key rate to 4.25", "pct"}, ""},
		{"Marsh secures backing of three parties to form Ostmere government", "LEAD",
			[]string{"Marsh secures backing of three parties to", "form Ostmere government"}, ""},
		{strings.TrimSpace(strings.Repeat("harbor ", 12)), "LEAD",
			[]string{strings.TrimSpace(strings.Repeat("harbor ", 6)), strings.Repeat("harbor ", 5) + "…"}, "harbor"},
	}
	for _, tt := range tests {
		h := wrap(tt.title, tt.label, f)
		if !slices.Equal(h.lines, tt.want) || h.rest != tt.rest {
			t.Errorf("%s %s: %q, rest %q", tt.title, tt.label, h.lines, h.rest)
		}
	}
}

func TestRowsStayVisibleAboveAndBelowTheCursor(t *testing.T) {
	a := stories(100)
	p := newPage(a, 80, 23)
	for i := range a {
		if first, last := p.firstShown(), p.lastShown(); i < first+Defaults().ScrollOff && first > 0 || i > last-Defaults().ScrollOff && last < len(a)-1 {
			t.Fatalf("row %d of the rows %d to %d", i, first, last)
		}
		press(a, p, "j")
	}
}

func TestNewsAreMarkedUntilTheNext(t *testing.T) {
	a := stories(20)
	p := newPage(a[2:], 80, 23)
	a.answer(p, p.News())
	if got := strings.Count(ansi.Strip(p.View()), " + Headline"); got != 2 {
		t.Errorf("%d rows are marked as new:\n%s", got, ansi.Strip(p.View()))
	}
	a.answer(p, p.News())
	if got := strings.Count(ansi.Strip(p.View()), " + Headline"); got != 0 {
		t.Errorf("%d rows are marked as new after news without stories", got)
	}
}

func TestHitsBeyondTheEndOfALineAreCut(t *testing.T) {
	p := newPage(stories(1), 80, 24)
	text, hit := p.theme.Pens.Text, p.theme.Pens.Hit
	at := func(start, end int) term.Span { return term.Span{Start: start, End: end} }
	for _, tt := range []struct {
		text string
		hits []term.Span
		want string
	}{
		{"the ferry", nil, text.Draw("the ferry")},
		{"the ferry", []term.Span{at(4, 9)}, text.Draw("the ") + hit.Draw("ferry")},
		{"the ferry sails", []term.Span{at(0, 3), at(4, 9)}, hit.Draw("the") + text.Draw(" ") + hit.Draw("ferry") + text.Draw(" sails")},
		{"the fe…", []term.Span{at(4, 9)}, text.Draw("the ") + hit.Draw("fe") + text.Draw("…")},
		{"the ferry", []term.Span{at(0, 6), at(4, 9)}, hit.Draw("the fe") + hit.Draw("rry")},
		{"the ferry", []term.Span{at(12, 15)}, text.Draw("the ferry")},
	} {
		if got := highlight(tt.text, tt.hits, text, hit); got != tt.want {
			t.Errorf("%q with %v is drawn as %q, want %q", tt.text, tt.hits, got, tt.want)
		}
	}
}
