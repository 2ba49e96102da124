package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
)

// Did is what a step of the reader is.
type Did int

// The kinds of steps.
const (
	Undid Did = iota
	Redid
	Joined
	Cut
	Changed
	Noted
)

// Stepped is the answer of a command that made a step of the reader, or undid or redid one.
type Stepped struct {
	Did      Did
	ID       story.ID // of the story; "" for none
	Headline string   // its headline
	Step     feed.Step
	Version  *Version // of the story on the screen; nil for none
	Err      error
}

// Take makes the step that msg describes with write; shown is the story on the screen.
func Take(e *Env, msg Stepped, shown story.ID, write func(context.Context, *feed.Store) (feed.Step, error)) tea.Cmd {
	store := e.Store
	cmd := WriteMark(e, func(ctx context.Context) (err error) {
		msg.Step, err = write(ctx, store)
		return err
	})
	after := *e
	return func() tea.Msg {
		if written, ok := cmd().(Written); ok {
			msg.Err = written.Err
		}
		if shown != "" && msg.Err == nil && msg.Step.Num != 0 {
			msg.Version, _ = Renew(after, shown)().(*Version)
		}
		return msg
	}
}
