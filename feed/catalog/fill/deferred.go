package fill

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// deferred holds, by table, the rows that a batch inserts at its end. They are
// sorted by key and inserted many at a time, which costs half as much as one
// statement for each row. To look one up, call insert first.
type deferred map[string][][]any

// deferredTables lists these tables in the order in which rows are inserted.
var deferredTables = []string{"files", "facets", "refs", "refkeys", "cites", "keys", "cuts"}

// deferredRows is the number of rows in one INSERT.
const deferredRows = 50

func (d deferred) add(table string, row ...any) { d[table] = append(d[table], row) }

// insert inserts the deferred rows.
func (d deferred) insert(ctx context.Context, t *tx) error {
	for _, table := range deferredTables {
		rows := d[table]
		slices.SortFunc(rows, byKey)
		for part := range slices.Chunk(rows, deferredRows) {
			if err := insertMany(ctx, t, table, part); err != nil {
				return err
			}
		}
		clear(rows)
		d[table] = rows[:0]
	}
	return nil
}

// insertMany inserts rows into a table. If it fails, the whole batch is rolled
// back, so OR FAIL saves SQLite a journal for the statement.
func insertMany(ctx context.Context, t *tx, table string, rows [][]any) error {
	row := "(?" + strings.Repeat(",?", len(rows[0])-1) + ")"
	one := `INSERT OR FAIL INTO ` + table + ` VALUES ` + row
	if len(rows) == deferredRows {
		return t.exec(ctx, one+strings.Repeat(","+row, deferredRows-1), slices.Concat(rows...)...)
	}
	for _, r := range rows {
		if err := t.exec(ctx, one, r...); err != nil {
			return err
		}
	}
	return nil
}

// byKey compares rows by their columns, as long as these are keys.
func byKey(a, b []any) int {
	for i := range a {
		var c int
		switch v := a[i].(type) {
		case int64:
			c = cmp.Compare(v, b[i].(int64))
		case string:
			c = cmp.Compare(v, b[i].(string))
		}
		if c != 0 {
			return c
		}
	}
	return 0
}
