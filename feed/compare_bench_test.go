package feed_test

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/feed"
)

// catalogBytes is the size of the catalog of s.
func catalogBytes(b *testing.B, s *feed.Store) int64 {
	b.Helper()
	info, err := s.Info(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return info.Bytes
}

// textBytes is the size of all files below root.
func textBytes(b *testing.B, root string) int64 {
	b.Helper()
	var sum int64
	err := filepath.WalkDir(root, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return sum
}

// BenchmarkSecondStartAgainstFind opens an archive of which all is known and
// scans it, in turns with what find takes to print size, time and path of
// every file. DATELINE_BENCH_STORIES sets how many stories there are.
//
// Budget: the median within twice that of find.
func BenchmarkSecondStartAgainstFind(b *testing.B) {
	find, err := exec.LookPath("find")
	if err != nil {
		b.Skip("there is no find")
	}
	root, d := onDisk(b, benchStories(b, 10000)), benchDirs(b)
	src := source(b, root)
	start := func() {
		s, err := feed.Open(b.Context(), src, d)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Scan(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	start()
	var ours, theirs []time.Duration
	for b.Loop() {
		began := time.Now()
		start()
		ours = append(ours, time.Since(began))
		began = time.Now()
		if err := exec.CommandContext(b.Context(), find, root, "-type", "f", "-printf", `%s %T@ %p\n`).Run(); err != nil {
			b.Fatal(err)
		}
		theirs = append(theirs, time.Since(began))
	}
	us, them := median(ours), median(theirs)
	b.ReportMetric(float64(us.Microseconds())/1000, "start-ms")
	b.ReportMetric(float64(them.Microseconds())/1000, "find-ms")
	b.ReportMetric(us.Seconds()/them.Seconds(), "start/find")
	b.ReportMetric(0, "ns/op")
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

// BenchmarkIndexAgainstBareDriver indexes stories, in turns with a program
// that does nothing but insert the rows which came of it, see rows. Settled
// rates include the merging of the search index, on both sides.
// DATELINE_BENCH_STORIES sets how many stories there are.
//
// Budget: half the rate of the bare driver.
func BenchmarkIndexAgainstBareDriver(b *testing.B) {
	n := benchStories(b, 10000)
	src := source(b, onDisk(b, n))
	var ours, ourWhole, bare, bareWhole time.Duration
	var have *rows
	for b.Loop() {
		s, err := feed.Open(b.Context(), src, feed.Dirs{Cache: b.TempDir(), State: b.TempDir()})
		if err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		if _, err := s.Scan(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(began)
		if err := s.Settle(b.Context()); err != nil {
			b.Fatal(err)
		}
		ourWhole += time.Since(began)
		if have == nil {
			have = readRows(b, catalogPath(b, s))
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		inserted, merged := have.insert(b, filepath.Join(b.TempDir(), "bare.db"))
		bare, bareWhole = bare+inserted, bareWhole+inserted+merged
	}
	rate := func(d time.Duration) float64 { return float64(n*b.N) / d.Seconds() }
	b.ReportMetric(rate(ours), "stories/s")
	b.ReportMetric(rate(bare), "bare-stories/s")
	b.ReportMetric(rate(ours)/rate(bare), "rate/bare")
	b.ReportMetric(rate(ourWhole), "settled-stories/s")
	b.ReportMetric(rate(ourWhole)/rate(bareWhole), "settled-rate/bare")
	b.ReportMetric(0, "ns/op")
}
