package marks

import (
	"context"
	"crypto/rand"
	"strings"

	"dateline/feed/locale"
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

// writeVersion sets a version of a note: "" for one that was replaced, and time 0 for one
// that is not there. All versions that are left are the note.
func writeVersion(ctx context.Context, tx *txn, v *Value, text string, at int64) error {
	query := `INSERT INTO versions (story, id, at, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (story, id) DO UPDATE SET text = ?4, at = ?3`
	if text == "" && at == 0 {
		query = `DELETE FROM versions WHERE story = ?1 AND id = ?2 AND ?3 = 0 AND ?4 = ''`
	}
	if _, err := tx.ExecContext(ctx, query, v.story, v.Key, at, text); err != nil {
		return err
	}
	texts, err := column[string](ctx, tx, `SELECT text FROM versions WHERE story = ? AND text <> '' GROUP BY text ORDER BY min(at), text`, v.story)
	if err != nil {
		return err
	}
	if len(texts) > maxVersions {
		return locale.Errorf("a story has more than %d notes", maxVersions)
	}
	return setNote(ctx, tx, v.story, strings.Join(texts, between))
}
