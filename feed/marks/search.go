package marks

import (
	"context"
	"database/sql"

	"dateline/feed/locale"
)

// Search is a search that was saved under a name.
type Search struct{ Name, Text string }

// maxHistory is the number of searches that are remembered.
const maxHistory = 200

// SaveSearch saves a search under a name and replaces an earlier one of that name.
func (m *Marks) SaveSearch(ctx context.Context, name, text string) error {
	_, err := m.Do(ctx, "save a search", Change{Field: SavedSearch, Key: name, New: text})
	return m.failed(locale.T("the search was not saved"), err)
}

// DropSearch deletes the search of that name.
func (m *Marks) DropSearch(ctx context.Context, name string) error {
	_, err := m.Do(ctx, "drop a search", Change{Field: SavedSearch, Key: name})
	return m.failed(locale.T("the search was not dropped"), err)
}

// RenameSearch gives the search of a name another name, where it replaces an earlier one.
func (m *Marks) RenameSearch(ctx context.Context, old, name, text string) error {
	_, err := m.Do(ctx, "rename a search", Change{Field: SavedSearch, Key: name, New: text}, Change{Field: SavedSearch, Key: old})
	return m.failed(locale.T("the search was not renamed"), err)
}

// Searches returns the saved searches, sorted by name.
func (m *Marks) Searches(ctx context.Context) ([]Search, error) {
	list, err := read(ctx, m.db, func(rows *sql.Rows) (s Search, err error) {
		err = rows.Scan(&s.Name, &s.Text)
		return s, err
	}, `SELECT name, text FROM searches ORDER BY name`)
	return list, m.failed(locale.T("the saved searches are not known"), err)
}

// Remember records a search as the latest.
func (m *Marks) Remember(ctx context.Context, text string) error {
	err := m.together(ctx, func(tx *txn) error { return remember(ctx, tx, text) })
	return m.failed(locale.T("the search is not remembered"), err)
}

func remember(ctx context.Context, tx *txn, text string) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM history WHERE text = ?`, text); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO history (text) VALUES (?)`, text); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM history WHERE num NOT IN (SELECT num FROM history ORDER BY num DESC LIMIT ?)`, maxHistory)
	return err
}

// History returns the earlier searches, latest first.
func (m *Marks) History(ctx context.Context) ([]string, error) {
	list, err := column[string](ctx, m.db, `SELECT text FROM history ORDER BY num DESC`)
	return list, m.failed(locale.T("the earlier searches are not known"), err)
}
