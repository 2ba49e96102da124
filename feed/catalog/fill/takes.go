package fill

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"sort"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/takes"
)

// grouping finds the takes of fresh rows and groups them with the rows that they are
// takes of.
type grouping struct {
	*batch

	near  window                 // the rows around the current ones
	known map[int64]*takes.Print // of others
	kin   map[int64][]meta.Kin   // of rows
	done  map[int64]bool         // rows whose group was written
	takes []takeRow              // to be written
	kills map[int64][]int64      // of the rows from lo to hi, by the row for whose group they stand
	lo    int64
	hi    int64
	kept  map[int64]bool // rows whose kin were written
	bound bool           // the reader has joined or cut takes

	// later are fresh rows with takes of their name, which may be of any day. They are grouped
	// after all clusters, so that a name of very many rows is not grouped again for each.
	later []int64
}

func newGrouping(t *batch) *grouping {
	return &grouping{batch: t, known: map[int64]*takes.Print{}, kin: map[int64][]meta.Kin{}, done: map[int64]bool{}, kept: map[int64]bool{}}
}

// takeRow is a row of table takes.
type takeRow struct{ id, group, n, nth, place, day int64 }

func (r takeRow) compare(s takeRow) int { return cmp.Compare(r.id, s.id) }
func (r takeRow) values(dst []any) []any {
	return append(dst, r.id, r.group, r.n, r.nth, r.place, r.day)
}

// run groups fresh rows, which ascend, and then the broken ones.
func (g *grouping) run(ctx context.Context, fresh []int64) error {
	if len(fresh)+len(g.broken) == 0 {
		return nil
	}
	if _, err := g.value(ctx, &g.bound, `SELECT EXISTS (SELECT 1 FROM joins)`); err != nil {
		return err
	}
	for _, c := range clusters(fresh) {
		if err := g.cluster(ctx, c); err != nil {
			return err
		}
	}
	for _, id := range append(g.later, slices.Sorted(maps.Keys(g.broken))...) {
		if g.done[id] {
			continue
		}
		if err := g.component(ctx, id); err != nil {
			return err
		}
	}
	return g.flush(ctx)
}

// flush writes the groups.
func (g *grouping) flush(ctx context.Context) error {
	return insertRows(ctx, g.tx, insertInto+"takes", &g.takes, manyRows)
}

// cluster groups fresh rows that are near each other.
func (g *grouping) cluster(ctx context.Context, fresh []int64) error {
	w, err := g.readWindow(ctx, fresh, false)
	if err != nil || len(w.rows) == 0 {
		return err
	}
	clear(g.known)
	clear(g.kin)
	g.near = w
	if err := g.findPairs(ctx, newCrowd(w)); err != nil {
		return err
	}
	g.lo, g.hi = w.rows[0].id, w.rows[len(w.rows)-1].id
	if g.kills, err = g.readKills(ctx, g.lo, g.hi); err != nil {
		return err
	}
	for _, id := range fresh {
		if g.done[id] || len(g.kin[id])+len(g.kills[id]) == 0 && !g.bound {
			continue
		}
		if slices.ContainsFunc(g.kin[id], func(k meta.Kin) bool { return k.Why.IsName() }) {
			g.later = append(g.later, id)
			continue
		}
		if err := g.component(ctx, id); err != nil {
			return err
		}
	}
	return g.flush(ctx)
}

// bonds returns the rows that the reader has joined with a row, or cut from it.
func (g *grouping) bonds(ctx context.Context, id int64) ([]meta.Kin, error) {
	if !g.bound {
		return nil, nil
	}
	return list(ctx, g.tx, func(rows *sql.Rows) (k meta.Kin, err error) {
		err = rows.Scan(&k.ID, &k.Why, &k.Weight)
		return k, err
	}, `SELECT b, iif(joined, '`+string(takes.Joined)+`', '`+string(takes.Cut)+`'), iif(joined, 255, 0)
		FROM joins WHERE a = ?`, id)
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
		bonds, err := g.bonds(ctx, ids[i])
		if err != nil {
			return err
		}
		for _, p := range slices.Concat(kin, bonds) {
			j, ok := at[p.ID]
			if !ok {
				j = len(ids)
				at[p.ID] = j
				ids = append(ids, p.ID)
			}
			if i < j || !ok {
				pairs = append(pairs, takes.Pair{A: i, B: j, Why: p.Why, Weight: p.Weight})
			}
		}
	}
	prints, err := g.printsOf(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := g.ungroup(ctx, id); err != nil {
			return err
		}
	}
	for _, group := range takes.Groups(prints, pairs) {
		members, err := g.members(ctx, ids, prints, group)
		if err != nil {
			return err
		}
		g.write(members)
	}
	return nil
}

