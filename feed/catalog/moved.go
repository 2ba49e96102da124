package catalog

import (
	"context"
	"database/sql"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Marked is a marked story and a digest of its content.
type Marked struct {
	ID     story.ID
	Digest []byte
}

// Orphans returns the marked stories that are not in the archive and whose digest
// is known.
func (c *Catalog) Orphans(ctx context.Context) ([]Marked, error) {
	return c.marked(ctx, `SELECT m.id, m.digest FROM marks.marks m
		WHERE m.digest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM rows r WHERE r.sid = m.id)`)
}

const sqlOutdated = `SELECT id, cur FROM (SELECT m.id, m.digest AS old, ` + sqlContent + ` AS cur
	FROM marks.marks m CROSS JOIN ` + sqlWithFile + ` WHERE r.sid = m.id) WHERE cur IS NOT NULL AND cur IS NOT old`

// Outdated returns the marked stories whose content has changed, with their current
// digests.
func (c *Catalog) Outdated(ctx context.Context) ([]Marked, error) {
	return c.marked(ctx, sqlOutdated)
}

func (c *Catalog) marked(ctx context.Context, query string) ([]Marked, error) {
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Marked, error) {
		var m Marked
		err := rows.Scan(&m.ID, &m.Digest)
		return m, err
	}, query)
}

// digestLen is the length of a file's digest. In the digest of a story, the story's
// place in the file follows.
const digestLen = 16

// Unmarked returns a story that has that digest and no marks; ok is false if there
// is none.
func (c *Catalog) Unmarked(ctx context.Context, digest []byte) (id story.ID, ok bool, err error) {
	if len(digest) < digestLen {
		return "", false, nil
	}
	paths, err := sqlite.Column[string](ctx, c.db, `SELECT path FROM files WHERE digest = ? ORDER BY path LIMIT 16`, digest[:digestLen])
	for _, p := range paths {
		id := story.NewID(p + string(digest[digestLen:]))
		var free bool
		err := c.db.Values(ctx, []any{&free}, `SELECT EXISTS (SELECT 1 FROM rows WHERE sid = ?1)
			AND NOT EXISTS (SELECT 1 FROM marks.marks WHERE id = ?1)`, string(id))
		if err != nil {
			return "", false, err
		}
		if free {
			return id, true, nil
		}
	}
	return "", false, err
}
