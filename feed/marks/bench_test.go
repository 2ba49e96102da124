package marks

import (
	"path/filepath"
	"strconv"
	"testing"

	"dateline/feed/story"
)

// BenchmarkMark marks stories of a file of 100,000 marks. Its budget is one wait for the
// disk, and a millisecond.
func BenchmarkMark(b *testing.B) {
	m, err := Open(b.Context(), filepath.Join(b.TempDir(), "marks.db"), Archive{Name: "desk"})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close() //nolint:errcheck // the benchmark is over
	fillMarks(b, m, 100000)
	for i := 0; b.Loop(); i++ {
		s := Story{ID: story.NewID(strconv.Itoa(i)), Path: strconv.Itoa(i), Title: "Ferry stops off Tolvik", Digest: noise(16), Sample: noise(64)}
		if err := m.Set(b.Context(), Read, Yes, s); err != nil {
			b.Fatal(err)
		}
	}
}

// fillMarks adds n marks of invented stories.
func fillMarks(tb testing.TB, m *Marks, n int) {
	tb.Helper()
	_, err := m.db.ExecContext(tb.Context(), `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < ?)
		INSERT INTO marks (archive, id, story, path, title, dateline, name, digest, sample, read)
		SELECT 1, 'q' || replace(replace(replace(replace(i, '0', 'a'), '1', 'b'), '8', 'c'), '9', 'd'), i, '2031/03/14/' || i || '.txt', 'Ferry with 212 aboard stops off Port Ellery ' || i,
			'PORT ELLERY, 2031-03-14', random(), randomblob(16), randomblob(64), 1 FROM n`, n)
	if err != nil {
		tb.Fatal(err)
	}
}
