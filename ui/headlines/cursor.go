package headlines

import "dateline/ui/intent"

// step moves the cursor by n rows. Steps that lead beyond the window are owed
// until the rows there have come: a burst of keys loses none.
func (p *Page) step(n int) {
	if len(p.rows) == 0 || n == 0 {
		return
	}
	p.touched = true
	want := p.cursor + n + p.owed
	p.owed = 0
	p.cursor = min(max(want, 0), len(p.rows)-1)
	if want < 0 && !p.atTop || want >= len(p.rows) && !p.atEnd {
		p.owed = want - p.cursor
	}
	p.keepVisible()
}

// page moves cursor and screen together by n rows.
func (p *Page) page(n int) {
	p.setTop(min(max(p.top+n, 0), max(0, len(p.rows)-1)))
	p.step(n)
}

// scroll moves the screen by n rows; the cursor stays unless it would leave it.
func (p *Page) scroll(n int) {
	if len(p.rows) == 0 {
		return
	}
	p.touched = true
	p.setTop(min(max(p.top+n, 0), p.lastTop()))
	p.cursor = min(max(p.cursor, p.top), p.lastShown(p.top))
}

// keepVisible brings the row under the cursor onto the screen.
func (p *Page) keepVisible() {
	if p.cursor < p.top {
		p.setTop(p.cursor)
	}
	p.setTop(min(p.top, p.lastTop()))
	if p.cursor > p.lastShown(p.top) {
		p.setTop(p.topFor(p.cursor))
	}
}

// setTop makes row i the first of the screen, below its day.
func (p *Page) setTop(i int) {
	if i != p.top {
		p.top, p.bare = i, false
	}
}

// lines is how many lines row i takes below the row before it: one, and one
// more where a new day begins or for the snippet.
func (p *Page) lines(i int) int {
	if p.found == nil && i > 0 && sameDay(&p.rows[i-1], &p.rows[i]) {
		return 1
	}
	return 2
}

// room is the lines below the first row on the screen, above which stand head.
func (p *Page) room(head int) int {
	if p.found != nil {
		head++ // the snippet, which is below it
	}
	return p.h - 1 - head
}

// lastShown is the last row that fits on the screen when top is its first.
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

// topFor is the first row of the screen on which row last is the last.
func (p *Page) topFor(last int) int {
	i := last
	for room := p.room(1); i > 0; i-- {
		if room -= p.lines(i); room < 0 {
			break
		}
	}
	return i
}

// line is the line of the screen on which row i stands.
func (p *Page) line(i int) int {
	line := p.head()
	for ; i > p.top && i < len(p.rows); i-- {
		line += p.lines(i)
	}
	return line
}

// head is how many lines the screen has above its first row.
func (p *Page) head() int {
	if p.bare {
		return 0
	}
	return 1
}

// topWith is the first row of the screen on which row i stands on that line.
// It is bare where one line more would be needed for its day.
func (p *Page) topWith(i, line int) (top int, bare bool) {
	for ; i > 0 && p.lines(i) < line; i-- {
		line -= p.lines(i)
	}
	if i > 0 && line == 2 && p.found == nil {
		return i - 1, true
	}
	return i, line == 0 && p.found == nil
}

// lastTop is the furthest that the screen scrolls.
func (p *Page) lastTop() int {
	if len(p.rows) == 0 {
		return 0
	}
	return p.topFor(len(p.rows) - 1)
}

// More asks for rows where the window runs out.
func (p *Page) More() intent.Intent {
	if p.asked || len(p.rows) == 0 {
		return nil
	}
	n := max(reach, 2*p.h, min(max(p.owed, -p.owed), most))
	if !p.atEnd && (p.owed > 0 || len(p.rows)-p.cursor < margin+p.h) {
		p.asked = true
		return intent.Extend{Key: p.rows[len(p.rows)-1].Key(), N: n, Gen: p.gen}
	}
	if !p.atTop && (p.owed < 0 || p.cursor < margin+p.h) {
		p.asked = true
		return intent.Extend{Key: p.rows[0].Key(), N: -n, Gen: p.gen}
	}
	return nil
}
