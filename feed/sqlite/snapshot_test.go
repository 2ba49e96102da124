package sqlite_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	"dateline/feed/sqlite"
)

func TestASnapshotDoesNotSeeWhatOthersWrite(t *testing.T) {
	uri := sqlite.URI(filepath.Join(t.TempDir(), "x.db")) + "?_journal_mode=wal&_txlock=immediate"
	write := sqlite.Pool(uri, sqlite.Options{Conns: 1})
	defer write.Close() //nolint:errcheck // nothing is kept
	exec := func(query string) {
		t.Helper()
		if _, err := write.ExecContext(t.Context(), query); err != nil {
			t.Fatal(err)
		}
	}
	exec(`CREATE TABLE numbers (n INTEGER)`)
	exec(`INSERT INTO numbers VALUES (1)`)
	db := sqlite.NewDB("numbers", sqlite.Pool(uri+"&_query_only=1", sqlite.Options{Conns: 1}))
	defer db.Close() //nolint:errcheck // it was only read
	const query = `SELECT sum(n) FROM numbers`
	sum := func(s sqlite.Snapshot) (n int) {
		t.Helper()
		if err := s.Each(func(rows *sql.Rows) error { return rows.Scan(&n) }, query); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for i, want := range []int{1, 101} {
		err := db.Snapshot(t.Context(), func(s sqlite.Snapshot) error {
			before := sum(s)
			exec(`INSERT INTO numbers VALUES (100)`)
			if after := sum(s); before != want || after != want {
				t.Errorf("%d: %d, then %d, want %d", i, before, after, want)
			}
			return nil
		}, query)
		if err != nil {
			t.Fatal(err)
		}
	}
	wrong := errors.New("wrong")
	if err := db.Snapshot(t.Context(), func(sqlite.Snapshot) error { return wrong }); !errors.Is(err, wrong) || !errors.Is(err, sqlite.ErrInvalid) {
		t.Errorf("an error of the caller: %v", err)
	}
}
