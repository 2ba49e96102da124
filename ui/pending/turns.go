package pending

// Turns runs questions of type Q one at a time. One that is asked meanwhile waits,
// and replaces one that was waiting. The zero Turns has no question.
type Turns[Q any] struct{ running, next *Q }

// Ask notes a question. It reports whether its command is to run now; where
// another one runs, the question waits for Done.
func (t *Turns[Q]) Ask(q Q) (run bool) {
	if t.running != nil {
		t.next = &q
		return false
	}
	t.running = &q
	return true
}

// Done takes the end of the running command. It returns the question that was
// waiting, which runs from now on; nil for none.
func (t *Turns[Q]) Done() *Q {
	t.running, t.next = t.next, nil
	return t.running
}

// Running is the question whose command runs; nil for none.
func (t *Turns[Q]) Running() *Q { return t.running }

// Next is the question that waits; nil for none.
func (t *Turns[Q]) Next() *Q { return t.next }
