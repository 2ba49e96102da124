package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"

	"dateline/feed/feedtest"
	"dateline/feed/feedtest/screen"
)

// mode is a sequence that switches a mode of the terminal on or off, or pushes or pops the
// flags of its keyboard.
var mode = regexp.MustCompile(`\x1b\[(\?[0-9;]+[hl]|>[0-9]+u|<[0-9]*u|>4(;[0-9])?m)`)

// modes returns the modes that output leaves changed. The cursor shows, and lines wrap, by default.
func modes(output string) []string {
	left := map[string]bool{}
	for _, m := range mode.FindAllString(output, -1) {
		end := m[len(m)-1]
		switch {
		case strings.HasPrefix(m, "\x1b[?"):
			on := end == 'h'
			for n := range strings.SplitSeq(m[3:len(m)-1], ";") {
				left["?"+n] = on != (n == "25" || n == "7")
			}
		case end == 'u':
			left["keyboard"] = m[2] == '>'
		default:
			left["other keys"] = strings.Contains(m, ";")
		}
	}
	maps.DeleteFunc(left, func(_ string, on bool) bool { return !on })
	return slices.Sorted(maps.Keys(left))
}

// withMouse starts the reader with the mouse on and waits for its list. It returns the
// output so far.
func withMouse(t *testing.T, h home) (*terminal, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "dateline"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "dateline", "config.toml"), []byte("mouse = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := h.command(t.Context(), h.archive)
	cmd.Env = append(cmd.Env, "XDG_CONFIG_HOME="+dir, "TERM=xterm-256color")
	reader := attach(t, cmd, true)
	return reader, reader.shown(t, " unread of ")
}

// listed returns the number of rows that the list on the terminal has.
func listed(tb testing.TB, output string) string {
	tb.Helper()
	m := regexp.MustCompile(`1 of ([0-9]+)`).FindStringSubmatch(ansi.Strip(output))
	if m == nil {
		tb.Fatalf("the list has no position: %q", ansi.Strip(output))
	}
	return m[1]
}

// shown reads until text is in the output and nothing more comes, and returns the output.
func (t *terminal) shown(tb testing.TB, text string) string {
	tb.Helper()
	var out strings.Builder
	for end := time.Now().Add(longWait); time.Now().Before(end); {
		c, ok := t.next(still)
		out.Write(c.text)
		if !ok && strings.Contains(ansi.Strip(out.String()), text) {
			return out.String()
		}
	}
	tb.Fatalf("the terminal does not show %q but %q", text, ansi.Strip(out.String()))
	return ""
}

// remainder returns the output up to the end of the program, which must come.
func (t *terminal) remainder(tb testing.TB) string {
	tb.Helper()
	var out strings.Builder
	for {
		select {
		case c, ok := <-t.output:
			if !ok {
				_ = t.cmd.Wait() // the test looks at the exit code
				return out.String()
			}
			out.Write(c.text)
		case <-time.After(longWait):
			tb.Fatal("the program does not end")
		}
	}
}

// cooked reports whether the terminal edits lines, as it does for a shell.
func (t *terminal) cooked(tb testing.TB) bool {
	tb.Helper()
	state, err := unix.IoctlGetTermios(int(t.master.Fd()), unix.TCGETS)
	if err != nil {
		tb.Fatal(err)
	}
	return state.Lflag&(unix.ICANON|unix.ECHO|unix.ISIG) == unix.ICANON|unix.ECHO|unix.ISIG && state.Iflag&unix.ICRNL != 0
}

func TestASignalEndsTheReaderAndLeavesTheTerminalAsItWas(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		reader, out := withMouse(t, h)
		if on := modes(out); len(on) < 4 || reader.cooked(t) {
			t.Errorf("the reader has switched on only %q; the terminal edits lines: %v", on, reader.cooked(t))
		}
		if err := reader.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		out += reader.remainder(t)
		if left := modes(out); len(left) > 0 || !reader.cooked(t) {
			t.Errorf("%v leaves the modes %q; the terminal edits lines: %v", sig, left, reader.cooked(t))
		}
		if code := reader.cmd.ProcessState.ExitCode(); code != exitSignal+int(sig) {
			t.Errorf("%v: exit code %d", sig, code)
		}
	}
}

func TestAStopAndAContinuationKeepTheModes(t *testing.T) {
	h := newHome(t, 5)
	h.run(t, "index")
	reader, before := withMouse(t, h)
	want := modes(before)
	out := before
	for range 3 {
		if err := unix.Kill(reader.cmd.Process.Pid, unix.SIGSTOP); err != nil {
			t.Fatal(err)
		}
		if err := unix.Kill(reader.cmd.Process.Pid, unix.SIGCONT); err != nil {
			t.Fatal(err)
		}
		out = reader.untilTaken(t, out, want)
		if reader.cooked(t) {
			t.Error("after SIGSTOP and SIGCONT the terminal edits lines")
		}
	}
	reader.quit(t)
}

