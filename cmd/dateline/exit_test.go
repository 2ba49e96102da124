package main

import (
	"context"
	"errors"
	"strings"
	"syscall"
	"testing"
)

func TestEveryErrorHasAnExitCode(t *testing.T) {
	ctx := t.Context()
	ended, cancel := context.WithCancelCause(ctx)
	cancel(signalError{syscall.SIGINT})
	tests := []struct {
		name   string
		ctx    context.Context
		err    error
		code   int
		stderr string
	}{
		{"done", ctx, nil, exitDone, ""},
		{"broken pipe", ctx, errors.Join(syscall.EPIPE, errors.New("closing")), exitDone, ""},
		{"problems", ctx, errProblems, exitProblems, ""},
		{"reported", ctx, errReported, exitFailed, ""},
		{"usage", ctx, &usageError{"list", "list: no"}, exitUsage, "dateline: list: no (see: dateline help list)\n"},
		{"failure", ctx, errors.Join(errors.New("a\x1b[2J.txt is gone"), errors.New("and b")), exitFailed, "dateline: a.txt is gone; and b\n"},
		{"signal", ended, context.Canceled, exitSignal + 2, ""},
	}
	for _, tt := range tests {
		var stderr strings.Builder
		if code := report(tt.ctx, &console{err: &stderr}, tt.err); code != tt.code || stderr.String() != tt.stderr {
			t.Errorf("%s: exit code %d and %q, want %d and %q", tt.name, code, stderr.String(), tt.code, tt.stderr)
		}
	}
}
