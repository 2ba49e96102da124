package command

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/headlines"
	"dateline/ui/intent"
)

// FirstRows is the number of rows to read before the size of the screen is
// known: more than most screens show.
const FirstRows = 128

// First returns the request for the first window of a list: the rows around that of a
// story, which was at key, or the top of the list for the zero key.
func First(id story.ID, key story.Key) intent.Load {
	if key.IsZero() {
		return intent.Load{Edge: intent.Top, N: FirstRows}
	}
	return intent.Load{Edge: intent.Around, Story: id, Key: key, N: FirstRows}
}

// Rows is a window of the list.
type Rows struct {
	Rows    headlines.Rows
	Refresh bool // read because the archive has changed, not for a key
	Err     error
}

// Load reads a window of the list.
func Load(e Env, in intent.Load, refresh bool) tea.Cmd {
	return func() tea.Msg {
		msg := readRows(e, in)
		msg.Refresh = refresh
		return msg
	}
}

func readRows(e Env, in intent.Load) Rows {
	e.settle()
	since := changes(e.Ctx, e.Store)
	rows, err := window(e, in)
	rows.Gen, rows.Changes = in.Gen, since
	return Rows{Rows: rows, Err: err}
}

// changes returns a lower bound of the changes that rows read later will show.
func changes(ctx context.Context, store *feed.Store) feed.Changes {
	c, err := store.Changes(ctx)
	if err != nil {
		return feed.Changes{} // reading the rows will fail too, and report it
	}
	return c
}

// window reads the rows around a key, or at one end of the list.
func window(e Env, in intent.Load) (headlines.Rows, error) {
	var above, below []story.Row
	var err error
	out := headlines.Rows{Scope: e.Scope, Marks: e.Marks, AtTop: in.Edge == intent.Top, AtEnd: in.Edge == intent.Bottom}
	if in.Edge == intent.Around && in.Story != "" {
		in.Key, err = keyOf(e, in)
	}
	if in.Edge != intent.Top && err == nil {
		above, err = e.List.Rows(e.Ctx, in.Key, -in.N)
		out.AtTop = len(above) < in.N
	}
	if in.Edge != intent.Bottom && err == nil {
		below, err = e.List.Rows(e.Ctx, in.Key, in.N)
		out.AtEnd = len(below) < in.N
	}
	if err != nil {
		return out, err
	}
	out.Rows = slices.Concat(above, below)
	switch {
	case in.Edge == intent.Around && len(below) > 0:
		out.Cursor, out.CursorKey = below[0].ID, in.Key
	case in.Edge != intent.Top && len(above) > 0:
		last := &above[len(above)-1]
		out.Cursor, out.CursorKey = last.ID, last.Key()
	}
	switch {
	case out.AtTop || len(out.Rows) == 0:
	case e.Result != nil:
		out.Above = -1 // slow to count in a search: the page asks for it later
	default:
		if out.Above, err = e.List.Position(e.Ctx, out.Rows[0].Key()); err != nil {
			return out, err
		}
	}
	out.Counts, err = e.Store.Counts(e.Ctx, e.Scope)
	return out, err
}

// keyOf returns the key of the row for in.Story, or in.Key if the list has none.
func keyOf(e Env, in intent.Load) (story.Key, error) {
	row, ok, err := e.List.RowFor(e.Ctx, in.Story)
	if !ok {
		return in.Key, err
	}
	return row.Key(), nil
}

// Ends is the windows at both ends of the list.
type Ends struct {
	Gen         int
	Top, Bottom headlines.Rows
	Err         error
}

// LoadEnds reads the first n and the last n rows of the list.
func LoadEnds(e Env, gen, n int) tea.Cmd {
	return func() tea.Msg {
		top := readRows(e, intent.Load{Edge: intent.Top, N: n})
		bottom := readRows(e, intent.Load{Edge: intent.Bottom, N: n})
		msg := Ends{Gen: gen, Top: top.Rows, Bottom: bottom.Rows, Err: top.Err}
		if msg.Err == nil {
			msg.Err = bottom.Err
		}
		return msg
	}
}

// MoreRows is the rows beyond one end of the list's window.
type MoreRows struct {
	Rows headlines.Rows
	Down bool
	Err  error
}

// Extend reads more rows.
func Extend(e Env, in intent.Extend) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		n, down := in.N, in.N > 0
		if down {
			n++ // the row at the key is read too, and dropped
		}
		rows, err := e.List.Rows(e.Ctx, in.Key, n)
		out := headlines.Rows{Gen: in.Gen, Rows: rows, Marks: e.Marks}
		if down {
			if len(rows) > 0 && rows[0].Key() == in.Key {
				out.Rows = rows[1:]
			}
			out.AtEnd = len(rows) < n
		} else {
			out.AtTop = len(rows) < -n
		}
		return MoreRows{Rows: out, Down: down, Err: err}
	}
}

// Unread is the nearest unread row; OK is false if there is none.
type Unread struct {
	Row  story.Row
	OK   bool
	Back bool
	Err  error
}

// Ahead is the answer to LookAhead.
type Ahead struct {
	Unread

	Gen int
}

// LookAhead is FindUnread below from, for a request with a generation.
func LookAhead(e Env, gen int, from story.Key) tea.Cmd {
	find := FindUnread(e, from, false)
	return func() tea.Msg {
		found, _ := find().(Unread)
		return Ahead{found, gen}
	}
}

// FindUnread looks for the nearest unread row below from, or above it.
func FindUnread(e Env, from story.Key, back bool) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		row, ok, err := e.List.NextUnread(e.Ctx, from, back)
		return Unread{Row: row, OK: ok, Back: back, Err: err}
	}
}
