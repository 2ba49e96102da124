package headlines

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/uitest/page"
)

// A page of 24 lines shows 21 rows, or 20 and a rule where a month begins.
func TestPagesMoveTheCursorAndTheScreen(t *testing.T) {
	a := stories(200)
	for keys, want := range map[string][2]int{
		"space": {20, 18}, "pgdown": {20, 18}, "space space": {40, 38}, "space b": {0, 0}, "space space pgup": {21, 19}, //nolint:dupword // pressed twice
		"d": {10, 8}, "ctrl+d": {10, 8}, "d d u": {10, 8}, "d ctrl+u": {0, 0}, "j j d": {12, 10}, "b": {0, 0}, "j b": {0, 0}, //nolint:dupword // pressed twice
		"J": {1, 0}, "J J K": {1, 0}, "j j j k": {2, 0}, //nolint:dupword // pressed twice
	} {
		p := newPage(a, 80, 24)
		press(a, p, strings.Fields(keys)...)
		if p.cursor != want[0] || p.top != want[1] {
			t.Errorf("%s: the cursor is on row %d of a screen whose top is row %d, want %d and %d", keys, p.cursor, p.top, want[0], want[1])
		}
	}
}

func TestTheCursorScrollsTheScreenByOneRow(t *testing.T) {
	a := stories(200)
	p := newPage(a, 80, 24)
	for range 18 {
		press(a, p, "j")
	}
	if p.top != 0 {
		t.Errorf("with the cursor two rows above the last the top of the screen is row %d", p.top)
	}
	if press(a, p, "j"); p.top != 1 {
		t.Errorf("below it the top of the screen is row %d", p.top)
	}
	for p.cursor > p.top+Defaults().ScrollOff {
		press(a, p, "k")
	}
	top := p.top
	if press(a, p, "k"); p.top != top-1 {
		t.Errorf("above row %d the top of the screen is row %d", top, p.top)
	}
}

func TestTheLastScreenIsFull(t *testing.T) {
	for _, n := range []int{40, 41, 42, 43} {
		for name, p := range map[string]*Page{"list": newPage(stories(n), 80, 23), "result": newResultPage(stories(n), "x", 80, 23)} {
			for range 100 {
				p.Wheel(3)
			}
			lines := strings.Split(ansi.Strip(p.View()), "\n")
			last := p.rows[n-1].Headline.Title
			if i := strings.Index(strings.Join(lines[20:], "\n"), last); i < 0 {
				t.Errorf("%s of %d: the wheel does not lead to the last row:\n%s", name, n, strings.Join(lines, "\n"))
			}
			if p.top == n-1 {
				t.Errorf("%s of %d: the last row is alone on the screen", name, n)
			}
		}
	}
}

func TestTheWheelMovesTheCursorOnlyAtTheEdges(t *testing.T) {
	a := stories(200)
	p := newPage(a, 80, 24)
	press(a, p, "j", "j", "j", "j", "j")
	for _, step := range []struct{ n, top, cursor int }{
		{3, 3, 5}, {3, 6, 6}, {-3, 3, 6}, {-3, 0, 6}, {-3, 0, 6}, {30, 30, 30}, {-30, 0, 20},
	} {
		if a.answer(p, p.Wheel(step.n)); p.top != step.top || p.cursor != step.cursor {
			t.Errorf("%d: row %d of a screen whose top is row %d, want %d and %d", step.n, p.cursor, p.top, step.cursor, step.top)
		}
	}
	empty := newPage(nil, 80, 24)
	if in := empty.Wheel(3); in != nil || empty.Touched() {
		t.Errorf("in an empty list: %#v", in)
	}
}

func TestStepsBeyondTheWindowRequestEnoughRows(t *testing.T) {
	for _, tt := range []struct{ steps, want int }{{100, reach}, {126, reach}, {600, 600 - 127}, {5000, maxRows}} {
		p := New(newPage(nil, 80, 24).theme)
		p.Resize(80, 24)
		load := p.Load()
		rows := stories(9000).window(load)
		p.Show(rows)
		if load.N != reach || len(p.rows) != reach {
			t.Fatalf("the list begins with %d rows", len(p.rows))
		}
		for range tt.steps {
			p.step(1)
		}
		in, ok := p.More().(intent.Extend)
		if !ok || in.N != tt.want || in.Key != p.rows[reach-1].Key() {
			t.Errorf("%d steps return %#v, want %d rows", tt.steps, in, tt.want)
		}
		if again := p.More(); again != nil {
			t.Errorf("%d steps return a second request: %#v", tt.steps, again)
		}
	}
}

func TestRowsAreRequestedBeforeTheyAreNeeded(t *testing.T) {
	a := stories(9000)
	p := newPage(a, 80, 24)
	p.Show(a.window(p.load(intent.Around, a[4000].Key())))
	if p.cursor != reach || len(p.rows) != 2*reach {
		t.Fatalf("row %d of %d", p.cursor, len(p.rows))
	}
	for ; len(p.rows)-p.cursor >= margin+24; p.step(1) {
		if in := p.More(); in != nil {
			t.Fatalf("with %d rows below the cursor: %#v", len(p.rows)-p.cursor, in)
		}
	}
	if in, ok := p.More().(intent.Extend); !ok || in.N != reach {
		t.Errorf("with %d rows below the cursor: %#v", len(p.rows)-p.cursor, in)
	}
	p.Show(a.window(p.load(intent.Around, a[4000].Key())))
	for ; p.cursor >= margin+24; p.step(-1) {
		if in := p.More(); in != nil {
			t.Fatalf("with %d rows above the cursor: %#v", p.cursor, in)
		}
	}
	if in, ok := p.More().(intent.Extend); !ok || in.N != -reach {
		t.Errorf("with %d rows above the cursor: %#v", p.cursor, in)
	}
}

