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

// drawn is how long the first screen has before the archive is touched and the
// story beside the list is opened: a scan takes every core, and a frame that
// waits for one comes late.
const drawn = 30 * time.Millisecond

// delay returns cmd, the first time after a wait.
func (f *firstScreen) delay(ctx context.Context, cmd tea.Cmd) tea.Cmd {
	if !f.undrawn {
		return cmd
	}
	f.undrawn = false
	return func() tea.Msg {
		wait(ctx, drawn)
		return cmd()
	}
}

// delayScan returns cmd after what must come before the first scan.
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
