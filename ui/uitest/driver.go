// Package uitest drives the reader in tests: it sends keys and mouse events and
// reads the screen. Commands run as in Bubble Tea, each in its own goroutine, and
// the driver waits for all their answers; nothing waits for time.
package uitest

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/ui"
	"dateline/ui/cell"
	"dateline/ui/keys"
	"dateline/ui/uitest/page"
)

// Now is the time on a driver's clock: a Saturday.
var Now = time.Date(2024, 10, 12, 9, 30, 0, 0, time.UTC)

// Driver is a reader without a terminal. Create it with Start, Begin or Live.
type Driver struct {
	Store     *feed.Store
	Model     *ui.Model
	Ended     bool   // the program has quit
	Clipboard string // what was copied last
	Sent      string // what was sent to the terminal besides the screen; "<clear>" where the screen was cleared

	t       testing.TB
	w, h    int
	answers chan tea.Msg
	out     int       // commands that have not answered
	due     []tea.Msg // messages for Wait to deliver
	archive watched
	now     time.Time
}

// Open opens src as a store with its files under dir, and closes it at the end of
// the test.
func Open(tb testing.TB, src archive.Source, dir string) *feed.Store {
	tb.Helper()
	store, err := feed.Open(tb.Context(), src, feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := store.Close(); err != nil {
			tb.Error(err)
		}
	})
	return store
}

// Start starts the reader of store on a screen of w by h cells and waits
// until the archive has been read.
func Start(tb testing.TB, store *feed.Store, w, h int) *Driver {
	tb.Helper()
	d := Begin(tb, store, w, h)
	d.Scan()
	return d
}

// Bound is Start with keys that the reader has bound.
func Bound(tb testing.TB, store *feed.Store, w, h int, bound keys.Bound) *Driver {
	tb.Helper()
	return With(tb, store, w, h, func(o *ui.Options) { o.Keys = bound })
}

// With is Start with options that set changes.
func With(tb testing.TB, store *feed.Store, w, h int, set func(*ui.Options)) *Driver {
	tb.Helper()
	d := begin(newDriver(tb, store, w, h), (*Driver).script, set)
	d.Scan()
	return d
}

// Begin is Start for a test that reads the archive itself, with Scan.
func Begin(tb testing.TB, store *feed.Store, w, h int) *Driver {
	tb.Helper()
	return begin(newDriver(tb, store, w, h), (*Driver).script, func(*ui.Options) {})
}

func newDriver(tb testing.TB, store *feed.Store, w, h int) *Driver {
	tb.Helper()
	return &Driver{Store: store, t: tb, w: w, h: h, answers: make(chan tea.Msg), archive: newWatched(), now: Now}
}

func begin(d *Driver, reports reports, set func(*ui.Options)) *Driver {
	d.t.Helper()
	d.t.Cleanup(func() { cell.SetMethod(ansi.WcWidth) })
	o := ui.Options{
		Reports: func(ctx context.Context, store *feed.Store) func() (feed.Progress, bool) {
			return reports(d, ctx, store)
		},
		Now:  func() time.Time { return d.now },
		Rest: time.Nanosecond,
		Exec: func(cmd *exec.Cmd, done func(error) tea.Msg) tea.Cmd {
			return func() tea.Msg { return done(cmd.Run()) }
		},
		After: func(_ time.Duration, msg tea.Msg) tea.Cmd {
			return func() tea.Msg { return pause{msg} }
		},
	}
	set(&o)
	d.Model = ui.New(d.t.Context(), d.Store, o)
	d.run(d.Model.Init())
	d.Send(tea.WindowSizeMsg{Width: d.w, Height: d.h})
	return d
}

// pause holds a message until Wait.
type pause struct{ msg tea.Msg }

// Width returns the columns of the screen.
func (d *Driver) Width() int { return d.w }

// Pass sets the clock forward.
func (d *Driver) Pass(by time.Duration) { d.now = d.now.Add(by) }

// Send sends the reader a message and waits for all commands.
func (d *Driver) Send(msg tea.Msg) {
	d.t.Helper()
	d.update(msg)
	d.settle()
}

// Burst sends the reader messages without waiting between them, and then waits
// for all commands.
func (d *Driver) Burst(msgs ...tea.Msg) {
	d.t.Helper()
	for _, msg := range msgs {
		d.update(msg)
	}
	d.settle()
}

