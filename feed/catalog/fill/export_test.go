package fill

import (
	"context"

	"dateline/feed/story"
)

// What the tests, which need a whole catalog, see of this package.
var (
	NewUnseen = newUnseen
	Fresh     = unseen.fresh
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

// Learned reports whether the writer has a filter of the values in the tables.
func (w *Writer) Learned() bool { return w.memory.unseen != nil }

// Pragma reads a setting of the connection that writes.
func (w *Writer) Pragma(ctx context.Context, name string) (n int, err error) {
	err = w.write.QueryRowContext(ctx, "PRAGMA "+name).Scan(&n)
	return n, err
}

// MaxLearned is the bound of the catalogs that are learned.
const MaxLearned = maxLearned

// ForgetRefs forgets the related headlines that were met recently.
func (w *Writer) ForgetRefs() { clear(w.memory.recent) }
