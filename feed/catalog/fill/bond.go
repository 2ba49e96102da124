package fill

import (
	"context"
	"database/sql"
	"slices"

	"dateline/feed/sqlite"
)

// Bond says that the reader has joined two rows as takes of one story, or cut them apart.
type Bond struct {
	A, B   int64
	Joined bool
}

// SetBonds replaces the bonds, which have each pair both ways and are in order, and groups the
// rows of those that changed.
func (w *Writer) SetBonds(ctx context.Context, bonds []Bond) error {
	old, err := w.bonds(ctx)
	if err != nil || slices.Equal(old, bonds) {
		return err
	}
	_, err = w.change(ctx, func(ctx context.Context, t *batch) error {
		if err := t.exec(ctx, `DELETE FROM joins`); err != nil {
			return err
		}
		for _, b := range bonds {
			if err := t.exec(ctx, `INSERT INTO joins VALUES (?, ?, ?)`, b.A, b.B, b.Joined); err != nil {
				return err
			}
		}
		for _, b := range changed(old, bonds) {
			t.broken[b.A] = true
			if err := t.breakUp(ctx, b.A); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func (w *Writer) bonds(ctx context.Context) ([]Bond, error) {
	return sqlite.List(ctx, w.db, func(rows *sql.Rows) (Bond, error) {
		var b Bond
		err := rows.Scan(&b.A, &b.B, &b.Joined)
		return b, err
	}, `SELECT a, b, joined FROM joins ORDER BY a, b`)
}

// changed returns the bonds that are in one list only.
func changed(old, cur []Bond) []Bond {
	in := map[Bond]int{}
	for _, b := range old {
		in[b]++
	}
	for _, b := range cur {
		in[b]--
	}
	var out []Bond
	for b, n := range in {
		if n != 0 {
			out = append(out, b)
		}
	}
	return out
}
