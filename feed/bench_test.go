package feed_test

import (
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/internal/copydesk"
	"dateline/feed/story"
)

// The benchmarks read archives on disk, which are written once per run. They state
// their budgets, but none fails because it is slow.

var (
	benchMu    sync.Mutex
	benchRoots = map[int]string{}
	benchTemp  string
)

// onDisk returns a folder with n stories. It is deleted when the process ends, unless
// it is in the folder named by DATELINE_BENCH_DIR.
func onDisk(b *testing.B, n int) string {
	b.Helper()
	benchMu.Lock()
	defer benchMu.Unlock()
	if benchTemp == "" {
		dir, err := os.MkdirTemp("", "dateline-bench-") //nolint:usetesting // shared by benchmarks
		if err != nil {
			b.Fatal(err)
		}
		benchTemp = dir
	}
	if kept := os.Getenv("DATELINE_BENCH_DIR"); kept != "" && benchRoots[n] == "" {
		root := filepath.Join(kept, strconv.Itoa(n))
		if _, err := os.Stat(root); err != nil {
			if err := copydesk.Write(root, n); err != nil {
				b.Fatal(err)
			}
		}
		benchRoots[n] = root
	}
	if benchRoots[n] == "" {
		root := filepath.Join(benchTemp, strconv.Itoa(n))
		if err := copydesk.Write(root, n); err != nil {
			b.Fatal(err)
		}
		benchRoots[n] = root
	}
	return benchRoots[n]
}

// Budget: first rows within 100 ms at any size; a settled catalog of at most 1.3
// times the bytes of the text. BenchmarkIndexAgainstBareDriver
// and BenchmarkSecondStartAgainstFind have the budgets of the rates.
func BenchmarkScan(b *testing.B) {
	for _, n := range []int{10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			src := source(b, onDisk(b, n))
			var first, whole, second, settled time.Duration
			var share float64
			for b.Loop() {
				d := feed.Dirs{Cache: b.TempDir(), State: b.TempDir()}
				start, firstRows := time.Now(), time.Duration(0)
				s, err := feed.Open(b.Context(), src, d)
				if err != nil {
					b.Fatal(err)
				}
				_, err = s.Scan(b.Context(), func(p feed.Progress) {
					if firstRows == 0 && p.Added > 0 {
						firstRows = time.Since(start)
					}
				})
				if err != nil {
					b.Fatal(err)
				}
				first, whole = first+firstRows, whole+time.Since(start)
				start = time.Now()
				if _, err := s.Scan(b.Context(), nil); err != nil {
					b.Fatal(err)
				}
				second += time.Since(start)
				start = time.Now()
				if err := s.Settle(b.Context()); err != nil {
					b.Fatal(err)
				}
				settled += time.Since(start)
				share = float64(catalogBytes(b, s)) / float64(textBytes(b, onDisk(b, n)))
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n*b.N)/whole.Seconds(), "stories/s")
			b.ReportMetric(float64(first.Milliseconds())/float64(b.N), "first-rows-ms")
			b.ReportMetric(float64(second.Milliseconds())/float64(b.N), "second-scan-ms")
			b.ReportMetric(float64(settled.Milliseconds())/float64(b.N), "settle-ms")
			b.ReportMetric(share, "catalog/text")
		})
	}
}

// Budget: a window under 1 ms at any size and position; ten related headlines, citing
// stories and takes, which are read when a story is opened, under 10 ms; stories alike
// under 15 ms; a time line under 50 ms; counts,
// positions and the next unread story under 1 ms.
func BenchmarkCalls(b *testing.B) {
	for _, n := range []int{10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := open(b, source(b, onDisk(b, n)), feed.Dirs{Cache: b.TempDir(), State: b.TempDir()})
			scan(b, s)
			keys := spread(b, s, n)
			for name, call := range calls(b, s, keys) {
				b.Run(name, func(b *testing.B) {
					for i := 0; b.Loop(); i++ {
						if err := call(i % len(keys)); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}

// spread returns keys spread over the list.
func spread(b *testing.B, s *feed.Store, n int) []story.Key {
	b.Helper()
	var keys []story.Key
	i := 0
	for r, err := range s.All(b.Context()) {
		if err != nil {
			b.Fatal(err)
		}
		if i++; i%(n/64) == 0 {
			keys = append(keys, r.Key())
		}
	}
	return keys
}

// calls returns the calls to measure, by name.
func calls(b *testing.B, s *feed.Store, keys []story.Key) map[string]func(i int) error {
	b.Helper()
	ctx := b.Context()
	var stories []*story.Story
	for _, k := range keys {
		rows, err := s.Rows(ctx, k, 1)
		if err != nil {
			b.Fatal(err)
		}
		st, err := s.Story(ctx, rows[0].ID)
		if err != nil {
			b.Fatal(err)
		}
		stories = append(stories, st)
	}
	return map[string]func(i int) error{
		"Rows":       func(i int) error { _, err := s.Rows(ctx, keys[i], 50); return err },
		"RowsAbove":  func(i int) error { _, err := s.Rows(ctx, keys[i], -50); return err },
		"Counts":     func(int) error { _, err := s.Counts(ctx, feed.Files); return err },
		"Position":   func(i int) error { _, err := s.Position(ctx, keys[i]); return err },
		"NextUnread": func(i int) error { _, _, err := s.NextUnread(ctx, keys[i], false); return err },
		"Story":      func(i int) error { _, err := s.Story(ctx, stories[i].ID); return err },
		"Related":    func(i int) error { _, err := s.Related(ctx, stories[i]); return err },
		"CitedBy":    func(i int) error { _, err := s.CitedBy(ctx, stories[i].ID); return err },
		"Takes":      func(i int) error { _, err := s.Takes(ctx, stories[i]); return err },
		"Timeline":   func(i int) error { _, err := s.Timeline(ctx, stories[i]); return err },
		"Alike":      func(i int) error { _, err := s.Alike(ctx, stories[i]); return err },
		"SetRead":    func(i int) error { return s.SetRead(ctx, stories[i].ID, true) },
	}
}
