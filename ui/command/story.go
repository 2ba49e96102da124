package command

import (
	"errors"
	"io/fs"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
)

// Story is a story with what the archive knows of it.
type Story struct {
	Gen     int
	ID      story.ID
	Preview bool // it stands beside the list, which keeps the keys
	Marks   int  // the number of marks that Row has
	Row     story.Row
	Story   *story.Story
	Around  article.Around
	Place   feed.Place   // where the reader last left it
	Result  *feed.Result // the search that the list showed
	Err     error
}

// Open reads a story.
func Open(e Env, gen int, id story.ID, preview bool) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		a := Story{Gen: gen, ID: id, Preview: preview, Marks: e.Marks, Result: e.Result}
		if a.Row, a.Err = e.Store.Row(e.Ctx, id); a.Err != nil {
			return a
		}
		if a.Story, a.Err = e.Store.Story(e.Ctx, id); a.Err != nil {
			return a
		}
		a.Around = around(e, a.Story)
		a.Place, a.Err = e.Store.Place(e.Ctx, id)
		return a
	}
}

// around looks up the stories around st. A part that cannot be looked up is
// left out: the story itself can still be read.
func around(e Env, st *story.Story) article.Around {
	var a article.Around
	var failed [3]error
	a.Links, failed[0] = e.Store.Related(e.Ctx, st)
	a.Cited, failed[1] = e.Store.CitedBy(e.Ctx, st.ID)
	a.Takes, failed[2] = e.Store.Takes(e.Ctx, st)
	a.Failed = errors.Join(failed[:]...)
	a.Reading = e.Reading
	return a
}

// Version is the present version of a story that is on the screen.
type Version struct {
	ID      story.ID
	Removed bool // the story is no longer in the archive
	Marks   int  // the number of marks that Row has
	Row     story.Row
	Story   *story.Story
	Around  article.Around
}

// Renew reads the present version of a story. It answers nothing where that
// fails: the version that is shown stays.
func Renew(e Env, id story.ID) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		a := &Version{ID: id, Marks: e.Marks}
		row, err := e.Store.Row(e.Ctx, id)
		if err == nil {
			a.Row = row
			a.Story, err = e.Store.Story(e.Ctx, id)
		}
		switch {
		case errors.Is(err, feed.ErrNotFound), errors.Is(err, fs.ErrNotExist):
			a.Removed = true
		case err != nil:
			return nil
		default:
			a.Around = around(e, a.Story)
		}
		return a
	}
}

// Differs reports whether the text differs from that of shown.
func (v *Version) Differs(shown *story.Story) bool { return !reflect.DeepEqual(v.Story, shown) }
