package ui

import (
	"context"

	"dateline/feed/story"
	"dateline/ui/command"
)

// setRead marks a story read or unread.
func (m *Model) setRead(id story.ID, read bool) {
	old, listed := m.list.Row(id)
	m.marks.SetRead(id, read)
	if listed {
		m.list.Marked(old)
	}
	store := m.env.Store
	m.writeMark(func(ctx context.Context) error { return store.SetRead(ctx, id, read) })
}

// setStarred stars or unstars a story.
func (m *Model) setStarred(id story.ID, starred bool) {
	old, listed := m.list.Row(id)
	m.marks.SetStarred(id, starred)
	if listed {
		m.list.Marked(old)
	}
	store := m.env.Store
	m.writeMark(func(ctx context.Context) error { return store.SetStarred(ctx, id, starred) })
}

func (m *Model) writeMark(write func(context.Context) error) {
	m.follow.Mark()
	m.env.Marks = m.marks.N()
	m.do(command.WriteMark(&m.env, write))
}
