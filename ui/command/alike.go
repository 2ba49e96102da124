package command

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// Alike is the stories like one.
type Alike struct {
	Gen  int
	ID   story.ID
	List []feed.Alike
	Err  error
}

// LookAlike looks for stories like st, after a time. If e.Ctx ends before that, it looks
// for nothing and returns no message.
func LookAlike(e Env, gen int, st *story.Story, after time.Duration) tea.Cmd {
	return func() tea.Msg {
		if !rest(e.Ctx, after) {
			return nil
		}
		list, err := e.Store.Alike(e.Ctx, st)
		return Alike{gen, st.ID, list, err}
	}
}

// Citation is the headline with which a story cites another; "" if it does not.
type Citation struct {
	Headline string
	Err      error
}

// FindCitation looks for the headline with which a story cites another.
func FindCitation(e Env, in intent.Cites) tea.Cmd {
	return func() tea.Msg {
		st, err := e.Store.Story(e.Ctx, in.From)
		if err != nil {
			return Citation{Err: err}
		}
		links, err := e.Store.Related(e.Ctx, st)
		for i := range links {
			if slices.ContainsFunc(links[i].Targets, func(r story.Row) bool { return r.ID == in.To }) {
				return Citation{Headline: links[i].Related.Text}
			}
		}
		return Citation{Err: err}
	}
}
