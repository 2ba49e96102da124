package feed_test

import (
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// faulty is a file system on a disk that fails: one in oneIn of its calls does, and every
// read returns only some bytes.
type faulty struct {
	fs.FS
	oneIn *atomic.Int64 // 0: none

	mu *sync.Mutex
	r  *rand.Rand
}

// roll returns a random number below n.
func (f faulty) roll(n int) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.r.IntN(n)
}

func (f faulty) fails(op, name string) error {
	if n := f.oneIn.Load(); n == 0 || f.roll(int(n)) > 0 {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: syscall.EIO}
}

func (f faulty) Open(name string) (fs.File, error) {
	if err := f.fails("open", name); err != nil {
		return nil, err
	}
	file, err := f.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return faultyFile{file, f, name}, nil
}

func (f faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.fails("readdir", name); err != nil {
		return nil, err
	}
	list, err := fs.ReadDir(f.FS, name)
	if err := f.fails("readdir", name); err != nil {
		return list[:f.roll(len(list)+1)], err // as a disk does that fails in the middle
	}
	return list, err
}

type faultyFile struct {
	fs.File
	fs   faulty
	name string
}

func (f faultyFile) Read(p []byte) (int, error) {
	if err := f.fs.fails("read", f.name); err != nil {
		return 0, err
	}
	if len(p) > 1 {
		p = p[:1+f.fs.roll(len(p))]
	}
	n, err := f.File.Read(p)
	if err == nil && f.fs.oneIn.Load() > 0 && f.fs.roll(int(f.fs.oneIn.Load())) == 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

func TestAStoreOfAFailingDiskIsWholeOnceTheDiskWorks(t *testing.T) {
	t.Parallel()
	const n = 120
	sound := open(t, archive.FS("desk", "desk", feedtest.FS(n)), dirs(t))
	scan(t, sound)
	starred := all(t, sound)[7].ID
	trials := feedtest.Rounds(2, 60)
	t.Logf("count: %d stores on a failing disk", trials)
	for range trials {
		seed := uint64(time.Now().UnixNano())
		disk := faulty{feedtest.FS(n), &atomic.Int64{}, &sync.Mutex{}, rand.New(rand.NewPCG(seed, 0))}
		s := open(t, archive.FS("desk", "desk", disk), dirs(t))
		failed := 0
		for _, oneIn := range []int64{3, 30, 0, 20, 2, 200} {
			disk.oneIn.Store(oneIn)
			if _, err := s.Scan(t.Context(), nil); err != nil {
				t.Logf("seed %d: a scan with one failure in %d: %v", seed, oneIn, err)
				failed++
			}
			if oneIn == 0 {
				if err := s.SetStarred(t.Context(), starred, true); err != nil {
					t.Fatal(err)
				}
			}
			for _, row := range all(t, s) {
				_, _ = s.Story(t.Context(), row.ID) // it may fail
			}
		}
		disk.oneIn.Store(0)
		scan(t, s)
		if w := s.Warnings(); len(w) > 0 {
			t.Errorf("seed %d: warnings %q", seed, w)
		}
		row, err := s.Row(t.Context(), starred)
		if err != nil || !row.Starred {
			t.Errorf("seed %d: the star is lost: %+v, %v", seed, row, err)
		}
		if err := s.SetStarred(t.Context(), starred, false); err != nil {
			t.Fatal(err)
		}
		checkSame(t, s, sound)
		if t.Failed() {
			t.Fatalf("seed %d, %d scans failed", seed, failed)
		}
	}
}

func TestFilesBecomeFoldersAndFoldersFiles(t *testing.T) {
	s, root, _ := marked(t)
	const ferry, bridge = "2031/03/14/ferry.txt", "2031/03/14/bridge.txt"
	id := find(t, s, ferry)
	w := watch(t, s)
	kept, err := os.ReadFile(filepath.Join(root, ferry))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := os.Remove(filepath.Join(root, ferry)); err != nil {
			t.Fatal(err)
		}
		write(t, root, ferry+"/in/it.txt", copyOf("Market opens", "It is open."))
		if st, err := s.Story(t.Context(), id); err == nil && len(st.Doubts) == 0 {
			t.Errorf("a folder is read as %q", st.Headline.Text)
		}
		w.shows(s, ferry+"/in/it.txt", bridge)
		if err := os.RemoveAll(filepath.Join(root, ferry)); err != nil {
			t.Fatal(err)
		}
		write(t, root, ferry, string(kept))
		w.shows(s, ferry, bridge)
		isMarked(t, s, ferry)
	}
	if warnings := s.Warnings(); len(warnings) > 0 {
		t.Errorf("warnings: %q", warnings)
	}
}

// TestAClockThatGoesBackLosesNothing marks stories today, and then in the time of
// synctest, which begins in the year 2000.
func TestAClockThatGoesBackLosesNothing(t *testing.T) {
	s, root, d := marked(t)
	const ferry, bridge = "2031/03/14/ferry.txt", "2031/03/14/bridge.txt"
	future := time.Now().Add(48 * time.Hour)
	if err := os.Chtimes(filepath.Join(root, bridge), future, future); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		s, err := feed.Open(t.Context(), source(t, root), d)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close() //nolint:errcheck // an error does not matter
		scan(t, s)
		isMarked(t, s, ferry)
		id := find(t, s, ferry)
		starred := func(want bool) {
			t.Helper()
			if r := row(t, s, ferry); r.Starred != want {
				t.Errorf("starred: %t", r.Starred)
			}
		}
		if err := s.SetStarred(t.Context(), id, false); err != nil {
			t.Fatal(err)
		}
		starred(false)
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		starred(true)
		if _, err := s.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		starred(false)
		write(t, root, bridge, copyOf("Bridge opens", "The bridge is open again."))
		past := time.Now().Add(-time.Hour)
		if err := os.Chtimes(filepath.Join(root, bridge), past, past); err != nil {
			t.Fatal(err)
		}
		write(t, root, "2031/03/14/market.txt", copyOf("Market opens", "It is open."))
		if _, err := s.Refresh(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		scan(t, s)
		if rows := all(t, s); len(rows) != 3 || !slices.ContainsFunc(rows, func(r story.Row) bool { return r.Headline.Title == "Bridge opens" }) {
			t.Errorf("%q", paths(rows))
		}
	})
}
