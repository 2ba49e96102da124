package ui

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/graphics"
)

// tty gives the terminal back while the program is stopped, and takes it again
// afterwards, whether a key or a signal stopped it. Bubble Tea alone handles only the
// key.
//
// When it gives the terminal back while answers to queries may still come, it asks a last
// question, which every terminal answers, and reads up to the answer: the shell would take
// answers for keys.
type tty struct {
	program interface{ Send(msg tea.Msg) }
	in      *input
	asked   time.Time      // about when Bubble Tea has last sent queries
	signals chan os.Signal // that the program is to stop, or was continued
	lent    *atomic.Bool   // another program has the terminal

	kept *graphics.Kept
}

// answerTime is how long answers may take, and the longest time to wait for them.
const answerTime = 4 * time.Second

// filter handles the message to stop before the reader, and notes when the reader asks the
// terminal.
func (t *tty) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if raw, ok := msg.(tea.RawMsg); ok {
		if _, ok := raw.Msg.(inquiry); ok {
			t.asked = time.Now()
		}
	}
	if _, ok := msg.(tea.SuspendMsg); !ok {
		return msg
	}
	if !canStop() {
		return nil
	}
	return t.release(t.stop)
}

// release returns a message that gives the terminal back, calls away, and takes the
// terminal again. The reader then gets a tea.ResumeMsg.
func (t *tty) release(away func()) tea.Msg {
	return tea.Exec(&absence{tty: t, away: away}, func(error) tea.Msg { return tea.ResumeMsg{} })()
}

// exec gives the terminal to a program until that has ended. If the program has an input of
// its own and has printed something, the terminal is taken again at the next key.
func (t *tty) exec(cmd *exec.Cmd, done func(error) tea.Msg) tea.Cmd {
	var err error
	run := func() {
		t.lent.Store(true)
		defer t.lent.Store(false)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if cmd.Stdin != nil {
			t.keepOutput(func() { err = cmd.Run() })
			return
		}
		cmd.Stdin = t.in.File
		err = cmd.Run()
	}
	return tea.Exec(&absence{tty: t, away: run}, func(failed error) tea.Msg { return done(errors.Join(err, failed)) })
}

// keepOutput calls run and then waits for a key, unless the cursor of the terminal is where it
// was before: nothing was printed, or on another screen, as by a pager. Two lines below the
// cursor make room, so that a line of output moves it.
func (t *tty) keepOutput(run func()) {
	_, _ = os.Stdout.WriteString("\n\n" + ansi.CursorUp(2))
	before := t.in.cursor()
	run()
	if after := t.in.cursor(); before != "" && after == before {
		return
	}
	_, _ = os.Stdout.WriteString("\n[" + locale.T("Press a key to go back to dateline") + "]")
	t.in.waitForKey()
	_, _ = os.Stdout.WriteString("\n")
}

// waitForKey waits until a key is pressed, or the terminal is gone.
func (i *input) waitForKey() {
	if state, err := term.MakeRaw(i.Fd()); err == nil {
		defer term.Restore(i.Fd(), state) //nolint:errcheck // the terminal may be gone
	}
	buf := make([]byte, 4096)
	for {
		if i.ready(time.Second) {
			if n, err := i.take(buf); n > 0 || err != nil {
				return
			}
		}
	}
}

// orderText tells the terminal whether the program orders right-to-left text. At other
// times the terminal does, if it can.
func (t *tty) orderText(program bool) string {
	switch {
	case bidi.ByTerminal():
		return ""
	case program:
		return ansi.ResetModeBiDirectionalSupport
	}
	return ansi.SetModeBiDirectionalSupport
}

// The title of the window is kept on the terminal's stack of titles while the program has it.
const (
	keepTitle   = "\x1b[22;2t"
	returnTitle = "\x1b[23;2t"
)

// enter sets what Bubble Tea does not: who orders text, reports of a change between light and
// dark, and that the title of the window comes back. It ignores the error of the write.
func (t *tty) enter() {
	_, _ = os.Stdout.WriteString(keepTitle + ansi.SetModeLightDark + t.orderText(true))
}

// leave undoes enter, and removes the pictures that the terminal keeps.
func (t *tty) leave() {
	_, _ = os.Stdout.WriteString(t.kept.Keep() + ansi.ResetModeLightDark + returnTitle + t.orderText(false))
}

// absence is a tea.ExecCommand that calls a function.
type absence struct {
	tty  *tty
	away func()
}

// stopTime is the time in which Bubble Tea's renderer stops. Bubble Tea does not wait
// for that: a renderer that starts earlier is stopped too, and never draws.
const stopTime = 50 * time.Millisecond

// Run calls the function.
func (a *absence) Run() error {
	answered := a.tty.fence()
	time.Sleep(stopTime)
	answered()
	a.tty.leave()
	a.away()
	a.tty.enter()
	a.tty.asked = time.Now()
	return nil
}

// SetStdin does nothing.
func (a *absence) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (a *absence) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (a *absence) SetStderr(io.Writer) {}
