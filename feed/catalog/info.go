package catalog

import (
	"context"
	"os"
	"time"
)

// Info is about the catalog itself.
type Info struct {
	Bytes   int64 // of its files
	Made    time.Time
	Scanned time.Time // last call of Scanned; zero if there was none
}

// Info returns facts about the catalog.
func (c *Catalog) Info(ctx context.Context) (Info, error) {
	var info Info
	var made, scanned, bytes int64
	err := c.db.Values(ctx, []any{&made, &scanned, &bytes}, `SELECT
		(SELECT value FROM meta WHERE name = 'made'), (SELECT value FROM meta WHERE name = 'scanned'),
		(SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size())`)
	if err != nil {
		return Info{}, err
	}
	info.Made, info.Bytes = time.Unix(made, 0), bytes
	if scanned > 0 {
		info.Scanned = time.Unix(scanned, 0)
	}
	if file, err := os.Stat(c.path + "-wal"); c.path != "" && err == nil {
		info.Bytes += file.Size()
	}
	return info, nil
}
