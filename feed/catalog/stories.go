package catalog

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Counts are the numbers of stories, of files (each take is one), and of problems.
// Unread and Starred include only stories that are in the archive.
type Counts struct{ Stories, Files, Unread, Starred, Problems int }

// sqlMarked counts the stories that have a mark: the files, or the stories of which all
// takes or one has it.
const (
	sqlMarkedFiles = `(SELECT count(*) FROM marked m WHERE m.%s AND EXISTS (SELECT 1 FROM rows r WHERE r.sid = m.id))`
	sqlMarkedWhole = `(SELECT coalesce(sum(CASE WHEN grp IS NULL THEN marked ELSE marked >= n END), 0) FROM ` + sqlMarkedGroups + `)`
	sqlMarkedPart  = `(SELECT coalesce(sum(CASE WHEN grp IS NULL THEN marked ELSE 1 END), 0) FROM ` + sqlMarkedGroups + `)`

	sqlMarkedGroups = `(SELECT t.grp, t.n, count(*) AS marked FROM marked m JOIN rows r ON r.sid = m.id
		LEFT JOIN takes t ON t.id = r.id WHERE m.%s GROUP BY t.grp)`
)

var sqlCounts = [...]string{
	columns.Files:   counts(sqlMarkedFiles, sqlMarkedFiles),
	columns.Stories: counts(sqlMarkedWhole, sqlMarkedPart),
}

func counts(read, starred string) string {
	return `SELECT (SELECT value FROM meta WHERE name = 'stories'), (SELECT value FROM meta WHERE name = 'folded'), ` +
		fmt.Sprintf(read, "read") + `, ` + fmt.Sprintf(starred, "starred") + `, (SELECT value FROM meta WHERE name = 'doubts')`
}

// Counts returns the numbers of what is in the catalog, and of the rows of a list of a
// scope.
func (c *Catalog) Counts(ctx context.Context, s columns.Scope) (Counts, error) {
	var n Counts
	var folded, read int
	err := c.db.Values(ctx, []any{&n.Files, &folded, &read, &n.Starred, &n.Problems}, sqlCounts[s])
	n.Stories = n.Files
	if s == columns.Stories {
		n.Stories -= folded
	}
	n.Unread = n.Stories - read
	return n, err
}

// Count returns the number of stories.
func (c *Catalog) Count(ctx context.Context) (n int, err error) {
	err = c.db.Values(ctx, []any{&n}, `SELECT value FROM meta WHERE name = 'stories'`)
	return n, err
}

// Row returns the row of a story; ok is false if there is none.
func (c *Catalog) Row(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	rows, err := c.query(ctx, `SELECT `+columns.Read+columns.From+`WHERE r.sid = ?`, string(id))
	if err != nil || len(rows) == 0 {
		return story.Row{}, false, err
	}
	return rows[0], true, nil
}

// IDsWithPrefix returns up to n IDs that begin with prefix, in order.
func (c *Catalog) IDsWithPrefix(ctx context.Context, prefix string, n int) ([]story.ID, error) {
	return sqlite.Column[story.ID](ctx, c.db, `SELECT sid FROM rows WHERE sid >= ? AND sid < ? ORDER BY sid LIMIT ?`,
		prefix, prefix+"\x7f", n)
}

// sqlWithFile joins each row, as r, with its file, as f. Paths are cut as bytes
// because they may not be valid UTF-8.
const sqlWithFile = `(SELECT id, sid, CAST(path AS BLOB) AS path, sub, span, fields FROM rows) r
	JOIN files f ON f.path = CAST(substr(r.path, 1, length(r.path) - r.sub) AS TEXT)`

// Place says where a story is: its file, the time of the file when it was read, and
// the story's own path and bytes in it.
type Place struct {
	File    string
	ModTime time.Time
	Path    string
	Range   story.Range
}

const sqlPlaces = `SELECT r.sid, f.path, f.mtime, r.path, r.span FROM json_each(?) j CROSS JOIN ` + sqlWithFile + ` WHERE r.sid = j.value`

// Places returns the places of those stories of ids that there are.
func (c *Catalog) Places(ctx context.Context, ids ...story.ID) (map[story.ID]Place, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	places := make(map[story.ID]Place, len(ids))
	_, err = sqlite.List(ctx, c.db, func(rows *sql.Rows) (struct{}, error) {
		var id story.ID
		var p Place
		var mtime any
		var span []byte
		err := rows.Scan(&id, &p.File, &mtime, &p.Path, &span)
		p.ModTime, p.Range = meta.Unstamp(mtime), meta.UnpackRange(span)
		places[id] = p
		return struct{}{}, err
	}, sqlPlaces, string(list))
	return places, err
}

// StoriesIn returns the IDs of up to n stories of the file at path, in the order of
// the file.
func (c *Catalog) StoriesIn(ctx context.Context, path string, n int) ([]story.ID, error) {
	var packed []byte
	err := c.db.Values(ctx, []any{&packed}, `SELECT rows FROM files WHERE path = ?`, path)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	list, _ := json.Marshal(meta.Unpack(packed[:min(len(packed), 8*n)])) // numbers can always be marshalled
	return sqlite.Column[story.ID](ctx, c.db, `SELECT r.sid FROM json_each(?) j CROSS JOIN rows r ON r.id = j.value`, string(list))
}
