package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/gofrs/flock"
	"golang.org/x/sys/unix"

	"dateline/feed/feedtest"
)

// TestNothingIsLeftOfAReaderThatEnds ends the reader in every way, while it watches its
// archive, and looks for processes, locks, logs of databases and temporary files.
func TestNothingIsLeftOfAReaderThatEnds(t *testing.T) {
	h := newHome(t, 20)
	h.run(t, "index")
	key := func(key string) func(*terminal) error {
		return func(reader *terminal) error { _, err := reader.master.WriteString(key); return err }
	}
	signal := func(sig syscall.Signal) func(*terminal) error {
		return func(reader *terminal) error { return reader.cmd.Process.Signal(sig) }
	}
	lose := func(reader *terminal) error { return reader.master.Close() }
	ends := []struct {
		name     string
		controls bool // the terminal is the controlling one
		end      func(*terminal) error
	}{
		{"Q", true, key("Q")}, {"SIGTERM", true, signal(unix.SIGTERM)}, {"a lost terminal", true, lose},
		{"another lost terminal", false, lose}, {"SIGHUP", true, signal(unix.SIGHUP)}, {"SIGINT", true, signal(unix.SIGINT)},
		{"SIGQUIT", true, signal(unix.SIGQUIT)}, {"Ctrl-C", true, key("\x03")},
	}
	for _, e := range ends[:feedtest.Rounds(3, len(ends))] {
		temp := t.TempDir()
		cmd := h.command(t.Context(), h.archive)
		cmd.Env = append(cmd.Env, "TMPDIR="+temp)
		reader := attach(t, cmd, e.controls)
		reader.until(t, []string{" unread of "})
		if !reader.enter(t, "s") {
			t.Errorf("%s: a key changes nothing", e.name)
		}
		if err := e.end(reader); err != nil {
			t.Fatal(err)
		}
		_ = reader.cmd.Wait() // the exit code does not matter
		left := slices.Concat(session(t, cmd.Process.Pid), files(t, temp), inUse(t, filepath.Dir(h.cache)))
		if len(left) > 0 {
			t.Errorf("%s: left are %q", e.name, left)
		}
	}
}

// session returns the names of the processes in a session.
func session(t *testing.T, id int) (left []string) {
	t.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil || len(stats) == 0 {
		t.Skipf("processes are unknown: %v", err)
	}
	for _, name := range stats {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue // the process has ended
		}
		// After the name, which is in brackets: state, parent, group and session.
		if f := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:]); len(f) > 3 && string(f[3]) == strconv.Itoa(id) {
			left = append(left, fmt.Sprintf("process %s", filepath.Base(filepath.Dir(name))))
		}
	}
	return left
}

// files returns the files below dir.
func files(t *testing.T, dir string) (left []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && path != dir {
			left = append(left, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// inUse returns the files of databases below dir that are in use: locks that are held, and
// logs, which the last connection that is closed removes.
func inUse(t *testing.T, dir string) (left []string) {
	t.Helper()
	for _, path := range files(t, dir) {
		switch {
		case strings.HasSuffix(path, "-wal"), strings.HasSuffix(path, "-shm"):
			left = append(left, path)
		case strings.HasSuffix(path, ".lock"):
			l := flock.New(path)
			if free, err := l.TryLock(); err != nil || !free {
				left = append(left, path)
			}
			_ = l.Close()
		}
	}
	return left
}
