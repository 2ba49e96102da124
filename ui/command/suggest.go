package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// Suggestion is a search that finds something, in the place of one that found nothing.
type Suggestion struct {
	Result *feed.Result // the one without stories
	Text   string       // "" if there is none
	Err    error
}

// Suggest looks for a search in the place of q, which found nothing.
func Suggest(ctx context.Context, e Env, q Search, res *feed.Result) tea.Cmd {
	return func() tea.Msg {
		text, err := e.Store.Suggest(ctx, feed.Search{Text: q.Text, Now: q.Now})
		return Suggestion{res, text, err}
	}
}
