package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// job is the reader as a job of a shell, which continues it after a line of input when
// it has stopped.
type job struct {
	*terminal
	pid int
}

func startJob(t *testing.T) job {
	t.Helper()
	h := newHome(t, 5)
	h.run(t, "index")
	cmd := exec.CommandContext(t.Context(), "sh", "-c", `set -m; "$0"; while [ $? -gt 128 ]; do read line; fg; done`, linked(t))
	cmd.Env = h.command(t.Context(), "list").Env
	j := job{terminal: attach(t, cmd, true)}
	j.until(t, []string{" unread of "})
	var err error
	if j.pid, err = j.child(); err != nil {
		t.Fatal(err)
	}
	return j
}

// child returns the ID of the only child of the program.
func (t *terminal) child() (int, error) {
	children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", t.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(string(children)))
}

// linked returns a path of the program.
func linked(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dateline") // TestMain runs the program under this name
	if err := os.Symlink(os.Args[0], path); err != nil {
		t.Fatal(err)
	}
	return path
}

// raw reports whether the terminal passes keys on as they are typed.
func (j job) raw(t *testing.T) bool {
	t.Helper()
	state, err := unix.IoctlGetTermios(int(j.master.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	return state.Lflag&unix.ICANON == 0
}

// stopped waits until the job is stopped, and returns what the terminal got.
func (j job) stopped(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	for end := time.Now().Add(longWait); time.Now().Before(end); {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", j.pid))
		if err != nil {
			t.Fatal(err)
		}
		c, more := j.next(still) // after the state, so that all output before the stop is read
		out.Write(c.text)
		if strings.Contains(string(stat), ") T ") && !more {
			return out.String()
		}
	}
	t.Fatalf("the program is not stopped; its output is %q", out.String())
	return ""
}

// resume continues the job in the foreground and waits until it shows its list.
func (j job) resume(t *testing.T) {
	t.Helper()
	if _, err := j.master.WriteString("\n"); err != nil {
		t.Fatal(err)
	}
	j.until(t, []string{" unread of "})
	for end := time.Now().Add(longWait); !j.raw(t); time.Sleep(still) { // a frame may have waited since before the stop
		if time.Now().After(end) {
			t.Fatal("the terminal is not raw after the program has been continued")
		}
	}
	if !j.enter(t, "s") {
		t.Error("a key changes nothing after the program has been continued")
	}
}

func TestAStopFromOutsideGivesTheTerminalBackAsCtrlZDoes(t *testing.T) {
	j := startJob(t)
	stops := map[string]func() error{
		"Ctrl-Z":  func() error { _, err := j.master.WriteString("\x1a"); return err },
		"SIGTSTP": func() error { return unix.Kill(j.pid, unix.SIGTSTP) },
	}
	for range 2 {
		for name, stop := range stops {
			if err := stop(); err != nil {
				t.Fatal(err)
			}
			if out := j.stopped(t); !strings.Contains(out, "\x1b[?1049l") || !strings.HasSuffix(out, terminalOrders) || j.raw(t) {
				t.Errorf("%s: the terminal is raw: %v; its output is %q", name, j.raw(t), out)
			}
			j.resume(t)
		}
	}
	j.quit(t)
}

func TestAProgramStoppedUnawaresTakesTheTerminalBack(t *testing.T) {
	j := startJob(t)
	for range 2 {
		if err := unix.Kill(j.pid, unix.SIGSTOP); err != nil {
			t.Fatal(err)
		}
		j.stopped(t)
		state, err := unix.IoctlGetTermios(int(j.master.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		state.Lflag |= unix.ICANON | unix.ECHO // as a shell does
		state.Iflag |= unix.ICRNL
		if err := unix.IoctlSetTermios(int(j.master.Fd()), unix.TCSETS, state); err != nil {
			t.Fatal(err)
		}
		j.resume(t)
	}
	j.quit(t)
}

func TestAProgramThatNoShellCanContinueDoesNotStop(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	reader := attach(t, h.command(t.Context(), h.archive), true)
	reader.until(t, []string{" unread of "})
	if _, err := reader.master.WriteString("\x1a"); err != nil {
		t.Fatal(err)
	}
	if !reader.enter(t, "s") {
		t.Error("a key changes nothing after Ctrl-Z")
	}
	reader.quit(t)
}

// The sequences that make the terminal order right-to-left text, and not.
const terminalOrders, programOrders = "\x1b[8h", "\x1b[8l"

func TestTheTerminalOrdersTextOnlyWhereTheProgramDoesNot(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	for name, setting := range map[string]string{"by default": "", "with a setting": `bidi = "terminal"`} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "dateline", "config.toml")
			if err := errors.Join(os.Mkdir(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(setting), 0o666)); err != nil {
				t.Fatal(err)
			}
			cmd := h.command(t.Context(), h.archive)
			cmd.Env = append(cmd.Env, "XDG_CONFIG_HOME="+dir)
			reader := attach(t, cmd, true)
			out := reader.all(t)
			want := 1
			if setting != "" {
				want = 0
			}
			if strings.Count(out, programOrders) != want || strings.Count(out, terminalOrders) != want || want > 0 && !strings.HasSuffix(out, terminalOrders) {
				t.Errorf("the terminal got %q", out)
			}
		})
	}
}

