package search

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"math"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/sqlite"
	"dateline/feed/story"
	"dateline/feed/term"
)

// Result is the result of a query. Each call reads the catalog, so it includes
// stories added since Find. Only the expansion of words and the order by rank never
// change. It is safe for concurrent use.
type Result struct {
	Forms []term.Form // what to highlight in a hit

	index  *Index
	x      expr
	groups []group
	words  []wording
	lo, hi int64
	ranked []int64 // ids, best first; nil in list order
	scored []float64
	gone   foldedAway
}

// Find compiles a query. It does not read hits from the index yet. While the query
// is being typed, a prefix stands for the most frequent words that begin with it,
// and an excluded prefix is ignored.
func (in *Index) Find(ctx context.Context, n query.Node, typing bool) (*Result, error) {
	k := &compiler{ctx: ctx, index: in.words(ctx), typing: typing, lo: 0, hi: math.MaxInt64}
	root, err := k.top(n)
	if err != nil {
		return nil, err
	}
	return &Result{Forms: k.forms, index: in, x: root, groups: k.groups, words: k.worded, lo: k.lo, hi: k.hi}, nil
}

// Rows returns n rows from k on, or -n rows above k, as Catalog.Rows does.
func (r *Result) Rows(ctx context.Context, k story.Key, n int) ([]story.Row, error) {
	ids, err := r.window(ctx, k, n)
	if err != nil {
		return nil, err
	}
	return r.rowsOf(ctx, ids)
}

func (r *Result) window(ctx context.Context, k story.Key, n int) ([]int64, error) {
	if n == 0 {
		return nil, nil
	}
	if r.ranked != nil {
		return r.rankedWindow(ctx, k, n)
	}
	sp := span{lo: r.lo, hi: r.hi, down: n > 0}
	if !k.IsZero() {
		at, _, err := r.index.place(ctx, k)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			sp.lo = max(sp.lo, at)
		} else {
			sp.hi = min(sp.hi, at-1)
		}
	}
	ids, err := r.ids(ctx, sp, max(n, -n))
	if n < 0 {
		slices.Reverse(ids)
	}
	return ids, err
}

// ids returns up to n ids in a span.
func (r *Result) ids(ctx context.Context, sp span, n int) ([]int64, error) {
	s, err := r.index.stream(ctx, r.x, sp)
	if err != nil {
		return nil, err
	}
	if c, ok := s.(*chunkStream); ok {
		c.size = min(n, maxChunk)
	}
	return take(ctx, s, sp, n)
}

// rankedWindow is window in order of rank. A key that is not found counts as the
// top.
func (r *Result) rankedWindow(ctx context.Context, k story.Key, n int) ([]int64, error) {
	i := 0
	if k.IsZero() && n < 0 {
		i = len(r.ranked)
	} else if !k.IsZero() {
		id, ok, err := r.index.place(ctx, k)
		if err != nil {
			return nil, err
		}
		if ok {
			i = max(0, slices.Index(r.ranked, id))
		}
	}
	if n > 0 {
		return r.ranked[i:min(i+n, len(r.ranked))], nil
	}
	return r.ranked[max(0, i+n):i], nil
}

// place returns the id of the row at k or, if there is none, an id near its place.
func (in *Index) place(ctx context.Context, k story.Key) (id int64, there bool, err error) {
	var path string
	err = in.db.Values(ctx, []any{&id, &path}, `SELECT id, path FROM rows WHERE nu = ? AND nt = ? AND path >= ? ORDER BY path LIMIT 1`,
		-k.Unix, -int64(k.Take), k.Path)
	if errors.Is(err, sql.ErrNoRows) {
		return meta.SortEnd(meta.SortBase(k.Unix, k.Take)) + 1, false, nil
	}
	return id, err == nil && path == k.Path, err
}

var sqlRowsOf = [...]string{columns.Files: rowsOf(columns.Files), columns.Stories: rowsOf(columns.Stories)}

