package feed_test

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// rows has all rows of a catalog in memory, ready to be inserted into another
// database. Plain tables have their rows in the order in which a scan makes them.
// Full-text tables, which store no text, have the terms of every row in order, read
// back from the index. The other work of a scan is left out: reading, parsing, looking
// up existing refs and values, and counting. Every row is inserted once, in its final
// state.
type rows struct {
	schema  []string
	tables  []table
	stories int
}

// table is a table's rows and the statement that inserts one.
type table struct {
	name, insert string
	rows         [][]any
	full         bool // a full-text table
}

// perBatch is the number of stories in a transaction.
const perBatch = 20000

// byStory has the columns that sort the rows of plain tables by story. The other
// tables are sorted by key.
var byStory = map[string]string{"keys": "id", "cites": "story", "cuts": "id", "files": "id", "pairs": "a"}

// empty has the tables that have no rows unless the archive is a folder, has a story under
// embargo, was killed while it was loaded, or has takes that the reader has joined.
var empty = map[string]bool{"dropped": true, "listings": true, "embargoes": true, "fresh": true, "joins": true}

// TestTheBareDriverInsertsTheRowsOfTheCatalog checks that
// BenchmarkIndexAgainstBareDriver compares the same rows.
func TestTheBareDriverInsertsTheRowsOfTheCatalog(t *testing.T) {
	s := open(t, archive.FS("desk", "desk", feedtest.FS(300)), dirs(t))
	scan(t, s)
	want := readRows(t, catalogPath(t, s))
	path := filepath.Join(t.TempDir(), "bare.db")
	want.insert(t, path)
	got := readRows(t, path)
	if got.stories != 300 || len(got.tables) < 10 {
		t.Errorf("%d stories, %d tables", got.stories, len(got.tables))
	}
	for i, table := range want.tables {
		if len(table.rows) == 0 && !empty[table.name] || !reflect.DeepEqual(got.tables[i], table) {
			t.Errorf("%s: %d rows, want %d, or different rows", table.name, len(got.tables[i].rows), len(table.rows))
		}
	}
}

func catalogPath(tb testing.TB, s *feed.Store) string {
	tb.Helper()
	info, err := s.Info(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return info.Path
}

// readRows reads the catalog at path.
func readRows(tb testing.TB, path string) *rows {
	tb.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1) // temporary tables belong to one connection
	defer func() { _ = db.Close() }()
	r := &rows{}
	names := r.readSchema(tb, db)
	for _, name := range names {
		t := table{name: name}
		if t.full = slices.Contains(fullTables, name); t.full {
			t.readTerms(tb, db)
		} else {
			t.readAll(tb, db)
		}
		if name == "rows" {
			r.stories = len(t.rows)
		}
		r.tables = append(r.tables, t)
	}
	return r
}

var fullTables = []string{"texts", "titles", "refwords"}

// readSchema reads the statements that create the tables and returns the tables'
// names. It leaves out the internal tables of full-text tables.
func (r *rows) readSchema(tb testing.TB, db *sql.DB) (names []string) {
	tb.Helper()
	for _, row := range selectRows(tb, db, `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, rowid`) {
		kind, name, text := row[0].(string), row[1].(string), row[2].(string)
		internal := slices.ContainsFunc(fullTables, func(t string) bool { return strings.HasPrefix(name, t+"_") })
		if internal {
			continue
		}
		r.schema = append(r.schema, text)
		if kind == "table" {
			names = append(names, name)
		}
	}
	for _, t := range fullTables {
		for _, row := range selectRows(tb, db, `SELECT k, v FROM `+t+`_config WHERE k <> 'version'`) {
			r.schema = append(r.schema, fmt.Sprintf(`INSERT INTO %s(%[1]s, rank) VALUES ('%v', %v)`, t, row[0], row[1]))
		}
	}
	return names
}

// readAll reads a plain table.
func (t *table) readAll(tb testing.TB, db *sql.DB) {
	tb.Helper()
	order := cmp.Or(byStory[t.name], "1")
	t.rows = selectRows(tb, db, `SELECT * FROM `+t.name+` ORDER BY `+order)
	if len(t.rows) > 0 {
		t.insert = `INSERT INTO ` + t.name + ` VALUES (?` + strings.Repeat(", ?", len(t.rows[0])-1) + `)`
	}
}

// occurrence is the position of a term in a row: its column, its offset and the number
// of the term.
type occurrence uint64

const (
	termBits   = 28
	offsetBits = 32
)

