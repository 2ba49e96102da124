package feed

import (
	"context"
	"iter"

	"dateline/feed/catalog"
	"dateline/feed/catalog/columns"
	"dateline/feed/story"
)

// Scope says what is a row of a list.
type Scope = columns.Scope

// The scopes.
const (
	Files   = columns.Files   // every take of a story, each in a file of its own
	Stories = columns.Stories // the take that stands for a story: its newest
)

// List is an ordered list of stories: all stories of an archive, or those that a
// search found. Its methods may be called by several goroutines at once.
type List interface {
	// Rows returns rows in the list's order: n from the key on or, for negative
	// n, the -n rows above it. The zero Key is the top or, with negative n, the
	// bottom.
	Rows(ctx context.Context, from story.Key, n int) ([]story.Row, error)
	// Position returns the number of rows above k.
	Position(ctx context.Context, k story.Key) (int, error)
	// NextUnread returns the nearest unread row below from or, with back, above it.
	NextUnread(ctx context.Context, from story.Key, back bool) (row story.Row, ok bool, err error)
	// RowFor returns the row that stands for a story: its own, or in a list of stories
	// that of another take. ok is false if the list has no such row.
	RowFor(ctx context.Context, id story.ID) (row story.Row, ok bool, err error)
}

var (
	_ List = (*Store)(nil)
	_ List = (*Result)(nil)
)

// wholeList is the list of all stories of an archive.
type wholeList struct {
	s     *Store
	scope Scope
}

// List returns the list of all stories, or of their takes. A window of it costs the same
// at any position.
func (s *Store) List(scope Scope) List { return wholeList{s, scope} }

// Rows implements List.
func (l wholeList) Rows(ctx context.Context, from story.Key, n int) ([]story.Row, error) {
	return withCatalog(ctx, l.s, "rows", func(c *catalog.Catalog) ([]story.Row, error) { return c.List(l.scope).Rows(ctx, from, n) })
}

// Position implements List.
func (l wholeList) Position(ctx context.Context, k story.Key) (int, error) {
	return withCatalog(ctx, l.s, "position", func(c *catalog.Catalog) (int, error) { return c.List(l.scope).Position(ctx, k) })
}

// NextUnread implements List.
func (l wholeList) NextUnread(ctx context.Context, from story.Key, back bool) (row story.Row, ok bool, err error) {
	row, err = withCatalog(ctx, l.s, "next unread", func(c *catalog.Catalog) (row story.Row, err error) {
		row, ok, err = c.List(l.scope).NextUnread(ctx, from, back)
		return row, err
	})
	return row, ok, err
}

// RowFor implements List.
func (l wholeList) RowFor(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	row, err = withCatalog(ctx, l.s, "row for a story", func(c *catalog.Catalog) (row story.Row, err error) {
		row, ok, err = c.List(l.scope).RowFor(ctx, id)
		return row, err
	})
	return row, ok, err
}

// All reads firstWindow rows and then more at a time, up to window, because few of its
// callers read on. Problems reads window rows at a time.
const (
	firstWindow = 32
	window      = 500
)

// All yields every row of l in order. It may or may not yield rows that are added
// while it runs. It yields no row twice.
func All(ctx context.Context, l List) iter.Seq2[story.Row, error] {
	return func(yield func(story.Row, error) bool) {
		var k story.Key
		for n := firstWindow; ; n = min(4*n, window) {
			rows, err := l.Rows(ctx, k, n)
			if err != nil {
				yield(story.Row{}, err)
				return
			}
			for i := range rows {
				if n > firstWindow && rows[i].Key() == k {
					continue
				}
				if !yield(rows[i], nil) {
					return
				}
			}
			if len(rows) < n {
				return
			}
			k = rows[len(rows)-1].Key()
		}
	}
}
