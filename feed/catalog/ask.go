package catalog

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Counts is how much there is; Unread and Starred count only what is in the
// archive now.
type Counts struct{ Stories, Unread, Starred, Problems int }

const sqlCounts = `SELECT
	(SELECT value FROM meta WHERE name = 'stories'),
	(SELECT count(*) FROM marks.marks m WHERE m.read AND EXISTS (SELECT 1 FROM rows r WHERE r.sid = m.id)),
	(SELECT count(*) FROM marks.marks m WHERE m.starred AND EXISTS (SELECT 1 FROM rows r WHERE r.sid = m.id)),
	(SELECT value FROM meta WHERE name = 'doubts')`

// Counts returns how much there is.
func (c *Catalog) Counts(ctx context.Context) (Counts, error) {
	var n Counts
	var read int
	err := c.db.Values(ctx, []any{&n.Stories, &read, &n.Starred, &n.Problems}, sqlCounts)
	n.Unread = n.Stories - read
	return n, err
}

// Row returns the row of a story; ok is false when there is none.
func (c *Catalog) Row(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	rows, err := c.query(ctx, `SELECT `+columns.Read+columns.From+`WHERE r.sid = ?`, string(id))
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}

// Beginning returns up to n IDs that begin with prefix, in order.
func (c *Catalog) Beginning(ctx context.Context, prefix string, n int) ([]story.ID, error) {
	return sqlite.Column[story.ID](ctx, c.db, `SELECT sid FROM rows WHERE sid >= ? AND sid < ? ORDER BY sid LIMIT ?`,
		prefix, prefix+"\x7f", n)
}

// A row and its file. Paths are cut as bytes: they may be any. What tells the
// content of a story is the digest of its file and its place in it; SQLite's ||
// makes a text, which is never equal to a blob.
const (
	sqlWithFile = `(SELECT id, sid, CAST(path AS BLOB) AS path, sub FROM rows) r
		JOIN files f ON f.path = CAST(substr(r.path, 1, length(r.path) - r.sub) AS TEXT)`
	sqlContent = `CAST(f.digest || CAST(substr(r.path, length(r.path) - r.sub + 1) AS BLOB) AS BLOB)`
)

// Digest returns what tells the content of a story from all others: the
// digest of its file and its place in it. It is empty where that is unknown.
func (c *Catalog) Digest(ctx context.Context, id story.ID) ([]byte, error) {
	var digest []byte
	err := c.db.Values(ctx, []any{&digest}, `SELECT `+sqlContent+` FROM `+sqlWithFile+` WHERE r.sid = ?`, string(id))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return digest, err
}

// FileOf returns the path of the file that a story is in, and its time when
// it was read; ok is false when there is no such story.
func (c *Catalog) FileOf(ctx context.Context, id story.ID) (path string, modTime time.Time, ok bool, err error) {
	var mtime int64
	err = c.db.Values(ctx, []any{&path, &mtime}, `SELECT f.path, f.mtime FROM `+sqlWithFile+` WHERE r.sid = ?`, string(id))
	if errors.Is(err, sql.ErrNoRows) {
		return "", time.Time{}, false, nil
	}
	return path, meta.Unstamp(mtime), err == nil, err
}
