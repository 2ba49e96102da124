package catalog

import (
	"context"
	"database/sql"

	"dateline/feed/sqlite"
)

// ruleNames returns the names of all rules by id.
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

// The statements for stale files. Files are read in the order of their rows; files
// without a row come last.
const (
	sqlStale   = `SELECT ` + sqlKnown + `, f.rules, r.id FROM ` + sqlWithFile + ` WHERE r.id > ? ORDER BY r.id LIMIT ?`
	sqlRowless = `SELECT ` + sqlKnown + `, f.rules, 0 FROM files f WHERE length(f.rows) = 0`
)

// StaleFiles returns files whose rows were made by rules other than the given ones,
// newest first. It reads the n rows that follow the row with the id after, or the
// first n rows if after is 0. It returns the id of the last row it read, for the next
// call, or 0 if there are no more. A file with several stories may be returned
// several times.
func (c *Catalog) StaleFiles(ctx context.Context, rules string, after int64, n int) (files []Known, last int64, err error) {
	names, err := c.ruleNames(ctx)
	if err != nil {
		return nil, 0, err
	}
	scan := func(rows *sql.Rows) (Known, error) {
		var rule int64
		k, err := scanKnown(rows, &rule, &last)
		k.Rules = names[rule]
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
