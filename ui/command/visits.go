package command

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
)

// Visits is the rows of the stories visited.
type Visits struct {
	Rows []story.Row
	Err  error
}

// ReadVisits reads the rows of stories. It leaves out those that are no longer in the
// archive.
func ReadVisits(e Env, ids []story.ID) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		var msg Visits
		for _, id := range ids {
			row, err := e.Store.Row(e.Ctx, id)
			switch {
			case errors.Is(err, feed.ErrNotFound):
			case err != nil:
				return Visits{Err: err}
			default:
				msg.Rows = append(msg.Rows, row)
			}
		}
		return msg
	}
}
