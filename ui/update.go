package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
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
	if m.typing() && k.Mod&tea.ModCtrl == 0 {
		return m.pageKey(k)
	}
	if in := m.common(keys.Normal(k)); in != nil {
		return m.act(in)
	}
	return m.pageKey(k)
}

// typing reports whether a line is being typed into.
func (m *Model) typing() bool {
	if m.pop != nil {
		return m.pop.Typing()
	}
	return m.prompt != nil || m.search.line != nil || m.naming != nil || m.facets != nil && m.facets.Typing()
}

// pageKey gives a key to the page that has the keys.
func (m *Model) pageKey(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.pop != nil:
		return m.want(m.pop.Update(k))
	case m.naming != nil:
		return m.named(k)
	case m.search.line != nil:
		return m.want(m.search.line.Update(k))
	case m.prompt != nil:
		return m.find(k)
	case m.facets != nil:
		return m.want(m.facets.Update(k))
	}
	k = keys.Normal(k)
	if m.inStory() {
		return tea.Batch(m.rest(k), m.want(m.story.Update(k)))
	}
	if k.Code == tea.KeyEscape && m.warning != "" {
		m.warning = ""
		return nil
	}
	return tea.Batch(m.want(m.list.Update(k)), m.saver.later(m.after))
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
	return len(m.typed) == 0 && !m.typing() && key.Matches(k, m.list.Keys.Quit)
}

// common answers the keys that do the same on every page.
func (m *Model) common(k tea.KeyPressMsg) intent.Intent {
	p := &m.list.Keys.Program
	switch {
	case key.Matches(k, p.Help) && m.pop == nil:
		return intent.Help{}
	case key.Matches(k, p.News) && m.pop == nil:
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

// find gives a key or a paste to the prompt and shows what it finds.
func (m *Model) find(msg tea.Msg) tea.Cmd {
	switch m.prompt.Update(msg) {
	case prompt.Changed:
		m.story.Find(m.prompt.Value())
	case prompt.Entered:
		m.prompt = nil
		m.story.EndFind(true)
		return m.placed()
	case prompt.Left:
		m.prompt = nil
		m.story.EndFind(false)
	}
	return nil
}

func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case m.waiting > 0:
		return nil
	case m.pop != nil:
		return m.want(m.pop.Update(msg))
	case m.naming != nil:
		return m.named(msg)
	case m.search.line != nil:
		return m.want(m.search.line.Update(msg))
	case m.prompt != nil:
		return m.find(msg)
	case m.facets != nil:
		return m.want(m.facets.Update(msg))
	}
	return nil
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
	switch {
	case m.pop != nil || m.screen.TooSmall:
		return nil
	case m.facets != nil:
		m.facets.Wheel(n)
		return nil
	case m.screen.Story.Contains(at.X, at.Y):
		return m.want(m.story.Wheel(n))
	case m.screen.List.Contains(at.X, at.Y):
		return m.want(m.list.Wheel(n))
	}
	return nil
}

func (m *Model) click(at tea.Mouse) tea.Cmd {
	if at.Button != tea.MouseLeft || m.waiting > 0 || m.screen.TooSmall {
		return nil
	}
	m.note = note{}
	story, list := m.screen.Story, m.screen.List
	switch {
	case m.pop != nil:
		m.pop = nil
	case m.facets != nil || m.search.line != nil || m.naming != nil:
		return nil
	case story.Contains(at.X, at.Y):
		return m.want(m.story.Click(at.Y - story.Y))
	case list.Contains(at.X, at.Y):
		if m.inStory() {
			m.leaveStory()
		}
		return m.want(m.list.Click(at.Y - list.Y))
	}
	return nil
}
