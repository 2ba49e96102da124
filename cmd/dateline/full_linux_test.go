package main

import (
	"bytes"
	"strings"
	"testing"

	"dateline/feed/feedtest"
)

func TestADiskThatFillsDuringACommandIsTold(t *testing.T) {
	feedtest.Slow(t)
	h := newHome(t, 3000)
	h.cache = feedtest.Disk(t, 2048)
	for args, want := range map[string]int{"index": exitFailed, "list": exitDone} {
		cmd := h.command(t.Context(), args)
		var said bytes.Buffer
		cmd.Stderr = &said
		_ = cmd.Run() // the exit code says it
		if code := cmd.ProcessState.ExitCode(); code != want {
			t.Errorf("%s: exit code %d, want %d", args, code, want)
		}
		if text := said.String(); strings.Count(text, "dateline: ") != 1 || !strings.Contains(text, h.cache) || !strings.Contains(text, "is full") {
			t.Errorf("%s: said %q", args, text)
		}
	}
}
