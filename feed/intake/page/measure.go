package page

import (
	"unicode"

	"dateline/feed/intake/markup"
)

// The least text of a paragraph that may be part of a story, in letters; a Chinese,
// Japanese or Korean one counts as two.
const (
	leastText = 40
	leastItem = 90 // of the item of a list
)

// measure is the text in an element.
type measure struct {
	hints hint
	size  int // letters
	links int // of them in links
	good  int // of paragraphs that may be part of a story
	items int // good, in items of lists
	near  int // good, less the farther inside
	parts int // blocks and paragraphs of its own

	captions int // elements <figcaption>
	titles   int // elements <h1>
}

// meter measures the elements of a page.
type meter struct {
	of   map[*markup.Node]*measure
	drop map[*markup.Node]bool // elements that are no part of the story
}

// run is the text of an element outside of its blocks.
type run struct{ size, links int }

// measure measures n, and returns what it adds to the block that it is a part of.
func (m *meter) measure(n *markup.Node, linked bool) run {
	if n.Name == "" {
		size := letters(n.Text)
		if linked {
			return run{size, size}
		}
		return run{size, 0}
	}
	if m.drop[n] || isNoText(n) {
		return run{}
	}
	linked = linked || isLink(n)
	e := &measure{hints: hints(n)}
	m.of[n] = e
	switch n.Name {
	case "figcaption":
		e.captions++
	case "h1":
		e.titles++
	}
	var own run
	for i, c := range n.Children {
		if isBlock(c) || c.Name == "br" && i > 0 && n.Children[i-1].Name == "br" {
			e.close(n, own)
			own = run{}
		}
		in := m.measure(c, linked)
		own.size += in.size
		own.links += in.links
		e.add(m.of[c], in)
	}
	if !isBlock(n) {
		return own
	}
	e.close(n, own)
	if n.Name == "li" {
		e.items = e.good
	}
	return run{}
}

// add adds the measure of a child, or of a text.
func (e *measure) add(inner *measure, text run) {
	if inner == nil {
		e.size += text.size
		e.links += text.links
		return
	}
	e.size += inner.size
	e.links += inner.links
	e.good += inner.good
	e.items += inner.items
	e.captions += inner.captions
	e.titles += inner.titles
	e.near += inner.near / 2
	e.parts += min(inner.parts, 1)
}

// close ends a paragraph of n. That of an element which is a paragraph counts twice,
// because what is near is halved on the way to the element that holds it.
func (e *measure) close(n *markup.Node, own run) {
	if own.size == 0 {
		return
	}
	e.parts++
	least := leastText
	if n.Name == "li" || n.Name == "td" || n.Name == "dd" {
		least = leastItem
	}
	if own.size < least || own.links*2 > own.size || isHeading(n) {
		return
	}
	good := own.size - own.links
	e.good += good
	e.near += good
	if e.parts == 1 {
		e.near += good
	}
}

func isLink(n *markup.Node) bool {
	href := n.Attribute("href")
	return n.Name == "a" && href != "" && href[0] != '#'
}

func isBlock(n *markup.Node) bool { return n.Name != "" && n.Name != "br" && !markup.IsInline(n.Name) }

// letters returns the number of letters and digits of s.
func letters(s string) (n int) {
	for _, r := range s {
		switch {
		case r < 0x80:
			if r > ' ' {
				n++
			}
		case r >= 0x2E80:
			n += 2
		case !unicode.IsSpace(r):
			n++
		}
	}
	return n
}
