package feed

import (
	"context"
	"iter"
	"log/slog"
	"strings"
	"sync"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/catalog/search"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
	"dateline/feed/term"
)

// Sort is the order of a list.
type Sort string

// The orders.
const (
	Auto   Sort = ""       // Best if a result is small enough to be ranked while the user types, else Newest
	Best   Sort = "best"   // the best match first
	Newest Sort = "newest" // like the archive's list, but stories with the same time and take are in the order they were added
	Oldest Sort = "oldest" // the reverse
)

// Search describes a search.
type Search struct {
	Text   string // in the language of package query
	Typing bool   // the user is still typing: an unfinished part is left out
	Sort   Sort   // Oldest is the same as Newest: read the result from its end
	Scope  Scope  // whether to find stories or each of their takes
	Now    time.Time
}

// Result is the stories that a search found, as a List. Every call reads the catalog,
// so stories that are added later are included; only the ranks are those at the time
// of the search.
type Result struct {
	Order   Sort           // Best or Newest
	Remarks []query.Remark // how parts of the query were read

	s       *Store
	scope   Scope
	node    query.Node
	typing  bool // the last word is a prefix
	matcher *term.Matcher

	mu    sync.Mutex
	cat   *catalog.Catalog // the catalog of found
	found *search.Result
}

// Search finds stories. An error in the query is a *query.Error; any other error is
// from the catalog or the marks. When ctx ends, the search ends within milliseconds.
func (s *Store) Search(ctx context.Context, q Search) (*Result, error) {
	node, remarks, err := s.parse(ctx, q)
	if err != nil {
		return nil, err
	}
	return withCatalog(ctx, s, "search", func(c *catalog.Catalog) (*Result, error) {
		r := &Result{Order: q.order(), Remarks: remarks, s: s, scope: q.Scope, node: node, cat: c}
		r.typing = q.Typing && !strings.HasSuffix(strings.TrimSpace(q.Text), "*")
		if err := r.find(ctx); err != nil {
			return nil, err
		}
		if err := r.findPasted(ctx, q); err != nil {
			return nil, err
		}
		r.matcher = term.NewMatcher(r.found.Forms)
		if s.log.Enabled(ctx, slog.LevelDebug) {
			s.log.Debug("search", "query", q.Text, "typing", q.Typing, "order", string(r.Order), "plan", r.found.Plan())
		}
		return r, nil
	})
}

// order returns the order in which a result is to be read.
func (q *Search) order() Sort {
	if q.Sort == Oldest {
		return Newest
	}
	return q.Sort
}

func (s *Store) parse(ctx context.Context, q Search) (node query.Node, remarks []query.Remark, err error) {
	if q.Now.IsZero() {
		q.Now = time.Now()
	}
	saved, err := s.savedTexts(ctx)
	if err != nil {
		return nil, nil, err
	}
	o := query.Options{Now: q.Now, Typing: q.Typing, Saved: saved, Remark: func(r query.Remark) { remarks = append(remarks, r) }}
	node, err = query.Parse(q.Text, o)
	if err != nil {
		return nil, nil, err
	}
	node, err = s.resolve(ctx, withTags(node, q.Text, o), q.Text)
	return node, remarks, err
}

// find searches r.cat and sets r.Order to Best or Newest.
func (r *Result) find(ctx context.Context) error {
	found, err := r.findIn(ctx, r.cat)
	if err != nil {
		return err
	}
	if r.Order != Newest {
		ranked, err := found.Rank(ctx, r.Order == Best)
		if err != nil {
			return err
		}
		r.Order = Newest
		if ranked {
			r.Order = Best
		}
	}
	r.found = found
	return nil
}

// findIn searches a catalog.
func (r *Result) findIn(ctx context.Context, c *catalog.Catalog) (*search.Result, error) {
	found, err := c.Find(ctx, r.node, r.typing)
	if err == nil && r.scope == Stories {
		found.Fold()
	}
	return found, err
}

// withFound calls fn with the stories that were found; name is for the log. If the
// catalog is damaged it is rebuilt, and the search runs again.
func withFound[T any](ctx context.Context, r *Result, name string, fn func(*search.Result) (T, error)) (T, error) {
	return withCatalog(ctx, r.s, name, func(c *catalog.Catalog) (res T, err error) {
		found, err := r.in(ctx, c)
		if err != nil {
			return res, err
		}
		return fn(found)
	})
}

