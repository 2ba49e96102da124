package marks

import (
	"context"
	"database/sql"

	"dateline/feed/story"
)

// Adopt copies the marks of old to cur, the story's ID after its file moved. If
// cur has marks already, it keeps them. The marks of old stay, in case the file
// returns.
func (m *Marks) Adopt(ctx context.Context, old, cur story.ID) error {
	err := m.together(ctx, func(tx *sql.Tx) error {
		for _, query := range []string{
			`INSERT OR IGNORE INTO marks (id, digest, read, starred, block, offset)
				SELECT ?2, digest, read, starred, block, offset FROM marks WHERE id = ?1`,
			`INSERT OR IGNORE INTO lines (story, other, joined, changed) SELECT ?2, other, joined, changed FROM lines WHERE story = ?1`,
			`INSERT OR IGNORE INTO lines (story, other, joined, changed) SELECT story, ?2, joined, changed FROM lines WHERE other = ?1`,
			`INSERT OR IGNORE INTO takes (story, other, joined, changed) SELECT ?2, other, joined, changed FROM takes WHERE story = ?1`,
			`INSERT OR IGNORE INTO takes (story, other, joined, changed) SELECT story, ?2, joined, changed FROM takes WHERE other = ?1`,
		} {
			if _, err := tx.ExecContext(ctx, query, string(old), string(cur)); err != nil {
				return err
			}
		}
		return nil
	})
	return m.failed("the marks of a moved story were not saved", err)
}

// SetDigest records the new digest of a marked story whose content has changed.
func (m *Marks) SetDigest(ctx context.Context, id story.ID, digest []byte) error {
	_, err := m.db.ExecContext(ctx, `UPDATE marks SET digest = ?2 WHERE id = ?1`, string(id), blob(digest))
	return m.failed("the marks of an edited story were not saved", err)
}
