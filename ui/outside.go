package ui

import (
	"dateline/feed/locale"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/outside"
)

// openOutside asks whether another program is to open the address of a link, or a story.
func (m *Model) openOutside(in intent.OpenOutside) {
	if in.Address == "" {
		m.await(command.FindOutside(m.env, in.ID))
		return
	}
	m.askOutside(outside.Web(in.Address))
}

// showOutside handles the answer to openOutside for a story.
func (m *Model) showOutside(msg command.Outside) {
	if msg.Story != nil && m.withholds(msg.Story) {
		return
	}
	m.askOutside(msg.Target, msg.Err)
}

// askOutside asks with the whole target: the text of a link may hide where it leads.
func (m *Model) askOutside(t outside.Target, err error) {
	if m.fail(err) {
		return
	}
	m.outside = t
	m.show(intent.QuestionPage, newWholeQuestion(locale.F("Open %s ?", t.String()), intent.Outside{}))
}

// startOutside starts the program after the answer yes.
func (m *Model) startOutside() {
	m.hide(&m.holders[intent.QuestionPage])
	m.say(locale.F("Opening %s", m.outside.String()))
	m.do(command.OpenOutside(m.env.Ctx, m.outside))
}
