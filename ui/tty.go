package ui

import (
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// tty gives the terminal back while the program is stopped, and takes it again
// afterwards, whether a key or a signal stopped it. Bubble Tea alone handles only the
// key.
//
// It does not give the terminal back for good while the terminal still has to answer:
// the shell would take the answer for keys. The last of the queries at the start is
// one that every terminal answers.
type tty struct {
	program interface{ Send(msg tea.Msg) }
	start   time.Time      // of the program
	signals chan os.Signal // that the program is to stop, or was continued

	answered     bool // the terminal has answered the last query
	leaving      bool // the program quits when the terminal has answered
	terminalBidi bool // the terminal orders right-to-left text
}

// answerTime is the longest time after the start to wait for answers.
const answerTime = time.Second

// filter handles the messages that concern the terminal, before the reader.
func (t *tty) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case uv.PrimaryDeviceAttributesEvent:
		if t.answered = true; t.leaving {
			return tea.QuitMsg{}
		}
	case tea.QuitMsg:
		return t.quit()
	case tea.KeyPressMsg, tea.PasteMsg:
		if t.leaving {
			return nil
		}
	case tea.SuspendMsg:
		if !canStop() {
			return nil
		}
		return t.release(t.stop)
	}
	return msg
}

// quit returns a message that ends the program, or nil if another one will do so once
// the terminal has answered.
func (t *tty) quit() tea.Msg {
	left := answerTime - time.Since(t.start)
	if t.answered || left <= 0 {
		return tea.QuitMsg{}
	}
	if !t.leaving {
		t.leaving = true
		time.AfterFunc(left, func() { t.program.Send(tea.QuitMsg{}) })
	}
	return nil
}

// release returns a message that gives the terminal back, calls away, and takes the
// terminal again. The reader then gets a tea.ResumeMsg.
func (t *tty) release(away func()) tea.Msg {
	return tea.Exec(&absence{tty: t, away: away}, func(error) tea.Msg { return tea.ResumeMsg{} })()
}

// orderText tells the terminal whether the program orders right-to-left text. At other
// times the terminal does, if it can. It ignores the error of the write.
func (t *tty) orderText(program bool) {
	seq := ansi.SetModeBiDirectionalSupport
	if program {
		seq = ansi.ResetModeBiDirectionalSupport
	}
	if !t.terminalBidi {
		_, _ = os.Stdout.WriteString(seq)
	}
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
	time.Sleep(stopTime)
	a.tty.orderText(false)
	a.away()
	a.tty.orderText(true)
	return nil
}

// SetStdin does nothing.
func (a *absence) SetStdin(io.Reader) {}

// SetStdout does nothing.
func (a *absence) SetStdout(io.Writer) {}

// SetStderr does nothing.
func (a *absence) SetStderr(io.Writer) {}
