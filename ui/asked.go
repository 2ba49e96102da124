package ui

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

// question is a search that is to be run.
type question struct {
	gen     int
	text    string
	sort    feed.Sort
	now     time.Time
	keep    bool      // it is no longer typed: keys wait for the answer
	exact   bool      // the last word is a whole one, though it was kept
	resumed bool      // it was kept before: it is not remembered again
	sorting bool      // for another order, which may take seconds
	at      story.Key // the row to show; zero for the first
}

// What the store answers about a search.
type (
	found struct {
		question
		list *feed.Result
		rows headlines.Rows
		err  error
	}
	counted struct {
		list *feed.Result
		n    int
		err  error
	}
	located struct {
		intent.Locate
		n   int
		err error
	}
	snipped struct {
		intent.Snippets
		list []headlines.Snippet
	}
)

// answerSearch takes what the store has to say about searches.
func (m *Model) answerSearch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		return m.takeFound(msg)
	case counted:
		if msg.list == m.search.shown.list && !late(msg.err) && !m.fail(msg.err) {
			m.search.shown.n = msg.n
		}
	case located:
		if !late(msg.err) && !m.fail(msg.err) {
			m.list.Located(msg.Gen, msg.Key, msg.n)
		}
	case snipped:
		m.list.AddSnippets(msg.Found, msg.N, msg.list)
	case faceted:
		return m.takeFacets(msg)
	case saved:
		return m.takeSaved(msg)
	}
	return nil
}

// late reports whether an answer was given up because the next key came.
func late(err error) bool { return errors.Is(err, context.Canceled) }

// complete asks for what the rows on the screen lack, unless a search runs:
// it may bring others. It also puts the counts where they are shown.
func (m *Model) complete() tea.Cmd {
	m.list.Heading = m.heading()
	m.facets.Title = m.facetsTitle()
	if m.search.busy != nil {
		return nil
	}
	return m.want(m.list.Wanting())
}

// find returns the command that answers a question.
func find(ctx context.Context, e env, q question) tea.Cmd {
	asked := e
	asked.ctx = ctx
	return func() tea.Msg {
		e.settled() // a mark is written even if the search is not wanted any more
		if q.keep && !q.exact {
			return findShown(asked, q)
		}
		return findText(asked, q, !q.keep)
	}
}

// findText runs a search and reads the window of it that is shown first.
func findText(e env, q question, typing bool) found {
	a := found{question: q}
	since := changes(e.ctx, e.store)
	a.list, a.err = e.store.Search(e.ctx, feed.Search{Text: q.text, Typing: typing, Sort: q.sort, Now: q.now})
	if a.err != nil {
		return a
	}
	e.list, e.found = a.list, a.list
	a.rows, a.err = window(e, first(q.at))
	a.rows.Changes = since
	return a
}

// firstRows is how many rows are read before the screen is known: more than
// most have.
const firstRows = 128

// findShown keeps what the text has found while it was typed: its last word is
// the beginning of one, and a star says so where that finds more.
func findShown(e env, q question) found {
	shown := findText(e, q, true)
	q.text = strings.TrimSpace(q.text)
	exact := findText(e, q, false)
	if exact.err != nil || shown.err != nil || sameRows(&shown, &exact) {
		return exact
	}
	q.text += "*"
	if begun := findText(e, q, false); begun.err == nil && sameRows(&shown, &begun) {
		return begun
	}
	return exact
}

func sameRows(a, b *found) bool {
	return slices.EqualFunc(a.rows.Rows, b.rows.Rows, func(x, y story.Row) bool { return x.ID == y.ID })
}

func countFound(ctx context.Context, list *feed.Result) tea.Cmd {
	return func() tea.Msg {
		n, err := list.Count(ctx)
		return counted{list, n, err}
	}
}

func locate(e env, in intent.Locate) tea.Cmd {
	return func() tea.Msg {
		n, err := e.list.Position(e.ctx, in.Key)
		return located{in, n, err}
	}
}

// snippets returns the command that reads the snippets that are asked for.
func (m *Model) snippets(in intent.Snippets) tea.Cmd {
	list, ctx := m.env.found, m.search.ctx
	if list == nil {
		return nil
	}
	return func() tea.Msg {
		a := snipped{Snippets: in}
		for _, id := range in.IDs {
			s, err := list.Snippet(ctx, id, in.N)
			if ctx.Err() != nil {
				break
			}
			if err != nil { // the story says why when it is opened
				s = feed.Snippet{}
			}
			text := clean.Line(s.Text)
			if text != s.Text {
				s.Hits = list.Hits(text)
			}
			a.list = append(a.list, headlines.Snippet{ID: id, Text: text, Hits: s.Hits})
		}
		return a
	}
}
