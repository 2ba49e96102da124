package facets

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// panel returns a panel with two saved searches and n places.
func panel(n int) *Page {
	p := New()
	p.Title = "Narrow 12,431 stories"
	p.Save([]feed.SavedSearch{{Name: "rates", Text: `"rate cut"`}, {Name: "seoul", Text: "place:seoul"}})
	p.Count(counts(n), true)
	return p
}

func counts(n int) feed.Facets {
	c := feed.Facets{
		feed.ByDay:      {{Text: "2024-10-12", N: 7}, {Text: "2024-10-11", N: 1200}},
		feed.ByKind:     {{Text: "story", N: 9000}, {Text: "lead", N: 12}},
		feed.ByLanguage: {{Text: "ko", N: 4}, {Text: "xx", N: 1}},
		feed.ByFormat:   {{Text: "wire", N: 8}},
	}
	for i := range n {
		c[feed.ByPlace] = append(c[feed.ByPlace], feed.Value{Text: fmt.Sprintf("PORT %03d", i), N: 2000 - i})
	}
	return c
}

func press(p *Page, names ...string) (in intent.Intent) {
	for _, name := range names {
		in = p.Update(page.Key(name))
	}
	return in
}

func screen(p *Page, w, h int) string {
	th := theme.Look{}.Theme(true)
	view := drawn(p, &th, w, h)
	return ansi.Strip(view)
}

func TestEachKeyReturnsItsIntent(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want intent.Intent
	}{
		{[]string{"enter"}, intent.Narrow{Clause: "@rates"}},
		{[]string{"-"}, intent.Narrow{Clause: "-@rates"}},
		{[]string{"tab", "enter"}, intent.Narrow{Clause: `place:"PORT 000"`}},
		{[]string{"tab", "j", "-"}, intent.Narrow{Clause: `-place:"PORT 001"`}},
		{[]string{"tab", "tab", "l"}, intent.Narrow{Clause: "on:2024-10-12"}},
		{[]string{"G", "enter"}, intent.Narrow{Clause: `format:"wire"`}},
		{[]string{"G", "shift+tab", "enter"}, intent.Narrow{Clause: "lang:ko"}},
		{[]string{"w"}, intent.Rename{Name: "rates"}},
		{[]string{"j", "x", "x"}, intent.Drop{Name: "seoul"}},
		{[]string{"x", "j", "k", "x"}, intent.Say{Text: "Press x again to drop @rates"}},
		{[]string{"tab", "x"}, intent.Say{Text: "This is not a saved search."}},
		{[]string{"q"}, intent.Close{}}, {[]string{"esc"}, intent.Close{}}, {[]string{"f"}, intent.Close{}},
		{[]string{"z"}, nil},
	} {
		if got := press(panel(3), tt.keys...); got != tt.want {
			t.Errorf("%v: %#v, want %#v", tt.keys, got, tt.want)
		}
	}
}

func TestALongFacetCanBeOpenedAndFiltered(t *testing.T) {
	p := panel(300)
	if s := screen(p, 46, 40); !strings.Contains(s, "all 300 places …") || strings.Contains(s, "PORT 006") {
		t.Errorf("at first:\n%s", s)
	}
	press(p, "tab", "j", "j", "j", "j", "j", "j")
	if in := press(p, "enter"); in != nil {
		t.Errorf("opening returns %#v", in)
	}
	if got := press(p, "enter"); got != (intent.Narrow{Clause: `place:"PORT 006"`}) {
		t.Errorf("after opening the cursor is on %#v", got)
	}
	press(p, "/")
	for _, r := range "port 29" {
		p.Update(tea.KeyPressMsg{Text: string(r), Code: r})
	}
	s := screen(p, 46, 40)
	if !strings.Contains(s, "PORT 290") || strings.Contains(s, "PORT 300") || strings.Contains(s, "Language") {
		t.Errorf("filtered:\n%s", s)
	}
	if got := press(p, "down", "enter", "-"); got != (intent.Narrow{Clause: `-place:"PORT 291"`}) {
		t.Errorf("the second filtered value: %#v", got)
	}
	if press(p, "esc") != nil || !strings.Contains(screen(p, 46, 400), "Language") {
		t.Error("Esc does not clear the filter")
	}
}