func TestKeysDoNothingInAnEmptyList(t *testing.T) {
	p := newPage(nil, 80, 24)
	p.Empty = "This archive is empty."
	for _, k := range []string{"j", "k", "space", "enter", "m", "s", "J"} {
		if in := p.Update(page.Key(k)); in != nil {
			t.Errorf("%s: %#v", k, in)
		}
	}
	if _, ok := p.Neighbour(1); ok || p.Position() != 0 || !strings.Contains(p.View(), "This archive is empty.") {
		t.Errorf("an empty list is at %d and shows\n%s", p.Position(), p.View())
	}
}

func TestNeighbourStopsAtTheEndsOfTheList(t *testing.T) {
	a := stories(3)
	p := newPage(a, 80, 24)
	if _, ok := p.Neighbour(-1); ok || p.cursor != 0 {
		t.Error("there is a row above the first")
	}
	for _, want := range []string{"Headline 000001", "Headline 000002"} {
		if row, ok := p.Neighbour(1); !ok || row.Headline.Title != want || selected(p) != want {
			t.Errorf("the next row is %q, want %q", row.Headline.Title, want)
		}
	}
	if _, ok := p.Neighbour(1); ok || p.cursor != 2 {
		t.Error("there is a row below the last")
	}
	if row, ok := p.Neighbour(-2); !ok || row.ID != a[0].ID {
		t.Errorf("two rows above is %q", row.Headline.Title)
	}
}

func TestSelectLoadsARowThatIsFarAway(t *testing.T) {
	a := stories(3000)
	p := newPage(a, 80, 24)
	if in := p.Select(a[20]); in != nil || p.cursor != 20 || !p.Touched() {
		t.Errorf("a row of the window: %#v at %d", in, p.cursor)
	}
	in, ok := p.Select(a[2000]).(intent.Load)
	if !ok || in.Edge != intent.Around || in.Key != a[2000].Key() {
		t.Errorf("a row far away: %#v", in)
	}
	a.answer(p, in)
	if selected(p) != a[2000].Headline.Title || p.Position() != 2001 {
		t.Errorf("the cursor is on %q at %d", selected(p), p.Position())
	}
}

func TestNewsKeepsTheRowUnlessItIsTheFirst(t *testing.T) {
	a := stories(50)
	for _, tt := range []struct {
		keys []string
		blur bool
		want intent.Edge
	}{
		{nil, false, intent.Top}, {[]string{"j", "k"}, false, intent.Top}, {[]string{"j", "k"}, true, intent.Around},
		{[]string{"j"}, false, intent.Around},
	} {
		p := newPage(a, 80, 24)
		press(a, p, tt.keys...)
		p.SetBlur(tt.blur)
		if got := p.News(); got.Edge != tt.want || tt.want == intent.Around && got.Key != a[p.cursor].Key() {
			t.Errorf("after %v, blurred %v: %#v", tt.keys, tt.blur, got)
		}
	}
	p := newPage(a, 80, 24)
	if in := p.LoadAt(a[7].Key()); in.Edge != intent.Around || in.Key != a[7].Key() || !p.Touched() || in.N != p.Reach() {
		t.Errorf("the request is %#v", in)
	}
}

func TestWholeReportsWhetherTheWindowIsTheWholeList(t *testing.T) {
	if n, ok := newPage(stories(12), 80, 24).Whole(); n != 12 || !ok {
		t.Errorf("a short list: %d, %v", n, ok)
	}
	a := stories(1000)
	p := newPage(a, 80, 24)
	if _, ok := p.Whole(); ok {
		t.Error("the top of a long list is reported as the whole list")
	}
	if press(a, p, "G"); p.atTop || !p.atEnd {
		t.Error("G does not lead to the end")
	}
	if _, ok := p.Whole(); ok {
		t.Error("the end of a long list is reported as the whole list")
	}
	if p := New(p.theme); p.Loaded() || p.Snapshot().Loaded() {
		t.Error("a list is loaded before its rows have arrived")
	}
	if !p.Loaded() || !p.Snapshot().Loaded() || len(p.Rows()) != len(p.rows) {
		t.Error("a list with rows is not loaded")
	}
	if _, ok := p.Row(story.ID("nowhere")); ok {
		t.Error("a row that is not in the list is found")
	}
}

func TestTheEndIsReachedAgainFromFarAbove(t *testing.T) {
	a := stories(4000)
	p := newPage(a, 80, 24)
	press(a, p, "G")
	for range 200 {
		press(a, p, "b")
	}
	if p.Position() > 1000 {
		t.Fatalf("200 pages above the end the cursor is on row %d", p.Position())
	}
	for range 300 {
		press(a, p, "space")
	}
	if selected(p) != a[3999].Headline.Title || p.Position() != 4000 {
		t.Errorf("the last row is %q at %d", selected(p), p.Position())
	}
}

func TestRowsAboveAreRequestedOnce(t *testing.T) {
	a := stories(4000)
	p := newPage(a, 80, 24)
	press(a, p, "G")
	for range 100 {
		p.step(-1)
	}
	if in, ok := p.More().(intent.Extend); !ok || in.N >= 0 || in.Key != p.rows[0].Key() {
		t.Errorf("100 rows above the end: %#v", in)
	}
	if in := p.More(); in != nil {
		t.Errorf("before the answer: %#v", in)
	}
	p = newPage(a, 80, 24)
	if p.Wheel(1); !p.Touched() {
		t.Error("the wheel does not count as a move of the reader")
	}
}
