package main

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed"
	"dateline/feed/locale"
)

// reading returns a line of progress that begins with what is done.
func reading(progress string) string { return locale.F("reading the archive: %s", progress) }

// filesOf returns the number of files that a scan has seen, as text.
func filesOf(p feed.Progress) string {
	if p.Total == 0 {
		return locale.F("%s files", locale.Count(p.Seen))
	}
	return locale.F("%s of %s files", locale.Count(p.Seen), locale.Count(p.Total))
}

// meter shows the progress of a scan: on a terminal one line that it overwrites,
// otherwise a line from time to time.
type meter struct {
	*console
	last  time.Time // when the last line was printed
	shown bool      // a line was printed
}

// settling reports that the search index is being merged, which may take a minute.
// In a pipe it prints nothing if the scan was too short to print a line.
func (m *meter) settling() {
	if m.live || m.shown {
		m.print(locale.T("merging the search index"))
	}
}

// The time between two lines.
const (
	everyFrame = 100 * time.Millisecond
	everyLine  = 2 * time.Second
)

// show prints p if a line is due.
func (m *meter) show(p feed.Progress) {
	var rate, left string
	if r := p.Rate(); r > 0 {
		rate = ", " + perSecond(r)
	}
	if d, ok := p.Left(); ok {
		left = ", " + locale.F("%s left", d.Round(time.Second))
	}
	files := filesOf(p)
	lines := []string{reading(files + rate + left), files + rate + left, files + left, files}
	if m.live && p.Total > 0 {
		bar := bar(p.Seen, p.Total) + " "
		lines = append([]string{bar + lines[0], bar + lines[1]}, lines[1:]...)
	}
	m.printDue(lines...)
}

// perSecond returns a rate as text.
func perSecond(rate float64) string {
	n := locale.Count(int(rate))
	if rate < 10 {
		n = locale.Decimal(rate)
	}
	return locale.F("%s a second", n)
}

// barWidth is the width of a progress bar in cells.
const barWidth = 20

// bar returns a progress bar for n of total.
func bar(n, total int) string {
	full := min(max(n, 0), total) * barWidth / total
	return strings.Repeat("█", full) + strings.Repeat("░", barWidth-full)
}

// printDue prints the first of lines that fits if a line is due.
func (m *meter) printDue(lines ...string) {
	every := everyLine
	if m.live {
		every = everyFrame
	}
	if time.Since(m.last) >= every {
		m.print(lines...)
	}
}

// print prints the first of lines that fits.
func (m *meter) print(lines ...string) {
	m.last, m.shown = time.Now(), true
	if m.live {
		m.overwrite(lines...)
		return
	}
	_, _ = fmt.Fprintln(m.err, lines[0])
}

// end erases the line on a terminal.
func (m *meter) end() {
	if m.live && m.shown {
		m.overwrite("")
	}
}
