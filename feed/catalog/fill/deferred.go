package fill

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// deferred are the rows of tables that a batch inserts at its end, by table: in
// the order of their keys and many with a statement, which costs half of what a
// statement for each does. Nothing looks for them before.
type deferred map[string][][]any

// deferredTables are those tables, in the order in which they are filled.
var deferredTables = []string{"files", "facets", "refs", "cites", "keys", "cuts"}

// deferredRows is how many rows a statement inserts.
const deferredRows = 50

func (d deferred) add(table string, row ...any) { d[table] = append(d[table], row) }

// insert inserts what has been put off.
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

// insertMany inserts rows of a table. A statement of many that fails need not be
// undone by itself, for the batch is: OR FAIL spares SQLite a journal for it.
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
