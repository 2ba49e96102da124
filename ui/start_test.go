package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

type opener = func(context.Context) (*feed.Store, error)

// desk returns a function that opens a store of three stories with its files in
// dir.
func desk(dir string) opener {
	return func(ctx context.Context) (*feed.Store, error) {
		return feed.Open(ctx, archive.FS("desk", "desk", feedtest.FS(3)), feed.Dirs{Cache: dir, State: dir})
	}
}

func TestMessagesBeforeTheStoreIsOpenReachTheReader(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	release, open := make(chan struct{}), desk(t.TempDir())
	s := newStart(ctx, func(ctx context.Context) (*feed.Store, error) { <-release; return open(ctx) }, Options{})
	for _, msg := range []tea.Msg{tea.WindowSizeMsg{Width: 80, Height: 24}, tea.KeyPressMsg{Code: '?', Text: "?"}} {
		if m, cmd := s.Update(msg); m != tea.Model(s) || cmd != nil {
			t.Errorf("%T has an effect", msg)
		}
	}
	if v := s.View(); v.Content != "" || !v.AltScreen {
		t.Errorf("the screen shows %q", v.Content)
	}
	close(release)
	m, _ := s.Update(s.wait())
	if got := ansi.Strip(m.View().Content); !strings.Contains(got, "Keys in the list") {
		t.Errorf("the key did not reach the reader:\n%s", got)
	}
	if err := s.end(ctx, stop); err != nil {
		t.Error(err)
	}
}

func TestAStoreThatCannotBeOpenedEndsTheProgram(t *testing.T) {
	want := errors.New("no room at the desk")
	s := newStart(t.Context(), func(context.Context) (*feed.Store, error) { return nil, want }, Options{})
	_, cmd := s.Update(s.wait())
	if cmd == nil || cmd() != (tea.QuitMsg{}) {
		t.Error("the program goes on")
	}
	if err := s.end(t.Context(), func() {}); !errors.Is(err, want) {
		t.Errorf("the error is %v, want %v", err, want)
	}
}

func TestCtrlCCancelsTheOpeningOfTheStore(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	s := newStart(ctx, func(ctx context.Context) (*feed.Store, error) { <-ctx.Done(); return nil, ctx.Err() }, Options{})
	_, cmd := s.Update(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
	if cmd == nil || cmd() != (tea.QuitMsg{}) {
		t.Error("the program goes on")
	}
	stop()
	if err := s.end(t.Context(), stop); err != nil {
		t.Error(err)
	}
}

func TestAPanicDuringOpeningIsRepeatedInACommand(t *testing.T) {
	s := newStart(t.Context(), func(context.Context) (*feed.Store, error) { panic("the desk is on fire") }, Options{})
	defer func() {
		if r, ok := recover().(string); !ok || !strings.Contains(r, "on fire") {
			t.Errorf("the panic is %v", r)
		}
		if err := s.end(t.Context(), func() {}); err != nil {
			t.Error(err)
		}
	}()
	s.wait()
}

func TestQuittingAtOnceKeepsTheOldSession(t *testing.T) {
	open := desk(t.TempDir())
	store, err := open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := feed.Session{Query: "ferry", Width: 90}
	if err := errors.Join(store.SaveSession(t.Context(), want), store.Close()); err != nil {
		t.Fatal(err)
	}
	s := newStart(t.Context(), open, Options{})
	if err := s.end(t.Context(), func() {}); err != nil {
		t.Fatal(err)
	}
	if store, err = open(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, err := store.Session(t.Context()); err != nil || got.Query != want.Query || got.Width != want.Width {
		t.Errorf("kept: %+v, %v", got, err)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
}
