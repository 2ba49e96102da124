package ui

import (
	"io"
	"os"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
)

// input is the terminal that sends the keys. It calls gone when no more can
// come: on some systems no signal reports that the terminal is gone, and the
// program would wait forever.
type input struct {
	*os.File
	mu   sync.Mutex // held from the question whether there is input until it is read
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

// Read reads what there is, and reports every error as the end of the input. Bubble Tea
// calls it when there is input. If another reader took that meanwhile, Read returns 0: it
// would wait for a key that is meant for the next program.
func (i *input) Read(p []byte) (int, error) {
	n, err := i.take(p)
	if err != nil {
		i.gone()
		err = io.EOF
	}
	return n, err
}

// take reads the input that there is, if any, and does not wait for more.
func (i *input) take(p []byte) (int, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if !i.ready(0) {
		return 0, nil
	}
	return i.File.Read(p)
}
