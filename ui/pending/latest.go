package pending

import "context"

// Latest is a kind of question of which only the latest counts. Questions of
// type Q run one at a time; one that is asked meanwhile waits, and replaces one
// that was waiting. The zero Latest has no question.
type Latest[Q any] struct {
	gen           int
	ctx           context.Context //nolint:containedctx // Bubble Tea gives commands none
	cancel        context.CancelFunc
	running, next *Q
}

// Renew begins a generation: answers to earlier questions no longer count, and
// the context of their commands is cancelled. The new one is a child of parent.
func (l *Latest[Q]) Renew(parent context.Context) {
	l.Cancel()
	l.gen++
	l.ctx, l.cancel = context.WithCancel(parent)
}

// Cancel cancels the context of the present generation.
func (l *Latest[Q]) Cancel() {
	if l.cancel != nil {
		l.cancel()
	}
}

// Gen is the present generation, for the question to carry.
func (l *Latest[Q]) Gen() int { return l.gen }

// Current reports whether an answer of generation gen still counts.
func (l *Latest[Q]) Current(gen int) bool { return gen == l.gen }

// Ctx is the context of the present generation; nil before the first.
func (l *Latest[Q]) Ctx() context.Context { return l.ctx }

// Ask notes a question. It reports whether its command is to run now; where
// another one runs, the question waits for Done.
func (l *Latest[Q]) Ask(q Q) (run bool) {
	if l.running != nil {
		l.next = &q
		return false
	}
	l.running = &q
	return true
}

// Done takes the end of the running command. It returns the question that was
// waiting, which runs from now on; nil for none.
func (l *Latest[Q]) Done() *Q {
	l.running, l.next = l.next, nil
	return l.running
}

// Running is the question whose command runs; nil for none.
func (l *Latest[Q]) Running() *Q { return l.running }

// Next is the question that waits; nil for none.
func (l *Latest[Q]) Next() *Q { return l.next }
