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
		t.Error("nothing is awaited by a command")
	}
	for _, cmd := range []tea.Cmd{first, second} {
		if !k.Waiting() {
			t.Error("an answer is missing and keys do not wait")
		}
		if _, ok := cmd().(pending.Answer); !ok {
			t.Errorf("the answer is %#v", cmd())
		}
		k.Arrived()
	}
	if k.Waiting() {
		t.Error("all answers have come and keys wait")
	}
	k.Arrived()
	if k.Await(func() tea.Msg { return nil }); !k.Waiting() {
		t.Error("an answer that nobody awaited was counted")
	}
}

func TestInputComesBackInOrder(t *testing.T) {
	var k pending.Keys
	if _, ok := k.Next(); ok || k.Holding() {
		t.Error("input without any")
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

func TestOneQuestionRunsAndTheLatestWaits(t *testing.T) {
	var l pending.Turns[string]
	if !l.Ask("a") || l.Ask("b") || l.Ask("c") {
		t.Error("only the first runs at once")
	}
	if *l.Running() != "a" || *l.Next() != "c" {
		t.Errorf("%q runs, %q waits", *l.Running(), *l.Next())
	}
	if q := l.Done(); q == nil || *q != "c" || l.Running() != q || l.Next() != nil {
		t.Errorf("after the first comes %v", q)
	}
	if l.Done() != nil || l.Running() != nil {
		t.Error("a question runs after the last")
	}
	if !l.Ask("d") {
		t.Error("a question does not run though none does")
	}
}

func TestAGenerationEndsTheOneBefore(t *testing.T) {
	var l pending.Latest
	l.Cancel()
	l.Renew(t.Context())
	gen, ctx := l.Gen(), l.Ctx()
	if !l.Current(gen) || ctx.Err() != nil {
		t.Error("the generation does not count")
	}
	l.Renew(t.Context())
	if l.Current(gen) || ctx.Err() != context.Canceled || !l.Current(l.Gen()) || l.Ctx().Err() != nil {
		t.Error("the generation before still counts")
	}
	if l.Cancel(); l.Ctx().Err() == nil {
		t.Error("a cancelled generation goes on")
	}
}
