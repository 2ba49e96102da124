package pending

import "context"

// Latest numbers the requests of one kind, of which only the latest counts. The
// zero Latest has no request.
type Latest struct {
	gen    int
	ctx    context.Context //nolint:containedctx // Bubble Tea gives commands none
	cancel context.CancelFunc
}

// Renew begins a generation: answers to earlier requests are now stale, and the
// context of their commands is cancelled. The new context is a child of parent.
func (l *Latest) Renew(parent context.Context) {
	l.Cancel()
	l.gen++
	l.ctx, l.cancel = context.WithCancel(parent)
}

// Cancel cancels the context of the current generation.
func (l *Latest) Cancel() {
	if l.cancel != nil {
		l.cancel()
	}
}

// Gen returns the current generation, for the request to carry.
func (l *Latest) Gen() int { return l.gen }

// Current reports whether gen is the current generation: its answer is not stale.
func (l *Latest) Current(gen int) bool { return gen == l.gen }

// Ctx returns the context of the current generation; nil before the first.
func (l *Latest) Ctx() context.Context { return l.ctx }
