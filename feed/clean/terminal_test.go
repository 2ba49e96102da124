package clean

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/feedtest"
	"dateline/feed/feedtest/screen"
)

// hostile is text that commands a terminal.
var hostile = []string{
	"\x1b]0;owned\a", "\x1b]2;owned\x1b\\", "\x1b]0;owned", "\x1b]1;icon\a", "\x1b]7;file:///x\a", "\x1b]8;;http://x.example\a",
	"\x1b]10;#ff0000\a", "\x1b]11;#ff0000\a", "\x1b]12;#ff0000\a", "\x1b]52;c;QUJD\a",
	"\x1b[?1049h", "\x1b[?25l", "\x1b[?1000h", "\x1b[4h", "\x1b[20h", "\x1b[5 q", "\x1b[!p",
	"\x1b[2J", "\x1b[H", "\x1b[5;5H", "\x1b[3A", "\x1b[7m", "\x1b[31", "\x1b[3", "\x1b[", "\x1b", "\x1b(0", "\x1bc", "\x1b7", "\x1b8", "\x1bM", "\x1bD",
	"\x1bP$q q\x1b\\", "\x1bPdcs", "\x1b_apc\x1b\\", "\x1b_apc", "\x1b^pm", "\x1bXsos", "\x1b[6n", "\x1b[c",
	"\u009b2J", "\u009b?25l", "\u009d0;owned\u009c", "\u009d0;owned", "\u0090dcs", "\u009fapc", "\u0098sos", "\u0084", "\u0085", "\u008d",
	"\x9b2J", "\x9b?25l", "\x9d0;owned\x9c", "\x9d0;owned", "\x90dcs", "\x9fapc", "\x84", "\x8d", "\x9b", "\xc2", "\xc2\x1b[7m",
	"\a", "\b\b\b", "\x0e", "\x0f", "\r", "\v", "\f", "\x7f", "\x05", "\x00", "\x18", "\x1a",
}

func TestATerminalIsNotCommanded(t *testing.T) {
	for _, h := range append(feedtest.Escapes(), hostile...) {
		got := Text("A" + h + "\nZ")
		s := screen.New(t, 60, 8)
		s.Show(got)
		lines := strings.Split(got, "\n")
		at, wraps := s.CursorPosition(), len(got) > s.Width()
		if !wraps && (at.Y != len(lines)-1 || at.X != ansi.StringWidth(lines[len(lines)-1])) {
			t.Errorf("%q as %q moved the cursor to %v", h, got, at)
		}
		if changed, styled := s.Changed(), s.Styled(); len(changed) > 0 || len(styled) > 0 {
			t.Errorf("%q as %q changed %q %q", h, got, changed, styled)
		}
		if !strings.HasPrefix(got, "A") || !strings.HasSuffix(got, "Z") {
			t.Errorf("%q took text with it: %q", h, got)
		}
	}
}

// TestATerminalIsNotCommandedAtJoints joins each pair of hostile pieces after cleaning
// them separately.
func TestATerminalIsNotCommandedAtJoints(t *testing.T) {
	s := screen.New(t, 60, 8)
	for _, a := range hostile {
		for _, b := range append(hostile, "[31m", "]0;x\a", "[?1049h", "c", "(0", "\\") {
			s.Show(Text("A"+a) + Text(b+"Z") + "\n")
		}
	}
	if at := s.CursorPosition(); at.X != 0 || at.Y != s.Height()-1 {
		t.Errorf("the cursor is at %v", at)
	}
	if changed, styled := s.Changed(), s.Styled(); len(changed) > 0 || len(styled) > 0 {
		t.Errorf("changed %q %q", changed, styled)
	}
}
