package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/cell"
)

// exported is the answer of a command that wrote an export.
type exported struct {
	path, remark string
	err          error
}

// export writes the story that has the keys to a file, which must not be there.
func (m *Model) export(path string) {
	id, write, ctx, store := m.subject(), m.options.Export, m.env.Ctx, m.env.Store
	if id == "" || write == nil {
		return
	}
	m.do(func() tea.Msg {
		remark, err := write(ctx, store, id, path)
		return exported{path, remark, err}
	})
}

// showExported says what an export has written.
func (m *Model) showExported(msg exported) {
	switch {
	case m.fail(msg.err):
	case msg.remark != "":
		m.say(clean.Line(msg.remark))
	default:
		m.say(locale.F("Written: %s", cell.CutStart(clean.Line(msg.path), maxNote-cell.Width(locale.F("Written: %s", "")))))
	}
}

// archiveFound is the answer to openArchive.
type archiveFound struct{ err error }

// openArchive ends the reader for another one with another archive.
func (m *Model) openArchive(path string) {
	open, ctx := m.options.OpenNext, m.env.Ctx
	if open == nil {
		m.say(locale.T("Another archive cannot be opened here."))
		return
	}
	m.await(func() tea.Msg { return archiveFound{open(ctx, path)} })
}

// leaveFor ends the reader if the other archive is there.
func (m *Model) leaveFor(msg archiveFound) {
	if !m.fail(msg.err) {
		m.do(tea.Quit)
	}
}
