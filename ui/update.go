package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/pending"
)

// Update handles a message, acts on the intents of the pages, and requests what
// the screen still lacks.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.using.Lock()
	defer m.using.Unlock()
	m.take(msg)
	m.replay()
	m.story.Unveil()
	m.complete()
	m.actOnAll()
	cmds := m.cmds
	m.cmds = nil
	return m, tea.Batch(cmds...)
}

// take handles a message and acts on the intents that it causes.
func (m *Model) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case pending.Answer:
		m.take(msg.Msg)
		m.keys.Arrived()
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.resize()
		m.resizePictures()
	case tea.BackgroundColorMsg:
		m.setTheme(msg.IsDark())
	case uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent:
		m.do(tea.RequestBackgroundColor)
	case tea.FocusMsg:
		m.env.Store.Look()
	case tea.KeyPressMsg:
		m.key(msg)
	case tea.PasteMsg:
		m.paste(msg)
	case tea.MouseClickMsg:
		m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		m.wheel(msg.Mouse())
	case tea.ModeReportMsg:
		m.countCells(msg)
	case tea.ColorProfileMsg:
		m.pictures.profile = msg.Profile
		if msg.Profile <= colorprofile.ASCII {
			m.looks.Styles = nil // one may differ from plain text only by its color
			m.setTheme(m.theme.Dark)
		}
	case tea.RawMsg:
		m.sent(msg)
	case tea.ResumeMsg:
		m.resumed()
	default:
		m.answer(msg)
		m.warn()
	}
	m.actOnAll()
}

// actOnAll acts on the queued intents, and on those that they cause.
func (m *Model) actOnAll() {
	for len(m.intents) > 0 {
		in := m.intents[0]
		m.intents = m.intents[1:]
		m.act(in)
	}
}

// replay handles the input held, until keys have to wait again.
func (m *Model) replay() {
	for !m.waits() {
		msg, ok := m.keys.Next()
		if !ok {
			return
		}
		m.take(msg)
	}
}

// key gives a key press to the page that has the keys. A key that arrives while
// the answer to an earlier one is pending waits for it.
func (m *Model) key(k tea.KeyPressMsg) {
	m.begun = true
	switch {
	case k.String() == "ctrl+c":
		m.do(tea.Quit)
		return
	case m.impatient(k):
		m.want(intent.Clear{})
		return
	case m.waits() && !m.leaves(k):
		m.keys.Hold(k)
		return
	}
	if m.endsNumber(k) {
		m.keys.Return(k)
		return
	}
	m.note = note{}
	var held bool
	if k, held = m.inSequence(k); held {
		return
	}
	if !m.owner().Typing() || k.Mod&tea.ModCtrl != 0 {
		if in := m.common(keys.Normal(k)); in != nil {
			m.want(in)
			return
		}
	}
	h := m.owner()
	if h.before != nil && h.before(keys.Normal(k)) {
		return
	}
	if name := keys.Normal(k).String(); !h.Typing() && h.Bindings().Action(keys.Normal(k)) == "" && name != "h" && name != "left" {
		m.say(locale.F("Nothing here is bound to %s", clean.Line(keys.Label(name)))) // h and ← leave a story, and may be pressed once too often
	}
	m.want(h.Update(k))
}

// inSequence returns the key press for the keys typed so far. It reports true if they begin a
// sequence that is bound, and the next key is to be waited for. Esc drops them.
func (m *Model) inSequence(k tea.KeyPressMsg) (press tea.KeyPressMsg, held bool) {
	if m.owner().Typing() {
		m.sequence = ""
		return k, false
	}
	typed := keys.Normal(k).String()
	before := m.sequence
	if m.sequence = ""; before != "" {
		if k.Code == tea.KeyEscape {
			return k, true
		}
		typed = before + " " + typed
	}
	if m.owner().Bindings().Begins(typed) {
		m.sequence = typed
		m.say(clean.Line(keys.Label(typed)) + cell.Ellipsis)
		return k, true
	}
	if before != "" {
		k = tea.KeyPressMsg{Text: typed}
	}
	return k, false
}

// paste gives a paste to the page that has the keys. It waits as a key does.
func (m *Model) paste(msg tea.PasteMsg) {
	if m.waits() {
		m.keys.Hold(msg)
		return
	}
	m.want(m.owner().Update(msg))
}

// leaves reports whether k leaves the program although an answer is pending. A
// key after others that wait does not: it may be meant for a line that one of
// them opens.
func (m *Model) leaves(k tea.KeyPressMsg) bool {
	return !m.keys.Holding() && !m.owner().Typing() && m.program.Action(k) == keys.Quit
}

// impatient reports whether k is an Esc that need not wait for a long sort: it
// clears the search, whatever its order.
func (m *Model) impatient(k tea.KeyPressMsg) bool {
	q := m.search.Running()
	return k.Code == tea.KeyEscape && q != nil && q.Sorting && !m.keys.Holding()
}

// common returns the intent of a key that does the same on every page; nil for
// other keys, and those that the page has bound to another action. The help replaces two of
// them with its own, and some pages have no commands.
func (m *Model) common(k tea.KeyPressMsg) intent.Intent {
	action, owned := m.program.Action(k), m.owner().Bindings().Action(k)
	if owned != "" && owned != action {
		return nil
	}
	switch action {
	case keys.Help, keys.ShowNews:
		if m.holders[intent.HelpPage].open {
			return nil
		}
	case keys.Command, keys.Undo, keys.Redo:
		if owned == "" { // the help, the facets and lines of input
			return nil
		}
	}
	in, _ := m.program.Press(k)
	return in
}

// beforeList hides the first warning when Esc is pressed, and holds a key that must wait.
func (m *Model) beforeList(k tea.KeyPressMsg) bool {
	if k.Code == tea.KeyEscape && len(m.warnings) > 0 {
		m.warnings = m.warnings[1:]
		return true
	}
	row, _ := m.list.Selected()
	if read, star := m.list.Marking(k); m.holdsMark(k, row.ID, row.Group, read, star) {
		return true
	}
	m.saveSoon()
	return false
}
