package marks

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"dateline/feed/locale"
)

// Field is what a Change changes.
type Field string

// The fields and their values.
const (
	Read    Field = "read"  // Yes
	Starred Field = "star"  // Yes
	Tag     Field = "tag"   // Yes; the key is the tag
	Note    Field = "note"  // a text; of an import, the key is the ID of a version
	Takes   Field = "takes" // of two stories: Joined or Cut
	Line    Field = "line"  // of two stories: Joined or Cut
	AtPlace Field = "place" // the reader's place: a block and an offset, with a space between them

	SavedSearch Field = "search" // a query; the key is its name
)

// The values of fields that are not texts.
const (
	Yes    = "1"
	Joined = "joined"
	Cut    = "cut"
)

// statements read, write and remove a value, with these arguments: the story, the other
// story, the key, the value that is written, and its time.
type statements struct{ read, write, remove string }

var fields = map[Field]statements{
	Read:    flag(columnOf[Read]),
	Starred: flag(columnOf[Starred]),
	AtPlace: {
		`SELECT iif(placed_at, block || ' ' || offset, ''), placed_at FROM marks WHERE story = ?1 LIMIT 1`,
		`UPDATE marks SET block = CAST(?4 AS INTEGER), offset = CAST(substr(?4, instr(?4, ' ') + 1) AS INTEGER), placed_at = ?5 WHERE story = ?1`,
		`UPDATE marks SET block = 0, offset = 0, placed_at = ?5 WHERE story = ?1`,
	},
	Tag: {
		`SELECT '` + Yes + `', at FROM tags WHERE story = ?1 AND tag = ?3` + orRemoved(Tag),
		`INSERT INTO tags (story, tag, at) VALUES (?1, ?3, ?5) ON CONFLICT (story, tag) DO UPDATE SET at = ?5`,
		`DELETE FROM tags WHERE story = ?1 AND tag = ?3`,
	},
	Note: {read: `SELECT text, 0 FROM notes WHERE story = ?1 AND ?3 = ''
		UNION ALL SELECT text, at FROM versions WHERE story = ?1 AND id = ?3`},
	Takes: pair("takes", Takes),
	Line:  pair("lines", Line),
	SavedSearch: {
		`SELECT text, at FROM searches WHERE name = ?3` + orRemoved(SavedSearch),
		`INSERT INTO searches (name, text, at) VALUES (?3, ?4, ?5) ON CONFLICT (name) DO UPDATE SET text = ?4, at = ?5`,
		`DELETE FROM searches WHERE name = ?3`,
	},
}

// columnOf has the columns of the fields that are flags. That of the time of a flag ends
// with "_at".
var columnOf = map[Field]string{Read: "read", Starred: "starred"}

// flag returns the statements of a column of marks, for all places of a story.
func flag(column string) statements {
	at := column + "_at"
	set := func(value string) string {
		return `UPDATE marks SET ` + column + ` = ` + value + `, ` + at + ` = ?5 WHERE story = ?1`
	}
	return statements{`SELECT iif(` + column + `, '` + Yes + `', ''), ` + at + ` FROM marks WHERE story = ?1 LIMIT 1`, set("1"), set("0")}
}

// sqlJoined and sqlMilli are the value and the time of a row of lines or takes.
const (
	sqlJoined = `iif(joined, '` + Joined + `', '` + Cut + `')`
	sqlMilli  = `CAST(round(changed * 1000) AS INTEGER)`
)

// pair returns the statements of a table of pairs of stories, which has each both ways.
func pair(table string, field Field) statements {
	return statements{
		`SELECT ` + sqlJoined + `, ` + sqlMilli + ` FROM ` + table + ` WHERE story = ?1 AND other = ?2` + orRemoved(field),
		`INSERT INTO ` + table + ` (story, other, joined, changed)
			VALUES (?1, ?2, ?4 = '` + Joined + `', ?5 / 1000.0), (?2, ?1, ?4 = '` + Joined + `', ?5 / 1000.0)
			ON CONFLICT (story, other) DO UPDATE SET joined = excluded.joined, changed = excluded.changed`,
		`DELETE FROM ` + table + ` WHERE (story, other) IN (VALUES (?1, ?2), (?2, ?1))`,
	}
}

// orRemoved ends a query for a value with that for the time when it was removed.
func orRemoved(field Field) string {
	return ` UNION ALL SELECT '', at FROM removed WHERE story = ?1 AND other = ?2 AND field = '` + string(field) + `' AND key = ?3`
}

// The statements for values that have a row only while they are not "". Those of two stories
// are there both ways.
const (
	sqlRemove = `INSERT INTO removed (field, story, other, key, at)
		SELECT ?4, ?1, ?2, ?3, ?5 UNION ALL SELECT ?4, ?2, ?1, ?3, ?5 WHERE ?2 <> 0
		ON CONFLICT (story, other, field, key) DO UPDATE SET at = excluded.at`
	sqlRestore = `DELETE FROM removed WHERE (story, other) IN (VALUES (?1, ?2), (?2, ?1)) AND field = ?4 AND key = ?3`
)

// read returns the present value and its time.
func (v *Value) read(ctx context.Context, tx *txn) (value string, at int64, err error) {
	query, ok := fields[v.Field]
	if !ok {
		return "", 0, locale.Errorf("there is no field %q", v.Field)
	}
	err = tx.QueryRowContext(ctx, query.read, v.story, v.other, v.Key).Scan(&value, &at)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, at, err
}

// write gives the field a value. Time 0 is that of one that was never set.
func (v *Value) write(ctx context.Context, tx *txn, value string, at int64) error {
	switch {
	case v.Field == Note && v.Key != "":
		return writeVersion(ctx, tx, v, value, at)
	case v.Field == Note:
		return writeNote(ctx, tx, v.story, value, at)
	}
	query, mend := fields[v.Field].write, sqlRestore
	if value == "" {
		query = fields[v.Field].remove
	}
	if value == "" && at > 0 {
		mend = sqlRemove
	}
	if _, err := tx.ExecContext(ctx, query, v.story, v.other, v.Key, value, at); err != nil {
		return err
	}
	if slices.Contains([]Field{Read, Starred, AtPlace}, v.Field) { // their rows stay
		return nil
	}
	_, err := tx.ExecContext(ctx, mend, v.story, v.other, v.Key, string(v.Field), at)
	return err
}

// change gives the field a value now. A change that follows another is later, whatever the
// clock says.
func (v *Value) change(ctx context.Context, tx *txn, value string, now time.Time) error {
	_, at, err := v.read(ctx, tx)
	if err != nil {
		return err
	}
	return v.write(ctx, tx, value, max(now.UnixMilli(), at+1))
}
