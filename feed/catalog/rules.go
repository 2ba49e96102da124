package catalog

import (
	"context"
	"database/sql"
)

// rulesID returns the id of rules by their name.
func (t *batch) rulesID(ctx context.Context, name string) (id int64, err error) {
	if id, ok := t.ruleIDs[name]; ok {
		return id, nil
	}
	if err := t.exec(ctx, `INSERT OR IGNORE INTO rules (name, n) VALUES (?, 0)`, name); err != nil {
		return 0, err
	}
	if _, err := t.value(ctx, &id, `SELECT id FROM rules WHERE name = ?`, name); err != nil {
		return 0, err
	}
	t.ruleIDs[name] = id
	return id, nil
}

// countRules notes how many files have come and gone by their rules.
func (t *batch) countRules(ctx context.Context) error {
	for id, n := range t.rules {
		if err := t.exec(ctx, `UPDATE rules SET n = n + ? WHERE id = ?`, n, id); err != nil {
			return err
		}
	}
	return nil
}

// ruleNames returns the names of all rules by their ids.
func (c *Catalog) ruleNames(ctx context.Context) (map[int64]string, error) {
	names := map[int64]string{}
	_, err := list(ctx, c, func(rows *sql.Rows) (struct{}, error) {
		var id int64
		var name string
		err := rows.Scan(&id, &name)
		names[id] = name
		return struct{}{}, err
	}, `SELECT id, name FROM rules`)
	return names, err
}

// Stale returns how many files have rows that were made by other rules than
// those named. It looks at no file.
func (c *Catalog) Stale(ctx context.Context, rules string) (n int, err error) {
	err = c.values(ctx, []any{&n}, `SELECT coalesce(sum(n), 0) FROM rules WHERE name <> ?`, rules)
	return n, err
}

// sqlStale walks the rows in list order and looks up their files.
const sqlStale = `SELECT r.id, f.path, f.id, f.size, f.mtime, f.inode, f.sure, f.digest, f.rules FROM rows r
	JOIN files f ON f.path = CAST(substr(CAST(r.path AS BLOB), 1, length(CAST(r.path AS BLOB)) - r.sub) AS TEXT)
	WHERE r.id > ? ORDER BY r.id LIMIT ?`

// StaleFiles returns files that have rows made by other rules than those named,
// newest first. It looks at n rows after the row after,
// 0 for the first one, and returns the last of them for the next call; 0 when
// there are no more. A file with several stories may come several times.
func (c *Catalog) StaleFiles(ctx context.Context, rules string, after int64, n int) (files []Known, last int64, err error) {
	names, err := c.ruleNames(ctx)
	if err != nil {
		return nil, 0, err
	}
	seen, err := list(ctx, c, func(rows *sql.Rows) (k Known, err error) {
		var mtime, inode, by int64
		err = rows.Scan(&last, &k.Path, &k.ID, &k.Size, &mtime, &inode, &k.Sure, &k.Digest, &by)
		k.ModTime, k.Inode, k.Rules = unstamp(mtime), uint64(inode), names[by]
		return k, err
	}, sqlStale, after, n)
	if err != nil {
		return nil, 0, err
	}
	for _, k := range seen {
		if k.Rules != rules {
			files = append(files, k)
		}
	}
	if len(seen) < n {
		last = 0
	}
	return files, last, nil
}
