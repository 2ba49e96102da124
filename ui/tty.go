package ui

import (
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
)

// tty gives the terminal back while the program is stopped, and takes it again
// afterwards, whether a key or a signal stopped it. Bubble Tea alone handles only the
// key.
type tty struct {
	program *tea.Program
	signals chan os.Signal // that the program is to stop, or was continued
}

// filter handles the messages that concern the terminal, before the reader.
func (t *tty) filter(_ tea.Model, msg tea.Msg) tea.Msg {
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
	return tea.Exec(&absence{away: away}, func(error) tea.Msg { return tea.ResumeMsg{} })()
}

// absence is a tea.ExecCommand that calls a function.
type absence struct {
	away func()
}

// stopTime is the time in which Bubble Tea's renderer stops. Bubble Tea does not wait
// for that: a renderer that starts earlier is stopped too, and never draws.
const stopTime = 50 * time.Millisecond

// Run calls the function.
func (a *absence) Run() error {
	time.Sleep(stopTime)
	a.away()
	return nil
}

// SetStdin does nothing.
func (a *absence) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (a *absence) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (a *absence) SetStderr(io.Writer) {}
