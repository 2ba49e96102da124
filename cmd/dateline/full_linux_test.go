package main

import (
	"bytes"
	"strings"
	"testing"

	"dateline/feed/feedtest"
)

func TestAFullDiskIsReported(t *testing.T) {
	feedtest.Slow(t)
	h := newHome(t, 3000)
	h.cache = feedtest.Disk(t, 2048)
	for args, want := range map[string]int{"index": exitFailed, "list": exitDone} {
		cmd := h.command(t.Context(), args)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		_ = cmd.Run() // the test checks the exit code
		if code := cmd.ProcessState.ExitCode(); code != want {
			t.Errorf("%s: exit code %d, want %d", args, code, want)
		}
		if text := stderr.String(); strings.Count(text, "dateline: ") != 1 || !strings.Contains(text, h.cache) || !strings.Contains(text, "is full") {
			t.Errorf("%s: printed %q", args, text)
		}
	}
}
