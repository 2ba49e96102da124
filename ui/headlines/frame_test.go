package headlines

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
)

func TestAFrameDependsOnTheSizeOfThePage(t *testing.T) {
	for _, tt := range []struct {
		w, h  int // of the page; the screen has one row more
		split bool
		want  frame
	}{
		{80, 12, false, frame{}},
		{80, 13, false, frame{peek: 1, strip: 1}},
		{80, 18, false, frame{peek: 1, strip: 1}},
		{80, 19, false, frame{peek: 2, strip: 1}},
		{79, 28, false, frame{peek: 2, strip: 1}},
		{79, 29, false, frame{peek: 2, strip: 1, twoLines: true}},
		{80, 29, false, frame{peek: 2, strip: 1}},
		{109, 29, false, frame{peek: 2, strip: 1}},
		{110, 29, false, frame{peek: 2, strip: 1, wide: true, columns: placeCells + labelCells}},
		{48, 38, true, frame{twoLines: true}},
		{48, 39, true, frame{twoLines: true, strip: stripRows}},
		{120, 39, true, frame{twoLines: true, strip: stripRows}},
	} {
		tt.want.w, tt.want.h, tt.want.split = tt.w, tt.h, tt.split
		tt.want.mark, tt.want.label = 1, labelCells
		if got := newFrame(tt.w, tt.h, tt.split, false, Defaults()); got != tt.want {
			t.Errorf("%dx%d: %+v, want %+v", tt.w, tt.h, got, tt.want)
		}
	}
	if row := newFrame(300, 40, false, false, Defaults()).row(); row != maxWidth {
		t.Errorf("a row on a screen of 300 columns has %d cells", row)
	}
}

func TestTheSelectedRowHasTwoLinesOfSnippet(t *testing.T) {
	a := stories(30)
	p := newResultPage(a, "lamp", 40, 24)
	answerResult(a, p, "the keeper of the harbor lit both lamps and then put out one lamp again before dawn")
	lines := strings.Split(p.View(), "\n")
	got := make([]string, 6)
	for i := range got {
		got[i] = strings.TrimRight(ansi.Strip(lines[i+1]), " ")
	}
	want := []string{
		" • Headline 000000", "   11 Oct 2024 · the keeper of the", "   harbor lit both lamps and then put …",
		" • Headline 000001", "   11 Oct 2024 · …both lamps and then …",
		" • Headline 000002",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the rows are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, i := range []int{3, 5} {
		if !strings.Contains(lines[i], p.theme.Pens.Hit.Draw("lamp")) {
			t.Errorf("no hit in %q", lines[i])
		}
	}
	p.SetSplit(true)
	answerResult(a, p, "the keeper of the harbor lit both lamps")
	lines = strings.Split(ansi.Strip(p.View()), "\n")
	if strings.TrimSpace(lines[3]) != "" || !strings.Contains(lines[4], "Headline 000001") {
		t.Errorf("beside a story the rows are\n%s", strings.Join(lines[:6], "\n"))
	}
}

func TestAResultIsShownAtItsRow(t *testing.T) {
	a := stories(200)
	p := newResultPage(a, "lamp", 80, 24)
	ans := Rows{Gen: p.gen, Rows: slices.Clone(a), AtTop: true, AtEnd: true, Cursor: a[100].ID, CursorKey: a[100].Key()}
	p.ShowResult(p.result.Result, ans)
	if selected(p) != a[100].Headline.Title || p.top != 96 || !p.Touched() {
		t.Errorf("the cursor is on %q, the first row is %d", selected(p), p.top)
	}
	ans.Cursor, ans.Rows = "", slices.Clone(a)
	if p.ShowResult(p.result.Result, ans); p.cursor != 0 && p.Touched() {
		t.Errorf("without a row the cursor is on %q", selected(p))
	}
}

func TestTheStripShowsTheMostFrequentValues(t *testing.T) {
	p := newResultPage(stories(30), "lamp", 80, 24)
	p.SetFacets(counts())
	line := func(n int) string { return strings.TrimRight(strings.Split(ansi.Strip(p.View()), "\n")[n], " ") }
	if got, want := line(23), " place OSTVIK 20 KARVIK 9   kind story 29 lead 1   year 2025 3 2024 27"; got != want {
		t.Errorf("the strip is %q, want %q", got, want)
	}
	if p.Resize(40, 24); line(23) != " place OSTVIK 20 KARVIK 9" {
		t.Errorf("on 40 columns the strip is %q", line(23))
	}
	p.SetSplit(true)
	p.Resize(56, 49)
	for n, want := range map[int]string{
		43: " Narrow ────────────────────────────────────── f facets",
		44: " place   OSTVIK 20   KARVIK 9   PORT ELLERY 1",
		45: " kind    story 29   lead 1",
		46: " year    2025 3   2024 27",
	} {
		if got := line(n); got != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
}

// counts returns the facets of 30 stories.
func counts() feed.Facets {
	return feed.Facets{
		feed.ByPlace: {{Text: "OSTVIK", N: 20}, {Text: "KARVIK", N: 9}, {Text: "PORT ELLERY", N: 1}},
		feed.ByKind:  {{Text: "story", N: 29}, {Text: "lead", N: 1}},
		feed.ByDay:   {{Text: "2025-01-02", N: 3}, {Text: "2024-10-04", N: 7}, {Text: "2024-10-03", N: 20}},
	}
}

func TestTheWindowDropsTheRowsThatAreFarFromTheCursor(t *testing.T) {
	a := stories(3000)
	p := newPage(a, 80, 24)
	for range 40 {
		press(a, p, "space", "space")
	}
	if n := len(p.rows); n > maxRows+2*reach || p.atTop || p.rows[0].ID != a[p.above].ID {
		t.Errorf("far down the window holds %d rows from %q on, row %d of the list", n, p.rows[0].Headline.Title, p.above)
	}
	if want := a[p.above+p.cursor]; selected(p) != want.Headline.Title || p.Position() != p.above+p.cursor+1 {
		t.Errorf("the cursor is on %q at %d, want %q", selected(p), p.Position(), want.Headline.Title)
	}
	down := p.Position()
	for range 20 {
		press(a, p, "b", "b")
	}
	if n := len(p.rows); n > maxRows+2*reach || p.atEnd {
		t.Errorf("on the way up the window holds %d rows", n)
	}
	if at := p.Position(); at >= down || selected(p) != a[at-1].Headline.Title || p.rows[0].ID != a[p.above].ID {
		t.Errorf("the cursor is on %q at %d", selected(p), at)
	}
	if end := p.above + len(p.rows); p.rows[len(p.rows)-1].ID != a[end-1].ID {
		t.Errorf("the window ends with %q", p.rows[len(p.rows)-1].Headline.Title)
	}
}
