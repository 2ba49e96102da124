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

// catalogBytes returns the size of the catalog of s.
func catalogBytes(b *testing.B, s *feed.Store) int64 {
	b.Helper()
	info, err := s.Info(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return info.Bytes
}

// textBytes returns the size of all files below root.
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

// BenchmarkSecondStartAgainstFind opens and scans an archive that was scanned before,
// alternating with find, which prints the size, time and path of every file.
// DATELINE_BENCH_STORIES sets the number of stories.
//
// Budget: a median of at most twice that of find.
func BenchmarkSecondStartAgainstFind(b *testing.B) {
	find, err := exec.LookPath("find")
	if err != nil {
		b.Skip("find is not installed")
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

// BenchmarkIndexAgainstBareDriver indexes stories, alternating with a program that
// only inserts the resulting rows (see rows). The settled rates include the merging of
// the search index on both sides. DATELINE_BENCH_STORIES sets the number of stories.
//
// Budget: half the rate of the bare driver.
func BenchmarkIndexAgainstBareDriver(b *testing.B) {
	n := benchStories(b, 10000)
	src := source(b, onDisk(b, n))
	var ours, ourWhole, bare, bareWhole time.Duration
	var result *rows
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
		if result == nil {
			result = readRows(b, catalogPath(b, s))
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		inserted, merged := result.insert(b, filepath.Join(b.TempDir(), "bare.db"))
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
