package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
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
	start := newStart(inner, open, o)
	t := &tty{start: time.Now(), terminalBidi: o.TerminalBidi}
	p := tea.NewProgram(start, tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithInput(in), tea.WithFilter(t.filter))
	in.gone, t.program = p.Quit, p
	defer t.watch()()
	defer quitOnHangup(p)()
	t.orderText(true)
	last, err := p.Run()
	t.orderText(false)
	if _, opened := last.(*Model); !opened {
		stop() // the store is still being opened: give up
	}
	ended := start.end(ctx, stop)
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil {
		err = nil
	}
	return errors.Join(err, ended)
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
