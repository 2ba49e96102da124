package marks

import (
	"fmt"
	"path/filepath"
	"strconv"
	"testing"
	"time"

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
		if _, err := m.Do(b.Context(), "mark", Change{Field: Read, Story: s, New: Yes}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMarkAll marks 100,000 stories that have no marks, undoes that and redoes it. Its
// budget is 50 µs a story for the marks, and half of that for each of the others.
func BenchmarkMarkAll(b *testing.B) {
	const n = 100000
	changes := make([]Change, n)
	for i := range changes {
		path := strconv.Itoa(i)
		changes[i] = Change{Field: Read, New: Yes, Story: Story{
			ID: story.NewID(path), Path: path, Title: "Ferry stops off Tolvik", Dateline: "TOLVIK, 2031-03-14", Name: int64(i), Digest: fmt.Appendf(nil, "%016d", i*7919%n), Sample: noise(64),
		}}
	}
	for b.Loop() {
		m, err := Open(b.Context(), filepath.Join(b.TempDir(), "marks.db"), Archive{Name: "desk"})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := m.Do(b.Context(), "mark", changes...); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(time.Since(start).Microseconds())/n, "µs/story")
		for _, undo := range []bool{true, false} {
			start = time.Now()
			if step, err := m.SetUndone(b.Context(), 0, undo); err != nil || step.Stories != n {
				b.Fatalf("%d stories, %v", step.Stories, err)
			}
			b.ReportMetric(float64(time.Since(start).Microseconds())/n, map[bool]string{true: "µs/undo", false: "µs/redo"}[undo])
		}
		if err := m.Close(); err != nil {
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
