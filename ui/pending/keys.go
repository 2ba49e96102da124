// Package pending holds input and questions while answers are on their way.
//
// Keys keeps what the reader types until the answers to earlier keys have come.
// Latest tells the answer to the latest question from answers to questions
// that it has overtaken. Turns runs one question at a time.
package pending

import tea "charm.land/bubbletea/v2"

// Keys counts the answers that keys wait for and keeps the input that comes
// meanwhile. The zero Keys waits for nothing.
type Keys struct {
	awaited int
	held    []tea.Msg
}

// Answer is the message of a command that keys wait for. Msg may be nil.
type Answer struct{ Msg tea.Msg }

// Await returns cmd with its message wrapped in an Answer, for which keys wait
// from now on. The cmd must not be a batch: its answer would be counted before
// the commands of the batch have run. A nil cmd stays nil.
func (k *Keys) Await(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	k.awaited++
	return func() tea.Msg { return Answer{cmd()} }
}

// Arrived counts an Answer.
func (k *Keys) Arrived() { k.awaited = max(0, k.awaited-1) }

// Waiting reports whether an answer is on its way.
func (k *Keys) Waiting() bool { return k.awaited > 0 }

// Hold keeps a key press or a paste for Next.
func (k *Keys) Hold(msg tea.Msg) { k.held = append(k.held, msg) }

// Holding reports whether input is kept.
func (k *Keys) Holding() bool { return len(k.held) > 0 }

// Next returns the input that was kept first and forgets it; ok is false when
// there is none.
func (k *Keys) Next() (msg tea.Msg, ok bool) {
	if len(k.held) == 0 {
		return nil, false
	}
	msg, k.held = k.held[0], k.held[1:]
	return msg, true
}
