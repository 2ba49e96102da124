package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
)

// notch is the number of lines that a notch of the wheel scrolls.
const notch = 3

// wheel scrolls the open sheet, or the pane under the mouse.
func (m *Model) wheel(at tea.Mouse) {
	n := notch
	switch at.Button {
	case tea.MouseWheelUp:
		n = -notch
	case tea.MouseWheelDown:
	default:
		return
	}
	if m.screen.TooSmall {
		return
	}
	for i := range m.holders {
		h := &m.holders[i]
		if h.kind == sheet && h.open || h.kind == pane && h.box.Contains(at.X, at.Y) {
			m.want(h.Wheel(n))
			return
		}
	}
}

// click gives a click to the open sheet, or to the pane under the mouse.
func (m *Model) click(at tea.Mouse) {
	if at.Button != tea.MouseLeft || m.waits() || m.screen.TooSmall {
		return
	}
	m.note = note{}
	for i := range m.holders {
		h := &m.holders[i]
		switch {
		case h.kind == line && h.open && !h.clicks:
			return
		case h.kind == pane && h.box.Contains(at.X, at.Y):
			if intent.Page(i) == intent.ListPage && m.inStory() {
				m.leaveStory()
			}
			m.want(h.Click(at.Y - h.box.Y))
			return
		case h.kind == sheet && h.open:
			m.want(h.Click(at.Y - h.box.Y))
			return
		}
	}
}