// printsOf returns the prints of rows.
func (g *grouping) printsOf(ctx context.Context, ids []int64) ([]*takes.Print, error) {
	prints := make([]*takes.Print, len(ids))
	for i, id := range ids {
		if row := g.near.row(id); row != nil {
			prints[i] = row.sample
			continue
		}
		p, ok := g.known[id]
		if !ok {
			w, err := g.prints(ctx, `SELECT id, print FROM prints WHERE id = ?`, id)
			if err != nil {
				return nil, err
			}
			if len(w) == 0 {
				return nil, sqlite.ErrInvalid
			}
			p = w[0].sample
			g.known[id] = p
		}
		prints[i] = p
	}
	return prints, nil
}

// member is a row of a group.
type member struct {
	id     int64
	sample *takes.Print // nil for a kill
	day    int64        // days.day
	path   string       // decides between copies
}

func (m member) compare(o member) int {
	return cmp.Or(takes.Order(m.sample, o.sample), strings.Compare(m.path, o.path))
}

// members returns the rows of a group, the oldest take first, and after them the kills of
// any. The group has indexes of ids and prints.
func (g *grouping) members(ctx context.Context, ids []int64, prints []*takes.Print, group []int) ([]member, error) {
	list := make([]member, 0, len(group))
	var kills []member
	for _, at := range group {
		own, err := g.killsOf(ctx, ids[at])
		if err != nil {
			return nil, err
		}
		for _, k := range own {
			kills = append(kills, member{id: k})
		}
		list = append(list, member{id: ids[at], sample: prints[at]})
	}
	if len(list)+len(kills) == 1 {
		return nil, nil
	}
	if err := g.readMembers(ctx, list); err != nil {
		return nil, err
	}
	if err := g.readMembers(ctx, kills); err != nil {
		return nil, err
	}
	sort.Slice(list, func(i, j int) bool { return list[i].compare(list[j]) < 0 })
	sort.Slice(kills, func(i, j int) bool { return kills[i].id > kills[j].id }) // the latest last
	return append(list, kills...), nil
}

// readMembers reads days and, of copies, paths.
func (g *grouping) readMembers(ctx context.Context, list []member) error {
	for i := range list {
		m := &list[i]
		isCopy := func(o member) bool { return o.id != m.id && m.sample != nil && takes.Order(o.sample, m.sample) == 0 }
		if m.sample != nil && len(list) <= maxBetween && !slices.ContainsFunc(list, isCopy) {
			m.day = meta.Bucket(m.sample.Unix())
			continue
		}
		var nu int64
		if _, err := g.values(ctx, []any{&nu, &m.path}, `SELECT nu, path FROM rows WHERE id = ?`, m.id); err != nil {
			return err
		}
		m.day = meta.Bucket(-nu)
	}
	return nil
}

// write has a group written.
func (g *grouping) write(group []member) {
	var prints []*takes.Print
	for i := range group {
		if group[i].sample != nil {
			prints = append(prints, group[i].sample)
		}
	}
	n, newest := len(prints), takes.Newest(prints)
	for nth, m := range group {
		place := len(group) - 1 - nth // a kill
		switch {
		case nth >= n:
		case nth > newest: // a repeat
			place = len(group) - n + nth
		default:
			place = len(group) - n + newest - nth
		}
		if place > 0 {
			g.folded[m.day]++
		}
		g.grouped++
		g.takes = append(g.takes, takeRow{m.id, group[0].id, int64(n), int64(nth), int64(place), m.day})
	}
}

// sqlKills reads kills and the story for which each stands: of several, the newest.
const sqlKills = `SELECT n.target, n.id FROM notices n JOIN rows r ON r.id = n.id
	WHERE n.target BETWEEN ? AND ? AND r.kind = 'kill' AND n.target = (SELECT min(target) FROM notices m WHERE m.id = n.id)`

// readKills reads the kills of the rows from lo to hi, by the row for whose group they
// stand.
func (g *grouping) readKills(ctx context.Context, lo, hi int64) (map[int64][]int64, error) {
	kills := map[int64][]int64{}
	_, err := list(ctx, g.tx, func(rows *sql.Rows) (struct{}, error) {
		var target, id int64
		err := rows.Scan(&target, &id)
		kills[target] = append(kills[target], id)
		return struct{}{}, err
	}, sqlKills, lo, hi)
	return kills, err
}

// killsOf returns the kills that stand for the group of a row.
func (g *grouping) killsOf(ctx context.Context, id int64) ([]int64, error) {
	if g.kills != nil && id >= g.lo && id <= g.hi {
		return g.kills[id], nil
	}
	kills, err := g.readKills(ctx, id, id)
	return kills[id], err
}
