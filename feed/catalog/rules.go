package catalog

import (
	"context"
	"database/sql"

	"dateline/feed/sqlite"
)

// ruleNames returns the names of all rules by their ids.
func (c *Catalog) ruleNames(ctx context.Context) (map[int64]string, error) {
	names := map[int64]string{}
	_, err := sqlite.List(ctx, c.db, func(rows *sql.Rows) (struct{}, error) {
		var id int64
		var name string
		err := rows.Scan(&id, &name)
		names[id] = name
		return struct{}{}, err
	}, `SELECT id, name FROM rules`)
	return names, err
}

// The statements for stale files. Files are read along the rows, in list order;
// files without a row come last.
const (
	sqlStale   = `SELECT ` + sqlKnown + `, f.rules, r.id FROM ` + sqlWithFile + ` WHERE r.id > ? ORDER BY r.id LIMIT ?`
	sqlRowless = `SELECT ` + sqlKnown + `, f.rules, 0 FROM files f WHERE length(f.rows) = 0`
)

// StaleFiles returns files that have rows made by other rules than those named,
// newest first. It looks at n rows after the row after, 0 for the first one, and
// returns the last of them for the next call; 0 when there are no more. A file
// with several stories may come several times.
func (c *Catalog) StaleFiles(ctx context.Context, rules string, after int64, n int) (files []Known, last int64, err error) {
	names, err := c.ruleNames(ctx)
	if err != nil {
		return nil, 0, err
	}
	scan := func(rows *sql.Rows) (Known, error) {
		var by int64
		k, err := scanKnown(rows, &by, &last)
		k.Rules = names[by]
		return k, err
	}
	seen, err := sqlite.List(ctx, c.db, scan, sqlStale, after, n)
	if err == nil && len(seen) < n {
		var rowless []Known
		rowless, err = sqlite.List(ctx, c.db, scan, sqlRowless)
		seen, last = append(seen, rowless...), 0
	}
	if err != nil {
		return nil, 0, err
	}
	for _, k := range seen {
		if k.Rules != rules {
			files = append(files, k)
		}
	}
	return files, last, nil
}
