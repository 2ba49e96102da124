package article

import (
	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// Paragraph returns the block of the body, counted from 1, that is read: the paragraph with
// the selected link, else the first on the screen, else the last one above it. It is 0 if the
// story has none.
func (p *Page) Paragraph() int {
	if p.doc == nil {
		return 0
	}
	line := p.firstLine()
	if p.link > 0 && p.targets[p.link-1].inText {
		line, _ = p.doc.LinkLine(p.link)
	}
	for ; line < p.top+p.h && line < p.doc.Len(); line++ {
		if n := p.items[p.doc.At(line).Item].Block; p.isParagraph(n) {
			return n
		}
	}
	n := len(p.st.Body)
	for n > 0 && !p.isParagraph(n) {
		n--
	}
	return n
}

// isParagraph reports whether a block of the body is text of the story.
func (p *Page) isParagraph(block int) bool {
	return block > 0 && block <= len(p.st.Body) && p.st.Body[block-1].Kind != story.Caption
}

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
