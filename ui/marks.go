package ui

import (
	"context"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/command"
)

// setRead marks a story read or unread.
func (m *Model) setRead(id story.ID, read bool) {
	m.mark(id, func() { m.marks.SetRead(id, read) },
		func(ctx context.Context, s *feed.Store) error { return s.SetRead(ctx, id, read) })
}

// setStarred stars or unstars a story.
func (m *Model) setStarred(id story.ID, starred bool) {
	m.mark(id, func() { m.marks.SetStarred(id, starred) },
		func(ctx context.Context, s *feed.Store) error { return s.SetStarred(ctx, id, starred) })
}

// mark marks a story: show changes the screen, write changes the store.
func (m *Model) mark(id story.ID, show func(), write func(context.Context, *feed.Store) error) {
	old, listed := m.list.Row(id)
	show()
	if listed {
		m.list.Marked(old)
	}
	m.follow.Mark()
	m.env.Marks = m.marks.N()
	store := m.env.Store
	m.do(command.WriteMark(&m.env, func(ctx context.Context) error { return write(ctx, store) }))
}
