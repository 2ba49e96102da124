package marks

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/story"
)

// put returns the number of the story at the place s.ID, and notes what it is like there. A
// place that has none gets a new one or, if another archive has a story with the content of
// s that has no place in this one, that story with its marks.
func (m *Marks) put(ctx context.Context, tx *txn, s *Story) (num int64, err error) {
	old := Story{ID: s.ID}
	err = tx.QueryRowContext(ctx, `SELECT story, `+identity+` FROM marks WHERE archive = ? AND id = ?`, m.archive, string(s.ID)).
		Scan(append([]any{&num}, old.dests()...)...)
	switch {
	case err == nil && s.unchanged(&old):
		return num, nil
	case err == nil && Edited(&old, s):
		return num, m.settle(ctx, tx, num, s)
	case err == nil: // another story is there now
		err = m.lose(ctx, tx, s.ID)
	case errors.Is(err, sql.ErrNoRows):
		err = nil
	}
	if err != nil {
		return 0, err
	}
	return m.add(ctx, tx, s)
}

// add is put for a place that has no story.
func (m *Marks) add(ctx context.Context, tx *txn, s *Story) (num int64, err error) {
	if len(s.Digest) > 0 {
		err = tx.QueryRowContext(ctx, `SELECT a.story FROM marks a WHERE a.digest = ?2 AND a.archive <> ?1
			AND NOT EXISTS (SELECT 1 FROM marks b WHERE b.story = a.story AND b.archive = ?1) ORDER BY a.path IS ?3 DESC, a.num DESC LIMIT 1`,
			m.archive, s.Digest, text(s.Path)).Scan(&num)
		if err == nil {
			return num, m.settle(ctx, tx, num, s)
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return 0, err
		}
	}
	return m.create(ctx, tx, []*Story{s})
}

// sqlNext returns the number n of the next place.
const sqlNext = `SELECT coalesce(max(seq), 0) + 1 AS n FROM sqlite_sequence WHERE name = 'marks'`

// createRows is the number of places that one statement creates.
const createRows = 50

// create is add for stories that no archive has marks for. It returns the number of the
// first; those of the others follow it.
func (m *Marks) create(ctx context.Context, tx *txn, list []*Story) (first int64, err error) {
	const row = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	if err := tx.QueryRowContext(ctx, sqlNext).Scan(&first); err != nil {
		return 0, err
	}
	num := first
	for rows := range slices.Chunk(list, createRows) {
		var args []any
		for _, s := range rows {
			args = append(append(args, num, num), m.at(s)...)
			num++
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO marks (num, story, archive, id, path, title, dateline, name, digest, sample) VALUES `+
			row+strings.Repeat(", "+row, len(rows)-1), args...)
		if err != nil {
			return 0, err
		}
	}
	return first, nil
}

// lose frees a place for another story. The one that was there has no place until it is
// found again.
func (m *Marks) lose(ctx context.Context, tx *txn, id story.ID) error {
	_, err := tx.ExecContext(ctx, `UPDATE marks SET id = '~' || num WHERE archive = ? AND id = ?`, m.archive, string(id))
	return err
}

// at returns the values of a place: archive, ID and the columns of identity.
func (m *Marks) at(s *Story) []any { return append([]any{m.archive, string(s.ID)}, s.values()...) }

// flags has the columns of marks that are the same at all places of a story.
const flags = `read, read_at, starred, starred_at, block, offset, placed_at`

// settle makes s.ID the place of a story in the archive. The place must be free.
func (m *Marks) settle(ctx context.Context, tx *txn, num int64, s *Story) error {
	args := append(m.at(s), num)
	n, err := changedRows(tx.ExecContext(ctx, `UPDATE marks SET id = ?2, path = ?3, title = ?4, dateline = ?5, name = ?6, digest = ?7, sample = ?8
		WHERE archive = ?1 AND story = ?9`, args...))
	if err != nil || n > 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO marks (archive, id, path, title, dateline, name, digest, sample, story, `+flags+`)
		SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, story, `+flags+` FROM marks WHERE story = ?9 LIMIT 1`, args...)
	return err
}

// Moves are changes of the places of stories.
type Moves struct {
	Lost   []story.ID // places at which there is another story now
	Edited []Story    // stories that were edited where they are
	Found  []Placed   // stories and where they were found; Away says that a story has no place yet
}

// Move records moves, in one transaction. A story that is found where another story has
// marks stays where it was.
func (m *Marks) Move(ctx context.Context, moves Moves) error {
	err := m.together(ctx, func(tx *txn) error {
		for _, id := range moves.Lost {
			if err := m.lose(ctx, tx, id); err != nil {
				return err
			}
		}
		for i := range moves.Edited {
			if _, err := m.put(ctx, tx, &moves.Edited[i]); err != nil {
				return err
			}
		}
		for i := range moves.Found {
			if err := m.find(ctx, tx, &moves.Found[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return m.failed(locale.T("the marks of moved stories were not saved"), err)
}

// find settles a story where it was found, unless another story has marks there: that gets
// the marks of one that is of an import.
func (m *Marks) find(ctx context.Context, tx *txn, p *Placed) error {
	var there int64
	err := tx.QueryRowContext(ctx, `SELECT story FROM marks WHERE archive = ? AND id = ?`, m.archive, string(p.Story.ID)).Scan(&there)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return m.settle(ctx, tx, p.Num, &p.Story)
	case err == nil && p.Away:
		return absorb(ctx, tx, p.Num, there)
	}
	return err
}

// Named returns the number of stories with a name.
func (m *Marks) Named(ctx context.Context, name int64) (n int, err error) {
	err = m.db.QueryRowContext(ctx, `SELECT count(DISTINCT story) FROM marks WHERE name = ?`, name).Scan(&n)
	return n, m.failed(locale.T("the marks cannot be read"), err)
}

// Look says what was looked for when the marks followed the stories of the archive last.
type Look struct {
	Seen  int64  // the highest number of a place of a story in any archive
	State string // of the catalog
}

// Looked returns the last Look and the highest number that there is now.
func (m *Marks) Looked(ctx context.Context) (l Look, last int64, err error) {
	err = m.db.QueryRowContext(ctx, `SELECT seen, state, (SELECT coalesce(max(num), 0) FROM marks) FROM archives WHERE num = ?`, m.archive).
		Scan(&l.Seen, &l.State, &last)
	return l, last, m.failed(locale.T("the marks cannot be read"), err)
}

// SetLooked records a Look.
func (m *Marks) SetLooked(ctx context.Context, l Look) error {
	_, err := m.db.ExecContext(ctx, `UPDATE archives SET seen = ?2, state = ?3 WHERE num = ?1`, m.archive, l.Seen, l.State)
	return m.failed(locale.T("the marks of moved stories were not saved"), err)
}
