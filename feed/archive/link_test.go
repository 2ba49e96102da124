//go:build unix

package archive

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"dateline/feed/archive/disk"
	"dateline/feed/story"
)

func TestALinkToAFileIsAFileWithItsOwnPath(t *testing.T) {
	root := t.TempDir()
	write(t, root, "2031/03/ferry.txt", "ferry")
	link(t, root, "2031/03/ferry.txt", "today.txt")
	link(t, root, filepath.Join(root, "2031/03/ferry.txt"), "absolute.txt")
	link(t, root, "today.txt", "twice.txt")
	link(t, root, "../2031/03/../../about.txt", "2031/up.txt")
	write(t, root, "about.txt", "about")
	src := open(t, root)
	same(t, listing(t, src), "twice.txt", "today.txt", "absolute.txt", "about.txt", "2031/up.txt", "2031/03/ferry.txt")
}

func TestLinksThatLeaveLoopOrLeadNowhereAreReportedAndNotFollowed(t *testing.T) {
	outside := t.TempDir()
	write(t, outside, "secret.txt", "secret")
	root := t.TempDir()
	write(t, root, "a/story.txt", "x")
	link(t, root, outside, "z1")
	link(t, root, filepath.Join(outside, "secret.txt"), "z2")
	link(t, root, "../"+filepath.Base(outside)+"/secret.txt", "z3")
	link(t, root, "z5", "z4")
	link(t, root, "z4", "z5")
	link(t, root, "nothing", "z6")
	link(t, root, "..", "a/up")
	link(t, root, "../..", "a/out")
	src := open(t, root)
	same(t, listing(t, src), "z6: unreadable", "z5: unreadable", "z4: unreadable", "z3: unreadable", "z2: unreadable",
		"z1: unreadable", "a/story.txt", "a/out: unreadable")
	for _, p := range []string{"z2", "z3", "z4", "z1/secret.txt", "a/out/x", "../x", "/etc/passwd", "", "a"} {
		problem(t, src, p, story.Unreadable)
	}
}

func TestALinkToAFolderAddsOnlyHiddenFolders(t *testing.T) {
	root := t.TempDir()
	write(t, root, "2031/a.txt", "a")
	write(t, root, ".store/b.txt", "b")
	write(t, root, ".store/deep/c.txt", "c")
	link(t, root, "2031", "latest")
	link(t, root, ".store", "news")
	link(t, root, ".store/deep", "more")
	link(t, root, "..", ".store/deep/loop")
	link(t, root, ".", "here")
	src := open(t, root)
	same(t, listing(t, src), "news/deep/c.txt", "news/b.txt", "2031/a.txt")
	for path, want := range map[string]string{"news/deep/c.txt": "c", "latest/a.txt": "a"} {
		if data, err := src.Read(t.Context(), path); err != nil || string(data) != want {
			t.Errorf("%s: %q, %v", path, data, err)
		}
	}
}

func TestPipesSocketsAndDevicesAreNeverOpened(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a.txt", "x")
	if err := syscall.Mkfifo(filepath.Join(root, "pipe"), 0o644); err != nil {
		t.Skip(err)
	}
	link(t, root, "pipe", "to-pipe")
	link(t, root, "/dev/null", "device")
	want := []string{"to-pipe: unreadable", "pipe: unreadable", "device: unreadable", "a.txt"}
	t.Chdir(root) // the path of a socket must be short
	if l, err := new(net.ListenConfig).Listen(t.Context(), "unix", "socket"); err == nil {
		defer l.Close() //nolint:errcheck // the test is over
		want = append([]string{want[0], "socket: unreadable"}, want[1:]...)
	}
	src := open(t, root)
	same(t, listing(t, src), want...)
	done := make(chan struct{})
	go func() {
		defer close(done)
		problem(t, src, "pipe", story.Unreadable)
		problem(t, src, "to-pipe", story.Unreadable)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("Read waits for a pipe")
	}
	if _, err := Open(filepath.Join(root, "pipe")); err == nil {
		t.Error("a pipe was opened as an archive")
	}
}

func TestAPipeThatReplacesAFileIsNotWaitedFor(t *testing.T) {
	root := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(root, "pipe"), 0o644); err != nil {
		t.Skip(err)
	}
	r, err := os.OpenRoot(root)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close() //nolint:errcheck // nothing was written
	done := make(chan error, 1)
	go func() {
		_, err := readRoot(t.Context(), r, "pipe", "pipe")
		if dir, e := disk.OpenIn(r, "."); err != nil && e == nil {
			_, err = dir.ReadSmall("pipe", nil, chunk)
			_ = dir.Close()
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err == nil {
			t.Error("a pipe was read")
		}
	case <-time.After(time.Minute):
		t.Fatal("the writer of a pipe is waited for")
	}
}

func TestALinkThatReplacesAFolderDoesNotLeaveTheArchive(t *testing.T) {
	outside, root := t.TempDir(), t.TempDir()
	write(t, outside, "secret.txt", "secret")
	write(t, root, "a/x.txt", "x")
	write(t, root, "b/x.txt", "x")
	src := open(t, root)
	var got []string
	err := src.Walk(t.Context(), func(e Entry) error {
		got = append(got, e.Path)
		if e.Path == "b/x.txt" {
			if err := os.RemoveAll(filepath.Join(root, "a")); err != nil {
				t.Fatal(err)
			}
			link(t, root, outside, "a")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, "b/x.txt", "a")
}

func TestTheArchiveItselfMayBeALink(t *testing.T) {
	root, other := t.TempDir(), t.TempDir()
	write(t, root, "a.txt", "x")
	link(t, root, filepath.Join(other, "news/a.txt"), "b.txt")
	link(t, other, root, "news")
	src := open(t, filepath.Join(other, "news"))
	same(t, listing(t, src), "b.txt", "a.txt")
	if direct := open(t, root); src.Key() != direct.Key() || src.Name() != "news" {
		t.Errorf("name %q, key %q, want key %q", src.Name(), src.Key(), direct.Key())
	}
}
