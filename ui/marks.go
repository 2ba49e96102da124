package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
)

func (m *Model) setRead(id story.ID, read bool) tea.Cmd {
	old, listed := m.list.Row(id)
	m.marks.SetRead(id, read)
	if listed {
		m.list.Marked(old)
	}
	return m.writeMark(func(ctx context.Context) error { return m.env.store.SetRead(ctx, id, read) })
}

func (m *Model) setStarred(id story.ID, starred bool) tea.Cmd {
	old, listed := m.list.Row(id)
	m.marks.SetStarred(id, starred)
	if listed {
		m.list.Marked(old)
	}
	return m.writeMark(func(ctx context.Context) error { return m.env.store.SetStarred(ctx, id, starred) })
}

// writeMark has a mark written. A refresh of the list that is on its way may
// not count it: another one follows.
func (m *Model) writeMark(write func(context.Context) error) tea.Cmd {
	m.scan.stale = m.scan.stale || m.scan.showing
	w, ctx := &writing{prev: m.env.last, do: write}, m.env.ctx
	m.env.last, m.env.marks = w, m.marks.N()
	return func() tea.Msg { return kept{w.finish(ctx)} }
}
