package command

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/headlines"
)

// Report is a report of the watch over the archive.
type Report struct{ Progress feed.Progress }

// Reports returns a function that waits for the next report of store.Watch; ok
// is false when the watch has ended. The first call starts the watch. A slow
// caller misses reports but never delays the watch.
func Reports(ctx context.Context, store *feed.Store) func() (p feed.Progress, ok bool) {
	reports, started := make(chan feed.Progress, 1), false
	return func() (feed.Progress, bool) {
		if !started {
			started = true
			go func() {
				defer close(reports)
				pass := 0
				err := store.Watch(ctx, func(p feed.Progress) { pass = p.Pass; replace(reports, p) })
				if err != nil && ctx.Err() == nil {
					replace(reports, feed.Progress{Pass: pass + 1, Done: true, Err: err})
				}
			}()
		}
		p, ok := <-reports
		return p, ok
	}
}

// replace sends v and discards a value that has not been received. Only one
// goroutine may send on ch.
func replace[T any](ch chan T, v T) {
	select {
	case <-ch:
	default:
	}
	ch <- v
}

// Listen waits for the next report.
func Listen(next func() (feed.Progress, bool)) tea.Cmd {
	return func() tea.Msg {
		if p, ok := next(); ok {
			return Report{p}
		}
		return nil
	}
}

// Changes is the answer to ReadChanges.
type Changes struct {
	Known feed.Changes
	Err   error
}

// ReadChanges reads the numbers of changes in the catalog so far.
func ReadChanges(e Env) tea.Cmd {
	return func() tea.Msg {
		known, err := e.Store.Changes(e.Ctx)
		return Changes{known, err}
	}
}

// Checked is the current state of rows in the list.
type Checked struct {
	headlines.Check

	Err error
}

// Check reads rows again, most of them in one call, and the takes below them.
func Check(e Env, rows []story.Row, takes []story.ID) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		msg := Checked{Check: headlines.Check{Rows: map[story.ID]story.Row{}, Removed: map[story.ID]bool{}, Marks: e.Marks}}
		var cur []story.Row
		cur, msg.Err = e.List.Rows(e.Ctx, rows[0].Key(), 2*len(rows))
		for i := range cur {
			msg.Rows[cur[i].ID] = cur[i]
		}
		for i := range rows {
			msg.checkRow(e, rows[i].ID, e.Scope == feed.Stories)
		}
		for _, id := range takes {
			msg.checkRow(e, id, false)
		}
		if msg.Err == nil {
			msg.Counts, msg.Err = e.Store.Counts(e.Ctx, e.Scope)
		}
		return msg
	}
}

// checkRow reads a row that has not been read. If it stands for all takes of its story, it
// has their marks.
func (c *Checked) checkRow(e Env, id story.ID, all bool) {
	if _, ok := c.Rows[id]; ok || c.Err != nil {
		return
	}
	row, err := e.Store.Row(e.Ctx, id)
	if err == nil && all && row.Takes > 1 {
		var whole story.Row
		whole, _, err = e.Store.List(feed.Stories).RowFor(e.Ctx, id)
		row = row.WithMarks(&whole)
	}
	switch {
	case err == nil:
		c.Rows[row.ID] = row
	case errors.Is(err, feed.ErrNotFound):
		c.Removed[id] = true
	default:
		c.Err = err
	}
}
