package ui

import (
	"errors"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/outside"
	"dateline/ui/trail"
)

// noEditor returns the note that there is no editor.
func noEditor() string { return locale.T("Set VISUAL or EDITOR to an editor.") }

// closed is the message that the editor with the file of a story has ended.
type closed struct {
	file    command.Original
	program string
	err     error
}

// openInEditor opens the file of the story that has the keys in the reader's editor, at the
// paragraph that is read.
func (m *Model) openInEditor() {
	switch id := m.subject(); {
	case id == "":
	case outside.Editor() == nil:
		m.say(noEditor())
	default:
		m.await(command.FindOriginal(m.env, id, m.paragraph()))
	}
}

// editOriginal handles the answer to openInEditor.
func (m *Model) editOriginal(o command.Original) {
	if m.fail(o.Err) {
		return
	}
	if m.withholds(o.Story) {
		m.do(o.Remove())
		return
	}
	args := outside.At(outside.Editor(), o.Path, o.Line)
	m.runEditor(args, func(err error) tea.Msg { return closed{o, filepath.Base(args[0]), err} })
}

// runEditor gives the terminal to an editor until it ends.
func (m *Model) runEditor(args []string, done func(error) tea.Msg) {
	m.do(m.exec(m.external(args), done))
}

// readAgain shows the story as its file is after the editor has ended.
func (m *Model) readAgain(msg closed) {
	m.resumed()
	m.do(msg.file.Remove())
	m.env.Store.Look()
	m.reread(msg.file.ID)
	switch text := ended(msg.program, msg.err); {
	case text != "":
		m.fail(errors.New(text))
	case msg.file.Copied():
		m.say(locale.F("That was a copy, which is gone, of %s", clean.Line(msg.file.File)))
	}
}

// reread reads a story that is on the screen from its file, and shows it at the same place.
func (m *Model) reread(id story.ID) {
	switch {
	case id != m.story.ID():
	case m.inStory():
		at := m.story.Place()
		m.goTo(id, &trail.Stop{Story: id, Block: at.Block, Offset: at.Offset, Link: m.story.Link()})
	default:
		m.story.Hide() // the pane beside the list requests it
	}
}

// external returns a program and its arguments as a command that ends with the reader.
func (m *Model) external(args []string) *exec.Cmd {
	cmd := exec.CommandContext(m.env.Ctx, args[0], args[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) } // it restores the terminal
	cmd.WaitDelay = time.Second
	return cmd
}

// ended says in one line how a program has failed; "" if it has not.
func ended(program string, err error) string {
	if err == nil {
		return ""
	}
	program = clean.Line(program)
	exit, ok := errors.AsType[*exec.ExitError](err)
	switch {
	case !ok:
		return clean.Line(err.Error())
	case exit.ExitCode() < 0:
		return locale.F("%s was ended: %s", program, exit.Error())
	}
	return locale.F("%s ended with exit code %d", program, exit.ExitCode())
}
