package headlines

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// matchAll returns a function that finds every occurrence of word.
func matchAll(word string) func(string) []term.Span {
	return func(text string) (hits []term.Span) {
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 {
				return hits
			}
			hits = append(hits, term.Span{Start: at + i, End: at + i + len(word)})
			at += i + len(word)
		}
	}
}

// newResultPage returns a page that shows a as the result of a search for word.
func newResultPage(a archive, word string, w, h int) *Page {
	p := newPage(a, w, h)
	rows := a.window(intent.Load{Edge: intent.Top, N: reach})
	p.ShowResult(Result{Hits: matchAll(word)}, rows)
	p.Heading = "12 of 12,431 · all stories · best first"
	return p
}

// answerResult answers the requests for missing data until there are none.
func answerResult(a archive, p *Page, text string) {
	for {
		switch in := p.Missing().(type) {
		case intent.Locate:
			p.Located(in.Gen, in.Key, a.index(in.Key))
		case intent.Snippets:
			var list []Snippet
			for _, id := range in.IDs {
				list = append(list, Snippet{ID: id, Text: text, Hits: p.result.Hits(text)})
			}
			p.AddSnippets(in.Found, in.N, list)
		default:
			return
		}
	}
}

func TestARowOfAResultHasADateAndASnippet(t *testing.T) {
	a := stories(50)
	for w, want := range map[int]string{
		100: " • Headline 000000" + strings.Repeat(" ", 70) + "11 Oct 2024 |   the lamps of the harbor",
		60:  " • Headline 000000" + strings.Repeat(" ", 30) + "11 Oct 2024 |   the lamps of the harbor",
		40:  " • Headline 000000" + strings.Repeat(" ", 22) + "|   11 Oct 2024 · the lamps of the",
	} {
		p := newResultPage(a, "lamp", w, 24)
		answerResult(a, p, "the lamps of the harbor")
		rows := strings.Split(ansi.Strip(p.View()), "\n")
		if got := rows[1] + "|" + strings.TrimRight(rows[2], " "); got != want {
			t.Errorf("%d cells:\n%q, want\n%q", w, got, want)
		}
		if !strings.HasPrefix(rows[0], " 12 of 12,431 · all stories · best") {
			t.Errorf("%d cells: the heading is %q", w, rows[0])
		}
	}
}

func TestHitsAreHighlightedInCutRows(t *testing.T) {
	a := stories(4)
	a[0].Headline.Title = "A tug and a tug, a Tug; one more tug that is far beyond the end of any narrow list"
	a[1].Headline.Title = "👩‍👩‍👧 tug 🇰🇷 e\u0301 tug"
	a[2].Headline.Title = "기준tug금리"
	a[3].Headline.Kind = story.Lead
	a[3].Headline.Take = 2
	a[3].Headline.Title = "tug…"
	pens := theme.Look{}.Theme(true).Pens
	for _, w := range []int{30, 40, 55, 80, 130} {
		p := newResultPage(a, "tug", w, 24)
		answerResult(a, p, "the tug that came")
		for i, row := range strings.Split(p.View(), "\n")[1:10] {
			if i == 2 { // the second line of the selected row's snippet
				continue
			}
			hit := pens.Hit
			if i == 0 {
				hit = pens.SelectedHit
			}
			if !strings.Contains(row, hit.Draw("tug")) {
				t.Errorf("%d cells: no hit in %q", w, row)
			}
			if strings.Contains(ansi.Strip(row), "tug") != strings.Contains(row, "tug") {
				t.Errorf("%d cells: a letter is split: %q", w, row)
			}
		}
	}
}

func TestACutSnippetKeepsItsFirstHit(t *testing.T) {
	long := strings.Repeat("some words before it, ", 20) + "and the lamps of the harbor"
	for _, text := range []string{long, strings.Repeat("기준금리 ", 40) + "the lamps of the harbor", strings.Repeat("x", 300) + "lamps"} {
		for room := minSnippet; room < 120; room++ {
			got, hits := excerpt(text, matchAll("lamp")(text), room)
			if w := ansi.StringWidth(got); w > room {
				t.Errorf("%d cells: %d in %q", room, w, got)
			}
			if room > 10 && (len(hits) == 0 || got[hits[0].Start:hits[0].End] != "lamp") {
				t.Errorf("%d cells: no hit in %q", room, got)
			}
		}
	}
}

func TestMissingRequestsTheSnippetsOnTheScreen(t *testing.T) {
	a := stories(400)
	p := newResultPage(a, "lamp", 80, 21)
	in, ok := p.Missing().(intent.Snippets)
	if !ok || len(in.IDs) != snippetBatch || in.IDs[0] != a[0].ID {
		t.Fatalf("the request is %#v", in)
	}
	if p.Missing() != nil {
		t.Error("there is a second request before the answer")
	}
	p.AddSnippets(in.Found+1, in.N, []Snippet{{ID: a[0].ID, Text: "of another search"}})
	if len(p.result.snippets) > 0 {
		t.Error("the snippets of another search are added")
	}
	p.AddSnippets(in.Found, in.N, nil)
	answerResult(a, p, "the lamps")
	if n := len(p.result.snippets); n < 9 || n > 11 {
		t.Errorf("%d snippets for nine rows", n)
	}
	p.Resize(60, 21)
	if in, ok := p.Missing().(intent.Snippets); !ok || in.N >= 2*60 {
		t.Errorf("after a resize the request is %#v", in)
	}
}