func rowsOf(s columns.Scope) string {
	return `SELECT ` + s.Columns() + ` FROM json_each(?) j JOIN rows r ON r.id = j.value ` + columns.Join + `ORDER BY j.id`
}

// rowsOf returns the rows of a list of a scope with those ids, in the order of ids.
func (in *Index) rowsOf(ctx context.Context, ids []int64, scope columns.Scope) ([]story.Row, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return sqlite.List(ctx, in.db, columns.Scan, sqlRowsOf[scope], list64(ids))
}

// rowsOf returns the rows with those ids, in the order of ids.
func (r *Result) rowsOf(ctx context.Context, ids []int64) ([]story.Row, error) {
	scope := columns.Files
	if _, stories := r.unfolded(); stories {
		scope = columns.Stories
	}
	return r.index.rowsOf(ctx, ids, scope)
}

// list64 returns a list of ids as JSON, for an argument of a statement.
func list64(ids []int64) string {
	text, _ := json.Marshal(ids) // numbers can always be marshalled
	return string(text)
}

// The bounds of the number of rows that All reads at a time.
const (
	firstPage = 32
	maxPage   = 500
)

// All calls yield with every row found and its score until yield returns false. If
// back, it starts at the end.
func (r *Result) All(ctx context.Context, back bool, yield func(story.Row, float64) bool) error {
	if r.ranked != nil {
		return r.allRanked(ctx, back, yield)
	}
	sp := span{lo: r.lo, hi: r.hi, down: !back}
	s, err := r.index.stream(ctx, r.x, sp)
	if err != nil {
		return err
	}
	for n := firstPage; ; n = min(4*n, maxPage) {
		ids, err := take(ctx, s, sp, n)
		if err != nil || len(ids) == 0 {
			return err
		}
		if more, err := r.yieldRows(ctx, ids, nil, yield); err != nil || !more {
			return err
		}
		if last := ids[len(ids)-1]; back {
			sp.hi = last - 1
		} else {
			sp.lo = last + 1
		}
	}
}

func (r *Result) allRanked(ctx context.Context, back bool, yield func(story.Row, float64) bool) error {
	ids, scores := r.ranked, r.scored
	if back {
		ids, scores = slices.Clone(ids), slices.Clone(scores)
		slices.Reverse(ids)
		slices.Reverse(scores)
	}
	for at, n := 0, firstPage; at < len(ids); at, n = at+n, min(4*n, maxPage) {
		to := min(at+n, len(ids))
		if more, err := r.yieldRows(ctx, ids[at:to], scores[at:to], yield); err != nil || !more {
			return err
		}
	}
	return nil
}

// yieldRows calls yield with the rows of ids and returns its last result. It skips
// rows that have been removed since.
func (r *Result) yieldRows(ctx context.Context, ids []int64, scores []float64, yield func(story.Row, float64) bool) (more bool, err error) {
	rows, err := r.rowsOf(ctx, ids)
	if err != nil {
		return false, err
	}
	if len(rows) < len(ids) && len(ids) > 1 {
		return r.yieldEach(ctx, ids, scores, yield)
	}
	for i := range rows {
		score := 0.0
		if scores != nil {
			score = scores[i]
		}
		if !yield(rows[i], score) {
			return false, nil
		}
	}
	return true, nil
}

