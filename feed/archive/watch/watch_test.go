package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// system is a notifier that reports what a test sends. The tests run on the fake
// clock of a synctest bubble.
type system struct {
	root     string
	events   chan fsnotify.Event
	lost     chan error
	watched  map[string]bool  // by location
	added    []string         // locations, in order
	refuse   map[string]error // what add returns, by location
	connects int
	broken   error // what connect returns
	closed   int
}

func (s *system) location(path string) string {
	rel, _ := filepath.Rel(s.root, path)
	return rel
}

func (s *system) connect() (*notifier, error) {
	s.connects++
	if s.broken != nil {
		return nil, s.broken
	}
	s.events, s.lost, s.watched = make(chan fsnotify.Event), make(chan error), map[string]bool{}
	events := s.events
	return &notifier{
		add: func(path string) error {
			at := s.location(path)
			if err := s.refuse[at]; err != nil {
				return err
			}
			s.watched[at], s.added = true, append(s.added, at)
			return nil
		},
		remove: func(path string) error { delete(s.watched, s.location(path)); return nil },
		close:  func() error { s.closed++; close(events); return nil },
		events: s.events, errors: s.lost,
	}, nil
}

// happen sends an event at each location.
func (s *system) happen(locations ...string) {
	for _, at := range locations {
		s.events <- fsnotify.Event{Name: filepath.Join(s.root, at)}
	}
	synctest.Wait()
}

// inBubble runs test with a watch of an empty folder.
func inBubble(t *testing.T, test func(t *testing.T, w *Watch, s *system)) {
	t.Helper()
	root := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		s := &system{root: root, refuse: map[string]error{}}
		w := Folder(root)
		w.connect = s.connect
		defer func() {
			if err := w.Close(); err != nil {
				t.Error(err)
			}
		}()
		test(t, w, s)
	})
}

// walk walks paths through the folders and links that enter reports.
func walk(t *testing.T, w *Watch, paths []string, enter func()) (got []string) {
	t.Helper()
	err := w.Walk(paths, func(paths []string) error { got = paths; enter(); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// next expects Next to return paths after a time from least to most.
func next(t *testing.T, w *Watch, least, most time.Duration, paths ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	start := time.Now()
	got, err := w.Next(ctx)
	if took := time.Since(start); err != nil || !slices.Equal(got, paths) || took < least || took > most {
		t.Errorf("got %q, %v after %v; want %q after %v to %v", got, err, took, paths, least, most)
	}
}

// silent expects Next to return nothing for the duration d.
func silent(t *testing.T, w *Watch, d time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if got, err := w.Next(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestAChangeIsReportedOnceItIsQuiet(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", "."); w.Enter("b", "b") })
		s.happen("b/x.txt")
		time.Sleep(300 * time.Millisecond)
		s.happen("b/x.txt", "c.txt")
		next(t, w, 400*time.Millisecond, 500*time.Millisecond, "c.txt", "b/x.txt")
		silent(t, w, time.Minute)
		s.happen(".hidden", "c.txt~", "other/x.txt", "../x.txt")
		silent(t, w, time.Minute)
	})
}

func TestNextSleepsUntilTheFirstEvent(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", ".") })
		time.AfterFunc(10*time.Second+50*time.Millisecond, func() { s.events <- fsnotify.Event{Name: filepath.Join(s.root, "a")} })
		next(t, w, 10450*time.Millisecond, 10550*time.Millisecond, "a")
	})
}

func TestAFileThatKeepsChangingIsReportedRepeatedly(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", ".") })
		stop := make(chan struct{})
		go func() {
			for range 60 {
				s.events <- fsnotify.Event{Name: filepath.Join(s.root, "a")}
				time.Sleep(100 * time.Millisecond)
			}
			close(stop)
		}()
		next(t, w, 1500*time.Millisecond, 1600*time.Millisecond, "a")
		next(t, w, 1500*time.Millisecond, 1700*time.Millisecond, "a")
		<-stop
	})
}

func TestEverythingIsReportedAfterALostEventOrAChangeOfTheRoot(t *testing.T) {
	for name, cause := range map[string]func(*system){
		"lost": func(s *system) { s.lost <- fsnotify.ErrEventOverflow; synctest.Wait() },
		"root": func(s *system) { s.happen(".") },
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(t *testing.T, w *Watch, s *system) {
				t.Helper()
				walk(t, w, nil, func() { w.Enter("", ".") })
				s.happen("a")
				cause(s)
				next(t, w, 400*time.Millisecond, 500*time.Millisecond)
				walk(t, w, nil, func() { w.Enter("", ".") })
				if s.connects != 2 || s.closed != 1 || !s.watched["."] {
					t.Errorf("connected %d times, closed %d times", s.connects, s.closed)
				}
				silent(t, w, time.Minute)
			})
		})
	}
}

