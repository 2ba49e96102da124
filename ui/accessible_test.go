package ui_test

import (
	"context"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/ui"
	"dateline/ui/uitest"
)

// spoken starts the reader of the built-in edition for a screen reader.
func spoken(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.With(t, uitest.Open(t, edition(), copied(t)), w, h, func(o *ui.Options) { o.Accessible, o.Mouse, o.HideCursor = true, true, true })
}

func TestNothingIsDrawnWithLinesOrBlocksForScreenReaders(t *testing.T) {
	pages := maps.Clone(sweep)
	pages["panel with a clause"] = "f enter f"
	for page, keys := range pages {
		d := spoken(t, 80, 24)
		d.Press(strings.Fields(keys)...)
		for _, size := range [][2]int{{40, 12}, {80, 24}, {220, 60}} {
			d.Resize(size[0], size[1])
			view := d.Model.View()
			if rows := strings.Split(ansi.Strip(view.Content), "\n"); len(rows) != size[1] {
				t.Errorf("%s, %v: %d rows", page, size, len(rows))
			}
			if strings.ContainsFunc(d.Screen(), func(r rune) bool { return r >= '─' && r <= '▟' || strings.ContainsRune("★•✓×", r) }) {
				t.Errorf("%s, %v:\n%s", page, size, d.Screen())
			}
			if view.MouseMode != 0 || view.Cursor == nil {
				t.Errorf("%s, %v: mouse %v, cursor %v", page, size, view.MouseMode, view.Cursor)
			}
		}
	}
}

func TestMarksAreWordsForScreenReaders(t *testing.T) {
	d := spoken(t, 80, 24)
	d.Shows("14 unread >"+newest, "LEAD 2 takes")
	d.Press("j", "s", "m")
	d.Shows("13 starred>Marsh secures")
	d.Press("s")
	d.Shows("13 read   >Marsh secures")
	d.Press("+", "j")
	d.Shows("read   >first")
	d.Press("z")
	d.Shows("The list has the whole screen.")
	d.Press("g", "j", "j", "j", "enter")
	d.Hides(">The")
	d.Press("tab", "enter", "q")
	d.Shows(">1 ", "visited 30 Sep")
	d.Resize(220, 60)
	d.Shows(">1 ")
}

func TestScreenReadersHearOfTheArchiveAtMostOnceASecond(t *testing.T) {
	booted(t, edition(), func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
		var times []time.Time
		reports := func(ctx context.Context, _ *feed.Store) func() (feed.Progress, bool) {
			return func() (feed.Progress, bool) {
				times = append(times, time.Now())
				return feed.Progress{Pass: 1, Seen: len(times), Total: 1000}, ctx.Err() == nil && len(times) < 10
			}
		}
		term := uitest.BootWith(t, store, [2]int{80, 24}, ui.Options{Accessible: true, Reports: reports})
		time.Sleep(time.Minute)
		term.Send("Q")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
		if len(times) != 10 {
			t.Errorf("%d reports", len(times))
		}
		for i := 1; i < len(times); i++ {
			if d := times[i].Sub(times[i-1]); d < time.Second {
				t.Errorf("%v after the last", d)
			}
		}
	})
}
