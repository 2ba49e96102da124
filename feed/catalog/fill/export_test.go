package fill

import (
	"context"

	"dateline/feed/story"
)

// Exported for the tests that need a whole catalog.
var (
	NewSeenFilter = newSeenFilter
	AddSeen       = seenFilter.add
)

// SetDoubts puts doubts into d.
func SetDoubts(d *Doc, doubts ...story.Doubt) { d.doubts = doubts }

// Exec runs a statement of the writer.
func (w *Writer) Exec(ctx context.Context, query string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.exec(ctx, query)
}

// Values reads one row.
func (w *Writer) Values(ctx context.Context, dests []any, query string, args ...any) error {
	return w.db.Values(ctx, dests, query, args...)
}

// HasFilter reports whether the writer has a filter of the values in the tables.
func (w *Writer) HasFilter() bool { return w.memory.seen != nil }

// Pragma reads a setting of the connection that writes.
func (w *Writer) Pragma(ctx context.Context, name string) (n int, err error) {
	err = w.write.QueryRowContext(ctx, "PRAGMA "+name).Scan(&n)
	return n, err
}

// MaxLoose is the number of batches that Settle leaves.
const MaxLoose = maxLoose

// MaxLoaded is the largest number of files for which a filter is loaded.
const MaxLoaded = maxLoaded

// ForgetRefs forgets the recent related headlines.
func (w *Writer) ForgetRefs() { clear(w.memory.recent) }
