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

// The benchmarks read archives on disk, written once a run. They state their
// budgets; none fails on time.

var (
	benchMu    sync.Mutex
	benchRoots = map[int]string{}
	benchTemp  string
)

// onDisk is a folder with n stories, kept until the process ends, or for good
// in the folder that DATELINE_BENCH_DIR names.
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

// Budget: first rows within 100 ms whatever the size; a catalog, once settled,
// of at most 1.3 times the bytes of the text. BenchmarkIndexAgainstBareDriver
// and BenchmarkSecondStartAgainstFind have the budgets of the rates.
func BenchmarkScan(b *testing.B) {
	for _, n := range []int{10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			src := source(b, onDisk(b, n))
			var first, whole, again, settled time.Duration
			var share float64
			for b.Loop() {
				d := feed.Dirs{Cache: b.TempDir(), State: b.TempDir()}
				start, early := time.Now(), time.Duration(0)
				s, err := feed.Open(b.Context(), src, d)
				if err != nil {
					b.Fatal(err)
				}
				_, err = s.Scan(b.Context(), func(p feed.Progress) {
					if early == 0 && p.Added > 0 {
						early = time.Since(start)
					}
				})
				if err != nil {
					b.Fatal(err)
				}
				first, whole = first+early, whole+time.Since(start)
				start = time.Now()
				if _, err := s.Scan(b.Context(), nil); err != nil {
					b.Fatal(err)
				}
				again += time.Since(start)
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
			b.ReportMetric(float64(again.Milliseconds())/float64(b.N), "second-scan-ms")
			b.ReportMetric(float64(settled.Milliseconds())/float64(b.N), "settle-ms")
			b.ReportMetric(share, "catalog/text")
		})
	}
}

// Budget: a window under 1 ms at any size, wherever it lies; what opening a
// story asks for, ten related headlines, who cites it and its takes, under
// 10 ms; counts, positions and the next unread under 1 ms.
func BenchmarkAsk(b *testing.B) {
	for _, n := range []int{10000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := open(b, source(b, onDisk(b, n)), feed.Dirs{Cache: b.TempDir(), State: b.TempDir()})
			scan(b, s)
			keys := spread(b, s, n)
			for name, ask := range asks(b, s, keys) {
				b.Run(name, func(b *testing.B) {
					for i := 0; b.Loop(); i++ {
						if err := ask(i % len(keys)); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}

// spread are keys all over the list.
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

func asks(b *testing.B, s *feed.Store, keys []story.Key) map[string]func(i int) error {
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
		"Counts":     func(int) error { _, err := s.Counts(ctx); return err },
		"Position":   func(i int) error { _, err := s.Position(ctx, keys[i]); return err },
		"NextUnread": func(i int) error { _, _, err := s.NextUnread(ctx, keys[i], false); return err },
		"Story":      func(i int) error { _, err := s.Story(ctx, stories[i].ID); return err },
		"Related":    func(i int) error { _, err := s.Related(ctx, stories[i]); return err },
		"CitedBy":    func(i int) error { _, err := s.CitedBy(ctx, stories[i].ID); return err },
		"Takes":      func(i int) error { _, err := s.Takes(ctx, stories[i]); return err },
		"SetRead":    func(i int) error { return s.SetRead(ctx, stories[i].ID, true) },
	}
}
