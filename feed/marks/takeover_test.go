package marks

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/feed/sqlite"
)

// earlierSchema creates the tables of version 4; the first part alone is version 1.
var earlierSchema = [...]string{
	`CREATE TABLE marks (id TEXT PRIMARY KEY, digest BLOB, read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
		block INTEGER NOT NULL DEFAULT 0, offset INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT (unixepoch())) WITHOUT ROWID;
	CREATE INDEX marks_read ON marks(id) WHERE read;
	CREATE TABLE session (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`,
	`CREATE TABLE searches (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
	CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL);`,
	`CREATE TABLE lines (story TEXT NOT NULL, other TEXT NOT NULL, joined INTEGER NOT NULL,
		changed REAL NOT NULL DEFAULT (unixepoch('subsec')), PRIMARY KEY (story, other)) WITHOUT ROWID;`,
	`CREATE TABLE takes (story TEXT NOT NULL, other TEXT NOT NULL, joined INTEGER NOT NULL,
		changed REAL NOT NULL DEFAULT (unixepoch('subsec')), PRIMARY KEY (story, other)) WITHOUT ROWID;`,
}

// writeEarlier writes the file of an earlier version for an archive below dir, and returns
// its path.
func writeEarlier(t *testing.T, dir, archive string, version int, rows string) string {
	t.Helper()
	path := filepath.Join(dir, "archives", archive, "marks.db")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	db := sqlite.Pool(sqlite.URI(path)+"?_journal_mode=wal", sqlite.Options{Conns: 1})
	_, err := db.ExecContext(t.Context(), strings.Join(earlierSchema[:version], "")+rows+fmt.Sprintf("; PRAGMA user_version = %d", version))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheFilesOfAllArchivesAreTakenOver(t *testing.T) {
	dir := t.TempDir()
	one := writeEarlier(t, dir, "one", 4, `
		INSERT INTO marks (id, digest, read, starred, block, offset) VALUES ('a', x'0102', 1, 1, 7, 3), ('b', NULL, 1, 0, 0, 0), ('c', x'03', 0, 0, 0, 0);
		INSERT INTO session VALUES ('reader', '{"Width":40}'), ('tried', '1');
		INSERT INTO searches VALUES ('rates', 'rate'), ('sea', 'ferry');
		INSERT INTO history (text) VALUES ('old'), ('new');
		INSERT INTO lines (story, other, joined) VALUES ('a', 'b', 1), ('b', 'a', 1), ('a', 'gone', 1);
		INSERT INTO takes (story, other, joined) VALUES ('a', 'c', 0), ('c', 'a', 0)`)
	writeEarlier(t, dir, "two", 2, `
		INSERT INTO marks (id, digest, starred) VALUES ('a', x'0102', 0), ('x', x'09', 1);
		INSERT INTO searches VALUES ('rates', 'other rate'), ('sea', 'ferry');
		INSERT INTO history (text) VALUES ('newest'), ('old')`)
	writeEarlier(t, dir, "three", 1, `INSERT INTO marks (id, read) VALUES ('z', 1)`)
	before, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "marks.db")
	for range 2 {
		m := in(t, path, "one")
		if w := m.Warnings(); len(w) > 0 {
			t.Errorf("%q", w)
		}
		for _, want := range []Mark{
			{ID: "a", Digest: []byte{1, 2}, Read: true, Starred: true, Place: Place{7, 3}}, {ID: "b", Read: true}, {ID: "c", Digest: []byte{3}},
		} {
			if got := mark(t, m, want.ID); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%+v, want %+v", got, want)
			}
		}
		var session struct{ Width int }
		if err := m.Session(t.Context(), "reader", &session); err != nil || session.Width != 40 {
			t.Errorf("%+v, %v", session, err)
		}
		cut, err := m.CutTakes(t.Context())
		if err != nil || fmt.Sprint(cut) != "[[a c] [c a]]" {
			t.Errorf("cut: %v, %v", cut, err)
		}
		searches, err := m.Searches(t.Context())
		if want := []Search{{"rates", "rate"}, {"rates-2", "other rate"}, {"sea", "ferry"}}; err != nil || !slices.Equal(searches, want) {
			t.Errorf("%v, %v", searches, err)
		}
		history, err := m.History(t.Context())
		if err != nil || !slices.Equal(history, []string{"old", "newest", "new"}) {
			t.Errorf("%v, %v", history, err)
		}
		if got := mark(t, in(t, path, "two"), "x"); !got.Starred {
			t.Errorf("%+v", got)
		}
		if got := mark(t, in(t, path, "three"), "z"); !got.Read {
			t.Errorf("%+v", got)
		}
		_ = m.Close()
	}
	if after, err := os.ReadFile(one); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the old file has changed, %v", err)
	}
}

