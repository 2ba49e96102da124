package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"sort"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Unmatched is a key of related headlines that lead to no story by their key.
type Unmatched struct {
	Key   int64 // see meta.RefKey
	Count int   // how often stories list the headlines
}

// headlinesRead is the number of related headlines that one statement reads.
const headlinesRead = 1000

// listed is a related headline, its key and how often stories list it.
type listed struct {
	hash, ref int64
	related   story.Related
	count     int
}

// AllUnmatched returns the keys of related headlines by which no story is found, most often
// listed first. It looks up every related headline of the archive, and keeps 16 bytes for each key
// that it returns.
func (c *Catalog) AllUnmatched(ctx context.Context) ([]Unmatched, error) {
	var out []Unmatched
	var last listed // the last one that was read
	key, known := int64(-1), false
	for {
		page, err := c.listed(ctx, last)
		if err != nil || len(page) == 0 {
			sort.Slice(out, func(i, j int) bool {
				return cmp.Or(cmp.Compare(out[j].Count, out[i].Count), cmp.Compare(out[i].Key, out[j].Key)) < 0
			})
			return out, err
		}
		for _, l := range page {
			last = l
			switch {
			case l.hash != meta.RefKey(&l.related): // it is counted by another key
			case l.hash == key && known:
			case l.hash == key:
				out[len(out)-1].Count += l.count
			default:
				if known, err = c.isKnown(ctx, &l.related); err != nil {
					return nil, err
				}
				if key = l.hash; !known {
					out = append(out, Unmatched{key, l.count})
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
			l.related, err = columns.UnpackRelated(packed)
		}
		return l, err
	}, sqlListed, hash, last.ref, headlinesRead)
}

// isKnown reports whether a story has what a related headline names, or else the key of its
// title. A title without a key, such as one of punctuation, is never missing.
func (c *Catalog) isKnown(ctx context.Context, r *story.Related) (bool, error) {
	if r.Target != (story.Target{}) {
		return c.hasNamed(ctx, &r.Target)
	}
	key := meta.Key(r.Title)
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
	return unique(slices.DeleteFunc(refs, func(r Ref) bool { return meta.RefKey(&r.Related) != key })), err
}
