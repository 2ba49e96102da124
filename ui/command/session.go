package command

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/trail"
)

// Session is where the reader stopped last time.
type Session struct {
	Session feed.Session
	Rows    Rows // the first rows of the list, if it shows the archive
	Stops   []trail.Stop
	Whole   bool // an earlier pass has read the whole archive
	History []string
	Err     error
}

// Resume reads the last session and the rows that it showed. It leaves out
// stops of the trail whose story is no longer in the archive.
func Resume(e Env) tea.Cmd {
	return func() tea.Msg {
		ss, err := e.Store.Session(e.Ctx)
		msg := Session{Session: ss}
		if ss.Takes {
			e.Show(nil, feed.Files)
		}
		if ss.Query == "" {
			msg.Rows = readRows(e, First(ss.Row, ss.RowKey))
		}
		info, infoErr := e.Store.Info(e.Ctx)
		msg.Whole = !info.Scanned.IsZero()
		history, historyErr := e.Store.History(e.Ctx)
		msg.History, msg.Err = history, errors.Join(err, infoErr, historyErr)
		for _, id := range ss.Trail {
			row, err := e.Store.Row(e.Ctx, id)
			if err != nil {
				continue
			}
			at, err := e.Store.Place(e.Ctx, id)
			if err != nil {
				msg.Err = err
			}
			msg.Stops = append(msg.Stops, trail.Stop{
				Story: id, Title: row.Headline.Title, Block: at.Block, Offset: at.Offset,
			})
		}
		return msg
	}
}

// SessionWritten is the answer of Save.
type SessionWritten struct{ Err error }

// Save writes the session and the places in stories, also while the program is being
// stopped.
func Save(e Env, ss feed.Session, places map[story.ID]feed.Place) tea.Cmd {
	e.Ctx = context.WithoutCancel(e.Ctx)
	return func() tea.Msg { return SessionWritten{WriteSession(e, ss, places)} }
}

// WriteSession writes what Save does, and returns when it is written.
func WriteSession(e Env, ss feed.Session, places map[story.ID]feed.Place) error {
	for id, at := range places {
		if err := e.Store.SetPlace(e.Ctx, id, at); err != nil {
			return err
		}
	}
	return e.Store.SaveSession(e.Ctx, ss)
}

// Remember adds a search to the history.
func Remember(e Env, text string) tea.Cmd {
	return func() tea.Msg { return Written{e.Store.Remember(e.Ctx, text)} }
}
