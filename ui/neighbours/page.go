// Package neighbours is the map of the neighbourhood of a story: the stories that cite
// it, the story itself, and those that it leads to, in three columns. The reader walks
// from story to story; the one in the middle changes.
package neighbours

import (
	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// The columns, from left to right.
const (
	cited = iota
	here
	leads
	columns
)

// Page is the page. Use New to create one.
type Page struct {
	keys  keys.List
	theme *theme.Theme
	w, h  int

	row    story.Row // the story in the middle
	sides  [columns][]story.Row
	more   bool // there are others
	column int  // the column with the cursor
	cursor [columns]int
	top    [columns]int // the first row on the screen
}

// New returns a page without stories.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th, column: here}
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// Resize sets the size of the page in cells.
func (p *Page) Resize(w, h int) {
	p.w, p.h = w, h
	p.step(0)
}

// Show shows the neighbours of the first story of a graph, which has only these.
func (p *Page) Show(g feed.Graph) {
	p.row, p.sides, p.more = story.Row{}, [columns][]story.Row{}, g.More
	p.column, p.cursor, p.top = here, [columns]int{}, [columns]int{}
	if len(g.Nodes) == 0 {
		return
	}
	p.row = g.Nodes[0].Row
	p.sides[here] = []story.Row{p.row}
	for _, e := range g.Edges {
		switch {
		case e.To == 0:
			p.sides[cited] = append(p.sides[cited], g.Nodes[e.From].Row)
		case e.From == 0:
			p.sides[leads] = append(p.sides[leads], g.Nodes[e.To].Row)
		}
	}
}

// ID returns the ID of the story in the middle, "" for none.
func (p *Page) ID() story.ID { return p.row.ID }

// Title returns the headline of that story.
func (p *Page) Title() string { return p.row.Headline.Title }

// selected returns the row under the cursor; its ID is "" for none.
func (p *Page) selected() story.Row {
	rows := p.sides[p.column]
	if len(rows) == 0 {
		return story.Row{}
	}
	return rows[p.cursor[p.column]]
}

// walk moves the cursor to the column on that side, -1 left and 1 right. Beyond the last
// column it asks for the story under the cursor to be in the middle.
func (p *Page) walk(side int) intent.Intent {
	switch to := p.column + side; {
	case to < 0 || to >= columns:
		return intent.Walk{ID: p.selected().ID}
	case len(p.sides[to]) > 0:
		p.column = to
		p.step(0)
		return nil
	case to == cited:
		return intent.Say{Text: locale.T("No story cites this one.")}
	default:
		return intent.Say{Text: locale.T("This story leads to no other.")}
	}
}

// open opens the story under the cursor.
func (p *Page) open() intent.Intent {
	if id := p.selected().ID; id != "" {
		return intent.OpenEntry{ID: id}
	}
	return nil
}
