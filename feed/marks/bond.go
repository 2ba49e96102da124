package marks

import (
	"context"
	"database/sql"
	"errors"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Member is a story that the reader joins to another or cuts from it, and a digest of its
// content, nil if it is unknown.
type Member struct {
	ID     story.ID
	Digest []byte
}

// SetLine puts each of two stories into the time line of the other, or cuts it from
// there. Both become stories with marks, so that they are known again after a move.
func (m *Marks) SetLine(ctx context.Context, a, b Member, joined bool) error {
	err := m.together(ctx, func(tx *sql.Tx) error { return bind(ctx, tx, "lines", Bond{A: a, B: b, Joined: joined}) })
	return m.failed("the time line was not saved", err)
}

// Bond says whether two stories were joined as takes of one story, or cut apart. If None,
// neither was done.
type Bond struct {
	A, B         Member
	Joined, None bool
}

// SetTakes records bonds between takes. All their stories become stories with marks, so
// that they are known again after a move. It returns what was recorded before.
func (m *Marks) SetTakes(ctx context.Context, bonds []Bond) (old []Bond, err error) {
	err = m.together(ctx, func(tx *sql.Tx) error {
		for _, b := range bonds {
			was := Bond{A: b.A, B: b.B}
			err := tx.QueryRowContext(ctx, `SELECT joined FROM takes WHERE story = ? AND other = ?`, string(b.A.ID), string(b.B.ID)).Scan(&was.Joined)
			if was.None = errors.Is(err, sql.ErrNoRows); err != nil && !was.None {
				return err
			}
			old = append(old, was)
			if b.None {
				err = unbind(ctx, tx, b.A.ID, b.B.ID)
			} else {
				err = bind(ctx, tx, "takes", b)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return old, m.failed("the takes were not saved", err)
}

// bind joins two stories in a table, or cuts them apart.
func bind(ctx context.Context, tx *sql.Tx, table string, b Bond) error {
	for _, x := range [...]Member{b.A, b.B} {
		if _, err := tx.ExecContext(ctx, `INSERT INTO marks (id, digest) VALUES (?1, ?2)
			ON CONFLICT (id) DO UPDATE SET digest = coalesce(?2, digest)`, string(x.ID), blob(x.Digest)); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO `+table+` (story, other, joined) VALUES (?1, ?2, ?3), (?2, ?1, ?3)
		ON CONFLICT (story, other) DO UPDATE SET joined = ?3, changed = unixepoch('subsec')`, string(b.A.ID), string(b.B.ID), b.Joined)
	return err
}

// unbind forgets what was said about two takes.
func unbind(ctx context.Context, tx *sql.Tx, a, b story.ID) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM takes WHERE (story, other) IN (VALUES (?1, ?2), (?2, ?1))`, string(a), string(b))
	return err
}

// CutTakes returns the pairs of stories that were cut apart, each both ways.
func (m *Marks) CutTakes(ctx context.Context) ([][2]story.ID, error) {
	rows, err := m.db.QueryContext(ctx, `SELECT story, other FROM takes WHERE NOT joined`)
	if err != nil {
		return nil, m.failed("the takes are not known", err)
	}
	return sqlite.Rows(ctx, rows, func(rows *sql.Rows) (pair [2]story.ID, err error) {
		err = rows.Scan(&pair[0], &pair[1])
		return pair, err
	})
}
