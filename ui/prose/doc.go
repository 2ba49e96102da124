// Package prose lays stories out: items of text become wrapped, styled lines.
// It is pure; it reads and writes nothing.
//
// Lay wraps once, for one width, and keeps a table of the byte offsets at which
// lines begin. Line draws a single line, so a frame costs the lines that it
// shows, however long the story is.
//
// Lines break where UAX #14 allows it, with two of its customary tailorings:
// Korean breaks at spaces only, and curly quotation marks among Chinese or
// Japanese text behave as the brackets that they are. Web and mail addresses
// stay whole where they fit. What is wider than the line is cut, never inside a
// grapheme cluster. Widths are those of x/ansi, and for each cluster the larger
// of its two methods, grapheme and wcwidth: Bubble Tea counts with the one or
// the other, depending on the terminal, and a line must fit with both.
//
// A paragraph whose first strong character is of a right-to-left script is
// aligned to the right. Its text is written in logical order; putting it into
// visual order is the terminal's part, which some terminals do and others do
// not.
//
// Text is cleaned here once more, whoever cleaned it before. Offsets count
// bytes of the cleaned text, which is the text itself where it was clean.
package prose

import (
	"sort"

	"dateline/feed/clean"
)

// Role tells what an item is in a story. It decides about style and indent.
type Role int

// The roles. Caption, Credit and Note stand beside a bar, Quote is indented.
// List and Code keep their line breaks; a line of a List that begins with a
// dash, a bullet or a number hangs; a line of Code keeps its columns, and what
// does not fit continues below, marked. A Rule without text is a line across.
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

// Item is a piece of text that is laid out on lines of its own. An item with
// neither text nor label takes no lines, unless it is a Rule.
type Item struct {
	Role  Role
	Text  string // line breaks count in List and Code, elsewhere they are spaces
	Label string // hangs before the first line: "1", "—"; spaces just indent
	Link  int    // number of the link that the whole item is, from 1; 0: none
	Block int    // what a feed.Place calls Block; several items may share one
	Space int    // blank lines above; none are drawn above the first line
}

// Doc is items laid out for one width. It does not change, and is safe for
// concurrent use.
type Doc struct {
	width  int
	items  []Item
	paras  []para
	first  []int32  // the first paragraph of each item, and one past the last
	starts []uint32 // where each line of text begins, in its item's text
	lines  int
	links  map[int][2]int // first and last line of each link
}

// Lay lays items out for a width in cells. A width below 2 counts as 2, which is
// what the widest character needs.
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

// guess returns about how many lines of text items have: lines are nine tenths
// full, and the last of an item half.
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

// Item returns item i with its text cleaned, as the offsets of a Place and of a
// Hit count it.
func (d *Doc) Item(i int) Item { return d.items[i] }

// para is a paragraph of an item: the whole text, or one line of a List or of
// Code.
type para struct {
	item     int32
	off, end uint32 // its part of the item's text
	line     uint32 // its first line, the blank ones above included
	starts   int32  // where its lines begin in Doc.starts
	n        int32  // how many lines of text it has
	frame    frame
}

// at returns the paragraph that line i belongs to and which of its lines of text
// i is; a blank line above the text is negative, the nearest one -1.
func (d *Doc) at(i int) (p *para, n int) {
	k := sort.Search(len(d.paras), func(k int) bool { return int(d.paras[k].line) > i }) - 1
	p = &d.paras[k]
	return p, i - int(p.line) - int(p.frame.space)
}

// span returns the bytes of line n of p, trailing white space left out.
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
