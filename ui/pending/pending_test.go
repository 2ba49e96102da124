package pending_test

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pending"
)

func TestKeysWaitForEveryAnswer(t *testing.T) {
	var k pending.Keys
	first := k.Await(func() tea.Msg { return "first" })
	second := k.Await(func() tea.Msg { return nil })
	if k.Await(nil) != nil {
		t.Error("a nil command is awaited")
	}
	for _, cmd := range []tea.Cmd{first, second} {
		if !k.Waiting() {
			t.Error("keys do not wait for the missing answer")
		}
		if _, ok := cmd().(pending.Answer); !ok {
			t.Errorf("the answer is %#v", cmd())
		}
		k.Arrived()
	}
	if k.Waiting() {
		t.Error("keys wait after the last answer")
	}
	k.Arrived()
	if k.Await(func() tea.Msg { return nil }); !k.Waiting() {
		t.Error("an answer that was not awaited was counted")
	}
}

func TestInputComesBackInOrder(t *testing.T) {
	var k pending.Keys
	if _, ok := k.Next(); ok || k.Holding() {
		t.Error("the zero Keys holds input")
	}
	k.Hold(tea.KeyPressMsg{Text: "a"})
	k.Hold(tea.PasteMsg{Content: "b"})
	if msg, ok := k.Next(); !ok || msg.(tea.KeyPressMsg).Text != "a" || !k.Holding() {
		t.Errorf("first %v", msg)
	}
	if msg, ok := k.Next(); !ok || msg.(tea.PasteMsg).Content != "b" || k.Holding() {
		t.Errorf("second %v", msg)
	}
}

func TestOneRequestRunsAndTheLatestWaits(t *testing.T) {
	var turns pending.Turns[string]
	if !turns.Ask("a") || turns.Ask("b") || turns.Ask("c") {
		t.Error("not only the first runs at once")
	}
	if *turns.Running() != "a" || *turns.Next() != "c" {
		t.Errorf("%q runs, %q waits", *turns.Running(), *turns.Next())
	}
	if req := turns.Done(); req == nil || *req != "c" || turns.Running() != req || turns.Next() != nil {
		t.Errorf("after the first runs %v", req)
	}
	if turns.Done() != nil || turns.Running() != nil {
		t.Error("a request runs after the last")
	}
	if !turns.Ask("d") {
		t.Error("a request waits although none is running")
	}
}

func TestANewGenerationCancelsTheOneBefore(t *testing.T) {
	var l pending.Latest
	l.Cancel()
	l.Renew(t.Context())
	gen, ctx := l.Gen(), l.Ctx()
	if !l.Current(gen) || ctx.Err() != nil {
		t.Error("the first generation is not current")
	}
	l.Renew(t.Context())
	if l.Current(gen) || ctx.Err() != context.Canceled || !l.Current(l.Gen()) || l.Ctx().Err() != nil {
		t.Error("the first generation is not cancelled")
	}
	if l.Cancel(); l.Ctx().Err() == nil {
		t.Error("the context is not cancelled")
	}
}
