package feed_test

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
)

// killStories is the number of stories in the archive that a killed process scans.
const killStories = 300

// scanForever runs in the process that is killed. It scans the archive into dir, stars
// the first story at every report, and prints its path.
func scanForever(dir string) {
	src := archive.FS("desk", "desk", feedtest.FS(killStories))
	s, err := feed.Open(background(), src, feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	if err != nil {
		panic(err)
	}
	_, err = s.Scan(background(), func(p feed.Progress) {
		if p.Added > 0 {
			rows, err := s.Rows(background(), rowsTop, 1)
			if err == nil {
				err = s.SetStarred(background(), rows[0].ID, true)
			}
			_, _ = fmt.Fprintln(os.Stdout, rows[0].Path, err)
		}
	})
	_, _ = fmt.Fprintln(os.Stdout, "done", err)
	select {}
}

func TestAKilledScanLosesNoMarksAndContinues(t *testing.T) {
	undisturbed := open(t, archive.FS("desk", "desk", feedtest.FS(killStories)), dirs(t))
	scan(t, undisturbed)
	dir := t.TempDir()
	for _, after := range []time.Duration{0, 30 * time.Millisecond} {
		starred := killed(t, dir, after)
		s, err := feed.Open(t.Context(), archive.FS("desk", "desk", feedtest.FS(killStories)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
		if err != nil {
			t.Fatal(err)
		}
		if w := s.Warnings(); len(w) > 0 {
			t.Errorf("after %v: %q", after, w)
		}
		if r := row(t, s, starred); !r.Starred {
			t.Errorf("after %v: %s has lost its star", after, starred)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, archive.FS("desk", "desk", feedtest.FS(killStories)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"})
	scan(t, s)
	for _, r := range all(t, s) {
		if r.Starred {
			if err := s.SetStarred(t.Context(), r.ID, false); err != nil {
				t.Fatal(err)
			}
		}
	}
	checkSame(t, s, undisturbed)
}

// killed runs scanForever, kills it some time after it has starred a story, and
// returns that story's path.
func killed(t *testing.T, dir string, after time.Duration) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "DATELINE_TEST_SCAN="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var path, problem string
	if _, err := fmt.Fscanln(out, &path, &problem); err != nil || problem != "<nil>" {
		t.Errorf("%s %s, %v", path, problem, err)
	}
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if path == "done" {
		return all(t, open(t, archive.FS("desk", "desk", feedtest.FS(killStories)), feed.Dirs{Cache: dir + "/cache", State: dir + "/state"}))[0].Path
	}
	return path
}
