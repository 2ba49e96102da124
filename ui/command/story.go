package command

import (
	"context"
	"errors"
	"io/fs"
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/article"
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

// Request is a story to open.
type Request struct {
	Gen     int
	ID      story.ID
	Preview bool
	Later   bool           // leave what is around the story to LookAround
	Shown   *story.Story   // the story on the screen; nil for none
	Around  article.Around // what is around Shown
}

// Open reads a story. It leaves the related headlines to LookAround if there are many,
// or if the paragraphs of a summary are to be looked up too.
func Open(e Env, req Request) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		msg := Story{Gen: req.Gen, ID: req.ID, Preview: req.Preview, Marks: e.Marks, Result: e.Result}
		if msg.Row, msg.Err = e.Store.Row(e.Ctx, req.ID); msg.Err != nil {
			return msg
		}
		if msg.Story, msg.Err = e.Store.Story(e.Ctx, req.ID); msg.Err != nil {
			return msg
		}
		switch {
		case req.Shown != nil && reflect.DeepEqual(msg.Story, req.Shown):
			msg.Around = req.Around
		case req.Later:
			msg.Around = article.Around{Pending: true, Reading: e.Reading}
			msg.Around.Note, msg.Around.Failed = e.Store.Note(e.Ctx, req.ID)
		default:
			atOnce := len(msg.Story.Related) <= maxAtOnce && msg.Story.Headline.Kind != story.Summary
			msg.Around = around(e, msg.Story, atOnce)
		}
		msg.Place, msg.Err = e.Store.Place(e.Ctx, req.ID)
		return msg
	}
}

// maxAtOnce is the number of related headlines that are resolved before a story is
// shown.
const maxAtOnce = 100

// Around holds what is around a story that is shown without it.
type Around struct {
	Gen    int
	Around article.Around
}

// LookAround looks up what is around st, after a time. If e.Ctx ends before that, it
// looks up nothing and returns no message.
func LookAround(e Env, gen int, st *story.Story, after time.Duration) tea.Cmd {
	return func() tea.Msg {
		if !rest(e.Ctx, after) {
			return nil
		}
		out := around(e, st, true)
		if e.Ctx.Err() != nil {
			return nil
		}
		return Around{gen, out}
	}
}

// rest waits for d and reports whether ctx has not ended.
func rest(ctx context.Context, d time.Duration) bool {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// around looks up the stories around st; without links, its related headlines stay
// pending. A part that cannot be read is left out, so that st itself can still be
// shown.
func around(e Env, st *story.Story, links bool) article.Around {
	out := article.Around{Reading: e.Reading, Pending: !links}
	var failed [6]error
	if links {
		out.Links, failed[0] = e.Store.Related(e.Ctx, st)
		out.Mentions, failed[4] = e.Store.Mentions(e.Ctx, st)
	}
	out.Cited, failed[1] = e.Store.CitedBy(e.Ctx, st.ID)
	out.Takes, failed[2] = e.Store.Takes(e.Ctx, st)
	out.Notices, failed[3] = e.Store.Notices(e.Ctx, st)
	out.Note, failed[5] = e.Store.Note(e.Ctx, st.ID)
	out.Failed = errors.Join(failed[:]...)
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
			msg.Around = around(e, msg.Story, true)
		}
		return msg
	}
}

// Differs reports whether the story differs from shown, the one on the screen.
func (v *Version) Differs(shown *story.Story) bool { return !reflect.DeepEqual(v.Story, shown) }

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
		msg.Around = around(e, msg.Story, true)
		msg.Err = msg.Around.Failed
		return msg
	}
}
