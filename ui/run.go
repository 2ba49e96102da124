package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"dateline/feed"
	"dateline/ui/bidi"
	"dateline/ui/graphics"
)

// framesPerSecond is the maximum rate of writes to the terminal.
const framesPerSecond = 120

// Run opens a store, shows the reader until the user leaves it, saves the
// session and closes the store. It ends in the same way on SIGTERM, SIGHUP and
// SIGQUIT, when ctx is done, and when the terminal is gone. It restores the
// terminal even after a panic.
func Run(ctx context.Context, open func(context.Context) (*feed.Store, error), o Options) error {
	go ansi.StringWidthWc("…") // builds the table of widths, which takes as long as opening a store
	in, err := openInput()
	if err != nil {
		return err
	}
	defer in.done()
	inner, stop := context.WithCancel(ctx)
	defer stop()
	o.kept = &graphics.Kept{}
	if o.Lent == nil {
		o.Lent = &atomic.Bool{}
	}
	bidi.SetByTerminal(o.TerminalBidi)
	t := &tty{in: in, lent: o.Lent, asked: time.Now(), kept: o.kept}
	o.Exec = t.exec
	start := newStart(inner, open, o)
	p := tea.NewProgram(start, tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithInput(in), tea.WithFilter(t.filter), tea.WithEnvironment(o.Env))
	in.gone, t.program = p.Quit, p
	defer t.watch()()
	defer quitOnHangup(p)()
	t.enter()
	last, answered, err := runOrLeave(ctx, p, t)
	defer answered()
	if _, opened := last.(*Model); !opened {
		stop() // the store is still being opened: give up
	}
	ended := start.end(ctx, stop)
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil {
		err = nil
	}
	return errors.Join(err, ended)
}

// leaveTime is the longest time that the program may take to end.
const leaveTime = 2 * time.Second

// runOrLeave runs p and gives the terminal back. The function that it returns drops answers
// that are still to come. If ctx ends and p does not, the terminal takes no output, as when it
// is stopped. Then runOrLeave takes the terminal out of raw mode and returns no model; p waits in
// a write, and may still use the reader.
func runOrLeave(ctx context.Context, p *tea.Program, t *tty) (last tea.Model, answered func(), err error) {
	state, stateErr := term.GetState(t.in.Fd())
	type result struct {
		last     tea.Model
		answered func()
		err      error
	}
	ended := make(chan result, 1)
	go func() {
		last, err := p.Run()
		answered := t.fence()
		t.leave()
		ended <- result{last, answered, err}
	}()
	stuck := make(chan struct{})
	defer context.AfterFunc(ctx, func() { time.AfterFunc(leaveTime, func() { close(stuck) }) })()
	select {
	case r := <-ended:
		return r.last, r.answered, r.err
	case <-stuck:
		if stateErr == nil {
			_ = term.Restore(t.in.Fd(), state) // the terminal may be gone
		}
		return nil, func() {}, ctx.Err()
	}
}

// quitOnHangup ends the program when its terminal is closed or Ctrl-\ is
// pressed, either of which would leave the terminal raw. It returns a function
// that removes the handler.
func quitOnHangup(p *tea.Program) func() {
	hung, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(hung, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		select {
		case <-hung:
			p.Quit()
		case <-done:
		}
	}()
	return func() {
		signal.Stop(hung)
		close(done)
	}
}
