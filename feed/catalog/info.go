package catalog

import (
	"context"
	"os"
	"time"
)

// Info describes the catalog itself.
type Info struct {
	Bytes   int64 // of its files
	Created time.Time
	Scanned time.Time // last call of Writer.Scanned; zero if there was none
}

// Changed returns a text that changes with the stories of the catalog, and differs from
// that of another catalog.
func (c *Catalog) Changed(ctx context.Context) (state string, err error) {
	err = c.db.Values(ctx, []any{&state}, `SELECT group_concat(value, ' ' ORDER BY name) FROM meta WHERE name IN ('made', 'added', 'changed', 'removed')`)
	return state, err
}

// Info returns facts about the catalog.
func (c *Catalog) Info(ctx context.Context) (Info, error) {
	var info Info
	var created, scanned, bytes int64
	err := c.db.Values(ctx, []any{&created, &scanned, &bytes}, `SELECT
		(SELECT value FROM meta WHERE name = 'made'), (SELECT value FROM meta WHERE name = 'scanned'),
		(SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())`)
	if err != nil {
		return Info{}, err
	}
	info.Created, info.Bytes = time.Unix(created, 0), bytes
	if scanned > 0 {
		info.Scanned = time.Unix(scanned, 0)
	}
	if file, err := os.Stat(c.path + "-wal"); c.path != "" && err == nil {
		info.Bytes += file.Size()
	}
	return info, nil
}