// in returns the stories found in c, usually the catalog that was searched.
func (r *Result) in(ctx context.Context, c *catalog.Catalog) (*search.Result, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cat == c {
		return r.found, nil
	}
	found, err := r.findIn(ctx, c)
	if err == nil && r.Order == Best {
		_, err = found.Rank(ctx, true)
	}
	if err != nil {
		return nil, err
	}
	r.cat, r.found = c, found
	return found, nil
}

// Rows implements List.
func (r *Result) Rows(ctx context.Context, from story.Key, n int) ([]story.Row, error) {
	return withFound(ctx, r, "found rows", func(f *search.Result) ([]story.Row, error) { return f.Rows(ctx, from, n) })
}

// Position implements List.
func (r *Result) Position(ctx context.Context, k story.Key) (int, error) {
	return withFound(ctx, r, "found position", func(f *search.Result) (int, error) { return f.Position(ctx, k) })
}

// NextUnread implements List.
func (r *Result) NextUnread(ctx context.Context, from story.Key, back bool) (row story.Row, ok bool, err error) {
	row, err = withFound(ctx, r, "found next unread", func(f *search.Result) (row story.Row, err error) {
		row, ok, err = f.NextUnread(ctx, from, back)
		return row, err
	})
	return row, ok, err
}

// RowFor implements List.
func (r *Result) RowFor(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	row, err = withFound(ctx, r, "found row for a story", func(f *search.Result) (row story.Row, err error) {
		row, ok, err = f.RowFor(ctx, id)
		return row, err
	})
	return row, ok, err
}

// Count returns the number of stories found. It reads all of them, which takes some
// tenths of a second for a million.
func (r *Result) Count(ctx context.Context) (int, error) {
	return withFound(ctx, r, "found count", func(f *search.Result) (int, error) { return f.Count(ctx) })
}

// Takes returns the number of takes found: of all stories, in whatever scope.
func (r *Result) Takes(ctx context.Context) (int, error) {
	return withFound(ctx, r, "found takes", func(f *search.Result) (int, error) { return f.Takes(ctx) })
}

// Hit is a story that was found. Score is 0 if the result is not ranked.
type Hit struct {
	Row   story.Row
	Score float64
}

// All yields every story found, in the result's order or, for Oldest, from its end.
func (r *Result) All(ctx context.Context, sort Sort) iter.Seq2[Hit, error] {
	return func(yield func(Hit, error) bool) {
		started, stopped := false, false
		_, err := withFound(ctx, r, "found all", func(f *search.Result) (struct{}, error) {
			if started { // rows would be yielded twice
				return struct{}{}, errIncomplete
			}
			err := f.All(ctx, sort == Oldest, func(row story.Row, score float64) bool {
				started, stopped = true, !yield(Hit{row, score}, nil)
				return !stopped
			})
			return struct{}{}, err
		})
		if err != nil && !stopped {
			yield(Hit{}, err)
		}
	}
}

// errIncomplete says that a list ended early because the catalog was rebuilt.
var errIncomplete = error(locale.Error("the list is incomplete: the catalog was damaged and is being rebuilt"))

// Hits returns the spans that the search found in a line or a paragraph.
func (r *Result) Hits(text string) []term.Span { return r.matcher.Hits(text) }

// Snippet is the part of a story that best shows why the search found it.
type Snippet struct {
	Text    string
	Hits    []term.Span // in Text
	Embargo Embargo     // of the story
}

// Snippet reads a story and returns its Excerpt.
func (r *Result) Snippet(ctx context.Context, id story.ID, n int) (Snippet, error) {
	st, err := r.s.Story(ctx, id)
	if err != nil {
		return Snippet{}, err
	}
	return r.Excerpt(st, n), nil
}

// Excerpt returns the part of a story, at most about n characters long, with the most
// hits. If only the headline has hits it returns the beginning.
func (r *Result) Excerpt(st *story.Story, n int) Snippet {
	text, hits := r.matcher.Snippet(texts(st), n)
	return Snippet{text, hits, ReadEmbargo(st)}
}

// texts returns the parts of a story that a snippet is taken from.
func texts(st *story.Story) []string {
	var parts []string
	for i := range st.Body {
		parts = append(parts, st.Body[i].Text)
	}
	for i := range st.Notes {
		parts = append(parts, st.Notes[i].Text)
	}
	for i := range st.Body {
		parts = append(parts, st.Body[i].Credit, st.Body[i].Rights)
	}
	parts = append(append(parts, st.Byline.Text, st.Dateline.Text), st.Headline.Tags...)
	for _, lines := range [][]story.Line{st.SignOff.Lines, st.Keywords, st.Tail} {
		for i := range lines {
			parts = append(parts, lines[i].Text)
		}
	}
	return parts
}
