package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/cell"
)

// console is where a command reads and writes.
type console struct {
	in    io.Reader
	out   *bufio.Writer
	err   io.Writer
	width int        // cells of the terminal on standard output; 0 where there is none
	live  bool       // standard error is a terminal, so progress may be shown
	wide  func() int // cells of the terminal on standard error, while it is one
}

// newConsole returns the console of this process.
func newConsole() *console {
	c := &console{in: os.Stdin, out: bufio.NewWriterSize(os.Stdout, 32<<10), err: os.Stderr}
	if term.IsTerminal(os.Stdout.Fd()) {
		c.width = columns(os.Stdout)
	}
	c.wide = func() int { return columns(os.Stderr) }
	c.live = term.IsTerminal(os.Stderr.Fd())
	return c
}

// columns is the width of the terminal f, 80 where it does not tell.
func columns(f *os.File) int {
	if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
		return w
	}
	return 80
}

// over writes the first of lines that fits the terminal on standard error, else
// the last, cut, over what over wrote before.
func (c *console) over(lines ...string) {
	room := c.wide() - 1 // a full line would leave the cursor on the next
	text := lines[len(lines)-1]
	for _, l := range slices.Backward(lines) {
		if cell.Width(l) <= room {
			text = l
		}
	}
	_, _ = fmt.Fprintf(c.err, "\r%s%s", cell.Cut(text, room), ansi.EraseLineRight)
}

// say writes a line to standard error. Where that fails too there is nobody
// left to tell.
func (c *console) say(format string, args ...any) {
	_, _ = fmt.Fprintf(c.err, "dateline: "+format+"\n", args...)
}

// patience is how long a scan runs before its progress is worth a line.
const patience = 300 * time.Millisecond

// scan brings the store up to date. On a terminal it counts along on a line
// that is gone when it is done.
func (c *console) scan(ctx context.Context, store *feed.Store) error {
	begun, shown := time.Now(), false
	_, err := store.Scan(ctx, func(p feed.Progress) {
		if c.live && time.Since(begun) > patience {
			c.over(reading+filesOf(p), filesOf(p))
			shown = true
		}
	})
	if shown {
		c.over("")
	}
	return err
}

// reading is what a scan does.
const reading = "reading the archive: "

// filesOf says how far a scan has come.
func filesOf(p feed.Progress) string {
	if p.Total == 0 {
		return cell.Count(p.Seen) + " files"
	}
	return cell.Count(p.Seen) + " of " + cell.Count(p.Total) + " files"
}

// column is a part of a line: text and the cells that it fills. Width 0 takes
// the text as it is.
type column struct {
	text  string
	width int
}

// line joins columns with two spaces, cleaned, and leaves nothing blank at the
// end. On a terminal of so many cells what does not fit is cut; width 0 is a
// pipe, where nothing is.
func line(width int, columns ...column) string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		text := clean.Line(c.text)
		if width > 0 && c.width > 0 {
			text = cell.Cut(text, c.width)
		}
		cells[i] = text + strings.Repeat(" ", max(0, c.width-cell.Width(text)))
	}
	text := strings.Join(cells, "  ")
	if width > 0 {
		text = cell.Cut(text, width)
	}
	return strings.TrimRight(text, " ") + "\n"
}
