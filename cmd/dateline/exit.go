package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"dateline/feed/clean"
)

// The exit codes that scripts rely on. A command that a signal ended has 128
// and the number of the signal, as shells count.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitProblems = 3
	exitSignal   = 128
)

// errProblems says that check found problems; it has printed them.
var errProblems = errors.New("problems were found")

// errTold says that a command failed and that why was said.
var errTold = errors.New("failed, as was said")

// signalError is the signal that ended a command.
type signalError struct{ syscall.Signal }

// Error names the signal.
func (e signalError) Error() string { return e.String() }

// run carries out one call of the program and returns its exit code.
func run(args []string) int {
	ctx, stop := interruptible()
	defer stop()
	con := newConsole()
	err := root(con).ExecuteContext(ctx, args)
	if flushed := con.out.Flush(); err == nil && flushed != nil {
		err = fmt.Errorf("standard output: %w", flushed)
	}
	return report(ctx, con, err)
}

// report says on standard error what went wrong, if there is something to
// say, and turns it into an exit code.
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
	case errors.Is(err, errTold):
		return exitFailed
	case isUsage(err):
		code = exitUsage
	}
	con.say("%s", clean.Line(strings.ReplaceAll(err.Error(), "\n", "; ")))
	return code
}

// interruptible returns a context that a signal cancels, with a signalError as
// its cause. A second signal ends the program at once.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	// Once somebody listens for it, a broken pipe is an error of Write and no
	// longer kills the program before it has closed its files.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	go func() {
		select {
		case s := <-caught:
			signal.Stop(caught)
			if s, ok := s.(syscall.Signal); ok {
				cancel(signalError{s})
			}
		case <-ctx.Done():
		}
	}()
	return ctx, func() { cancel(nil); signal.Stop(caught) }
}
