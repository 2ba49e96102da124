package search

import (
	"context"
	"database/sql"
	"slices"
	"sync"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// folded matches one take of each story of which "of" matches any from lo to hi: the one
// that comes first in the order in which takes stand for their story.
type folded struct {
	of     expr
	lo, hi int64
}

func (folded) expr() {}

// grouped matches the stories with several takes.
type grouped struct{}

func (grouped) expr() {}

// Fold makes r find stories instead of takes. It must be called before any other method.
func (r *Result) Fold() { r.x = folded{r.x, r.lo, r.hi} }

// unfolded returns the expression that matches every take found, and whether r finds
// stories.
func (r *Result) unfolded() (x expr, stories bool) {
	if f, ok := r.x.(folded); ok {
		return f.of, true
	}
	return r.x, false
}

// taken is a row of table takes.
type taken struct {
	id, group int64
	place     int
}

func scanTaken(rows *sql.Rows) (t taken, err error) {
	err = rows.Scan(&t.id, &t.group, &t.place)
	return t, err
}

const (
	sqlTaken  = `SELECT t.id, t.grp, t.place FROM json_each(?) j JOIN takes t ON t.id = j.value`
	sqlBetter = `SELECT t.id, t.grp, t.place FROM json_each(?) j JOIN takes t ON t.grp = j.value`
)

// foldAway returns those of ids that another take found stands for.
func (in *Index) foldAway(ctx context.Context, x folded, ids []int64) (map[int64]bool, error) {
	own, err := sqlite.List(ctx, in.db, scanTaken, sqlTaken, list64(ids))
	if err != nil {
		return nil, err
	}
	places := map[int64]int{} // of those that others may stand for: the highest, by group
	for _, t := range own {
		if t.place > 0 {
			places[t.group] = max(places[t.group], t.place)
		}
	}
	if len(places) == 0 {
		return nil, nil
	}
	best, err := in.best(ctx, x, places)
	if err != nil {
		return nil, err
	}
	away := map[int64]bool{}
	for _, t := range own {
		if b, ok := best[t.group]; ok && b < t.place {
			away[t.id] = true
		}
	}
	return away, nil
}

// best returns the first place of a take found in each group, if it is before places.
func (in *Index) best(ctx context.Context, x folded, places map[int64]int) (map[int64]int, error) {
	groups := make([]int64, 0, len(places))
	for g := range places {
		groups = append(groups, g)
	}
	members, err := sqlite.List(ctx, in.db, scanTaken, sqlBetter, list64(groups))
	if err != nil {
		return nil, err
	}
	var ids listed
	for _, t := range members {
		if t.place < places[t.group] && t.id >= x.lo && t.id <= x.hi {
			ids = append(ids, t.id)
		}
	}
	slices.Sort(ids)
	sp := span{lo: x.lo, hi: x.hi, down: true}
	s, err := in.stream(ctx, allOf{ids, x.of}, sp)
	if err != nil {
		return nil, err
	}
	found, err := take(ctx, s, sp, len(ids))
	if err != nil {
		return nil, err
	}
	best := map[int64]int{}
	for _, t := range members {
		if _, ok := slices.BinarySearch(found, t.id); !ok {
			continue
		}
		if b, ok := best[t.group]; !ok || t.place < b {
			best[t.group] = t.place
		}
	}
	return best, nil
}

// sqlMembers reads the takes of a story, in the order in which they stand for it.
const sqlMembers = `SELECT u.id, u.grp, u.place FROM rows s JOIN takes v ON v.id = s.id JOIN takes u ON u.grp = v.grp
	WHERE s.sid = ? ORDER BY u.place`

// RowFor returns the row that stands for a story: its own, or if r finds stories that of
// another take. ok is false if it was not found.
func (r *Result) RowFor(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	ids, err := sqlite.Column[int64](ctx, r.index.db, `SELECT id FROM rows WHERE sid = ?`, string(id))
	if err != nil {
		return story.Row{}, false, err
	}
	x, stories := r.unfolded()
	if stories {
		members, err := sqlite.List(ctx, r.index.db, scanTaken, sqlMembers, string(id))
		if err != nil {
			return story.Row{}, false, err
		}
		for i, t := range members {
			if i == 0 {
				ids = nil
			}
			ids = append(ids, t.id)
		}
	}
	for _, id := range ids {
		if n, err := r.index.count(ctx, allOf{listed{id}, x}, max(r.lo, id), min(r.hi, id)); err != nil || n > 0 {
			return r.first(ctx, []int64{id}, err)
		}
	}
	return story.Row{}, false, nil
}

// first returns the row of the first of ids; ok is false if there is none. An error
// before that is returned.
func (r *Result) first(ctx context.Context, ids []int64, err error) (row story.Row, ok bool, _ error) {
	if err != nil || len(ids) == 0 {
		return story.Row{}, false, err
	}
	rows, err := r.rowsOf(ctx, ids[:1])
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}

// foldStream yields the ids of a stream without those that are folded away. It reads
// ahead.
type foldStream struct {
	span

	index *Index
	x     folded
	of    stream
	ahead []int64
	at    int64 // where of goes on
	size  int   // of ahead
	began bool
}

func (s *foldStream) next(ctx context.Context, from int64) (int64, bool, error) {
	for {
		for len(s.ahead) > 0 && s.before(s.ahead[0], from) {
			s.ahead = s.ahead[1:]
		}
		if len(s.ahead) > 0 {
			return s.ahead[0], true, nil
		}
		if !s.began || s.before(s.at, from) {
			s.at = from
		}
		if more, err := s.fill(ctx); err != nil || !more {
			return 0, false, err
		}
	}
}

// fill reads ahead and reports whether there was more.
func (s *foldStream) fill(ctx context.Context) (bool, error) {
	if s.size = min(4*s.size, maxChunk); !s.began {
		s.size, s.began = minChunk, true
	}
	sp := s.span
	if s.down {
		sp.lo = s.at
	} else {
		sp.hi = s.at
	}
	ids, err := take(ctx, s.of, sp, s.size)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	s.at = s.past(ids[len(ids)-1])
	away, err := s.index.foldAway(ctx, s.x, ids)
	s.ahead = slices.DeleteFunc(ids, func(id int64) bool { return away[id] })
	return true, err
}

// groupedStream yields the rows of stories with several takes.
func (in *Index) groupedStream(sp span) stream {
	const query = `SELECT id FROM takes WHERE id BETWEEN ? AND ? ORDER BY id`
	return &chunkStream{span: sp, index: in, size: minChunk, ascending: query + ` LIMIT ?`, descending: query + ` DESC LIMIT ?`}
}

// foldedAway remembers what away returned for a state of the catalog.
type foldedAway struct {
	mu      sync.Mutex
	known   bool
	version int64
	ids     []int64
}

// sqlVersion is a number that grows with every change of the stories or their groups.
const sqlVersion = `SELECT sum(value) FROM meta WHERE name IN ('added', 'changed', 'removed', 'grouped')`

// away returns the ids of the takes found that another one stands for, in order. They
// are remembered unless they depend on marks.
func (r *Result) away(ctx context.Context) ([]int64, error) {
	x, ok := r.x.(folded)
	if !ok {
		return nil, nil
	}
	if _, pure := x.of.(matching); !pure {
		return r.index.away(ctx, x)
	}
	r.gone.mu.Lock()
	defer r.gone.mu.Unlock()
	var version int64
	err := r.index.db.Values(ctx, []any{&version}, sqlVersion)
	if err != nil || r.gone.known && r.gone.version == version {
		return r.gone.ids, err
	}
	if r.gone.ids, err = r.index.away(ctx, x); err == nil {
		r.gone.known, r.gone.version = true, version
	}
	return r.gone.ids, err
}

// away is Result.away for an expression.
func (in *Index) away(ctx context.Context, x folded) ([]int64, error) {
	sp := span{lo: x.lo, hi: x.hi, down: true}
	s, err := in.stream(ctx, allOf{grouped{}, x.of}, sp)
	if err != nil {
		return nil, err
	}
	best := map[int64]taken{} // by group
	var away []int64
	err = inChunks(ctx, s, sp, func(ids []int64, _ bool) error {
		rows, err := sqlite.List(ctx, in.db, scanTaken, sqlTaken, list64(ids))
		for _, t := range rows {
			b, ok := best[t.group]
			switch {
			case !ok:
				best[t.group] = t
			case t.place < b.place:
				away, best[t.group] = append(away, b.id), t
			default:
				away = append(away, t.id)
			}
		}
		return err
	})
	slices.Sort(away)
	return away, err
}
