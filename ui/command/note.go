package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/intent"
)

// Draft is a file with the note on a story, for an editor. Only the reader can read it.
type Draft struct {
	intent.AskNote

	Path string
	Err  error
}

// cutLine begins the lines of a draft that are not part of the note.
const cutLine = "# ---- >8 ----"

// WriteDraft writes the note on a story into a file, with the headline below it.
func WriteDraft(e Env, in intent.AskNote) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		d := Draft{AskNote: in}
		var text string
		if text, d.Err = e.Store.Note(e.Ctx, in.ID); d.Err != nil {
			return d
		}
		f, err := os.CreateTemp("", "dateline-note-*.txt") // its mode is 0600
		if err != nil {
			d.Err = locale.Errorf("the note cannot be written: %w", err)
			return d
		}
		_, err = fmt.Fprintf(f, "%s\n\n%s\n# %s\n# %s\n", feed.CleanNote(text), cutLine,
			locale.F("Note on: %s", clean.Line(in.Headline)),
			locale.T("What is below the line with the scissors is left out. An empty note is removed."))
		d.Path, d.Err = f.Name(), errors.Join(err, f.Close())
		if d.Err != nil {
			_ = os.Remove(d.Path)
		}
		return d
	}
}

// DropDraft removes a draft.
func DropDraft(d Draft) tea.Cmd {
	return func() tea.Msg {
		_ = os.Remove(d.Path) // it is in the folder for temporary files
		return nil
	}
}

// maxDraft is the largest draft that is read: larger than any note that is kept.
const maxDraft = 1 << 20

// Save makes the text of the draft the note on its story, and removes the file. If the note
// cannot be saved, the file stays.
func (d *Draft) Save(ctx context.Context, s *feed.Store) (feed.Step, error) {
	f, err := os.Open(d.Path)
	if err != nil {
		return feed.Step{}, locale.Errorf("the note was not saved: %w", err)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxDraft))
	if err = errors.Join(err, f.Close()); err != nil {
		return feed.Step{}, locale.Errorf("the note was not saved: %w", err)
	}
	note, _, _ := strings.Cut("\n"+string(text), "\n"+cutLine)
	step, err := s.Mark(ctx, feed.Marking{Note: &note}, d.ID)
	if err != nil {
		return step, locale.Errorf("%w; it is in %s", err, d.Path)
	}
	_ = os.Remove(d.Path) // the note is saved
	return step, nil
}

// Why says in one line why an editor has failed.
func (d *Draft) Why(err error) string {
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		return locale.T("the editor ended with an error")
	}
	return clean.Line(err.Error())
}
