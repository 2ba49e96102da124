package ui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/bidi"
)

// Setting is a setting that can be changed while the reader runs.
type Setting struct {
	Name   string
	Values []string
	Set    func(o *Options, value string) // to one of Values
}

// textWidth is the setting of the width of the text of stories in cells, which is kept with the
// session.
const textWidth = "width"

// settable returns what can be set: "mouse true".
func (m *Model) settable() (list []string) {
	for _, s := range m.options.Settings {
		for _, v := range s.Values {
			list = append(list, s.Name+" "+v)
		}
	}
	return append(list, textWidth+" "+strconv.Itoa(m.story.Width()))
}

// set changes a setting until the reader ends, or says which there are.
func (m *Model) set(text string) {
	name, value, _ := strings.Cut(text, " ")
	value = strings.TrimSpace(value)
	if name == textWidth {
		m.setWidth(value)
		return
	}
	i := slices.IndexFunc(m.options.Settings, func(s Setting) bool { return s.Name == name })
	if i < 0 {
		m.say(locale.F("There is no such setting here: %s", clean.Line(name)))
		return
	}
	s := m.options.Settings[i]
	if !slices.Contains(s.Values, value) {
		m.say(locale.F("It is set to one of these: %s", strings.Join(s.Values, ", ")))
		return
	}
	s.Set(&m.options, value)
	m.apply()
	m.say(locale.F("Set until dateline ends: %s", clean.Line(text)))
}

// setWidth changes the width of the text.
func (m *Model) setWidth(value string) {
	n, err := strconv.Atoi(value)
	if err != nil {
		m.say(locale.T("The width is a number of cells: width 72."))
		return
	}
	m.story.SetWidth(n)
	m.saveSoon()
}

// apply does what the options say.
func (m *Model) apply() {
	o := &m.options
	if o.Accessible {
		o.Mouse, o.NoPictures, o.HideCursor = false, true, false
	}
	m.mouse, m.shell, m.hideCursor, m.pictures.off = o.Mouse, o.Shell, o.HideCursor, o.NoPictures
	if m.begun && o.TerminalBidi != bidi.ByTerminal() {
		mode := ansi.ResetModeBiDirectionalSupport
		if o.TerminalBidi {
			mode = ansi.SetModeBiDirectionalSupport
		}
		m.do(tea.Raw(mode))
	}
	bidi.SetByTerminal(o.TerminalBidi)
}
