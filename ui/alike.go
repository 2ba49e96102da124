package ui

import (
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/around"
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/pending"
)

// alike is the request of the stories like the one that the page around it shows. It is
// made only for a page on the screen, because most stories are passed by.
type alike struct {
	pending.Latest
	of *story.Story // that they were requested for
}

// nearby returns the stories around a story in the form of the page around it.
func nearby(a article.Around) around.Stories {
	return around.Stories{Links: a.Links, Cited: a.Cited, Takes: a.Takes, Notices: a.Notices}
}

// lookAlike looks for stories like the one that the page around it shows, once the
// cursor rests.
func (m *Model) lookAlike() {
	st := m.around.Story()
	if st == m.alike.of || m.screen.Around.Empty() && !m.holders[intent.AroundPage].open || m.waits() || m.story.Pending() {
		return
	}
	m.alike.of = st
	m.alike.Renew(m.env.Ctx)
	if st == nil {
		return
	}
	e, after := m.env, m.opening.rest
	e.Ctx = m.alike.Ctx()
	if m.holders[intent.AroundPage].open {
		after = 0
	}
	m.do(command.LookAlike(e, m.alike.Gen(), st, after))
}

// showAlike adds the stories like the one that the page around it shows.
func (m *Model) showAlike(msg command.Alike) {
	if m.alike.Current(msg.Gen) && m.around.ID() == msg.ID && !command.Cancelled(msg.Err) && !m.fail(msg.Err) {
		m.around.AddAlike(msg.List)
		m.resize()
	}
}

// showCitation says how a story cites the one on the screen.
func (m *Model) showCitation(msg command.Citation) {
	switch {
	case m.fail(msg.Err):
	case msg.Headline == "":
		m.say(locale.T("It cites this story no longer."))
	default:
		m.say(locale.F("cites this story as %s", msg.Headline))
	}
}
