package ui

import (
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// sent collects the messages to a program.
type sent struct{ msgs []tea.Msg }

func (s *sent) Send(msg tea.Msg) { s.msgs = append(s.msgs, msg) }

func TestLeavingWaitsForTheAnswersOfTheTerminal(t *testing.T) {
	answer := uv.PrimaryDeviceAttributesEvent{62}
	synctest.Test(t, func(t *testing.T) {
		s := &sent{}
		term := tty{program: s, start: time.Now()}
		if got := term.filter(nil, tea.QuitMsg{}); got != nil {
			t.Errorf("without an answer quitting leads to %T", got)
		}
		if got := term.filter(nil, tea.KeyPressMsg{Code: 'q'}); got != nil {
			t.Errorf("a key while the program quits leads to %T", got)
		}
		if got, ok := term.filter(nil, answer).(tea.QuitMsg); !ok {
			t.Errorf("the answer leads to %T", got)
		}
		if _, ok := term.filter(nil, tea.QuitMsg{}).(tea.QuitMsg); !ok {
			t.Error("the program does not quit after the answer")
		}
	})
}

func TestLeavingDoesNotWaitForATerminalThatDoesNotAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &sent{}
		term := tty{program: s, start: time.Now()}
		time.Sleep(answerTime / 2)
		for range 2 {
			if got := term.filter(nil, tea.QuitMsg{}); got != nil {
				t.Errorf("without an answer quitting leads to %T", got)
			}
		}
		time.Sleep(answerTime / 2)
		synctest.Wait()
		if len(s.msgs) != 1 {
			t.Fatalf("after %v the program has got %v", answerTime, s.msgs)
		}
		if _, ok := term.filter(nil, s.msgs[0]).(tea.QuitMsg); !ok {
			t.Error("the program does not quit")
		}
	})
}

func TestKeysAreTakenAfterTheAnswer(t *testing.T) {
	term := tty{start: time.Now(), answered: true}
	if term.filter(nil, tea.KeyPressMsg{Code: 'q'}) == nil {
		t.Error("a key is dropped")
	}
	if _, ok := term.filter(nil, tea.QuitMsg{}).(tea.QuitMsg); !ok {
		t.Error("the program waits although the terminal has answered")
	}
}
