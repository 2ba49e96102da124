package catalog

import (
	"context"
	"database/sql"
	"encoding/json"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Ref is a related headline that stories of the archive list.
type Ref struct {
	Related story.Related // without its section

	ids     []int64 // one for each period in which stories list it
	stories []int64 // some of those that list it
}

// The bounds of a search for the headlines that stories list: for those with a key, each period
// counts.
const (
	maxRefs    = 64
	maxPeriods = 300
)

const (
	sqlRef      = `SELECT r.id, r.headline, r.stories FROM `
	sqlRefsNear = sqlRef + `(SELECT rowid AS id FROM refwords WHERE refwords MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?+0) k
		JOIN refs r ON r.id = k.id`
)

var (
	sqlRefsSame = sqlNearest(`SELECT ref AS id FROM refkeys WHERE hash = ?3 AND ref`)
	sqlRefsCut  = sqlNearest(`SELECT id FROM cuts WHERE of = ?3 AND key = ?4 AND id`)
)

// sqlNearest returns a query for the refs whose ids are nearest to ?1, at most ?2. What selects
// ids ends with the name of their column.
func sqlNearest(ids string) string {
	return sqlRef + `(SELECT id FROM (
		SELECT * FROM (` + ids + ` <= ?1 ORDER BY id DESC LIMIT ?2)
		UNION ALL SELECT * FROM (` + ids + ` > ?1 ORDER BY id LIMIT ?2)
	) ORDER BY abs(id - ?1), id LIMIT ?2) k JOIN refs r ON r.id = k.id ORDER BY abs(r.id - ?1), r.id`
}

// Naming returns the related headlines that name row by an identifier or an address, or that
// name a path with the link.Base of its path. Of very many it returns those nearest to the date
// of row.
func (c *Catalog) Naming(ctx context.Context, row *story.Row) (out []Ref, err error) {
	keys := []string{meta.FileKey(row.Path)}
	for _, uid := range row.UIDs {
		keys = append(keys, meta.UIDKey(uid))
	}
	for _, url := range row.URLs {
		keys = append(keys, meta.URLKey(url))
	}
	for _, key := range keys {
		refs, err := c.refs(ctx, sqlRefsSame, meta.SortBase(row.Date.Unix(), 0), maxPeriods, meta.Hash(key))
		if err != nil {
			return nil, err
		}
		out = append(out, refs...)
	}
	return unique(out), nil
}

// Refs returns the related headlines that may point at a story with that title
// and date: those with the same key, cut ones that the title begins with, and
// those that share most of its words and are listed by stories within days of it. Of
// very many it returns those nearest to date.
func (c *Catalog) Refs(ctx context.Context, title string, date story.Date, days int) ([]Ref, error) {
	key := meta.Key(title)
	if key == "" {
		return nil, nil
	}
	near := meta.SortBase(date.Unix(), 0)
	out, err := c.refs(ctx, sqlRefsSame, near, maxPeriods, meta.Hash(key))
	if err != nil {
		return nil, err
	}
	stems, err := c.beginnings(ctx, meta.OfRef, key)
	if err != nil {
		return nil, err
	}
	for _, stem := range stems {
		cut, err := c.refs(ctx, sqlRefsCut, near, maxRefs, meta.OfRef, stem)
		if err != nil {
			return nil, err
		}
		out = append(out, cut...)
	}
	if !date.Known() {
		return unique(out), nil
	}
	similar, err := c.similarRefs(ctx, probe(key), date, days)
	return unique(append(out, similar...)), err
}

// similarRefs returns the related headlines with two of three words that stories within days
// of date list. A headline has the id of any story that lists it in its period.
func (c *Catalog) similarRefs(ctx context.Context, words []string, date story.Date, days int) ([]Ref, error) {
	if len(words) == 0 {
		return nil, nil
	}
	lo, hi := meta.NearPeriods(date.Unix(), days)
	out, err := c.refs(ctx, sqlRefsNear, match(words), lo, hi, maxRefs)
	if err != nil || len(out) < maxRefs {
		return out, err
	}
	all, err := c.refs(ctx, sqlRefsNear, matchAll(words), lo, hi, maxRefs)
	if err != nil {
		return nil, err
	}
	lo, hi = meta.Near(date.Unix(), days)
	near, err := c.refs(ctx, sqlRefsNear, match(words), lo, hi, maxRefs)
	return append(all, near...), err
}

func (c *Catalog) refs(ctx context.Context, query string, args ...any) ([]Ref, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Ref, error) {
		r := Ref{ids: []int64{0}}
		var packed string
		var stories []byte
		err := rows.Scan(&r.ids[0], &packed, &stories)
		if err == nil {
			r.stories = meta.Unpack(stories)
			r.Related, err = columns.UnpackRelated(packed)
		}
		return r, err
	}, query, args...)
}

// unique makes one ref of those of the same headline, and keeps the order of the first of each.
func unique(refs []Ref) []Ref {
	type name struct {
		text   string
		target story.Target
	}
	at := map[name]int{}
	seen := map[int64]bool{}
	out := refs[:0]
	for _, r := range refs {
		if seen[r.ids[0]] {
			continue
		}
		seen[r.ids[0]] = true
		as := name{r.Related.Text, r.Related.Target}
		i, known := at[as]
		if !known {
			at[as] = len(out)
			out = append(out, r)
			continue
		}
		out[i].ids = append(out[i].ids, r.ids...)
		out[i].stories = append(out[i].stories, r.stories...)
	}
	return out
}

var sqlCiters = `WITH ids AS MATERIALIZED (SELECT value FROM json_each(?2)) SELECT ` + columns.Read + ` FROM (SELECT id FROM (
		SELECT value AS id FROM json_each(?1)
		UNION ALL SELECT * FROM (SELECT story FROM cites WHERE ref IN ids AND story <= ?3 ORDER BY story DESC LIMIT ?4+0)
		UNION ALL SELECT * FROM (SELECT story FROM cites WHERE ref IN ids AND story > ?3 ORDER BY story LIMIT ?4+0)
	) ORDER BY abs(id - ?3), id LIMIT ?4+0) k
	JOIN rows r ON r.id = k.id ` + columns.Join + `ORDER BY r.id`

// Citers returns the stories that list ref, newest first. If there are more than n, it returns
// those nearest to date.
func (c *Catalog) Citers(ctx context.Context, ref Ref, date story.Date, n int) ([]story.Row, error) {
	if n <= 0 {
		return nil, nil
	}
	ids, _ := json.Marshal(ref.ids) // numbers can always be marshalled
	known, _ := json.Marshal(ref.stories)
	return c.query(ctx, sqlCiters, string(known), string(ids), meta.SortEnd(meta.SortBase(date.Unix(), 0)), n)
}

var sqlSameTitle = `SELECT ` + columns.Read + ` FROM (SELECT id FROM keys WHERE key = ? AND id BETWEEN ? AND ? ORDER BY id LIMIT ?) k
	JOIN rows r ON r.id = k.id ` + columns.Join

// SameTitle returns the stories within days of date that share title's key.
// If date is unknown, it returns the stories without a date.
func (c *Catalog) SameTitle(ctx context.Context, title string, date story.Date, days int) ([]story.Row, error) {
	key := meta.Key(title)
	if key == "" {
		return nil, nil
	}
	lo, hi := meta.Near(date.Unix(), days)
	stem, _ := link.IsCut(key)
	if stem == "" {
		return nil, nil
	}
	return c.query(ctx, sqlSameTitle, key, lo, hi, MaxSame)
}
