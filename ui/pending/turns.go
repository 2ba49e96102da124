package pending

// Turns runs requests of type R one at a time. A request made while another runs
// waits, and replaces the one that was waiting. The zero Turns has no request.
type Turns[R any] struct{ running, next *R }

// Ask makes a request. It reports whether to run the request's command now; if
// another one is running, the request waits for Done.
func (t *Turns[R]) Ask(req R) (run bool) {
	if t.running != nil {
		t.next = &req
		return false
	}
	t.running = &req
	return true
}

// Done records the end of the running command. It returns the request that was
// waiting, which is now the running one; nil for none.
func (t *Turns[R]) Done() *R {
	t.running, t.next = t.next, nil
	return t.running
}

// Running returns the request whose command is running; nil for none.
func (t *Turns[R]) Running() *R { return t.running }

// Next returns the request that waits; nil for none.
func (t *Turns[R]) Next() *R { return t.next }
