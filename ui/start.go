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
// the reader, which takes its place.
type start struct {
	kept []tea.Msg
	done chan struct{} // closed when the fields below are set

	store  *feed.Store
	reader *Model
	err    error
	crash  any // the value of a panic while the store was opened
}

// opened is the message that the store is open, or that it cannot be.
type opened struct{}

// newStart begins to open the store.
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
			wait(ctx, drawn)
		}
		restore()
		s.store.TryMarks(ctx)
	}}
	s.reader = m
}

// lazyPercent is the GOGC of the first screen: there is little to collect, and
// collecting takes the processor that draws. Later, new memory costs more than
// the collector.
const lazyPercent = 400

// lazyGC makes the garbage collector run less often until restore is called.
func lazyGC() (restore func()) {
	usual := debug.SetGCPercent(lazyPercent)
	restore = sync.OnceFunc(func() { debug.SetGCPercent(usual) })
	if usual < 0 || usual > lazyPercent {
		restore() // it ran even less often
	}
	return restore
}

// early runs a command at once and returns one that waits for its answer.
func early(cmd tea.Cmd) tea.Cmd {
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	return func() tea.Msg { return <-answer }
}

// Init waits for the store. It repeats a panic of the opening here, where
// Bubble Tea gives the terminal back before it prints one.
func (s *start) Init() tea.Cmd {
	return func() tea.Msg {
		<-s.done
		if s.crash != nil {
			panic(s.crash)
		}
		return opened{}
	}
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
		errs = append(errs, s.store.Close()) //nolint:contextcheck // it is closed whatever ended ctx
	}
	return errors.Join(errs...)
}
