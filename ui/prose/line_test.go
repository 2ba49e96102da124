package prose

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/ui/theme"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

var linkStart = regexp.MustCompile("\x1b]8;([^;]*);([^\x1b]+)\x1b\\\\")

func draw(text string, width int, p Paint) []string {
	d := Lay([]Item{{Text: text}}, width)
	out := make([]string, 0, d.Len())
	for i := range d.Len() {
		out = append(out, d.Line(i, p))
	}
	return out
}

func TestAddressesBecomeHyperlinks(t *testing.T) {
	th := theme.Look{}.Theme(true)
	tests := []struct{ text, target string }{
		{"write to d.holm@meridian.example.", "mailto:d.holm@meridian.example"},
		{"(ana+desk@meridian.example)", "mailto:ana%2Bdesk@meridian.example"},
		{"문의는 ana@meridian.example로", "mailto:ana@meridian.example"},
		{"see https://halvard.example/a_(b), then", "https://halvard.example/a_(b)"},
		{"(see https://halvard.example/a)", "https://halvard.example/a"},
		{"HTTP://halvard.example/A?b=c&d", "HTTP://halvard.example/A?b=c&d"},
		{"https://halvard.example/a;b;c", "https://halvard.example/a%3Bb%3Bc"},
		{"https://halvard.example/caf\u00e9 x", "https://halvard.example/caf%C3%A9"},
		{"https://halvard.example/기사", "https://halvard.example/"},
		{"“https://halvard.example/”", "https://halvard.example/"},
		{"ftp://halvard.example/a", ""},
		{"javascript://halvard.example/%0aalert(1)", ""},
		{"xhttp://halvard.example", ""},
		{"https://bank.example@halvard.example/", ""},
		{"https:///path", ""},
		{"https://", ""},
		{"https://halvard.example/%zz", ""},
		{"a@b", ""},
		{"@handle and 5 @ 3", ""},
		{"a@-b.example", ""},
		{"a@b..example", ""},
		{"a.@b.example", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			line := draw(tt.text, 80, Paint{Theme: &th, Current: -1})[0]
			got := ""
			if m := linkStart.FindStringSubmatch(line); m != nil {
				got = m[2]
			}
			if got != tt.target {
				t.Errorf("%q leads to %q, want %q", tt.text, got, tt.target)
			}
			if ansi.Strip(line) != tt.text {
				t.Errorf("text became %q", ansi.Strip(line))
			}
		})
	}
}

func TestTheLinesOfALongAddressAreOneHyperlink(t *testing.T) {
	th := theme.Look{}.Theme(true)
	lines := draw("see https://halvard.example/a/very/long/path/to/a/story and https://halvard.example/b", 20, Paint{Theme: &th})
	ids, text := map[string]string{}, map[string]string{}
	for _, line := range lines {
		for _, m := range linkStart.FindAllStringSubmatch(line, -1) {
			ids[m[1]] = m[2]
			text[m[1]] += "|"
		}
		if open, closed := strings.Count(line, "\x1b]8;id"), strings.Count(line, "\x1b]8;;\x1b"); open != closed {
			t.Errorf("%d hyperlinks open and %d close in %q", open, closed, line)
		}
	}
	if len(ids) != 2 || text["id=d0-4"] != "|||" || ids["id=d0-4"] != "https://halvard.example/a/very/long/path/to/a/story" {
		t.Errorf("hyperlinks %v, pieces %v", ids, text)
	}
}

func TestTheRendererKeepsLinksAndWidths(t *testing.T) {
	th := theme.Look{}.Theme(true)
	line := draw("漢字 d.holm@meridian.example e\u0301 👨‍👩‍👧‍👦", 60, Paint{Theme: &th})[0]
	canvas := lipgloss.NewCanvas(60, 1)
	canvas.Compose(lipgloss.NewLayer(line))
	var linked, text strings.Builder
	used := 0
	for x := range 60 {
		c := canvas.CellAt(x, 0)
		if c.Link.URL == "mailto:d.holm@meridian.example" {
			linked.WriteString(c.Content)
		}
		if strings.TrimSpace(c.Content) != "" {
			used = x + c.Width
		}
		text.WriteString(c.Content)
	}
	if linked.String() != "d.holm@meridian.example" {
		t.Errorf("the renderer links %q", linked.String())
	}
	if got := strings.TrimRight(text.String(), " "); got != ansi.Strip(line) || used != ansi.StringWidth(line) {
		t.Errorf("the renderer draws %q on %d cells, not %q on %d", got, used, ansi.Strip(line), ansi.StringWidth(line))
	}
}

// styled returns s as drawn by a pen.
func styled(p theme.Pen, s string) string { return p.Draw(s) }

