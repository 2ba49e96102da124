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

// The sizes of the test with many readers.
const (
	crowdStories   = 600
	crowdStores    = 20 // in this process
	crowdProcesses = 3  // besides this one

	crowdTimeout = 5 * timeout // all readers share the cores, also with the race detector
)

// scanInCrowd runs in one of the other processes. It scans, settles and marks, and
// prints an error if it fails.
func scanInCrowd(dir string) {
	s, err := feed.Open(background(), archive.FS("desk", "desk", feedtest.FS(crowdStories)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
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

func TestManyReadersOfOneArchiveGetNoLockErrors(t *testing.T) {
	dir := t.TempDir()
	d := feed.Dirs{Cache: dir + "/cache", State: dir + "/state"}
	var wg sync.WaitGroup
	for range crowdProcesses {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), "DATELINE_TEST_CROWD="+dir)
		wg.Go(func() {
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("another process: %v, %s", err, out)
			}
		})
	}
	stores := make([]*feed.Store, crowdStores)
	for i := range stores {
		stores[i] = open(t, archive.FS("desk", "desk", feedtest.FS(crowdStories)), d)
		wg.Go(func() { readInCrowd(t, stores[i], i) })
	}
	wg.Wait()
	for i, s := range stores {
		n, err := s.Counts(t.Context(), feed.Files)
		if err != nil || n.Stories != crowdStories || n.Starred != crowdStores {
			t.Errorf("store %d: %+v, %v", i, n, err)
		}
		if w := s.Warnings(); len(w) > 0 {
			t.Errorf("store %d warns %q", i, w)
		}
	}
}

// readInCrowd is reader i. It waits for rows, searches, and stars a story of its own.
// Every fourth reader also scans and settles.
func readInCrowd(t *testing.T, s *feed.Store, i int) {
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
	for end := time.Now().Add(crowdTimeout); ; time.Sleep(100 * time.Millisecond) {
		n, err := s.Counts(ctx, feed.Files)
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
		if n.Stories == crowdStories {
			break
		}
	}
	rows, err := s.Rows(ctx, rowsTop, crowdStores)
	if err == nil {
		err = s.SetStarred(ctx, rows[i].ID, true)
	}
	if err != nil {
		t.Errorf("reader %d: %v", i, err)
	}
}
