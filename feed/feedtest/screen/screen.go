// Package screen provides tests with an emulated terminal that says what a text does to
// it. Only tests import it.
package screen

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

// Screen is an emulated terminal. Create it with New.
type Screen struct {
	*vt.Emulator

	t       testing.TB
	changed []string
	answers chan string
}

// New returns a terminal of w by h cells.
func New(tb testing.TB, w, h int) *Screen {
	tb.Helper()
	s := &Screen{Emulator: vt.NewEmulator(w, h), t: tb, answers: make(chan string)}
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
	for n := range 2000 { // those that the emulator does nothing for
		if n > 12 || n > 2 && n < 7 || n == 9 {
			s.RegisterOscHandler(n, func(data []byte) bool { note(fmt.Sprintf("OSC %q", data)); return true })
		}
	}
	s.RegisterApcHandler(func(data []byte) bool { note(fmt.Sprintf("APC %q", data)); return true })
	done := make(chan struct{})
	go s.listen(done)
	tb.Cleanup(func() {
		// Close races with Read, so stop the reading first.
		if pipe, ok := s.InputPipe().(io.Closer); ok {
			_ = pipe.Close()
			<-done
		}
		_ = s.Close()
	})
	return s
}

// listen takes the answers of the terminal, which would otherwise block. It passes them on
// up to an answer to question.
func (s *Screen) listen(done chan<- struct{}) {
	defer close(done)
	all := ""
	for buf := make([]byte, 1<<10); ; {
		n, err := s.Read(buf)
		if err != nil {
			return
		}
		if all += string(buf[:n]); strings.HasSuffix(all, answer) {
			s.answers <- strings.TrimSuffix(all, answer)
			all = ""
		}
	}
}

// The question whether the terminal works, and its answer.
var question, answer = "\x1b[5n", ansi.DeviceStatusReport(ansi.DECStatusReport(0))

// Show writes text to the terminal, which starts each line at the left edge.
func (s *Screen) Show(text string) {
	s.t.Helper()
	if _, err := s.WriteString(strings.ReplaceAll(text, "\n", "\r\n")); err != nil {
		s.t.Fatal(err)
	}
}

// Changed returns what the terminal has changed since the last call, besides its cells
// and the place of its cursor, and what it has answered.
func (s *Screen) Changed() []string {
	s.t.Helper()
	s.Show(question)
	if text := <-s.answers; text != "" {
		s.changed = append(s.changed, fmt.Sprintf("answer %q", text))
	}
	changed := s.changed
	s.changed = nil
	return changed
}

// Styled returns the cells that do not look plain.
func (s *Screen) Styled() (out []string) {
	for y := range s.Height() {
		for x := range s.Width() {
			if c := s.CellAt(x, y); c != nil && (c.Style != uv.Style{} || c.Link != uv.Link{}) {
				out = append(out, fmt.Sprintf("%d,%d %+v", x, y, c))
			}
		}
	}
	return out
}
