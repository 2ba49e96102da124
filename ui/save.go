package ui

import (
	"context"
	"errors"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/intent"
)

// saves has the changes that are not written yet. Places and the session are written together
// after each key that changes them; keys that come during a write share the next one.
type saves struct {
	places  map[story.ID]feed.Place
	wanted  bool
	writing bool
	problem string                  // of the last write; "" for none
	left    map[story.ID]feed.Place // all places since the start, written or not
}

// keepPlace records a place in a story, to be written later.
func (m *Model) keepPlace(id story.ID, at feed.Place) {
	if id == "" {
		return
	}
	if m.save.places == nil {
		m.save.places = map[story.ID]feed.Place{}
	}
	if m.save.left == nil {
		m.save.left = map[story.ID]feed.Place{}
	}
	m.save.places[id], m.save.left[id] = at, at
}

// saveSoon has the session and the places written.
func (m *Model) saveSoon() { m.save.wanted = true }

// writeSession writes what has changed, unless a write is running.
func (m *Model) writeSession() {
	s := &m.save
	if !s.wanted || s.writing {
		return
	}
	s.wanted, s.writing = false, true
	places := s.places
	s.places = nil
	m.do(command.Save(m.env, m.Session(), places))
}

// sessionWritten handles the answer to writeSession. A problem that stays is shown once.
func (m *Model) sessionWritten(msg command.SessionWritten) {
	m.save.writing = false
	problem := ""
	if msg.Err != nil {
		problem = msg.Err.Error()
	}
	if problem != m.save.problem {
		m.fail(msg.Err)
	}
	m.save.problem = problem
}

// Session returns the session to save: where the reader is now.
func (m *Model) Session() feed.Session {
	ss := feed.Session{Split: m.layout.ListWidth, Width: m.story.Width(), Query: m.search.shown.finished(), Takes: m.env.Scope == feed.Files}
	if m.width > 0 {
		ss.Width = 0 // it is a setting
	}
	if m.holders[intent.SearchPage].open { // the text being typed is not saved
		ss.Query = m.search.before.finished()
	}
	if row, ok := m.list.At(); ok && m.list.Touched() {
		ss.Row, ss.RowKey = row.ID, row.Key()
	}
	ss.Been = m.trail.Visited()
	ss.Commands, ss.Pipes = m.commands, m.pipes
	if m.inStory() {
		ss.Story, ss.Place = m.story.ID(), m.story.Place()
		for _, s := range m.trail.Path() {
			ss.Trail = append(ss.Trail, s.Story)
		}
	}
	return ss
}

// Save writes what has not been written yet. It is called after the program has
// ended, for whatever reason.
func (m *Model) Save(ctx context.Context) error {
	m.using.Lock()
	defer m.using.Unlock()
	marks := m.env.Last.Write(ctx)
	if !m.list.Loaded() && m.story.ID() == "" {
		return marks // the last session has not been restored yet: keep it
	}
	e := command.Env{Ctx: ctx, Store: m.env.Store}
	return errors.Join(marks, command.WriteSession(e, m.Session(), m.save.places))
}
