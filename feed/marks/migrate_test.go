package marks

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"dateline/feed/sqlite"
)

// writeFirst writes a file of the first version with marks, and returns its path.
func writeFirst(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "marks.db")
	db := pool(sqlite.URI(path), "wal", sqlite.File{})
	defer db.Close() //nolint:errcheck // the test fails anyway
	const rows = `; PRAGMA user_version = 5;
		INSERT INTO archives (num, name, path, folder) VALUES (1, 'desk', '/desk', '');
		INSERT INTO marks (num, archive, id, story, read, changed) VALUES (1, 1, 'a', 1, 1, 1900000000.25);
		INSERT INTO marks (num, archive, id, story, starred, block, offset, changed) VALUES (2, 1, 'b', 2, 1, 3, 9, 1900000001.5);
		INSERT INTO tags (story, tag) VALUES (1, 'port');
		INSERT INTO notes (story, text) VALUES (2, 'Ask the harbor');
		INSERT INTO takes (story, other, joined, changed) VALUES (1, 2, 0, 1900000002), (2, 1, 0, 1900000002);
		INSERT INTO searches (name, text) VALUES ('rates', 'rate cut');`
	if _, err := db.ExecContext(t.Context(), migrations[0]+rows); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAMigrationKeepsEveryMarkAndACopy(t *testing.T) {
	path := writeFirst(t)
	m := reopen(t, path)
	if got, want := state(t, m), "note Ask the harbor, read a, search rates rate cut, star b, tag port, takes 120, takes 210"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	var read, starred, placed int64
	err := m.db.QueryRowContext(t.Context(), `SELECT sum(read_at), sum(starred_at), sum(placed_at) FROM marks`).Scan(&read, &starred, &placed)
	if err != nil || read != 1900000000250 || starred != 1900000001500 || placed != 1900000001500 {
		t.Errorf("times %d, %d, %d, %v", read, starred, placed, err)
	}
	if p, err := m.Place(t.Context(), "b"); err != nil || p != (Place{3, 9}) {
		t.Errorf("%v, %v", p, err)
	}
	if _, err := os.Stat(path + ".v5"); err != nil {
		t.Error(err)
	}
	_ = m.Close()
	if m := reopen(t, path); state(t, m) == "" {
		t.Error("no marks after a second start")
	}
}

func TestAChangeIsLaterThanTheOneBefore(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	const ahead = 1 << 42 // milliseconds: the year 2109
	set(t, m, Read, Yes, Story{ID: "a"})
	if _, err := m.db.ExecContext(t.Context(), `UPDATE marks SET read_at = ?`, ahead); err != nil {
		t.Fatal(err)
	}
	set(t, m, Read, "", Story{ID: "a"})
	var at int64
	if err := m.db.QueryRowContext(t.Context(), `SELECT read_at FROM marks`).Scan(&at); err != nil || at != ahead+1 {
		t.Errorf("read_at is %d, %v", at, err)
	}
}

func TestARemovedValueLeavesItsTime(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	a, b := Story{ID: "a"}, Story{ID: "b"}
	for _, c := range []Change{{Field: Tag, Story: a, Key: "port"}, {Field: Line, Story: a, Other: b}, {Field: SavedSearch, Key: "rates"}} {
		v := Value{Field: c.Field, Key: c.Key}
		for _, value := range []string{Joined, "", Cut} {
			if c.New = value; c.Field == Tag && value != "" {
				c.New = Yes
			}
			step, err := m.Do(t.Context(), "x", c)
			if err != nil {
				t.Fatal(err)
			}
			v.story, v.other = step.Values[0].story, step.Values[0].other
			var got string
			var at int64
			err = m.together(t.Context(), func(tx *txn) error {
				got, at, err = v.read(t.Context(), tx)
				return err
			})
			if err != nil || got != c.New || at < step.At.UnixMilli() {
				t.Errorf("%s: %q at %d, %v, want %q", c.Field, got, at, err, c.New)
			}
		}
	}
	var n int
	if err := m.db.QueryRowContext(t.Context(), `SELECT count(*) FROM removed`).Scan(&n); err != nil || n != 0 {
		t.Errorf("%d values are removed and there, %v", n, err)
	}
}

func TestANoteIsReplacedAndLeavesItsVersion(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	for _, text := range []string{"first", "second", ""} {
		if _, err := m.Do(t.Context(), "note", Change{Field: Note, Story: Story{ID: "a"}, New: text}); err != nil {
			t.Fatal(err)
		}
	}
	var n int
	var left sql.NullString
	err := m.db.QueryRowContext(t.Context(), `SELECT count(*), max(text) FROM versions`).Scan(&n, &left)
	if err != nil || n != 2 || left.String != "" || state(t, m) != "" {
		t.Errorf("%d versions, %q, %v; %s", n, left.String, err, state(t, m))
	}
}
