package marks

import (
	"context"
	"fmt"
	"os"
)

// maxChecked is the size of a file up to which it is read to find damage. Of a larger one
// the ends of its tables are.
const maxChecked = 1 << 20

// check looks for damage before anything is written, in a time that does not depend on the
// size of the file.
func (m *Marks) check(ctx context.Context) error {
	if m.onDisk && suspected(m.path) {
		return errNotMarks
	}
	if info, err := os.Stat(m.path); err == nil && info.Size() <= maxChecked {
		return m.checkAll(ctx)
	}
	for _, table := range tables {
		var first, last int64
		query := `SELECT coalesce(min(rowid), 0), coalesce((SELECT max(rowid) FROM ` + table + `), 0) FROM ` + table
		if err := m.db.QueryRowContext(ctx, query).Scan(&first, &last); err != nil {
			return fmt.Errorf("%w: %w", errNotMarks, err)
		}
	}
	return nil
}

// checkAll reads the whole file to find damage.
func (m *Marks) checkAll(ctx context.Context) error {
	var result string
	if err := m.db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&result); err != nil {
		return fmt.Errorf("check the marks: %w", err)
	}
	if result != "ok" {
		return fmt.Errorf("%w: %s", errNotMarks, result)
	}
	for _, table := range tables {
		if _, err := m.db.ExecContext(ctx, `SELECT 1 FROM `+table+` LIMIT 0`); err != nil {
			return fmt.Errorf("%w: %w", errNotMarks, err)
		}
	}
	return nil
}
