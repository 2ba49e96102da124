package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"

	"dateline/feed/feedtest"
)

// markKills returns the number of readers to kill: that of the environment variable
// DATELINE_TEST_KILLS, if it is set.
func markKills(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("DATELINE_TEST_KILLS")); err == nil {
		return n
	}
	return feedtest.Rounds(4, 60)
}

// TestEveryStarThatWasDrawnSurvivesAKill stars rows as fast as a terminal sends keys and
// kills the reader at a random moment. A star that was on the screen must be on the disk.
func TestEveryStarThatWasDrawnSurvivesAKill(t *testing.T) {
	r := random(t)
	drawn, lost, n := 0, 0, markKills(t)
	for range n {
		h := newHome(t, 1)
		for i := range ptyRows - 8 {
			h.writeStory(t, i)
		}
		h.run(t, "index")
		shown := h.starUntilKilled(t, r)
		starred := map[string]bool{}
		for line := range strings.Lines(h.run(t, "list", "--json", "-q", "is:starred")) {
			var row struct{ Headline string }
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatal(err)
			}
			starred[row.Headline] = true
		}
		for headline := range shown {
			if !starred[headline] {
				lost++
				t.Errorf("the star of %q was drawn and is lost", headline)
			}
		}
		drawn += len(shown)
	}
	t.Logf("count: %d kills of readers, %d stars drawn, %d of them lost", n, drawn, lost)
	if drawn == 0 {
		t.Error("no star was drawn")
	}
}

// writeStory writes story number n to the archive, of its own week.
func (h home) writeStory(t *testing.T, n int) {
	t.Helper()
	day := time.Date(2031, 3, 14-7*n, 0, 0, 0, 0, time.UTC)
	text := fmt.Sprintf("Ferry %03d sails\nTOLVIK, %s (Meridian) -- It sails at noon.\n(END)\n", n, day.Format("January 2, 2006"))
	if err := os.WriteFile(filepath.Join(h.archive, fmt.Sprint(n, ".txt")), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// starUntilKilled runs a reader, sends keys that star each row, and kills it. It returns
// the headlines that were on the screen with a star.
func (h home) starUntilKilled(t *testing.T, r *rand.Rand) map[string]bool {
	t.Helper()
	cmd := h.command(t.Context(), h.archive)
	cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	term := attach(t, cmd, true)
	screen := vt.NewEmulator(ptyColumns, ptyRows)
	go func() { // the answers of the terminal are not needed
		buf := make([]byte, 256)
		for {
			if _, err := screen.Read(buf); err != nil {
				return
			}
		}
	}()
	defer func() {
		if pipe, ok := screen.InputPipe().(io.Closer); ok { // Close would race with Read
			_ = pipe.Close()
		}
	}()
	shown := map[string]bool{}
	draw := func(c chunk) {
		_, _ = screen.Write(c.text)
		for line := range strings.Lines(screen.String()) {
			if _, headline, ok := strings.Cut(line, "★ "); ok && strings.HasPrefix(headline, "Ferry") {
				shown[headline[:len("Ferry 000 sails")]] = true
			}
		}
	}
	for end := time.Now().Add(longWait); !strings.Contains(screen.String(), "Ferry"); {
		c, ok := term.next(time.Until(end))
		if !ok {
			t.Fatalf("the list is not shown:\n%s", screen.String())
		}
		draw(c)
	}
	kill := time.AfterFunc(time.Duration(r.Int64N(int64(6*longest))), func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	go func() { _, _ = term.master.WriteString(strings.Repeat("msj", ptyRows-9)) }()
	for c := range term.output {
		draw(c)
	}
	_ = cmd.Wait()
	return shown
}
