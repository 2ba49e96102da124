package fill

import (
	"context"
	"errors"

	"dateline/feed/sqlite"
)

// A batch adds a segment to each full-text table. Up to maxLoose of them hardly make a
// search slower. More are merged when a scan is done: merging after each batch would
// slow the writer down. The tables of headlines, which are asked many times for one story,
// are small: they are merged whenever a catalog has been filled.
const (
	mergeStep = 256 // pages written at a time, so that others can write in between
	maxLoose  = 16
)

// Group finds the takes of rows that were postponed. If ctx ends early, the next Group
// continues.
func (w *Writer) Group(ctx context.Context) error {
	var more bool
	if err := w.db.Values(ctx, []any{&more}, `SELECT EXISTS (SELECT 1 FROM fresh)`); err != nil {
		return err
	}
	for more {
		_, err := w.change(ctx, func(ctx context.Context, t *batch) (err error) {
			more, err = t.groupPostponed(ctx)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Settle merges the segments that Put has left, step by step, if it is worth it. If ctx
// ends early, the next Settle continues.
func (w *Writer) Settle(ctx context.Context) error {
	var loose int
	if err := w.db.Values(ctx, []any{&loose}, `SELECT value FROM meta WHERE name = 'loose'`); err != nil {
		return err
	}
	if w.wasFilled() {
		for _, table := range []string{"titles", "refwords"} {
			if err := w.mergeAll(ctx, table, -mergeStep); err != nil {
				return err
			}
		}
	}
	merges := loose > maxLoose
	if merges {
		for _, table := range []string{"titles", "refwords", "texts"} {
			if err := w.mergeAll(ctx, table, mergeStep); err != nil {
				return err
			}
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if !merges && !w.filled {
		return ctx.Err()
	}
	if merges {
		if err := w.exec(ctx, `UPDATE meta SET value = max(value - ?, 0) WHERE name = 'loose'`, loose); err != nil {
			return err
		}
	}
	// The log keeps its largest size until it is truncated. If a reader still uses
	// it, the next Settle truncates it.
	w.filled = false
	return w.exec(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
}

func (w *Writer) wasFilled() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.filled
}

// mergeAll merges the segments of a table that have about the same size, or all of them if
// pages is negative.
func (w *Writer) mergeAll(ctx context.Context, table string, pages int) error {
	for {
		more, err := w.merge(ctx, table, pages)
		if err != nil || !more {
			return err
		}
		pages = mergeStep
	}
}

// merge writes merged segments of about that many pages and reports whether there may
// be more to merge.
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
