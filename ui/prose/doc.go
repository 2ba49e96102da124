// Package prose lays stories out: items of text become wrapped, styled lines.
// It is pure; it reads and writes nothing.
//
// Lay wraps once, for one width, and keeps a table of the byte offsets at which
// lines begin. Line draws a single line, so the cost of a frame is that of the
// lines on it, however long the story is.
//
// Lines break where UAX #14 allows it, with two common tailorings: Korean breaks
// at spaces only, and curly quotation marks in Chinese or Japanese text behave as
// brackets. Web and mail addresses stay whole if they fit on a line. A word that
// is wider than the line is cut, but not inside a grapheme cluster. The width of a
// cluster is the larger result of x/ansi's two methods, grapheme and wcwidth:
// Bubble Tea uses one or the other, depending on the terminal, and a line must fit
// with both.
//
// A paragraph whose first strong character is of a right-to-left script is
// aligned to the right. Its text is written in logical order; some terminals put
// it into visual order, others do not.
//
// Lay cleans its text, even if it was cleaned before. Offsets count bytes of the
// cleaned text, which is the text itself if that was clean.
package prose

import (
	"sort"

	"dateline/feed/clean"
)

// Role is what an item is in a story. It decides the style and the indent.
type Role int

// The roles. Caption, Credit and Note have a bar to their left; Quote is indented.
// List and Code keep their line breaks. A line of a List that begins with a dash,
// a bullet or a number has a hanging indent. A line of Code keeps its columns; if
// it does not fit, it continues below with a mark. A Rule without text is a
// horizontal line.
const (
	Body Role = iota
	Kicker
	Title
	Byline
	Meta
	Caption
	Credit
	Note
	Heading
	Quote
	List
	Code
	EndMark
	Section
	Entry
	EntryMeta
	Rule
	Dead
)

// Item is a piece of text with lines of its own. An item without text and label
// has no lines, unless it is a Rule.
type Item struct {
	Role  Role
	Text  string // line breaks are kept in List and Code; elsewhere they are spaces
	Label string // to the left of the first line: "1", "—"; spaces indent the text
	Link  int    // the number of the link that the item is, from 1; 0 for none
	Block int    // the Block of a feed.Place; several items may share one
	Space int    // blank lines above; the first item has none
}

// Doc is items laid out for one width. It is immutable and safe for concurrent
// use.
type Doc struct {
	width  int
	items  []Item
	paras  []para
	first  []int32  // the first paragraph of each item, and the number of paragraphs
	starts []uint32 // where each line of text begins, in its item's text
	lines  int
	links  map[int][2]int // first and last line of each link
}

// Lay lays items out for a width in cells. A width below 2 counts as 2, the width
// of the widest character.
func Lay(items []Item, width int) *Doc {
	width = max(width, 2)
	d := &Doc{
		width:  width,
		items:  make([]Item, len(items)),
		paras:  make([]para, 0, len(items)),
		first:  make([]int32, 0, len(items)+1),
		starts: make([]uint32, 0, guess(items, width)),
		links:  map[int][2]int{},
	}
	l := layer{doc: d}
	for i, it := range items {
		it.Text = clean.Text(it.Text)
		it.Label = clean.Text(it.Label)
		d.items[i] = it
		d.first = append(d.first, int32(len(d.paras)))
		l.item(i)
	}
	d.first = append(d.first, int32(len(d.paras)))
	return d
}

// guess estimates the number of lines of text: a line is nine tenths full, and the
// last of an item half.
func guess(items []Item, width int) int {
	bytes := 0
	for i := range items {
		bytes += len(items[i].Text)
	}
	return bytes*10/(width*9) + len(items)/2 + 1
}

// Len returns the number of lines.
func (d *Doc) Len() int { return d.lines }

// Items returns the number of items.
func (d *Doc) Items() int { return len(d.items) }

// Item returns item i with its cleaned text, in which the offsets of a Place and of
// a Hit count.
func (d *Doc) Item(i int) Item { return d.items[i] }

// para is a paragraph of an item: the whole text, or one line of a List or of
// Code.
type para struct {
	item     int32
	off, end uint32 // its bytes of the item's text
	line     uint32 // its first line, blank lines above included
	starts   int32  // where its lines begin in Doc.starts
	n        int32  // the number of its lines of text
	frame    frame
}

// at returns the paragraph of line i, and the number of the line among its lines
// of text. Blank lines above the text are negative; the nearest is -1.
func (d *Doc) at(i int) (p *para, n int) {
	k := sort.Search(len(d.paras), func(k int) bool { return int(d.paras[k].line) > i }) - 1
	p = &d.paras[k]
	return p, i - int(p.line) - int(p.frame.space)
}

// span returns the bytes of line n of p without trailing white space.
func (d *Doc) span(p *para, n int) (start, end int) {
	at := int(p.starts) + n
	start, end = int(d.starts[at]), int(p.end)
	if n+1 < int(p.n) {
		end = int(d.starts[at+1])
	}
	text := d.items[p.item].Text
	for end > start && isSpace(text[end-1]) {
		end--
	}
	return start, end
}