func TestManyProcessesTakeAFileOverOnce(t *testing.T) {
	dir := t.TempDir()
	writeEarlier(t, dir, "one", 1, `INSERT INTO marks (id, read) VALUES ('z', 1), ('y', 1)`)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() { in(t, filepath.Join(dir, "marks.db"), fmt.Sprint("archive ", i)) })
	}
	wg.Wait()
	m := in(t, filepath.Join(dir, "marks.db"), "one")
	var n int
	if err := m.db.QueryRowContext(t.Context(), `SELECT count(*) FROM marks`).Scan(&n); err != nil || n != 2 {
		t.Errorf("%d marks, %v", n, err)
	}
}

func TestWhatADamagedEarlierFileHasIsTakenOver(t *testing.T) {
	dir := t.TempDir()
	path := writeEarlier(t, dir, "one", 4, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 2000)
		INSERT INTO marks (id, digest, read) SELECT printf('%05d', i), randomblob(16), 1 FROM n`)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data[len(data)/2&^4095:], noise(4096))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	junk := filepath.Join(dir, "archives", "junk", "marks.db")
	if err := os.MkdirAll(filepath.Dir(junk), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(junk, noise(5000), 0o600); err != nil {
		t.Fatal(err)
	}
	m := in(t, filepath.Join(dir, "marks.db"), "one")
	var n int
	if err := m.db.QueryRowContext(t.Context(), `SELECT count(*) FROM marks WHERE read`).Scan(&n); err != nil || n < 1500 || n == 2000 {
		t.Errorf("%d marks, %v", n, err)
	}
	w := m.Warnings()
	if slices.Sort(w); len(w) != 2 || w[0] != "Marks in "+junk+" were not taken over: "+junk+" is damaged." || w[1] != fmt.Sprintf("Marks in %s are damaged: %d could be read.", path, n) {
		t.Errorf("%q", w)
	}
	if w := in(t, filepath.Join(dir, "marks.db"), "one").Warnings(); len(w) > 0 {
		t.Errorf("warned again: %q", w)
	}
}

func TestAMigrationKeepsACopyOfTheOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	set(t, m, Read, Yes, Story{ID: "a"})
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	old, released := latest, migrations
	restore := func() { migrations, latest = released, old }
	migrations = append(slices.Clip(migrations), `ALTER TABLE notes ADD COLUMN colour TEXT`)
	latest++
	t.Cleanup(restore)
	m = reopen(t, path)
	if _, err := m.db.ExecContext(t.Context(), `UPDATE notes SET colour = 'red'`); err != nil {
		t.Error(err)
	}
	set(t, m, Read, Yes, Story{ID: "b"})
	restore()
	if _, err := Open(t.Context(), path, Archive{}); err == nil || !strings.Contains(Trouble(path, err), "newer") {
		t.Errorf("%v", err)
	}
	kept := reopen(t, fmt.Sprint(path, ".v", old))
	if got := mark(t, kept, "a"); !got.Read {
		t.Errorf("%+v", got)
	}
	var n int
	if err := kept.db.QueryRowContext(t.Context(), `SELECT count(*) FROM marks`).Scan(&n); err != nil || n != 1 {
		t.Errorf("%d marks, %v", n, err)
	}
}
