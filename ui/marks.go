package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// marking has the marks on single takes that the store has not answered: until then it is
// not known whether the row for all takes is read or starred.
type marking struct {
	pending map[story.ID]int // by group
	held    bool             // a key waits for the answers
}

// see marks the story on the screen as seen, unless it and the takes in its row are read.
func (m *Model) see() {
	id, group := m.story.ID(), m.story.Group()
	if m.story.Read() && !m.list.Unread(group) {
		return
	}
	m.mark(func() { m.marks.SetRead(id, true) }, command.StoryMark{
		ID: id, Group: group,
		Write: func(ctx context.Context, s *feed.Store) ([]story.ID, error) { return s.MarkSeen(ctx, id) },
	})
}

// setRead marks a take read or unread, or all takes.
func (m *Model) setRead(in intent.Read) {
	if in.All {
		m.mark(func() { m.marks.SetStoryRead(in.Group, in.Read) }, command.StoryMark{
			ID: in.ID,
			Write: func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
				return nil, s.SetStoryRead(ctx, in.ID, in.Read)
			},
		})
		return
	}
	m.mark(func() { m.marks.SetRead(in.ID, in.Read) }, command.StoryMark{
		ID: in.ID, Group: in.Group,
		Write: func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
			return nil, s.SetRead(ctx, in.ID, in.Read)
		},
	})
}

// setStarred stars or unstars a take, or unstars all takes.
func (m *Model) setStarred(in intent.Star) {
	if in.All {
		m.mark(func() { m.marks.SetStoryStarred(in.ID, in.Group, in.Starred) }, command.StoryMark{
			ID: in.ID,
			Write: func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
				return nil, s.SetStoryStarred(ctx, in.ID, in.Starred)
			},
		})
		return
	}
	m.mark(func() { m.marks.SetStarred(in.ID, in.Starred) }, command.StoryMark{
		ID: in.ID, Group: in.Group,
		Write: func(ctx context.Context, s *feed.Store) ([]story.ID, error) {
			return nil, s.SetStarred(ctx, in.ID, in.Starred)
		},
	})
}

// mark makes a mark: show changes the screen.
func (m *Model) mark(show func(), k command.StoryMark) {
	m.list.Mark(show)
	m.follow.Mark()
	m.env.Marks = m.marks.N()
	if k.Group != "" {
		if m.marking.pending == nil {
			m.marking.pending = map[story.ID]int{}
		}
		m.marking.pending[k.Group]++
	}
	m.do(command.MarkStory(&m.env, k))
}

// marked handles the answer of the store to a mark.
func (m *Model) marked(msg command.Marked) {
	if msg.Group != "" {
		m.marking.pending[msg.Group]--
		m.marking.held = false // the key waits again if it has to
	}
	if !m.fail(msg.Err) {
		m.list.Mark(func() { m.marks.Settle(msg.N, &msg.Row, msg.Carried) })
	}
}

// holdsMark holds a key that changes a mark of the selected row if it is not known yet
// what that mark is.
func (m *Model) holdsMark(k tea.KeyPressMsg) bool {
	row, _ := m.list.Selected()
	if m.marking.pending[row.Group] == 0 || !m.list.Marks(k) {
		return false
	}
	m.marking.held = true
	m.keys.Return(k)
	return true
}
