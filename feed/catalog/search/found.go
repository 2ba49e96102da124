package search

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"

	"database/sql"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/sqlite"
	"dateline/feed/story"
	"dateline/feed/term"
)

// Found is the result of a query. Each call reads the catalog, so it includes
// stories added since; only the expansion of words and the order by rank stay as
// they were when Found was made. It is safe for concurrent use.
type Found struct {
	Forms []term.Form // what is to be marked in a hit

	index  *Index
	x      expr
	groups []group
	lo, hi int64
	ranked []int64 // ids, best first; nil in the order of the list
	scored []float64
}

// Find compiles a query; it does not read the index for hits yet. While the query
// is being typed, a prefix stands for the most frequent words that begin with it,
// and an excluded prefix is ignored.
func (in *Index) Find(ctx context.Context, n query.Node, typing bool) (*Found, error) {
	k := &compiler{ctx: ctx, index: in, typing: typing, lo: 0, hi: math.MaxInt64}
	root, err := k.top(n)
	if err != nil {
		return nil, err
	}
	return &Found{Forms: k.forms, index: in, x: root, groups: k.groups, lo: k.lo, hi: k.hi}, nil
}

// Rows returns n rows from k on, or -n rows above k, as Catalog.Rows does.
func (f *Found) Rows(ctx context.Context, k story.Key, n int) ([]story.Row, error) {
	ids, err := f.window(ctx, k, n)
	if err != nil {
		return nil, err
	}
	return f.index.rowsOf(ctx, ids)
}

func (f *Found) window(ctx context.Context, k story.Key, n int) ([]int64, error) {
	if n == 0 {
		return nil, nil
	}
	if f.ranked != nil {
		return f.rankedWindow(ctx, k, n)
	}
	e := ends{lo: f.lo, hi: f.hi, down: n > 0}
	if !k.IsZero() {
		at, _, err := f.index.place(ctx, k)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			e.lo = max(e.lo, at)
		} else {
			e.hi = min(e.hi, at-1)
		}
	}
	ids, err := f.ids(ctx, e, max(n, -n))
	if n < 0 {
		slices.Reverse(ids)
	}
	return ids, err
}

// ids returns up to n ids between some ends.
func (f *Found) ids(ctx context.Context, e ends, n int) ([]int64, error) {
	s, err := f.index.stream(ctx, f.x, e)
	if err != nil {
		return nil, err
	}
	return take(ctx, s, e, n)
}

