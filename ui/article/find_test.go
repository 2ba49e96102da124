package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/intent"
	"dateline/ui/prose"
	"dateline/ui/uitest/page"
)

// word returns a function that finds every occurrence of w.
func word(w string) func(string) []term.Span {
	return func(text string) (hits []term.Span) {
		for at := 0; ; {
			i := strings.Index(text[at:], w)
			if i < 0 {
				return hits
			}
			hits = append(hits, term.Span{Start: at + i, End: at + i + len(w)})
			at += i + len(w)
		}
	}
}

func TestAStoryOfAResultOpensAtItsFirstHit(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph 40 "), true)
	if s := ansi.Strip(p.View()); !strings.Contains(s, "Paragraph 40 ") || p.Hits() != "1 of 1" {
		t.Errorf("%q on\n%s", p.Hits(), s)
	}
	st, a := ferry(60)
	p.Show(p.row(), st, a, feed.Place{Block: 20})
	p.Found(word("Paragraph"), false)
	if s := ansi.Strip(p.View()); !strings.Contains(strings.Split(s, "\n")[1], "Paragraph 20") || p.Hits() != "1 of 60" {
		t.Errorf("the reader is not back at the old place: %q on\n%s", p.Hits(), s)
	}
}

func TestNGoesToTheNextHitOrToTheNextUnreadStory(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph"), true)
	p.Update(page.Key("n"))
	p.Update(page.Key("n"))
	p.Update(page.Key("N"))
	if p.Hits() != "2 of 60" {
		t.Errorf("after two steps and one back: %q", p.Hits())
	}
	p.Found(word("nowhere"), true)
	if in := p.Update(page.Key("n")); in != (intent.NextUnread{}) || p.Hits() != "" {
		t.Errorf("without a hit n returns %#v and Hits returns %q", in, p.Hits())
	}
}

func TestEscRestoresTheHitsOfTheList(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph"), true)
	p.Update(page.Key("n"))
	for _, keep := range []bool{false, true} {
		p.BeginFind()
		p.Find("no such text")
		p.EndFind(keep)
		if p.Hits() != "2 of 60" {
			t.Errorf("after a find without hits, keep %v: %q", keep, p.Hits())
		}
	}
	p.BeginFind()
	p.Find("storm")
	p.EndFind(true)
	if !strings.HasSuffix(p.Hits(), "of 61") {
		t.Errorf("a find that is kept has %q", p.Hits())
	}
	p.BeginFind()
	p.EndFind(false)
	if p.Hits() != "2 of 60" {
		t.Errorf("after all finds: %q", p.Hits())
	}
}

func TestRelatedHeadlinesHaveNoHits(t *testing.T) {
	p := open(3, 80, 60)
	p.Found(word("moorings"), true)
	if p.Hits() != "" {
		t.Errorf("a related headline is a hit: %q", p.Hits())
	}
}

func TestARefreshKeepsTheHits(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph"), true)
	p.Update(page.Key("n"))
	_, a := ferry(60)
	p.Refresh(a)
	if p.Hits() != "2 of 60" {
		t.Errorf("after a refresh: %q", p.Hits())
	}
}

func TestAFindStartsAtTheReadersPlace(t *testing.T) {
	for _, n := range []int{1, 20, 45} {
		p := open(60, 80, 24)
		p.goTo(feed.Place{Block: n})
		p.BeginFind()
		if p.Find("paragraph"); p.Hits() != fmt.Sprintf("%d of 60", n) {
			t.Errorf("from paragraph %d: %s", n, p.Hits())
		}
	}
	p := open(3, 80, 10)
	st := &story.Story{ID: "x", Body: []story.Block{{Kind: story.Paragraph, Text: strings.Repeat("all the ferries of the harbor ", 60)}}}
	p.Show(story.Row{}, st, Around{}, feed.Place{})
	p.scrollTo(12)
	from := p.Place().Offset
	p.BeginFind()
	p.Find("ferries")
	if h := p.find.hits[p.find.current]; h.Start < from || h.Start > from+30 {
		t.Errorf("from byte %d the first hit is at byte %d", from, h.Start)
	}
}

// paragraph returns the item of the nth paragraph.
func paragraph(p *Page, n int) int {
	for i, it := range p.items {
		if strings.HasPrefix(it.Text, fmt.Sprintf("Paragraph %d ", n)) {
			return i
		}
	}
	return -1
}

func TestAHitOnTheScreenDoesNotScroll(t *testing.T) {
	for n := 1; n <= 60; n++ {
		p := open(60, 80, 24)
		p.scrollTo(60)
		p.BeginFind()
		line := p.doc.LineOf(prose.Place{Item: paragraph(p, n)})
		want := 60
		if line < 60 || line >= 84 {
			want = min(max(line-8, 0), p.lastTop())
		}
		if p.Find(fmt.Sprintf("paragraph %d tells", n)); p.top != want {
			t.Errorf("a hit on line %d scrolls from line 60 to %d, want %d", line, p.top, want)
		}
	}
}

func TestSameBlockFindsTheTextInANewerVersion(t *testing.T) {
	body := func(texts string) *story.Story {
		st := &story.Story{}
		for _, r := range texts {
			st.Body = append(st.Body, story.Block{Text: string(r)})
		}
		return st
	}
	for _, tt := range []struct {
		old, cur string
		i, want  int
	}{
		{"abc", "abc", 1, 1}, {"abc", "xabc", 1, 2}, {"abc", "c", 2, 0}, {"abc", "xyz", 1, 1},
		{"abc", "", 2, 2}, {"abc", "bxb", 1, 0}, {"abcd", "dxxxd", 3, 4}, {"abcd", "dxxxxxd", 2, 2},
	} {
		if got := sameBlock(body(tt.old), body(tt.cur), tt.i); got != tt.want {
			t.Errorf("block %d of %q is block %d of %q, want %d", tt.i, tt.old, got, tt.cur, tt.want)
		}
	}
}

func TestANewerVersionKeepsTheHitsOfTheList(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph"), true)
	st, a := ferry(40)
	p.Replace(p.row(), st, a)
	if p.Hits() != "1 of 40" {
		t.Errorf("after a newer version: %q", p.Hits())
	}
	p.Found(nil, false)
	if p.Replace(p.row(), st, a); p.Hits() != "" {
		t.Errorf("without a search: %q", p.Hits())
	}
}
