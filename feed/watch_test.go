package feed_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline/feed"
)

// timeout is the longest wait for a change, which usually takes two seconds.
const timeout = time.Minute

// watcher is a running Watch and its reports.
type watcher struct {
	t       *testing.T
	mu      sync.Mutex
	reports []feed.Progress
}

// watch watches with s until the test ends, and waits for the first pass.
func watch(t *testing.T, s *feed.Store) *watcher {
	t.Helper()
	w := startWatch(t, s)
	w.waitForFirstPass()
	return w
}

func (w *watcher) waitForFirstPass() {
	w.t.Helper()
	w.until("the first pass", func() bool { return w.passes() > 0 })
}

// startWatch watches with s until the test ends.
func startWatch(t *testing.T, s *feed.Store) *watcher {
	t.Helper()
	w := &watcher{t: t}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Watch(ctx, w.report) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("the watch ended with %v", err)
		}
	})
	return w
}

func (w *watcher) report(p feed.Progress) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := len(w.reports); n > 0 && (p.Pass < w.reports[n-1].Pass || p.Pass == w.reports[n-1].Pass && w.reports[n-1].Done) {
		w.t.Errorf("after %+v comes %+v", w.reports[n-1], p)
	}
	w.reports = append(w.reports, p)
}

// passes returns the number of passes that are done.
func (w *watcher) passes() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := 0
	for _, p := range w.reports {
		if p.Done {
			n++
		}
	}
	return n
}

// sum returns the changes of all passes after the first.
func (w *watcher) sum() (added, changed, removed int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range w.reports {
		if p.Done && p.Pass > 1 {
			added, changed, removed = added+p.Added, changed+p.Changed, removed+p.Removed
		}
	}
	return added, changed, removed
}

// lastErr returns the error of the last pass.
func (w *watcher) lastErr() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range slices.Backward(w.reports) {
		if p.Done {
			return p.Err
		}
	}
	return nil
}

// until waits until cond returns true; event is for the error message.
func (w *watcher) until(event string, cond func() bool) {
	w.t.Helper()
	for end := time.Now().Add(timeout); !cond(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("timed out waiting for %s; reports: %+v", event, w.reports)
		}
	}
}

// shows waits until the rows of s have the paths want.
func (w *watcher) shows(s *feed.Store, want ...string) {
	w.t.Helper()
	slices.Sort(want)
	var got []string
	for end := time.Now().Add(timeout); ; time.Sleep(20 * time.Millisecond) {
		got = paths(all(w.t, s))
		slices.Sort(got)
		if slices.Equal(got, want) {
			return
		}
		if time.Now().After(end) {
			w.t.Fatalf("rows %q, want %q", got, want)
		}
	}
}

func TestChangesAppear(t *testing.T) {
	t.Parallel()
	s, root, _ := marked(t)
	const ferry, bridge = "2031/03/14/ferry.txt", "2031/03/14/bridge.txt"
	w := watch(t, s)
	if err := os.Rename(temp(t, root, copyOf("Market opens", "It is open.")), filepath.Join(root, "2031/03/14/market.txt")); err != nil {
		t.Fatal(err)
	}
	w.shows(s, ferry, bridge, "2031/03/14/market.txt")
	move(t, root, ferry, "2031/04/01/moved.txt")
	w.shows(s, "2031/04/01/moved.txt", bridge, "2031/03/14/market.txt")
	w.until("the mark", func() bool { return row(t, s, "2031/04/01/moved.txt").Starred })
	isMarked(t, s, "2031/04/01/moved.txt")
	write(t, root, bridge, copyOf("(LEAD) Bridge closes", "It is shut for long."))
	w.until("the edit", func() bool { return row(t, s, bridge).Headline.Text == "(LEAD) Bridge closes" })
	w.until("its report", func() bool { _, changed, _ := w.sum(); return changed == 1 })
	if added, _, removed := w.sum(); added != 2 || removed != 1 {
		t.Errorf("%d added, %d removed", added, removed)
	}
}

