package article

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/term"
	"dateline/ui/intent"
	"dateline/ui/uitest/page"
)

// word finds a word wherever it stands.
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

func TestAStoryThatWasFoundOpensAtItsFirstHit(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph 40 "), true)
	if s := ansi.Strip(p.View()); !strings.Contains(s, "Paragraph 40 ") || p.Hits() != "1 of 1" {
		t.Errorf("%q on\n%s", p.Hits(), s)
	}
	st, a := ferry(60)
	p.Show(p.row(), st, a, feed.Place{Block: 20})
	p.Found(word("Paragraph"), false)
	if s := ansi.Strip(p.View()); !strings.HasPrefix(strings.TrimSpace(s), "Paragraph 20") || p.Hits() != "1 of 60" {
		t.Errorf("coming back it is not where it was: %q on\n%s", p.Hits(), s)
	}
}

func TestNWalksWhatTheListFoundElseTheUnread(t *testing.T) {
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
		t.Errorf("without a hit n asks for %#v and the foot says %q", in, p.Hits())
	}
}

func TestHitsOfTheListComeBackAfterAFindThatIsLeft(t *testing.T) {
	p := open(60, 80, 24)
	p.Found(word("Paragraph"), true)
	p.Update(page.Key("n"))
	for _, keep := range []bool{false, true} {
		p.BeginFind()
		p.Find("nothing like it")
		p.EndFind(keep)
		if p.Hits() != "2 of 60" {
			t.Errorf("after a find that found nothing, kept %v: %q", keep, p.Hits())
		}
	}
	p.BeginFind()
	p.Find("storm")
	p.EndFind(true)
	if !strings.HasSuffix(p.Hits(), "of 61") {
		t.Errorf("a find that is kept says %q", p.Hits())
	}
	p.BeginFind()
	p.EndFind(false)
	if p.Hits() != "2 of 60" {
		t.Errorf("after all finds: %q", p.Hits())
	}
}

func TestRelatedHeadlinesAreNotWhatWasFound(t *testing.T) {
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
