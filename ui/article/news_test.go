package article

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/revision"
	"dateline/ui/theme"
)

// developed returns a page of w by h cells with a story of n paragraphs. New are
// paragraphs 2 and 3, a word in 6, and 9.
func developed(w, h, n int) *Page {
	th := theme.Look{}.Theme(true)
	p := New(&th)
	p.Resize(w, h)
	st := &story.Story{ID: "a", Headline: story.Headline{Title: "Ferry sails"}}
	for i := range n {
		st.Body = append(st.Body, story.Block{Kind: story.Paragraph, N: i + 1, Text: fmt.Sprintf("Witness %d saw the ferry leave the quay of Ostvik at noon, and nothing else that day.", i+1)})
	}
	p.Show(story.Row{ID: "a", Headline: st.Headline}, st, Around{}, feed.Place{})
	whole := len(st.Body[0].Text)
	p.ShowNew("LEAD", []revision.Span{{Block: 1, Start: 0, End: whole}, {Block: 2, Start: 0, End: whole}, {Block: 5, Start: whole - 9, End: whole - 5}, {Block: 8, Start: 0, End: 9}})
	return p
}

// bars returns the marks in the margin, a character a line.
func bars(p *Page) string {
	var b strings.Builder
	for line := range strings.SplitSeq(ansi.Strip(p.View()), "\n") {
		switch line = strings.TrimLeft(line, " "); {
		case strings.HasPrefix(line, "▎"):
			b.WriteString("|")
		case strings.HasPrefix(line, "▌"):
			b.WriteString("#")
		default:
			b.WriteString(".")
		}
	}
	return b.String()
}

func TestABarMarksTheLinesThatAreNew(t *testing.T) {
	p := developed(60, 30, 12) // a paragraph has two lines
	if got, want := bars(p), "......||.||........|.......|.."; got != want {
		t.Errorf("the bars are at\n%s\nwant\n%s", got, want)
	}
	before := developed(60, 30, 12)
	before.ShowNew("", nil)
	strip := strings.NewReplacer("▎", " ", "▌", " ")
	if got, want := strip.Replace(ansi.Strip(p.View())), ansi.Strip(before.View()); got != want {
		t.Errorf("with bars the text is\n%s\nwant\n%s", got, want)
	}
}

func TestBracketsGoThroughWhatIsNew(t *testing.T) {
	p := developed(60, 10, 12)
	for i, step := range []struct {
		step, current int
		says          string
	}{
		{-1, 0, "Nothing above this is new."}, {1, 1, ""}, {1, 2, ""}, {1, 3, ""}, {1, 3, "Nothing below this is new."}, {-1, 2, ""}, {-1, 1, ""}, {-1, 1, "Nothing above this is new."},
	} {
		in := p.StepNew(step.step)
		say, _ := in.(intent.Say)
		if p.news.current != step.current || say.Text != step.says {
			t.Errorf("step %d: at passage %d with %q, want %d with %q", i, p.news.current, say.Text, step.current, step.says)
		}
		if step.current > 0 && !strings.Contains(bars(p), "#") {
			t.Errorf("step %d: passage %d is off the screen: %s", i, step.current, bars(p))
		}
	}
}

func TestBracketsBeginAtTheTextOnTheScreen(t *testing.T) {
	p := developed(60, 8, 12)
	p.scrollTo(p.doc.Len())
	if p.StepNew(-1); p.news.current != 3 {
		t.Errorf("from the end [ goes to passage %d", p.news.current)
	}
	p.scrollTo(12)
	if p.StepNew(1); p.news.current != 2 {
		t.Errorf("below the first ] goes to passage %d", p.news.current)
	}
}

func TestWhatIsNewStaysMarkedInEveryWidth(t *testing.T) {
	p := developed(60, 30, 12)
	for _, w := range []int{160, 30, 1, 36, 60} {
		p.Resize(w, 30)
		p.View()
		if !p.HasNew() {
			t.Errorf("%d columns: nothing is marked", w)
		}
	}
	if got, want := bars(p), "......||.||........|.......|.."; got != want {
		t.Errorf("the bars are at\n%s\nwant\n%s", got, want)
	}
}

func TestAnotherStoryHasNoBars(t *testing.T) {
	p := developed(60, 30, 12)
	p.Show(story.Row{ID: "b"}, &story.Story{ID: "b", Body: []story.Block{{Kind: story.Paragraph, N: 1, Text: "It sank."}}}, Around{}, feed.Place{})
	if p.HasNew() || strings.Contains(bars(p), "|") {
		t.Errorf("the bars are at %s", bars(p))
	}
	p.ShowNew("LEAD", []revision.Span{{Block: 7, Start: 0, End: 3}}) // not of this story
	if p.HasNew() {
		t.Error("a block that the story does not have is marked")
	}
}
