package feed_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// age makes all files of root an hour old, so that their times are trusted.
func age(tb testing.TB, root string) {
	tb.Helper()
	then := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		return os.Chtimes(path, then, then)
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// counts returns p without the fields that depend on the clock.
func counts(p feed.Progress) feed.Progress {
	return feed.Progress{
		Seen: p.Seen, Total: p.Total, Read: p.Read,
		Added: p.Added, Changed: p.Changed, Removed: p.Removed, Done: p.Done,
	}
}

func TestASecondScanReadsOnlyWhatChanged(t *testing.T) {
	root := folder(t, map[string]string{
		"2031/03/14/a.txt": copyOf("Ferry resumes service", "The ferry sails again."),
		"2031/03/14/b.txt": copyOf("Bridge closes", "The bridge is shut."),
		"2031/03/13/c.txt": copyOf("Market opens", "The market is open."),
	})
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	if p := counts(scan(t, s)); p != (feed.Progress{Seen: 3, Total: 3, Read: 3, Added: 3, Done: true}) {
		t.Errorf("first scan: %+v", p)
	}
	if p := counts(scan(t, s)); p != (feed.Progress{Seen: 3, Total: 3, Done: true}) {
		t.Errorf("second scan: %+v", p)
	}
	write(t, root, "2031/03/14/b.txt", copyOf("(LEAD) Bridge closes for repair", "The bridge is shut for long."))
	write(t, root, "2031/03/15/d.txt", copyOf("Library moves", "The library moves."))
	if err := os.Remove(filepath.Join(root, "2031/03/13/c.txt")); err != nil {
		t.Fatal(err)
	}
	if p := counts(scan(t, s)); p != (feed.Progress{Seen: 3, Total: 3, Read: 2, Added: 1, Changed: 1, Removed: 1, Done: true}) {
		t.Errorf("third scan: %+v", p)
	}
	want := []string{"2031/03/15/d.txt", "2031/03/14/b.txt", "2031/03/14/a.txt"}
	slices.Sort(want)
	got := paths(all(t, s))
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("rows %v, want %v", got, want)
	}
	if r := row(t, s, "2031/03/14/b.txt"); r.Headline.Text != "(LEAD) Bridge closes for repair" {
		t.Errorf("headline %q", r.Headline.Text)
	}
}

// slow is an archive that reads one file for each value from next.
type slow struct {
	archive.Source
	next chan struct{}
}

func (s *slow) Read(ctx context.Context, path string) ([]byte, error) {
	<-s.next
	return s.Source.Read(ctx, path)
}

