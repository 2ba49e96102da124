package command

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
)

// Bonded is the answer of a command that joined or cut takes, or took that back.
type Bonded struct {
	Bond    Bond
	Bonds   feed.Bonds // what takes it back; empty if nothing has changed
	Version *Version   // of the story on the screen; nil for none
	Err     error
}

// Bond is a join or cut, or with Bonds the end of one.
type Bond struct {
	ID       story.ID
	With     story.ID   // to join; "" to cut
	Headline string     // of ID
	Bonds    feed.Bonds // to take back
}

// Undoes reports whether b takes a join or cut back.
func (b *Bond) Undoes() bool { return !b.Bonds.Empty() }

// SetBond joins or cuts takes, or takes that back; shown is the story on the screen.
func SetBond(e *Env, b Bond, shown story.ID) tea.Cmd {
	store, msg := e.Store, Bonded{Bond: b}
	write := WriteMark(e, func(ctx context.Context) (err error) {
		switch {
		case b.Undoes():
			err = store.Unbond(ctx, b.Bonds)
		case b.With != "":
			msg.Bonds, err = store.Join(ctx, b.ID, b.With)
		default:
			msg.Bonds, err = store.Cut(ctx, b.ID)
		}
		return err
	})
	after := *e
	return func() tea.Msg {
		if written, ok := write().(Written); ok {
			msg.Err = written.Err
		}
		if shown != "" && msg.Err == nil {
			msg.Version, _ = Renew(after, shown)().(*Version)
		}
		return msg
	}
}
