package fill

import (
	"context"
	"errors"

	"dateline/feed/story"
)

// Found is a notice and the stories that it is about.
type Found struct {
	Row     int64
	Targets []story.ID
}

// SetTargets records the stories that notices are about, and groups those again that a kill
// stands for, or did.
func (w *Writer) SetTargets(ctx context.Context, found []Found) error {
	_, err := w.change(ctx, func(ctx context.Context, t *batch) error {
		for _, f := range found {
			if err := t.setTargets(ctx, f); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func (t *batch) setTargets(ctx context.Context, f Found) error {
	if err := t.regroupTargets(ctx, f.Row); err != nil {
		return err
	}
	err := errors.Join(
		t.exec(ctx, `DELETE FROM notices WHERE id = ?`, f.Row),
		t.exec(ctx, `UPDATE announced SET stale = 0 WHERE id = ?`, f.Row))
	for _, target := range f.Targets {
		err = errors.Join(err, t.exec(ctx, `INSERT OR IGNORE INTO notices SELECT id, ? FROM rows WHERE sid = ?`, f.Row, string(target)))
	}
	if err != nil {
		return err
	}
	return t.regroupTargets(ctx, f.Row)
}

// regroupTargets has the stories grouped again that a notice is about, if it is a kill.
func (t *batch) regroupTargets(ctx context.Context, row int64) error {
	targets, err := column[int64](ctx, t.tx, `SELECT n.target FROM notices n JOIN rows r ON r.id = n.id WHERE n.id = ? AND r.kind = 'kill'`, row)
	for _, target := range targets {
		t.broken[target] = true
		err = errors.Join(err, t.breakUp(ctx, target))
	}
	return err
}
