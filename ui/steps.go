package ui

import (
	"context"

	"dateline/feed"
	"dateline/ui/command"
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
		m.say(joinForgotten())
		return
	}
	m.takeStep(command.Stepped{Did: command.Undid}, func(ctx context.Context, s *feed.Store) (feed.Step, error) { return s.Undo(ctx) })
}

// redo redoes the step that was undone last.
func (m *Model) redo() {
	m.takeStep(command.Stepped{Did: command.Redid}, func(ctx context.Context, s *feed.Store) (feed.Step, error) { return s.Redo(ctx) })
}
