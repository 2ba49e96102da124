package ui

import (
	"context"
	"slices"

	"dateline/feed"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// takeStep makes a step of the reader, undoes or redoes one: write writes what msg describes.
// Later keys wait until it is on the screen.
func (m *Model) takeStep(msg command.Stepped, write func(context.Context, *feed.Store) (feed.Step, error)) {
	shown := m.story.ID()
	if m.screen.Story.Empty() {
		shown = ""
	}
	m.env.Marks = m.marks.Next() // rows that are read now have all marks made before
	m.await(command.Take(&m.env, msg, shown, write))
}

// undo undoes the last step, or forgets a join that has begun.
func (m *Model) undo() {
	if m.bonding.first != "" {
		m.bonding.first = ""
		m.say(joinForgotten)
		return
	}
	m.takeStep(command.Stepped{Did: command.Undid}, func(ctx context.Context, s *feed.Store) (feed.Step, error) { return s.Undo(ctx) })
}

// redo redoes the step that was undone last.
func (m *Model) redo() {
	m.takeStep(command.Stepped{Did: command.Redid}, func(ctx context.Context, s *feed.Store) (feed.Step, error) { return s.Redo(ctx) })
}

// showStep handles the answer to takeStep: it says what has changed and shows it everywhere.
func (m *Model) showStep(msg command.Stepped) {
	if m.fail(msg.Err) {
		return
	}
	m.say(stepped(&msg))
	if msg.Step.Num == 0 {
		return
	}
	m.follow.Mark()
	if v := msg.Version; v != nil && v.ID == m.story.ID() && !v.Removed {
		m.version = nil
		m.renew(v)
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