// untilTaken reads until the program has taken the terminal again and all modes are as
// wanted, and returns all output.
func (t *terminal) untilTaken(tb testing.TB, before string, want []string) string {
	tb.Helper()
	out := before
	for !strings.Contains(out[len(before):], ansi.SetModeAltScreenSaveCursor) || !slices.Equal(modes(out), want) {
		c, ok := t.next(longWait)
		if !ok {
			tb.Fatalf("the modes are %q, were %q after the program wrote %q", modes(out), want, out[len(before):])
		}
		out += string(c.text)
	}
	return out
}

// resize changes the size of the terminal, which signals the program.
func (t *terminal) resize(tb testing.TB, w, h int) {
	tb.Helper()
	if err := unix.IoctlSetWinsize(int(t.master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(h), Col: uint16(w)}); err != nil {
		tb.Fatal(err)
	}
}

// send writes to the terminal while its output is read.
func (t *terminal) send(tb testing.TB, text string) {
	tb.Helper()
	done := make(chan error, 1)
	go func() {
		_, err := t.master.WriteString(text)
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			tb.Fatal(err)
		}
	case <-time.After(longWait):
		tb.Fatalf("the program does not read its %d bytes of input", len(text))
	}
}

func TestTheReaderOutlivesAStormOfSizes(t *testing.T) {
	h := newHome(t, 40)
	h.run(t, "index")
	reader, _ := withMouse(t, h)
	for i := range 400 {
		reader.resize(t, 1+i*37%200, 1+i*23%70)
		if i%20 == 0 {
			reader.send(t, "jjk")
		}
	}
	reader.resize(t, 90, 20)
	reader.shown(t, "")
	reader.send(t, "\x0c")
	out := reader.shown(t, " unread of ")
	s := screen.New(t, 90, 20)
	s.Show(out)
	if got := s.String(); !strings.Contains(strings.SplitN(got, "\n", 2)[0], " unread of ") {
		t.Errorf("after the storm the screen shows\n%s", got)
	}
	reader.quit(t)
}

func TestThousandsOfKeysAtOnceAreTaken(t *testing.T) {
	h := newHome(t, 40)
	h.run(t, "index")
	reader, out := withMouse(t, h)
	n := listed(t, out)
	rounds := feedtest.Rounds(500, 2500)
	if testing.Short() {
		rounds = 50 // under the race detector a key takes a twentieth of a second
	}
	reader.send(t, strings.Repeat("jjjk", rounds)+"G")
	reader.shown(t, "")
	reader.send(t, "\x0c")
	reader.shown(t, n+" of "+n)
	reader.send(t, strings.Repeat("\rJK\x1b[Bh", 20))
	reader.quit(t)
}

func TestAPasteOfAMegabyteIsTaken(t *testing.T) {
	h := newHome(t, 40)
	h.run(t, "index")
	reader, _ := withMouse(t, h)
	reader.send(t, "/\x1b[200~"+strings.Repeat("council \x1b[31m\n", 1<<20/14)+"\x1b[201~")
	reader.shown(t, "council")
	reader.send(t, "\x1b")
	reader.shown(t, " unread of ")
	reader.quit(t)
}

func TestASlowTerminalLosesNothing(t *testing.T) {
	h := newHome(t, 40)
	h.run(t, "index")
	reader := attachPaced(t, h.command(t.Context(), h.archive), true, 5*time.Millisecond)
	n := listed(t, reader.shown(t, "1 of "))
	reader.send(t, strings.Repeat("jG\x0cgk", 10)+"G\x0c")
	reader.shown(t, n+" of "+n)
	reader.quit(t)
}

func TestASignalEndsTheReaderOfATerminalThatTakesNothing(t *testing.T) {
	h := newHome(t, 40)
	h.run(t, "index")
	cmd, report := h.command(t.Context(), h.archive), &strings.Builder{}
	cmd.Stderr = report // the race detector waits until it is written
	reader := attachPaced(t, cmd, true, time.Hour)
	for range 200 {
		if _, err := reader.master.WriteString("jG\x0cgk\x0c"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Millisecond)
	}
	if err := reader.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = reader.cmd.Wait() // the exit code does not matter
	}()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		t.Error("the reader of a terminal that is full does not end")
		if err := reader.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		<-ended
	}
	if report.Len() > 0 {
		t.Errorf("the reader wrote on standard error:\n%s", report)
	}
}
