package page

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
)

// Link is a link of a page.
type Link struct {
	Text string
	To   string // as written
	Box  bool   // it is in a box of related stories, not in the text
	Line int
}

// MaxLinks is the number of links of a page that are read.
const MaxLinks = 1000

// Links returns the links in a tree that is nothing but its story.
func Links(root *markup.Node) []Link {
	var l linker
	l.read(root, true, false)
	return l.out
}

// linker collects the links in a story, and those in boxes of related stories around it.
type linker struct {
	story *markup.Node              // nil if all is the story
	drop  func(n *markup.Node) bool // reports whether an element is no part of the story
	out   []Link
}

// read adds the links in n. Inside says that n is in the story, box that it is in a box of
// related stories.
func (l *linker) read(n *markup.Node, inside, box bool) {
	for _, c := range n.Children {
		if c.Name == "" || noText[c.Name] || len(l.out) >= MaxLinks {
			continue
		}
		related := box || hints(c)&linked != 0
		in := inside || c == l.story
		if l.drop != nil && l.drop(c) {
			in = false
		}
		if isLink(c) && (in || related) && !isLabel(c) {
			if text := clean.Line(textOf(c)); text != "" {
				l.out = append(l.out, Link{text, c.Attribute("href"), related, c.Line})
			}
			continue
		}
		l.read(c, in, related)
	}
}

// isLabel reports whether a link leads to all that has a keyword or a writer.
func isLabel(n *markup.Node) bool {
	return slices.ContainsFunc(strings.Fields(n.Attribute("rel")), func(rel string) bool { return rel == "tag" || rel == "author" || rel == "license" })
}

// textOf returns the text in n.
func textOf(n *markup.Node) string {
	var b strings.Builder
	writeText(&b, n)
	return b.String()
}

func writeText(b *strings.Builder, n *markup.Node) {
	for _, c := range n.Children {
		switch {
		case b.Len() > cellSize*4:
			return
		case c.Name == "":
			b.WriteString(c.Text)
		case !isNoText(c):
			if isBlock(c) || c.Name == "br" {
				b.WriteByte(' ')
			}
			writeText(b, c)
		}
	}
}
