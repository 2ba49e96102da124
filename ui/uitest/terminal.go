package uitest

import (
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"dateline/feed"
	"dateline/ui"
	"dateline/ui/cell"
)

// Terminal is the whole program on an emulated terminal. It runs in a synctest
// bubble, so its time passes only while all goroutines wait.
type Terminal struct {
	Program *tea.Program
	Model   *ui.Model
	Fault   atomic.Bool // makes the reader panic at the next search

	t      testing.TB
	mu     sync.Mutex
	emu    *vt.Emulator
	title  string
	cursor bool            // it is visible
	sent   strings.Builder // all that the program has written
	ended  chan error
}

// Boot starts the program with store on a terminal of w by h cells and waits until
// it is idle. The terminal counts cells by code point. The caller must be in a
// synctest bubble, and must call Ended before the bubble ends.
func Boot(tb testing.TB, store *feed.Store, w, h int, options ...tea.ProgramOption) *Terminal {
	tb.Helper()
	return boot(tb, store, vt.NewEmulator(w, h), ui.Options{}, options...)
}

// BootWith is Boot on a terminal of a size in cells, with settings of the reader.
func BootWith(tb testing.TB, store *feed.Store, size [2]int, settings ui.Options, options ...tea.ProgramOption) *Terminal {
	tb.Helper()
	return boot(tb, store, vt.NewEmulator(size[0], size[1]), settings, options...)
}

// BootUnicode is Boot on a terminal that counts cells by grapheme cluster once the
// program has switched mode 2027 on.
func BootUnicode(tb testing.TB, store *feed.Store, w, h int, options ...tea.ProgramOption) *Terminal {
	tb.Helper()
	emu := vt.NewEmulator(w, h)
	if _, err := emu.WriteString(ansi.ResetModeUnicodeCore); err != nil { // from now on it knows the mode
		tb.Fatal(err)
	}
	return boot(tb, store, emu, ui.Options{}, options...)
}

func boot(tb testing.TB, store *feed.Store, emu *vt.Emulator, settings ui.Options, options ...tea.ProgramOption) *Terminal {
	tb.Helper()
	tb.Cleanup(func() { cell.SetMethod(ansi.WcWidth) })
	term := &Terminal{t: tb, emu: emu, ended: make(chan error, 1)}
	term.emu.SetCallbacks(vt.Callbacks{Title: func(s string) { term.title = s }, CursorVisibility: func(on bool) { term.cursor = on }})
	settings.Now = func() time.Time {
		if term.Fault.Load() {
			panic("the test has set Fault")
		}
		return Now
	}
	term.Model = ui.New(tb.Context(), store, settings)
	term.Program = tea.NewProgram(term.Model, append([]tea.ProgramOption{
		tea.WithContext(tb.Context()),
		tea.WithInput(input{term.emu}),
		tea.WithOutput(term),
		tea.WithWindowSize(emu.Width(), emu.Height()),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}),
		tea.WithColorProfile(colorprofile.ANSI),
		tea.WithoutSignals(),
	}, options...)...)
	go func() {
		_, err := term.Program.Run()
		if c, ok := term.emu.InputPipe().(io.Closer); ok {
			_ = c.Close() // a pipe does not fail to close
		}
		term.ended <- err
	}()
	term.Settle()
	return term
}

// input is what the terminal sends to the program.
type input struct{ from io.Reader }

func (i input) Read(p []byte) (int, error) { return i.from.Read(p) }

// Write takes the program's output.
func (term *Terminal) Write(p []byte) (int, error) {
	term.mu.Lock()
	defer term.mu.Unlock()
	term.sent.Write(p)
	// For the program this is a terminal in cooked mode, which starts a line at
	// its left edge.
	text := strings.ReplaceAll(string(p), "\n", "\r\n")
	for part := range strings.SplitAfterSeq(text, ansi.SetModeUnicodeCore) {
		if !term.Clusters() {
			part = apart(part)
		}
		if _, err := term.emu.WriteString(part); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

// Clusters reports whether the terminal counts cells by grapheme cluster.
func (term *Terminal) Clusters() bool { return term.emu.WidthMethod() == ansi.GraphemeWidth }

// apart returns text for the emulator, which counts cells by cluster in every mode.
// Each cluster whose cells depend on the mode is replaced with letters that have the
// cells of its code points.
func apart(text string) string {
	var b strings.Builder
	state := ansi.NormalState
	for text != "" {
		seq, w, n, next := ansi.DecodeSequence(text, state, nil)
		if wc := ansi.StringWidthWc(seq); w > 0 && wc != w {
			seq = strings.Repeat("x", wc)
		}
		b.WriteString(seq)
		text, state = text[n:], next
	}
	return b.String()
}

// Settle waits until the program is idle and has drawn a frame.
func (term *Terminal) Settle() {
	for range 3 {
		synctest.Wait()
		time.Sleep(50 * time.Millisecond)
	}
	synctest.Wait()
}

// Send types bytes as a terminal sends them: "j", "\r", "\x1b[B".
func (term *Terminal) Send(bytes string) {
	term.t.Helper()
	term.emu.SendText(bytes)
	term.Settle()
}

// Screen returns the text on the terminal.
func (term *Terminal) Screen() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	rows := strings.Split(term.emu.String(), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " \r")
	}
	return strings.Join(rows, "\n")
}

// State returns the state that the program has set on the terminal.
func (term *Terminal) State() (altScreen bool, title string) {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.emu.IsAltScreen(), term.title
}

// Cursor returns the cell of the cursor and the text there.
func (term *Terminal) Cursor() (x, y int, text string, visible bool) {
	term.mu.Lock()
	defer term.mu.Unlock()
	at := term.emu.CursorPosition()
	return at.X, at.Y, term.emu.CellAt(at.X, at.Y).Content, term.cursor
}

// Reversed returns the cells that are reversed.
func (term *Terminal) Reversed() map[[2]int]bool {
	term.mu.Lock()
	defer term.mu.Unlock()
	cells := map[[2]int]bool{}
	for y := range term.emu.Height() {
		for x := range term.emu.Width() {
			if c := term.emu.CellAt(x, y); c != nil && c.Style.Attrs&uv.AttrReverse != 0 {
				cells[[2]int{x, y}] = true
			}
		}
	}
	return cells
}

// Sent returns all that the program has written to the terminal.
func (term *Terminal) Sent() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.sent.String()
}

// Shows fails the test unless each text is on the screen.
func (term *Terminal) Shows(texts ...string) {
	term.t.Helper()
	screen := term.Screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			term.t.Errorf("the terminal does not show %q:\n%s", text, screen)
		}
	}
}

// Ended waits for the end of the program and returns its error.
func (term *Terminal) Ended() error {
	err := <-term.ended
	time.Sleep(time.Minute) // let running timers end
	return err
}
