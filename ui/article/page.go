// Package article is the story page: the text of a story in a column, followed by
// links to its related headlines and to the stories that cite it. The text is
// wrapped once for each width. The cost of a frame depends only on the lines on the
// screen.
package article

import (
	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/keys"
	"dateline/ui/layout"
	"dateline/ui/mark"
	"dateline/ui/prose"
	"dateline/ui/theme"
)

// The width of the text in cells: the default, the least and the greatest.
const (
	DefaultWidth = 72
	MinWidth     = 30
	MaxWidth     = 140
)

// Page is the story page. Use New to create one.
type Page struct {
	Trail []string // the headlines of the stories that led to this one
	Next  string   // the headline of the story that Space opens at the end; "" if unknown

	// Visited reports whether the reader has visited a story; nil for none.
	Visited func(story.ID) bool

	keys  keys.List
	theme *theme.Theme
	marks *mark.Marks
	w, h  int  // of the text; a head line of its own is above it
	split bool // the story is beside the list, and has a head line of its own
	want  int  // the width of the text chosen by the reader
	blur  bool // another pane has the focus

	shown   story.Row // as the store returned it
	marked  int       // number of marks that shown includes
	st      *story.Story
	around  Around
	printed bool    // the story is printed, not shown
	problem string  // why the story cannot be shown
	minutes float64 // to read the story
	version int     // see Version

	items     []prose.Item
	generated []bool   // whether the program wrote the text of an item
	targets   []target // link n leads to targets[n-1]
	related   []int    // the link of each related headline, 0 if it has none
	textEnd   int      // the first item below the body
	doc       *prose.Doc
	margin    int
	at        prose.Place  // the reader's place; at the top of the screen unless that is near the end of the story
	top       int          // the first line on the screen
	link      int          // the selected link, 0 for none
	others    map[int]bool // the related headlines whose other targets are listed
	before    *spot        // the spot before the last jump, or nil
	ended     bool         // the reader has scrolled to the end of the text
	readOn    int          // the line to read on from after a page down, 0 for none

	find     find
	news     news
	veil     veil
	pictures pictures
}

// Around holds the stories connected with one: the targets of its related
// headlines, the stories that cite it, its takes, and what corrects or kills it.
type Around struct {
	Links []feed.Link
	Cited []story.Row
	Takes []feed.Take

	Mentions map[int][]story.Row // the stories that the paragraphs of a summary are about
	Note     string              // the reader's
	Notices  feed.Notices        // the corrections and kills that the story has to do with

	Pending bool  // Links have not been looked up yet, and possibly no others either
	Reading bool  // a scan was running, so there may be more stories
	Failed  error // the reason why some stories are missing
}

// target is what a link leads to: a story, or else an address that is not in the archive.
type target struct {
	id       story.ID // "" for an address
	headline string   // or the text of the link
	address  string
	related  int  // the number of the related headline that it is, 0 for none
	inText   bool // the link stands in the text
}

// New returns a page without a story.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th, want: DefaultWidth}
	p.keys = bindings(p)
	return p
}

// SetMarks sets the marks that are added to the row when it is drawn.
func (p *Page) SetMarks(m *mark.Marks) { p.marks = m }

// SetSplit sets whether the story is beside the list. Resize follows.
func (p *Page) SetSplit(split bool) { p.split = split }

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// SetBlur sets whether another pane has the focus.
func (p *Page) SetBlur(blur bool) { p.blur = blur }

// Show shows a story with the place at on the first line of the screen; the zero place is
// the top of the story. The row includes all marks made so far.
func (p *Page) Show(row story.Row, st *story.Story, around Around, at feed.Place) {
	p.setRow(row)
	p.st, p.around, p.problem = st, around, ""
	p.begin()
	p.goTo(at)
}

// ShowProblem shows the reason why a story cannot be shown.
func (p *Page) ShowProblem(row story.Row, problem string) {
	p.setRow(row)
	p.around, p.problem = Around{}, problem
	p.st = &story.Story{ID: row.ID, Path: row.Path, Headline: row.Headline, Date: row.Date}
	p.begin()
}

// Hide removes the story from the page.
func (p *Page) Hide() {
	p.setRow(story.Row{})
	p.st, p.doc, p.around, p.problem, p.find = nil, nil, Around{}, "", find{}
	p.items, p.generated, p.targets, p.related, p.top, p.link = nil, nil, nil, nil, 0, 0
	p.pictures.of, p.pictures.captions, p.pictures.spans = nil, nil, nil
	p.version++
}

// begin lays out a new story with its top at the top of the screen.
func (p *Page) begin() {
	p.link, p.find, p.at, p.before = 0, find{}, prose.Place{}, nil
	p.ended, p.readOn, p.others = false, 0, nil
	p.news = news{}
	p.minutes = p.st.Minutes()
	p.keepPictures()
	p.build()
	p.lay()
}

func (p *Page) setRow(row story.Row) { p.shown, p.marked = row, p.marks.N() }

// row returns the row of the story with its marks.
func (p *Page) row() story.Row {
	r := p.shown
	p.marks.Apply(&r, p.marked)
	return r
}

// Group returns the group of the takes of the story; "" if it has one.
func (p *Page) Group() story.ID { return p.shown.Group }

// Read reports whether the story is marked read.
func (p *Page) Read() bool { return p.row().Read }

// ID returns the ID of the story, "" if there is none.
func (p *Page) ID() story.ID {
	if p.st == nil {
		return ""
	}
	return p.st.ID
}

// Title returns the headline of the story without its tags.
func (p *Page) Title() string { return p.shown.Headline.Title }

// lay wraps the items to the width of the page.
func (p *Page) lay() {
	if p.st == nil || p.w <= 0 {
		return
	}
	text, margin := layout.Measure(p.w, p.want)
	p.doc, p.margin = prose.Lay(p.items, text), margin
	p.layNews()
	p.layPictures()
	p.keepPlace()
}

// Place returns the reader's place in the story; the zero place is the top.
func (p *Page) Place() feed.Place {
	if p.doc == nil || p.doc.LineOf(p.at) == 0 {
		return feed.Place{}
	}
	return feed.Place{Block: p.items[p.at.Item].Block, Offset: p.at.Offset}
}

// goTo sets the reader's place and scrolls to it.
func (p *Page) goTo(at feed.Place) {
	p.at = p.placeOf(at)
	p.keepPlace()
}

// placeOf returns the place at among the items.
func (p *Page) placeOf(at feed.Place) prose.Place {
	for i := range p.items {
		if at != (feed.Place{}) && p.items[i].Block == at.Block {
			return prose.Place{Item: i, Offset: at.Offset}
		}
	}
	return prose.Place{}
}

// Link returns the number of the selected link, 0 for none.
func (p *Page) Link() int { return p.link }

// Select selects link n if it is on the screen; 0 is none.
func (p *Page) Select(n int) {
	if n <= len(p.targets) && p.doc != nil {
		p.link = max(0, n)
		p.moveTo()
	}
}
