package ui

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
)

// start is the program while its store is being opened, which takes about as
// long as Bubble Tea takes to start. It shows nothing, and keeps messages for
// the reader, which replaces it.
type start struct {
	kept []tea.Msg
	done chan struct{} // closed when the fields below are set

	store  *feed.Store
	reader *Model
	err    error
	crash  any // the value and stack of a panic during opening
}

// opened is the message that the store is open, or that opening it failed.
type opened struct{}

// newStart returns a start, which opens the store in the background.
func newStart(ctx context.Context, open func(context.Context) (*feed.Store, error), o Options) *start {
	s := &start{done: make(chan struct{})}
	go s.open(ctx, open, o)
	return s
}

func (s *start) open(ctx context.Context, open func(context.Context) (*feed.Store, error), o Options) {
	defer close(s.done)
	restore := lazyGC()
	defer func() {
		if r := recover(); r != nil {
			s.crash = fmt.Sprintf("%v\n%s", r, debug.Stack())
		}
	}()
	if s.store, s.err = open(ctx); s.err != nil {
		return
	}
	m := New(ctx, s.store, o)
	m.start = early(m.start)
	m.first = firstScreen{undrawn: true, before: func(filling bool) {
		if !filling { // there are rows to draw
			wait(ctx, drawTime)
		}
		restore()
		s.store.TryMarks(ctx)
	}}
	s.reader = m
}

// lazyPercent is the GOGC for the first screen: there is little to collect, and
// collecting competes with drawing. Later, growing the heap costs more than
// collecting.
const lazyPercent = 400

// lazyGC makes the garbage collector run less often until restore is called.
func lazyGC() (restore func()) {
	usual := debug.SetGCPercent(lazyPercent)
	restore = sync.OnceFunc(func() { debug.SetGCPercent(usual) })
	if usual < 0 || usual > lazyPercent {
		restore() // it already runs less often
	}
	return restore
}

// early runs a command at once and returns a command that waits for its answer.
func early(cmd tea.Cmd) tea.Cmd {
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	return func() tea.Msg { return <-answer }
}

// Init asks the terminal for its background colour, and waits for the store.
func (s *start) Init() tea.Cmd { return tea.Batch(tea.RequestBackgroundColor, s.wait) }

// wait waits for the store. It repeats a panic during opening, because Bubble Tea
// restores the terminal before it prints one.
func (s *start) wait() tea.Msg {
	<-s.done
	if s.crash != nil {
		panic(s.crash)
	}
	return opened{}
}

// Update keeps a message for the reader, or hands over to it.
func (s *start) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "ctrl+c" {
		return s, tea.Quit
	}
	if _, ok := msg.(opened); !ok {
		s.kept = append(s.kept, msg)
		return s, nil
	}
	if s.err != nil {
		return s, tea.Quit
	}
	cmds := []tea.Cmd{s.reader.Init()}
	for _, msg := range s.kept {
		_, cmd := s.reader.Update(msg)
		cmds = append(cmds, cmd)
	}
	return s.reader, tea.Batch(cmds...)
}

// View is an empty screen.
func (s *start) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	return v
}

// end saves where the reader is, calls stop and closes the store.
func (s *start) end(ctx context.Context, stop func()) error {
	<-s.done
	var errs []error
	if s.err != nil && !errors.Is(s.err, context.Canceled) {
		errs = append(errs, s.err)
	}
	if s.reader != nil {
		errs = append(errs, s.reader.Save(context.WithoutCancel(ctx)))
	}
	stop()
	if s.store != nil {
		errs = append(errs, s.store.Close()) //nolint:contextcheck // it is closed even if ctx is done
	}
	return errors.Join(errs...)
}
