// Package around lists the stories around a story: its takes, the targets of its
// related headlines, their corrections, the stories that cite it, stories like it, and
// lists of the stories by its writers, from its places and of its agency. It is a pane
// beside the story, or a sheet over the lower part of the screen.
package around

import (
	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// Page is the page. Use New to create one.
type Page struct {
	Pending bool                // the stories that Show lacks are being looked up
	Visited func(story.ID) bool // reports whether the reader has visited a story; nil for none

	keys  keys.List
	theme *theme.Theme
	w, h  int
	pane  bool // the page is a pane
	blur  bool // another pane has the focus

	id      story.ID
	story   *story.Story // nil for none
	around  Stories
	others  map[int]bool // the related headlines whose other targets are listed
	entries []entry
	related int    // related headlines
	summary string // for the head line of a sheet
	cursor  int
	top     int   // the first line on the screen
	starts  []int // the first line of each entry, and the number of lines; nil if they have changed
}

// New returns a page without a story.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th}
	p.keys = bindings(p)
	return p
}

// Resize sets the size of the page in cells.
func (p *Page) Resize(w, h int) {
	if w != p.w {
		p.starts = nil
	}
	p.w, p.h = w, h
	p.keepVisible()
}

// SetPane sets whether the page is a pane. Resize follows.
func (p *Page) SetPane(pane bool) {
	if pane != p.pane {
		p.pane, p.starts = pane, nil
	}
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) { p.theme = th }

// SetBlur sets whether another pane has the focus.
func (p *Page) SetBlur(blur bool) { p.blur = blur }

// ID returns the ID of the story, "" for none.
func (p *Page) ID() story.ID { return p.id }

// Take returns the ID of the take of the story under the cursor, or of the story itself.
func (p *Page) Take() story.ID {
	if e, ok := p.selected(); ok && e.take {
		return e.id
	}
	return p.id
}

// Show shows the stories around st; nil is no story. If the page showed that story
// before, the cursor keeps its entry.
func (p *Page) Show(st *story.Story, a Stories) {
	switch {
	case st == nil || st.ID != p.id:
		p.others = nil
	case a.Alike == nil:
		a.Alike = p.around.Alike
	}
	p.story, p.around = st, a
	p.arrange()
}

// Story returns the story that Show has got, nil for none.
func (p *Page) Story() *story.Story { return p.story }

// AddAlike adds the stories like the one of the page.
func (p *Page) AddAlike(list []feed.Alike) {
	p.around.Alike = list
	p.arrange()
}

// arrange lists the entries. If they are of the same story as before, the cursor keeps
// its entry.
func (p *Page) arrange() {
	st := p.story
	old, _ := p.selected()
	same := st != nil && st.ID == p.id
	p.id, p.entries, p.summary, p.cursor, p.top, p.starts = "", nil, "", 0, 0, nil
	if st == nil {
		return
	}
	p.id, p.related = st.ID, len(st.Related)
	p.list()
	for i := range p.entries {
		if e := &p.entries[i]; same && e.id == old.id && e.title == old.title && e.section == old.section {
			p.cursor = i
			break
		}
	}
	p.keepVisible()
}

// selected returns the entry under the cursor; ok is false if there is none.
func (p *Page) selected() (e entry, ok bool) {
	if p.cursor < 0 || p.cursor >= len(p.entries) {
		return entry{}, false
	}
	return p.entries[p.cursor], true
}

// open opens the selected entry: the story, or the list that it stands for. If its
// headline is not in the archive, open searches for its words.
func (p *Page) open() intent.Intent {
	switch e, ok := p.selected(); {
	case !ok:
		return nil
	case e.query != "":
		return intent.SearchFor{Text: e.query}
	case e.id == p.id:
		return intent.Say{Text: locale.T("That is this story.")}
	case e.id == "":
		return intent.SearchFor{Text: e.title, Words: true}
	default:
		return intent.Follow{ID: e.id}
	}
}

// why says why the selected entry is there, and lists the other targets of a related
// headline, or hides them.
func (p *Page) why() intent.Intent {
	e, ok := p.selected()
	if !ok {
		return nil
	}
	if e.of > 0 {
		if p.others == nil {
			p.others = map[int]bool{}
		}
		p.others[e.of-1] = !p.others[e.of-1]
		p.arrange()
	}
	if e.cites {
		return intent.Cites{From: e.id, To: p.id}
	}
	return intent.Say{Text: e.because}
}
