package main

import (
	"strings"
	"testing"
)

func TestReaderSavesMarksWhenItsTerminalCloses(t *testing.T) {
	for name, controls := range map[string]bool{"by a signal": true, "without a signal": false} {
		t.Run(name, func(t *testing.T) {
			h := newHome(t, 5)
			h.run(t, "index")
			reader := attach(t, h.command(t.Context(), h.archive), controls)
			reader.until(t, []string{" unread of "})
			if _, err := reader.master.WriteString("s"); err != nil {
				t.Fatal(err)
			}
			reader.until(t, []string{"★"})
			if err := reader.master.Close(); err != nil {
				t.Fatal(err)
			}
			_ = reader.cmd.Wait() // the exit code does not matter
			if got := strings.Count(h.run(t, "list", "--json"), `"starred":true`); got != 1 {
				t.Errorf("%d stories are starred, want 1", got)
			}
		})
	}
}
