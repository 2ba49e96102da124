package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// console is the input and output of a command.
type console struct {
	in    io.Reader
	out   *bufio.Writer
	under io.Writer // what out writes to, with all colors
	err   io.Writer
	width int          // of a line on standard output, in cells; 0 for no limit, as in a pipe
	theme *theme.Theme // of text on standard output; nil to print plain text
	live  bool         // standard error is a terminal, so progress may be shown
	wide  func() int   // returns the width of the terminal on standard error
	lent  atomic.Bool  // the reader has lent the terminal to another program
}

// newConsole returns the console of this process.
func newConsole() *console {
	c := &console{in: os.Stdin, out: bufio.NewWriterSize(os.Stdout, 32<<10), under: os.Stdout, err: os.Stderr}
	if term.IsTerminal(os.Stdout.Fd()) {
		c.width = columns(os.Stdout)
	}
	c.wide = func() int { return columns(os.Stderr) }
	c.live = term.IsTerminal(os.Stderr.Fd())
	return c
}

// columns returns the width of the terminal f in cells, 80 if it is unknown.
func columns(f *os.File) int {
	if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
		return w
	}
	return 80
}

// overwrite replaces the line that it wrote last to the terminal on standard error.
// It writes the first of lines that fits; if none does, it cuts the last.
func (c *console) overwrite(lines ...string) {
	room := c.wide() - 1 // a full line would move the cursor to the next
	text := lines[len(lines)-1]
	for _, l := range slices.Backward(lines) {
		if cell.Width(l) <= room {
			text = l
		}
	}
	_, _ = fmt.Fprintf(c.err, "\r%s%s", cell.Cut(text, room), ansi.EraseLineRight)
}

// say writes a line to standard error. It ignores the error of the write.
func (c *console) say(text string) {
	_, _ = fmt.Fprintf(c.err, "dateline: %s\n", text)
}
