package marks

import (
	"context"

	"dateline/feed/story"
)

// Adopt gives to the story now what was marked on the story was, whose file
// it is after a move. Marks that it has already stay. Those of was stay too, for
// the day that the file returns.
func (m *Marks) Adopt(ctx context.Context, was, now story.ID) error {
	_, err := m.db.ExecContext(ctx, `INSERT OR IGNORE INTO marks (id, digest, read, starred, block, offset)
		SELECT ?2, digest, read, starred, block, offset FROM marks WHERE id = ?1`, string(was), string(now))
	return m.failed("the marks of a moved story were not kept", err)
}

// SetDigest remembers that a marked story has other content now.
func (m *Marks) SetDigest(ctx context.Context, id story.ID, digest []byte) error {
	_, err := m.db.ExecContext(ctx, `UPDATE marks SET digest = ?2 WHERE id = ?1`, string(id), blob(digest))
	return m.failed("the marks of an edited story were not kept", err)
}
