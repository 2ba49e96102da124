package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/intent"
	"dateline/ui/trail"
)

// saver keeps what changed since it was last written. Places and the session
// are written together a moment after they change, so a burst of keys is one
// write and a kill loses no more than that moment.
type saver struct {
	places    map[story.ID]feed.Place
	scheduled bool
}

// saveNow is the message that a moment has passed.
type saveNow struct{}

const saveAfter = time.Second

func (s *saver) place(id story.ID, at feed.Place) {
	if id == "" {
		return
	}
	if s.places == nil {
		s.places = map[story.ID]feed.Place{}
	}
	s.places[id] = at
}

// later asks for a save in a moment, unless one has been asked for.
func (s *saver) later(after func(time.Duration, tea.Msg) tea.Cmd) tea.Cmd {
	if s.scheduled {
		return nil
	}
	s.scheduled = true
	return after(saveAfter, saveNow{})
}

// save returns the command that writes what changed.
func (s *saver) save(e env, ss feed.Session) tea.Cmd {
	places := s.places
	s.places, s.scheduled = nil, false
	return func() tea.Msg { return kept{write(e, ss, places)} }
}

func write(e env, ss feed.Session, places map[story.ID]feed.Place) error {
	for id, at := range places {
		if err := e.store.SetPlace(e.ctx, id, at); err != nil {
			return err
		}
	}
	return e.store.SaveSession(e.ctx, ss)
}

// Session is where the reader is now.
func (m *Model) Session() feed.Session {
	ss := feed.Session{Split: m.layout.SplitWidth, Width: m.story.Width(), Query: m.search.shown.text}
	if m.line.open { // what is typed is not kept
		ss.Query = m.search.before.text
	}
	if row, ok := m.list.Selected(); ok && m.list.Touched() {
		ss.Row, ss.RowKey = row.ID, row.Key()
	}
	if m.inStory() {
		ss.Story, ss.Place = m.story.ID(), m.story.Place()
		for _, s := range m.trail.Path() {
			ss.Trail = append(ss.Trail, s.Story)
		}
	}
	return ss
}

// Save writes what has not been written yet. It is called when the program
// has ended, however it did.
func (m *Model) Save(ctx context.Context) error {
	marks := m.env.last.finish(ctx)
	if !m.list.Loaded() && m.story.ID() == "" {
		return marks // where the reader stopped last time was not taken up: it stays
	}
	return errors.Join(marks, write(env{ctx: ctx, store: m.env.store}, m.Session(), m.saver.places))
}

// began is where the reader stopped last time.
type began struct {
	session feed.Session
	rows    rowsLoaded // the first of the list, where it shows the archive
	stops   []trail.Stop
	whole   bool // the archive has been read to its end before
	history []string
	err     error
}

// begin reads where the reader stopped, and the rows that stand there. A stop
// of the trail whose story is gone is left out.
func begin(e env) tea.Cmd {
	return func() tea.Msg {
		ss, err := e.store.Session(e.ctx)
		b := began{session: ss}
		if ss.Query == "" {
			b.rows = readRows(e, first(ss.RowKey))
		}
		info, failed := e.store.Info(e.ctx)
		b.whole = !info.Scanned.IsZero()
		history, unknown := e.store.History(e.ctx)
		b.history, b.err = history, errors.Join(err, failed, unknown)
		for _, id := range ss.Trail {
			row, err := e.store.Row(e.ctx, id)
			if err != nil {
				continue
			}
			at, err := e.store.Place(e.ctx, id)
			if err != nil {
				b.err = err
			}
			b.stops = append(b.stops, trail.Stop{
				Story: id, Title: row.Headline.Title, Block: at.Block, Offset: at.Offset,
			})
		}
		return b
	}
}

// first is the window that a list is shown with at first: about the row at key,
// else from the top.
func first(key story.Key) intent.Load {
	if key.IsZero() {
		return intent.Load{Edge: intent.Top, N: firstRows}
	}
	return intent.Load{Edge: intent.Around, Key: key, N: firstRows}
}

// begun takes up the session: the list at its row, and the story if one was
// open.
func (m *Model) begun(b began) tea.Cmd {
	m.fail(b.err)
	m.scan.filling = !b.whole
	ss := b.session
	m.layout.SplitWidth = ss.Split
	if ss.Width > 0 && ss.Width != article.DefaultWidth {
		m.story.SetWidth(ss.Width)
	}
	m.resize()
	m.search.history = b.history
	load := m.resume(b)
	n := len(b.stops)
	if ss.Story == "" || n == 0 || b.stops[n-1].Story != ss.Story {
		return load
	}
	m.trail.Resume(b.stops)
	at := &trail.Stop{Story: ss.Story, Block: ss.Place.Block, Offset: ss.Place.Offset}
	return tea.Batch(load, m.goTo(ss.Story, at))
}

// resume shows the list of the session: what its search finds, for which it
// asks, else the archive's.
func (m *Model) resume(b began) tea.Cmd {
	ss := b.session
	if ss.Query != "" {
		return m.ask(question{text: ss.Query, keep: true, exact: true, resumed: true, at: ss.RowKey})
	}
	in := m.list.Load()
	if !ss.RowKey.IsZero() {
		in = m.list.LoadAt(ss.RowKey)
	}
	b.rows.rows.Gen = in.Gen
	return m.showRows(b.rows)
}
