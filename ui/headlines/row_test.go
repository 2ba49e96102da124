package headlines

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/intent"
	"dateline/ui/mark"
)

func TestANarrowListLeavesOutColumns(t *testing.T) {
	for w, want := range map[int]columns{
		120: {tag: 11, place: 18, date: 13}, 96: {tag: 11, place: 18, date: 13},
		95: {tag: 8, place: 13, date: 13}, 72: {tag: 8, place: 13, date: 13},
		71: {tag: 8, place: 10, date: 8}, 56: {tag: 8, place: 10, date: 8},
		55: {tag: 8}, 44: {tag: 8}, 43: {}, 30: {}, 4: {}, 3: {},
	} {
		want.headline = max(0, w-marks-edge-want.tag-want.place-want.date)
		if got := newColumns(w); got != want {
			t.Errorf("%d cells: %+v, want %+v", w, got, want)
		}
	}
}

func TestARowShowsMarksLabelPlaceAndDate(t *testing.T) {
	row := func(change func(*story.Row)) story.Row {
		r := stories(1)[0]
		change(&r)
		return r
	}
	for _, tt := range []struct {
		w    int
		row  story.Row
		want string
	}{
		{100, row(func(*story.Row) {}), "•             Headline 000000                                        PORT ELLERY       yesterday    "},
		{80, row(func(r *story.Row) { r.Starred, r.Read = true, true }), " ★         Headline 000000                            PORT ELLERY  yesterday    "},
		{60, row(func(*story.Row) {}), "•          Headline 000000                PORT ELL…  11 Oct "},
		{60, row(func(r *story.Row) { r.Date.From = story.FromWeekday }), "•          Headline 000000                PORT ELL… ~11 Oct "},
		{45, row(func(r *story.Row) { r.Headline.Kind = story.Correction }), "•  correct Headline 000000                   "},
		{40, row(func(r *story.Row) { r.Headline.Kind = story.Analysis }), "•  analysis Headline 000000             "},
		{100, row(func(r *story.Row) { r.Headline.Kind = story.Analysis }), "•  analysis   Headline 000000                                        PORT ELLERY       yesterday    "},
		{40, row(func(r *story.Row) { r.Problem = story.Unreadable }), "•  unreadable Headline 000000           "},
		{50, row(func(r *story.Row) { r.Headline.Take = 2 }), "•  " + ((story.Take)(2)).String() + strings.Repeat(" ", 8-len(story.Take(2).String())) + "Headline 000000                        "},
		{3, row(func(r *story.Row) { r.Starred = true }), "•★ "},
		{2, row(func(r *story.Row) { r.Starred = true }), "•★"},
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
	p.SetBlur(true)
	if !strings.Contains(row(0), pens.Here.Draw("▌")+pens.SelectedDim.Open) {
		t.Errorf("the selected row without the focus is %q", row(0))
	}
	if !strings.Contains(row(1), pens.Faint.Open+"Headline") || strings.Contains(row(2), pens.Faint.Open+"Headline") {
		t.Errorf("a read row is %q, an unread one %q", row(1), row(2))
	}
}

func TestMarksApplyToRowsAndCounts(t *testing.T) {
	a := stories(10)
	p := newPage(a, 80, 24)
	var m mark.Marks
	p.SetMarks(&m)
	old, _ := p.Row(a[0].ID)
	m.SetRead(a[0].ID, true)
	m.SetStarred(a[0].ID, true)
	p.Marked(old)
	if row, ok := p.Row(a[0].ID); !ok || !row.Read || !row.Starred {
		t.Errorf("the row is %+v", row)
	}
	if c := p.Counts(); c.Unread != 9 || c.Starred != 1 {
		t.Errorf("after a star the counts are %+v", c)
	}
	old, _ = p.Row(a[0].ID)
	m.SetRead(a[0].ID, false)
	m.SetStarred(a[0].ID, false)
	p.Marked(old)
	if c := p.Counts(); c.Unread != 10 || c.Starred != 0 {
		t.Errorf("after both are removed the counts are %+v", c)
	}
	if p.Marked(story.Row{ID: "elsewhere", Read: true}); p.Counts().Unread != 10 {
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
		if top%3 == 2 {
			p.dayHidden = true
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

func TestEachDayHasALineAboveItsRows(t *testing.T) {
	p := newPage(stories(12), 40, 12)
	var days []string
	for i, line := range strings.Split(ansi.Strip(p.View()), "\n") {
		if strings.Contains(line, "─") {
			days = append(days, strings.Trim(line, " ─"))
			if i%5 != 0 {
				t.Errorf("a day is on line %d", i)
			}
		}
	}
	if got := strings.Join(days, "; "); got != "Friday, 11 October 2024; Thursday, 10 October 2024; Wednesday, 9 October 2024" {
		t.Errorf("the days are %s", got)
	}
}

func TestADayMarksAnInferredYearIfItsRowsCannot(t *testing.T) {
	a := stories(1)
	a[0].Date.From = story.FromWeekday
	for w, want := range map[int]string{40: "Friday, 11 October ~2024", 100: "Friday, 11 October 2024"} {
		if got := ansi.Strip(newPage(a, w, 24).View()); !strings.HasPrefix(got, " "+want+" ") {
			t.Errorf("%d cells:\n%s", w, got)
		}
	}
}

func TestReadRowsOfAResultAreFaint(t *testing.T) {
	a := stories(4)
	a[1].Read = true
	a[2].Read, a[2].Problem = true, gone
	p := newResultPage(a, "zebra", 80, 24)
	pens, lines := &p.theme.Pens, strings.Split(p.View(), "\n")
	for i, pen := range []string{pens.Faint.Open, pens.Faint.Open, pens.Text.Open} {
		if row := lines[3+2*i]; !strings.Contains(row, pen+"Headline") || i == 2 && strings.Contains(row, pens.Faint.Open+"Headline") {
			t.Errorf("row %d is %q", i+1, row)
		}
	}
	if p.SetBlur(true); !strings.Contains(p.View(), pens.SelectedDim.Open) {
		t.Error("the selected row looks the same without the focus")
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
