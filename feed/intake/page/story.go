package page

import (
	"slices"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// leastStory is the number of letters below which what was found is no story, so that the
// whole page is read.
const leastStory = 200

// Story returns the blocks of the story in a page, its links, and those in boxes of related
// stories around it. The paragraphs are not numbered.
func Story(root *markup.Node) ([]story.Block, []Link) {
	body := find(root, func(n *markup.Node) bool { return n.Name == "body" })
	if body == nil {
		body = root
	}
	m := meter{of: map[*markup.Node]*measure{}, drop: map[*markup.Node]bool{}}
	m.measure(body, false)
	m.prune(body, m.of[body].good)
	clear(m.of)
	m.measure(body, false)
	best := m.widest(body, m.best(body, body))
	w := writer{drop: m.isLeftOut}
	out := w.blocks(best)
	l := linker{story: best, drop: m.isLeftOut}
	l.read(body, best == body, false)
	if out = trimmed(out); lettersOf(out) >= leastStory {
		return out, l.out
	}
	return Blocks(body), Links(body)
}

// prune leaves out the elements in n that are no part of the story. One that has half of
// the good text of the page is a part of it, whatever it says, and so is a word in a
// sentence.
func (m *meter) prune(n *markup.Node, total int) {
	for _, c := range n.Children {
		e := m.of[c]
		if e == nil {
			continue
		}
		word := !isBlock(c) && n.Name == "p" && m.of[n].good > 0 // in a sentence
		teaser := isHeading(c) && e.links*10 > e.size*9 && m.of[n].good < leastBeside
		if teaser || !word && m.isOther(c, e, total) {
			m.drop[c] = true
			continue
		}
		m.prune(c, total)
	}
}

// leastBeside is the number of letters of good text beside a heading that is a link, without
// which it leads to another story.
const leastBeside = 300

// isOther reports whether n, which has the measure e, is no part of the story.
func (m *meter) isOther(n *markup.Node, e *measure, total int) bool {
	switch {
	case n.Name == "article" || n.Name == "main" || n.Name == "h1":
		return false
	case (e.hints&remarks != 0 || apart[n.Name]) && e.good*10 < total*9:
		return true
	case e.good*2 >= total && total > 0, n.Name == "figure" || n.Name == "figcaption" || e.hints&captioned != 0:
		return false
	case roles[strings.ToLower(n.Attribute("role"))]:
		return true
	case n.Name == "header" || e.saysOther(n):
		return e.titles+e.captions == 0
	}
	return isBlock(n) && e.hints&around != 0 && e.size < aroundLetters
}

// saysOther reports whether the class of n says that it is no part of the story. That of a
// paragraph with text only says how it looks.
func (e *measure) saysOther(n *markup.Node) bool {
	return e.hints&other != 0 && e.hints&content == 0 && (n.Name != "p" || e.good == 0)
}

// aroundLetters is the number of letters of the longest element with byline or day.
const aroundLetters = 120

// best returns the element in n with the most good text near, or old.
func (m *meter) best(n, old *markup.Node) *markup.Node {
	e := m.of[n]
	if e == nil {
		return old
	}
	if e.parts > 1 && n.Name != "p" && n.Name != "blockquote" && n.Name != "li" && m.weight(n) > m.weight(old) {
		old = n
	}
	for _, c := range n.Children {
		old = m.best(c, old)
	}
	return old
}

// weight returns how much an element is like a story.
func (m *meter) weight(n *markup.Node) int {
	e := m.of[n]
	w := e.near * (e.size - e.links) / max(e.size, 1)
	if e.hints&content != 0 || n.Name == "article" {
		w += w / 4
	}
	return w
}

// widest returns the outermost element around best, in n, that says that it is the story,
// or that adds to it what is mostly good text.
func (m *meter) widest(n, best *markup.Node) *markup.Node {
	path := pathTo(n, best)
	for _, n := range slices.Backward(path) {
		e, b := m.of[n], m.of[best]
		more, links, good := e.size-b.size, e.links-b.links, e.good-b.good
		switch {
		case n.Name == "article" || e.hints&content != 0 && n.Name != "body":
			if good < b.good {
				best = n
			}
		case good*5 > b.good && links*6 < more && (good-max(0, e.items-b.items))*2 > more:
			best = n
		}
	}
	return best
}

// pathTo returns the elements around inner, from n on.
func pathTo(n, inner *markup.Node) []*markup.Node {
	if n == inner {
		return []*markup.Node{}
	}
	for _, c := range n.Children {
		if path := pathTo(c, inner); path != nil {
			return append([]*markup.Node{n}, path...)
		}
	}
	return nil
}

// isLeftOut reports whether an element of the story is left out: it is not text, or has
// little but links.
func (m *meter) isLeftOut(n *markup.Node) bool {
	if m.drop[n] || isNoText(n) {
		return true
	}
	e := m.of[n]
	if e == nil || e.size == 0 || e.captions > 0 {
		return false
	}
	switch n.Name {
	case "ul", "ol", "dl", "menu":
		return e.links*2 > e.size && e.good*2 < e.size && e.size-e.links < leastPlain*len(n.Children)/2
	case "div", "section", "table", "center", "td", "header":
		return e.good == 0 && e.links*2 > e.size
	case "p":
		return e.links*10 > e.size*9 && e.size < 300
	}
	return false
}

// leastPlain is the number of letters that are no link in an item of a list of links, if
// the list is a part of the story.
const leastPlain = 20

// trimmed returns blocks without the headings at the end, below which nothing is left.
func trimmed(blocks []story.Block) []story.Block {
	for n := len(blocks); n > 0 && blocks[n-1].Kind == story.Heading; n-- {
		blocks = blocks[:n-1]
	}
	return blocks
}

func lettersOf(blocks []story.Block) (n int) {
	for i := range blocks {
		n += letters(blocks[i].Text)
	}
	return n
}
