package search

import (
	"context"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/sqlite"
)

// stream yields the ids that an expr matches, in ascending or descending order.
// Streams that are joined skip to the next id of each other, so that the sparsest one
// determines how much of the others is read.
type stream interface {
	// next returns the first id not before from; ok is false at the end.
	next(ctx context.Context, from int64) (id int64, ok bool, err error)
}

// span is the range of ids that a stream is limited to, and its direction.
type span struct {
	lo, hi int64
	down   bool // down the list, in ascending order
}

// first returns the id at which a stream begins.
func (sp span) first() int64 {
	if sp.down {
		return sp.lo
	}
	return sp.hi
}

// past returns the id that follows id.
func (sp span) past(id int64) int64 {
	if sp.down {
		return id + 1
	}
	return id - 1
}

// before reports whether a comes before b.
func (sp span) before(a, b int64) bool { return a != b && (a < b) == sp.down }

// outside reports whether id is past the end.
func (sp span) outside(id int64) bool { return sp.down && id > sp.hi || !sp.down && id < sp.lo }

// stream returns the stream of an expr.
func (in *Index) stream(ctx context.Context, x expr, sp span) (stream, error) {
	switch x := x.(type) {
	case matching:
		return &chunkStream{span: sp, index: in, size: minChunk, ascending: sqlIDsDown, descending: sqlIDsUp, args: []any{string(x)}}, nil
	case listed:
		return &listStream{span: sp, ids: x}, nil
	case marked:
		return in.markedStream(ctx, x, sp)
	case grouped:
		return in.groupedStream(sp), nil
	case folded:
		of, err := in.stream(ctx, x.of, sp)
		return &foldStream{span: sp, index: in, x: x, of: of}, err
	case allOf:
		list, err := in.streams(ctx, x, sp)
		return &allStream{span: sp, list: list}, err
	case anyOf:
		list, err := in.streams(ctx, x, sp)
		return &anyStream{span: sp, list: list}, err
	case notOf:
		list, err := in.streams(ctx, []expr{everything, x.of}, sp)
		if err != nil {
			return nil, err
		}
		return &exceptStream{span: sp, list: list[0], except: list[1]}, nil
	}
	return &listStream{span: sp}, nil
}

