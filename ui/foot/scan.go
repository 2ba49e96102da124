package foot

import (
	"fmt"
	"strings"
	"time"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/ui/theme"
)

// Scan is the progress of the first pass over the archive.
type Scan struct {
	Progress feed.Progress
	Running  bool
	Filling  bool // the archive is being read for the first time
}

// bar shows the progress of a scan: a box that fills, and words. The box is drawn
// with reversed spaces, which are one cell on every terminal and show without
// colours.
type bar struct {
	cells, full int // of the box; without cells there is no box
	words       string
}

// The screen widths from which the foot line has a short bar and a long one,
// and the cells in each bar.
const (
	shortFrom, shortCells = 70, 10
	longFrom, longCells   = 120, 24
)

// bar returns the bar for a screen of w cells.
func (s Scan) bar(w int) bar {
	p := s.Progress
	switch {
	case p.Total == 0:
		return bar{words: soFar(p, s.Filling)}
	case w < shortFrom:
		return bar{words: locale.F("%s of %s files", locale.Count(p.Seen), locale.Count(p.Total))}
	}
	b := bar{cells: shortCells}
	b.words = fmt.Sprintf("%d%%", percent(p))
	if w >= longFrom {
		b.cells = longCells
		b.words = locale.F("%s of %s files", locale.Count(p.Seen), locale.Count(p.Total))
		if r := int(p.Rate()); r > 0 {
			b.words += " · " + locale.F("%s a second", locale.Count(r))
		}
	}
	if left, ok := p.Left(); ok {
		b.words += " · " + timeLeft(left)
	}
	b.full = b.cells * min(p.Seen, p.Total) / p.Total
	return b
}

func percent(p feed.Progress) int { return 100 * min(p.Seen, p.Total) / max(p.Total, 1) }

// soFar returns the words for a scan whose total is not known yet.
func soFar(p feed.Progress, first bool) string {
	switch {
	case p.Seen > 0 && first:
		return locale.F("reading, %s files so far", locale.Count(p.Seen))
	case p.Seen > 0:
		return locale.F("comparing, %s files so far", locale.Count(p.Seen))
	case p.Added > 0: // another process is reading
		return locale.F("reading, %s stories so far", locale.Count(p.Added))
	case first:
		return locale.T("reading")
	}
	return locale.T("comparing")
}

// timeLeft returns d in seconds below a minute, in hours and minutes above.
func timeLeft(d time.Duration) string {
	if d = d.Round(time.Second); d < time.Minute {
		return locale.F("%d s left", max(1, int(d.Seconds())))
	}
	if d = d.Round(time.Minute); d < time.Hour {
		return locale.F("%d min left", int(d.Minutes()))
	}
	return locale.F("%d h %d min left", int(d.Hours()), int(d.Minutes())%60)
}

// box is the bar without its style.
func (b bar) box() string { return "[" + strings.Repeat(" ", b.cells) + "]" }

func (b bar) text() string {
	if b.cells == 0 {
		return b.words
	}
	return b.box() + " " + b.words
}

// draw draws the bar.
func (b bar) draw(th *theme.Theme) string {
	if b.cells == 0 {
		return th.Text.Render(b.words)
	}
	return th.Text.Render("[") + b.drawInside(th) + th.Text.Render("] "+b.words)
}

func (b bar) drawInside(th *theme.Theme) string {
	return th.Progress.Render(strings.Repeat(" ", b.full)) + strings.Repeat(" ", b.cells-b.full)
}

// Percent returns the progress in a few words: "archive 42%".
func (s Scan) Percent() string {
	if p := s.Progress; p.Total > 0 {
		return locale.F("archive %d%%", percent(p))
	}
	return locale.T("reading the archive")
}
