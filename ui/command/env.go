// Package command has the commands that read and write the store. A function of
// plain values returns each command, and the command returns its answer as a
// message. A command has no model; it works on a copy of an Env.
package command

import (
	"context"
	"sync"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
)

// Env is what a command works on, as of the time it was created.
type Env struct {
	Ctx     context.Context //nolint:containedctx // the program's; Bubble Tea gives commands none
	Store   *feed.Store
	List    feed.List    // the rows of the list
	Scope   feed.Scope   // whether they are stories or all takes
	Result  *feed.Result // the search that the list shows; nil for the archive
	Marks   int          // the number of marks made so far
	Last    *Mark        // the last mark; reads wait until it is written
	Reading bool         // the first pass over the archive has not ended
}

// Show makes res the list, which is of that scope; nil stands for the archive.
func (e *Env) Show(res *feed.Result, scope feed.Scope) {
	e.Result, e.Scope, e.List = res, scope, e.Store.List(scope)
	if res != nil {
		e.List = res
	}
}

// settle waits for pending marks.
func (e Env) settle() { _ = e.Last.Write(e.Ctx) } // its own command reports the error

// Mark is a mark to write to the store, after the marks before it.
type Mark struct {
	once  sync.Once
	prev  *Mark
	write func(context.Context) error
	err   error
}

// Write writes the mark, or waits until it has been written. The first caller
// writes it, so a mark whose own command never ran is not lost. For a nil Mark
// there is nothing to write.
func (m *Mark) Write(ctx context.Context) error {
	if m == nil {
		return nil
	}
	m.once.Do(func() {
		_ = m.prev.Write(ctx) // its own command reports the error
		m.prev = nil
		m.err = m.write(ctx)
	})
	return m.err
}

// Written is the answer of a command that wrote a mark or the history.
type Written struct{ Err error }

// WriteMark adds a mark to e and returns the command that writes it with write. A mark
// that is being written when the program is stopped is written all the same: the reader
// has seen it.
func WriteMark(e *Env, write func(context.Context) error) tea.Cmd {
	e.Last = &Mark{prev: e.Last, write: write}
	last, ctx := e.Last, context.WithoutCancel(e.Ctx)
	return func() tea.Msg { return Written{last.Write(ctx)} }
}

// MarkWriter writes a mark and returns the takes that it has marked besides the story.
type MarkWriter func(context.Context, *feed.Store) (carried []story.ID, err error)

// Marked is the answer of MarkStory: what the store says about the story now.
type Marked struct {
	N       int       // the number of the mark
	Row     story.Row // for the story and all its takes; without ID if it is not in the archive
	Carried []story.ID
	Err     error
}

// MarkStory is WriteMark for the latest mark, which is on the story id.
func MarkStory(e *Env, id story.ID, write MarkWriter) tea.Cmd {
	msg, store := Marked{N: e.Marks}, e.Store
	cmd := WriteMark(e, func(ctx context.Context) (err error) {
		msg.Carried, err = write(ctx, store)
		return err
	})
	ctx := context.WithoutCancel(e.Ctx)
	return func() tea.Msg {
		written, _ := cmd().(Written)
		if msg.Err = written.Err; msg.Err == nil {
			msg.Row, _, msg.Err = store.List(feed.Stories).RowFor(ctx, id)
		}
		return msg
	}
}
