package headlines

import (
	"fmt"
	"slices"
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

// archive is a list in memory that answers the requests of a page.
type archive []story.Row

// stories returns n rows, four a day, newest first.
func stories(n int) archive {
	rows := make(archive, n)
	day := time.Date(2024, 10, 11, 0, 0, 0, 0, time.UTC)
	for i := range rows {
		at := day.AddDate(0, 0, -i/4)
		path := fmt.Sprintf("%s/%06d.txt", at.Format("2006/01/02"), i)
		rows[i] = story.Row{
			ID: story.NewID(path), Path: path,
			Headline: story.Headline{Text: fmt.Sprintf("Headline %06d", i), Title: fmt.Sprintf("Headline %06d", i), Kind: story.Plain, Take: 1},
			Date:     story.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day(), From: story.FromDateline},
			Places:   []string{"PORT ELLERY"},
		}
	}
	return rows
}

// answer answers the requests of the page until there are none. It returns the
// first intent that is not a request for rows.
func (a archive) answer(p *Page, in intent.Intent) intent.Intent {
	for in != nil {
		switch req := in.(type) {
		case intent.Load:
			p.Show(a.window(req))
		case intent.Extend:
			if req.N > 0 {
				i, j := a.index(req.Key)+1, min(len(a), a.index(req.Key)+1+req.N)
				p.Append(Rows{Gen: req.Gen, Rows: slices.Clone(a[i:j]), AtEnd: j == len(a)})
			} else {
				j, i := a.index(req.Key), max(0, a.index(req.Key)+req.N)
				p.Prepend(Rows{Gen: req.Gen, Rows: slices.Clone(a[i:j]), AtTop: i == 0})
			}
		default:
			return in
		}
		in = p.More()
	}
	return nil
}

func (a archive) index(k story.Key) int {
	i, _ := slices.BinarySearchFunc(a, k, func(r story.Row, k story.Key) int {
		switch rk := r.Key(); {
		case rk == k:
			return 0
		case rk.Before(k):
			return -1
		}
		return 1
	})
	return i
}

func (a archive) window(in intent.Load) Rows {
	i := a.index(in.Key)
	from, to := max(0, i-in.N), min(len(a), i+in.N)
	out := Rows{Gen: in.Gen}
	switch in.Edge {
	case intent.Top:
		from, to = 0, min(len(a), in.N)
	case intent.Bottom:
		from, to = max(0, len(a)-in.N), len(a)
		if to > 0 {
			out.Cursor, out.CursorKey = a[to-1].ID, a[to-1].Key()
		}
	case intent.Around:
		out.Cursor, out.CursorKey = a[min(i, len(a)-1)].ID, in.Key
	}
	out.Rows, out.Above = slices.Clone(a[from:to]), from
	out.AtTop, out.AtEnd = from == 0, to == len(a)
	out.Counts = feed.Counts{Stories: len(a), Unread: len(a)}
	return out
}

func newPage(a archive, w, h int) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	a.answer(p, p.Load())
	return p
}

func press(a archive, p *Page, keys ...string) (last intent.Intent) {
	for _, k := range keys {
		last = a.answer(p, p.Update(page.Key(k)))
	}
	return last
}

func selected(p *Page) string {
	row, _ := p.Selected()
	return row.Headline.Title
}

func TestEveryRowIsReachedGoingDownAndUp(t *testing.T) {
	a := stories(3000)
	p := newPage(a, 80, 24)
	for i := range a {
		if selected(p) != a[i].Headline.Title || p.Position() != i+1 {
			t.Fatalf("after %d steps: %q at %d", i, selected(p), p.Position())
		}
		press(a, p, "j")
	}
	for i, row := range slices.Backward(a) {
		if selected(p) != row.Headline.Title || p.Position() != i+1 {
			t.Fatalf("back at %d: %q at %d", i, selected(p), p.Position())
		}
		press(a, p, "k")
	}
	if n := len(p.rows); n > 2*maxRows {
		t.Errorf("the page holds %d rows", n)
	}
}

