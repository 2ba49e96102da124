package fill

import (
	"context"
	"errors"

	"dateline/feed/sqlite"
)

// A batch adds a segment to each full-text table. They are merged when a scan is
// done: many segments make searches slower, but merging after each batch would
// slow the writer down even more.
const (
	mergeStep  = 256 // pages written at a time, so that others can write in between
	looseShare = 10  // all of a table is merged when more than a tenth of its stories are loose
)

// Settle merges the segments that Put has left, step by step: all of them if more
// than a tenth of the stories are new, else enough to keep searches fast. If ctx
// ends early, the next Settle continues.
func (w *Writer) Settle(ctx context.Context) error {
	var loose, stories int
	err := w.db.Values(ctx, []any{&loose, &stories},
		`SELECT (SELECT value FROM meta WHERE name = 'loose'), (SELECT value FROM meta WHERE name = 'stories')`)
	if err != nil || loose == 0 {
		return err
	}
	pages := mergeStep
	if whole := loose*looseShare > stories; whole {
		pages = -mergeStep
	}
	for _, table := range []string{"titles", "refwords", "texts"} {
		for more := true; more; {
			if more, err = w.merge(ctx, table, pages); err != nil {
				return err
			}
		}
	}
	if pages > 0 {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.exec(ctx, `UPDATE meta SET value = max(value - ?, 0) WHERE name = 'loose'`, loose); err != nil {
		return err
	}
	// The log keeps its largest size until it is truncated. If a reader still uses
	// it, the next Settle truncates it.
	return w.exec(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
}

// merge writes merged segments of about that many pages and reports whether there may
// be more to merge. A negative number merges across all levels.
func (w *Writer) merge(ctx context.Context, table string, pages int) (more bool, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	conn, err := w.write.Conn(ctx)
	if err != nil {
		return false, w.db.Wrap(err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	var before, after int64
	if err := conn.QueryRowContext(ctx, `SELECT total_changes()`).Scan(&before); err != nil {
		return false, w.db.Wrap(err)
	}
	err = sqlite.Wait(ctx, func() error {
		_, err := conn.ExecContext(ctx, `INSERT INTO `+table+`(`+table+`, rank) VALUES ('merge', ?)`, pages)
		return err
	})
	if err != nil {
		return false, w.db.Wrap(err)
	}
	if err := conn.QueryRowContext(ctx, `SELECT total_changes()`).Scan(&after); err != nil {
		return false, w.db.Wrap(err)
	}
	return after-before >= 2, nil
}