func TestEveryRowOfAResultIsReached(t *testing.T) {
	a := stories(600)
	p := newResultPage(a, "lamp", 80, 24)
	for i := range a {
		if selected(p) != a[i].Headline.Title || p.Position() != i+1 {
			t.Fatalf("after %d steps: %q at %d", i, selected(p), p.Position())
		}
		if !strings.Contains(ansi.Strip(p.View()), selected(p)) {
			t.Fatalf("row %d is not on the screen", i)
		}
		press(a, p, "j")
	}
	for i, row := range slices.Backward(a) {
		if selected(p) != row.Headline.Title || p.Position() != i+1 {
			t.Fatalf("back at %d: %q at %d", i, selected(p), p.Position())
		}
		press(a, p, "k")
	}
}

func TestThePositionIsUnknownUntilTheRowsAreCounted(t *testing.T) {
	a := stories(900)
	p := newResultPage(a, "lamp", 80, 24)
	rows := a.window(intent.Load{Edge: intent.Bottom, N: 300})
	rows.Above = unknown
	p.Update(page.Key("G"))
	rows.Gen = p.gen
	p.Show(rows)
	if p.Position() != 0 {
		t.Errorf("the position is %d before the rows are counted", p.Position())
	}
	in, ok := p.Missing().(intent.Locate)
	if !ok {
		t.Fatalf("the request is %#v", in)
	}
	for range 60 {
		press(a, p, "u")
	}
	if p.rows[0].ID == rows.Rows[0].ID {
		t.Fatal("the window has not grown")
	}
	p.Located(in.Gen, in.Key, a.index(in.Key))
	if row, _ := p.Selected(); a[p.Position()-1].ID != row.ID {
		t.Errorf("the position is %d", p.Position())
	}
}

func TestRestoreShowsTheListAsItWas(t *testing.T) {
	a := stories(800)
	p := newPage(a, 80, 24)
	press(a, p, "d", "d", "d", "k", "k")
	want, at := p.View(), p.Snapshot()
	p.ShowResult(Result{Hits: matchAll("x")}, a.window(intent.Load{Edge: intent.Top, N: 40}))
	press(a, p, "j", "d")
	req := p.Load()
	p.Restore(at)
	p.Show(Rows{Gen: req.Gen}) // outdated
	if p.View() != want {
		t.Errorf("the list is\n%s\nwant\n%s", ansi.Strip(p.View()), ansi.Strip(want))
	}
}

func TestARefreshOfARankedResultKeepsTheRow(t *testing.T) {
	a := stories(300)
	p := newPage(a, 80, 24)
	ranked := a.window(intent.Load{Edge: intent.Top, N: 60})
	slices.Reverse(ranked.Rows)
	p.ShowResult(Result{Hits: matchAll("x"), Ranked: true}, ranked)
	press(a, p, "j", "j", "j", "j")
	old := selected(p)
	ranked.Gen = p.Load().Gen
	p.Show(ranked)
	if selected(p) != old {
		t.Errorf("the cursor is on %q, want %q", selected(p), old)
	}
	ranked.Rows = slices.Delete(slices.Clone(ranked.Rows), 4, 5)
	ranked.Gen = p.Load().Gen
	p.Show(ranked)
	if row, _ := p.Selected(); row.ID != ranked.Rows[4].ID {
		t.Errorf("after its row is gone the cursor is on %q", row.Headline.Title)
	}
}

func TestAResultFillsEveryBoxExactly(t *testing.T) {
	a := stories(200)
	a[1].Headline.Title = strings.Repeat("기준금리 동결 ", 20)
	a[2].Headline.Title = "👩‍👩‍👧 family 🇰🇷 é\u0301 العربية"
	for name, p := range map[string]*Page{"rows": newResultPage(a, "e", 80, 24), "nothing": newResultPage(nil, "e", 80, 24)} {
		for w := 0; w <= 200; w += 7 {
			for _, h := range []int{0, 1, 2, 3, 8, 24, 50} {
				p.Resize(w, h)
				for _, k := range []string{"j", "d", "G", "u", "g"} {
					press(a, p, k)
					answerResult(a, p, "한국은행이 the 👩‍👩‍👧 🇰🇷 "+strings.Repeat("rate ", 30))
					page.Fills(t, p.View(), w, h)
					if t.Failed() {
						t.Fatalf("%s, %dx%d", name, w, h)
					}
				}
			}
		}
	}
}

func TestAClickOnEitherLineOfAResultSelectsItsRow(t *testing.T) {
	a := stories(50)
	p := newResultPage(a, "x", 80, 24)
	for y, want := range map[int]string{0: "Headline 000000", 1: "Headline 000000", 2: "Headline 000000", 3: "Headline 000001", 4: "Headline 000001", 9: "Headline 000004"} {
		p.cursor = 20
		in := p.Click(y)
		if y == 0 && (in != nil || p.cursor != 20) || y > 0 && selected(p) != want {
			t.Errorf("line %d: %v on %q", y, in, selected(p))
		}
	}
}

// BenchmarkViewResult draws one frame of a result with snippets on a large screen.
// Budget: under 1 ms together with Update.
func BenchmarkViewResult(b *testing.B) {
	a := stories(1000)
	p := newResultPage(a, "Head", 160, 50)
	answerResult(a, p, fmt.Sprint("the Head of ", strings.Repeat("a long sentence ", 20)))
	for b.Loop() {
		_ = p.View()
	}
}
