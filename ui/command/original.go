package command

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
)

// Original is the file of a story for an editor, or a copy of what is in it.
type Original struct {
	ID    story.ID
	Story *story.Story
	File  string // the path of the file in the archive
	Path  string // for the editor
	Line  int    // of the paragraph that is read; 0 if it is not known
	Err   error

	folder string // of a copy; "" if Path is the file itself
}

// Copied reports whether the editor gets a copy, because the file is packed or not on disk.
func (o *Original) Copied() bool { return o.folder != "" }

// Remove removes the copy.
func (o *Original) Remove() tea.Cmd {
	folder := o.folder
	return func() tea.Msg {
		if folder != "" {
			_ = os.RemoveAll(folder) // it is in the folder for temporary files
		}
		return nil
	}
}

// FindOriginal returns the file of a story, and the line of a block of its body, counted from
// 1; 0 is the headline. It writes a copy of a file that an editor cannot open.
func FindOriginal(e Env, id story.ID, block int) tea.Cmd {
	return func() tea.Msg {
		f, err := e.Store.Original(e.Ctx, id, block)
		o := Original{ID: id, Story: f.Story, File: f.File, Path: f.Path, Line: f.Line, Err: err}
		if o.Err == nil && o.Path == "" {
			o.Err = o.copy(f)
		}
		return o
	}
}

// packings are the extensions of compressed files: an editor may unpack what has them.
var packings = []string{".gz", ".bz2", ".xz", ".zst"}

// copy writes a copy of f that only the reader can read, and nobody can write.
func (o *Original) copy(f feed.Original) error {
	name := strings.ReplaceAll(clean.Line(path.Base(f.File)), string(filepath.Separator), "_")
	for _, end := range packings {
		name = strings.TrimSuffix(name, end)
	}
	if name == "" || !filepath.IsLocal(name) {
		name = "story.txt"
	}
	folder, err := os.MkdirTemp("", "dateline-story-*") // its mode is 0700
	if err != nil {
		return locale.Errorf("no copy can be written: %w", err)
	}
	o.folder, o.Path = folder, filepath.Join(folder, name)
	if err := os.WriteFile(o.Path, f.Data, 0o400); err != nil {
		o.folder = ""
		return errors.Join(locale.Errorf("no copy can be written: %w", err), os.RemoveAll(folder))
	}
	return nil
}
