//go:build !unix

package ui

import "time"

// watch does nothing: no signal stops a process on this system.
func (t *tty) watch() (done func()) { return func() {} }

// fence does nothing: on this system answers are no input of the next program.
func (t *tty) fence() (wait func()) { return func() {} }

// ready returns true: only Bubble Tea reads the input.
func (i *input) ready(time.Duration) bool { return true }

// cursor returns "": the terminal is not asked.
func (i *input) cursor() string { return "" }

// canStop returns false.
func canStop() bool { return false }

// stop does nothing.
func (t *tty) stop() {}
