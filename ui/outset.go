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

// outset is the program while its store is being opened, which takes about as
// long as Bubble Tea takes to start. It shows nothing, and what comes it keeps
// for the reader, which takes its place.
type outset struct {
	kept []tea.Msg
	done chan struct{} // closed when what follows is there

	store  *feed.Store
	reader *Model
	err    error
	crash  any // what the opening panicked with
}

// opens is the message that the store is open, or that it cannot be.
type opens struct{}

// newOutset begins to open the store.
func newOutset(ctx context.Context, open func(context.Context) (*feed.Store, error), o Options) *outset {
	s := &outset{done: make(chan struct{})}
	go s.open(ctx, open, o)
	return s
}

func (s *outset) open(ctx context.Context, open func(context.Context) (*feed.Store, error), o Options) {
	defer close(s.done)
	hurry := relax()
	defer func() {
		if r := recover(); r != nil {
			s.crash = fmt.Sprintf("%v\n%s", r, debug.Stack())
		}
	}()
	if s.store, s.err = open(ctx); s.err != nil {
		return
	}
	m := New(ctx, s.store, o)
	m.start, m.undrawn = ahead(m.start), true
	m.scan.before = func(filling bool) {
		if !filling { // there is something to draw
			wait(ctx, drawn)
		}
		hurry()
		s.store.TryMarks(ctx)
	}
	s.reader = m
}

// roomy is how late the garbage collector comes until the first screen is drawn,
// in the terms of GOGC: there is little to collect, and it takes the processor
// that draws. Later, memory that is new costs more than the collector.
const roomy = 400

// relax lets the garbage collector come late until hurry is called.
func relax() (hurry func()) {
	usual := debug.SetGCPercent(roomy)
	hurry = sync.OnceFunc(func() { debug.SetGCPercent(usual) })
	if usual < 0 || usual > roomy {
		hurry() // it came later already
	}
	return hurry
}

// ahead runs a command at once and returns one that waits for its answer.
func ahead(cmd tea.Cmd) tea.Cmd {
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	return func() tea.Msg { return <-answer }
}

// Init waits for the store. A panic comes up again here, where Bubble Tea gives
// the terminal back before it tells of it.
func (s *outset) Init() tea.Cmd {
	return func() tea.Msg {
		<-s.done
		if s.crash != nil {
			panic(s.crash)
		}
		return opens{}
	}
}

// Update keeps a message for the reader, or hands over to it.
func (s *outset) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "ctrl+c" {
		return s, tea.Quit
	}
	if _, ok := msg.(opens); !ok {
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
func (s *outset) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	return v
}

// end keeps where the reader is, stops what works for it and closes the store.
func (s *outset) end(ctx context.Context, stop func()) error {
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
		errs = append(errs, s.store.Close())
	}
	return errors.Join(errs...)
}
