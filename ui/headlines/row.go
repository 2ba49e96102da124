package headlines

import "dateline/feed/story"

// row returns row i of the window with its marks. The caller must not change it.
func (p *Page) row(i int) *story.Row {
	if p.marked >= p.marks.N() {
		return &p.rows[i]
	}
	r := p.rows[i]
	p.marks.Apply(&r, p.marked)
	return &r
}