func TestNoKeyOfABurstIsLost(t *testing.T) {
	a := stories(5000)
	p := newPage(a, 80, 24)
	var requests []intent.Intent
	for range 1000 {
		if in := p.Update(page.Key("j")); in != nil {
			requests = append(requests, in)
		}
	}
	for _, in := range requests { // answered only now
		a.answer(p, in)
	}
	if p.Position() != 1001 {
		t.Errorf("after 1,000 presses the cursor is on row %d", p.Position())
	}
}

func TestOneKeyLeadsToEachEnd(t *testing.T) {
	a := stories(5000)
	p := newPage(a, 80, 24)
	press(a, p, "G")
	if p.Position() != 5000 || selected(p) != "Headline 004999" {
		t.Errorf("G: %q at %d", selected(p), p.Position())
	}
	press(a, p, "k", "k")
	if p.Position() != 4998 {
		t.Errorf("G k k: at %d", p.Position())
	}
	press(a, p, "g")
	if p.Position() != 1 {
		t.Errorf("g: at %d", p.Position())
	}
}

func TestNewRowsDoNotMoveTheRowUnderTheCursor(t *testing.T) {
	old := stories(200)
	p := newPage(old, 80, 24)
	press(old, p, "j", "j", "j", "d", "d")
	title, line := selected(p), p.cursor-p.top
	grown := append(stories(40), old...)
	for i := range 40 {
		grown[i].Date.Day, grown[i].Date.Year = 12, 2025
		grown[i].Path += "x"
		grown[i].ID = story.NewID(grown[i].Path)
	}
	slices.SortFunc(grown, func(x, y story.Row) int {
		if x.Key().Before(y.Key()) {
			return -1
		}
		return 1
	})
	grown.answer(p, p.Load())
	if selected(p) != title || p.cursor-p.top != line {
		t.Errorf("the cursor went from %q on line %d to %q on line %d", title, line, selected(p), p.cursor-p.top)
	}
}

func TestTheCursorStaysAtTheTopUntilTheReaderMoves(t *testing.T) {
	a := stories(20)
	p := newPage(a[5:], 80, 24)
	a.answer(p, p.Load())
	if selected(p) != "Headline 000000" {
		t.Errorf("untouched, the cursor is on %q", selected(p))
	}
}

func TestTheCursorStaysNearARowThatIsGone(t *testing.T) {
	a := stories(50)
	p := newPage(a, 80, 24)
	press(a, p, "j", "j", "j")
	fewer := slices.Delete(slices.Clone(a), 3, 4)
	fewer.answer(p, p.Load())
	if selected(p) != "Headline 000004" {
		t.Errorf("the cursor is on %q", selected(p))
	}
}

func TestAnOutdatedAnswerIsDropped(t *testing.T) {
	a := stories(500)
	p := newPage(a, 80, 24)
	old := p.Update(page.Key("G")).(intent.Load)
	a.answer(p, p.Update(page.Key("g")))
	p.Show(a.window(old))
	if p.Position() != 1 {
		t.Errorf("the outdated answer moved the cursor to %d", p.Position())
	}
}

func TestEveryBoxIsFilledExactly(t *testing.T) {
	a := stories(300)
	a[1].Headline.Title = strings.Repeat("기준금리 동결 ", 20)
	a[2].Headline.Title = "👩‍👩‍👧 family 🇰🇷 é\u0301 العربية"
	a[3].Headline.Take, a[4].Headline.Kind, a[5].Problem = 3, story.Interview, story.Binary
	p := newPage(a, 80, 24)
	for w := 0; w <= 200; w += 7 {
		for _, h := range []int{0, 1, 2, 3, 8, 24, 50} {
			p.Resize(w, h)
			for _, k := range []string{"j", "d", "G", "u", "g"} {
				press(a, p, k)
				page.Fills(t, p.View(), w, h)
			}
		}
	}
}

func TestTheCursorIsAlwaysOnTheScreen(t *testing.T) {
	a := stories(400)
	for _, h := range []int{2, 3, 5, 8, 24} {
		p := newPage(a, 80, h)
		for _, r := range "jjddduukGkudg  bjjjGbb" {
			k := strings.ReplaceAll(string(r), " ", "space")
			press(a, p, k)
			if !strings.Contains(ansi.Strip(p.View()), selected(p)) {
				t.Fatalf("height %d, after %s: %q is not on the screen:\n%s", h, k, selected(p), ansi.Strip(p.View()))
			}
		}
	}
}

