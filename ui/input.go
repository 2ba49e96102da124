package ui

import (
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// input is the terminal that sends the keys. It calls gone when no more can
// come: on some systems no signal reports that the terminal is gone, and the
// program would wait forever.
type input struct {
	*os.File
	gone func()
	done func()
}

// openInput opens standard input, or the terminal if standard input is a pipe.
func openInput() (*input, error) {
	if term.IsTerminal(os.Stdin.Fd()) {
		return &input{File: os.Stdin, done: func() {}}, nil
	}
	in, out, err := tea.OpenTTY()
	if err != nil {
		return nil, err
	}
	return &input{File: in, done: func() {
		_ = in.Close()
		_ = out.Close()
	}}, nil
}

// Read reports every error as the end of the input.
func (i *input) Read(p []byte) (int, error) {
	n, err := i.File.Read(p)
	if err != nil {
		i.gone()
		err = io.EOF
	}
	return n, err
}
