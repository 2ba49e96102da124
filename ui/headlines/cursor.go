package headlines

import "dateline/ui/intent"

// step moves the cursor by n rows. Steps beyond the window are kept as pending
// until more rows arrive, so no key press is lost.
func (p *Page) step(n int) {
	if len(p.rows) == 0 || n == 0 {
		return
	}
	p.touched = true
	to := p.cursor + n + p.pending
	p.pending = 0
	p.cursor = min(max(to, 0), len(p.rows)-1)
	if to < 0 && !p.atTop || to >= len(p.rows) && !p.atEnd {
		p.pending = to - p.cursor
	}
	p.keepVisible()
}

// page moves both the cursor and the screen by n rows.
func (p *Page) page(n int) {
	p.setTop(min(max(p.top+n, 0), max(0, len(p.rows)-1)))
	p.step(n)
}

// scroll moves the screen by n rows. The cursor stays on its row as long as the
// row is on the screen.
func (p *Page) scroll(n int) {
	if len(p.rows) == 0 {
		return
	}
	p.touched = true
	p.setTop(min(max(p.top+n, 0), p.lastTop()))
	p.cursor = min(max(p.cursor, p.top), p.lastShown(p.top))
}

// keepVisible scrolls to the selected row if it is off the screen.
func (p *Page) keepVisible() {
	if p.cursor < p.top {
		p.setTop(p.cursor)
	}
	p.setTop(min(p.top, p.lastTop()))
	if p.cursor > p.lastShown(p.top) {
		p.setTop(p.topFor(p.cursor))
	}
}

// setTop makes row i the first on the screen, with its day above it.
func (p *Page) setTop(i int) {
	if i != p.top {
		p.top, p.dayHidden = i, false
	}
}

// lines returns the number of lines of row i: one, plus one if there is a day above
// it or a snippet below it.
func (p *Page) lines(i int) int {
	if p.result == nil && i > 0 && sameDay(&p.rows[i-1], &p.rows[i]) {
		return 1
	}
	return 2
}

// room returns the number of lines below the first row on the screen, with head
// lines above it.
func (p *Page) room(head int) int {
	if p.result != nil {
		head++ // the snippet of that row
	}
	return p.h - 1 - head
}

// lastShown returns the last row that fits on a screen whose first row is top.
func (p *Page) lastShown(top int) int {
	i := top
	room := p.room(p.head())
	for ; i+1 < len(p.rows); i++ {
		if room -= p.lines(i + 1); room < 0 {
			break
		}
	}
	return i
}

// topFor returns the first row of a screen whose last row is last.
func (p *Page) topFor(last int) int {
	i := last
	for room := p.room(1); i > 0; i-- {
		if room -= p.lines(i); room < 0 {
			break
		}
	}
	return i
}

// line returns the line of row i on the screen.
func (p *Page) line(i int) int {
	line := p.head()
	for ; i > p.top && i < len(p.rows); i-- {
		line += p.lines(i)
	}
	return line
}

// head returns the number of lines above the first row on the screen.
func (p *Page) head() int {
	if p.dayHidden {
		return 0
	}
	return 1
}

// topWith returns the first row of a screen that has row i on the given line, and
// whether the screen has no line for the day above that first row.
func (p *Page) topWith(i, line int) (top int, dayHidden bool) {
	for ; i > 0 && p.lines(i) < line; i-- {
		line -= p.lines(i)
	}
	if i > 0 && line == 2 && p.result == nil {
		return i - 1, true
	}
	return i, line == 0 && p.result == nil
}

// lastTop returns the last row that can be the first on the screen.
func (p *Page) lastTop() int {
	if len(p.rows) == 0 {
		return 0
	}
	return p.topFor(len(p.rows) - 1)
}

// More returns an Extend if the cursor is near an end of the window and the list
// goes on there.
func (p *Page) More() intent.Intent {
	if p.loading || len(p.rows) == 0 {
		return nil
	}
	n := max(reach, 2*p.h, min(max(p.pending, -p.pending), maxRows))
	if !p.atEnd && (p.pending > 0 || len(p.rows)-p.cursor < margin+p.h) {
		p.loading = true
		return intent.Extend{Key: p.rows[len(p.rows)-1].Key(), N: n, Gen: p.gen}
	}
	if !p.atTop && (p.pending < 0 || p.cursor < margin+p.h) {
		p.loading = true
		return intent.Extend{Key: p.rows[0].Key(), N: -n, Gen: p.gen}
	}
	return nil
}
