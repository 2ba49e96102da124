//go:build unix

package ui

import (
	"bytes"
	"errors"
	"os"
	"os/signal"
	"regexp"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// watch suspends the program on SIGTSTP as Ctrl-Z does. After a stop that it did not
// see, such as SIGSTOP, it takes the terminal again on SIGCONT. It returns a function
// that ends it.
func (t *tty) watch() (done func()) {
	t.signals = make(chan os.Signal, 1)
	t.notify()
	ended := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-t.signals:
				if t.lent.Load() { // this program stops with the other, and goes on with it
					if s == unix.SIGTSTP {
						_ = unix.Kill(unix.Getpid(), unix.SIGSTOP)
					}
					continue
				}
				if s == unix.SIGTSTP {
					t.program.Send(tea.SuspendMsg{})
				} else {
					t.program.Send(t.release(func() {}))
				}
			case <-ended:
				return
			}
		}
	}()
	return func() {
		signal.Stop(t.signals)
		close(ended)
	}
}

// fence keeps the terminal raw until it has answered every query. It asks a question and
// returns a function that drops all input up to the answer and gives the terminal back. The
// function waits for answerTime at most, or until Ctrl-C.
func (t *tty) fence() (wait func()) {
	fd := t.in.Fd()
	if time.Since(t.asked) > answerTime {
		return func() {}
	}
	state, err := term.MakeRaw(fd)
	if err != nil {
		return func() {}
	}
	end := time.Now().Add(answerTime)
	_, _ = os.Stdout.WriteString(ansi.RequestPrimaryDeviceAttributes) // without it no answer comes
	return func() {
		t.in.dropUntil(end)
		_ = term.Restore(fd, state) // the terminal may be gone
	}
}

// attributes is the answer of a terminal to the question for its type.
var attributes = regexp.MustCompile(`\x1b\[\?[0-9;]*c`)

// position is the answer of a terminal to the question where its cursor is.
var position = regexp.MustCompile(`\x1b\[[0-9]+;[0-9]+R`)

// cursorTime is the longest time to wait for that answer.
const cursorTime = time.Second

// cursor returns where the cursor is, as the terminal says it, or "" if it does not.
func (i *input) cursor() string {
	state, err := term.MakeRaw(i.Fd())
	if err != nil {
		return ""
	}
	defer term.Restore(i.Fd(), state)                              //nolint:errcheck // the terminal may be gone
	_, _ = os.Stdout.WriteString(ansi.RequestCursorPositionReport) // without it no answer comes
	return i.answer(position, time.Now().Add(cursorTime))
}

// dropUntil reads until the terminal has answered the question for its type, Ctrl-C is
// pressed, the terminal is gone, or end has come.
func (i *input) dropUntil(end time.Time) { i.answer(attributes, end) }

// answer reads the answer to a question up to the same events, and drops all other input.
func (i *input) answer(question *regexp.Regexp, end time.Time) string {
	var got []byte
	buf := make([]byte, 4096)
	for left := time.Until(end); left > 0; left = time.Until(end) {
		if !i.ready(left) {
			return ""
		}
		n, err := i.take(buf)
		got = append(got[max(0, len(got)-len(buf)):], buf[:n]...)
		answer := question.Find(got)
		if err != nil || bytes.IndexByte(buf[:n], '\x03') >= 0 || answer != nil {
			return string(answer)
		}
	}
	return ""
}

// ready reports whether there is input within some time, or no more can come.
func (i *input) ready(within time.Duration) bool {
	fds := []unix.PollFd{{Fd: int32(i.Fd()), Events: unix.POLLIN}} //nolint:gosec // descriptors are small
	for end := time.Now().Add(within); ; within = time.Until(end) {
		n, err := unix.Poll(fds, int(max(within, 0).Round(time.Millisecond).Milliseconds()))
		if !errors.Is(err, unix.EINTR) {
			return n != 0
		}
	}
}

func (t *tty) notify() { signal.Notify(t.signals, unix.SIGTSTP, unix.SIGCONT) }

// canStop reports whether a shell could continue the program: its process group is
// not that of the session, as it is without a shell, and its parent still lives.
func canStop() bool {
	session, err := unix.Getsid(0)
	if err != nil || session == unix.Getpgrp() {
		return false
	}
	of, err := unix.Getsid(unix.Getppid())
	return err == nil && of == session
}

// stop stops all processes of the job, and returns when this one is continued. Go does
// not restore the default effect of SIGTSTP, so this one stops itself by SIGSTOP. It
// ignores its own SIGTSTP: a thread may take that only after the program has been
// continued, and then it would stop again.
func (t *tty) stop() {
	signal.Stop(t.signals)
	signal.Ignore(unix.SIGTSTP)
	defer t.notify()
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, unix.SIGCONT)
	defer signal.Stop(continued)
	if unix.Kill(0, unix.SIGTSTP) == nil && unix.Kill(unix.Getpid(), unix.SIGSTOP) == nil {
		<-continued
	}
}
