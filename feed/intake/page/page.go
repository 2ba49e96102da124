// Package page reads the tree of a web page as the blocks of a story.
//
// Blocks keeps all that a reader of the tree sees: a message, or the text of an item of a
// feed, is nothing but its story. Story first finds the story among all else on a page:
//
//   - what is never text is left out: scripts, forms, what is hidden, navigation
//   - so are elements whose class or id says that they are something else (hint.go), unless
//     most text of the page is in them
//   - text is what a story is made of if it is long and few of its words are links
//     (measure.go)
//   - the element that has most of it, near to itself, has the story (story.go)
//   - lists and boxes of links in it are left out
//
// The picture of a caption is what markup.Picture returns.
//
// Links has the addresses that the text leads to, and those in boxes of related stories. No address
// is followed, and none is part of a block. The time is linear in the number of
// elements, of which a tree has a limited number.
package page

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
	"dateline/feed/story"
)

// Blocks returns the blocks of a tree. The paragraphs are not numbered.
func Blocks(root *markup.Node) []story.Block {
	w := writer{drop: isNoText}
	return w.blocks(root)
}

// blocks returns the blocks of a tree.
func (w *writer) blocks(root *markup.Node) []story.Block {
	w.children(root)
	w.end()
	w.describe(nil)
	return w.out
}

// writer collects blocks.
type writer struct {
	drop   func(n *markup.Node) bool // reports whether an element is left out
	out    []story.Block
	words  strings.Builder
	at     story.Span
	kind   story.BlockKind // of the next block; "" for a paragraph
	breaks int             // line breaks since the last word
	lists  int             // lists around the element
	quoted bool            // inside a quote
	figure bool            // inside a figure or a caption
	image  *markup.Node    // the last picture outside a figure, until the next block; nil for none
}

func (w *writer) children(n *markup.Node) {
	for _, c := range n.Children {
		w.node(c)
	}
}

func (w *writer) node(n *markup.Node) {
	switch {
	case n.Name == "":
		w.text(n)
	case n.Name == "br":
		if w.breaks++; w.breaks > 1 {
			w.end()
		}
		w.words.WriteByte(' ')
	case w.drop(n):
	case n.Name == "img" && !w.figure:
		w.describe(nil)
		w.image = n
	case markup.IsInline(n.Name):
		w.children(n)
	default:
		w.end()
		if len(w.out) < markup.MaxBlocks/2 {
			w.block(n)
		} else {
			w.children(n)
		}
		w.end()
	}
}

// block adds the blocks of an element that is no part of a line.
func (w *writer) block(n *markup.Node) {
	switch {
	case isHeading(n):
		w.kind = story.Heading
		w.children(n)
	case n.Name == "blockquote":
		quoted := w.quoted
		w.quoted = true
		w.children(n)
		w.end()
		w.quoted = quoted
	case n.Name == "pre":
		w.pre(n)
	case n.Name == "ul" || n.Name == "ol" || n.Name == "menu":
		w.list(n)
	case n.Name == "table":
		w.table(n)
	case w.figure && n.Name != "figcaption":
		w.children(n)
	case n.Name == "figure":
		w.picture(n)
	case isCaption(n):
		w.caption(n)
	default:
		w.children(n)
	}
}

func isHeading(n *markup.Node) bool {
	return len(n.Name) == 2 && n.Name[0] == 'h' && n.Name[1] >= '1' && n.Name[1] <= '6'
}

// text adds a text to the current block.
func (w *writer) text(n *markup.Node) {
	trimmed := strings.TrimLeft(n.Text, " \t\r\n\f\u00a0")
	if trimmed == "" {
		w.words.WriteString(n.Text)
		return
	}
	w.breaks = 0
	first := min(n.Last, n.Line+strings.Count(n.Text[:len(n.Text)-len(trimmed)], "\n"))
	if w.at.First == 0 {
		w.at.First = first
	}
	w.at.Last = min(n.Last, first+strings.Count(strings.TrimRight(trimmed, " \t\r\n\f"), "\n"))
	w.words.WriteString(n.Text)
}

// end ends the current block.
func (w *writer) end() {
	w.breaks = 0
	if w.at.First == 0 || len(w.out) >= markup.MaxBlocks {
		if w.at.First == 0 {
			w.words.Reset()
		}
		return
	}
	kind := w.kind
	switch {
	case kind != "":
	case w.quoted:
		kind = story.Quote
	default:
		kind = story.Paragraph
	}
	text, at := clean.Line(w.words.String()), w.at
	w.words.Reset()
	w.kind, w.at = "", story.Span{}
	w.add(story.Block{Kind: kind, Text: text, Span: at})
}

// add adds a block. A caption that repeats the one before is left out: pages show a picture
// in two sizes.
func (w *writer) add(b story.Block) {
	if b.Text == "" {
		return
	}
	w.describe(&b)
	if n := len(w.out); n > 0 && b.Kind == story.Caption && w.out[n-1].Kind == b.Kind && w.out[n-1].Text == b.Text {
		return
	}
	w.out = append(w.out, b)
}

// inner returns the blocks of an element alone.
func (w *writer) inner(n *markup.Node) []story.Block {
	in := writer{drop: w.drop, lists: w.lists, quoted: w.quoted, figure: w.figure}
	in.children(n)
	in.end()
	return in.out
}

// pre adds text whose lines are kept.
func (w *writer) pre(n *markup.Node) {
	var b strings.Builder
	at := story.Span{}
	lines(&b, n, &at)
	if at.First == 0 { // of spaces
		return
	}
	w.add(story.Block{Kind: story.Code, Text: strings.Trim(clean.Text(b.String()), "\n"), Span: at})
}

// lines writes the text of n as it is, and sets its place.
func lines(b *strings.Builder, n *markup.Node, at *story.Span) {
	switch n.Name {
	case "":
		if at.First == 0 && strings.TrimSpace(n.Text) != "" {
			at.First = n.Line
		}
		at.Last = min(n.Last, n.Line+strings.Count(strings.TrimRight(n.Text, "\n"), "\n"))
		b.WriteString(n.Text)
	case "br":
		b.WriteByte('\n')
	}
	for _, c := range n.Children {
		lines(b, c, at)
	}
}
