package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
	"dateline/ui/outside"
)

// Outside is what of a story another program may open.
type Outside struct {
	Story  *story.Story
	Target outside.Target
	Err    error
}

// FindOutside returns the address of a story, or else its file.
func FindOutside(e Env, id story.ID) tea.Cmd {
	return func() tea.Msg {
		st, err := e.Store.Story(e.Ctx, id)
		if err != nil {
			return Outside{Err: err}
		}
		out := Outside{Story: st}
		if out.Target, out.Err = outside.Web(st.Address); st.Address == "" {
			out.Target, out.Err = outside.File(e.Store.FilePath(&story.Row{Path: st.Path}))
		}
		return out
	}
}

// Opened is the answer of OpenOutside.
type Opened struct{ Err error }

// OpenOutside opens t in another program.
func OpenOutside(ctx context.Context, t outside.Target) tea.Cmd {
	return func() tea.Msg { return Opened{t.Open(ctx)} }
}
