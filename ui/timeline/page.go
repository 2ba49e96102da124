// Package timeline is the page of a story's time line: the stories of one course of
// events, the oldest first, one a row, with the reason why each is there.
package timeline

import (
	"slices"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// Page is the page. Use New to create one.
type Page struct {
	keys  keys.List
	theme *theme.Theme
	w, h  int

	entries []feed.Entry
	here    int       // the entry of the story whose line it is; -1 for none
	other   story.Row // that can be added; its ID is "" for none
	cursor  int
	top     int // the first entry on the screen
}

// New returns a page without entries.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th, here: -1}
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

// Show shows a time line. Other is a story that can be added to it, with the ID "" for
// none. The cursor stays at its entry, or near it, if the line is of the same story as
// before, else it is at this story.
func (p *Page) Show(entries []feed.Entry, other story.Row) {
	same := p.ID()
	old := p.row().ID
	p.entries, p.other = entries, other
	p.here = slices.IndexFunc(entries, func(e feed.Entry) bool { return e.Here })
	if p.ID() != same || same == "" {
		p.cursor, p.top = max(0, p.here), 0
	} else if i := slices.IndexFunc(entries, func(e feed.Entry) bool { return e.Row.ID == old }); i >= 0 {
		p.cursor = i
	}
	p.step(0)
}

// ID returns the ID of the story whose line it is, "" for none.
func (p *Page) ID() story.ID {
	if p.here < 0 {
		return ""
	}
	return p.entries[p.here].Row.ID
}

// Title returns the headline of that story.
func (p *Page) Title() string {
	if p.here < 0 {
		return ""
	}
	return p.entries[p.here].Row.Headline.Title
}

// row returns the row under the cursor; its ID is "" for none.
func (p *Page) row() story.Row {
	if len(p.entries) == 0 {
		return story.Row{}
	}
	return p.entries[p.cursor].Row
}

// addable reports whether the other story can be added: it is not in the line.
func (p *Page) addable() bool {
	return p.other.ID != "" && !slices.ContainsFunc(p.entries, func(e feed.Entry) bool { return e.Row.ID == p.other.ID })
}

func (p *Page) open() intent.Intent {
	switch id := p.row().ID; id {
	case "":
		return nil
	case p.ID():
		return intent.Close{}
	default:
		return intent.OpenEntry{ID: id}
	}
}

// cut cuts the entry under the cursor from the line; it can then be added again.
func (p *Page) cut() intent.Intent {
	r := p.row()
	switch r.ID {
	case "":
		return nil
	case p.ID():
		return intent.Say{Text: locale.T("That is the story whose time line it is.")}
	}
	return intent.SetEntry{Story: p.ID(), Other: r}
}

// add adds the other story to the line.
func (p *Page) add() intent.Intent {
	if !p.addable() {
		return intent.Say{Text: locale.T("First open the time line of the story to add, then this.")}
	}
	return intent.SetEntry{Story: p.ID(), Other: p.other, Joined: true}
}
