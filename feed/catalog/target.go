package catalog

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// MaxSame is the number of stories with one key, on each side of the listing story's date, that a
// headline may point at.
const MaxSame = 32

// Other bounds of a search for the stories that a headline may point at.
const (
	maxCut   = 64
	maxClose = 64
	maxKeys  = 32 // of which a cut headline is the beginning, at least, if it is of too many titles
	ofKey    = 2  // of each of these keys, on each side
	minStem  = 8  // runes of a cut headline
)

// Targets returns the stories that headline may point at: those with its key, or else
// those with a title that is a cut version of it or of which it is one. If there are
// too many, it returns those nearest to date, the date of the story that lists
// headline. all reports whether it returned all of them.
func (c *Catalog) Targets(ctx context.Context, headline story.Headline, date story.Date) (rows []story.Row, all bool, err error) {
	key := meta.Key(headline.Title)
	if key == "" {
		return nil, true, nil
	}
	if rows, err = c.sameKey(ctx, key, date, MaxSame); err != nil || len(rows) > 0 {
		return rows, len(rows) < MaxSame, err
	}
	if stem, cut := link.IsCut(key); cut {
		if rows, all, err = c.startingWith(ctx, stem, date); err != nil || len(rows) > 0 {
			return rows, all, err
		}
	}
	rows, err = c.cutOf(ctx, key)
	return rows, true, err
}

var sqlSameKey = `SELECT ` + columns.Read + ` FROM (
	SELECT * FROM (SELECT id FROM keys WHERE key = ?1 AND id <= ?2 ORDER BY id DESC LIMIT ?3)
	UNION ALL SELECT * FROM (SELECT id FROM keys WHERE key = ?1 AND id > ?2 ORDER BY id LIMIT ?3)) k
	JOIN rows r ON r.id = k.id ` + columns.Join + `ORDER BY r.id`

// Namesakes returns the stories that share title's key, those n on each side of date that are nearest
// to it, newest first.
func (c *Catalog) Namesakes(ctx context.Context, title string, date story.Date, n int) ([]story.Row, error) {
	return c.sameKey(ctx, meta.Key(title), date, n)
}

// sameKey returns the n stories with key on each side of date that are nearest to it, newest first.
func (c *Catalog) sameKey(ctx context.Context, key string, date story.Date, n int) ([]story.Row, error) {
	return c.query(ctx, sqlSameKey, key, meta.SortEnd(meta.SortBase(date.Unix(), 0)), n)
}

var sqlStartingWith = `SELECT ` + columns.Read + ` FROM (SELECT id FROM keys WHERE key >= ? AND key < ? LIMIT ?) k
	JOIN rows r ON r.id = k.id ` + columns.Join

var sqlStartingWithNear = `WITH RECURSIVE heads(key) AS (
		SELECT min(key) FROM keys WHERE key >= ?1 AND key < ?2
		UNION ALL SELECT (SELECT min(key) FROM keys WHERE key > heads.key AND key < ?2) FROM heads WHERE heads.key IS NOT NULL)
	SELECT ` + columns.Read + ` FROM heads CROSS JOIN rows r ON r.id IN (
		SELECT * FROM (SELECT id FROM keys WHERE key = heads.key AND id <= ?3 ORDER BY id DESC LIMIT ?4)
		UNION ALL SELECT * FROM (SELECT id FROM keys WHERE key = heads.key AND id > ?3 ORDER BY id LIMIT ?4))
	` + columns.Join + `LIMIT ?5+0`

// startingWith returns the stories whose titles begin with stem. If there are too many, as of
// a headline that recurs, it returns those of each title that are nearest to date.
func (c *Catalog) startingWith(ctx context.Context, stem string, date story.Date) (rows []story.Row, all bool, err error) {
	if utf8.RuneCountInString(stem) < minStem {
		return nil, true, nil
	}
	end := stem + "\U0010ffff"
	rows, err = c.query(ctx, sqlStartingWith, stem, end, maxCut)
	if err != nil || len(rows) < maxCut {
		return rows, true, err
	}
	rows, err = c.query(ctx, sqlStartingWithNear, stem, end, meta.SortEnd(meta.SortBase(date.Unix(), 0)), ofKey, maxKeys*2*ofKey)
	return rows, false, err
}

var sqlCutRows = `SELECT ` + columns.Read + ` FROM (SELECT id FROM cuts WHERE of = ? AND key = ? LIMIT ?) k
	JOIN rows r ON r.id = k.id ` + columns.Join

// cutOf returns the stories whose titles were cut short and are beginnings of
// key.
func (c *Catalog) cutOf(ctx context.Context, key string) ([]story.Row, error) {
	stems, err := c.beginnings(ctx, meta.OfRow, key)
	var out []story.Row
	for _, stem := range stems {
		rows, err := c.query(ctx, sqlCutRows, meta.OfRow, stem, maxCut)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, err
}

// beginnings returns the keys of cuts that are prefixes of key, longest first. Each
// step reads the greatest key that is not greater than key: if that is not a prefix,
// any prefix is a prefix of what the two have in common.
func (c *Catalog) beginnings(ctx context.Context, of int, key string) ([]string, error) {
	key = meta.Stem(key)
	var out []string
	for utf8.RuneCountInString(key) >= minStem {
		stems, err := sqlite.Column[string](ctx, c.db, `SELECT key FROM cuts WHERE of = ? AND key <= ? ORDER BY key DESC LIMIT 1`, of, key)
		if err != nil || len(stems) == 0 {
			return out, err
		}
		if strings.HasPrefix(key, stems[0]) {
			out = append(out, stems[0])
			_, last := utf8.DecodeLastRuneInString(stems[0])
			key = stems[0][:len(stems[0])-last]
			continue
		}
		key = key[:shared(key, stems[0])]
	}
	return out, nil
}

// shared returns the length of the common prefix of a and b.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

var sqlNear = `SELECT ` + columns.Read + ` FROM (SELECT rowid AS id FROM titles WHERE titles MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?+0) k
	JOIN rows r ON r.id = k.id ` + columns.Join

// Near returns the stories within days of date whose titles have most words of
// title. all reports whether it returned all of them; if not, it returned first those that
// have more of the words.
func (c *Catalog) Near(ctx context.Context, title string, date story.Date, days int) (rows []story.Row, all bool, err error) {
	words := probe(meta.Key(title))
	if len(words) == 0 || !date.Known() {
		return nil, true, nil
	}
	lo, hi := meta.Near(date.Unix(), days)
	rows, err = c.query(ctx, sqlNear, match(words), lo, hi, maxClose)
	if err != nil || len(rows) < maxClose {
		return rows, true, err
	}
	more, err := c.query(ctx, sqlNear, matchAll(words), lo, hi, maxClose)
	seen := map[story.ID]bool{}
	return slices.DeleteFunc(append(more, rows...), func(r story.Row) bool {
		known := seen[r.ID]
		seen[r.ID] = true
		return known
	}), false, err
}

// probe returns the three longest words of key, or both if key has two; nil if it has fewer.
func probe(key string) []string {
	words := link.Probe(key)
	if len(words) < 2 {
		return nil
	}
	return words[:min(len(words), 3)]
}

// match returns the full-text query for any two of two or three words; "" for none.
func match(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 2:
		return matchAll(words)
	}
	a, b, c := `"`+words[0]+`"`, `"`+words[1]+`"`, `"`+words[2]+`"`
	return a + " AND (" + b + " OR " + c + ") OR (" + b + " AND " + c + ")"
}

// matchAll returns the full-text query for all words.
func matchAll(words []string) string { return `"` + strings.Join(words, `" AND "`) + `"` }
