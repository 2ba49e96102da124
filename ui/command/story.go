package command

import (
	"errors"
	"io/fs"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/headlines"
)

// Story is a story and what the archive has about it.
type Story struct {
	Gen     int
	ID      story.ID
	Preview bool // for the pane beside the list, which keeps the keys
	Marks   int  // the number of marks made before Row was read
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
		msg := Story{Gen: gen, ID: id, Preview: preview, Marks: e.Marks, Result: e.Result}
		if msg.Row, msg.Err = e.Store.Row(e.Ctx, id); msg.Err != nil {
			return msg
		}
		if msg.Story, msg.Err = e.Store.Story(e.Ctx, id); msg.Err != nil {
			return msg
		}
		msg.Around = around(e, msg.Story)
		msg.Place, msg.Err = e.Store.Place(e.Ctx, id)
		return msg
	}
}

// around looks up the stories around st. A part that cannot be read is left
// out, so that st itself can still be shown.
func around(e Env, st *story.Story) article.Around {
	var out article.Around
	var failed [3]error
	out.Links, failed[0] = e.Store.Related(e.Ctx, st)
	out.Cited, failed[1] = e.Store.CitedBy(e.Ctx, st.ID)
	out.Takes, failed[2] = e.Store.Takes(e.Ctx, st)
	out.Failed = errors.Join(failed[:]...)
	out.Reading = e.Reading
	return out
}

// Version is the current version of the story on the screen.
type Version struct {
	ID      story.ID
	Removed bool // the story is no longer in the archive
	Marks   int  // the number of marks made before Row was read
	Row     story.Row
	Story   *story.Story
	Around  article.Around
}

// Renew reads the current version of a story. If that fails it returns no
// message, and the version on the screen stays.
func Renew(e Env, id story.ID) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		msg := &Version{ID: id, Marks: e.Marks}
		row, err := e.Store.Row(e.Ctx, id)
		if err == nil {
			msg.Row = row
			msg.Story, err = e.Store.Story(e.Ctx, id)
		}
		switch {
		case errors.Is(err, feed.ErrNotFound), errors.Is(err, fs.ErrNotExist):
			msg.Removed = true
		case err != nil:
			return nil
		default:
			msg.Around = around(e, msg.Story)
		}
		return msg
	}
}

// Differs reports whether the story differs from shown, the one on the screen.
func (v *Version) Differs(shown *story.Story) bool { return !reflect.DeepEqual(v.Story, shown) }

// Lede is the part of a story that the list shows below its rows.
type Lede headlines.Lede

// Peek reads the lede of a story. If that fails the lede is empty: opening the story
// reports the error.
func Peek(e Env, id story.ID) tea.Cmd {
	return func() tea.Msg {
		lede := Lede{ID: id}
		st, err := e.Store.Story(e.Ctx, id)
		if err != nil {
			return lede
		}
		for i := range st.Body {
			if st.Body[i].Kind == story.Paragraph {
				lede.Text = st.Body[i].Text
				break
			}
		}
		links := around(e, st)
		lede.Related, lede.Cited = len(st.Related), len(links.Cited)
		for i := range links.Links {
			if len(links.Links[i].Targets) > 0 {
				lede.Here++
			}
		}
		return lede
	}
}

// Surroundings holds the stories around one that is not on the screen.
type Surroundings struct {
	Gen    int
	Story  *story.Story
	Around article.Around
	Err    error
}

// OpenAround reads the stories around a story.
func OpenAround(e Env, gen int, id story.ID) tea.Cmd {
	return func() tea.Msg {
		msg := Surroundings{Gen: gen}
		if msg.Story, msg.Err = e.Store.Story(e.Ctx, id); msg.Err != nil {
			return msg
		}
		msg.Around = around(e, msg.Story)
		msg.Err = msg.Around.Failed
		return msg
	}
}
