package command

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/headlines"
	"dateline/ui/intent"
)

// Search is a search to run.
type Search struct {
	Gen     int
	Text    string
	Sort    feed.Sort
	Now     time.Time
	Keep    bool      // it is no longer being typed: keys wait for the answer
	Exact   bool      // the last word is complete
	Resumed bool      // it is in the history already
	Sorting bool      // only the order is new, which may take seconds
	At      story.Key // the row to show; the zero key for the first
}

// Found is the answer to a Search.
type Found struct {
	Search
	Result *feed.Result
	Rows   headlines.Rows
	Err    error
}

// Cancelled reports whether err only says that a newer question has overtaken
// the one that it answers.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// Find runs a search under a context of its own.
func Find(ctx context.Context, e Env, q Search) tea.Cmd {
	cur := e
	cur.Ctx = ctx
	return func() tea.Msg {
		e.settle() // a mark is written even when the search is cancelled
		if q.Keep && !q.Exact {
			return findKept(cur, q)
		}
		return findText(cur, q, !q.Keep)
	}
}

// findText runs a search and reads the first window of its rows.
func findText(e Env, q Search, typing bool) Found {
	a := Found{Search: q}
	since := changes(e.Ctx, e.Store)
	a.Result, a.Err = e.Store.Search(e.Ctx, feed.Search{Text: q.Text, Typing: typing, Sort: q.Sort, Now: q.Now})
	if a.Err != nil {
		return a
	}
	e.Show(a.Result)
	a.Rows, a.Err = window(e, First(q.At))
	a.Rows.Changes = since
	return a
}

// findKept finds what the text found while it was typed, when its last word
// stood for all words that begin with it. The text gets a star where it needs
// one to find the same rows.
func findKept(e Env, q Search) Found {
	typed := findText(e, q, true)
	q.Text = strings.TrimSpace(q.Text)
	exact := findText(e, q, false)
	if exact.Err != nil || typed.Err != nil || sameRows(&typed, &exact) {
		return exact
	}
	q.Text += "*"
	if prefix := findText(e, q, false); prefix.Err == nil && sameRows(&typed, &prefix) {
		return prefix
	}
	return exact
}

func sameRows(a, b *Found) bool {
	return slices.EqualFunc(a.Rows.Rows, b.Rows.Rows, func(x, y story.Row) bool { return x.ID == y.ID })
}

// Counted is the number of stories that a search found.
type Counted struct {
	Result *feed.Result
	N      int
	Err    error
}

// Count counts the stories of a result.
func Count(ctx context.Context, res *feed.Result) tea.Cmd {
	return func() tea.Msg {
		n, err := res.Count(ctx)
		return Counted{res, n, err}
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
func Snip(ctx context.Context, res *feed.Result, in intent.Snippets) tea.Cmd {
	return func() tea.Msg {
		a := Snippets{Snippets: in}
		for _, id := range in.IDs {
			s, err := res.Snippet(ctx, id, in.N)
			if ctx.Err() != nil {
				break
			}
			if err != nil { // opening the story reports the error
				s = feed.Snippet{}
			}
			text := clean.Line(s.Text)
			if text != s.Text {
				s.Hits = res.Hits(text)
			}
			a.List = append(a.List, headlines.Snippet{ID: id, Text: text, Hits: s.Hits})
		}
		return a
	}
}
