package fill

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/takes"
)

// grouping finds the takes of fresh rows and groups them with the rows that they are
// takes of.
type grouping struct {
	*batch

	fresh []int64                // ascend
	known map[int64]*takes.Print // of the rows near the current ones
	kin   map[int64][]pair2      // the pairs of a row
	done  map[int64]bool         // rows whose group was written
}

func newGrouping(t *batch, fresh []int64) *grouping {
	return &grouping{batch: t, fresh: fresh, known: map[int64]*takes.Print{}, kin: map[int64][]pair2{}, done: map[int64]bool{}}
}

// pair2 is a row of table pairs, without its first column.
type pair2 struct {
	id     int64
	why    takes.Why
	weight uint8
}

// run groups the fresh rows.
func (g *grouping) run(ctx context.Context) error {
	for id, old := range g.batch.fresh {
		if !old {
			continue
		}
		if _, err := g.forgetPairs(ctx, id); err != nil { // they are found again
			return err
		}
	}
	for _, fresh := range clusters(g.fresh) {
		if err := g.cluster(ctx, fresh); err != nil {
			return err
		}
	}
	return nil
}

// cluster groups fresh rows that are near each other.
func (g *grouping) cluster(ctx context.Context, fresh []int64) error {
	w, err := g.readWindow(ctx, fresh)
	if err != nil {
		return err
	}
	clear(g.known)
	clear(g.kin)
	for i := range w {
		g.known[w[i].id] = w[i].print
		if w[i].fresh {
			g.kin[w[i].id] = nil
		}
	}
	if err := g.findPairs(ctx, w); err != nil {
		return err
	}
	for _, id := range fresh {
		if g.done[id] || len(g.kin[id]) == 0 {
			continue
		}
		if err := g.component(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// findPairs finds the pairs of fresh rows of w and writes them.
func (g *grouping) findPairs(ctx context.Context, w window) (err error) {
	add := func(a, b *printed, p pair2) {
		if a.fresh {
			g.kin[a.id] = append(g.kin[a.id], p)
		}
		if err == nil {
			err = g.exec(ctx, `INSERT OR IGNORE INTO pairs VALUES (?, ?, ?, ?)`, a.id, b.id, string(p.why), int64(p.weight))
		}
	}
	w.candidates(func(i, j int) {
		a, b := &w[i], &w[j]
		if why, weight := takes.Compare(a.print, b.print); why != "" {
			add(a, b, pair2{b.id, why, weight})
			add(b, a, pair2{a.id, why, weight})
		}
	})
	return err
}

// kinOf returns the pairs of a row.
func (g *grouping) kinOf(ctx context.Context, id int64) ([]pair2, error) {
	if kin, ok := g.kin[id]; ok {
		return kin, nil
	}
	kin, err := list(ctx, g.tx, func(rows *sql.Rows) (pair2, error) {
		var p pair2
		err := rows.Scan(&p.id, &p.why, &p.weight)
		return p, err
	}, `SELECT b, why, weight FROM pairs WHERE a = ?`, id)
	g.kin[id] = kin
	return kin, err
}

// component groups the rows that pairs connect with a row.
func (g *grouping) component(ctx context.Context, start int64) error {
	at := map[int64]int{start: 0}
	ids := []int64{start}
	var pairs []takes.Pair
	for i := 0; i < len(ids); i++ {
		g.done[ids[i]] = true
		kin, err := g.kinOf(ctx, ids[i])
		if err != nil {
			return err
		}
		for _, p := range kin {
			j, ok := at[p.id]
			if !ok {
				j = len(ids)
				at[p.id] = j
				ids = append(ids, p.id)
			}
			if i < j || !ok {
				pairs = append(pairs, takes.Pair{A: i, B: j, Why: p.why, Weight: p.weight})
			}
		}
	}
	prints, err := g.printsOf(ctx, ids)
	if err != nil {
		return err
	}
	if err := g.ungroup(ctx, ids); err != nil {
		return err
	}
	for _, group := range takes.Groups(prints, pairs) {
		if len(group) == 1 {
			continue
		}
		members, err := g.members(ctx, ids, prints, group)
		if err != nil {
			return err
		}
		if err := g.write(ctx, members); err != nil {
			return err
		}
	}
	return nil
}

// printsOf returns the prints of rows.
func (g *grouping) printsOf(ctx context.Context, ids []int64) ([]*takes.Print, error) {
	prints := make([]*takes.Print, len(ids))
	for i, id := range ids {
		p, ok := g.known[id]
		if !ok {
			w, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id = ?`, id)
			if err != nil {
				return nil, err
			}
			if len(w) == 0 {
				return nil, sqlite.ErrInvalid
			}
			p = w[0].print
			g.known[id] = p
		}
		prints[i] = p
	}
	return prints, nil
}

// ungroup removes rows from their groups.
func (g *grouping) ungroup(ctx context.Context, ids []int64) error {
	for _, id := range ids {
		var place int
		var day int64
		ok, err := g.values(ctx, []any{&place, &day}, `SELECT place, day FROM takes WHERE id = ?`, id)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if place > 0 {
			g.folded[day]--
		}
		g.grouped++
		if err := g.exec(ctx, `DELETE FROM takes WHERE id = ?`, id); err != nil {
			return err
		}
	}
	return nil
}

// member is a row of a group.
type member struct {
	id    int64
	print *takes.Print
	day   int64  // days.day
	path  string // decides between copies
}

func (m member) compare(o member) int {
	return cmp.Or(takes.Order(m.print, o.print), strings.Compare(m.path, o.path))
}

// members returns the rows of a group, the oldest take first. The group has indexes of ids
// and prints.
func (g *grouping) members(ctx context.Context, ids []int64, prints []*takes.Print, group []int) ([]member, error) {
	list := make([]member, len(group))
	for i, at := range group {
		m := member{id: ids[at], print: prints[at]}
		var nu int64
		if _, err := g.values(ctx, []any{&nu, &m.path}, `SELECT nu, path FROM rows WHERE id = ?`, m.id); err != nil {
			return nil, err
		}
		m.day = meta.Bucket(-nu)
		list[i] = m
	}
	slices.SortFunc(list, member.compare)
	return list, nil
}

// write writes a group, the oldest take first.
func (g *grouping) write(ctx context.Context, group []member) error {
	prints := make([]*takes.Print, len(group))
	for i := range group {
		prints[i] = group[i].print
	}
	newest := takes.Newest(prints)
	for nth, m := range group {
		place := newest - nth
		if nth > newest { // a repeat
			place = nth
		}
		if place > 0 {
			g.folded[m.day]++
		}
		g.grouped++
		err := g.exec(ctx, `INSERT INTO takes VALUES (?, ?, ?, ?, ?, ?)`, m.id, group[0].id, len(group), nth, place, m.day)
		if err != nil {
			return err
		}
	}
	return nil
}