func (in *Index) streams(ctx context.Context, list []expr, sp span) ([]stream, error) {
	out := make([]stream, 0, len(list))
	for _, x := range list {
		s, err := in.stream(ctx, x, sp)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// fewMarks is the number of marks up to which all are read at once. More are looked up
// row by row.
const fewMarks = 5000

// markedStream yields the rows with that mark.
func (in *Index) markedStream(ctx context.Context, m marked, sp span) (stream, error) {
	ids, err := sqlite.Column[int64](ctx, in.db, `SELECT r.id FROM (SELECT id FROM marked WHERE `+m.mark+` LIMIT ?) m
		JOIN rows r ON r.sid = m.id`+m.condition(), fewMarks+1)
	if err != nil {
		return nil, err
	}
	if len(ids) <= fewMarks {
		slices.Sort(ids)
		return &listStream{span: sp, ids: ids}, nil
	}
	return in.rowByRow(m, sp), nil
}

// condition joins the rows of marks with their takes if that is needed, and is a
// condition for them.
func (m marked) condition() string {
	if !m.whole {
		return ` WHERE true`
	}
	return ` LEFT JOIN takes t ON t.id = r.id WHERE (t.id IS NULL OR ` + columns.AllTakes(m.mark) + `)`
}

// rowByRow yields the same rows as markedStream and looks each one up.
func (in *Index) rowByRow(m marked, sp span) stream {
	query := `SELECT r.id FROM rows r JOIN marked m ON m.id = r.sid AND m.` + m.mark + m.condition() +
		` AND r.id BETWEEN ? AND ? ORDER BY r.id`
	return &chunkStream{span: sp, index: in, size: minChunk, ascending: query + ` LIMIT ?`, descending: query + ` DESC LIMIT ?`}
}

// The bounds of the number of ids read at a time.
const (
	minChunk = 64
	maxChunk = 8192
)

// chunkStream reads ids with one of two statements, whose arguments are args, the
// first id, the last id and the number of ids.
type chunkStream struct {
	span

	index                 *Index
	ascending, descending string
	args                  []any
	chunk                 []int64
	size                  int  // of the chunk, or of the first one
	used                  int  // number of ids of chunk that were used
	began, done           bool // there is a chunk; no id comes after it
}

const (
	sqlIDsDown = `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?+0`
	sqlIDsUp   = `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?+0`
)

func (s *chunkStream) next(ctx context.Context, from int64) (int64, bool, error) {
	for {
		n, _ := slices.BinarySearchFunc(s.chunk, from, func(a, b int64) int {
			if s.before(a, b) {
				return -1
			}
			return 1
		})
		s.chunk = s.chunk[n:]
		s.used += min(n, 1)
		if len(s.chunk) > 0 {
			return s.chunk[0], true, nil
		}
		if s.done || s.outside(from) {
			return 0, false, nil
		}
		if err := s.fill(ctx, from); err != nil {
			return 0, false, err
		}
	}
}

// fill reads the next chunk: after the first, a larger one if most of the last was used,
// a small one if most of it was skipped.
func (s *chunkStream) fill(ctx context.Context, from int64) (err error) {
	switch {
	case !s.began:
	case s.used*2 < s.size:
		s.size = minChunk
	default:
		s.size = min(s.size*4, maxChunk)
	}
	query, first, last := s.ascending, from, s.hi
	if !s.down {
		query, first, last = s.descending, s.lo, from
	}
	s.chunk, err = sqlite.Column[int64](ctx, s.index.db, query, append(slices.Clone(s.args), first, last, s.size)...)
	s.used, s.began, s.done = 0, true, len(s.chunk) < s.size
	return err
}

// listStream yields ids from memory, in ascending order.
type listStream struct {
	span
	ids []int64
}

func (s *listStream) next(_ context.Context, from int64) (int64, bool, error) {
	i, found := slices.BinarySearch(s.ids, from)
	if !s.down && !found {
		i--
	}
	if i < 0 || i >= len(s.ids) || s.outside(s.ids[i]) {
		return 0, false, nil
	}
	return s.ids[i], true, nil
}

// allStream yields the ids that all of its streams yield.
type allStream struct {
	span
	list []stream
}

func (s *allStream) next(ctx context.Context, from int64) (int64, bool, error) {
	for i := 0; i < len(s.list); {
		id, ok, err := s.list[i].next(ctx, from)
		if err != nil || !ok {
			return 0, false, err
		}
		if id != from && i > 0 {
			from, i = id, 0
			continue
		}
		from = id
		i++
	}
	return from, len(s.list) > 0, nil
}

// anyStream yields the ids that any of its streams yields.
type anyStream struct {
	span
	list []stream
}

func (s *anyStream) next(ctx context.Context, from int64) (best int64, some bool, err error) {
	for _, o := range s.list {
		id, ok, err := o.next(ctx, from)
		if err != nil {
			return 0, false, err
		}
		if ok && (!some || s.before(id, best)) {
			best, some = id, true
		}
	}
	return best, some, nil
}

// exceptStream yields the ids of one stream that another does not yield.
type exceptStream struct {
	span
	list, except stream
}

func (s *exceptStream) next(ctx context.Context, from int64) (int64, bool, error) {
	for {
		id, ok, err := s.list.next(ctx, from)
		if err != nil || !ok {
			return 0, false, err
		}
		not, ok, err := s.except.next(ctx, id)
		if err != nil || !ok || not != id {
			return id, err == nil, err
		}
		from = s.past(id)
	}
}

// take reads up to n ids of a stream.
func take(ctx context.Context, s stream, sp span, n int) ([]int64, error) {
	var ids []int64
	for from := sp.first(); len(ids) < n; {
		id, ok, err := s.next(ctx, from)
		if err != nil || !ok {
			return ids, err
		}
		ids = append(ids, id)
		from = sp.past(id)
	}
	return ids, nil
}

// inChunks calls do with the ids of s, maxChunk at a time, up to the first error; more
// reports whether there may be others. It goes down the list.
func inChunks(ctx context.Context, s stream, sp span, do func(ids []int64, more bool) error) error {
	for {
		ids, err := take(ctx, s, sp, maxChunk)
		if err != nil {
			return err
		}
		more := len(ids) == maxChunk
		if err := do(ids, more); err != nil || !more {
			return err
		}
		sp.lo = ids[len(ids)-1] + 1
	}
}
