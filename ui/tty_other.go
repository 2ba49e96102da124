//go:build !unix

package ui

// watch does nothing: no signal stops a process on this system.
func (t *tty) watch() (done func()) { return func() {} }

// fence does nothing: on this system answers are no input of the next program.
func (t *tty) fence() (wait func()) { return func() {} }

// canStop returns false.
func canStop() bool { return false }

// stop does nothing.
func (t *tty) stop() {}
