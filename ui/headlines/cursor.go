package headlines

import "dateline/ui/intent"

// step moves the cursor by n rows. Steps beyond the window are kept as pending
// until more rows arrive, so no key press is lost.
func (p *Page) step(n int) {
	if len(p.rows) == 0 || n == 0 {
		return
	}
	p.touched = true
	n += p.pending
	p.pending = 0
	p.cursor, p.take, n = p.walk(n)
	if n < 0 && !p.atTop || n > 0 && !p.atEnd {
		p.pending = n
	}
	p.keepVisible()
}

// walk returns where n steps lead from the cursor, and the steps beyond the window. The
// takes below a row are steps too.
func (p *Page) walk(n int) (row, take, rest int) {
	row, take = p.cursor, p.take
	for ; n > 0; n-- {
		switch {
		case take < p.steps(row):
			take++
		case row+1 < len(p.rows):
			row, take = row+1, 0
		default:
			return row, take, n
		}
	}
	for ; n < 0; n++ {
		switch {
		case take > 0:
			take--
		case row > 0:
			row--
			take = p.steps(row)
		default:
			return row, take, n
		}
	}
	return row, take, 0
}

// put puts the cursor on row i. On another row it is on none of the takes below.
func (p *Page) put(i int) {
	if i != p.cursor {
		p.cursor, p.take = i, 0
	}
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
	p.put(min(max(p.cursor, p.firstShown()), p.lastShown()))
}

// Cursor returns the cell where the text of the selected row begins, or that of the take
// below it. An empty list has words instead.
func (p *Page) Cursor() (x, y int, ok bool) {
	x, y = p.frame.text(), p.line(p.cursor)
	if p.result != nil {
		x = p.frame.result()
	}
	switch {
	case len(p.rows) == 0:
		x, y = 1, 2
	case p.take > 0:
		x, y = x+p.indent(), y+p.height(p.cursor)-p.takeLines(p.cursor)+p.take-1
	}
	return x, y, p.loaded
}

// More returns a request for more rows if few are left at an end of the window.
func (p *Page) More() intent.Intent {
	if p.loading || len(p.rows) == 0 {
		return nil
	}
	n := max(reach, 2*p.frame.h, min(max(p.pending, -p.pending), maxRows))
	if !p.atEnd && (p.pending > 0 || len(p.rows)-p.cursor < margin+p.frame.h) {
		p.loading = true
		return intent.Extend{Key: p.rows[len(p.rows)-1].Key(), N: n, Gen: p.gen}
	}
	if !p.atTop && (p.pending < 0 || p.cursor < margin+p.frame.h) {
		p.loading = true
		return intent.Extend{Key: p.rows[0].Key(), N: -n, Gen: p.gen}
	}
	return nil
}
