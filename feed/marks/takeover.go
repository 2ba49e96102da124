package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// earlier is what a file of versions 1 to 4 has, which was for one archive.
type earlier struct {
	marks    []earlierMark
	lines    []earlierPair
	takes    []earlierPair
	sessions [][2]string // name and value
	searches []Search
	history  []string // the earliest first
	damage   error    // why something could not be read
}

type earlierMark struct {
	id            string
	digest        []byte
	read, starred bool
	Place
	changed float64
}

type earlierPair struct {
	story, other string
	joined       bool
	changed      float64
}

// takeAll takes over the files of earlier versions that were not taken over. They are left
// as they are.
func (m *Marks) takeAll(ctx context.Context) error {
	if !m.onDisk {
		return nil
	}
	paths, _ := filepath.Glob(filepath.Join(filepath.Dir(m.path), "archives", "*", "marks.db"))
	for _, path := range paths {
		name := filepath.Base(filepath.Dir(path))
		var taken bool
		err := m.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM archives WHERE name = ? AND taken)`, name).Scan(&taken)
		if err != nil {
			return fmt.Errorf("open marks: %w", err)
		}
		if taken {
			continue
		}
		e, err := readEarlier(ctx, path)
		if err != nil {
			m.warn(locale.Mark("Marks in %s were not taken over: %s."), path, Trouble(path, err))
			continue
		}
		if e.damage != nil {
			m.warn(locale.Mark("Marks in %s are damaged: %d could be read."), path, len(e.marks))
		}
		if err := m.together(ctx, func(tx *txn) error { return e.take(ctx, tx, name) }); err != nil {
			return fmt.Errorf("take over marks: %w", err)
		}
	}
	return nil
}

// readEarlier reads the file of an earlier version. What is damaged is left out.
func readEarlier(ctx context.Context, path string) (*earlier, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	db := sqlite.Pool(sqlite.URI(path)+"?mode=rw&_busy_timeout=2000", sqlite.Options{Conns: 1})
	defer db.Close() //nolint:errcheck // nothing was written
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return nil, err
	}
	if version < 1 || version >= firstVersion {
		return nil, errNotMarks
	}
	e := &earlier{}
	e.marks = readBoth(ctx, e, db, `SELECT id, digest, read, starred, block, offset, changed FROM marks ORDER BY id`, func(rows *sql.Rows) (r earlierMark, key string, err error) {
		err = rows.Scan(&r.id, &r.digest, &r.read, &r.starred, &r.Block, &r.Offset, &r.changed)
		return r, r.id, err
	})
	pairs := func(table string) []earlierPair {
		return readBoth(ctx, e, db, `SELECT story, other, joined, changed FROM `+table+` ORDER BY story`, func(rows *sql.Rows) (p earlierPair, key string, err error) {
			err = rows.Scan(&p.story, &p.other, &p.joined, &p.changed)
			return p, p.story + p.other, err
		})
	}
	e.sessions = readBoth(ctx, e, db, `SELECT name, value FROM session WHERE name <> 'tried' ORDER BY name`, func(rows *sql.Rows) (s [2]string, key string, err error) {
		err = rows.Scan(&s[0], &s[1])
		return s, s[0], err
	})
	if version >= 2 {
		e.searches = readBoth(ctx, e, db, `SELECT name, text FROM searches ORDER BY name`, func(rows *sql.Rows) (s Search, key string, err error) {
			err = rows.Scan(&s.Name, &s.Text)
			return s, s.Name, err
		})
		e.history = readBoth(ctx, e, db, `SELECT text FROM history ORDER BY id`, func(rows *sql.Rows) (text, key string, err error) {
			err = rows.Scan(&text)
			return text, text, err
		})
	}
	if version >= 3 {
		e.lines = pairs("lines")
	}
	if version >= 4 {
		e.takes = pairs("takes")
	}
	return e, ctx.Err()
}

// readBoth reads the rows of an ordered query, each once by its key. If an error ends them,
// it reads from the other end too, and sets e.damage.
func readBoth[T any](ctx context.Context, e *earlier, db *sql.DB, query string, scan func(*sql.Rows) (T, string, error)) (out []T) {
	seen := map[string]bool{}
	e.both(ctx, db, query, func(rows *sql.Rows) error {
		v, key, err := scan(rows)
		if err == nil && !seen[key] {
			seen[key], out = true, append(out, v)
		}
		return err
	})
	return out
}

// both is readBoth for any type, which readBoth is compiled for.
func (e *earlier) both(ctx context.Context, db *sql.DB, query string, row func(*sql.Rows) error) {
	read := func(query string) error {
		rows, err := db.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
		for rows.Next() {
			if err := row(rows); err != nil {
				return err
			}
		}
		return rows.Err()
	}
	if err := read(query); err != nil {
		e.damage = errors.Join(e.damage, err, read(query+" DESC"))
	}
}

// take writes what e has, for the archive with that name, unless that was done before.
func (e *earlier) take(ctx context.Context, tx *txn, name string) error {
	var archive int64
	err := tx.QueryRowContext(ctx, `INSERT INTO archives (name, path, folder, taken) VALUES (?, '', '', 1)
		ON CONFLICT (name) DO UPDATE SET taken = 1 WHERE NOT taken RETURNING num`, name).Scan(&archive)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	nums, err := e.takeMarks(ctx, tx, archive)
	if err != nil {
		return err
	}
	for table, pairs := range map[string][]earlierPair{"lines": e.lines, "takes": e.takes} {
		for _, p := range pairs {
			if nums[p.story] == 0 || nums[p.other] == 0 {
				continue
			}
			_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO `+table+` (story, other, joined, changed) VALUES (?, ?, ?, ?)`,
				nums[p.story], nums[p.other], p.joined, p.changed)
			if err != nil {
				return err
			}
		}
	}
	return e.takeRest(ctx, tx, archive)
}

