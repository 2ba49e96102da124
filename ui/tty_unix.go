//go:build unix

package ui

import (
	"os"
	"os/signal"

	tea "charm.land/bubbletea/v2"
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
