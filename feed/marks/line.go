package marks

import (
	"context"
	"database/sql"

	"dateline/feed/story"
)

// Member is a story of a time line, and a digest of its content, nil if it is unknown.
type Member struct {
	ID     story.ID
	Digest []byte
}

// SetLine puts each of two stories into the time line of the other, or cuts it from
// there. Both become stories with marks, so that they are known again after a move.
func (m *Marks) SetLine(ctx context.Context, a, b Member, joined bool) error {
	err := m.together(ctx, func(tx *sql.Tx) error {
		for _, x := range [...]Member{a, b} {
			if _, err := tx.ExecContext(ctx, `INSERT INTO marks (id, digest) VALUES (?1, ?2)
				ON CONFLICT (id) DO UPDATE SET digest = coalesce(?2, digest)`, string(x.ID), blob(x.Digest)); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO lines (story, other, joined) VALUES (?1, ?2, ?3), (?2, ?1, ?3)
			ON CONFLICT (story, other) DO UPDATE SET joined = ?3, changed = unixepoch('subsec')`, string(a.ID), string(b.ID), joined)
		return err
	})
	return m.failed("the time line was not saved", err)
}
