package ui

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/command"
	"dateline/ui/intent"
)

// edited is the message that the editor has ended.
type edited struct {
	draft command.Draft
	err   error
}

// editor returns the reader's editor and its arguments: no shell reads them. It is nil if
// there is none.
func editor() []string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		text := os.Getenv(name)
		if _, err := exec.LookPath(text); err == nil { // its name may have spaces
			return []string{text}
		}
		if args := strings.Fields(text); len(args) > 0 {
			return args
		}
	}
	return nil
}

// askNote opens the editor with the note on a story; without an ID, of that which has the
// keys.
func (m *Model) askNote(in intent.AskNote) {
	if in.ID == "" {
		in = intent.AskNote{ID: m.subject(), Headline: m.subjectHeadline()}
	}
	switch {
	case in.ID == "":
	case editor() == nil:
		m.say("Set VISUAL or EDITOR to an editor; A writes notes in it.")
	default:
		m.await(command.WriteDraft(m.env, in))
	}
}

// edit handles the answer to askNote.
func (m *Model) edit(d command.Draft) {
	if m.fail(d.Err) {
		return
	}
	args := append(editor(), d.Path)
	cmd := exec.CommandContext(m.env.Ctx, args[0], args[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) } // it restores the terminal
	cmd.WaitDelay = time.Second
	m.do(m.exec(cmd, func(err error) tea.Msg { return edited{d, err} }))
}

// saveNote saves the note when the editor has ended.
func (m *Model) saveNote(msg edited) {
	m.resumed()
	d := msg.draft
	if msg.err != nil {
		m.do(command.DropDraft(d))
		m.fail(errors.New("the note stays as it was: " + d.Why(msg.err)))
		return
	}
	m.takeStep(command.Stepped{Did: command.Noted, Headline: d.Headline}, d.Save)
}
