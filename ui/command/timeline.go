package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
)

// Timeline holds the time line of the story ID. Step is that of the request.
type Timeline struct {
	Gen     int
	ID      story.ID
	Entries []feed.Entry
	Step    int
	Err     error
}

// ReadTimeline reads the time line of a story, to show it, or to make a step in it: 1 later,
// -1 earlier.
func ReadTimeline(e Env, gen int, id story.ID, step int) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		msg := Timeline{Gen: gen, ID: id, Step: step}
		st, err := e.Store.Story(e.Ctx, id)
		if err == nil {
			msg.Entries, err = e.Store.Timeline(e.Ctx, st)
		}
		msg.Err = err
		return msg
	}
}

// SetLine puts each of two stories into the time line of the other, or cuts it from there.
func SetLine(e *Env, a, b story.ID, joined bool) tea.Cmd {
	store := e.Store
	return WriteMark(e, func(ctx context.Context) error { return store.SetLine(ctx, a, b, joined) })
}

// Map holds the stories that cite a story, and those that it leads to.
type Map struct {
	Gen   int
	Graph feed.Graph
	Err   error
}

// ReadMap reads the stories that cite the story id, and those that it leads to.
func ReadMap(e Env, gen int, id story.ID) tea.Cmd {
	return func() tea.Msg {
		msg := Map{Gen: gen}
		st, err := e.Store.Story(e.Ctx, id)
		if err == nil {
			msg.Graph, err = e.Store.Neighbourhood(e.Ctx, st, 1)
		}
		msg.Err = err
		return msg
	}
}