func TestHitsAndTheSelectionAreDrawn(t *testing.T) {
	th := theme.Look{}.Theme(true)
	d := Lay([]Item{
		{Text: "the ferry sails"},
		{Role: Entry, Text: "a ferry", Label: "1", Link: 1},
		{Role: Dead, Text: "gone", Label: "2", Link: 2},
	}, 10)
	hits := d.Find("ferry sails")
	p := th.Pens
	tests := []struct {
		name  string
		line  int
		paint Paint
		want  string
	}{
		{"no hit", 0, Paint{Theme: &th}, styled(p.Text, "the ferry")},
		{"a hit that continues on the next line", 0, Paint{Theme: &th, Hits: hits, Current: -1}, styled(p.Text, "the ") + styled(p.Hit, "ferry")},
		{"the rest of that hit", 1, Paint{Theme: &th, Hits: hits, Current: -1}, styled(p.Hit, "sails")},
		{"the current hit differs", 1, Paint{Theme: &th, Hits: hits, Current: 0}, styled(p.HitCurrent, "sails")},
		{"an entry has its number", 2, Paint{Theme: &th}, styled(p.Number, "1") + " " + styled(p.Text, "a ferry")},
		{"the selected entry differs", 2, Paint{Theme: &th, Link: 1}, styled(p.LinkSelected, "1 ") + styled(p.LinkSelected, "a ferry")},
		{"a dead entry is faint", 3, Paint{Theme: &th, Link: 1}, styled(p.Dead, "2") + " " + styled(p.Dead, "gone")},
		{"a line below the document is empty", 9, Paint{Theme: &th}, ""},
		{"a line above the document is empty", -1, Paint{Theme: &th}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := d.Line(tt.line, tt.paint); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestATailIsAtTheEndOfItsLine(t *testing.T) {
	tests := []struct {
		text, tail string
		width      int
		want       string
	}{
		{"Short", "7 Oct", 20, "1 Short        7 Oct"},
		{"A headline that does not fit", "2LD  7 Oct", 30, "1 A headline that…  2LD  7 Oct"},
		{"기준금리 동결 결정", "7 Oct", 20, "1 기준금리…    7 Oct"},
		{"A headline", "a tail that is far too long", 16, "1 A headl…  a ta"},
	}
	for _, tt := range tests {
		d := Lay([]Item{{Role: Entry, Label: "1", Text: tt.text, Tail: tt.tail}}, tt.width)
		if got := d.Line(0, Paint{}); d.Len() != 1 || got != tt.want {
			t.Errorf("%s, %d cells: %q on %d lines, want %q", tt.text, tt.width, got, d.Len(), tt.want)
		}
	}
}

func TestARightToLeftParagraphIsMirrored(t *testing.T) {
	tests := []struct {
		item Item
		want []string
	}{
		{Item{Text: "אבג דהו זחט"}, []string{"   והד גבא", "       טחז"}},
		{Item{Role: Quote, Label: "1", Text: "אבג 12"}, []string{"  12 גבא 1"}},
		{Item{Role: Note, Text: "אבג"}, []string{"       גבא"}},
		{Item{Text: "see אבג 12"}, []string{"see 12 גבא"}},
	}
	for _, tt := range tests {
		d := Lay([]Item{tt.item}, 10)
		for i, want := range tt.want {
			if got := d.Line(i, Paint{Visual: true}); got != want {
				t.Errorf("%q, line %d: %q, want %q", tt.item.Text, i, got, want)
			}
		}
	}
	d := Lay([]Item{{Role: Note, Text: "אבג"}}, 20)
	if got, want := d.Line(0, Paint{Visual: true}), strings.Repeat(" ", 15)+"גבא │"; got != want {
		t.Errorf("a note is drawn %q, want %q", got, want)
	}
}

func TestLinesReturnsTheFirstLinesAndTheRest(t *testing.T) {
	for _, tt := range []struct {
		text  string
		w, n  int
		lines []string
		rest  string
	}{
		{"Ferry sails again", 12, 1, []string{"Ferry sails"}, "again"},
		{"Ferry sails again", 12, 2, []string{"Ferry sails", "again"}, ""},
		{"Ferry sails again", 40, 2, []string{"Ferry sails again"}, ""},
		{"אבג דהו זחט", 8, 1, []string{"אבג דהו"}, "זחט"},
		{"", 8, 1, nil, ""},
	} {
		lines, rest := Lines(tt.text, tt.w, tt.n)
		if !slices.Equal(lines, tt.lines) || rest != tt.rest {
			t.Errorf("%q in %d cells: %q, rest %q", tt.text, tt.w, lines, rest)
		}
	}
}

func TestLinesAboutAStoryAreOnItsSide(t *testing.T) {
	for _, tt := range []struct{ body, want string }{
		{"An English text.", "1 Ferry|2 גבא|END"},
		{"אבג", "     Ferry 1|       גבא 2|         END"},
	} {
		items := []Item{{Text: tt.body}, {Role: Entry, Label: "1", Text: "Ferry"}, {Role: Dead, Label: "2", Text: "אבג"}, {Role: EndMark, Text: "END"}}
		d := Lay(items, 12)
		var lines []string
		for i := d.Len() - 3; i < d.Len(); i++ {
			lines = append(lines, strings.TrimRight(d.Line(i, Paint{Visual: true}), " "))
		}
		if got := strings.Join(lines, "|"); got != tt.want {
			t.Errorf("below %q: %q, want %q", tt.body, got, tt.want)
		}
	}
}