// Press presses keys one after another: "j", "enter", "shift+tab", "ctrl+d".
func (d *Driver) Press(names ...string) {
	d.t.Helper()
	for _, name := range names {
		d.Send(page.Key(name))
	}
}

// Type presses a key for each character of text.
func (d *Driver) Type(text string) {
	d.t.Helper()
	for _, r := range text {
		d.Send(tea.KeyPressMsg{Text: string(r), Code: r})
	}
}

// Search searches for text, keeps the result as the list and presses keys.
func (d *Driver) Search(text string, keys ...string) {
	d.t.Helper()
	d.Press("/")
	d.Type(text)
	d.Press("enter")
	d.Press(keys...)
}

// Resize changes the screen.
func (d *Driver) Resize(w, h int) {
	d.t.Helper()
	d.w, d.h = w, h
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Click presses the left button at a cell.
func (d *Driver) Click(x, y int) {
	d.t.Helper()
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// Wheel turns the wheel over a cell by n notches, up if n is negative.
func (d *Driver) Wheel(x, y, n int) {
	d.t.Helper()
	button := tea.MouseWheelDown
	if n < 0 {
		button, n = tea.MouseWheelUp, -n
	}
	for range n {
		d.Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
	}
}

// Wait lets time pass: it delivers the messages of all timers.
func (d *Driver) Wait() {
	d.t.Helper()
	due := d.due
	d.due = nil
	for _, msg := range due {
		d.Send(msg)
	}
}

// Screen returns the text on the screen, without styles. It fails the test if the
// view is taller or wider than the screen.
func (d *Driver) Screen() string {
	d.t.Helper()
	rows := strings.Split(d.Model.View().Content, "\n")
	if len(rows) > d.h {
		d.t.Errorf("the view has %d rows on a screen of %d", len(rows), d.h)
	}
	for i, row := range rows {
		if w := cell.Width(row); w > d.w {
			d.t.Errorf("row %d takes %d cells on a screen of %d: %q", i, w, d.w, row)
		}
		rows[i] = strings.TrimRight(ansi.Strip(row), " ")
	}
	return strings.Join(rows, "\n")
}

// Row returns a row of the screen; a negative y counts from the bottom.
func (d *Driver) Row(y int) string {
	d.t.Helper()
	rows := strings.Split(d.Screen(), "\n")
	if y < 0 {
		y += len(rows)
	}
	return rows[y]
}

// Shows fails the test unless each text is on the screen.
func (d *Driver) Shows(texts ...string) {
	d.t.Helper()
	screen := d.Screen()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			d.t.Errorf("the screen does not show %q:\n%s", text, screen)
		}
	}
}

// Hides fails the test if one of the texts is on the screen.
func (d *Driver) Hides(texts ...string) {
	d.t.Helper()
	screen := d.Screen()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			d.t.Errorf("the screen shows %q:\n%s", text, screen)
		}
	}
}

func (d *Driver) update(msg tea.Msg) {
	_, cmd := d.Model.Update(msg)
	d.run(cmd)
}

// run runs a command in a goroutine; settle takes its answer.
func (d *Driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	d.out++
	go func() {
		select {
		case d.answers <- cmd():
		case <-d.t.Context().Done():
		}
	}()
}

// deadline is the time after which a command fails the test.
const deadline = time.Minute

func (d *Driver) settle() {
	d.t.Helper()
	for d.out > d.archive.waiting {
		select {
		case d.archive.waiting = <-d.archive.parked:
		case msg := <-d.answers:
			d.out--
			d.take(msg)
		case <-time.After(deadline):
			d.t.Fatalf("a command has not answered for %v", deadline)
		}
	}
}

func (d *Driver) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.run(cmd)
		}
	case tea.QuitMsg:
		d.Ended = true
	case pause:
		d.due = append(d.due, msg.msg)
	default:
		switch fmt.Sprintf("%T", msg) {
		case "tea.setClipboardMsg":
			d.Clipboard = fmt.Sprint(msg)
		case "tea.RawMsg":
			d.Sent += fmt.Sprint(msg.(tea.RawMsg).Msg)
		case "tea.clearScreenMsg":
			d.Sent += "<clear>"
		}
		d.update(msg)
	}
}