// yieldEach is yieldRows for ids of which some were removed. It reads the rows one by
// one, so that each has its own score.
func (r *Result) yieldEach(ctx context.Context, ids []int64, scores []float64, yield func(story.Row, float64) bool) (more bool, err error) {
	for i := range ids {
		var score []float64
		if scores != nil {
			score = scores[i : i+1]
		}
		if more, err := r.yieldRows(ctx, ids[i:i+1], score, yield); err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

// Count returns the number of stories found.
func (r *Result) Count(ctx context.Context) (int, error) {
	if !r.whole() {
		return r.count(ctx, r.lo, r.hi)
	}
	var n, folded int
	err := r.index.db.Values(ctx, []any{&n, &folded},
		`SELECT (SELECT value FROM meta WHERE name = 'stories'), (SELECT value FROM meta WHERE name = 'folded')`)
	if _, stories := r.unfolded(); stories {
		n -= folded
	}
	return n, err
}

// Takes returns the number of takes found, of all stories.
func (r *Result) Takes(ctx context.Context) (int, error) {
	x, _ := r.unfolded()
	takes := Result{index: r.index, x: x, lo: r.lo, hi: r.hi}
	return takes.Count(ctx)
}

// whole reports whether every story is found.
func (r *Result) whole() bool {
	x, _ := r.unfolded()
	return x == expr(everything) && r.lo == 0 && r.hi == math.MaxInt64
}

// count counts what is found from lo to hi.
func (r *Result) count(ctx context.Context, lo, hi int64) (int, error) {
	x, stories := r.unfolded()
	n, err := r.index.count(ctx, x, lo, hi)
	if err != nil || !stories {
		return n, err
	}
	away, err := r.away(ctx)
	first, _ := slices.BinarySearch(away, lo)
	last, _ := slices.BinarySearch(away, min(hi, math.MaxInt64-1)+1)
	return n - (last - first), err
}

// count counts the rows from lo to hi that x matches.
func (in *Index) count(ctx context.Context, x expr, lo, hi int64) (n int, err error) {
	if m, ok := x.(matching); ok {
		err := in.db.Values(ctx, []any{&n}, `SELECT count(*) FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ?`, string(m), lo, hi)
		return n, err
	}
	sp := span{lo: lo, hi: hi, down: true}
	s, err := in.stream(ctx, x, sp)
	if err != nil {
		return 0, err
	}
	for from := lo; ; n++ {
		id, ok, err := s.next(ctx, from)
		if err != nil || !ok {
			return n, err
		}
		from = id + 1
	}
}

// Position returns the number of rows above k.
func (r *Result) Position(ctx context.Context, k story.Key) (int, error) {
	if k.IsZero() {
		return 0, nil
	}
	id, _, err := r.index.place(ctx, k)
	if err != nil {
		return 0, err
	}
	if r.ranked != nil {
		return max(0, slices.Index(r.ranked, id)), nil
	}
	return r.count(ctx, r.lo, min(r.hi, id-1))
}

// NextUnread returns the first unread row below k, or above k if back, as
// Catalog.NextUnread does.
func (r *Result) NextUnread(ctx context.Context, k story.Key, back bool) (story.Row, bool, error) {
	if r.ranked != nil {
		return r.rankedUnread(ctx, k, back)
	}
	sp := span{lo: r.lo, hi: r.hi, down: !back}
	if !k.IsZero() {
		at, _, err := r.index.place(ctx, k)
		if err != nil {
			return story.Row{}, false, err
		}
		if back {
			sp.hi = at - 1
		} else {
			sp.lo = at + 1
		}
	}
	_, stories := r.unfolded()
	read := marked{mark: "read", whole: stories}
	unread := Result{index: r.index, x: allOf{r.x, notOf{read}}}
	ids, err := unread.ids(ctx, sp, 1)
	return r.first(ctx, ids, err)
}

// unreadPage is the number of rows that rankedUnread reads at a time.
const unreadPage = 100

func (r *Result) rankedUnread(ctx context.Context, k story.Key, back bool) (story.Row, bool, error) {
	ids := r.ranked
	if !k.IsZero() {
		id, _, err := r.index.place(ctx, k)
		if err != nil {
			return story.Row{}, false, err
		}
		if i := slices.Index(ids, id); back {
			ids = ids[:max(i, 0)]
		} else {
			ids = ids[i+1:]
		}
	}
	if back {
		ids = slices.Clone(ids)
		slices.Reverse(ids)
	}
	for page := range slices.Chunk(ids, unreadPage) {
		rows, err := r.rowsOf(ctx, page)
		if err != nil {
			return story.Row{}, false, err
		}
		for _, r := range rows {
			if !r.Read {
				return r, true, nil
			}
		}
	}
	return story.Row{}, false, nil
}