// temp writes a hidden file, like programs that rename a file when it is complete.
func temp(t *testing.T, root, text string) string {
	t.Helper()
	write(t, root, "2031/03/14/.incoming", text)
	return filepath.Join(root, "2031/03/14/.incoming")
}

func TestARemovedFileThatReturnsWhileWatchedHasItsMarks(t *testing.T) {
	t.Parallel()
	s, root, _ := marked(t)
	w := watch(t, s)
	away := filepath.Join(t.TempDir(), "ferry.txt")
	if err := os.Rename(filepath.Join(root, "2031/03/14/ferry.txt"), away); err != nil {
		t.Fatal(err)
	}
	w.shows(s, "2031/03/14/bridge.txt")
	if err := os.Rename(away, filepath.Join(root, "2031/03/14/ferry.txt")); err != nil {
		t.Fatal(err)
	}
	w.shows(s, "2031/03/14/bridge.txt", "2031/03/14/ferry.txt")
	isMarked(t, s, "2031/03/14/ferry.txt")
}

func TestFullAndDeepFoldersAppear(t *testing.T) {
	t.Parallel()
	s, root, _ := marked(t)
	w := watch(t, s)
	want := []string{"2031/03/14/ferry.txt", "2031/03/14/bridge.txt"}
	for i := range 40 {
		path := fmt.Sprintf("2032/%02d/%02d/deep/story.txt", i%5, i)
		write(t, root, path, copyOf(fmt.Sprintf("Story %d", i), "It is told."))
		want = append(want, path)
	}
	other := folder(t, map[string]string{"in/full/a.txt": copyOf("Ferry", "It sails."), "in/full/b/c.txt": copyOf("Bridge", "It is shut.")})
	if err := os.Rename(filepath.Join(other, "in"), filepath.Join(root, "in")); err != nil {
		t.Fatal(err)
	}
	w.shows(s, append(want, "in/full/a.txt", "in/full/b/c.txt")...)
	if err := os.RemoveAll(filepath.Join(root, "2032")); err != nil {
		t.Fatal(err)
	}
	w.shows(s, want[0], want[1], "in/full/a.txt", "in/full/b/c.txt")
	if err := os.Rename(filepath.Join(root, "in"), filepath.Join(other, "in")); err != nil {
		t.Fatal(err)
	}
	w.shows(s, want[0], want[1])
}

func TestAGrowingFileIsCompleteInTheEnd(t *testing.T) {
	t.Parallel()
	s, root, _ := marked(t)
	w := watch(t, s)
	f, err := os.Create(filepath.Join(root, "growing.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := copyOf("Harbour grows", "It has a new quay.", "Ferry resumes service", "Bridge closes")
	for i := range 25 {
		if _, err := f.WriteString(text[len(text)*i/25 : len(text)*(i+1)/25]); err != nil {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	w.until("the whole story", func() bool {
		id, err := s.Find(t.Context(), "growing.txt")
		if err != nil {
			return false
		}
		citing, err := s.CitedBy(t.Context(), find(t, s, "2031/03/14/bridge.txt"))
		return err == nil && len(citing) == 1 && citing[0].ID == id
	})
}

func TestAMissingArchiveKeepsItsRowsWhileWatched(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "archive")
	write(t, root, "2031/a.txt", copyOf("Ferry sails", "It sails."))
	s := open(t, source(t, root), dirs(t))
	w := watch(t, s)
	if err := os.Rename(root, root+".away"); err != nil {
		t.Fatal(err)
	}
	w.until("the error", func() bool { return w.lastErr() != nil })
	hasStories(t, s, 1)
	if err := os.Mkdir(root, 0o755); err != nil {
		t.Fatal(err)
	}
	time.Sleep(3 * time.Second)
	hasStories(t, s, 1)
	if err := os.Remove(root); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(root+".away", root); err != nil {
		t.Fatal(err)
	}
	w.until("the end of the error", func() bool { return w.lastErr() == nil })
	write(t, root, "2031/b.txt", copyOf("Bridge closes", "It is shut."))
	w.shows(s, "2031/a.txt", "2031/b.txt")
}
