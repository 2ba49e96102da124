package headlines

import "dateline/feed/story"

// row is row i of the window with its marks.
func (p *Page) row(i int) story.Row {
	r := p.rows[i]
	p.marks.Apply(&r, p.marked)
	return r
}
