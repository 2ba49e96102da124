// Package article is the story page: a story in a column, followed by links to
// its related headlines and to the stories that cite it. The text is wrapped
// once for a width; a frame costs the lines on the screen.
package article

import (
	"time"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/keys"
	"dateline/ui/layout"
	"dateline/ui/mark"
	"dateline/ui/prose"
	"dateline/ui/theme"
)

// DefaultWidth is the width of the text in cells, until the reader changes it.
const DefaultWidth = 72

// Page is the story. It must be made with New.
type Page struct {
	Now func() time.Time

	keys  keys.List
	theme *theme.Theme
	marks *mark.Marks
	w, h  int
	want  int  // the width of the text that the reader asked for
	blur  bool // the list beside it has the keys

	shown   story.Row // as it was read
	marked  int       // the number of marks that it includes
	st      *story.Story
	around  Around
	problem string // why the story cannot be shown
	words   int    // of the story, counted once

	items   []prose.Item
	told    []bool   // which items are the program's words, not the story's
	targets []target // where the links lead; link n to targets[n-1]
	related []int    // the link of each related headline, 0 for one that leads nowhere
	textEnd int      // the first item below the body
	doc     *prose.Doc
	margin  int
	at      prose.Place // the reader's place: at the top of the screen, unless the story ends before its foot
	top     int         // the first line on the screen
	link    int         // the selected link, 0 for none
	before  *spot       // where the reader was before the last jump

	find find
}

// Around is the stories around one: those that its related headlines lead to,
// those that cite it, and its takes.
type Around struct {
	Links []feed.Link
	Cited []story.Row
	Takes []story.Row

	Reading bool  // a scan was running: there may be more
	Failed  error // why some of them are missing
}

// target is where a link leads. The ID is empty if the story is not in the
// archive.
type target struct {
	id       story.ID
	headline string
}

// New returns a page without a story.
func New(th *theme.Theme, now func() time.Time) *Page {
	p := &Page{Now: now, theme: th, want: DefaultWidth}
	p.keys = bindings(p)
	return p
}

// SetMarks sets the marks that are applied to the row when it is drawn.
func (p *Page) SetMarks(m *mark.Marks) { p.marks = m }

// Resize gives the page a box of w by h cells. The reader's place stays.
func (p *Page) Resize(w, h int) {
	if w == p.w && h == p.h {
		return
	}
	rewrap := w != p.w
	p.w, p.h = w, h
	if rewrap {
		p.lay()
	}
	p.hold()
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// SetBlur says whether the list beside the story has the keys.
func (p *Page) SetBlur(blur bool) { p.blur = blur }

// Width is the width of the text that the reader asked for.
func (p *Page) Width() int { return p.want }

// SetWidth changes the width of the text. The reader's place stays.
func (p *Page) SetWidth(want int) {
	p.want = min(max(want, 30), 140)
	p.lay()
}

// Show shows a story from a place on; the zero place is its top. The row
// includes all marks made so far.
func (p *Page) Show(row story.Row, st *story.Story, around Around, at feed.Place) {
	p.setRow(row)
	p.st, p.around, p.problem = st, around, ""
	p.begin()
	p.goTo(at)
}

// ShowProblem shows why a story cannot be shown.
func (p *Page) ShowProblem(row story.Row, problem string) {
	p.setRow(row)
	p.around, p.problem = Around{}, problem
	p.st = &story.Story{ID: row.ID, Path: row.Path, Headline: row.Headline, Date: row.Date}
	p.begin()
}

// Hide shows no story.
func (p *Page) Hide() {
	p.setRow(story.Row{})
	p.st, p.doc, p.around, p.problem, p.find = nil, nil, Around{}, "", find{}
	p.items, p.told, p.targets, p.related, p.top, p.link = nil, nil, nil, nil, 0, 0
}

// begin lays out a new story, from its top on.
func (p *Page) begin() {
	p.link, p.find, p.at, p.before = 0, find{}, prose.Place{}, nil
	p.words = p.st.Words()
	p.build()
	p.lay()
}

func (p *Page) setRow(row story.Row) { p.shown, p.marked = row, p.marks.N() }

// row is the row of the story, with its marks.
func (p *Page) row() story.Row {
	r := p.shown
	p.marks.Apply(&r, p.marked)
	return r
}

// Read reports whether the story is marked read.
func (p *Page) Read() bool { return p.row().Read }

// ID is the ID of the story, empty if there is none.
func (p *Page) ID() story.ID {
	if p.st == nil {
		return ""
	}
	return p.st.ID
}

// Title is the headline of the story without its tags.
func (p *Page) Title() string { return p.shown.Headline.Title }

// lay wraps the items.
func (p *Page) lay() {
	if p.st == nil || p.w <= 0 {
		return
	}
	text, margin := layout.Measure(p.w, p.want)
	p.doc, p.margin = prose.Lay(p.items, text), margin
	p.hold()
}

// hold scrolls to the reader's place. If the story ends before the foot of the
// screen, the screen shows more above; the place stays for the next size.
func (p *Page) hold() {
	if p.doc != nil {
		p.top = min(p.doc.LineOf(p.at), p.lastTop())
		p.settle()
	}
}

// scrollTo moves the reader's place to line.
func (p *Page) scrollTo(line int) {
	if p.doc != nil {
		p.top = min(max(line, 0), p.lastTop())
		p.at = p.doc.At(p.top)
		p.settle()
	}
}

// Place is the reader's place in the story; the zero place is its top.
func (p *Page) Place() feed.Place {
	if p.doc == nil || p.doc.LineOf(p.at) == 0 {
		return feed.Place{}
	}
	return feed.Place{Block: p.items[p.at.Item].Block, Offset: p.at.Offset}
}

// goTo moves the reader's place to a place of the story.
func (p *Page) goTo(at feed.Place) {
	p.at = prose.Place{}
	for i := range p.items {
		if at != (feed.Place{}) && p.items[i].Block == at.Block {
			p.at = prose.Place{Item: i, Offset: at.Offset}
			break
		}
	}
	p.hold()
}

// Link is the selected link, 0 for none.
func (p *Page) Link() int { return p.link }

// Select selects link n, 0 for none.
func (p *Page) Select(n int) {
	if n <= len(p.targets) {
		p.link = max(0, n)
	}
}

// lastTop is the last line that can be the first on the screen.
func (p *Page) lastTop() int {
	if p.doc == nil {
		return 0
	}
	return max(0, p.doc.Len()-p.h)
}

// AtEnd reports whether the last line is on the screen.
func (p *Page) AtEnd() bool { return p.top >= p.lastTop() }