func TestLanguagesAndDaysHaveReadableLabels(t *testing.T) {
	s := screen(panel(1), 46, 40)
	for _, want := range []string{"Korean", "xx", "2024-10-12  Sat", "1,200", "@rates  \"rate cut\""} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not in\n%s", want, s)
		}
	}
}

func TestAppliedClausesComeFirstAndCanBeTakenAway(t *testing.T) {
	p := panel(3)
	p.Apply([]string{`place:"PORT 001"`, "ferry", "-@rates"})
	if got := press(p, "enter"); got != (intent.Narrow{Clause: "@rates"}) {
		t.Errorf("at first the cursor is on %#v", got)
	}
	s := screen(p, 46, 40)
	if !strings.Contains(s, `✓ place:"PORT 001"`) || strings.Index(s, "✓ ferry") > strings.Index(s, "Saved searches") {
		t.Errorf("the clauses are not first:\n%s", s)
	}
	for _, tt := range []struct {
		keys []string
		want intent.Intent
	}{
		{[]string{"g", "enter"}, intent.Widen{Clause: `place:"PORT 001"`}},
		{[]string{"j", "l"}, intent.Widen{Clause: "ferry"}},
		{[]string{"-"}, nil},
		{[]string{"x"}, intent.Say{Text: "This is not a saved search."}},
	} {
		if got := press(p, tt.keys...); got != tt.want {
			t.Errorf("%v: %#v, want %#v", tt.keys, got, tt.want)
		}
	}
	if s := screen(p, 46, 40); !strings.Contains(s, "Enter take away  / filter") || strings.Contains(s, "exclude") {
		t.Errorf("the foot has no hint:\n%s", s)
	}
	p.Apply([]string{`place:"PORT 001"`, "-@rates"})
	if got := press(p, "enter"); got != (intent.Widen{Clause: `place:"PORT 001"`}) {
		t.Errorf("after a clause is gone the cursor is on %#v", got)
	}
	p.Apply(nil)
	if got := press(p, "enter"); got != (intent.Narrow{Clause: "@rates"}) {
		t.Errorf("after all clauses are gone the cursor is on %#v", got)
	}
}

func TestNewCountsKeepTheCursorOnItsValue(t *testing.T) {
	p := panel(3)
	press(p, "tab", "tab", "j") // the second day
	p.Recount()
	if s := screen(p, 46, 40); !strings.Contains(s, "counting …") {
		t.Errorf("a recount is not shown:\n%s", s)
	}
	p.Count(counts(40), false)
	if s := screen(p, 46, 40); !strings.Contains(s, "counting …") {
		t.Errorf("partial counts are shown as final:\n%s", s)
	}
	p.Count(counts(40), true)
	if s := screen(p, 46, 40); strings.Contains(s, "counting") {
		t.Errorf("final counts are shown as partial:\n%s", s)
	}
	if got := press(p, "enter"); got != (intent.Narrow{Clause: "on:2024-10-11"}) {
		t.Errorf("the cursor is on %#v", got)
	}
	p.Count(feed.Facets{}, true)
	p.Save(nil)
	if in := press(p, "enter", "j", "-", "tab", "G", "g"); in != nil {
		t.Errorf("an empty panel returns %#v", in)
	}
	if s := screen(p, 46, 40); !strings.Contains(s, "There is nothing to narrow.") {
		t.Errorf("an empty panel shows\n%s", s)
	}
}

func TestAGroupIsClosedOnlyIfThatHidesTwoValues(t *testing.T) {
	if s := screen(panel(7), 46, 40); strings.Contains(s, "all 7") || !strings.Contains(s, "PORT 006") {
		t.Errorf("seven places:\n%s", s)
	}
	if s := screen(panel(8), 46, 40); !strings.Contains(s, "all 8 places …") || strings.Contains(s, "PORT 006") {
		t.Errorf("eight places:\n%s", s)
	}
	if lines := strings.Split(screen(panel(8), 46, 40), "\n"); !strings.HasPrefix(lines[3], "│ Saved searches") {
		t.Errorf("the first group begins with %q", lines[3])
	}
}

