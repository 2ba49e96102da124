package help_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/query"
	"dateline/ui/help"
	"dateline/ui/keys"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

// words returns the words of a view without its frame.
func words(view string) string {
	text := strings.NewReplacer("│", " ", "╭", " ", "╮", " ", "╰", " ", "╯", " ", "─", " ").Replace(ansi.Strip(view))
	return strings.Join(strings.Fields(text), " ")
}

func TestTheManualIsCompleteAtEveryWidth(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, screen := range []int{40, 60, 80, 120} {
		p := help.NewManual("What can be searched for", query.Manual())
		w, h := p.Size(screen, 1000)
		view := drawn(p, &th, w, h)
		page.Fills(t, view, w, h)
		for _, e := range query.Manual() {
			for _, text := range []string{e.Form, e.Means} {
				if !strings.Contains(words(view), text) {
					t.Errorf("on a screen of %d cells %q is missing", screen, text)
				}
			}
		}
	}
}

func TestTheManualFillsItsBoxAndScrollsToItsEnd(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for w := 8; w < 100; w += 7 {
		for h := 6; h < 60; h += 9 {
			p := help.NewManual("What can be searched for", query.Manual())
			view := drawn(p, &th, w, h)
			page.Fills(t, view, w, h)
			p.Update(page.Key("G"))
			end := drawn(p, &th, w, h)
			page.Fills(t, end, w, h)
			p.Update(page.Key("j"))
			if again := drawn(p, &th, w, h); again != end {
				t.Errorf("%dx%d: j scrolls past the end", w, h)
			}
		}
	}
}

// drawn returns the view of p in a box of w by h cells.
func drawn(p *help.Page, th *theme.Theme, w, h int) string {
	p.SetTheme(th)
	p.Resize(w, h)
	return p.View()
}

// list returns n keys in two groups.
func list(n int) keys.List {
	l := keys.List{{Keys: []string{"q"}, Group: keys.Leave, Help: "leave"}}
	for i := range n {
		l = append(l, keys.Binding{Keys: []string{fmt.Sprintf("m%d", i)}, Group: keys.Move, Help: "move"})
	}
	return l
}

func TestKeysStandInTwoColumnsFrom76Cells(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for w := 8; w < 110; w++ {
		for _, h := range []int{6, 12, 20} {
			p := help.New("Keys", list(6))
			view := drawn(p, &th, w, h)
			page.Fills(t, view, w, h)
			lines := strings.Split(ansi.Strip(view), "\n")
			if both := strings.Contains(lines[3], "Move") && strings.Contains(lines[3], "Screen"); both != (w >= 76) {
				t.Errorf("%d cells: the groups begin with %q", w, lines[3])
			}
			if before, _, ok := strings.Cut(lines[3], "Screen"); ok && w == 80 && ansi.StringWidth(before) != 41 {
				t.Errorf("the right column begins at cell %d", ansi.StringWidth(before))
			}
		}
	}
}

func TestGroupsHaveAnEmptyLineBetweenThemIfAllKeysFit(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, tt := range []struct {
		w, room int
		gap     bool
	}{{60, 13, true}, {60, 12, false}, {60, 11, false}, {80, 7, true}} {
		p := help.New("Keys", list(6))
		view := ansi.Strip(drawn(p, &th, tt.w, tt.room+5))
		if strings.Contains(view, "scroll") {
			t.Errorf("%d cells, room for %d lines: the keys scroll:\n%s", tt.w, tt.room, view)
		}
		lines := strings.Split(view, "\n")
		leave := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "Leave") })
		if gap := leave > 0 && !strings.Contains(lines[leave-1], "mouse"); gap != tt.gap {
			t.Errorf("%d cells, room for %d lines: an empty line is %v in\n%s", tt.w, tt.room, gap, view)
		}
	}
}

func TestKeysThatDoNotFitScrollByHalfAPage(t *testing.T) {
	th := theme.Look{}.Theme(true)
	p := help.New("Keys", list(6))
	top := func() string { return words(strings.Split(drawn(p, &th, 60, 9), "\n")[3]) }
	if view := drawn(p, &th, 60, 9); !strings.Contains(ansi.Strip(view), "j k scroll") {
		t.Errorf("the foot does not say how to scroll:\n%s", ansi.Strip(view))
	}
	for _, step := range []struct{ key, want string }{
		{"j", "M0 move"}, {"d", "M2 move"}, {"space", "M4 move"}, {"u", "M2 move"}, {"G", "Screen"},
		{"j", "Screen"}, {"g", "Move"}, {"k", "Move"},
	} {
		p.Update(page.Key(step.key))
		if got := top(); got != step.want {
			t.Errorf("after %s the first line is %q, want %q", step.key, got, step.want)
		}
	}
}

func TestTheManualHasOneColumnInAWideBox(t *testing.T) {
	th := theme.Look{}.Theme(true)
	entries := query.Manual()
	p := help.NewManual("What can be searched for", entries)
	lines := strings.Split(ansi.Strip(drawn(p, &th, 80, 60)), "\n")
	for i, e := range entries[:5] {
		if !strings.HasPrefix(lines[3+i], "│ "+e.Form) {
			t.Errorf("line %d is %q, want %q", i, lines[3+i], e.Form)
		}
	}
}

func TestTheFilterLineHasTheTextCursor(t *testing.T) {
	p := help.New("Keys", list(6))
	th := theme.Look{}.Theme(true)
	drawn(p, &th, 60, 12)
	if x, y, ok := p.Cursor(); x != 2 || y != 3 || !ok || p.Typing() {
		t.Errorf("without a filter line the cursor is at %d, %d, %v", x, y, ok)
	}
	p.Update(page.Key("/"))
	p.Update(page.Key("m"))
	if x, y, ok := p.Cursor(); x != 4 || y != 10 || !ok || !p.Typing() {
		t.Errorf("the cursor is at %d, %d, %v", x, y, ok)
	}
	if line := strings.Split(ansi.Strip(p.View()), "\n")[10]; !strings.HasPrefix(line, "│ /m ") {
		t.Errorf("its line is %q", line)
	}
}

func TestTheFilterLeavesNoEmptyGroup(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, w := range []int{60, 80} {
		p := help.New("Keys", list(6))
		for _, k := range []string{"/", "m", "4"} {
			p.Update(page.Key(k))
		}
		if got := words(drawn(p, &th, w, 20)); got != "Keys Move M4 move /m4 Enter run" {
			t.Errorf("%d cells: %q", w, got)
		}
	}
}
