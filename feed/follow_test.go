package feed_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// deaf is a source whose watch reports no changes, only that events may have been
// lost.
type deaf struct {
	archive.Source
	lost chan struct{}
}

func (d deaf) Watch() archive.Watch { return deafWatch{d.Source, d.lost, make(chan struct{})} }

type deafWatch struct {
	src    archive.Source
	lost   chan struct{}
	closed chan struct{}
}

func (d deafWatch) Walk(ctx context.Context, paths []string, yield func(archive.Entry) error) error {
	if paths != nil {
		return errors.New("unexpected paths")
	}
	return d.src.Walk(ctx, yield)
}

func (d deafWatch) Next(ctx context.Context) ([]string, error) {
	select {
	case <-d.lost:
		return nil, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Hurry reports that events may have been lost.
func (d deafWatch) Hurry() {
	select {
	case d.lost <- struct{}{}:
	case <-d.closed:
	}
}

func (d deafWatch) Close() error {
	close(d.closed)
	return nil
}

func TestLostEventsCauseARescan(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry sails", "It sails."), "b.txt": copyOf("Bridge closes", "It is shut.")})
	src := deaf{source(t, root), make(chan struct{})}
	s := open(t, src, dirs(t))
	w := watch(t, s)
	write(t, root, "c.txt", copyOf("Market opens", "It is open."))
	if err := os.Remove(filepath.Join(root, "a.txt")); err != nil {
		t.Fatal(err)
	}
	src.lost <- struct{}{}
	w.shows(s, "b.txt", "c.txt")
	passes := w.passes()
	src.lost <- struct{}{}
	src.lost <- struct{}{}
	if n := w.passes(); n > passes+1 {
		t.Errorf("%d reports without changes", n-passes-1)
	}
}

func TestLookMakesTheWatchLookAtTheArchive(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry sails", "It sails.")})
	s := open(t, deaf{source(t, root), make(chan struct{})}, dirs(t))
	w := watch(t, s)
	write(t, root, "b.txt", copyOf("Market opens", "It is open."))
	for range 3 {
		s.Look()
	}
	w.shows(s, "a.txt", "b.txt")
}

func TestACommandDoesNotWaitForAWatchingReader(t *testing.T) {
	t.Parallel()
	s, root, d := marked(t)
	w := watch(t, s)
	command := open(t, source(t, root), d)
	write(t, root, "new.txt", copyOf("Market opens", "It is open."))
	if p := scan(t, command); !p.Done {
		t.Errorf("%+v", p)
	}
	row(t, command, "new.txt")
	w.until("the change that the command found", func() bool { added, _, _ := w.sum(); return added == 1 })
}

func TestTwentyReadersOfOneArchiveSeeItsChanges(t *testing.T) {
	t.Parallel()
	root := folder(t, map[string]string{"a.txt": copyOf("Ferry sails", "It sails.")})
	d := dirs(t)
	var stores []*feed.Store
	for range 20 {
		stores = append(stores, open(t, source(t, root), d))
	}
	var watchers []*watcher
	for _, s := range stores {
		watchers = append(watchers, startWatch(t, s))
	}
	for _, w := range watchers {
		w.waitForFirstPass()
	}
	for i := range 3 {
		write(t, root, fmt.Sprintf("2031/%d.txt", i), copyOf(fmt.Sprintf("Story %d", i), "It is told."))
	}
	for i, w := range watchers {
		w.shows(stores[i], "a.txt", "2031/0.txt", "2031/1.txt", "2031/2.txt")
		w.until("the report", func() bool { added, _, _ := w.sum(); return added == 3 })
		if err := w.lastErr(); err != nil {
			t.Error(err)
		}
	}
}

// watchForever runs in another process. It watches the archive in dir, with its own
// folders in dir too, and prints every report.
func watchForever(dir string) {
	src, err := archive.Open(filepath.Join(dir, "archive"))
	if err != nil {
		panic(err)
	}
	s, err := feed.Open(background(), src, feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		panic(err)
	}
	err = s.Watch(background(), func(p feed.Progress) {
		_, _ = fmt.Fprintln(os.Stdout, p.Pass, p.Added, p.Done, p.Err)
	})
	_, _ = fmt.Fprintln(os.Stdout, "ended", err)
}

// child starts this program again with an environment variable that selects its work,
// and returns the lines that it prints.
func child(t *testing.T, variable string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), variable)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// startWatchForever starts watchForever and waits until its first pass is done.
func startWatchForever(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	cmd, lines := child(t, "DATELINE_TEST_WATCH="+dir)
	for lines.Scan() {
		if !strings.HasSuffix(lines.Text(), "<nil>") {
			t.Errorf("the process prints %q", lines.Text())
		}
		if strings.Contains(lines.Text(), "true") {
			return cmd
		}
	}
	t.Fatal("the process ended before its first pass was done")
	return nil
}

func kill(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // the error says that it was killed
}

func TestAnotherProcessTakesOver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root := filepath.Join(dir, "archive")
	write(t, root, "a.txt", copyOf("Ferry sails", "It sails."))
	first := startWatchForever(t, dir)
	s := open(t, source(t, root), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	w := watch(t, s)
	second := startWatchForever(t, dir)
	write(t, root, "b.txt", copyOf("Bridge closes", "It is shut."))
	w.shows(s, "a.txt", "b.txt")
	w.until("the other process's change", func() bool { added, _, _ := w.sum(); return added == 1 })
	kill(t, first)
	write(t, root, "c.txt", copyOf("Market opens", "It is open."))
	w.shows(s, "a.txt", "b.txt", "c.txt")
	kill(t, second)
	write(t, root, "d.txt", copyOf("Library moves", "It moves."))
	w.shows(s, "a.txt", "b.txt", "c.txt", "d.txt")
	w.until("the reports", func() bool { added, _, _ := w.sum(); return added == 3 })
}

func TestRowsOfAnotherStoreAppearDuringItsFirstScan(t *testing.T) {
	t.Parallel()
	d := dirs(t)
	src := archive.FS("desk", "desk", feedtest.FS(3000))
	a, b := open(t, src, d), open(t, src, d)
	began, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		first := true
		_, err := a.Scan(t.Context(), func(p feed.Progress) {
			if first && p.Added > 0 {
				first = false
				close(began)
			}
		})
		ended <- err
	}()
	<-began
	w := startWatch(t, b)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	w.waitForFirstPass()
	w.mu.Lock()
	reports := slices.Clone(w.reports)
	w.mu.Unlock()
	if reports[0].Done || reports[1].Added == 0 || w.lastErr() != nil {
		t.Errorf("reports: %+v", reports)
	}
	hasStories(t, b, 3000)
	checkSame(t, b, a)
}

func TestCloseEndsAWatch(t *testing.T) {
	t.Parallel()
	s, err := feed.Open(t.Context(), source(t, folder(t, map[string]string{"a.txt": "x"})), dirs(t))
	if err != nil {
		t.Fatal(err)
	}
	began, ended := make(chan struct{}), make(chan error, 1)
	begin := sync.OnceFunc(func() { close(began) })
	go func() { ended <- s.Watch(t.Context(), func(feed.Progress) { begin() }) }()
	<-began
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("the watch ended with %v", err)
	}
}
