package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
)

// firstScreen delays work until the first screen has been drawn. The zero
// firstScreen delays nothing.
type firstScreen struct {
	undrawn bool
	before  func(filling bool) // is called before the first scan; nil for nothing
}

// drawTime is the time to draw the first screen, before the archive is read and
// the story beside the list is opened. A scan uses every core and would delay
// the frame.
const drawTime = 30 * time.Millisecond

// delay returns cmd. The command of the first call waits before it runs.
func (f *firstScreen) delay(ctx context.Context, cmd tea.Cmd) tea.Cmd {
	if !f.undrawn {
		return cmd
	}
	f.undrawn = false
	return func() tea.Msg {
		wait(ctx, drawTime)
		return cmd()
	}
}

// delayScan returns cmd with f.before called first.
func (f *firstScreen) delayScan(cmd tea.Cmd, filling bool) tea.Cmd {
	before := f.before
	if before == nil {
		return cmd
	}
	return func() tea.Msg {
		before(filling)
		return cmd()
	}
}

// wait waits for d, or for the end of ctx.
func wait(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
