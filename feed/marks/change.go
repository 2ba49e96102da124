package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"dateline/feed/story"
)

// SetRead marks a story as read or unread. The digest is that of the
// story's content, or nil if it is unknown.
func (m *Marks) SetRead(ctx context.Context, id story.ID, digest []byte, read bool) error {
	return m.set(ctx, "read", id, digest, read)
}

// SetStarred stars a story or removes its star.
func (m *Marks) SetStarred(ctx context.Context, id story.ID, digest []byte, starred bool) error {
	return m.set(ctx, "starred", id, digest, starred)
}

func (m *Marks) set(ctx context.Context, column string, id story.ID, digest []byte, value bool) error {
	_, err := m.db.ExecContext(ctx, `INSERT INTO marks (id, digest, `+column+`) VALUES (?1, ?2, ?3)
		ON CONFLICT (id) DO UPDATE SET `+column+` = ?3, digest = coalesce(?2, digest), changed = unixepoch()`,
		string(id), blob(digest), value)
	return m.failed("the mark was not saved", err)
}

// SetPlace saves the reader's place in a story.
func (m *Marks) SetPlace(ctx context.Context, id story.ID, digest []byte, p Place) error {
	_, err := m.db.ExecContext(ctx, `INSERT INTO marks (id, digest, block, offset) VALUES (?1, ?2, ?3, ?4)
		ON CONFLICT (id) DO UPDATE SET block = ?3, offset = ?4, digest = coalesce(?2, digest), changed = unixepoch()`,
		string(id), blob(digest), p.Block, p.Offset)
	return m.failed("the place in the story was not saved", err)
}

// Place returns where the reader left a story, or the zero Place if it was never set.
func (m *Marks) Place(ctx context.Context, id story.ID) (Place, error) {
	var p Place
	err := m.db.QueryRowContext(ctx, `SELECT block, offset FROM marks WHERE id = ?`, string(id)).Scan(&p.Block, &p.Offset)
	if errors.Is(err, sql.ErrNoRows) {
		return Place{}, nil
	}
	return p, m.failed("the place in the story is not known", err)
}

// together makes changes in one transaction.
func (m *Marks) together(ctx context.Context, change func(*sql.Tx) error) error {
	tx, err := m.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := change(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// SaveSession stores value as JSON under a name.
func (m *Marks) SaveSession(ctx context.Context, name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("where you stopped was not saved: %w", err)
	}
	_, err = m.db.ExecContext(ctx, `INSERT INTO session (name, value) VALUES (?1, ?2)
		ON CONFLICT (name) DO UPDATE SET value = ?2`, name, string(text))
	return m.failed("where you stopped was not saved", err)
}

// Session reads the value that SaveSession stored under a name. It leaves value
// unchanged if there is none or it cannot be read.
func (m *Marks) Session(ctx context.Context, name string, value any) error {
	var text string
	err := m.db.QueryRowContext(ctx, `SELECT value FROM session WHERE name = ?`, name).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return m.failed("where you stopped is not known", err)
	}
	// A session that can no longer be read counts as none.
	_ = json.Unmarshal([]byte(text), value)
	return nil
}

func blob(b []byte) any {
	if len(b) == 0 {
		return nil
	}
	return b
}
