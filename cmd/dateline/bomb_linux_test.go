package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/feed/feedtest"
)

// bombMemory is the most memory in MiB that indexing one bad file may take.
const bombMemory = 300

// bombs write hostile files below a folder. Each is for one line of check.
var bombs = map[string]func(dir string) error{
	"10 GiB of nothing": func(dir string) error {
		return errors.Join(write1(dir, "a.txt", ""), os.Truncate(filepath.Join(dir, "a.txt"), 10<<30))
	},
	"10 million lines": func(dir string) error {
		return write1(dir, "a.txt", "Pier opens\n"+strings.Repeat("\n", 10_000_000)+"x\n")
	},
	"16 million line ends": func(dir string) error { return write1(dir, "a.txt", strings.Repeat("\n", 16<<20-1)+"x") },
	"a line of 100 MB":     func(dir string) error { return write1(dir, "a.txt", strings.Repeat("pier ", 20_000_000)) },
	"a line of 16 MB":      func(dir string) error { return write1(dir, "a.txt", strings.Repeat("a", 16<<20)) },
	"a headline of 1 MB": func(dir string) error {
		return write1(dir, "a.txt", strings.Repeat("Pier opens ", 1<<20/11)+"\n"+bombLede)
	},
	"100,000 headlines": func(dir string) error {
		return write1(dir, "a.txt", "Pier opens\n"+bombLede+"(END)\n"+numbered(4<<20, "-\nFerry No. %d sails to Tolvik again\n"))
	},
	"combining marks": func(dir string) error {
		return write1(dir, "a.txt", "Pier opens\n"+bombLede+"e"+strings.Repeat("\u0301", 4<<20))
	},
	"piles of marks": func(dir string) error {
		return write1(dir, "a.txt", "Pier opens\n"+bombLede+strings.Repeat("e\u0301\u0302\u0303\u0304\u0305\u0306 ", 1<<19))
	},
	"escapes":  func(dir string) error { return write1(dir, "a.txt", strings.Repeat("\x1b]0;", 4<<20)) },
	"noise":    func(dir string) error { return write1(dir, "a.txt", string(noise(feedtest.Rounds(2, 16)<<20))) },
	"brackets": func(dir string) error { return write1(dir, "a.json", strings.Repeat("[", 16<<20)) },
	"elements": func(dir string) error { return write1(dir, "a.html", "<html>"+strings.Repeat("<div>", 3<<20)) },
	"mail in mail": func(dir string) error {
		return write1(dir, "a.eml", bombMail+strings.Repeat("--b\n"+bombPart, 100_000))
	},
	"80,000 mails in a file": func(dir string) error { return write1(dir, "a.mbox", numbered(8<<20, bombMessage)) },
	"300 levels of folders":  levels,
}

const (
	bombLede    = "OSTMERE, Oct. 3, 2024 (Meridian) -- The pier is open.\n"
	bombPart    = "Content-Type: multipart/mixed; boundary=b\n\n"
	bombMail    = "From: desk@meridian.example\nSubject: Pier opens\nDate: Wed, 9 Oct 2024 10:00:00 +0000\n" + bombPart
	bombMessage = "From desk Wed Oct  9 10:00:00 2024\nFrom: desk@meridian.example\nSubject: Pier w%[1]x opens\n\nPier w%[1]x of v%[1]x.\n\n"
)

// write1 writes a file.
func write1(dir, name, s string) error {
	return os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600)
}

// noise returns n bytes that are no text.
func noise(n int) []byte {
	out, x := make([]byte, n), uint64(1)
	for i := range out {
		x = x*6364136223846793005 + 1442695040888963407
		out[i] = byte(x >> 56)
	}
	return out
}

// levels makes folders in folders, whose path is longer than a system takes.
func levels(dir string) error {
	at, err := os.OpenRoot(dir)
	for i := 0; err == nil && i < 300; i++ {
		name := fmt.Sprintf("level-%03d-of-the-desk", i)
		var in *os.Root
		if err = at.Mkdir(name, 0o700); err == nil {
			err = at.WriteFile("story.txt", []byte("Pier opens\n"+bombLede), 0o600)
		}
		if err == nil {
			in, err = at.OpenRoot(name)
		}
		err = errors.Join(err, at.Close())
		at = in
	}
	if at != nil {
		err = errors.Join(err, at.Close())
	}
	return err
}

func TestABombIsReadInBoundedMemoryAndTheRestIsUnharmed(t *testing.T) {
	if testing.Short() {
		t.Skip("under the race detector the program takes more memory")
	}
	for name, plant := range bombs {
		t.Run(name, func(t *testing.T) {
			h := newHome(t, 3)
			if err := plant(h.archive); err != nil {
				t.Fatal(err)
			}
			mib := h.indexed(t)
			t.Logf("%d MiB", mib)
			if mib > bombMemory {
				t.Errorf("indexing takes %d MiB, more than %d", mib, bombMemory)
			}
			if n := strings.Count(h.run(t, "list", "--takes", "-n", "0", "--json"), "\n"); n < 4 {
				t.Errorf("%d stories are listed", n)
			}
			cmd := h.command(t.Context(), "check")
			out, _ := cmd.Output() // 3 if there are problems
			if n := strings.Count("\n"+string(out), "\na."); n > 2 {
				t.Errorf("check prints %d lines about the file:\n%.2000s", n, out)
			}
		})
	}
}

// indexed runs index and returns the most memory that it takes, in MiB. The usage that the
// system reports for a process counts the memory of the one that started it.
func (h home) indexed(t *testing.T) (mib int) {
	t.Helper()
	cmd := h.command(t.Context(), "index")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	status := fmt.Sprintf("/proc/%d/status", cmd.Process.Pid)
	for {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatalf("%v\n%s", err, stderr.String())
			}
			return mib
		case <-time.After(5 * time.Millisecond):
			text, _ := os.ReadFile(status) // it may have ended
			_, rest, _ := strings.Cut(string(text), "\nVmHWM:")
			kib := 0
			_, _ = fmt.Sscan(rest, &kib)
			mib = max(mib, kib>>10)
		}
	}
}

func TestAnArchiveOfEmptyFilesIsReadInBoundedMemory(t *testing.T) {
	n := feedtest.Rounds(10_000, 1_000_000)
	h := newHome(t, 3)
	for i := range n {
		dir := filepath.Join(h.archive, strconv.Itoa(i/1000))
		if err := errors.Join(os.MkdirAll(dir, 0o700), write1(dir, fmt.Sprintf("%d.txt", i%1000), "")); err != nil {
			t.Fatal(err)
		}
	}
	mib := h.indexed(t)
	t.Logf("%d files, %d MiB", n, mib)
	if mib > bombMemory {
		t.Errorf("indexing takes %d MiB, more than %d", mib, bombMemory)
	}
	if got := strings.Count(h.run(t, "list", "--takes", "-n", "0", "--json"), "\n"); got != n+3 {
		t.Errorf("%d stories are listed, want %d", got, n+3)
	}
}
