package ui_test

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi/kitty"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/ui/uitest"
)

// onTerminal runs a test of the whole program in a synctest bubble.
func onTerminal(t *testing.T, src archive.Source, w, h int, test func(*testing.T, *uitest.Terminal)) {
	t.Helper()
	booted(t, src, func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
		test(t, uitest.Boot(t, store, w, h))
	})
}

// booted runs a test that starts the whole program, in a synctest bubble.
func booted(t *testing.T, src archive.Source, test func(*testing.T, *feed.Store)) {
	t.Helper()
	dir := t.TempDir()
	// The first Notify starts the runtime's signal handling, which must not
	// start inside a bubble.
	first := make(chan os.Signal, 1)
	signal.Notify(first, os.Interrupt)
	defer signal.Stop(first)
	synctest.Test(t, func(t *testing.T) {
		store, err := feed.Open(t.Context(), src, feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		}()
		test(t, store)
	})
}

func TestTheWholeProgramOnATerminal(t *testing.T) {
	onTerminal(t, edition(), 80, 24, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		if alt, title := term.State(); !alt || title != "built-in edition · dateline" {
			t.Errorf("alternate screen %v, title %q", alt, title)
		}
		term.Shows(newest, "1 of ")
		term.Send("\r")
		term.Shows("A reader who opened this edition")
		term.Send("\x1b[B\x1b[B2")
		term.Shows("Eira Solberg")
		term.Send("qq")
		term.Shows("1 of ")
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
		if alt, _ := term.State(); alt {
			t.Error("the alternate screen is still on")
		}
	})
}

// stuck is an archive whose reads never end.
type stuck struct{ archive.Source }

func (stuck) Read(ctx context.Context, _ string) ([]byte, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestLeavingDoesNotWaitForTheArchive(t *testing.T) {
	onTerminal(t, stuck{edition()}, 80, 24, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		term.Shows("Reading built-in edition …")
		began := time.Now()
		term.Send("q")
		err := term.Ended()
		if took := time.Since(began); err != nil || took > time.Minute+time.Second {
			t.Errorf("%v, after %v", err, took)
		}
	})
}

func TestTheTerminalIsCleanAfterAPanic(t *testing.T) {
	onTerminal(t, edition(), 80, 24, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		term.Fault.Store(true)
		term.Send("/f")
		if err := term.Ended(); err == nil {
			t.Error("no error after a panic")
		}
		if alt, _ := term.State(); alt {
			t.Error("the alternate screen is still on")
		}
	})
}

func TestAPictureOnATerminalThatKeepsIt(t *testing.T) {
	src := archive.FS("desk", "desk", fstest.MapFS{"a/pier.md": {Data: []byte(pierStory), ModTime: uitest.Now}, "a/pics/pier.png": {Data: pierPNG(t, 100, 80), ModTime: uitest.Now}})
	booted(t, src, func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
		term := uitest.Boot(t, store, 80, 24, tea.WithColorProfile(colorprofile.TrueColor))
		term.Send("/closed\r\r")
		term.Shows("The new pier at noon")
		term.Send("\x1bP>|kitty(0.40.0)\x1b\\\x1b[6;20;10t\x1b[?62c")
		term.Send("\x1b_Gi=1;OK\x1b\\\x1b[?62c")
		time.Sleep(time.Second)
		term.Settle()
		if n := strings.Count(term.Screen(), string(kitty.Placeholder)); n != 40 {
			t.Errorf("%d cells show the picture:\n%s", n, term.Screen())
		}
		term.Send("q")
		if sent := term.Sent(); strings.Contains(term.Screen(), string(kitty.Placeholder)) || strings.Contains(sent, "owned") || !strings.Contains(sent, "\x1b_Gq=2,a=T,U=1") {
			t.Errorf("the list:\n%s", term.Screen())
		}
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
	})
}

func TestAPictureOnATerminalWithSixels(t *testing.T) {
	src := archive.FS("desk", "desk", fstest.MapFS{"a/pier.md": {Data: []byte(pierStory + strings.Repeat("\nMore boats.\n", 40)), ModTime: uitest.Now}, "a/pics/pier.png": {Data: pierPNG(t, 100, 80), ModTime: uitest.Now}})
	onTerminal(t, src, 80, 24, func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
		term.Send("/closed\r\rg")
		term.Send("\x1b[6;20;10t\x1b[?62;4c")
		time.Sleep(time.Second)
		term.Settle()
		const begin = "\x1bP0;1q"
		sent := term.Sent()
		if _, after, _ := strings.Cut(sent, begin); strings.Count(sent, begin) != 1 || strings.Contains(after, "\x1b[2J") {
			t.Errorf("sent after the picture %.200q", after)
		}
		term.Send("j")
		time.Sleep(time.Second)
		term.Settle()
		later := term.Sent()[len(sent):]
		if before, _, _ := strings.Cut(later, begin); strings.Count(later, begin) != 1 || !strings.Contains(before, "\x1b[2J") {
			t.Errorf("after a line down: sent %.400q", later)
		}
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
	})
}
