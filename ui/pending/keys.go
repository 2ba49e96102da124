// Package pending holds input and requests while answers are pending.
//
// Keys holds what the reader types until the answers to earlier keys have
// arrived. Latest tells the answer to the latest request from stale ones. Turns
// runs one request at a time.
package pending

import tea "charm.land/bubbletea/v2"

// Keys counts the answers that keys wait for and holds the input that arrives
// in the meantime. The zero Keys waits for nothing.
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

// Arrived records the arrival of an Answer.
func (k *Keys) Arrived() { k.awaited = max(0, k.awaited-1) }

// Waiting reports whether an answer is pending.
func (k *Keys) Waiting() bool { return k.awaited > 0 }

// Hold holds a key press or a paste for Next.
func (k *Keys) Hold(msg tea.Msg) { k.held = append(k.held, msg) }

// Return holds msg, which Next has returned or could have returned, before the input
// held.
func (k *Keys) Return(msg tea.Msg) { k.held = append([]tea.Msg{msg}, k.held...) }

// Holding reports whether input is held.
func (k *Keys) Holding() bool { return len(k.held) > 0 }

// Next removes the oldest input held and returns it; ok is false if there is
// none.
func (k *Keys) Next() (msg tea.Msg, ok bool) {
	if len(k.held) == 0 {
		return nil, false
	}
	msg, k.held = k.held[0], k.held[1:]
	return msg, true
}
