package catalog

import (
	"cmp"
	"context"
	"database/sql"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/fill"
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

// sqlReasons reads the pairs of the takes of a story, the best of each take last.
const sqlReasons = `SELECT r.sid, p.why FROM rows s JOIN takes v ON v.id = s.id JOIN takes u ON u.grp = v.grp
	JOIN pairs p ON p.a = u.id JOIN takes o ON o.id = p.b AND o.grp = u.grp JOIN rows r ON r.id = u.id
	WHERE s.sid = ? ORDER BY u.nth, o.nth < u.nth, p.weight, o.nth`

// reasons returns why each of the takes of a story is one.
func (c *Catalog) reasons(ctx context.Context, id story.ID) (map[story.ID]takes.Why, error) {
	why := map[story.ID]takes.Why{}
	_, err := sqlite.List(ctx, c.db, func(rows *sql.Rows) (struct{}, error) {
		var of story.ID
		var w takes.Why
		err := rows.Scan(&of, &w)
		why[of] = w
		return struct{}{}, err
	}, sqlReasons, string(id))
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
