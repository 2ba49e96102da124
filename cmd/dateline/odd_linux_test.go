package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"dateline/feed/feedtest"
)

// oddStory is a story in a file with an odd name. It differs from those that are around it.
const oddStory = "Quay closes at noon\nTOLVIK, Oct. 4, 2024 (Meridian) -- Ferries wait outside.\n(END)\n"

// plantOddities puts what an archive should not have into h.archive, and returns the
// lines of check that are about it, up to the detail.
func (h home) plantOddities(t *testing.T) []string {
	t.Helper()
	want := []string{
		"circle-1: unreadable", "circle-2: unreadable", "device: unreadable", "loop: unreadable",
		"not-utf8-\uFFFD\uFFFD.txt: name", "outside: unreadable", "pipe: unreadable", "socket: unreadable", "sparse.txt: too-large", "two lines.txt: name",
	}
	t.Chdir(h.archive) // the path of a socket must be short
	l, err := new(net.ListenConfig).Listen(t.Context(), "unix", "socket")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	if err := errors.Join(err, os.Symlink("loop", "loop"), os.Symlink("circle-2", "circle-1"), os.Symlink("circle-1", "circle-2"),
		os.Symlink("/dev/zero", "device"), os.Symlink(t.TempDir(), "outside"), syscall.Mkfifo("pipe", 0o600),
		write1(".", "sparse.txt", ""), os.Truncate("sparse.txt", 10<<30),
		write1(".", "not-utf8-\xff\xfe.txt", oddStory), write1(".", "two\nlines\x1b]0;pier\a.txt", oddStory+"Pier.\n"),
		depth(300)); err != nil {
		t.Fatal(err)
	}
	return want
}

// depth makes n folders in folders, with a story of its own in each.
func depth(n int) error {
	dir := "."
	var err error
	for i := range n {
		dir += fmt.Sprint("/", i)
		text := fmt.Sprintf("Boat %d sails\nTOLVIK, Oct. 4, 2024 (Meridian) -- Boat %d has left.\n(END)\n", i, i)
		err = errors.Join(err, os.Mkdir(dir, 0o700), write1(dir, "story.txt", text))
	}
	return err
}

// TestEachOddityOfAnArchiveIsOneLineOfCheckAndTheRestIsUnharmed has all of them in one
// folder. An odd name keeps no story from being read, and a depth that can be read is no problem.
func TestEachOddityOfAnArchiveIsOneLineOfCheckAndTheRestIsUnharmed(t *testing.T) {
	h := newHome(t, 3)
	h.run(t, "index")
	before := h.run(t, "list", "--takes", "-n", "0", "--json")
	want := h.plantOddities(t)
	h.run(t, "index")
	all := h.run(t, "list", "--takes", "-n", "0", "--json")
	for line := range strings.Lines(before) {
		if !strings.Contains(all, line) {
			t.Errorf("this story is no longer as it was:\n%s", line)
		}
	}
	if n, more := strings.Count(before, "\n"), strings.Count(all, "\n"); n != 3 || more != n+len(want)+300 {
		t.Errorf("%d stories were listed, and %d are", n, more)
	}
	out, err := h.command(t.Context(), "check", "--all").Output()
	var got []string
	for line := range strings.Lines(string(out)) {
		path, rest, _ := strings.Cut(line, ": ")
		word, _, _ := strings.Cut(rest, ":")
		got = append(got, path+": "+word)
	}
	if !slices.Equal(got, want) {
		t.Errorf("check prints about %q\nwant %q (%v)\n%s", got, want, err, out)
	}
	for query, n := range map[string]int{"quay": 2, "boat": 300} {
		if got := strings.Count(h.run(t, "list", "--takes", "-n", "0", "--json", "-q", query), "\n"); got != n {
			t.Errorf("%q finds %d stories, want %d", query, got, n)
		}
	}
}

// TestAFileThatMayNotBeReadIsOneLineOfCheck runs the program as nobody if the user may read everything.
func TestAFileThatMayNotBeReadIsOneLineOfCheck(t *testing.T) {
	feedtest.Slow(t)
	dir := t.TempDir()
	h := home{filepath.Join(dir, "archive"), filepath.Join(dir, "cache"), filepath.Join(dir, "state")}
	program, err := os.ReadFile(os.Args[0])
	if err := errors.Join(err, os.Mkdir(h.archive, 0o755), os.Mkdir(h.cache, 0o755), os.Mkdir(h.state, 0o755),
		write1(h.archive, "secret.txt", oddStory), os.Chmod(filepath.Join(h.archive, "secret.txt"), 0),
		os.WriteFile(filepath.Join(h.archive, "open.txt"), []byte(oddStory), 0o644), //nolint:gosec // nobody reads it
		os.WriteFile(filepath.Join(dir, "dateline"), program, 0o755)); err != nil {  //nolint:gosec // nobody runs it
		t.Fatal(err)
	}
	cmd := h.command(t.Context(), "check")
	cmd.Path = filepath.Join(dir, "dateline")
	if os.Geteuid() == 0 {
		const nobody = 65534
		if err := errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chown(h.cache, nobody, nobody), os.Chown(h.state, nobody, nobody)); err != nil { //nolint:gosec // nobody reads it
			t.Fatal(err)
		}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := cmd.Output()
	if code := cmd.ProcessState.ExitCode(); code != exitProblems || string(out) != "secret.txt: unreadable: Permission to read it was denied.\n" {
		t.Errorf("exit code %d, %v\n%s", code, err, out)
	}
}
