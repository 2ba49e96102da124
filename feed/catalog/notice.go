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
	sqlLikeNamed = `SELECT ` + columns.Read + ` FROM (SELECT rowid AS id FROM titles WHERE titles MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?) k
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
	for _, key := range n.keys() {
		if err := add(sqlNamed, key); err != nil {
			return nil, err
		}
	}
	for _, title := range append(n.Named, n.Title) {
		if err := add(sqlLikeNamed, match(probe(meta.Key(headline.Read(title).Title)))); err != nil {
			return nil, err
		}
	}
	return n.Targets(&from[0], rows), nil
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

// Notice is a correction or kill of a story.
type Notice struct {
	Of, By story.Row // the story, and its correction or kill
}

var sqlNotices = `SELECT n.target, ` + columns.Read + ` FROM notices n JOIN rows r ON r.id = n.id ` + columns.Join + `
	WHERE n.target BETWEEN ? AND ? ORDER BY r.id, n.target LIMIT ?`

// maxNotices is the number of notices that Notices returns.
const maxNotices = 500

// Notices returns the corrections and kills of the stories within days of date, latest first.
func (c *Catalog) Notices(ctx context.Context, date story.Date, days int) ([]Notice, error) {
	lo, hi := meta.Near(date.Unix(), days)
	list, err := sqlite.List(ctx, c.db, func(rows *sql.Rows) (n numbered, err error) {
		n.By, err = columns.ScanAfter(rows, &n.of)
		return n, err
	}, sqlNotices, lo, hi, maxNotices)
	out := make([]Notice, 0, len(list))
	for i := 0; i < len(list) && err == nil; i++ {
		var of []story.Row
		of, err = c.query(ctx, `SELECT `+columns.Read+columns.From+`WHERE r.id = ?`, list[i].of)
		for _, r := range of {
			out = append(out, Notice{r, list[i].By})
		}
	}
	return out, err
}

// numbered is a Notice and the id of its story.
type numbered struct {
	Notice

	of int64
}

var sqlSubjects = `SELECT ` + columns.Read + ` FROM rows q JOIN notices n ON n.id = q.id JOIN rows r ON r.id = n.target` + columns.Join + `
	WHERE q.sid = ? ORDER BY r.id`

// Subjects returns the stories that a correction or kill is about.
func (c *Catalog) Subjects(ctx context.Context, id story.ID) ([]story.Row, error) {
	return c.query(ctx, sqlSubjects, string(id))
}
