package marks

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
)

// maxVersions is the number of notes that were written apart and may be on one story.
const maxVersions = 100

// between separates notes on one story that were written apart.
const between = "\n\n"

// writeNote replaces all notes on a story by one or, if text is empty, by none.
func writeNote(ctx context.Context, tx *txn, num int64, text string, at int64) error {
	if _, err := tx.ExecContext(ctx, `UPDATE versions SET text = '' WHERE story = ? AND text <> ''`, num); err != nil {
		return err
	}
	if text != "" {
		_, err := tx.ExecContext(ctx, `INSERT INTO versions (story, id, at, text) VALUES (?, ?, ?, ?)`, num, rand.Text()[:12], at, text)
		if err != nil {
			return err
		}
	}
	return setNote(ctx, tx, num, text)
}

func setNote(ctx context.Context, tx *txn, num int64, text string) error {
	query := `INSERT INTO notes (story, text) VALUES (?1, ?2) ON CONFLICT (story) DO UPDATE SET text = ?2`
	if text == "" {
		query = `DELETE FROM notes WHERE story = ?1 AND ?2 = ''`
	}
	_, err := tx.ExecContext(ctx, query, num, text)
	return err
}

// mergeNote adds a version of a note or, if text is empty, removes it. A version that was
// removed does not come back. All versions that are left are the note.
func mergeNote(ctx context.Context, tx *txn, num int64, id, text string, at int64) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO versions (story, id, at, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (story, id) DO UPDATE
		SET text = iif(text = '' OR excluded.text = '', '', max(text, excluded.text)), at = max(at, excluded.at)`, num, id, at, text)
	if err != nil {
		return err
	}
	texts, err := column[string](ctx, tx, `SELECT text FROM versions WHERE story = ? AND text <> '' GROUP BY text ORDER BY min(at), text`, num)
	if err != nil {
		return err
	}
	if len(texts) > maxVersions {
		return fmt.Errorf("more than %d notes on one story", maxVersions)
	}
	return setNote(ctx, tx, num, strings.Join(texts, between))
}
