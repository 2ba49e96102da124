package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/facets"
	"dateline/ui/intent"
	"dateline/ui/layout"
	"dateline/ui/theme"
)

// page is what can hold the keys: a pane, a sheet over the panes, or a line
// that is typed into. Sizes are those of its own box.
type page interface {
	SetTheme(th *theme.Theme)
	Resize(w, h int)
	Update(msg tea.Msg) intent.Intent // a key press or a paste
	Typing() bool                     // keys are text
	Wheel(n int) intent.Intent        // n lines down, up when negative
	Click(y int) intent.Intent        // on line y
	View() string                     // exactly as many lines as the box has, none wider
	Cursor() (x, y int, ok bool)      // where text goes in; ok is false for nowhere
	Bindings() []key.Binding
}

// kind is how a holder shares the screen.
type kind int

const (
	pane  kind = iota // beside other panes, above the foot
	sheet             // over the panes; the mouse reaches nothing else
	line              // in place of the foot
)

// holder is a page in the list of those that can hold the keys.
type holder struct {
	page
	kind  kind
	title string // above its keys in the help
	open  bool   // it takes the keys before those after it in the list
	box   layout.Box

	place  func(w, h int) layout.Box               // of a sheet on a screen of w by h cells
	clicks bool                                    // the mouse reaches the panes while the line is open
	before func(k tea.KeyPressMsg) (tea.Cmd, bool) // sees a key first; true keeps it from the page
	foot   func(w int) string                      // the foot line while a pane has the keys
	closed func()                                  // does what closing it asks for
}

// newHolders lists the holders of the keys: the first that is open gets them.
// A new page is a line here.
func (m *Model) newHolders() []*holder {
	m.popUp = holder{kind: sheet, place: m.middle}
	m.name = holder{kind: line}
	m.line = holder{kind: line}
	m.finder = holder{kind: line, clicks: true}
	m.panel = holder{kind: sheet, title: "Keys in the panel", place: right, closed: m.closeFacets}
	m.storyPane = holder{page: m.story, kind: pane, title: "Keys in the story", before: m.beforeStory, foot: m.storyFoot}
	m.listPane = holder{page: m.list, kind: pane, title: "Keys in the list", open: true, before: m.beforeList, foot: m.listFoot}
	return []*holder{&m.popUp, &m.name, &m.line, &m.finder, &m.panel, &m.storyPane, &m.listPane}
}

// right is the box of a sheet at the right end of the screen, above the foot.
func right(w, h int) layout.Box {
	width := facets.Width(w)
	return layout.Box{X: w - width, W: width, H: h - 1}
}

// middle is the box of the pop-up.
func (m *Model) middle(w, h int) layout.Box {
	bw, bh := m.help.Size(w, h)
	return layout.Box{X: (w - bw) / 2, Y: (h - bh) / 2, W: bw, H: bh}
}

// owner is the holder that has the keys.
func (m *Model) owner() *holder {
	for _, h := range m.holders {
		if h.open {
			return h
		}
	}
	return &m.listPane
}

// openLine returns the line that is typed into in place of the foot; nil for
// none.
func (m *Model) openLine() *holder {
	for _, h := range m.holders {
		if h.open && h.kind == line {
			return h
		}
	}
	return nil
}

// show opens h with a page in it.
func (m *Model) show(h *holder, p page) {
	h.page, h.open = p, true
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
