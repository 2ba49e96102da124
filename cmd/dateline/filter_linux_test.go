package main

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// piping starts the reader on a terminal with those answers, and pipes a story to a command.
func piping(t *testing.T, answers map[string]string, command string) *terminal {
	t.Helper()
	h := newHome(t, 5)
	h.run(t, "index")
	cmd := h.command(t.Context(), h.archive)
	cmd.Env = append(cmd.Env, "TERM=xterm-256color", "XDG_CONFIG_HOME="+t.TempDir())
	all := maps.Clone(typeAnswer)
	maps.Copy(all, answers)
	reader := begin(t, &terminal{cmd: cmd, answers: all}, true)
	reader.shown(t, " unread of ")
	reader.send(t, "|"+command+"\r")
	return reader
}

// sameCursor is the answer of a terminal whose cursor does not move.
var sameCursor = map[string]string{"\x1b[6n": "\x1b[7;1R"}

func TestTheOutputOfAFilterStaysUntilAKey(t *testing.T) {
	reader := piping(t, nil, "wc -l")
	reader.shown(t, "[Press a key to go back to dateline]")
	reader.send(t, "j")
	reader.shown(t, "1 of ")
	reader.send(t, "Q")
	reader.remainder(t)
}

func TestAFilterWithoutOutputIsNotWaitedFor(t *testing.T) {
	reader := piping(t, sameCursor, "false")
	reader.shown(t, "false ended with exit code 1")
	reader.send(t, "Q")
	reader.remainder(t)
}

func TestCtrlCEndsTheFilterAlone(t *testing.T) {
	// Not sh: a Ctrl-C that it catches just before it runs another program is lost.
	path := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(path, []byte("started\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	reader := piping(t, sameCursor, "tail -f "+path)
	reader.shown(t, "started")
	reader.send(t, "\x03")
	reader.shown(t, "tail was ended: signal: interrupt")
	reader.send(t, "Q")
	reader.remainder(t)
}