func TestAWalkOfEverythingKeepsTheWatchesAndDropsPendingChanges(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", ".") })
		s.happen("a")
		walk(t, w, nil, func() { w.Enter("", ".") })
		silent(t, w, time.Minute)
		if s.connects != 1 || len(s.added) != 1 {
			t.Errorf("connected %d times, watched %q", s.connects, s.added)
		}
	})
}

func TestAChangeIsReportedForTheLinksToAFile(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() {
			w.Enter("", ".")
			w.Link("tide.txt", ".store/tide.txt")
			w.Link("tide2.txt", ".store/tide.txt")
			w.Link("today.txt", "ferry.txt")
		})
		if !slices.Equal(s.added, []string{".", ".store"}) {
			t.Errorf("watched %q", s.added)
		}
		s.happen(".store/tide.txt", ".store/other.txt", "ferry.txt")
		next(t, w, 400*time.Millisecond, 500*time.Millisecond, "today.txt", "tide2.txt", "tide.txt", "ferry.txt")
		walk(t, w, []string{"tide.txt", "today.txt"}, func() {})
		s.happen(".store/tide.txt", "ferry.txt")
		next(t, w, 400*time.Millisecond, 500*time.Millisecond, "tide2.txt", "ferry.txt")
	})
}

func TestAWalkOfPathsWatchesThemAgain(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() {
			w.Enter("", ".")
			w.Enter("b", "b")
			w.Enter("b/c", "b/c")
			w.Enter("bc", "bc")
		})
		got := walk(t, w, []string{"b/c/d", "b", "x.txt"}, func() { w.Enter("e", "e") })
		if want := []string{"b", "x.txt"}; !slices.Equal(got, want) {
			t.Errorf("walked %q, want %q", got, want)
		}
		if s.watched["b"] || s.watched["b/c"] || !s.watched["bc"] || !s.watched["e"] || !s.watched["."] {
			t.Errorf("watched %v", s.watched)
		}
		if at, ok := w.Location("e"); !ok || at != "e" {
			t.Errorf("e is at %q, %t", at, ok)
		}
		if _, ok := w.Location("b/c"); ok {
			t.Error("b/c is still watched")
		}
	})
}

func TestAFolderIsWatchedUnderItsNewPath(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() {
			w.Enter("", ".")
			w.Enter("news", ".store")
			w.Enter("news", ".store")
			w.Enter("more", ".store/deep")
		})
		if !slices.Equal(s.added, []string{".", ".store", ".store/deep"}) {
			t.Errorf("watched %q", s.added)
		}
		if got := w.Concealed(); len(got) != 2 || !got[".store"] || !got[".store/deep"] {
			t.Errorf("concealed: %v", got)
		}
		s.happen(".store/x.txt", ".store/deep/y.txt", ".store")
		next(t, w, 400*time.Millisecond, 500*time.Millisecond, "news/x.txt", "news", "more/y.txt")
	})
}

func TestAMovedFolderIsWatchedAlthoughItsOldPathKeepsChanging(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() {
			w.Enter("", ".")
			w.Enter("a", "a")
			w.Enter("a/c", "a/c")
		})
		s.happen("a", "b") // a has become b, and there is a new a
		time.Sleep(300 * time.Millisecond)
		s.happen("a")
		next(t, w, 0, 200*time.Millisecond, "b")
		walk(t, w, []string{"b"}, func() {
			if s.watched["a"] || s.watched["a/c"] {
				t.Errorf("before the walk of b the watches are %v", s.watched)
			}
			w.Enter("b", "b")
			w.Enter("b/c", "b/c")
		})
		next(t, w, 0, 500*time.Millisecond, "a")
		walk(t, w, []string{"a"}, func() { w.Enter("a", "a") })
		if !s.watched["b/c"] || !s.watched["a"] || s.watched["a/c"] {
			t.Errorf("watched %v", s.watched)
		}
	})
}

func TestAMissingOrForbiddenFolderIsNotWatched(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		s.refuse["b"], s.refuse["c"] = fs.ErrNotExist, fs.ErrPermission
		walk(t, w, nil, func() { w.Enter("", "."); w.Enter("b", "b"); w.Enter("c", "c") })
		for _, path := range []string{"b", "c"} {
			if _, ok := w.Location(path); ok {
				t.Errorf("%s is watched", path)
			}
		}
		silent(t, w, 5*time.Minute)
	})
}

