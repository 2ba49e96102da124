package article

import (
	"dateline/feed"
	"dateline/ui/intent"
)

// GoToParagraph scrolls to paragraph n, counted from 1, or to the last one. goBack
// undoes it.
func (p *Page) GoToParagraph(n int) intent.Intent {
	if p.st == nil {
		return nil
	}
	block := 0
	for i := range p.st.Body {
		if k := p.st.Body[i].N; k > 0 && k <= n {
			block = i + 1
		}
	}
	return p.GoToBlock(block)
}

// GoToBlock scrolls to a block of the body, counted from 1, or to the top for 0. goBack
// undoes it.
func (p *Page) GoToBlock(block int) intent.Intent {
	if p.doc == nil {
		return nil
	}
	old := p.top
	p.saveSpot()
	line := p.doc.LineOf(p.placeOf(feed.Place{Block: block}))
	if p.scrollTo(line); line < p.firstLine() { // the head line is over it
		p.scrollTo(line - 1)
	}
	return p.moved(old)
}
