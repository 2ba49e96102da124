package ui

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// scan is the work in the background that brings the catalog up to date.
type scan struct {
	news     chan scanned // the latest report; closed after the last
	progress feed.Progress
	running  bool
	stale    bool // the list does not show the latest yet
	showing  bool // the list is being read anew
}

// scanned is one report of the scan.
type scanned struct {
	progress feed.Progress
	done     bool
	err      error
}

func newScan() scan { return scan{news: make(chan scanned, 1), running: true} }

// start returns the command that scans; it ends when the scan does.
func (s *scan) start(e env) tea.Cmd {
	news := s.news
	return func() tea.Msg {
		p, err := e.store.Scan(e.ctx, func(p feed.Progress) { latest(news, scanned{progress: p}) })
		latest(news, scanned{progress: p, done: true, err: err})
		close(news)
		return nil
	}
}

// latest puts n in the place of a report that nobody has taken yet: a reader
// that is slow skips reports and never holds up the scan.
func latest(news chan scanned, n scanned) {
	select {
	case <-news:
	default:
	}
	news <- n
}

// listen returns the command that waits for the next report.
func (s *scan) listen() tea.Cmd {
	news := s.news
	return func() tea.Msg {
		if n, ok := <-news; ok {
			return n
		}
		return nil
	}
}

// scanned takes a report: the list shows what has come, the row under the
// cursor stays where it is, and the links of an open story are looked up anew
// at the end.
func (m *Model) scanned(n scanned) tea.Cmd {
	m.scan.progress, m.scan.running = n.progress, !n.done
	m.list.Empty = m.empty()
	p := n.progress
	if p.Added+p.Changed+p.Removed > 0 || n.done {
		m.scan.stale = true
	}
	cmds := []tea.Cmd{m.catchUp()}
	if n.done {
		m.fail(n.err)
		if id := m.story.ID(); id != "" && p.Added+p.Changed+p.Removed > 0 {
			cmds = append(cmds, refreshStory(m.env, id))
		}
	} else {
		cmds = append(cmds, m.scan.listen())
	}
	return tea.Batch(cmds...)
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