func TestEverythingIsReportedPeriodicallyWithoutWatches(t *testing.T) {
	for name, limit := range map[string]func(*system){
		"no watch":  func(s *system) { s.broken = syscall.EMFILE },
		"one watch": func(s *system) { s.refuse["b"] = syscall.ENOSPC },
	} {
		t.Run(name, func(t *testing.T) {
			inBubble(t, func(t *testing.T, w *Watch, s *system) {
				t.Helper()
				limit(s)
				enter := func() { w.Enter("", "."); w.Enter("b", "b"); w.Enter("c", "c") }
				walk(t, w, nil, enter)
				if s.watched["c"] {
					t.Error("a watch was added although none are left")
				}
				next(t, w, 2*time.Second, 2*time.Second)
				walk(t, w, nil, func() { enter(); time.Sleep(time.Second) })
				next(t, w, 20*time.Second, 20*time.Second)
				walk(t, w, nil, func() { enter(); time.Sleep(time.Hour) })
				next(t, w, time.Minute, time.Minute)
			})
		})
	}
}

func TestAStormDoesNotKeepTheWalkBusy(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", "."); time.Sleep(1500 * time.Millisecond) })
		s.happen(".")
		next(t, w, 1500*time.Millisecond, 1600*time.Millisecond)
		walk(t, w, nil, func() { w.Enter("", "."); time.Sleep(time.Minute) })
		s.happen(".")
		next(t, w, 2*time.Second, 2100*time.Millisecond)
	})
}

func TestARootThatDisappearsAndReturnsIsReportedEachTime(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", ".") })
		silent(t, w, 10*time.Second)
		if err := os.Rename(s.root, s.root+".away"); err != nil {
			t.Fatal(err)
		}
		next(t, w, 0, 2*time.Second)
		failed := errors.New("gone")
		if err := w.Walk(nil, func([]string) error { return failed }); !errors.Is(err, failed) {
			t.Errorf("got %v", err)
		}
		next(t, w, 2*time.Second, 2*time.Second)
		if err := os.Rename(s.root+".away", s.root); err != nil {
			t.Fatal(err)
		}
		walk(t, w, nil, func() { w.Enter("", ".") })
		if s.connects != 3 || s.closed != 2 {
			t.Errorf("connected %d times, closed %d times", s.connects, s.closed)
		}
		silent(t, w, time.Minute)
	})
}

func TestWhatIsNotWatchedIsLookedAtInAHurry(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		s.broken = errors.New("no watches")
		walk(t, w, nil, func() { time.Sleep(time.Second) })
		next(t, w, 20*time.Second, 20*time.Second) // the walk was slow
		walk(t, w, nil, func() { time.Sleep(time.Second) })
		time.Sleep(2 * time.Second)
		w.Hurry()
		next(t, w, 0, 0)
		walk(t, w, nil, func() { time.Sleep(time.Second) })
		w.Hurry() // at once after a walk
		silent(t, w, 10*time.Second)
	})
}

func TestAWatchedFolderNeedsNoHurry(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, _ *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", ".") })
		w.Hurry()
		silent(t, w, time.Minute)
	})
}

func TestAWatchOfAFileIgnoresOtherFiles(t *testing.T) {
	inBubble(t, func(t *testing.T, _ *Watch, s *system) {
		t.Helper()
		w := File(s.root, filepath.Join(s.root, "story.txt"))
		w.connect = s.connect
		defer w.Close() //nolint:errcheck // the test is over
		walk(t, w, nil, func() { w.Enter("", ".") })
		s.happen("other.txt", "story.txt.tmp")
		silent(t, w, time.Minute)
		s.happen("story.txt")
		next(t, w, 400*time.Millisecond, 500*time.Millisecond)
	})
}

func TestAClosedWatchIsQuiet(t *testing.T) {
	inBubble(t, func(t *testing.T, w *Watch, s *system) {
		t.Helper()
		walk(t, w, nil, func() { w.Enter("", ".") })
		for range 2 {
			if err := w.Close(); err != nil {
				t.Error(err)
			}
		}
		w.Enter("b", "b")
		if s.closed != 1 || s.watched["b"] {
			t.Errorf("closed %d times, watched %v", s.closed, s.watched)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := w.Next(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
	var none *Watch
	none.Enter("a", "a")
	none.Link("a", "a")
}