// rankedWindow is window in order of rank. A key that is not found counts as the
// top.
func (f *Found) rankedWindow(ctx context.Context, k story.Key, n int) ([]int64, error) {
	i := 0
	if k.IsZero() && n < 0 {
		i = len(f.ranked)
	} else if !k.IsZero() {
		id, ok, err := f.index.place(ctx, k)
		if err != nil {
			return nil, err
		}
		if ok {
			i = max(0, slices.Index(f.ranked, id))
		}
	}
	if n > 0 {
		return f.ranked[i:min(i+n, len(f.ranked))], nil
	}
	return f.ranked[max(0, i+n):i], nil
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

var sqlRowsOf = `SELECT ` + columns.Read + ` FROM json_each(?) j JOIN rows r ON r.id = j.value
	LEFT JOIN marks.marks m ON m.id = r.sid ORDER BY j.id`

// rowsOf returns the rows with those ids, in the order of ids.
func (in *Index) rowsOf(ctx context.Context, ids []int64) ([]story.Row, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return sqlite.List(ctx, in.db, columns.Scan, sqlRowsOf, list64(ids))
}

// list64 is a list of ids as an argument.
func list64(ids []int64) string {
	text, _ := json.Marshal(ids) // numbers can always be marshalled
	return string(text)
}

// page is how many rows All holds at a time.
const page = 500

// All calls yield with every row found and its score until yield returns false; it
// starts at the end if back.
func (f *Found) All(ctx context.Context, back bool, yield func(story.Row, float64) bool) error {
	if f.ranked != nil {
		return f.allRanked(ctx, back, yield)
	}
	e := ends{lo: f.lo, hi: f.hi, down: !back}
	s, err := f.index.stream(ctx, f.x, e)
	if err != nil {
		return err
	}
	for {
		ids, err := take(ctx, s, e, page)
		if err != nil || len(ids) == 0 {
			return err
		}
		if more, err := f.give(ctx, ids, nil, yield); err != nil || !more {
			return err
		}
		if last := ids[len(ids)-1]; back {
			e.hi = last - 1
		} else {
			e.lo = last + 1
		}
	}
}

func (f *Found) allRanked(ctx context.Context, back bool, yield func(story.Row, float64) bool) error {
	ids, scores := f.ranked, f.scored
	if back {
		ids, scores = slices.Clone(ids), slices.Clone(scores)
		slices.Reverse(ids)
		slices.Reverse(scores)
	}
	for at := 0; at < len(ids); at += page {
		to := min(at+page, len(ids))
		if more, err := f.give(ctx, ids[at:to], scores[at:to], yield); err != nil || !more {
			return err
		}
	}
	return nil
}

// give calls yield with the rows of ids; more is the last result of yield. Rows
// that were removed meanwhile are skipped.
func (f *Found) give(ctx context.Context, ids []int64, scores []float64, yield func(story.Row, float64) bool) (more bool, err error) {
	rows, err := f.index.rowsOf(ctx, ids)
	if err != nil {
		return false, err
	}
	if len(rows) < len(ids) && len(ids) > 1 {
		return f.giveEach(ctx, ids, scores, yield)
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

// giveEach is give for ids of which some were removed, so that each of the others
// keeps its own score.
func (f *Found) giveEach(ctx context.Context, ids []int64, scores []float64, yield func(story.Row, float64) bool) (more bool, err error) {
	for i := range ids {
		var score []float64
		if scores != nil {
			score = scores[i : i+1]
		}
		if more, err := f.give(ctx, ids[i:i+1], score, yield); err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

// Count returns how many stories are found.
func (f *Found) Count(ctx context.Context) (int, error) {
	if f.x == expr(everything) && f.lo == 0 && f.hi == math.MaxInt64 {
		var n int
		err := f.index.db.Values(ctx, []any{&n}, `SELECT value FROM meta WHERE name = 'stories'`)
		return n, err
	}
	return f.count(ctx, f.lo, f.hi)
}

func (f *Found) count(ctx context.Context, lo, hi int64) (n int, err error) {
	if m, ok := f.x.(matching); ok {
		err := f.index.db.Values(ctx, []any{&n}, `SELECT count(*) FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ?`, string(m), lo, hi)
		return n, err
	}
	e := ends{lo: lo, hi: hi, down: true}
	s, err := f.index.stream(ctx, f.x, e)
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
func (f *Found) Position(ctx context.Context, k story.Key) (int, error) {
	if k.IsZero() {
		return 0, nil
	}
	id, _, err := f.index.place(ctx, k)
	if err != nil {
		return 0, err
	}
	if f.ranked != nil {
		return max(0, slices.Index(f.ranked, id)), nil
	}
	return f.count(ctx, f.lo, min(f.hi, id-1))
}

// NextUnread returns the first unread row below k, or above it when back, as
// Catalog.NextUnread does.
func (f *Found) NextUnread(ctx context.Context, k story.Key, back bool) (story.Row, bool, error) {
	if f.ranked != nil {
		return f.rankedUnread(ctx, k, back)
	}
	e := ends{lo: f.lo, hi: f.hi, down: !back}
	if !k.IsZero() {
		at, _, err := f.index.place(ctx, k)
		if err != nil {
			return story.Row{}, false, err
		}
		if back {
			e.hi = at - 1
		} else {
			e.lo = at + 1
		}
	}
	unread := Found{index: f.index, x: allOf{f.x, notOf{marked("read")}}}
	ids, err := unread.ids(ctx, e, 1)
	if err != nil || len(ids) == 0 {
		return story.Row{}, false, err
	}
	rows, err := f.index.rowsOf(ctx, ids)
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}

// unreadPage is how many rows rankedUnread reads at a time.
const unreadPage = 100

func (f *Found) rankedUnread(ctx context.Context, k story.Key, back bool) (story.Row, bool, error) {
	ids := f.ranked
	if !k.IsZero() {
		id, _, err := f.index.place(ctx, k)
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
		rows, err := f.index.rowsOf(ctx, page)
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
