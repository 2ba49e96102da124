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
	ID       int64
	Headline story.Headline

	stories []int64 // some of those that list it
}

// maxRefs is the bound of a search for the headlines that stories list.
const maxRefs = 64

const (
	sqlRef      = `SELECT r.id, r.headline, r.stories FROM `
	sqlRefsSame = sqlRef + `(SELECT ref AS id FROM refkeys WHERE hash = ? LIMIT ?) k JOIN refs r ON r.id = k.id`
	sqlRefsCut  = sqlRef + `(SELECT id FROM cuts WHERE of = ? AND key = ? LIMIT ?) k JOIN refs r ON r.id = k.id`
	sqlRefsNear = sqlRef + `(SELECT rowid AS id FROM refwords WHERE refwords MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?+0) k
		JOIN refs r ON r.id = k.id`
)

// Refs returns the related headlines that may point at a story with that title
// and date: those with the same key, cut ones that the title begins with, and
// those that share most of its words and are listed by stories within days of it.
func (c *Catalog) Refs(ctx context.Context, title string, date story.Date, days int) ([]Ref, error) {
	key := meta.Key(title)
	if key == "" {
		return nil, nil
	}
	out, err := c.refs(ctx, sqlRefsSame, meta.Hash(key), maxRefs)
	if err != nil {
		return nil, err
	}
	stems, err := c.beginnings(ctx, meta.OfRef, key)
	if err != nil {
		return nil, err
	}
	for _, stem := range stems {
		cut, err := c.refs(ctx, sqlRefsCut, meta.OfRef, stem, maxRefs)
		if err != nil {
			return nil, err
		}
		out = append(out, cut...)
	}
	words := probe(key)
	if len(words) == 0 || !date.Known() {
		return unique(out), nil
	}
	lo, hi := meta.Near(date.Unix(), days)
	nearby, err := c.refs(ctx, sqlRefsNear, match(words), lo, hi, maxRefs)
	if err == nil && len(nearby) == maxRefs {
		var more []Ref
		more, err = c.refs(ctx, sqlRefsNear, matchAll(words), lo, hi, maxRefs)
		nearby = append(more, nearby...)
	}
	return unique(append(out, nearby...)), err
}

func (c *Catalog) refs(ctx context.Context, query string, args ...any) ([]Ref, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Ref, error) {
		var r Ref
		var packed string
		var stories []byte
		err := rows.Scan(&r.ID, &packed, &stories)
		if err == nil {
			r.stories = meta.Unpack(stories)
			r.Headline, err = columns.UnpackHeadline(packed)
		}
		return r, err
	}, query, args...)
}

// unique removes repeated refs and keeps the first of each.
func unique(refs []Ref) []Ref {
	seen := map[int64]bool{}
	out := refs[:0]
	for _, r := range refs {
		if !seen[r.ID] {
			seen[r.ID] = true
			out = append(out, r)
		}
	}
	return out
}

var sqlCiters = `SELECT ` + columns.Read + ` FROM (SELECT id FROM (
		SELECT value AS id FROM json_each(?1)
		UNION ALL SELECT * FROM (SELECT story FROM cites WHERE ref = ?2 AND story <= ?3 ORDER BY story DESC LIMIT ?4+0)
		UNION ALL SELECT * FROM (SELECT story FROM cites WHERE ref = ?2 AND story > ?3 ORDER BY story LIMIT ?4+0)
	) ORDER BY abs(id - ?3), id LIMIT ?4+0) k
	JOIN rows r ON r.id = k.id ` + columns.Join + `ORDER BY r.id`

// Citers returns the stories that list ref, newest first. If there are more than n, it returns
// those nearest to date.
func (c *Catalog) Citers(ctx context.Context, ref Ref, date story.Date, n int) ([]story.Row, error) {
	if n <= 0 {
		return nil, nil
	}
	known, _ := json.Marshal(ref.stories) // numbers can always be marshalled
	return c.query(ctx, sqlCiters, string(known), ref.ID, meta.SortEnd(meta.SortBase(date.Unix(), 0)), n)
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
	return c.query(ctx, sqlSameTitle, key, lo, hi, maxSame)
}
