package feed_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/story"
)

// typed are typical searches: rare and common words, phrases, fields, and a word that
// no story has.
var typed = []string{
	"ferry", "harbor bridge", "kestrel ferry storm", "ana ruiz", "copper exports",
	`"port authority" said`, "place:westhaven tin", "kind:lead tariff", "on:2001-05 library -museum",
	"lighthouse OR windmill", "is:unread pier", "title:strike", "turbines lenses pumps", "zzzz", "1,150 homes",
}

// BenchmarkSearch types each search letter by letter and reads a screen of
// rows after every key. DATELINE_BENCH_STORIES sets the number of stories.
//
// Budget per key, p95: 30 ms at 100,000 stories, 80 ms at 1,000,000.
func BenchmarkSearch(b *testing.B) {
	s := indexed(b, benchStories(b, 100000))
	var took []time.Duration
	var slow []string
	for b.Loop() {
		for _, text := range typed {
			for i := range text {
				began := time.Now()
				r, err := s.Search(b.Context(), feed.Search{Text: text[:i+1], Typing: true})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := r.Rows(b.Context(), story.Key{}, 50); err != nil {
					b.Fatal(err)
				}
				d := time.Since(began)
				took = append(took, d)
				if d > 50*time.Millisecond {
					slow = append(slow, d.Round(time.Millisecond).String()+" "+text[:i+1])
				}
			}
		}
	}
	slices.Sort(took)
	for _, p := range []int{50, 95, 99} {
		b.ReportMetric(float64(took[len(took)*p/100].Microseconds())/1000, "p"+strconv.Itoa(p)+"-ms")
	}
	for _, s := range slow[:min(len(slow), 40)] {
		b.Log(s)
	}
}

func benchStories(b *testing.B, n int) int {
	b.Helper()
	if text := os.Getenv("DATELINE_BENCH_STORIES"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	return n
}

// indexed returns a scanned and settled store of n stories.
func indexed(b *testing.B, n int) *feed.Store {
	b.Helper()
	s := open(b, source(b, onDisk(b, n)), benchDirs(b))
	scan(b, s)
	if err := s.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s
}

// benchDirs returns a new state folder, and a cache folder that is kept as long as the
// archives of onDisk.
func benchDirs(b *testing.B) feed.Dirs {
	b.Helper()
	d := feed.Dirs{Cache: b.TempDir(), State: b.TempDir()}
	if kept := os.Getenv("DATELINE_BENCH_DIR"); kept != "" {
		d.Cache = filepath.Join(kept, "dateline") // the cache folder of the program if XDG_CACHE_HOME is kept
	}
	return d
}
