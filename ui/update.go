package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
)

// Update routes a message to where it belongs.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.resize()
	case tea.BackgroundColorMsg:
		m.setTheme(msg.IsDark())
	case tea.KeyPressMsg:
		cmd = m.key(msg)
	case tea.PasteMsg:
		cmd = m.paste(msg)
	case tea.MouseClickMsg:
		cmd = m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		cmd = m.wheel(msg.Mouse())
	case tea.ResumeMsg:
		cmd = tea.ClearScreen
	default:
		cmd = m.answer(msg)
		m.heed()
	}
	return m, tea.Batch(cmd, m.preview(), m.complete(), m.readEnds())
}

// key gives a key press to what has the keys. One that comes while the answer
// to an earlier one is on its way waits for it.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	if k.String() == "ctrl+c" {
		return tea.Quit
	}
	if m.impatient(k) {
		return m.act(intent.Clear{})
	}
	if m.waiting > 0 && !m.leaves(k) {
		m.typed = append(m.typed, k)
		return nil
	}
	m.note = note{}
	if m.owner().Typing() && k.Mod&tea.ModCtrl == 0 {
		return m.pageKey(k)
	}
	if in := m.common(keys.Normal(k)); in != nil {
		return m.act(in)
	}
	return m.pageKey(k)
}

// pageKey gives a key to the page that has the keys.
func (m *Model) pageKey(k tea.KeyPressMsg) tea.Cmd {
	h := m.owner()
	if h.before == nil {
		return m.want(h.Update(k))
	}
	k = keys.Normal(k)
	cmd, taken := h.before(k)
	if taken {
		return cmd
	}
	return tea.Batch(cmd, m.want(h.Update(k)))
}

// beforeList hides the warning at Esc.
func (m *Model) beforeList(k tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	if k.Code == tea.KeyEscape && m.warning != "" {
		m.warning = ""
		return nil, true
	}
	return m.saver.later(m.after), false
}

// arrived counts the answer to a key; when none is awaited any more it takes
// the keys that waited.
func (m *Model) arrived() tea.Cmd {
	m.waiting--
	var cmds []tea.Cmd
	for len(m.typed) > 0 && m.waiting == 0 {
		k := m.typed[0]
		m.typed = m.typed[1:]
		cmds = append(cmds, m.key(k))
	}
	return tea.Batch(append(cmds, m.catchUp())...)
}

// leaves reports whether k leaves the program though an answer is on its way.
// Behind other keys it waits like them: it may be meant for a line that one of
// them begins.
func (m *Model) leaves(k tea.KeyPressMsg) bool {
	return len(m.typed) == 0 && !m.owner().Typing() && key.Matches(k, m.list.Keys.Quit)
}

// common answers the keys that do the same on every page.
func (m *Model) common(k tea.KeyPressMsg) intent.Intent {
	p := &m.list.Keys.Program
	switch {
	case key.Matches(k, p.Help) && !m.popUp.open:
		return intent.Help{}
	case key.Matches(k, p.News) && !m.popUp.open:
		return intent.News{}
	case key.Matches(k, p.Redraw):
		return intent.Redraw{}
	case key.Matches(k, p.Suspend):
		return intent.Suspend{}
	case key.Matches(k, p.Quit):
		return intent.Quit{}
	}
	return nil
}

func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	if m.waiting > 0 {
		return nil
	}
	return m.want(m.owner().Update(msg))
}

// lines is how far a notch of the wheel scrolls.
const lines = 3

func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	n := lines
	switch at.Button {
	case tea.MouseWheelUp:
		n = -lines
	case tea.MouseWheelDown:
	default:
		return nil
	}
	if m.screen.TooSmall {
		return nil
	}
	for _, h := range m.holders {
		if h.kind == sheet && h.open || h.kind == pane && h.box.Contains(at.X, at.Y) {
			return m.want(h.Wheel(n))
		}
	}
	return nil
}

func (m *Model) click(at tea.Mouse) tea.Cmd {
	if at.Button != tea.MouseLeft || m.waiting > 0 || m.screen.TooSmall {
		return nil
	}
	m.note = note{}
	for _, h := range m.holders {
		switch {
		case h.kind == sheet && h.open:
			return m.want(h.Click(at.Y - h.box.Y))
		case h.kind == line && h.open && !h.clicks:
			return nil
		case h.kind == pane && h.box.Contains(at.X, at.Y):
			if h == &m.listPane && m.inStory() {
				m.leaveStory()
			}
			return m.want(h.Click(at.Y - h.box.Y))
		}
	}
	return nil
}
