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
	p.cursor = min(max(p.cursor, p.firstShown()), p.lastShown())
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
