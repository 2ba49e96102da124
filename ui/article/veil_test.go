package article

import (
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/prose"
)

// heldFerry returns a page with a story that is held until 0600 GMT, and sets its clock
// with the function.
func heldFerry(w, h int, embargo string) (*Page, func(time.Time)) {
	now := time.Date(2024, 10, 3, 5, 59, 0, 0, time.UTC)
	p := open(3, w, h)
	p.SetClock(func() time.Time { return now })
	st, a := ferry(3)
	st.Notes = []story.Note{{Text: "HOLD FOR RELEASE " + embargo, Embargo: embargo}}
	p.Show(story.Row{}, st, a, feed.Place{})
	return p, func(t time.Time) { now = t }
}

func TestTheTextOfAnEmbargoedStoryIsVeiled(t *testing.T) {
	p, _ := heldFerry(80, 40, "0600 GMT")
	got := screen(p)
	for _, text := range []string{"Harbor ferry resumes", "Under embargo until Thu 3 Oct 2024,", "(in the copy: 0600 GMT).", "E shows the text.", "a.ruiz@meridian.example", "Storm keeps ferry in dock"} {
		if !strings.Contains(got, text) {
			t.Errorf("%q is not on the screen:\n%s", text, got)
		}
	}
	for _, text := range []string{"Paragraph", "A ferry leaves."} {
		if strings.Contains(got, text) {
			t.Errorf("%q is on the screen:\n%s", text, got)
		}
	}
	if long, _ := p.Progress(); long != "under embargo" {
		t.Errorf("the progress is %q", long)
	}
	if hints := p.Hints(); hints[1].Key != "E" {
		t.Errorf("the hints are %+v", hints)
	}
}

func TestAKeyLiftsTheVeilOfOneStory(t *testing.T) {
	p, _ := heldFerry(80, 40, "0600 GMT")
	press(p, "E")
	p.Unveil()
	if got := screen(p); !strings.Contains(got, "Paragraph 1") || strings.Contains(got, "Under embargo") {
		t.Errorf("the text is not shown:\n%s", got)
	}
	if in, ok := press(p, "E").(intent.Say); !ok || in.Text == "" {
		t.Errorf("a second press returns %+v", in)
	}
	st, a := ferry(3)
	st.Notes = []story.Note{{Embargo: "0600 GMT"}}
	p.Show(story.Row{}, st, a, feed.Place{})
	if got := screen(p); !strings.Contains(got, "Paragraph 1") {
		t.Errorf("the veil is back:\n%s", got)
	}
	st.ID = "another"
	p.Show(story.Row{}, st, a, feed.Place{})
	if got := screen(p); strings.Contains(got, "Paragraph 1") {
		t.Errorf("the veil of another story is lifted:\n%s", got)
	}
}

func TestTheVeilGoesWhenItsTimeHasCome(t *testing.T) {
	p, set := heldFerry(80, 8, "0600 GMT")
	press(p, "G", "shift+tab")
	selected, last := p.selected().headline, strings.TrimRight(screen(p), " ")
	p.Unveil()
	if !p.veil.on {
		t.Error("the veil goes before its time")
	}
	set(time.Date(2024, 10, 3, 6, 0, 0, 0, time.UTC))
	p.Unveil()
	if got := p.selected().headline; p.veil.on || got != selected {
		t.Errorf("veiled: %t; the selection went from %q to %q", p.veil.on, selected, got)
	}
	if got := strings.TrimRight(screen(p), " "); withoutBar(got) != withoutBar(last) {
		t.Errorf("the screen moved from\n%s\nto\n%s", last, got)
	}
	press(p, "g")
	if got := screen(p); strings.Contains(got, "Under embargo") {
		t.Errorf("the veil is still there:\n%s", got)
	}
}

// withoutBar removes the scroll bar from a screen.
func withoutBar(screen string) string {
	lines := strings.Split(strings.ReplaceAll(screen, "▐", " "), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func TestAnEmbargoWithoutATimeIsShownAsWritten(t *testing.T) {
	p, set := heldFerry(80, 40, "delivery of the speech")
	set(time.Date(2124, 1, 1, 0, 0, 0, 0, time.UTC))
	p.Unveil()
	if got := screen(p); strings.Count(got, "Under embargo until delivery of the speech.") != 1 || strings.Contains(got, "in the copy") {
		t.Errorf("the veil says\n%s", got)
	}
}

func TestPrintedStoriesAreNotVeiled(t *testing.T) {
	st, a := ferry(3)
	st.Notes = []story.Note{{Embargo: "delivery"}}
	doc := Lay(st, a, 80)
	lines := make([]string, doc.Len())
	for i := range lines {
		lines[i] = doc.Line(i, prose.Paint{})
	}
	text := strings.Join(lines, "\n")
	if !strings.Contains(text, "Under embargo until delivery.") || !strings.Contains(text, "Paragraph 3") || strings.Contains(text, "E shows") {
		t.Errorf("the printed story is\n%s", text)
	}
}
