package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// marking has the marks that the store has not answered. They are not shown before they are
// on the disk. Until then the marks of their rows are not known.
type marking struct {
	pending map[int]unanswered // by number
	held    bool               // a key waits for the answers
}

// unanswered is a mark that is being written.
type unanswered struct {
	id, group story.ID // group: that of the takes of the story
	read      bool     // whether it is read, not a star
	take      bool     // only the store knows what it changes in the row of all takes
	show      func(n int)
}

// about reports whether u is a mark on a story, or on a take of it.
func (u *unanswered) about(id, group story.ID) bool {
	return u.id == id || group != "" && u.group == group
}

// see marks the story on the screen as seen, unless it and the takes in its row are read.
func (m *Model) see() {
	id, group := m.story.ID(), m.story.Group()
	if m.story.Read() && !m.list.Unread(group) {
		return
	}
	m.mark(unanswered{id, group, true, group != "", func(n int) { m.marks.SetRead(n, id, true) }},
		func(ctx context.Context, s *feed.Store) ([]story.ID, error) { return s.MarkSeen(ctx, id) })
}

// setRead marks a take read or unread, or all takes.
func (m *Model) setRead(in intent.Read) {
	if in.All {
		m.mark(unanswered{in.ID, in.Group, true, false, func(n int) { m.marks.SetStoryRead(n, in.Group, in.Read) }},
			func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
				return nil, s.SetStoryRead(ctx, in.ID, in.Read)
			})
		return
	}
	m.mark(unanswered{in.ID, in.Group, true, in.Group != "", func(n int) { m.marks.SetRead(n, in.ID, in.Read) }},
		func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
			return nil, s.SetRead(ctx, in.ID, in.Read)
		})
}

// setStarred stars or unstars a take, or unstars all takes.
func (m *Model) setStarred(in intent.Star) {
	if in.All {
		m.mark(unanswered{in.ID, in.Group, false, false, func(n int) { m.marks.SetStoryStarred(n, in.ID, in.Group, in.Starred) }},
			func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
				return nil, s.SetStoryStarred(ctx, in.ID, in.Starred)
			})
		return
	}
	m.mark(unanswered{in.ID, in.Group, false, in.Group != "", func(n int) { m.marks.SetStarred(n, in.ID, in.Starred) }},
		func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
			return nil, s.SetStarred(ctx, in.ID, in.Starred)
		})
}

// mark makes a mark, which write writes.
func (m *Model) mark(u unanswered, write command.MarkWriter) {
	n := m.marks.Next()
	if m.marking.pending == nil {
		m.marking.pending = map[int]unanswered{}
	}
	m.marking.pending[n] = u
	m.env.Marks = n
	m.follow.Mark()
	m.do(command.MarkStory(&m.env, u.id, write))
}

// marked handles the answer of the store to a mark, which is on the disk now.
func (m *Model) marked(msg command.Marked) {
	u := m.marking.pending[msg.N]
	delete(m.marking.pending, msg.N)
	m.marking.held = false // the key waits again if it has to
	if m.fail(msg.Err) {
		return
	}
	m.follow.Mark()
	m.list.Mark(func() {
		u.show(msg.N)
		m.marks.Settle(msg.N, &msg.Row, msg.Carried)
	})
}

// holdsMark holds a key that changes a mark of a story, read or the star, if it is not known
// yet what that mark is.
func (m *Model) holdsMark(k tea.KeyPressMsg, id, group story.ID, read, star bool) bool {
	if !read && !star {
		return false
	}
	for _, u := range m.marking.pending {
		if u.about(id, group) && (u.take || u.read == read) {
			m.marking.held = true
			m.keys.Return(k)
			return true
		}
	}
	return false
}
