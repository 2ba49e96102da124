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

// BenchmarkImport imports an export of 100,000 read stories, first into no marks and then
// again. Its budget is 100 µs a story for each.
func BenchmarkImport(b *testing.B) {
	from, err := Open(b.Context(), filepath.Join(b.TempDir(), "marks.db"), Archive{Name: "desk"})
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close() //nolint:errcheck // the benchmark is over
	const n = 100000
	fillMarks(b, from, n)
	if _, err := from.db.ExecContext(b.Context(), `UPDATE marks SET read_at = num`); err != nil {
		b.Fatal(err)
	}
	text := export(b, from)
	for b.Loop() {
		m, err := Open(b.Context(), filepath.Join(b.TempDir(), "marks.db"), Archive{Name: "desk"})
		if err != nil {
			b.Fatal(err)
		}
		for i := range 2 {
			res, err := m.Import(b.Context(), "import", batches(text))
			if err != nil || res.Stories != n*(1-i) {
				b.Fatalf("%+v, %v", res, err)
			}
		}
		if err := m.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/(2*n), "µs/story")
}
