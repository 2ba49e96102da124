package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

func TestAFullDiskIsReported(t *testing.T) {
	feedtest.Slow(t)
	h := newHome(t, 3000)
	h.cache = feedtest.Disk(t, 2048)
	for args, want := range map[string]int{"index": exitFailed, "list": exitDone} {
		cmd := h.command(t.Context(), args)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		_ = cmd.Run() // the test checks the exit code
		if code := cmd.ProcessState.ExitCode(); code != want {
			t.Errorf("%s: exit code %d, want %d", args, code, want)
		}
		if text := stderr.String(); strings.Count(text, "dateline: ") != 1 || !strings.Contains(text, h.cache) || !strings.Contains(text, "is full") {
			t.Errorf("%s: printed %q", args, text)
		}
	}
}

// TestCommandsWorkWhereFilesMustBeSmall limits the size of files (RLIMIT_FSIZE), with a
// temporary folder and without one. The catalog is then in memory, the marks may not be.
func TestCommandsWorkWhereFilesMustBeSmall(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	h := newHome(t, 6)
	for _, kib := range []int{8, 64, 100, 200, 300, 700, 1000} {
		for _, temp := range []string{t.TempDir(), h.archive + "/nowhere"} {
			for _, args := range [][]string{{"list"}, {"search", "the"}, {"stats"}} {
				u := h.other(t)
				cmd := u.command(t.Context(), args...)
				cmd.Args = append([]string{"sh", "-c", fmt.Sprintf(`ulimit -f %d; exec -a dateline "$@"`, kib), "sh", cmd.Path}, args...)
				cmd.Path, cmd.Err = shell, nil
				cmd.Env = append(cmd.Env, "TMPDIR="+temp)
				var out, stderr bytes.Buffer
				cmd.Stdout, cmd.Stderr = &out, &stderr
				if err := cmd.Run(); err != nil || out.Len() == 0 {
					t.Errorf("%v with files of %d kB: %v, %s", args, kib, err, stderr.String())
				}
				seen := map[string]bool{}
				for line := range strings.Lines(stderr.String()) {
					what, _, _ := strings.Cut(line, " will not be saved")
					if seen[what] || !strings.Contains(line, " will not be saved") {
						t.Errorf("%v with files of %d kB prints %q", args, kib, line)
					}
					seen[what] = true
				}
			}
		}
	}
}

func TestTheMarksAreKeptWithoutAFolderForTheCatalog(t *testing.T) {
	h := newHome(t, 3)
	blocked := h.archive + "/blocked"
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", blocked)
	ctx := t.Context()
	for i := range 2 {
		src, err := archive.Open(h.archive)
		if err != nil {
			t.Fatal(err)
		}
		s, err := feed.Open(ctx, src, feed.Dirs{Cache: blocked, State: h.state})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Scan(ctx, nil); err != nil {
			t.Fatal(err)
		}
		rows, err := s.Rows(ctx, story.Key{}, 1)
		if err != nil || rows[0].Starred != (i == 1) {
			t.Errorf("run %d: %+v, %v", i, rows, err)
		}
		if w := s.Warnings(); len(w) != 1 || !strings.Contains(w[0], "The catalog will not be saved") {
			t.Errorf("%q", w)
		}
		if err := errors.Join(s.SetStarred(ctx, rows[0].ID, true), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
}