func TestTheTitleAndTheModesOfTheTerminalAreGivenBack(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	out := attach(t, h.command(t.Context(), h.archive), true).all(t)
	for begin, end := range map[string]string{
		"\x1b[22;2t": "\x1b[23;2t", "\x1b[?2031h": "\x1b[?2031l", "\x1b[?1004h": "\x1b[?1004l",
	} {
		if strings.Count(out, begin) != 1 || strings.LastIndex(out, end) < strings.Index(out, begin) {
			t.Errorf("%q is not followed by %q in %q", begin, end, out)
		}
	}
	if title := strings.LastIndex(out, "\x1b]2;"); title > strings.LastIndex(out, "\x1b[23;2t") {
		t.Errorf("a title is set after the old one came back: %q", out[title:])
	}
}

// all lets the reader show its list and quits it. It returns all output.
func (t *terminal) all(tb testing.TB) string {
	tb.Helper()
	var out strings.Builder
	for !strings.Contains(ansi.Strip(out.String()), " unread of ") {
		c, ok := t.next(longWait)
		if !ok {
			tb.Fatalf("the reader shows %q", out.String())
		}
		out.Write(c.text)
	}
	if _, err := t.master.WriteString("Q"); err != nil {
		tb.Fatal(err)
	}
	for c := range t.output {
		out.Write(c.text)
	}
	if err := t.cmd.Wait(); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

func TestLateAnswersOfTheTerminalAreNotTypedIntoTheShell(t *testing.T) {
	answers := map[string]string{
		"\x1b[c": "\x1b[?62;22c", "\x1b]11;?": "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b[?u": "\x1b[?0u",
		"\x1b[?2026$p": "\x1b[?2026;2$y", "\x1b[?2027$p": "\x1b[?2027;2$y",
	}
	for end, press := range map[string]func(shell *terminal) error{
		"a key":  func(shell *terminal) error { _, err := shell.master.WriteString("Q"); return err },
		"a stop": func(shell *terminal) error { _, err := shell.master.WriteString("\x1a"); return err },
		"a signal": func(shell *terminal) error {
			pid, err := shell.child()
			if err != nil {
				return err
			}
			return unix.Kill(pid, unix.SIGTERM)
		},
	} {
		for _, delay := range []time.Duration{300 * time.Millisecond, time.Second, 2 * time.Second} {
			t.Run(fmt.Sprint(end, " ", delay), func(t *testing.T) {
				t.Parallel()
				h := newHome(t, 5)
				h.run(t, "index")
				// The shell waits at its end: when it exits, the kernel may drop what it has just written.
				cmd := exec.CommandContext(t.Context(), "sh", "-c", `set -m; "$0"; echo LEFT; read line; echo "GOT ${#line} characters"; kill -KILL %1 2>/dev/null; wait; echo OVER; read line`, linked(t))
				cmd.Env = h.command(t.Context(), "list").Env
				shell := begin(t, &terminal{cmd: cmd, answers: answers, delay: delay}, true)
				shell.until(t, []string{" unread of "})
				job, err := shell.child()
				if err = errors.Join(err, press(shell)); err != nil {
					t.Fatal(err)
				}
				shell.until(t, []string{"LEFT"})
				shell.pending.Wait()
				shell.send(t, "\n")
				if out := shell.shown(t, "OVER"); !strings.Contains(out, "GOT 0 characters") {
					t.Errorf("the shell shows %q", out)
				}
				shell.send(t, "\n")
				for unix.Kill(-job, 0) == nil { // until nothing of it writes any more
					time.Sleep(time.Millisecond)
				}
			})
		}
	}
}
