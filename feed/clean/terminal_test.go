package clean

import (
	"fmt"
	"image/color"
	"io"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// screen is an emulated terminal that records the changes that commands make.
type screen struct {
	*vt.Emulator
	changed []string
}

func newScreen(t *testing.T) *screen {
	t.Helper()
	s := &screen{Emulator: vt.NewEmulator(60, 8)}
	note := func(change string) { s.changed = append(s.changed, change) }
	s.SetCallbacks(vt.Callbacks{
		Bell:             func() { note("bell") },
		Title:            func(v string) { note("title " + v) },
		IconName:         func(v string) { note("icon " + v) },
		AltScreen:        func(bool) { note("alternate screen") },
		CursorVisibility: func(bool) { note("cursor visibility") },
		CursorStyle:      func(vt.CursorStyle, bool) { note("cursor style") },
		CursorColor:      func(color.Color) { note("cursor colour") },
		BackgroundColor:  func(color.Color) { note("background") },
		ForegroundColor:  func(color.Color) { note("foreground") },
		WorkingDirectory: func(string) { note("working directory") },
		EnableMode:       func(m ansi.Mode) { note(fmt.Sprint("mode on ", m)) },
		DisableMode:      func(m ansi.Mode) { note(fmt.Sprint("mode off ", m)) },
	})
	// The answers of the terminal must be read, or it blocks.
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = io.Copy(io.Discard, s)
	}()
	t.Cleanup(func() {
		// Close races with Read, so stop the reading first.
		if pipe, ok := s.InputPipe().(io.Closer); ok {
			_ = pipe.Close()
			<-done
		}
		_ = s.Close()
	})
	return s
}

// styled returns the cells that do not look plain.
func (s *screen) styled() []string {
	var out []string
	for y := range s.Height() {
		for x := range s.Width() {
			if c := s.CellAt(x, y); c != nil && (c.Style != uv.Style{} || c.Link != uv.Link{}) {
				out = append(out, fmt.Sprintf("%d,%d %+v", x, y, c))
			}
		}
	}
	return out
}

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
	for _, h := range hostile {
		got := Text("A" + h + "\nZ")
		s := newScreen(t)
		write(t, s, got)
		if len(s.changed) > 0 || len(s.styled()) > 0 {
			t.Errorf("%q as %q changed %q %q", h, got, s.changed, s.styled())
		}
		lines := strings.Split(got, "\n")
		at := s.CursorPosition()
		if at.Y != len(lines)-1 || at.X != ansi.StringWidth(lines[len(lines)-1]) {
			t.Errorf("%q as %q moved the cursor to %v", h, got, at)
		}
		if !strings.HasPrefix(got, "A") || !strings.HasSuffix(got, "Z") {
			t.Errorf("%q took text with it: %q", h, got)
		}
	}
}

// TestATerminalIsNotCommandedAtJoints joins each pair of hostile pieces after cleaning
// them separately.
func TestATerminalIsNotCommandedAtJoints(t *testing.T) {
	s := newScreen(t)
	for _, a := range hostile {
		for _, b := range append(hostile, "[31m", "]0;x\a", "[?1049h", "c", "(0", "\\") {
			write(t, s, Text("A"+a)+Text(b+"Z")+"\n")
		}
	}
	if len(s.changed) > 0 || len(s.styled()) > 0 {
		t.Errorf("changed %q %q", s.changed, s.styled())
	}
	if at := s.CursorPosition(); at.X != 0 || at.Y != s.Height()-1 {
		t.Errorf("the cursor is at %v", at)
	}
}

// write writes text to s with the line ends that a terminal needs.
func write(t *testing.T, s *screen, text string) {
	t.Helper()
	if _, err := s.WriteString(strings.ReplaceAll(text, "\n", "\r\n")); err != nil {
		t.Fatal(err)
	}
}
