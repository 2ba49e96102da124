package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/layout"
	"dateline/ui/trail"
)

// openAround opens the stories around the story on the screen, or around the
// selected row if no story is on it.
func (m *Model) openAround() {
	if !m.screen.Story.Empty() && m.story.ID() != "" {
		m.show(intent.AroundPage, m.around)
		return
	}
	if row, ok := m.list.Selected(); ok {
		m.opening.Renew(m.env.Ctx)
		m.opening.previewing = false
		m.await(command.OpenAround(m.env, m.opening.Gen(), row.ID))
	}
}

// showAround handles the answer to openAround.
func (m *Model) showAround(msg command.Surroundings) {
	if !m.opening.Current(msg.Gen) || m.fail(msg.Err) {
		return
	}
	m.around.Pending = false
	m.around.Show(msg.Story, nearby(msg.Around))
	m.aroundTitle = msg.Story.Headline.Title
	m.show(intent.AroundPage, m.around)
}

// refreshAround shows the stories around the story on the screen after they have
// changed.
func (m *Model) refreshAround() {
	if m.screen.Story.Empty() || m.story.Version() == m.aroundOf {
		return
	}
	m.aroundOf, m.aroundTitle = m.story.Version(), m.story.Title()
	a := m.story.Around()
	m.around.Pending = a.Pending
	m.around.Show(m.story.Story(), nearby(a))
}

// followLink opens the story that a link leads to. The trail goes on from the story
// that has the link.
func (m *Model) followLink(in intent.Follow) {
	if m.inStory() {
		m.leaveStop()
	} else {
		m.trail.Start(trail.Stop{Story: m.around.ID()})
		m.trail.Name(m.aroundTitle)
	}
	m.holders[intent.AroundPage].open = false
	m.trail.Follow(trail.Stop{Story: in.ID})
	m.goTo(in.ID, nil)
}

// nextPane gives the keys to the pane after the one that has them, or before it.
func (m *Model) nextPane(step int) {
	if !m.screen.Split {
		return
	}
	a := &m.holders[intent.AroundPage]
	shown := !m.screen.Around.Empty()
	switch {
	case a.open && step < 0 && m.story.ID() != "":
		a.open = false
		m.enterStory()
	case a.open:
		a.open = false
		m.leaveStory()
	case step > 0 && shown:
		m.show(intent.AroundPage, m.around)
	default:
		m.leaveStory()
	}
}

// enterStory gives the keys to the story beside the list.
func (m *Model) enterStory() {
	if !m.inStory() {
		m.want(intent.Open{ID: m.story.ID()})
		return
	}
	m.resize()
}

// aroundFoot returns the foot line of the stories around a story in w cells.
func (m *Model) aroundFoot(w int) string {
	return foot.Line{Hints: m.around.Hints(), News: m.news()}.Draw(m.theme, w)
}

// bottom returns the box of the sheet with the stories around a story: as many lines
// as it needs, but the story keeps a third of the screen.
func (m *Model) bottom(w, h int) layout.Box { return bottom(w, h, m.around.SheetLines()) }

// digitTime is the time in which a second digit may follow the first.
const digitTime = 400 * time.Millisecond

// digitsOver is the message that digitTime is over. Its value is the number of the
// digit.
type digitsOver int

// typedNumber is a number of which one digit has been typed.
type typedNumber struct {
	first int // 0 for none
	n     digitsOver
}

// number opens the related headline with the number typed. If the first digit may
// begin a longer number, it waits for the second.
func (m *Model) number(d int) {
	t := &m.typed
	n := d
	switch {
	case t.first > 0:
		n = t.first*10 + d
	case d == 0:
		n = 10
	case m.story.RelatedCount() >= 10*d && m.story.RelatedCount() > 10:
		t.first = d
		t.n++
		m.do(m.after(digitTime, t.n))
		return
	}
	t.first = 0
	m.want(m.story.OpenRelated(n))
}

// endNumber opens the related headline whose number is the one digit typed.
func (m *Model) endNumber() {
	if n := m.typed.first; n > 0 {
		m.typed.first = 0
		m.want(m.story.OpenRelated(n))
	}
}

// endsNumber reports whether k ends a number that has been typed, so that it has to
// wait for the story that the number opens.
func (m *Model) endsNumber(k tea.KeyPressMsg) bool {
	if _, ok := keys.Number(keys.Normal(k)).(intent.Number); ok {
		return false
	}
	m.endNumber()
	m.actOnAll()
	return m.waits()
}
