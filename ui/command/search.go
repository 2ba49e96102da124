package command

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/headlines"
	"dateline/ui/intent"
	"dateline/ui/when"
)

// Search is a search to run.
type Search struct {
	Gen     int
	Text    string
	Sort    feed.Sort
	Now     time.Time
	Keep    bool // typing has ended: keys wait for the answer
	Exact   bool // the text is not checked, because it was kept before
	Typed   bool // the last word matches all words that begin with it
	Resumed bool // it is in the history already
	Sorting bool // only the order changes, which may take seconds
	Scope   feed.Scope
	Story   story.ID  // whose row to show; "" for that at At
	At      story.Key // the row to show; the zero key for the first

	Shown *feed.Result // what the list shows, if it was found for this text
}

// Found is the answer to a Search.
type Found struct {
	Search
	Result *feed.Result
	Rows   headlines.Rows
	Err    error
}

// Cancelled reports whether err only means that a newer request has replaced
// this one.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// Find runs a search with a context of its own.
func Find(ctx context.Context, e Env, q Search) tea.Cmd {
	cur := e
	cur.Ctx = ctx
	return func() tea.Msg {
		e.settle() // a mark is written even when the search is cancelled
		if q.Keep && !q.Exact {
			return findKept(cur, q)
		}
		return findText(cur, q)
	}
}

// findText runs a search and reads the first window of its rows.
func findText(e Env, q Search) Found {
	msg := Found{Search: q}
	since := changes(e.Ctx, e.Store)
	msg.Result, msg.Err = e.Store.Search(e.Ctx, feed.Search{Text: q.Text, Typing: q.Typed || !q.Keep, Sort: q.Sort, Scope: q.Scope, Now: q.Now})
	if msg.Err != nil {
		return msg
	}
	e.Show(msg.Result, q.Scope)
	msg.Rows, msg.Err = window(e, First(q.Story, q.At))
	msg.Rows.Changes = since
	return msg
}

// findKept keeps what the text found while it was being typed, if the text is a
// complete query. Typed is false in the answer if the complete last word finds the
// same rows.
func findKept(e Env, q Search) Found {
	exact := findText(e, q)
	if exact.Err != nil {
		return exact
	}
	q.Typed = true
	typed := findShown(e, q)
	typed.Typed = typed.Err != nil || !slices.EqualFunc(typed.Rows.Rows, exact.Rows.Rows, func(r, s story.Row) bool { return r.ID == s.ID })
	return typed
}

// findShown reads the first window of q.Shown, or runs the search if that is nil.
func findShown(e Env, q Search) Found {
	if q.Shown == nil {
		return findText(e, q)
	}
	e.Show(q.Shown, q.Scope)
	rows, err := window(e, First(q.Story, q.At))
	return Found{Search: q, Result: q.Shown, Rows: rows, Err: err}
}

// Counted is the number of rows that a search found, and of files.
type Counted struct {
	Result *feed.Result
	N      int
	Files  int
	Err    error
}

// Count counts what a search found.
func Count(ctx context.Context, res *feed.Result) tea.Cmd {
	return func() tea.Msg {
		msg := Counted{Result: res}
		if msg.N, msg.Err = res.Count(ctx); msg.Err == nil {
			msg.Files, msg.Err = res.Takes(ctx)
		}
		return msg
	}
}

// Located is the number of rows above a key.
type Located struct {
	intent.Locate
	N   int
	Err error
}

// Locate counts the rows above a key.
func Locate(e Env, in intent.Locate) tea.Cmd {
	return func() tea.Msg {
		n, err := e.List.Position(e.Ctx, in.Key)
		return Located{in, n, err}
	}
}

// Snippets is the snippets of some rows.
type Snippets struct {
	intent.Snippets
	List []headlines.Snippet
}

// Snip reads the snippets of rows of a result.
// Of a story that is under embargo it returns until when.
func Snip(ctx context.Context, res *feed.Result, in intent.Snippets, now time.Time) tea.Cmd {
	return func() tea.Msg {
		msg := Snippets{Snippets: in}
		for _, id := range in.IDs {
			s, err := res.Snippet(ctx, id, in.N)
			if ctx.Err() != nil {
				break
			}
			if err != nil { // opening the story reports the error
				s = feed.Snippet{}
			}
			if held := when.Held(s.Embargo, now); held != "" {
				s = feed.Snippet{Text: held}
			}
			text := clean.Line(s.Text)
			if text != s.Text {
				s.Hits = res.Hits(text)
			}
			msg.List = append(msg.List, headlines.Snippet{ID: id, Text: text, Hits: s.Hits})
		}
		return msg
	}
}
