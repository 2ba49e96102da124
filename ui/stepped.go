package ui

import (
	"slices"

	"dateline/feed"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// showStep handles the answer to takeStep: it says what has changed and shows it everywhere.
func (m *Model) showStep(msg command.Stepped) {
	if m.fail(msg.Err) {
		return
	}
	m.say(stepped(&msg, m.program.KeyOf(keys.Undo)))
	if msg.Step.Num == 0 {
		return
	}
	m.follow.Mark()
	switch v := msg.Version; {
	case v == nil || v.ID != m.story.ID() || v.Removed:
	case v.Differs(m.story.Story()):
		m.version = nil
		m.renew(v)
	default:
		m.version = nil
		m.marks.Apply(&v.Row, v.Marks)
		m.story.Remark(v.Row, v.Around)
	}
	changed := func(f feed.Field) bool {
		return slices.ContainsFunc(msg.Step.Values, func(v feed.StepValue) bool { return v.Field == f })
	}
	if changed(feed.TakesField) {
		m.showBonds(msg)
	} else {
		m.checkRows()
	}
	if m.holders[intent.TimelinePage].open {
		m.readTimeline(m.lining.shown.ID, 0)
	}
	if m.holders[intent.FacetsPage].open {
		m.countFacets()
		m.await(command.ReadSaved(m.env))
	}
}

// showBonds shows the takes of stories as they are grouped now.
func (m *Model) showBonds(msg command.Stepped) {
	m.follow.Changed()
	if m.env.Result != nil {
		m.searchAgain()
	}
	if !m.holders[intent.TakesPage].open {
		return
	}
	cut := msg.ID
	if msg.Did != command.Cut {
		cut = ""
	}
	m.readTakes(m.takes.Keep(cut))
}