func TestTheCursorStaysOnItsRowWhenRowsAppear(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want intent.Intent
	}{
		{nil, intent.Narrow{Clause: "@rates"}},
		{[]string{"tab", "j"}, intent.Narrow{Clause: `place:"PORT 001"`}},
		{[]string{"tab", "d", "u", "tab", "shift+tab"}, intent.Narrow{Clause: `place:"PORT 000"`}},
		{[]string{"tab", "j", "j", "j", "j", "j", "j"}, nil}, // the row "all …"
	} {
		p := panel(20)
		press(p, tt.keys...)
		p.Apply([]string{"ferry"})
		p.Count(counts(30), true)
		if got := press(p, "enter"); got != tt.want {
			t.Errorf("after %v the cursor is on %#v, want %#v", tt.keys, got, tt.want)
		}
	}
}

func TestTheFilterLineHasTheTextCursor(t *testing.T) {
	p := panel(3)
	screen(p, 46, 20)
	if x, y, ok := p.Cursor(); x != 4 || y != 3+p.cursor || !ok || p.Typing() {
		t.Errorf("without a filter line the cursor is at %d, %d, %v", x, y, ok)
	}
	press(p, "/", "p")
	if x, y, ok := p.Cursor(); x != 4 || y != 18 || !ok || !p.Typing() {
		t.Errorf("the cursor is at %d, %d, %v", x, y, ok)
	}
	if line := strings.Split(screen(p, 46, 20), "\n")[18]; !strings.HasPrefix(line, "│ /p ") {
		t.Errorf("its line is %q", line)
	}
}

func TestTheHintsLoseWordsInANarrowPanel(t *testing.T) {
	for w, want := range map[int]string{
		46: "Enter narrow  - exclude  / filter  q close", 45: "Enter  - exclude  / filter  q close",
		39: "Enter  - exclude  / filter  q close", 38: "Enter  -  / filter  q close",
	} {
		if s := screen(panel(1), w, 20); !strings.Contains(s, "│ "+want+" ") {
			t.Errorf("%d cells: the foot is not %q:\n%s", w, want, s)
		}
	}
	if Width(71) != 71 || Width(72) != 46 {
		t.Errorf("the panel takes %d of 71 and %d of 72 cells", Width(71), Width(72))
	}
}

func TestThePanelFillsEveryBoxExactly(t *testing.T) {
	th := theme.Look{}.Theme(true)
	p := panel(300)
	p.Count(feed.Facets{feed.ByPlace: {{Text: strings.Repeat("기준금리 ", 20), N: 123456}, {Text: "👩‍👩‍👧 🇰🇷", N: 1}}}, false)
	for w := 30; w <= 200; w += 7 {
		for _, h := range []int{7, 8, 9, 24, 50} {
			for _, k := range []string{"j", "G", "/", "a", "esc", "g"} {
				press(p, k)
				view := drawn(p, &th, Width(w), h)
				page.Fills(t, view, Width(w), h)
			}
		}
	}
}

func TestTheCursorIsAlwaysVisible(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, h := range []int{7, 8, 12, 30} {
		p := panel(40)
		p.groups[1].open = true
		for _, r := range "jjjjddGkkkugbjjj" {
			press(p, string(r))
			view := drawn(p, &th, 46, h)
			if !strings.Contains(view, th.Pens.Selected.Open) {
				t.Fatalf("height %d, after %c: no cursor in\n%s", h, r, ansi.Strip(view))
			}
		}
	}
}

// BenchmarkFilter types one key into the filter and draws a frame, with the days of
// thirty years. Budget: under 1 ms.
func BenchmarkFilter(b *testing.B) {
	p := New()
	var days []feed.Value
	for i := range 11_000 {
		days = append(days, feed.Value{Text: fmt.Sprintf("%04d-%02d-%02d", 1990+i/360, 1+i/30%12, 1+i%30), N: i})
	}
	p.Count(feed.Facets{feed.ByDay: days}, true)
	th := theme.Look{}.Theme(true)
	press(p, "/", "1")
	for i := 0; b.Loop(); i++ {
		press(p, []string{"9", "backspace"}[i%2])
		drawn(p, &th, 46, 50)
	}
}

// drawn returns the view of p in a box of w by h cells.
func drawn(p *Page, th *theme.Theme, w, h int) string {
	p.SetTheme(th)
	p.Resize(w, h)
	return p.View()
}
