package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"dateline/feed/locale"
	"dateline/feed/story"
)

// See marks stories read without a step in the journal: what the reader undoes next is what
// was done on purpose.
func (m *Marks) See(ctx context.Context, stories ...Story) error {
	changes := make([]Change, len(stories))
	for i, s := range stories {
		changes[i] = Change{Field: Read, Story: s, New: Yes}
	}
	err := m.together(ctx, func(tx *txn) error {
		_, err := m.apply(ctx, tx, changes, time.Now())
		return err
	})
	return m.failed(locale.T("the mark was not saved"), err)
}

// SetPlace saves the reader's place in a story. It does not wait for the disk.
func (m *Marks) SetPlace(ctx context.Context, s Story, p Place) error {
	err := m.quickly(ctx, func(tx *txn) error {
		num, err := m.put(ctx, tx, &s)
		if err != nil {
			return err
		}
		v := Value{Field: AtPlace, story: num}
		return v.change(ctx, tx, fmt.Sprint(p.Block, " ", p.Offset), time.Now())
	})
	return m.failed(locale.T("the place in the story was not saved"), err)
}

// Place returns where the reader left a story, or the zero Place if it was never set.
func (m *Marks) Place(ctx context.Context, id story.ID) (Place, error) {
	var p Place
	err := m.db.QueryRowContext(ctx, `SELECT block, offset FROM marks WHERE archive = ? AND id = ?`, m.archive, string(id)).Scan(&p.Block, &p.Offset)
	if errors.Is(err, sql.ErrNoRows) {
		return Place{}, nil
	}
	return p, m.failed(locale.T("the place in the story is not known"), err)
}

// CutTakes returns the pairs of stories that were cut apart, each both ways.
func (m *Marks) CutTakes(ctx context.Context) ([][2]story.ID, error) {
	pairs, err := read(ctx, m.db, func(rows *sql.Rows) (pair [2]story.ID, err error) {
		err = rows.Scan(&pair[0], &pair[1])
		return pair, err
	}, `SELECT a.id, b.id FROM takes k CROSS JOIN marks a ON a.story = k.story AND a.archive = ?1
		CROSS JOIN marks b ON b.story = k.other AND b.archive = ?1 WHERE NOT k.joined`, m.archive)
	return pairs, m.failed(locale.T("the takes are not known"), err)
}

// SaveSession stores value as JSON under a name. It does not wait for the disk.
func (m *Marks) SaveSession(ctx context.Context, name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return locale.Errorf("where you stopped was not saved: %w", err)
	}
	err = m.quickly(ctx, func(tx *txn) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO session (archive, name, value) VALUES (?1, ?2, ?3)
			ON CONFLICT (archive, name) DO UPDATE SET value = ?3`, m.archive, name, string(text))
		return err
	})
	return m.failed(locale.T("where you stopped was not saved"), err)
}

// Session reads the value that SaveSession stored under a name. It leaves value
// unchanged if there is none or it cannot be read.
func (m *Marks) Session(ctx context.Context, name string, value any) error {
	var text string
	err := m.db.QueryRowContext(ctx, `SELECT value FROM session WHERE archive = ? AND name = ?`, m.archive, name).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return m.failed(locale.T("where you stopped is not known"), err)
	}
	// A session that can no longer be read counts as none.
	_ = json.Unmarshal([]byte(text), value)
	return nil
}
