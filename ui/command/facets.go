package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// Facets is the facet counts so far.
type Facets struct {
	Gen    int
	Counts feed.Facets
	Done   bool
	Err    error
	next   chan Facets
}

// CountFacets returns a command that counts the facets of the list, and one
// that waits for the first counts.
func CountFacets(ctx context.Context, e Env, gen int) (count, first tea.Cmd) {
	ch := make(chan Facets, 1)
	e.Ctx = ctx
	count = func() tea.Msg {
		defer close(ch)
		msg := Facets{Gen: gen, Done: true}
		if e.Result == nil {
			msg.Counts, msg.Err = e.Store.Facets(e.Ctx, e.Scope)
		} else {
			msg.Counts, msg.Err = e.Result.Facets(e.Ctx, func(c feed.Facets) { replace(ch, Facets{Gen: gen, Counts: c}) })
		}
		replace(ch, msg)
		return nil
	}
	return count, nextFacets(ch)
}

// Next waits for the counts after f; it is nil if f is the last.
func (f Facets) Next() tea.Cmd {
	if f.Done {
		return nil
	}
	return nextFacets(f.next)
}

func nextFacets(ch chan Facets) tea.Cmd {
	return func() tea.Msg {
		f, ok := <-ch
		if !ok {
			return nil
		}
		f.next = ch
		return f
	}
}
