package marks

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"dateline/feed/sqlite"
)

// The bounds of reading a damaged table: the largest key that is looked for, and the number
// of ranges that are tried.
const (
	maxKey    = 1 << 40
	maxRanges = 1000
)

// salvage reads the rows of damaged files into new marks.
type salvage struct {
	to      *sql.DB
	options string // how files are opened
}

// source is a file that salvage reads.
type source struct {
	db *sql.DB
	tx *sql.Tx // of the new marks
}

// from calls read with the file at path, in one transaction of the new marks.
func (s *salvage) from(ctx context.Context, path string, read func(source) error) error {
	db := sqlite.Pool(sqlite.URI(path)+"?"+s.options+"&_busy_timeout=2000&_pragma=writable_schema(1)", sqlite.Options{Conns: 1})
	defer db.Close() //nolint:errcheck // nothing was written
	tx, err := s.to.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := read(source{db, tx}); err != nil {
		return err
	}
	return tx.Commit()
}

// all copies what can be read of tables from the file at path, but no row that the new
// marks have. It returns the tables of which some rows cannot be read.
func (s *salvage) all(ctx context.Context, path string, tables []string) (damaged []string, err error) {
	err = s.from(ctx, path, func(from source) error {
		for _, table := range tables {
			whole, err := s.table(ctx, from, table)
			if err != nil {
				return err
			}
			if !whole {
				damaged = append(damaged, table)
			}
		}
		return nil
	})
	return damaged, err
}

// table copies a table. Whole is false if some of its rows cannot be read.
func (s *salvage) table(ctx context.Context, from source, table string) (whole bool, err error) {
	columns, err := columnsOf(ctx, from.tx, table)
	if err != nil {
		return false, err
	}
	there, err := columnsOf(ctx, from.db, table)
	if err != nil || len(there) == 0 {
		return false, ctx.Err()
	}
	columns = slices.DeleteFunc(columns, func(c string) bool { return !slices.Contains(there, c) })
	insert, err := from.tx.PrepareContext(ctx, fmt.Sprintf(`INSERT OR IGNORE INTO %s (%s) VALUES (?%s)`,
		table, strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)-1)))
	if err != nil {
		return false, err
	}
	defer insert.Close() //nolint:errcheck // the transaction closes it too
	c := &copying{budget: maxRanges, from: from.db, insert: insert, columns: len(columns),
		query: `SELECT rowid, ` + strings.Join(columns, ", ") + ` FROM ` + table + ` NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`}
	c.gap(ctx, 1, maxKey)
	return !c.damaged, ctx.Err()
}

// columnsOf returns the columns of a table.
func columnsOf(ctx context.Context, db querier, table string) ([]string, error) {
	return column[string](ctx, db, `SELECT name FROM pragma_table_info(?)`, table)
}

// copying copies the rows of a table.
type copying struct {
	budget  int // ranges to try
	from    *sql.DB
	insert  *sql.Stmt
	columns int
	query   string // the rows of a range
	damaged bool
}

// gap copies the rows of a range: from both ends up to the damage, and then on both sides
// of the middle of what is left.
func (c *copying) gap(ctx context.Context, lo, hi int64) {
	if lo > hi || c.budget <= 0 || ctx.Err() != nil {
		return
	}
	c.budget--
	up, err := c.rows(ctx, c.query, lo, hi)
	if err == nil {
		return
	}
	c.damaged = true
	if up != 0 {
		lo = up + 1
	}
	down, err := c.rows(ctx, c.query+" DESC", lo, hi)
	if err == nil || lo > hi {
		return
	}
	if down != 0 {
		hi = down - 1
	}
	if lo == hi {
		return
	}
	middle := lo + (hi-lo)/2
	c.gap(ctx, lo, middle)
	c.gap(ctx, middle+1, hi)
}

// rows copies rows up to the first that cannot be read, and returns the last that can, 0 for
// none.
func (c *copying) rows(ctx context.Context, query string, lo, hi int64) (last int64, err error) {
	rows, err := c.from.QueryContext(ctx, query, lo, hi)
	if err != nil {
		return 0, err
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	values := make([]any, c.columns)
	dests := []any{&last}
	for i := range values {
		dests = append(dests, &values[i])
	}
	for rows.Next() {
		before := last
		if err := rows.Scan(dests...); err != nil {
			return before, err
		}
		if _, err := c.insert.ExecContext(ctx, values...); err != nil {
			c.damaged = true // the row has values that no statement stores
		}
	}
	return last, rows.Err()
}

// flags adds the stories that are read or starred by the indexes of marks, whose pages may
// be sound although those of the table are not.
func (s *salvage) flags(ctx context.Context, path string) error {
	return s.from(ctx, path, func(from source) error {
		for _, column := range []string{"read", "starred"} {
			query := fmt.Sprintf(`SELECT num, id, archive FROM marks INDEXED BY marks_%[1]s WHERE %[1]s ORDER BY id`, column)
			insert := fmt.Sprintf(`INSERT INTO marks (num, id, archive, story, %[1]s) VALUES (?1, ?2, ?3, ?1, 1) ON CONFLICT DO UPDATE SET %[1]s = 1`, column)
			for _, order := range []string{"", " DESC"} {
				err := s.each(ctx, from, query+order, insert)
				if err == nil {
					break
				}
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
		return nil
	})
}

// each inserts three values of each row of a query, up to the first that cannot be read.
func (s *salvage) each(ctx context.Context, from source, query, insert string) error {
	rows, err := from.db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	for rows.Next() {
		var num, archive int64
		var id string
		if err := rows.Scan(&num, &id, &archive); err != nil {
			return err
		}
		_, _ = from.tx.ExecContext(ctx, insert, num, id, archive) // a damaged row is left out
	}
	return rows.Err()
}