// takeMarks writes the marks and returns the numbers of their stories.
func (e *earlier) takeMarks(ctx context.Context, tx *txn, archive int64) (map[string]int64, error) {
	const insert = `INSERT INTO marks (num, archive, id, story, digest, read, read_at, starred, starred_at, block, offset, placed_at)
		VALUES (?1, ?2, ?3, ?1, ?4, ?5, iif(?5, ?9, 0), ?6, iif(?6, ?9, 0), ?7, ?8, iif(?7 OR ?8, ?9, 0)) ON CONFLICT (id, archive) DO NOTHING`
	var last int64
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(num), 0) FROM marks`).Scan(&last); err != nil {
		return nil, err
	}
	nums := make(map[string]int64, len(e.marks))
	for _, r := range e.marks {
		last++
		n, err := changedRows(tx.ExecContext(ctx, insert, last, archive, r.id, blob(r.digest), r.read, r.starred, r.Block, r.Offset, int64(r.changed*1000)))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			nums[r.id] = last
		}
	}
	return nums, nil
}

// takeRest writes the session of the archive, and the searches. A search that has the name
// of another gets a new one.
func (e *earlier) takeRest(ctx context.Context, tx *txn, archive int64) error {
	for _, s := range e.sessions {
		if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO session (archive, name, value) VALUES (?, ?, ?)`, archive, s[0], s[1]); err != nil {
			return err
		}
	}
	for _, s := range e.searches {
		for n, name := 2, s.Name; ; n++ {
			var other string
			err := tx.QueryRowContext(ctx, `INSERT INTO searches (name, text) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET text = text RETURNING text`, name, s.Text).Scan(&other)
			if err != nil {
				return err
			}
			if other == s.Text {
				break
			}
			name = fmt.Sprint(s.Name, "-", n)
		}
	}
	for _, text := range e.history {
		if err := remember(ctx, tx, text); err != nil {
			return err
		}
	}
	return nil
}
