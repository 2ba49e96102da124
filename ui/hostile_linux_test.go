package ui_test

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/feedtest/screen"
	"dateline/ui"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// ways are the keys that open each page in a hostile archive.
var ways = [intent.Pages]string{
	intent.QuestionPage: ": s t a r - a l l enter", intent.TagsPage: "t", intent.CopyPage: "y", intent.PipePage: "|", //nolint:dupword // keys
	intent.HelpPage: "?", intent.NamePage: "/ p i e r enter w", intent.CommandPage: ":", intent.SearchPage: "/ f", intent.FindPage: "enter /",
	intent.TrailPage: "enter J : t r a i l enter", intent.BarsPage: "c", intent.FacetsPage: "f", intent.TakesPage: "/ e l e v e n enter v", intent.TimelinePage: "/ e l e v e n enter T",
	intent.MapPage: "/ e l e v e n enter : m a p enter", intent.AroundPage: "/ e l e v e n enter r", intent.StoryPage: "/ e l e v e n enter l", intent.ListPage: "j",
}

// hostileArchive returns a folder of hostile stories, and their store with marks and
// searches that are hostile too.
func hostileArchive(t *testing.T) (root string, s *feed.Store) {
	t.Helper()
	root = t.TempDir() + "/desk\x1b]0;owned\a\u009b31m"
	if err := feedtest.WriteHostile(root); err != nil {
		t.Fatal(err)
	}
	src, err := archive.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	s = uitest.Open(t, src, t.TempDir())
	ctx := t.Context()
	if _, err := s.Scan(ctx, nil); err != nil {
		t.Fatal(err)
	}
	for i, e := range feedtest.Escapes() {
		if i%60 == 0 {
			_ = s.SaveSearch(ctx, "pier"+e, "ferry "+e) // it may refuse the name
			if err := s.Remember(ctx, "pier "+e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for row, err := range s.All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		e := feedtest.Escapes()[row.Words%len(feedtest.Escapes())]
		m := feed.Marking{Starred: new(row.Words%2 == 0), Tag: []string{"pier" + e}, Note: new("Ask the harbor" + e + "\n" + e)}
		if _, err := s.Mark(ctx, m, row.ID); err != nil {
			t.Fatal(err)
		}
	}
	return root, s
}

// judge checks views of the reader.
type judge struct {
	screens map[int]*screen.Screen
	views   int
}

// newJudge returns a judge that logs the number of its views at the end of the test.
func newJudge(t *testing.T) *judge {
	t.Helper()
	j := &judge{screens: map[int]*screen.Screen{}}
	t.Cleanup(func() { t.Logf("count: %d views over %d escape sequences", j.views, len(feedtest.Escapes())) })
	return j
}

// view fails the test if what the reader shows changes more than cells.
func (j *judge) view(t *testing.T, d *uitest.Driver, after string) {
	t.Helper()
	j.views++
	v := d.Model.View()
	plain := style.ReplaceAllString(v.Content, "")
	at := strings.IndexFunc(plain, func(r rune) bool { return r != '\n' && unicode.IsControl(r) })
	if at >= 0 || !utf8.ValidString(plain) {
		t.Errorf("after %s a row has a control character: %q", after, plain[max(0, at-40):min(len(plain), at+40)])
	}
	if strings.ContainsFunc(v.WindowTitle, unicode.IsControl) || !utf8.ValidString(v.WindowTitle) {
		t.Errorf("after %s the title is %q", after, v.WindowTitle)
	}
	if strings.ContainsFunc(d.Clipboard, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }) {
		t.Errorf("after %s the clipboard has %q", after, d.Clipboard)
	}
	s := j.screens[d.Width()]
	if s == nil {
		s = screen.New(t, d.Width(), 60)
		j.screens[d.Width()] = s
	}
	s.Show("\x1b[m\x1b[H" + v.Content)
	if changed := s.Changed(); len(changed) > 0 {
		t.Errorf("after %s the view changes %q", after, changed)
	}
}

// opened starts the reader on a page, without what the last reader of s had open.
func opened(t *testing.T, s *feed.Store, n intent.Page, w, h int) *uitest.Driver {
	t.Helper()
	if err := s.SaveSession(t.Context(), feed.Session{}); err != nil {
		t.Fatal(err)
	}
	d := uitest.Start(t, s, w, h)
	d.Press(strings.Fields(ways[n])...)
	if !d.Model.Opened(n) {
		t.Errorf("%q does not open page %d; the screen shows\n%s", ways[n], n, d.Screen())
	}
	return d
}

func TestNoPageCommandsTheTerminal(t *testing.T) {
	t.Setenv("PATH", "") // no key may start a program
	_, s := hostileArchive(t)
	j := newJudge(t)
	for _, size := range [][2]int{{80, 24}, {160, 50}} {
		for n := range intent.Pages {
			d := opened(t, s, intent.Page(n), size[0], size[1])
			j.view(t, d, ways[n])
			for _, key := range []string{"j", "j", "G", "k", "enter"} {
				d.Press(key)
				j.view(t, d, ways[n]+" "+key)
			}
		}
	}
}

func TestNoKeyCommandsTheTerminal(t *testing.T) {
	t.Setenv("PATH", "") // no key may start a program
	_, s := hostileArchive(t)
	j := newJudge(t)
	for n, list := range ui.PageBindings() {
		for _, b := range list {
			d := opened(t, s, intent.Page(n), 100, 30)
			if len(b.Keys) > 0 {
				d.Press(b.Keys[0])
				j.view(t, d, ways[n]+" "+b.Keys[0])
			}
		}
	}
	for _, c := range keys.Commands() {
		for _, from := range []intent.Page{intent.ListPage, intent.StoryPage} {
			d := opened(t, s, from, 100, 30)
			d.Press(":")
			d.Type(c.Name)
			d.Press("enter")
			j.view(t, d, ways[from]+" :"+c.Name)
		}
	}
}

func TestNoPasteCommandsTheTerminal(t *testing.T) {
	_, s := hostileArchive(t)
	j := newJudge(t)
	for n := range intent.Pages {
		d := opened(t, s, intent.Page(n), 100, 30)
		for _, e := range feedtest.Escapes() {
			d.Send(tea.PasteMsg{Content: "pier" + e})
			d.Send(page.Key("x"))
		}
		j.view(t, d, ways[n]+" and a paste")
		d.Press("enter")
		j.view(t, d, ways[n]+" a paste and enter")
	}
}

func TestNoMissingFileCommandsTheTerminal(t *testing.T) {
	root, s := hostileArchive(t)
	if err := os.RemoveAll(root); err != nil {
		t.Fatal(err)
	}
	j := newJudge(t)
	d := uitest.Start(t, s, 100, 30)
	for range 66 {
		for _, key := range []string{"enter", "q", "v", "q", "r", "q", "y", "y", "y", "c", "Y", "o", "n", "j"} {
			d.Press(key)
			j.view(t, d, key+" without files")
			if d.Ended {
				d = uitest.Start(t, s, 100, 30)
			}
		}
	}
}
