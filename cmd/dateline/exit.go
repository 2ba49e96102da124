package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"

	"dateline/feed/clean"
	"dateline/feed/locale"
)

// The exit codes that scripts rely on. A command that a signal ended returns 128
// plus the number of the signal, as in a shell.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitProblems = 3
	exitSignal   = 128
)

// errProblems reports that check found problems, which it has printed.
var errProblems = locale.Error("problems were found")

// errReported reports that a command failed and has printed the reason.
var errReported = locale.Error("failed")

// signalError reports that a signal ended a command.
type signalError struct{ syscall.Signal }

// Error returns the name of the signal.
func (e signalError) Error() string { return e.String() }

// run runs the program with args and returns its exit code.
func run(args []string) int {
	locale.Use(language())
	con := newConsole()
	ctx, stop := interruptible(&con.lent)
	defer stop()
	err := root(con).ExecuteContext(ctx, args)
	if flushed := con.out.Flush(); err == nil && flushed != nil {
		err = locale.Errorf("standard output: %w", flushed)
	}
	return report(ctx, con, err)
}

// report prints err on standard error, unless it needs no message, and returns the
// exit code for it.
func report(ctx context.Context, con *console, err error) int {
	if ended, ok := errors.AsType[signalError](context.Cause(ctx)); ok {
		return exitSignal + int(ended.Signal)
	}
	code := exitFailed
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.Is(err, errReported):
		return exitFailed
	case isUsage(err):
		code = exitUsage
	}
	con.say(clean.Line(strings.ReplaceAll(err.Error(), "\n", "; ")))
	return code
}

// interruptible returns a context that a signal cancels with a signalError as its
// cause, and a function that releases it. A second signal ends the program at once. SIGINT
// has no effect while another program has the terminal, which is then lent.
func interruptible(lent *atomic.Bool) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	// With a handler, a broken pipe is an error of Write; it does not kill the program
	// before its files are closed.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	go func() {
		for {
			select {
			case s := <-caught:
				if s == syscall.SIGINT && lent.Load() {
					continue
				}
				signal.Stop(caught)
				if s, ok := s.(syscall.Signal); ok {
					cancel(signalError{s})
				}
			case <-ctx.Done():
			}
			return
		}
	}()
	return ctx, func() { cancel(nil); signal.Stop(caught) }
}
