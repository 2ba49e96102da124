package ui

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/clean"
	"dateline/ui/command"
	"dateline/ui/intent"
	"dateline/ui/outside"
	"dateline/ui/prompt"
)

// piped is the message that the program that got a story has ended.
type piped struct {
	name string
	err  error
}

// openPipe opens the line for a command that gets the story, if there is one.
func (m *Model) openPipe() {
	if m.subject() != "" {
		m.piping = newPiping(m.pipes)
		m.show(intent.PipePage, m.piping)
	}
}

// pipe reads the story for a command, and remembers the command. The line stays open while
// its text is no command.
func (m *Model) pipe(text string) {
	args, err := outside.Filter(text, m.shell)
	if err != nil {
		m.piping.refuse(clean.Line(err.Error()))
		return
	}
	m.hide(&m.holders[intent.PipePage])
	m.pipes = prompt.Remember(m.pipes, text)
	m.saveSoon()
	name := filepath.Base(args[0])
	if m.shell {
		name = text
	}
	m.await(command.Print(m.env, m.subject(), command.Printed{Args: args, Name: name}))
}

// runPipe gives the terminal to the program until it has ended.
func (m *Model) runPipe(msg command.Printed) {
	if m.fail(msg.Err) || m.withholds(msg.Story) {
		return
	}
	cmd := m.external(msg.Args)
	cmd.Stdin = strings.NewReader(msg.Text)
	m.do(m.exec(cmd, func(err error) tea.Msg { return piped{msg.Name, err} }))
}

// showPiped says how the program has failed, if it has.
func (m *Model) showPiped(msg piped) {
	m.resumed()
	if text := ended(msg.name, msg.err); text != "" {
		m.fail(errors.New(text))
	}
}
