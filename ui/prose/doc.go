// Package prose lays out stories: it turns items of text into wrapped, styled lines.
// It does no input or output.
//
// Lay wraps the text once for a width and keeps a table of the byte offsets at which
// lines start. Line draws a single line, so the cost of a frame does not depend on
// the length of the story.
//
// Lines break where UAX #14 allows it, with two common tailorings: Korean breaks
// at spaces only, and curly quotation marks in Chinese or Japanese text behave
// like brackets. Thai breaks between words, which package thai finds. Lao, Khmer and
// Burmese break at spaces and at zero-width spaces, which are not drawn. Web and mail
// addresses stay whole if they fit on a line. A word that is wider than the line is
// cut, but not inside a grapheme cluster. The width of a cluster is the larger result
// of the two methods of x/ansi, grapheme and wcwidth. Bubble Tea uses either of them,
// depending on the terminal, and a line has to fit with both.
//
// Parts of a text can be links, each with a number (Anchor). Addresses in a text are hyperlinks
// for the terminal, whether they have a number or not.
//
// A paragraph whose first strong character is of a right-to-left script is
// aligned to the right. Entries and other lines about the story follow the story's
// first paragraph instead. With Paint.Visual its lines are in the order of their cells
// (package bidi), with bar and label at their right; without, they are in logical
// order, for a terminal or a pager that orders text itself.
//
// Lay cleans its text, even if the caller has done so. Offsets are in bytes of the
// cleaned text. Text that is already clean does not change.
package prose

import (
	"sort"

	"dateline/feed/clean"
)

// Role is the role of an item in a story. It determines style and indent.
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

// Item is a piece of text that starts on a new line. An item without text and label
// has no lines, unless it is a Rule.
type Item struct {
	Role  Role
	Text  string // line breaks are kept in List and Code; in other roles they become spaces
	Label string // text to the left of the first line: "1", "—"; spaces indent the item
	Tail  string // at the end of the line; an item with a tail has one line, and its text is cut
	Link  int    // link number of the item, counted from 1; 0 if it is not a link
	Block int    // the Block of a feed.Place; several items may have the same
	Space int    // number of blank lines above; ignored for the first item

	Anchors []Anchor // the parts of Text that are links, in order and without overlaps
}

// Anchor is a part of the text of an item that is a link. Start and End are byte offsets.
type Anchor struct{ Start, End, Link int }

// Doc is a list of items laid out for one width. It is immutable and safe for
// concurrent use.
type Doc struct {
	width  int
	items  []Item
	paras  []para
	first  []int32  // the first paragraph of each item; at the end the number of paragraphs
	starts []uint32 // the offset of each line of text in the text of its item
	lines  int
	links  map[int][2]int // the first and last line of each link
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
		starts: make([]uint32, 0, estimateLines(items, width)),
		links:  map[int][2]int{},
	}
	l := layer{doc: d, rtl: rightToLeft(items)}
	for i, it := range items {
		if text := clean.Text(it.Text); text != it.Text {
			it.Text, it.Anchors = text, nil // the offsets are those of other text
		}
		it.Label = clean.Text(it.Label)
		it.Tail = clean.Text(it.Tail)
		d.items[i] = it
		d.first = append(d.first, int32(len(d.paras)))
		l.item(i)
	}
	d.first = append(d.first, int32(len(d.paras)))
	d.anchor()
	return d
}

// anchor finds the lines of the anchors.
func (d *Doc) anchor() {
	for i := range d.items {
		for _, a := range d.items[i].Anchors {
			d.links[a.Link] = [2]int{d.LineOf(Place{i, a.Start}), d.LineOf(Place{i, a.End - 1})}
		}
	}
}

// estimateLines estimates the number of lines of text. It assumes that a line is nine
// tenths full, and the last line of an item half full.
func estimateLines(items []Item, width int) int {
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

// Item returns item i with its cleaned text. The offsets of Place and Hit refer to
// this text.
func (d *Doc) Item(i int) Item { return d.items[i] }

// para is a paragraph of an item: the whole text, or one line of a List or Code.
type para struct {
	item     int32
	off, end uint32 // start and end in the text of the item
	line     uint32 // the first line, including blank lines above
	starts   int32  // index of its first line in Doc.starts
	n        int32  // number of lines of text
	frame    frame
}

// at returns the paragraph of line i and the index of the line among its lines of
// text. The blank lines above the text have negative indices; the nearest has -1.
func (d *Doc) at(i int) (p *para, n int) {
	k := sort.Search(len(d.paras), func(k int) bool { return int(d.paras[k].line) > i }) - 1
	p = &d.paras[k]
	return p, i - int(p.line) - int(p.frame.space)
}

// span returns start and end of line n of p without trailing white space.
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
