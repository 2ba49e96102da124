package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Unmatched is a key of related headlines that no story has.
type Unmatched struct {
	Key   int64 // hash
	Count int   // how often stories list the headlines
}

// headlinesRead is the number of related headlines that one statement reads.
const headlinesRead = 1000

// listed is a related headline, its key and how often stories list it.
type listed struct {
	hash, ref int64
	headline  story.Headline
	count     int
}

// AllUnmatched returns the keys of related headlines that no story has, most often listed
// first. It looks up every related headline of the archive, and keeps 16 bytes for each key
// that it returns.
func (c *Catalog) AllUnmatched(ctx context.Context) ([]Unmatched, error) {
	var out []Unmatched
	var last listed
	known := false // whether a story has the key of last
	for {
		page, err := c.listed(ctx, last)
		if err != nil || len(page) == 0 {
			slices.SortFunc(out, func(a, b Unmatched) int {
				return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key))
			})
			return out, err
		}
		for _, l := range page {
			same := last.ref != 0 && l.hash == last.hash
			last = l
			switch {
			case same && known:
			case same:
				out[len(out)-1].Count += l.count
			default:
				if known, err = c.hasKey(ctx, l.headline.Title); err != nil {
					return nil, err
				}
				if !known {
					out = append(out, Unmatched{l.hash, l.count})
				}
			}
		}
	}
}

const sqlListed = `SELECT k.hash, k.ref, r.headline, length(r.stories) / 8 + (SELECT count(*) FROM cites WHERE ref = k.ref)
	FROM refkeys k JOIN refs r ON r.id = k.ref WHERE (k.hash, k.ref) > (?, ?) ORDER BY k.hash, k.ref LIMIT ?`

// listed returns the related headlines after last in the order of their keys, from the first
// on if last is zero.
func (c *Catalog) listed(ctx context.Context, last listed) ([]listed, error) {
	hash := last.hash
	if last.ref == 0 {
		hash = -1 << 63
	}
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (listed, error) {
		var l listed
		var packed string
		err := rows.Scan(&l.hash, &l.ref, &packed, &l.count)
		if err == nil {
			l.headline, err = columns.UnpackHeadline(packed)
		}
		return l, err
	}, sqlListed, hash, last.ref, headlinesRead)
}

// hasKey reports whether a story has the key of title. A title without a key, such as one of
// punctuation, is never missing.
func (c *Catalog) hasKey(ctx context.Context, title string) (bool, error) {
	key := meta.Key(title)
	if key == "" {
		return true, nil
	}
	found, err := sqlite.Column[int64](ctx, c.db, `SELECT id FROM keys WHERE key = ? LIMIT 1`, key)
	return len(found) > 0, err
}

// RefsOf returns the related headlines with a key, of the last 300 periods in which they are
// listed.
func (c *Catalog) RefsOf(ctx context.Context, key int64) ([]Ref, error) {
	refs, err := c.refs(ctx, sqlRefsSame, 0, maxPeriods, key)
	return unique(refs), err
}
