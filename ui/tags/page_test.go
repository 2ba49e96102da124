package tags

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/intent"
	"dateline/ui/theme"
	"dateline/ui/uitest/page"
)

func press(p *Page, names ...string) (in intent.Intent) {
	for _, name := range names {
		in = p.Update(page.Key(name))
	}
	return in
}

func TestTabCompletesTheLastTag(t *testing.T) {
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{[]string{"tab"}, "later "},
		{[]string{"tab", "tab"}, "Port-Ellery "},
		{[]string{"tab", "tab", "tab"}, "-sea "},
		{[]string{"p", "tab"}, "Port-Ellery "},
		{[]string{"s", "tab"}, "-sea "},
		{[]string{"-", "s", "tab"}, "-sea "},
		{[]string{"x", ",", "l", "tab"}, "x,later "},
		{[]string{"x", "tab"}, "x"},
		{[]string{"tab", "n", "e", "w"}, "later new"},
	} {
		p := New([]string{"later", "Port-Ellery", "sea"}, []string{"sea"})
		press(p, tt.keys...)
		if got := p.line.Text(); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.keys, got, tt.want)
		}
	}
}

func TestEnterSetsTheTags(t *testing.T) {
	p := New(nil, nil)
	if in := press(p, "enter"); in != (intent.Close{}) {
		t.Errorf("an empty line: %#v", in)
	}
	if in := press(p, "a", ",", "b", "enter"); in != (intent.Tag{Text: "a,b"}) {
		t.Errorf("%#v", in)
	}
	if in := press(p, "esc"); in != (intent.Close{}) {
		t.Errorf("%#v", in)
	}
}

func TestTheLineFillsEveryWidth(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for _, own := range [][]string{nil, {"later"}, {strings.Repeat("기준금리", 20), "\x1b[31mred"}} {
		p := New(own, own)
		p.SetTheme(&th)
		for w := range 130 {
			p.Resize(w, 1)
			view := p.View()
			x, _, ok := p.Cursor()
			if got := ansi.StringWidth(view); got > w || !ok || w > 6 && x >= w {
				t.Errorf("%q in %d cells: a line of %d, the cursor in column %d", own, w, got, x)
			}
			if strings.Contains(ansi.Strip(view), "\x1b") {
				t.Errorf("%q", view)
			}
		}
	}
}
