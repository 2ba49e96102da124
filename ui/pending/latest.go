package pending

import "context"

// Latest is a kind of question of which only the latest counts. The zero Latest
// has no question.
type Latest struct {
	gen    int
	ctx    context.Context //nolint:containedctx // Bubble Tea gives commands none
	cancel context.CancelFunc
}

// Renew begins a generation: answers to earlier questions no longer count, and
// the context of their commands is cancelled. The new one is a child of parent.
func (l *Latest) Renew(parent context.Context) {
	l.Cancel()
	l.gen++
	l.ctx, l.cancel = context.WithCancel(parent)
}

// Cancel cancels the context of the present generation.
func (l *Latest) Cancel() {
	if l.cancel != nil {
		l.cancel()
	}
}

// Gen is the present generation, for the question to carry.
func (l *Latest) Gen() int { return l.gen }

// Current reports whether an answer of generation gen still counts.
func (l *Latest) Current(gen int) bool { return gen == l.gen }

// Ctx is the context of the present generation; nil before the first.
func (l *Latest) Ctx() context.Context { return l.ctx }