func TestAClickSelectsARowButDoesNotOpenIt(t *testing.T) {
	a := stories(50)
	p := newPage(a, 80, 24)
	if in := p.Click(3); in != nil || selected(p) != "Headline 000002" {
		t.Errorf("first click: %v on %q", in, selected(p))
	}
	if in := p.Click(3); in != nil || selected(p) != "Headline 000002" {
		t.Errorf("second click: %v on %q", in, selected(p))
	}
	if in := p.Click(0); in != nil || selected(p) != "Headline 000002" {
		t.Errorf("click on the day: %v on %q", in, selected(p))
	}
}

func TestEachKeyReturnsItsIntent(t *testing.T) {
	a := stories(50)
	p := newPage(a, 80, 24)
	row := a[0]
	tests := map[string]intent.Intent{
		"enter": intent.Open{ID: row.ID}, "l": intent.Open{ID: row.ID},
		"m": intent.Read{ID: row.ID, Read: true}, "s": intent.Star{ID: row.ID, Starred: true},
		"tab": intent.NextUnread{}, "shift+tab": intent.NextUnread{Back: true},
		"n": intent.NextUnread{}, "N": intent.NextUnread{Back: true},
		"q": intent.Quit{}, ">": intent.Width{Step: 1}, "<": intent.Width{Step: -1}, "z": intent.Zen{},
		"esc": nil, "x": nil,
	}
	for k, want := range tests {
		if got := p.Update(page.Key(k)); got != want {
			t.Errorf("%s: %#v, want %#v", k, got, want)
		}
	}
}

// TestTheRowUnderTheCursorStaysOnItsLine adds rows above the cursor, on the same day
// and on other days, for every height and every line.
func TestTheRowUnderTheCursorStaysOnItsLine(t *testing.T) {
	a := stories(400)
	for h := 3; h < 20; h++ {
		for at := range 12 {
			fewer := archive{}
			for i := range a {
				if i%7 != 3 && i%5 != 1 || i == 200+at {
					fewer = append(fewer, a[i])
				}
			}
			p := newPage(fewer, 80, h)
			fewer.answer(p, p.Select(a[200+at]))
			old, line := selected(p), strings.Count(upTo(p), "\n")
			a.answer(p, p.News())
			if got := strings.Count(upTo(p), "\n"); selected(p) != old || got != line {
				t.Fatalf("height %d: %q went from line %d to %q on line %d", h, old, line, selected(p), got)
			}
			page.Fills(t, p.View(), 80, h)
			if i, _, ok := p.rowAt(line); !ok || i != p.cursor {
				t.Fatalf("height %d: row %d is at line %d, not %d", h, i, line, p.cursor)
			}
		}
	}
}

// upTo returns the screen up to the row under the cursor.
func upTo(p *Page) string {
	before, _, _ := strings.Cut(ansi.Strip(p.View()), selected(p))
	return before
}

func TestARowIsUpdatedInPlace(t *testing.T) {
	a := stories(50)
	p := newPage(a, 80, 24)
	press(a, p, "j", "s")
	edited, redated := a[2], a[3]
	edited.Headline.Title = "A corrected headline"
	redated.Headline.Title, redated.Date.Year = "A headline of another year", 2001
	p.Replace(Check{Rows: map[story.ID]story.Row{edited.ID: edited, redated.ID: redated}, Removed: map[story.ID]bool{a[4].ID: true}})
	text := ansi.Strip(p.View())
	for _, want := range []string{"A corrected headline", "Headline 000004" + strings.Repeat(" ", 55) + "gone", "Headline 000003"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the screen:\n%s", want, text)
		}
	}
	if strings.Contains(text, "another year") || selected(p) != "Headline 000001" {
		t.Errorf("a row moved:\n%s", text)
	}
	p.Replace(Check{Rows: map[story.ID]story.Row{a[4].ID: a[4]}})
	if strings.Contains(ansi.Strip(p.View()), "gone") {
		t.Error("a story that returned is still labelled gone")
	}
}
