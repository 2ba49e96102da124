// Package page helps to test single pages: it makes key presses and checks that
// views fill their boxes.
package page

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/cell"
)

// Fills fails the test unless view has exactly h rows, none wider than w. The view
// of a box without cells must be empty.
func Fills(tb testing.TB, view string, w, h int) {
	tb.Helper()
	if w == 0 || h == 0 {
		if view != "" {
			tb.Errorf("%dx%d: view %q", w, h, view)
		}
		return
	}
	if got := strings.Count(view, "\n") + 1; got != h {
		tb.Errorf("%dx%d: %d rows", w, h, got)
	}
	for line := range strings.SplitSeq(view, "\n") {
		if got := cell.Width(line); got > w {
			tb.Errorf("%dx%d: a row of %d cells: %q", w, h, got, line)
		}
	}
}

var codes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"space": tea.KeySpace,
}

var mods = map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "shift": tea.ModShift, "alt": tea.ModAlt}

// Key returns the press of a key, named as in bindings: "j", "enter",
// "ctrl+d", "shift+tab".
func Key(name string) tea.KeyPressMsg {
	var k tea.Key
	if name == "+" {
		return tea.KeyPressMsg{Code: '+', Text: name}
	}
	parts := strings.Split(name, "+")
	for _, mod := range parts[:len(parts)-1] {
		k.Mod |= mods[mod]
	}
	last := parts[len(parts)-1]
	if code, ok := codes[last]; ok {
		k.Code = code
		if last == "space" {
			k.Text = " "
		}
		return tea.KeyPressMsg(k)
	}
	k.Code = []rune(last)[0]
	if k.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		k.Text = last
	}
	return tea.KeyPressMsg(k)
}
