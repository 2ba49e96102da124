// Package command is what the reader asks of its store: each question is a
// function of plain values that returns a command, and each answer a message.
// A command knows no model; it works on an Env, which is a copy.
package command

import (
	"context"
	"sync"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// Env is what a command works on, as it was when the command was made.
type Env struct {
	Ctx     context.Context //nolint:containedctx // the program's own; Bubble Tea gives commands none
	Store   *feed.Store
	List    feed.List    // the rows that the list shows: those of Store or of Result
	Result  *feed.Result // nil where the list shows the archive
	Marks   int          // the number of marks made so far
	Last    *Mark        // the last of them: what is read later waits for it
	Reading bool         // the archive has not been read to its end
}

// Show makes the list that of a search; a nil result is that of the archive.
func (e *Env) Show(res *feed.Result) {
	e.Result, e.List = res, e.Store
	if res != nil {
		e.List = res
	}
}

// settle waits for pending marks.
func (e Env) settle() { _ = e.Last.Write(e.Ctx) } // its own command reports the error

// Mark is a mark on its way into the store, after those before it.
type Mark struct {
	once sync.Once
	prev *Mark
	do   func(context.Context) error
	err  error
}

// Write writes the mark, or waits until it has been written. The first caller
// writes it, so a mark whose own command never ran is not lost. A nil Mark is
// written.
func (w *Mark) Write(ctx context.Context) error {
	if w == nil {
		return nil
	}
	w.once.Do(func() {
		_ = w.prev.Write(ctx) // its own command reports the error
		w.prev = nil
		w.err = w.do(ctx)
	})
	return w.err
}

// Written is the answer of a command that wrote a mark, a place, the session
// or the history.
type Written struct{ Err error }

// WriteMark makes do the last mark of e and returns the command that writes it.
func WriteMark(e *Env, do func(context.Context) error) tea.Cmd {
	e.Last = &Mark{prev: e.Last, do: do}
	w, ctx := e.Last, e.Ctx
	return func() tea.Msg { return Written{w.Write(ctx)} }
}
