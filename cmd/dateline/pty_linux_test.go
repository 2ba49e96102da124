package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// terminal is a program on its own pseudo-terminal. It answers only the question for its
// type, as every terminal does, unless it has other answers.
type terminal struct {
	cmd    *exec.Cmd
	start  time.Time // just before the program was started
	master *os.File
	output chan chunk // closed when the program ends

	pace     time.Duration     // after a few bytes the terminal waits as long
	answers  map[string]string // to queries
	delay    time.Duration     // of answers
	pending  sync.WaitGroup    // answers
	answered chan struct{}     // closed when the answer given last is written; nil if there was none
}

// typeAnswer is the answer to the question for the type of a terminal.
var typeAnswer = map[string]string{"\x1b[c": "\x1b[?62;22c"}

// chunk is the output of one read.
type chunk struct {
	at   time.Time
	text []byte
}

// The size of every terminal.
const (
	ptyColumns = 160
	ptyRows    = 50
)

// longWait is the longest time to wait for output. It is long because no benchmark
// fails because of a time.
const longWait = 2 * time.Minute

// still is the time without output after which a screen is complete: a few frames.
const still = 40 * time.Millisecond

// launch starts a program on a terminal, and kills it at the end of the test.
func launch(tb testing.TB, env []string, name string, args ...string) *terminal {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), name, args...)
	cmd.Env = env
	return attach(tb, cmd, true)
}

// attach starts cmd on a terminal. Unless controls is true, the terminal is not the
// controlling one of cmd, so cmd gets no signal when it closes.
func attach(tb testing.TB, cmd *exec.Cmd, controls bool) *terminal {
	tb.Helper()
	return begin(tb, &terminal{cmd: cmd}, controls)
}

// attachPaced is attach for a terminal that takes a few bytes and then waits for pace.
func attachPaced(tb testing.TB, cmd *exec.Cmd, controls bool, pace time.Duration) *terminal {
	tb.Helper()
	return begin(tb, &terminal{cmd: cmd, pace: pace}, controls)
}

// begin starts the program of t.
func begin(tb testing.TB, t *terminal, controls bool) *terminal {
	tb.Helper()
	master, slave, err := openPTY()
	if err != nil {
		tb.Skipf("no pseudo-terminal: %v", err)
	}
	t.master, t.output = master, make(chan chunk, 1<<16)
	if t.answers == nil {
		t.answers = typeAnswer
	}
	t.cmd.Stdin, t.cmd.Stdout = slave, slave
	if t.cmd.Stderr == nil {
		t.cmd.Stderr = slave
	}
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: controls}
	t.start = time.Now()
	err = t.cmd.Start()
	_ = slave.Close()
	if err != nil {
		_ = master.Close()
		tb.Fatal(err)
	}
	go t.listen()
	tb.Cleanup(t.kill)
	return t
}

// openPTY opens both ends of a new pseudo-terminal.
func openPTY() (master, slave *os.File, err error) {
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	master = os.NewFile(uintptr(fd), "/dev/ptmx")
	if err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: ptyRows, Col: ptyColumns})
	}
	if err == nil {
		var n int
		if n, err = unix.IoctlGetInt(fd, unix.TIOCGPTN); err == nil {
			slave, err = os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|unix.O_NOCTTY, 0)
		}
	}
	if err != nil {
		_ = master.Close()
	}
	return master, slave, err
}

// listen reads the output of the program until it ends, and answers its queries.
func (t *terminal) listen() {
	defer close(t.output)
	buf := make([]byte, 1<<16)
	if t.pace > 0 {
		buf = buf[:200]
	}
	var unanswered []byte
	for ; ; time.Sleep(t.pace) {
		n, err := t.master.Read(buf)
		if n > 0 {
			unanswered = t.answer(append(unanswered, buf[:n]...))
			t.output <- chunk{time.Now(), bytes.Clone(buf[:n])}
		}
		if err != nil {
			return
		}
	}
}

// answer answers the queries in output after a while, in their order, and returns what
// may be the beginning of another.
func (t *terminal) answer(output []byte) []byte {
	var text strings.Builder
	from := 0
	for i := range output {
		for query, answer := range t.answers {
			if bytes.HasPrefix(output[i:], []byte(query)) {
				text.WriteString(answer)
				from = i + len(query)
			}
		}
	}
	if text.Len() > 0 {
		t.pending.Add(1)
		before, done := t.answered, make(chan struct{})
		t.answered = done
		time.AfterFunc(t.delay, func() {
			defer t.pending.Done()
			defer close(done)
			if before != nil {
				<-before // a busy machine may be late with the answer before this one
			}
			_, _ = t.master.WriteString(text.String()) // the program may have ended
		})
	}
	const longest = 10 // bytes of a query, less one
	return bytes.Clone(output[max(from, len(output)-longest):])
}

