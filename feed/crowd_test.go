package feed_test

import (
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// The measures of a crowd on one archive.
const (
	crowded   = 600 // stories
	crowd     = 20  // stores of one process
	neighbour = 3   // other processes

	crowdPatient = 5 * patient // all of them share the cores, under the race detector too
)

// scanInCrowd is one of the other processes: it scans, settles and marks, and
// says what went wrong.
func scanInCrowd(dir string) {
	s, err := feed.Open(background(), archive.FS("desk", "desk", feedtest.FS(crowded)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err == nil {
		_, err = s.Scan(background(), nil)
	}
	if err == nil {
		err = s.Settle(background())
	}
	for i := 0; err == nil && i < 20; i++ {
		err = s.Remember(background(), fmt.Sprint("pier ", i))
	}
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func TestACrowdOnOneArchiveNeverMeetsALock(t *testing.T) {
	dir := t.TempDir()
	d := feed.Dirs{Cache: dir + "/cache", State: dir + "/state"}
	var all20 sync.WaitGroup
	for range neighbour {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), "DATELINE_TEST_CROWD="+dir)
		all20.Go(func() {
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("another process: %v, %s", err, out)
			}
		})
	}
	stores := make([]*feed.Store, crowd)
	for i := range stores {
		stores[i] = open(t, archive.FS("desk", "desk", feedtest.FS(crowded)), d)
		all20.Go(func() { reads(t, stores[i], i) })
	}
	all20.Wait()
	for i, s := range stores {
		n, err := s.Counts(t.Context())
		if err != nil || n.Stories != crowded || n.Starred != crowd {
			t.Errorf("store %d: %+v, %v", i, n, err)
		}
		if w := s.Warnings(); len(w) > 0 {
			t.Errorf("store %d says %q", i, w)
		}
	}
}

// reads is what reader i does: it waits for rows, searches, stars a story of its
// own, and, every fourth, scans and settles.
func reads(t *testing.T, s *feed.Store, i int) {
	t.Helper()
	ctx := t.Context()
	if i%4 == 0 {
		if _, err := s.Scan(ctx, nil); err != nil {
			t.Errorf("scan: %v", err)
		}
		if err := s.Settle(ctx); err != nil {
			t.Errorf("settle: %v", err)
		}
	}
	for end := time.Now().Add(crowdPatient); ; time.Sleep(100 * time.Millisecond) {
		n, err := s.Counts(ctx)
		if err != nil || time.Now().After(end) {
			t.Errorf("reader %d: %+v, %v", i, n, err)
			return
		}
		r, err := s.Search(ctx, feed.Search{Text: "council", Typing: true})
		if err == nil {
			_, err = r.Rows(ctx, rowsTop, 20)
		}
		if err != nil {
			t.Errorf("reader %d: %v", i, err)
		}
		if n.Stories == crowded {
			break
		}
	}
	rows, err := s.Rows(ctx, rowsTop, crowd)
	if err == nil {
		err = s.SetStarred(ctx, rows[i].ID, true)
	}
	if err != nil {
		t.Errorf("reader %d: %v", i, err)
	}
}
