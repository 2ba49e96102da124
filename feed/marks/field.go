package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Field is what a Change changes.
type Field string

// The fields and their values.
const (
	Read    Field = "read"  // Yes
	Starred Field = "star"  // Yes
	Tag     Field = "tag"   // Yes; the key is the tag
	Note    Field = "note"  // a text
	Takes   Field = "takes" // of two stories: Joined or Cut
	Line    Field = "line"  // of two stories: Joined or Cut

	SavedSearch Field = "search" // a query; the key is its name
)

// The values of fields that are not texts.
const (
	Yes    = "1"
	Joined = "joined"
	Cut    = "cut"
)

// statements read, write and remove a value, with these arguments: the story, the other
// story, the key, and the value that is written.
type statements struct{ read, write, remove string }

var fields = map[Field]statements{
	Read:    flag("read"),
	Starred: flag("starred"),
	Tag: {
		`SELECT '` + Yes + `' FROM tags WHERE story = ?1 AND tag = ?3`,
		`INSERT OR IGNORE INTO tags (story, tag) VALUES (?1, ?3)`,
		`DELETE FROM tags WHERE story = ?1 AND tag = ?3`,
	},
	Note: {
		`SELECT text FROM notes WHERE story = ?1`,
		`INSERT INTO notes (story, text) VALUES (?1, ?4) ON CONFLICT (story) DO UPDATE SET text = ?4`,
		`DELETE FROM notes WHERE story = ?1`,
	},
	Takes: pair("takes"),
	Line:  pair("lines"),
	SavedSearch: {
		`SELECT text FROM searches WHERE name = ?3`,
		`INSERT INTO searches (name, text) VALUES (?3, ?4) ON CONFLICT (name) DO UPDATE SET text = ?4`,
		`DELETE FROM searches WHERE name = ?3`,
	},
}

// flag returns the statements of a column of marks, for all places of a story.
func flag(column string) statements {
	set := `UPDATE marks SET changed = unixepoch('subsec'), ` + column + ` = `
	return statements{
		`SELECT iif(` + column + `, '` + Yes + `', '') FROM marks WHERE story = ?1 LIMIT 1`,
		set + `1 WHERE story = ?1`,
		set + `0 WHERE story = ?1`,
	}
}

// pair returns the statements of a table of pairs of stories, which has each both ways.
func pair(table string) statements {
	return statements{
		`SELECT iif(joined, '` + Joined + `', '` + Cut + `') FROM ` + table + ` WHERE story = ?1 AND other = ?2`,
		`INSERT INTO ` + table + ` (story, other, joined) VALUES (?1, ?2, ?4 = '` + Joined + `'), (?2, ?1, ?4 = '` + Joined + `')
			ON CONFLICT (story, other) DO UPDATE SET joined = excluded.joined, changed = unixepoch('subsec')`,
		`DELETE FROM ` + table + ` WHERE (story, other) IN (VALUES (?1, ?2), (?2, ?1))`,
	}
}

// read returns the present value.
func (v *Value) read(ctx context.Context, tx *txn) (value string, err error) {
	query, ok := fields[v.Field]
	if !ok {
		return "", fmt.Errorf("there is no field %q", v.Field)
	}
	err = tx.QueryRowContext(ctx, query.read, v.story, v.other, v.Key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, err
}

// write gives the field a value.
func (v *Value) write(ctx context.Context, tx *txn, value string) error {
	query := fields[v.Field].write
	if value == "" {
		query = fields[v.Field].remove
	}
	_, err := tx.ExecContext(ctx, query, v.story, v.other, v.Key, value)
	return err
}
