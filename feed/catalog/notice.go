package catalog

import (
	"context"
	"database/sql"
	"encoding/json"
	"math"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/fill"
	"dateline/feed/catalog/meta"
	"dateline/feed/notice"
	"dateline/feed/sqlite"
	"dateline/feed/story"
	"dateline/feed/wire/headline"
)

// staleAtOnce is the number of notices whose stories are found before they are written.
const staleAtOnce = 200

// Announce finds the stories that corrections and kills are about, where that may have changed
// since the last Announce. The result depends only on the stories in the catalog. If ctx
// ends early, the next Announce continues.
func (c *Catalog) Announce(ctx context.Context) error {
	for {
		list, err := sqlite.List(ctx, c.db, scanStale, `SELECT id, what, loose FROM announced WHERE stale ORDER BY id LIMIT ?`, staleAtOnce)
		if err != nil || len(list) == 0 {
			return err
		}
		found := make([]fill.Found, len(list))
		for i := range list {
			targets, err := c.targetsOf(ctx, &list[i])
			if err != nil {
				return err
			}
			found[i] = fill.Found{Row: list[i].row, Targets: targets}
		}
		if err := c.SetTargets(ctx, found); err != nil {
			return err
		}
	}
}

// staleNotice is a notice whose stories are to be found.
type staleNotice struct {
	notice.Notice

	row    int64
	lo, hi int64 // the bounds of the ids of these
}

func scanStale(rows *sql.Rows) (n staleNotice, err error) {
	var what []byte
	var loose bool
	if err := rows.Scan(&n.row, &what, &loose); err != nil {
		return n, err
	}
	n.lo, n.hi = 1, math.MaxInt64
	if !loose {
		const day = 86400
		unix := meta.SortTime(n.row)
		n.lo, n.hi = meta.SortBase(unix+day, meta.MaxTake), meta.SortEnd(meta.SortBase(unix-(notice.Days+1)*day, 0))
	}
	return n, json.Unmarshal(what, &n.Notice)
}

// The statements that find the stories that a notice may be about, latest first.
var (
	sqlNamed = `SELECT ` + columns.Read + ` FROM (SELECT id FROM keys WHERE key = ? AND id BETWEEN ? AND ? ORDER BY id LIMIT ?) k
		JOIN rows r ON r.id = k.id ` + columns.Join
	sqlLikeNamed = `SELECT ` + columns.Read + ` FROM (SELECT rowid AS id FROM titles WHERE titles MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?+0) k
		JOIN rows r ON r.id = k.id ` + columns.Join
)

// targetsOf returns the stories that a notice is about.
func (c *Catalog) targetsOf(ctx context.Context, n *staleNotice) ([]story.ID, error) {
	from, err := c.query(ctx, `SELECT `+columns.Read+columns.From+`WHERE r.id = ?`, n.row)
	if err != nil || len(from) == 0 {
		return nil, err
	}
	var rows []story.Row
	add := func(query string, key string) error {
		if key == "" {
			return nil
		}
		more, err := c.query(ctx, query, key, n.lo, n.hi, maxClose)
		rows = append(rows, more...)
		return err
	}
	for _, key := range append(uidKeys(&from[0]), n.keys()...) {
		if err := add(sqlNamed, key); err != nil {
			return nil, err
		}
	}
	if named := n.Targets(&from[0], rows); len(named) > 0 {
		return named, nil // that is enough: similar headlines take longer to find
	}
	for _, title := range append(n.Named, n.Title) {
		if err := add(sqlLikeNamed, match(probe(meta.Key(headline.Read(title).Title)))); err != nil {
			return nil, err
		}
	}
	return n.Targets(&from[0], rows), nil
}

// uidKeys returns the keys of the stories that have an identifier of r, or that it replaces.
func uidKeys(r *story.Row) []string {
	keys := []string{meta.UIDKey(r.Replaces)}
	for _, uid := range r.UIDs {
		keys = append(keys, meta.UIDKey(uid))
	}
	return keys
}

// keys returns the keys of what the notice names.
func (n *staleNotice) keys() []string {
	keys := []string{meta.Key(n.Title), meta.SlugKey(n.Slug)}
	for _, names := range [][]string{n.Named, n.Quoted} {
		for _, name := range names {
			keys = append(keys, meta.Key(headline.Read(name).Title), meta.SlugKey(name))
		}
	}
	for _, number := range n.Numbers {
		keys = append(keys, meta.NumberKey(number))
	}
	return keys
}

// Notice is a correction or kill of a story, or of a take of it.
type Notice struct {
	Of story.ID
	By story.Row
}

const sqlNotices = `SELECT DISTINCT q.sid, ` + columns.Read + ` FROM json_each(?) j CROSS JOIN rows q ON q.sid = j.value
	CROSS JOIN notices n ON n.target IN (SELECT q.id UNION ALL SELECT u.id FROM takes v JOIN takes u ON u.grp = v.grp WHERE v.id = q.id)
	CROSS JOIN rows r ON r.id = n.id` + columns.Join + `WHERE r.id <> q.id ORDER BY r.id, q.id LIMIT ?`

// maxNotices is the number of notices that Notices returns.
const maxNotices = 500

// Notices returns the corrections and kills of stories and of their takes, latest first.
func (c *Catalog) Notices(ctx context.Context, ids ...story.ID) ([]Notice, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (n Notice, err error) {
		n.By, err = columns.ScanAfter(rows, &n.Of)
		return n, err
	}, sqlNotices, string(list), maxNotices)
}

var sqlSubjects = `SELECT ` + columns.Read + ` FROM rows q JOIN notices n ON n.id = q.id JOIN rows r ON r.id = n.target` + columns.Join + `
	WHERE q.sid = ? ORDER BY r.id`

// Subjects returns the stories that a correction or kill is about.
func (c *Catalog) Subjects(ctx context.Context, id story.ID) ([]story.Row, error) {
	return c.query(ctx, sqlSubjects, string(id))
}
