package article

// Resize sets the size of the page in cells. The reader's place stays.
func (p *Page) Resize(w, h int) {
	if p.split {
		h--
	}
	if w == p.w && h == p.h {
		return
	}
	rewrap := w != p.w
	p.w, p.h = w, h
	p.relay(rewrap)
	p.keepPlace()
}

// Width returns the width of the text chosen by the reader.
func (p *Page) Width() int { return p.want }

// SetWidth changes the width of the text. The reader's place stays.
func (p *Page) SetWidth(want int) {
	p.want = min(max(want, MinWidth), MaxWidth)
	p.relay(true)
}

// relay lays the story out for another size of the page; rewrap says that its text has another
// width.
func (p *Page) relay(rewrap bool) {
	switch {
	case p.st != nil && p.refit():
		p.rebuild()
	case rewrap:
		p.lay()
	}
}
