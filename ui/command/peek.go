package command

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/headlines"
)

// Lede is the part of a story that the list shows below its rows.
type Lede struct {
	Gen int
	headlines.Lede
	Partial bool         // PeekAround has its numbers
	Embargo feed.Embargo // of the story

	st *story.Story
}

// Peek reads the lede of a story, with later without its numbers. If that fails the lede
// is empty: opening the story reports the error.
func Peek(e Env, gen int, id story.ID, later bool) tea.Cmd {
	return func() tea.Msg {
		msg := Lede{Gen: gen, Lede: headlines.Lede{ID: id}}
		st, err := e.Store.Story(e.Ctx, id)
		if err != nil {
			return msg
		}
		for i := range st.Body {
			if st.Body[i].Kind == story.Paragraph {
				msg.Text = st.Body[i].Text
				break
			}
		}
		msg.Embargo = feed.ReadEmbargo(st)
		msg.st, msg.Partial = st, later || len(st.Related) > maxAtOnce
		if !msg.Partial {
			msg.count(e)
		}
		return msg
	}
}

// PeekAround completes a partial lede, after a time. If e.Ctx ends before that, it
// returns no message.
func PeekAround(e Env, lede Lede, after time.Duration) tea.Cmd {
	return func() tea.Msg {
		if !rest(e.Ctx, after) {
			return nil
		}
		lede.Partial = false
		lede.count(e)
		if e.Ctx.Err() != nil {
			return nil
		}
		return lede
	}
}

// count sets the numbers of the stories around the story. Those that cannot be read are
// left out.
func (l *Lede) count(e Env) {
	links, _ := e.Store.Related(e.Ctx, l.st)
	cited, _ := e.Store.CitedBy(e.Ctx, l.ID)
	l.Related, l.Cited, l.st = len(l.st.Related), len(cited), nil
	for i := range links {
		if len(links[i].Targets) > 0 {
			l.Here++
		}
	}
}
