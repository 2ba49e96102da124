package catalog

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// late are the rows of tables that a batch inserts at its end, by table: in the
// order of their keys and many with a statement, which costs half of what a
// statement for each does. Nothing looks for them before.
type late map[string][][]any

// lateTables are those tables, in the order in which they are filled.
var lateTables = []string{"files", "facets", "refs", "cites", "keys", "cuts"}

// lateRows is how many rows a statement inserts.
const lateRows = 50

func (l late) add(table string, row ...any) { l[table] = append(l[table], row) }

// insertLate inserts what has been put off.
func (t *batch) insertLate(ctx context.Context) error {
	for _, table := range lateTables {
		rows := t.late[table]
		slices.SortFunc(rows, byKey)
		for part := range slices.Chunk(rows, lateRows) {
			if err := t.insertMany(ctx, table, part); err != nil {
				return err
			}
		}
		clear(rows)
		t.late[table] = rows[:0]
	}
	return nil
}

// insertMany inserts rows of a table. A statement of many that fails need not be
// undone by itself, for the batch is: OR FAIL spares SQLite a journal for it.
func (t *batch) insertMany(ctx context.Context, table string, rows [][]any) error {
	row := "(?" + strings.Repeat(",?", len(rows[0])-1) + ")"
	one := `INSERT OR FAIL INTO ` + table + ` VALUES ` + row
	if len(rows) == lateRows {
		return t.exec(ctx, one+strings.Repeat(","+row, lateRows-1), slices.Concat(rows...)...)
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
