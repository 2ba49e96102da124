package search

import (
	"context"
	"fmt"
	"slices"

	"dateline/feed/sqlite"
)

// stream yields the ids that an expr matches, in rising or falling order. Joined
// streams ask each other for the next id from a given one on, so that the sparsest
// decides how much of the others is read.
type stream interface {
	// next returns the first id not before from; ok is false at the end.
	next(ctx context.Context, from int64) (id int64, ok bool, err error)
}

// ends are the ids that a stream begins and ends with, and its direction.
type ends struct {
	lo, hi int64
	down   bool // rising ids are the way down the list
}

// first is where a stream begins.
func (e ends) first() int64 {
	if e.down {
		return e.lo
	}
	return e.hi
}

// past is the id after id.
func (e ends) past(id int64) int64 {
	if e.down {
		return id + 1
	}
	return id - 1
}

// before reports whether a comes before b.
func (e ends) before(a, b int64) bool { return a != b && (a < b) == e.down }

// outside reports whether id lies beyond the end.
func (e ends) outside(id int64) bool { return e.down && id > e.hi || !e.down && id < e.lo }

// stream returns the stream of an expr.
func (in *Index) stream(ctx context.Context, x expr, e ends) (stream, error) {
	switch x := x.(type) {
	case matching:
		return &chunkStream{ends: e, index: in, size: minChunk, rising: sqlIDsDown, falling: sqlIDsUp, args: []any{string(x)}}, nil
	case marked:
		return in.markedStream(ctx, x, e)
	case allOf:
		list, err := in.streams(ctx, x, e)
		return &allStream{ends: e, list: list}, err
	case anyOf:
		list, err := in.streams(ctx, x, e)
		return &anyStream{ends: e, list: list}, err
	case notOf:
		list, err := in.streams(ctx, []expr{everything, x.of}, e)
		if err != nil {
			return nil, err
		}
		return &butStream{ends: e, of: list[0], but: list[1]}, nil
	}
	return &listStream{ends: e}, nil
}

func (in *Index) streams(ctx context.Context, list []expr, e ends) ([]stream, error) {
	out := make([]stream, 0, len(list))
	for _, x := range list {
		s, err := in.stream(ctx, x, e)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// fewMarks is the number of marks up to which they are read at once; more are looked
// up row by row.
const fewMarks = 5000

// markedStream yields the rows with that mark.
func (in *Index) markedStream(ctx context.Context, m marked, e ends) (stream, error) {
	ids, err := sqlite.Column[int64](ctx, in.db, `SELECT r.id FROM (SELECT id FROM marks.marks WHERE `+string(m)+` LIMIT ?) m
		JOIN rows r ON r.sid = m.id`, fewMarks+1)
	if err != nil {
		return nil, err
	}
	if len(ids) <= fewMarks {
		slices.Sort(ids)
		return &listStream{ends: e, ids: ids}, nil
	}
	return in.rowByRow(m, e), nil
}

// rowByRow yields the same rows as markedStream and looks each one up.
func (in *Index) rowByRow(m marked, e ends) stream {
	const query = `SELECT r.id FROM rows r JOIN marks.marks m ON m.id = r.sid AND m.%s
		WHERE r.id BETWEEN ? AND ? ORDER BY r.id%s LIMIT ?`
	return &chunkStream{
		ends: e, index: in, size: minChunk,
		rising: fmt.Sprintf(query, m, ""), falling: fmt.Sprintf(query, m, " DESC"),
	}
}

// The bounds of the number of ids read at a time.
const (
	minChunk = 64
	maxChunk = 8192
)

// chunkStream reads ids with one of two statements, which take args, the
// first and the last id and how many.
type chunkStream struct {
	ends

	index           *Index
	rising, falling string
	args            []any
	chunk           []int64
	size            int  // of the next chunk
	used            int  // of the ids of this one
	done            bool // no id comes after chunk
}

const (
	sqlIDsDown = `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?`
	sqlIDsUp   = `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?`
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

// fill reads the next chunk: a larger one if most of the last was used, a small one
// if most of it was skipped.
func (s *chunkStream) fill(ctx context.Context, from int64) (err error) {
	if s.used*2 < s.size {
		s.size = minChunk
	} else {
		s.size = min(s.size*4, maxChunk)
	}
	query, first, last := s.rising, from, s.hi
	if !s.down {
		query, first, last = s.falling, s.lo, from
	}
	s.chunk, err = sqlite.Column[int64](ctx, s.index.db, query, append(slices.Clone(s.args), first, last, s.size)...)
	s.used, s.done = 0, len(s.chunk) < s.size
	return err
}

// listStream yields ids from memory, in rising order.
type listStream struct {
	ends
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
	ends
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
	ends
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

// butStream yields the ids of one stream that another does not yield.
type butStream struct {
	ends
	of, but stream
}

func (s *butStream) next(ctx context.Context, from int64) (int64, bool, error) {
	for {
		id, ok, err := s.of.next(ctx, from)
		if err != nil || !ok {
			return 0, false, err
		}
		not, ok, err := s.but.next(ctx, id)
		if err != nil || !ok || not != id {
			return id, err == nil, err
		}
		from = s.past(id)
	}
}

// take reads up to n ids of a stream.
func take(ctx context.Context, s stream, e ends, n int) ([]int64, error) {
	var ids []int64
	for from := e.first(); len(ids) < n; {
		id, ok, err := s.next(ctx, from)
		if err != nil || !ok {
			return ids, err
		}
		ids = append(ids, id)
		from = e.past(id)
	}
	return ids, nil
}