// next returns the next output of the program; ok is false if there is none within
// limit.
func (t *terminal) next(limit time.Duration) (c chunk, ok bool) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case c, ok = <-t.output:
		return c, ok
	case <-timer.C:
		return chunk{}, false
	}
}

// until waits until the output, without escape sequences, contains any of parts. It
// returns the time since the start of the program.
func (t *terminal) until(tb testing.TB, parts []string) time.Duration {
	tb.Helper()
	var seen []byte
	for {
		c, ok := t.next(longWait)
		if !ok {
			tb.Fatalf("%s does not show any of %q within %v, or before its end; it shows %q", t.cmd.Path, parts, longWait, seen)
		}
		seen = append(seen, c.text...)
		plain := []byte(ansi.Strip(string(seen)))
		for _, p := range parts {
			if bytes.Contains(plain, []byte(p)) {
				return c.at.Sub(t.start)
			}
		}
	}
}

// quiet reads until there is no output for the time d. It returns the time of the
// last output; ok is false if there was none.
func (t *terminal) quiet(d time.Duration) (last time.Time, ok bool) {
	for {
		c, more := t.next(d)
		if !more {
			return last, ok
		}
		last, ok = c.at, true
	}
}

// press presses a key and returns the times until the first and the last change of
// the screen. ok is false if the key changes nothing.
func (t *terminal) press(tb testing.TB, key string, limit time.Duration) (first, whole time.Duration, ok bool) {
	tb.Helper()
	t.quiet(time.Millisecond)
	at := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		tb.Fatal(err)
	}
	c, ok := t.next(limit)
	if !ok {
		return 0, 0, false
	}
	first, whole = c.at.Sub(at), c.at.Sub(at)
	if last, more := t.quiet(still); more {
		whole = last.Sub(at)
	}
	return first, whole, true
}

// enter presses keys up to the first that changes nothing, and reports whether all
// did.
func (t *terminal) enter(tb testing.TB, keys string) bool {
	tb.Helper()
	for _, key := range keys {
		if _, _, ok := t.press(tb, string(key), time.Second); !ok {
			return false
		}
	}
	return true
}

// rest waits until the program is idle, so that its background work does not disturb
// a measurement.
func (t *terminal) rest(tb testing.TB) {
	tb.Helper()
	const busy = 50 * time.Millisecond // a second; the frame ticker alone takes about 10
	for end := time.Now().Add(longWait); time.Now().Before(end); {
		before := t.cpu(tb)
		for second := time.Now().Add(time.Second); time.Now().Before(second); {
			t.next(time.Until(second))
		}
		if t.cpu(tb)-before < busy {
			return
		}
	}
	tb.Logf("%s is still busy after %v", t.cmd.Path, longWait)
}

// leave is until followed by quit.
func (t *terminal) leave(tb testing.TB, parts []string) time.Duration {
	tb.Helper()
	took := t.until(tb, parts)
	t.quit(tb)
	return took
}

// quit quits the program as a user does.
func (t *terminal) quit(tb testing.TB) {
	tb.Helper()
	if _, err := t.master.WriteString("Q"); err != nil {
		tb.Fatal(err)
	}
	for range t.output {
		continue // the rest of the output does not matter
	}
	if err := t.cmd.Wait(); err != nil {
		tb.Fatalf("%s: %v", t.cmd.Path, err)
	}
}

// kill kills the program if it still runs.
func (t *terminal) kill() {
	if t.cmd.ProcessState == nil {
		_ = t.cmd.Process.Kill()
		_ = t.cmd.Wait()
	}
	_ = t.master.Close()
}

// cpu returns the processor time of the program, all threads together.
func (t *terminal) cpu(tb testing.TB) time.Duration {
	tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", t.cmd.Process.Pid))
	if err != nil {
		tb.Fatal(err)
	}
	// After the name, which is in brackets: utime and stime are the 12th and 13th, in ticks.
	fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
	if len(fields) < 13 {
		tb.Fatalf("%q is not a process", text)
	}
	const tick = 10 * time.Millisecond // USER_HZ is 100 on every Linux that Go runs on
	var sum time.Duration
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(string(f))
		if err != nil {
			tb.Fatal(err)
		}
		sum += time.Duration(n) * tick
	}
	return sum
}

// memory returns a value of /proc/PID/status, such as VmRSS, in MB of a million
// bytes.
func (t *terminal) memory(tb testing.TB, name string) float64 {
	tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	if err != nil {
		tb.Fatal(err)
	}
	_, rest, _ := bytes.Cut(text, []byte("\n"+name+":"))
	var kib float64
	if _, err := fmt.Sscan(string(rest), &kib); err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return kib * 1024 / 1e6
}
