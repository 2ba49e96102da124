package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// scan is the work in the background that brings the catalog up to date and
// keeps it so.
type scan struct {
	next     func() (feed.Progress, bool)
	before   func(filling bool) // what the first report waits for; nil for nothing
	started  bool
	progress feed.Progress // of the first pass
	running  bool          // the first pass is not done
	filling  bool          // the archive was never read to its end: the list shows rows as they come
	stale    bool          // the list does not show the latest yet
	showing  bool          // the list is being read anew
}

// reported is one report of the scan.
type reported struct{ progress feed.Progress }

// Reports returns what waits for the next report of store.Watch; ok is false
// when that has ended. The first call starts the watch. Whoever takes reports
// slowly skips some, and never holds up the watch.
func Reports(ctx context.Context, store *feed.Store) func() (p feed.Progress, ok bool) {
	news, started := make(chan feed.Progress, 1), false
	return func() (feed.Progress, bool) {
		if !started {
			started = true
			go func() {
				defer close(news)
				pass := 0
				err := store.Watch(ctx, func(p feed.Progress) { pass = p.Pass; latest(news, p) })
				if err != nil && ctx.Err() == nil {
					latest(news, feed.Progress{Pass: pass + 1, Done: true, Err: err})
				}
			}()
		}
		p, ok := <-news
		return p, ok
	}
}

// drawn is how long the first screen has before the archive is touched and the
// story beside the list is opened: a scan takes every core, and the frame that
// waits for one comes late.
const drawn = 30 * time.Millisecond

// whenDrawn returns the command that runs another when the first screen has
// been drawn.
func whenDrawn(ctx context.Context, cmd tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		wait(ctx, drawn)
		return cmd()
	}
}

// wait waits for some time, or for the end of ctx.
func wait(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

// latest puts n in the place of a report that nobody has taken yet.
func latest[T any](news chan T, n T) {
	select {
	case <-news:
	default:
	}
	news <- n
}

// start begins to listen, once: the archive is not touched before the first
// window has come out of the catalog.
func (s *scan) start() tea.Cmd {
	if s.started {
		return nil
	}
	s.started = true
	listen, before, filling := s.listen(), s.before, s.filling
	if before == nil {
		return listen
	}
	return func() tea.Msg {
		before(filling)
		return listen()
	}
}

// listen returns the command that waits for the next report.
func (s *scan) listen() tea.Cmd {
	next := s.next
	return func() tea.Msg {
		if p, ok := next(); ok {
			return reported{p}
		}
		return nil
	}
}

// reported takes a report and looks what it means for what is on the screen.
func (m *Model) reported(r reported) tea.Cmd {
	p := r.progress
	if p.Pass <= 1 {
		m.scan.progress = p
	}
	m.scan.running = p.Pass <= 1 && !p.Done
	m.env.reading = m.scan.running
	m.list.Empty = m.empty()
	m.fail(p.Err)
	m.news.passed = m.news.passed || p.Done
	return tea.Batch(m.scan.listen(), m.look())
}

// empty is what a list without rows says.
func (m *Model) empty() string {
	if m.scan.running {
		return "Reading " + m.env.store.Name() + " …"
	}
	return "There are no stories in " + m.env.store.Name() + "."
}

// catchUp shows in the list what the scan has found, unless a key waits for
// an answer: then when that has come.
func (m *Model) catchUp() tea.Cmd {
	if !m.scan.stale || m.scan.showing || m.waiting > 0 || !m.list.Loaded() {
		return nil
	}
	m.scan.stale, m.scan.showing = false, true
	return loadRows(m.env, m.list.Load(), false)
}
