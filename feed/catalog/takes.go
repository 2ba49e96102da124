package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/fill"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
	"dateline/feed/takes"
)

// Take is a take of a story. Why says why it is one: what it has in common with another,
// an earlier one if it can be. It is empty for the first.
type Take struct {
	Row story.Row
	Why takes.Why
}

// Rows returns the rows of takes.
func Rows(list []Take) []story.Row {
	rows := make([]story.Row, len(list))
	for i := range list {
		rows[i] = list[i].Row
	}
	return rows
}

const sqlTakes = `SELECT ` + columns.Read + ` FROM (SELECT u.id, u.nth FROM rows s JOIN takes v ON v.id = s.id JOIN takes u ON u.grp = v.grp
	JOIN rows q ON q.id = u.id WHERE s.sid = ? AND (q.kind <> 'kill' OR s.kind = 'kill')) k JOIN rows r ON r.id = k.id` + columns.Join + `ORDER BY k.nth`

// Takes returns the takes of a story, itself included, the oldest first; none if it has
// no others. Those of a kill are the takes that it stands for, and the kill itself.
func (c *Catalog) Takes(ctx context.Context, id story.ID) ([]Take, error) {
	rows, err := c.query(ctx, sqlTakes, string(id))
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	why, err := c.reasons(ctx, id)
	if err != nil {
		return nil, err
	}
	out := make([]Take, len(rows))
	for i := range rows {
		out[i] = Take{rows[i], cmp.Or(why[rows[i].ID], takes.Joined)}
		if rows[i].Headline.Kind == story.Kill {
			out[i].Why = takes.Kill
		}
	}
	out[0].Why = ""
	return out, nil
}

// sqlKin reads the takes of a story and the kin of each.
const sqlKin = `SELECT r.sid, u.id, u.nth, k.list FROM rows s JOIN takes v ON v.id = s.id JOIN takes u ON u.grp = v.grp
	JOIN kin k ON k.id = u.id JOIN rows r ON r.id = u.id WHERE s.sid = ?`

// kinship is a row of sqlKin.
type kinship struct {
	sid     story.ID
	id, nth int64
	kin     []meta.Kin
}

// reasons returns why each of the takes of a story is one: by an older take, if there is one
// that it is a pair with, and then the surest.
func (c *Catalog) reasons(ctx context.Context, id story.ID) (map[story.ID]takes.Why, error) {
	list, err := sqlite.List(ctx, c.db, func(rows *sql.Rows) (k kinship, err error) {
		var packed sql.RawBytes
		err = rows.Scan(&k.sid, &k.id, &k.nth, &packed)
		k.kin = meta.UnpackKin(k.id, packed)
		return k, err
	}, sqlKin, string(id))
	nth := map[int64]int64{}
	for _, k := range list {
		nth[k.id] = k.nth
	}
	why := map[story.ID]takes.Why{}
	for _, k := range list {
		kin := slices.DeleteFunc(k.kin, func(o meta.Kin) bool { _, ok := nth[o.ID]; return !ok })
		older := func(o meta.Kin) int {
			if nth[o.ID] < k.nth {
				return 1
			}
			return 0
		}
		if len(kin) > 0 {
			why[k.sid] = slices.MaxFunc(kin, func(a, b meta.Kin) int {
				return cmp.Or(cmp.Compare(older(a), older(b)), cmp.Compare(a.Weight, b.Weight), cmp.Compare(nth[a.ID], nth[b.ID]))
			}).Why
		}
	}
	return why, err
}

const sqlBonds = `SELECT a.id, b.id, k.joined FROM bonds k JOIN rows a ON a.sid = k.story JOIN rows b ON b.sid = k.other
	ORDER BY a.id, b.id`

// Bonds returns the stories that the reader has joined as takes of one story, or cut
// apart, as far as they are in the catalog.
func (c *Catalog) Bonds(ctx context.Context) ([]fill.Bond, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (fill.Bond, error) {
		var b fill.Bond
		err := rows.Scan(&b.A, &b.B, &b.Joined)
		return b, err
	}, sqlBonds)
}
