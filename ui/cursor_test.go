package ui_test

import (
	"strings"
	"testing"

	"dateline/feed"
	"dateline/ui"
	"dateline/ui/uitest"
)

func TestTheCursorIsOnWhatIsSelected(t *testing.T) {
	pages := []string{
		"j J j k G k g + j J d u", // the list, with takes below a row
		"/s \r j J + j",           // a search
		"/ferry\r j \r n",         // its hits in a story
		"\r \t \t G \t \x1b[Z d",  // links
		"\r G r j", "r j J",       // what is around a story
		"\r v j", "\r T j", // takes, time line
		"\r :map\r \x1b[D", "c \x1b[D", // map, strip
		"f j k j /x", "\r \x1b j \r :trail\r k", "? /x", "M", "t", "w",
	}
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 50}} {
		onTerminal(t, edition(), size[0], size[1], func(t *testing.T, term *uitest.Terminal) { //nolint:thelper // it is the test itself, inside a bubble
			checkCursor(t, term, size, "the start")
			for _, keys := range pages {
				for key := range strings.SplitSeq(keys+strings.Repeat(" \x1b", 4)+" g", " ") {
					term.Send(key)
					checkCursor(t, term, size, keys+" at "+key)
				}
			}
			term.Send("\x03")
			if err := term.Ended(); err != nil {
				t.Error(err)
			}
		})
	}
}

// checkCursor checks that the cursor is in what is reversed, or in the line where text is
// typed. If nothing is reversed, it is in a cell with text.
func checkCursor(t *testing.T, term *uitest.Terminal, size [2]int, typed string) {
	t.Helper()
	x, y, text, visible := term.Cursor()
	reversed := term.Reversed()
	right := reversed[[2]int{x, y}] || len(reversed) == 0 && strings.TrimSpace(text) != "" || y == size[1]-1 || strings.Contains(term.Screen(), "│ /")
	if !visible || !right {
		t.Errorf("%v, %q: the cursor is at %d,%d, visible %v:\n%s", size, typed, x, y, visible, term.Screen())
	}
}

func TestAHiddenCursorIsShownWhereTextIsTyped(t *testing.T) {
	booted(t, edition(), func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
		term := uitest.BootWith(t, store, [2]int{80, 24}, ui.Options{HideCursor: true})
		if _, _, _, visible := term.Cursor(); visible {
			t.Error("the cursor is visible in the list")
		}
		term.Send("/fe")
		if x, y, _, visible := term.Cursor(); x != 3 || y != 23 || !visible {
			t.Errorf("the cursor is at %d,%d, visible %v", x, y, visible)
		}
		term.Send("\x03")
		if err := term.Ended(); err != nil {
			t.Error(err)
		}
	})
}
