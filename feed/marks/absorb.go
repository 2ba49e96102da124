package marks

import "context"

// absorb merges the marks of a story that was imported into those of the story that it
// turned out to be, as Import does, and removes the first.
func absorb(ctx context.Context, tx *txn, from, to int64) error {
	if from == to {
		return nil
	}
	values, err := timedValues(ctx, tx, []int64{from})
	if err != nil {
		return err
	}
	for _, v := range values[from] {
		if v.story = to; v.other == to || v.other == from {
			continue
		}
		if _, err := v.merge(ctx, tx); err != nil {
			return err
		}
	}
	for _, query := range absorbing {
		if _, err := tx.ExecContext(ctx, query, from, to); err != nil {
			return err
		}
	}
	return nil
}

// absorbing has the statements that let story ?2 take the place of ?1.
var absorbing = []string{
	`DELETE FROM tags WHERE story = ?1 AND ?2`,
	`DELETE FROM notes WHERE story = ?1 AND ?2`,
	`DELETE FROM versions WHERE story = ?1 AND ?2`,
	`DELETE FROM takes WHERE (story, other) IN (SELECT other, story FROM takes WHERE story = ?1) AND ?2`,
	`DELETE FROM takes WHERE story = ?1 AND ?2`,
	`DELETE FROM lines WHERE (story, other) IN (SELECT other, story FROM lines WHERE story = ?1) AND ?2`,
	`DELETE FROM lines WHERE story = ?1 AND ?2`,
	`DELETE FROM removed WHERE (story, other) IN (SELECT other, story FROM removed WHERE story = ?1) AND ?2`,
	`DELETE FROM removed WHERE story = ?1 AND ?2`,
	`UPDATE changes SET story = ?2 WHERE story = ?1`,
	`UPDATE changes SET other = ?2 WHERE other = ?1 AND other <> 0`,
	`UPDATE marks SET story = ?2, (` + flags + `) = (SELECT ` + flags + ` FROM marks WHERE story = ?2 LIMIT 1) WHERE story = ?1`,
}
