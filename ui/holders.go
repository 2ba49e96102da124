package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/facets"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/layout"
	"dateline/ui/theme"
)

// page is a page that can hold the keys: a pane, a sheet over the panes, or a
// line of input. Its cells count from the corner of its own box.
type page interface {
	SetTheme(th *theme.Theme)
	Resize(w, h int)
	Update(msg tea.Msg) intent.Intent // takes a key press or a paste
	Typing() bool                     // printable keys are text
	Wheel(n int) intent.Intent        // scrolls n lines down, up when negative
	Click(y int) intent.Intent        // takes a click on line y
	View() string                     // exactly as many lines as the box has, none wider
	Cursor() (x, y int, ok bool)      // the cell where typed text goes, or where what is selected begins; ok is false for none
	Bindings() keys.List
}

// holders has every page that can hold the keys, indexed by its number.
type holders [intent.Pages]holder

// holder is a page, and how it shares the keys and the screen with others.
type holder struct {
	page
	kind  kind
	name  string // above its keys in the manual; "" if it is not listed there
	title string // above its keys in the help
	open  bool
	box   layout.Box // empty while the page is not on the screen

	place  func(w, h int) layout.Box  // of a sheet, on a screen of w by h cells
	clicks bool                       // the panes take clicks while the line is open
	before func(tea.KeyPressMsg) bool // gets keys first; the page gets those for which it returns false
	foot   func(w int) string         // the foot line of a pane that has the keys
	enter  func()                     // opens the page; nil if it opens as it is
	closed func()                     // called after the page has been closed; nil for nothing
}

// kind is the place of a page on the screen.
type kind int

const (
	pane  kind = iota // beside other panes, above the foot
	sheet             // over the panes; the mouse reaches nothing else
	line              // instead of the foot
)

// owner returns the holder that has the keys.
func (hs *holders) owner() *holder {
	for i := range hs {
		if hs[i].open {
			return &hs[i]
		}
	}
	return &hs[intent.ListPage]
}

// first returns the first open holder of a kind; nil for none.
func (hs *holders) first(k kind) *holder {
	for i := range hs {
		if hs[i].open && hs[i].kind == k {
			return &hs[i]
		}
	}
	return nil
}

// enter opens page n.
func (m *Model) enter(n intent.Page) {
	if h := &m.holders[n]; h.enter != nil {
		h.enter()
	} else {
		m.show(n, h.page)
	}
}

// show opens page n as p.
func (m *Model) show(n intent.Page, p page) {
	h := &m.holders[n]
	h.page, h.open = p, true
	p.Bindings().Rebind(m.bound)
	p.SetTheme(m.theme)
	m.resize()
}

// hide closes h.
func (m *Model) hide(h *holder) {
	h.open = false
	if h.closed != nil {
		h.closed()
	}
	m.resize()
}

// focus gives the keys to the story or to the list.
func (m *Model) focus(onStory bool) {
	m.holders[intent.StoryPage].open = onStory
	if !onStory {
		m.layout.Zen = false
	}
	m.resize()
}

// inStory reports whether the story has the keys, or a line or sheet over it.
func (m *Model) inStory() bool { return m.holders[intent.StoryPage].open }

// setTheme changes the colours of every page.
func (m *Model) setTheme(dark bool) {
	th := m.looks.Theme(dark)
	m.theme = &th
	for i := range m.holders {
		m.holders[i].SetTheme(&th)
	}
}

// resize divides the screen and gives each page its box.
func (m *Model) resize() {
	panel := m.holders[intent.FacetsPage].open
	o := m.layout
	o.StoryFocused = m.inStory()
	if panel || m.vacant || m.looks.Words {
		o.Panes = 1 // the panel is beside the list, there is nothing to show there, or lines are read aloud
	}
	m.screen = layout.Compute(m.w, m.h, o)
	if m.screen.TooSmall {
		return
	}
	if room := m.w - facets.Width(m.w); panel && room > 0 && !m.looks.Words {
		m.screen.List.W = room
	}
	m.list.SetSplit(m.screen.Split)
	m.story.SetSplit(m.screen.Split)
	m.resizeAround()
	m.resizeQuestion()
	m.holders[intent.ListPage].box, m.holders[intent.StoryPage].box = m.screen.List, m.screen.Story
	for i := range m.holders {
		h := &m.holders[i]
		if h.kind != pane {
			h.box = m.boxOf(h)
		}
		if !h.box.Empty() {
			h.Resize(h.box.W, h.box.H)
		}
	}
	around := &m.holders[intent.AroundPage]
	inAround := around.open && around.kind == pane
	m.list.SetBlur(m.inStory() || inAround)
	m.story.SetBlur(!m.inStory() || inAround)
	m.around.SetBlur(!around.open)
}

// resizeAround makes the page around the story a pane if there is room for one.
func (m *Model) resizeAround() {
	h := &m.holders[intent.AroundPage]
	h.kind, h.box = sheet, layout.Box{}
	if !m.screen.Around.Empty() {
		h.kind, h.box = pane, m.screen.Around
	}
	m.around.SetPane(h.kind == pane)
}

// boxOf returns the box of a sheet or a line.
func (m *Model) boxOf(h *holder) layout.Box {
	switch {
	case !h.open:
		return layout.Box{}
	case h.kind == line:
		return layout.Box{Y: m.h - 1, W: m.w, H: 1}
	}
	box := h.place(m.w, m.h)
	if m.looks.Words { // nothing is beside it
		box.X, box.W = 0, m.w
	}
	return box
}

// right returns the box of the panel: at the right edge, above the foot.
func right(w, h int) layout.Box {
	width := facets.Width(w)
	return layout.Box{X: w - width, W: width, H: h - 1}
}

// whole returns the box of the takes: all above the foot.
func whole(w, h int) layout.Box { return layout.Box{W: w, H: h - 1} }

// middle returns the box of the help.
func (m *Model) middle(w, h int) layout.Box {
	bw, bh := m.help.Size(w, h)
	return layout.Box{X: (w - bw) / 2, Y: (h - bh) / 2, W: bw, H: bh}
}

// bottom returns the box of a sheet of n lines at the bottom of a screen of w by h cells.
func bottom(w, h, n int) layout.Box {
	n = min(n, (h-1)*2/3)
	return layout.Box{Y: h - 1 - n, W: w, H: n}
}