// readTerms reads the terms of a full-text table.
func (t *table) readTerms(tb testing.TB, db *sql.DB) {
	tb.Helper()
	selectRows(tb, db, `CREATE VIRTUAL TABLE temp.`+t.name+`_words USING fts5vocab('main', '`+t.name+`', 'instance')`)
	columns := []string{"words"}
	if t.name == "texts" {
		columns = []string{"title", "body", "meta"}
	}
	found := map[int64][]occurrence{}
	var terms []string
	list, err := db.QueryContext(tb.Context(), `SELECT term, doc, coalesce(col, ''), coalesce(offset, 0) FROM temp.`+t.name+`_words`)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = list.Close() }()
	var term, column sql.RawBytes
	for list.Next() {
		var id, offset int64
		if err := list.Scan(&term, &id, &column, &offset); err != nil {
			tb.Fatal(err)
		}
		if len(terms) == 0 || terms[len(terms)-1] != string(term) {
			terms = append(terms, string(term))
		}
		at := uint64(max(slices.Index(columns, string(column)), 0))
		found[id] = append(found[id], occurrence((at<<offsetBits|uint64(offset))<<termBits|uint64(len(terms)-1)))
	}
	if err := list.Err(); err != nil {
		tb.Fatal(err)
	}
	t.insert = `INSERT INTO ` + t.name + ` (rowid, ` + strings.Join(columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(columns)) + `)`
	for _, id := range slices.Sorted(maps.Keys(found)) {
		t.rows = append(t.rows, rowOf(id, found[id], terms, len(columns)))
		delete(found, id)
	}
}

// rowOf returns a row of a full-text table as it was inserted.
func rowOf(id int64, found []occurrence, terms []string, columns int) []any {
	texts := make([]strings.Builder, columns)
	slices.Sort(found)
	for _, o := range found {
		text := &texts[o>>(offsetBits+termBits)]
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(terms[o&(1<<termBits-1)])
	}
	row := []any{id}
	for i := range texts {
		row = append(row, texts[i].String())
	}
	return row
}

// selectRows returns the rows of a statement.
func selectRows(tb testing.TB, db *sql.DB, text string) (all [][]any) {
	tb.Helper()
	list, err := db.QueryContext(tb.Context(), text)
	if err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
	defer func() { _ = list.Close() }()
	columns, err := list.Columns()
	if err != nil {
		tb.Fatal(err)
	}
	for list.Next() {
		row, dest := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			dest[i] = &row[i]
		}
		if err := list.Scan(dest...); err != nil {
			tb.Fatal(err)
		}
		for i := range row {
			if v, ok := row[i].([]byte); ok && len(v) == 0 {
				row[i] = []byte{} // the driver reads nil, which would be bound as NULL
			}
		}
		all = append(all, row)
	}
	if err := list.Err(); err != nil {
		tb.Fatal(err)
	}
	return all
}

// insert inserts all rows into a new database over one tuned connection, and merges
// the full-text tables.
func (r *rows) insert(tb testing.TB, path string) (inserted, merged time.Duration) {
	tb.Helper()
	db, err := sql.Open("sqlite", "file:"+path+
		"?_synchronous=NORMAL&_txlock=immediate&_pragma=page_size(16384)&_pragma=cache_size(-131072)&_journal_mode=wal")
	if err != nil {
		tb.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	defer func() { _ = db.Close() }()
	for _, text := range r.schema {
		if _, err := db.ExecContext(tb.Context(), text); err != nil {
			tb.Fatalf("%s: %v", text, err)
		}
	}
	began := time.Now()
	batches := max((r.stories+perBatch-1)/perBatch, 1)
	for i := range batches {
		// A context that can end costs the driver time with every statement.
		if err := r.insertPart(context.WithoutCancel(tb.Context()), db, i, batches); err != nil {
			tb.Fatal(err)
		}
	}
	inserted, began = time.Since(began), time.Now()
	for _, t := range fullTables {
		if _, err := db.ExecContext(tb.Context(), `INSERT INTO `+t+`(`+t+`) VALUES ('optimize')`); err != nil {
			tb.Fatal(err)
		}
	}
	return inserted, time.Since(began)
}

// insertPart inserts the i-th of n parts of every table, in one transaction.
func (r *rows) insertPart(ctx context.Context, db *sql.DB, i, n int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, t := range r.tables {
		part := t.rows[len(t.rows)*i/n : len(t.rows)*(i+1)/n]
		if len(part) == 0 {
			continue
		}
		if err := t.insertRows(ctx, tx, part); err != nil {
			return fmt.Errorf("%s: %w", t.insert, err)
		}
	}
	return tx.Commit()
}

func (t *table) insertRows(ctx context.Context, tx *sql.Tx, part [][]any) error {
	s, err := tx.PrepareContext(ctx, t.insert)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	for _, row := range part {
		if _, err := s.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	return nil
}
