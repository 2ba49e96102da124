package ui

import (
	"context"
	"errors"
	"io/fs"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/intent"
)

// news is what has changed since what is on the screen was read. Nothing
// moves on the screen for it: the reader takes it in with a key.
type news struct {
	there   feed.Changes // of the archive, as far as is known
	checked feed.Changes // what the rows and the story were last held against
	looking bool         // an answer to look is on its way
	again   bool         // and then another is wanted
	passed  bool         // a pass was done since the rows and the story were checked
	story   *refreshed   // of the story on the screen: what the reader has not taken in; nil: nothing
}

// looked is what there is now.
type looked struct {
	there feed.Changes
	err   error
}

// look asks what there is now. One question is asked at a time.
func (m *Model) look() tea.Cmd {
	if m.news.looking {
		m.news.again = true
		return nil
	}
	m.news.looking = true
	e := m.env
	return func() tea.Msg {
		there, err := e.store.Changes(e.ctx)
		return looked{there, err}
	}
}

// looked takes the answer to look: a list that fills is read anew, any other
// is only held against what there is.
func (m *Model) looked(a looked) tea.Cmd {
	n := &m.news
	again := n.again
	n.looking, n.again = false, false
	if !m.fail(a.err) {
		n.there = a.there
	}
	_, some := m.list.Selected()
	var cmds []tea.Cmd
	switch {
	case n.there == m.list.Shown():
	case !some && m.env.found != nil:
		if !m.line.open && m.search.busy == nil {
			cmds = append(cmds, m.again()) // there may be something to find now
		}
	case m.scan.filling, !some:
		m.scan.stale = true
	}
	cmds = append(cmds, m.catchUp())
	switch {
	case again:
		cmds = append(cmds, m.look())
	case n.passed:
		n.passed = false
		cmds = append(cmds, m.check())
		m.scan.filling = m.scan.filling && m.scan.running
	}
	return tea.Batch(cmds...)
}

// check holds the rows in the list and the story against what there is.
func (m *Model) check() tea.Cmd {
	n := &m.news
	d, ok := n.there.Since(n.checked)
	n.checked = n.there
	var cmds []tea.Cmd
	if rows := m.list.Rows(); len(rows) > 0 && (!ok || d.Changed+d.Removed > 0) {
		cmds = append(cmds, checkRows(m.env, rows))
	}
	if id := m.story.ID(); id != "" && (d != feed.Changes{} || m.story.Reading()) {
		cmds = append(cmds, refreshStory(m.env, id))
	}
	return tea.Batch(cmds...)
}

// rowsChecked is what became of rows in the list.
type rowsChecked struct {
	now  map[story.ID]story.Row
	gone map[story.ID]bool
	err  error
}

// checkRows looks the rows up again, most of them with one question.
func checkRows(e env, rows []story.Row) tea.Cmd {
	return func() tea.Msg {
		a := rowsChecked{now: map[story.ID]story.Row{}, gone: map[story.ID]bool{}}
		var there []story.Row
		there, a.err = e.list.Rows(e.ctx, rows[0].Key(), 2*len(rows))
		for i := range there {
			a.now[there[i].ID] = there[i]
		}
		for i := 0; i < len(rows) && a.err == nil; i++ {
			if _, ok := a.now[rows[i].ID]; ok {
				continue
			}
			row, err := e.store.Row(e.ctx, rows[i].ID)
			switch {
			case err == nil:
				a.now[row.ID] = row
			case errors.Is(err, feed.ErrNotFound):
				a.gone[rows[i].ID] = true
			default:
				a.err = err
			}
		}
		return a
	}
}

// refreshed is a story that is on the screen as it is now.
type refreshed struct {
	marks  int // that the row has
	row    story.Row
	story  *story.Story
	around article.Around
	id     story.ID
	gone   bool
}

func refreshStory(e env, id story.ID) tea.Cmd {
	return func() tea.Msg {
		e.settled()
		a := &refreshed{marks: e.marks, id: id}
		row, err := e.store.Row(e.ctx, id)
		if err == nil {
			a.row = row
			a.story, err = e.store.Story(e.ctx, id)
		}
		switch {
		case errors.Is(err, feed.ErrNotFound), errors.Is(err, fs.ErrNotExist):
			a.gone = true
		case err != nil:
			return nil // what is shown stays
		default:
			a.around = around(e, a.story)
		}
		return a
	}
}

// refresh takes the answer to refreshStory. What moves no line on the screen is
// shown at once.
func (m *Model) refresh(a *refreshed) {
	if a.id != m.story.ID() {
		return
	}
	m.news.story = nil
	m.marks.Apply(&a.row, a.marks)
	switch {
	case a.gone && m.story.Problem():
	case !a.gone && m.screen.Story.Empty(): // not on the screen
		m.story.Renew(a.row, a.story, a.around)
	case a.gone, !reflect.DeepEqual(a.story, m.story.Story()), !m.story.Refresh(a.around):
		m.news.story = a
	}
}

// what is what the story's news is called.
func (a *refreshed) what(shown *story.Story) string {
	switch {
	case a.gone:
		return "no longer in the archive"
	case reflect.DeepEqual(a.story, shown):
		return "new links"
	}
	return "newer version"
}

// takeIn shows what is new: in the story, and in the list, where the row
// under the cursor stays where it stands.
func (m *Model) takeIn() tea.Cmd {
	a := m.news.story
	if a != nil && !a.gone {
		m.news.story = nil
		m.marks.Apply(&a.row, a.marks)
		m.story.Renew(a.row, a.story, a.around)
		if m.inStory() {
			m.trail.Name(m.story.Title())
		}
	}
	if m.news.there != m.list.Shown() {
		d, _ := m.news.there.Since(m.list.Shown())
		if m.env.found != nil {
			m.say(inArchive(d))
			return m.again()
		}
		load := m.list.News()
		switch {
		case d.Added == 0 || load.Edge == intent.Top:
		case m.inStory():
			m.say(thousands(d.Added) + " new in the list.")
		default:
			m.say(thousands(d.Added) + " new in the list; g goes to the newest.")
		}
		return m.act(load)
	}
	switch {
	case a != nil && a.gone && !m.screen.Story.Empty():
		m.say("This story is no longer in the archive; what was read of it stays here until you leave it.")
	case a == nil, a.gone:
		m.say("Nothing is new.")
	}
	return nil
}

// inArchive says what has come, changed or gone.
func inArchive(d feed.Changes) string {
	switch {
	case d.Added > 0:
		return thousands(d.Added) + " new in the archive."
	case d.Changed > 0:
		return thousands(d.Changed) + " changed in the archive."
	}
	return thousands(d.Removed) + " gone from the archive."
}

// pill is what is new to the list; empty when nothing is.
func (m *Model) pill() string {
	d, ok := m.news.there.Since(m.list.Shown())
	switch {
	case !ok || m.scan.filling || m.scan.stale || m.scan.showing:
		return ""
	case d.Added > 0:
		return ". " + thousands(d.Added) + " new"
	case d.Changed > 0:
		return ". " + thousands(d.Changed) + " changed"
	case d.Removed > 0:
		return ". " + thousands(d.Removed) + " gone"
	}
	return ""
}

// changes is what the rows that are read next show at least.
func changes(ctx context.Context, store *feed.Store) feed.Changes {
	c, err := store.Changes(ctx)
	if err != nil {
		return feed.Changes{} // the rows will tell of it
	}
	return c
}
