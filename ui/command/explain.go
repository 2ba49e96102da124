package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// Explained is the explanation of a search.
type Explained struct {
	Text string
	feed.Explanation
	Err error
}

// Explain explains a search that is being typed.
func Explain(ctx context.Context, e Env, q Search) tea.Cmd {
	return func() tea.Msg {
		x, err := e.Store.Explain(ctx, feed.Search{Text: q.Text, Typing: true, Scope: e.Scope, Now: q.Now})
		return Explained{q.Text, x, err}
	}
}
