package headlines

// keepVisible scrolls until the selected row is on the screen, with rows above and below it.
func (p *Page) keepVisible() {
	if len(p.rows) == 0 {
		return
	}
	off := min(p.set.ScrollOff, max(0, p.lastShown()-p.firstShown())/2)
	if p.cursor-off < p.firstShown() {
		p.setTop(max(0, p.cursor-off))
	}
	if last := p.lastTop(); last < p.top {
		p.setTop(last)
	}
	if want := min(p.cursor+off, len(p.rows)-1); want > p.lastShown() {
		p.setTop(min(p.topFor(want), p.cursor))
	}
	if p.cursor > p.lastShown() {
		p.setTop(p.topFor(p.cursor))
	}
}

// setTop makes row i the first on the screen. The head line names its month.
func (p *Page) setTop(i int) {
	if i != p.top || p.skip > p.rule(i) {
		p.top, p.skip = i, p.rule(i)
	}
}

// rule returns 1 if row i has a rule above it, because its month begins there.
func (p *Page) rule(i int) int {
	if p.result == nil && i > 0 && i < len(p.rows) && !sameMonth(&p.rows[i-1], &p.rows[i]) {
		return 1
	}
	return 0
}

// height returns the number of lines of row i.
func (p *Page) height(i int) int {
	n := p.takeLines(i)
	switch {
	case p.result != nil:
		return n + 1 + p.snippetLines(i)
	case p.frame.twoLines:
		return n + len(p.wrap(&p.rows[i]).lines)
	}
	return n + 1
}

// firstShown returns the first row whose first line is on the screen.
func (p *Page) firstShown() int {
	if p.skip > p.rule(p.top) && p.top+1 < len(p.rows) {
		return p.top + 1
	}
	return p.top
}

// lastShown returns the last row that is wholly on the screen, and at least the
// first.
func (p *Page) lastShown() int {
	i := p.top
	room := p.body() + p.skip
	for ; i < len(p.rows); i++ {
		if room -= p.rule(i) + p.height(i); room < 0 {
			break
		}
	}
	return max(i-1, p.firstShown())
}

// topFor returns the first row of the screen whose last row is last.
func (p *Page) topFor(last int) int {
	i := last
	for room := p.body() - p.height(i); i > 0; i-- {
		if room -= p.rule(i) + p.height(i-1); room < 0 {
			break
		}
	}
	return i
}

// line returns the line of row i in the box.
func (p *Page) line(i int) int {
	line := 1 - p.skip
	for k := p.top; k < i && k < len(p.rows); k++ {
		line += p.rule(k) + p.height(k)
	}
	return line + p.rule(i)
}

// putAt scrolls until row i is on the given line of the box, as far as the list
// reaches.
func (p *Page) putAt(i, line int) {
	room := min(line, p.body()) - 1 - p.rule(i)
	top := i
	for top > 0 && room > 0 {
		top--
		room -= p.rule(top) + p.height(top)
	}
	p.top, p.skip = top, max(0, -room)
}

// lastTop returns the last row that can be the first on the screen.
func (p *Page) lastTop() int {
	if len(p.rows) == 0 {
		return 0
	}
	return p.topFor(len(p.rows) - 1)
}

// peek returns the number of lines of the peek. A search has snippets instead.
func (p *Page) peek() int {
	if p.result != nil {
		return 0
	}
	return p.frame.peek
}

// strip returns the number of lines of the strip. Only a search with rows has one.
func (p *Page) strip() int {
	if p.result == nil || len(p.rows) == 0 {
		return 0
	}
	return p.frame.strip
}

// body returns the number of lines between the head and the peek or the strip.
func (p *Page) body() int { return max(0, p.frame.h-1-p.peek()-p.strip()) }

// snippetLines returns the number of lines below the headline of row i: two for the
// selected row. Beside a story, which shows more of the text, it is one for all and
// a free line.
func (p *Page) snippetLines(i int) int {
	if p.frame.split || i == p.cursor {
		return 2
	}
	return 1
}

func (p *Page) snippetRoom() int { return max(0, p.frame.row()-p.frame.result()-edge) }

// snippetChars returns the length of a snippet to request.
func (p *Page) snippetChars() int {
	if p.frame.split {
		return p.snippetRoom() - 2
	}
	return 2*p.snippetRoom() - 4
}

// rowAt returns the row on line y of the box, and the take below it.
func (p *Page) rowAt(y int) (i, take int, ok bool) {
	for i = p.top; i < len(p.rows) && y > 0 && y <= p.body(); i++ {
		at, below := p.line(i), p.takeLines(i)
		if end := at + p.height(i); y >= at && y < end {
			shown, _ := p.takesOf(i)
			return i, min(max(0, y-end+below+1), len(shown)), true
		}
	}
	return 0, 0, false
}
