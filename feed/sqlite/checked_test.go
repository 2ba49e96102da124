package sqlite

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// checkedFile creates a database with checksums and some rows, one of them of several
// pages. It returns its path and content.
func checkedFile(t *testing.T) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.db")
	pool := openChecks(path)
	for _, query := range []string{
		`CREATE TABLE a (id INTEGER PRIMARY KEY, v)`,
		`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO a SELECT i, 'row ' || i FROM n`,
		`INSERT INTO a VALUES (4000, zeroblob(100000))`,
	} {
		if _, err := pool.ExecContext(t.Context(), query); err != nil {
			t.Fatal(err)
		}
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(data)%checkedPage != 0 || len(data) < 8*checkedPage {
		t.Fatalf("the file has %d bytes", len(data))
	}
	return path, data
}

func openChecks(path string) *sql.DB {
	return Pool(URI(path)+"?vfs="+Checked()+"&_journal_mode=wal", Options{Conns: 1})
}

// readAll reads every value of the table, and returns the error.
func readAll(t *testing.T, path string) error {
	t.Helper()
	pool := openChecks(path)
	defer pool.Close() //nolint:errcheck // nothing to keep
	rows, err := pool.QueryContext(t.Context(), `SELECT id, CAST(v AS BLOB) FROM a`)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	n := 0
	for rows.Next() {
		var id int
		var v []byte
		if err := rows.Scan(&id, &v); err != nil {
			return err
		}
		if n++; len(v) == 100000 && bytes.Count(v, []byte{0}) != len(v) {
			t.Error("the large value has changed in silence")
		}
	}
	if rows.Err() == nil && n != 3001 {
		t.Errorf("%d rows in silence", n)
	}
	return rows.Err()
}

func TestAChangedPageCannotBeRead(t *testing.T) {
	path, data := checkedFile(t)
	if err := readAll(t, path); err != nil {
		t.Fatal(err)
	}
	for number := range len(data) / checkedPage {
		start := number * checkedPage
		for what, change := range map[string]func(page []byte){
			"page size": func(page []byte) { page[headerPageSize] ^= 1 << 4 },
			"reserved":  func(page []byte) { page[headerReserved] ^= reserved },
			"middle":    func(page []byte) { page[checkedPage/2] ^= 1 },
			"end":       func(page []byte) { page[checkedPage-reserved-1] ^= 0x80 },
			"checksum":  func(page []byte) { page[checkedPage-1] ^= 1 },
			"zeros":     func(page []byte) { clear(page) },
			"another":   func(page []byte) { copy(page, data[(number+1)*checkedPage%len(data):]) },
		} {
			changed := slices.Clone(data)
			change(changed[start : start+checkedPage])
			if err := os.WriteFile(path, changed, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := readAll(t, path); !Damaged(err) {
				t.Errorf("page %d, %s: %v", number+1, what, err)
			}
		}
	}
}

func TestATruncatedDatabaseCannotBeRead(t *testing.T) {
	path, data := checkedFile(t)
	for _, n := range []int{headerSize, checkedPage, len(data) / 2, len(data) - 1} {
		if err := os.WriteFile(path, data[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if err := readAll(t, path); !Damaged(err) {
			t.Errorf("%d of %d bytes: %v", n, len(data), err)
		}
	}
}

func TestADatabaseWithoutChecksumsIsDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	pool := Pool(URI(path)+"?_pragma=page_size(16384)", Options{Conns: 1})
	if _, err := pool.ExecContext(t.Context(), `CREATE TABLE a (id INTEGER PRIMARY KEY, v)`); err != nil {
		t.Fatal(err)
	}
	if err := pool.Close(); err != nil {
		t.Fatal(err)
	}
	if err := readAll(t, path); !Damaged(err) {
		t.Errorf("it is read: %v", err)
	}
}
