package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheReaderExportsSetsAndOpensAnotherArchive(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	other := filepath.Join(t.TempDir(), "other desk")
	if err := os.MkdirAll(other, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(other, "a.txt"), []byte("Tolls rise\n\nThey rise.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := h.command(t.Context(), h.archive)
	cmd.Env = append(cmd.Env, "TERM=xterm-256color", "XDG_CONFIG_HOME="+t.TempDir())
	reader := attach(t, cmd, true)
	reader.shown(t, " unread of ")
	file := filepath.Join(t.TempDir(), "ferry.md")
	reader.send(t, ":export "+file+"\r")
	reader.shown(t, "Written: ")
	if text, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(text), "---\n") && !strings.HasPrefix(string(text), "#") {
		t.Errorf("%q, %v", text, err)
	}
	reader.send(t, ":export "+file+"\r")
	reader.shown(t, "exists and is not overwritten")
	reader.send(t, ":export ferry.pdf\r")
	reader.shown(t, "the name of the file ends in .md, .html or .json")
	if out := reader.after(t, ":set mouse true\r", "ends: mouse true"); !strings.Contains(out, "\x1b[?1002h") {
		t.Errorf("the mouse is not switched on: %q", out)
	}
	reader.send(t, ":open /nowhere/at/all\r")
	reader.shown(t, "/nowhere/at/all")
	reader.send(t, ":open "+other+"\r")
	reader.shown(t, "They rise.")
	reader.send(t, "Q")
	if reader.remainder(t); !reader.cooked(t) || reader.cmd.ProcessState.ExitCode() != 0 {
		t.Errorf("exit code %d", reader.cmd.ProcessState.ExitCode())
	}
}

// after sends keys and returns the output up to text.
func (t *terminal) after(tb testing.TB, keys, text string) string {
	tb.Helper()
	t.send(tb, keys)
	return t.shown(tb, text)
}
