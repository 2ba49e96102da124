package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// The size of the tests that kill processes.
const (
	stories     = 800
	maxCompared = 2 // the number of catalogs to compare of runs that ended before they were killed
	longest     = 120 * time.Millisecond
)

// home has the folders of a user: the archive, its catalog and its marks.
type home struct{ archive, cache, state string }

// newHome returns a user with an archive of n stories.
func newHome(t *testing.T, n int) home {
	t.Helper()
	dir := t.TempDir()
	h := home{filepath.Join(dir, "archive"), filepath.Join(dir, "cache"), filepath.Join(dir, "state")}
	if err := feedtest.Write(h.archive, n); err != nil {
		t.Fatal(err)
	}
	return h
}

// other returns another user with the same archive.
func (h home) other(t *testing.T) home {
	t.Helper()
	dir := t.TempDir()
	return home{h.archive, filepath.Join(dir, "cache"), filepath.Join(dir, "state")}
}

// command returns a command that runs the program for this user. If the argument is
// "watch", it runs a reader without a screen.
func (h home) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Args[0] = "dateline" // TestMain runs the program under this name
	if args[0] == "watch" {
		cmd.Args[0] = "dateline-watch"
	}
	cmd.Env = append(os.Environ(), "DATELINE_ARCHIVE="+h.archive, "XDG_CACHE_HOME="+h.cache, "XDG_STATE_HOME="+h.state)
	return cmd
}

// run runs the program, which must succeed and print no warning, and returns its
// output.
func (h home) run(t *testing.T, args ...string) string {
	t.Helper()
	cmd := h.command(t.Context(), args...)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, stderr.String())
	}
	if bytes.Contains(stderr.Bytes(), []byte("dateline:")) {
		t.Errorf("%v prints %s", args, stderr.String())
	}
	return out.String()
}

// catalog returns the file of the catalog.
func (h home) catalog(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(h.cache, "dateline", "archives", "*", "catalog.db"))
	if err != nil || len(found) != 1 {
		t.Fatalf("catalogs: %v, %v", found, err)
	}
	return found[0]
}

// watchUntilKilled runs a reader without a screen: it watches the archive and scans
// it.
func watchUntilKilled() {
	ctx := context.Background()
	src, err := archive.Open(os.Getenv("DATELINE_ARCHIVE"))
	if err != nil {
		panic(err)
	}
	s, err := feed.Open(ctx, src, feed.UserDirs())
	if err != nil {
		panic(err)
	}
	for _, w := range s.Warnings() {
		_, _ = fmt.Fprintln(os.Stderr, "dateline:", w)
	}
	_ = s.Watch(ctx, func(p feed.Progress) {
		if p.Err != nil {
			_, _ = fmt.Fprintln(os.Stderr, "dateline:", p.Err)
		}
	})
}

// firstWrite collects output and closes first when it begins.
type firstWrite struct {
	bytes.Buffer

	first chan struct{}
	begun bool
}

func (v *firstWrite) Write(p []byte) (int, error) {
	if !v.begun {
		v.begun = true
		close(v.first)
	}
	return v.Buffer.Write(p)
}

// runKilled runs the program and kills it after a duration, which begins at its first
// output if working is true. It reports whether the program ended by itself.
func (h home) runKilled(t *testing.T, working bool, after time.Duration, args ...string) (done bool) {
	t.Helper()
	cmd := h.command(t.Context(), args...)
	stderr := &firstWrite{first: make(chan struct{})}
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	var err error
	if working {
		select {
		case err = <-ended:
			ended <- err
		case <-stderr.first:
		}
	}
	select {
	case err = <-ended:
		done = true
	case <-time.After(after):
		_ = cmd.Process.Kill()
		err = <-ended
		done = err == nil
	}
	exit, isExit := errors.AsType[*exec.ExitError](err)
	if err != nil && (!isExit || exit.Exited()) || strings.Contains(stderr.String(), "dateline:") {
		t.Errorf("%v after %v: %v, %s", args, after, err, stderr.String())
	}
	return done
}

// random returns a random source whose seed is logged.
func random(t *testing.T) *rand.Rand {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// kills is the number of processes of each kind that are killed.
const kills = 50

func TestACatalogSurvivesKills(t *testing.T) {
	feedtest.Slow(t)
	t.Parallel()
	h, r := newHome(t, stories), random(t)
	undisturbed := h.other(t)
	start := time.Now()
	undisturbed.run(t, "index")
	took := min(time.Since(start), 3*longest)
	want := portrait(t, undisturbed.catalog(t), content, history)
	finished := 0
	for left := kills; left > 0; {
		if !h.runKilled(t, finished == 0 && left%3 == 0, time.Duration(r.Int64N(int64(took))), "index") {
			left--
			continue
		}
		if finished++; finished <= maxCompared {
			sameCatalog(t, portrait(t, h.catalog(t), content, history), want)
		}
		if err := os.RemoveAll(h.cache); err != nil {
			t.Fatal(err)
		}
	}
	h.run(t, "index")
	sameCatalog(t, portrait(t, h.catalog(t), content, history), want)
	checkIntegrity(t, h.catalog(t))
	sameAnswers(t, h, undisturbed)
	t.Logf("count: %d kills of index, %d runs ended before they were killed", kills, finished)
}
