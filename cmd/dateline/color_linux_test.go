package main

import (
	"regexp"
	"testing"
)

func TestTheReaderHasNoColorIfTheEnvironmentSaysSo(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	color := regexp.MustCompile(`\x1b\[([0-9]+;)*[39][0-7](;[0-9]+)*m`)
	for env, want := range map[string]bool{"NO_COLOR=": true, "NO_COLOR=yes": false, "NO_COLOR=1": false, "CLICOLOR=0": false} {
		cmd := h.command(t.Context(), h.archive)
		cmd.Env = append(cmd.Env, env, "TERM=xterm-256color")
		reader := attach(t, cmd, true)
		if out := reader.shown(t, " unread of "); color.MatchString(out) != want {
			t.Errorf("%s: the colors are %q", env, color.FindAllString(out, 9))
		}
		reader.quit(t)
	}
}