func TestTheTotalIsKnownWhileFilesAreRead(t *testing.T) {
	src := &slow{Source: archive.FS("desk", "desk", feedtest.FS(40)), next: make(chan struct{})}
	s := open(t, src, dirs(t))
	known := make(chan feed.Progress, 1)
	done := make(chan error, 1)
	go func() {
		_, err := s.Scan(t.Context(), func(p feed.Progress) {
			if p.Total > 0 && !p.Done {
				select {
				case known <- p:
				default:
				}
			}
		})
		done <- err
	}()
	src.next <- struct{}{}
	if p := <-known; p.Total != 40 || p.Seen > 1 {
		t.Errorf("%d of %d files while the second is read", p.Seen, p.Total)
	}
	close(src.next)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestAFileWrittenWhileItIsReadIsReadAgain(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry halts", "No ferry sails.")})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	info, err := os.Stat(filepath.Join(root, "a.txt"))
	if err != nil {
		t.Fatal(err)
	}
	// The same size and, as clocks are coarse, the same time.
	write(t, root, "a.txt", copyOf("Ferry sails", "No ferry halts."))
	if err := os.Chtimes(filepath.Join(root, "a.txt"), info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if r := row(t, s, "a.txt"); r.Headline.Text != "Ferry sails" {
		t.Errorf("headline %q", r.Headline.Text)
	}
}

func TestRowsAppearBeforeTheScanEnds(t *testing.T) {
	s := open(t, archive.FS("desk", "desk", feedtest.FS(1500)), dirs(t))
	var seen []feed.Progress
	rows := -1
	last, err := s.Scan(t.Context(), func(p feed.Progress) {
		if p.Added > 0 && rows < 0 {
			top, err := s.Rows(t.Context(), story.Key{}, 2000)
			if err != nil {
				t.Error(err)
			}
			rows = len(top)
		}
		seen = append(seen, p)
	})
	if err != nil {
		t.Fatal(err)
	}
	if rows <= 0 || rows >= 1500 {
		t.Errorf("%d rows at the first report", rows)
	}
	for i := 1; i < len(seen); i++ {
		if seen[i].Added < seen[i-1].Added || seen[i].Seen < seen[i-1].Seen || seen[i-1].Done {
			t.Errorf("after %+v comes %+v", seen[i-1], seen[i])
		}
	}
	if n := len(seen); seen[n-1] != last || !last.Done || last.Added != 1500 || last.Total != 1500 {
		t.Errorf("the end is %+v, the last report %+v", last, seen[len(seen)-1])
	}
}

func TestACancelledScanContinues(t *testing.T) {
	d := dirs(t)
	src := archive.FS("desk", "desk", feedtest.FS(800))
	for _, stop := range []int{1, 150, 400} {
		s := open(t, src, d)
		ctx, cancel := context.WithCancel(t.Context())
		_, err := s.Scan(ctx, func(p feed.Progress) {
			if p.Read >= stop {
				cancel()
			}
		})
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatalf("cancelled at %d: %v", stop, err)
		}
		cancel()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, src, d)
	if p := scan(t, s); p.Added == 800 {
		t.Error("the catalog kept nothing from the cancelled scans")
	}
	undisturbed := open(t, src, dirs(t))
	scan(t, undisturbed)
	checkSame(t, s, undisturbed)
}

// checkSame reports differences between two stores of one archive in rows, problems,
// links and citing stories.
func checkSame(t *testing.T, a, b *feed.Store) {
	t.Helper()
	rows, want := all(t, a), all(t, b)
	if !slices.EqualFunc(rows, want, sameRow) {
		t.Fatalf("%d rows, want %d, or different rows", len(rows), len(want))
	}
	if p, q := problems(t, a), problems(t, b); !slices.Equal(p, q) {
		t.Errorf("problems differ: %d and %d", len(p), len(q))
	}
	for i := 0; i < len(rows); i += 37 {
		la, lb := links(t, a, rows[i].ID), links(t, b, rows[i].ID)
		if !reflect.DeepEqual(la, lb) {
			t.Errorf("%s: links differ:\n%v\n%v", rows[i].Path, la, lb)
		}
		ca, err := a.CitedBy(t.Context(), rows[i].ID)
		cb, err2 := b.CitedBy(t.Context(), rows[i].ID)
		if err != nil || err2 != nil || !slices.EqualFunc(ca, cb, sameRow) {
			t.Errorf("%s: cited by %v and %v, %v %v", rows[i].Path, paths(ca), paths(cb), err, err2)
		}
	}
}

func problems(t *testing.T, s *feed.Store) []feed.Problem {
	t.Helper()
	var out []feed.Problem
	for p, err := range s.Problems(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func links(t *testing.T, s *feed.Store, id story.ID) []feed.Link {
	t.Helper()
	st, err := s.Story(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Related(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestReadingAndMarkingWorkDuringAScan(t *testing.T) {
	t.Run("on disk", func(t *testing.T) { busy(t, dirs(t)) })
	t.Run("in memory", func(t *testing.T) { busy(t, feed.Dirs{}) })
}

// busy reads and marks in eight goroutines while a scan runs.
func busy(t *testing.T, d feed.Dirs) {
	t.Helper()
	s := open(t, archive.FS("desk", "desk", feedtest.FS(500)), d)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for {
				rows, err := s.Rows(t.Context(), story.Key{}, 50)
				if err != nil {
					t.Error(err)
					return
				}
				if len(rows) > 0 {
					if err := s.SetRead(t.Context(), rows[0].ID, true); err != nil {
						t.Error(err)
						return
					}
				}
				if _, err := s.Counts(t.Context(), feed.Files); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				case <-time.After(2 * time.Millisecond):
				}
			}
		})
	}
	scan(t, s)
	close(done)
	wg.Wait()
}

func TestCloseEndsAScan(t *testing.T) {
	s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(100000)), dirs(t))
	if err != nil {
		t.Fatal(err)
	}
	began, ended := make(chan struct{}), make(chan error)
	go func() {
		var once sync.Once
		_, err := s.Scan(t.Context(), func(feed.Progress) { once.Do(func() { close(began) }) })
		ended <- err
	}()
	<-began
	closed := make(chan error, 1)
	go func() { closed <- s.Close() }()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the scan ended with %v", err)
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
}

func TestTwoStoresScanOneArchiveAtTheSameTime(t *testing.T) {
	d := dirs(t)
	src := archive.FS("desk", "desk", feedtest.FS(600))
	a, b := open(t, src, d), open(t, src, d)
	var wg sync.WaitGroup
	for _, s := range []*feed.Store{a, b} {
		wg.Go(func() {
			p, err := s.Scan(t.Context(), nil)
			if err != nil || !p.Done || p.Seen != 600 {
				t.Errorf("%+v, %v", p, err)
			}
		})
		wg.Go(func() {
			for range 50 {
				if _, err := s.Rows(t.Context(), story.Key{}, 50); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	checkSame(t, a, b)
	id := all(t, a)[7].ID
	if err := a.SetStarred(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	if r, err := b.Row(t.Context(), id); err != nil || !r.Starred {
		t.Errorf("the other store sees %+v, %v", r, err)
	}
}
