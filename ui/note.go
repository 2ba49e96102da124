package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/outside"
)

// edited is the message that the editor has ended.
type edited struct {
	draft command.Draft
	err   error
}

// askNote opens the editor with the note on a story; without an ID, of that which has the
// keys.
func (m *Model) askNote(in intent.AskNote) {
	if in.ID == "" {
		in = intent.AskNote{ID: m.subject(), Headline: m.subjectHeadline()}
	}
	switch {
	case in.ID == "":
	case outside.Editor() == nil:
		m.say(noEditor())
	default:
		m.await(command.WriteDraft(m.env, in))
	}
}

// edit handles the answer to askNote.
func (m *Model) edit(d command.Draft) {
	if m.fail(d.Err) {
		return
	}
	m.runEditor(outside.At(outside.Editor(), d.Path, 0), func(err error) tea.Msg { return edited{d, err} })
}

// saveNote saves the note when the editor has ended.
func (m *Model) saveNote(msg edited) {
	m.resumed()
	d := msg.draft
	if msg.err != nil {
		m.do(command.DropDraft(d))
		m.fail(locale.Errorf("the note stays as it was: %s", d.Why(msg.err)))
		return
	}
	m.takeStep(command.Stepped{Did: command.Noted, Headline: d.Headline}, d.Save)
}
