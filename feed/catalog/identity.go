package catalog

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/sqlite"
	"dateline/feed/story"
	"dateline/feed/takes"
)

// Identity is what a story is known by when its file has moved.
type Identity struct {
	ID       story.ID
	Path     string
	Title    string
	Dateline string // places and day
	Name     int64  // of its headline with its dateline: a hash; 0 if it has no dateline
	Digest   []byte // of the file, followed by the story's place in the file; empty if the file could not be read
	Sample   []byte // of its text
}

// sqlContent is the digest of a story; it is cast because SQLite's || returns text, which is
// never equal to a blob.
const (
	sqlContent  = `CAST(f.digest || CAST(substr(r.path, length(r.path) - r.sub + 1) AS BLOB) AS BLOB)`
	sqlIdentity = `SELECT r.sid, CAST(r.path AS TEXT), r.fields, p.print, iif(f.size > 0, ` + sqlContent + `, NULL)
		FROM json_each(?) j CROSS JOIN ` + sqlWithFile + ` LEFT JOIN prints p ON p.id = r.id WHERE r.sid = j.value`
)

// Identities returns the identities of those stories of ids that there are.
func (c *Catalog) Identities(ctx context.Context, ids ...story.ID) ([]Identity, error) {
	list, _ := json.Marshal(ids) // strings can always be marshalled
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (Identity, error) {
		var id Identity
		var fields string
		var packed []byte
		if err := rows.Scan(&id.ID, &id.Path, &fields, &packed, &id.Digest); err != nil {
			return id, err
		}
		return id, id.set(fields, packed)
	}, sqlIdentity, string(list))
}

// set sets what is in the packed fields and the print of a row. A story without a headline
// has a title of its text, which does not name it.
func (id *Identity) set(fields string, packed []byte) error {
	var r story.Row
	if err := columns.Unpack(fields, &r); err != nil {
		return err
	}
	id.Title = r.Headline.Title
	day := r.Date
	if day.From == story.FromModTime || day.From == story.FromName {
		day.Year = 0 // a move may change it
	}
	if len(r.Places) > 0 && day.Day != 0 {
		id.Dateline = fmt.Sprintf("%s, %04d-%02d-%02d", strings.Join(r.Places, "/"), day.Year, day.Month, day.Day)
		if !r.Headline.Standin {
			id.Name = meta.LongHash(fmt.Sprintf("%s|%s|%d|%s", link.Key(id.Title), r.Headline.Kind, r.Headline.Take, id.Dateline))
		}
	}
	if p, err := takes.Unpack(packed); err == nil {
		id.Sample = p.Sample()
	}
	return nil
}
