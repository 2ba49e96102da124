package prose

import (
	"sort"
	"strings"

	"dateline/ui/cell"
	"dateline/ui/theme"
)

// Place is a position in a document that does not depend on the width: an item and a
// byte offset in its text. In the blank lines above an item the offset is negative;
// the nearest has -1.
//
// To keep the text at the top of the screen when the width changes, store the Place,
// not the line. At(LineOf(p)) is the start of the line of p; it equals p only at the
// width at which p was taken.
type Place struct{ Item, Offset int }

// At returns the place where line starts. For a line above the document it returns
// the place of the first line, for one below it that of the last line, and in an
// empty document the zero Place.
func (d *Doc) At(line int) Place {
	if d.lines == 0 {
		return Place{}
	}
	p, n := d.at(min(max(line, 0), d.lines-1))
	if n < 0 {
		return Place{Item: int(p.item), Offset: n}
	}
	return Place{Item: int(p.item), Offset: int(d.starts[int(p.starts)+n])}
}

// LineOf returns the line of p: LineOf(At(i)) is i. For an item without lines it
// returns the line of the next item, and in an empty document 0.
func (d *Doc) LineOf(p Place) int {
	switch {
	case d.lines == 0 || p.Item < 0:
		return 0
	case p.Item >= len(d.items) || d.first[p.Item] == int32(len(d.paras)):
		return d.lines - 1
	}
	lo, hi := int(d.first[p.Item]), int(d.first[p.Item+1])
	if lo == hi {
		return int(d.paras[lo].line + uint32(d.paras[lo].frame.space))
	}
	k := lo + sort.Search(hi-lo-1, func(k int) bool { return int(d.paras[lo+k+1].off) > p.Offset })
	para := &d.paras[k]
	top := int(para.line) + int(para.frame.space)
	if p.Offset < 0 {
		return max(top+p.Offset, int(para.line))
	}
	n := sort.Search(int(para.n)-1, func(n int) bool {
		return int(d.starts[int(para.starts)+n+1]) > p.Offset
	})
	return top + n
}

// LinkLine returns the first and last line of link n, or -1 and -1 if there is no
// such link.
func (d *Doc) LinkLine(n int) (first, last int) {
	if l, ok := d.links[n]; ok {
		return l[0], l[1]
	}
	return -1, -1
}

// LinkAt returns the number of the link on line, or 0 if there is none. Of several anchors
// it is the first.
func (d *Doc) LinkAt(line int) int {
	if line < 0 || line >= d.lines {
		return 0
	}
	p, n := d.at(line)
	if n < 0 {
		return 0
	}
	it := &d.items[p.item]
	start, end := d.span(p, n)
	if k := it.anchorAfter(start); it.Link == 0 && k < len(it.Anchors) && it.Anchors[k].Start < end {
		return it.Anchors[k].Link
	}
	return it.Link
}

// anchorAfter returns the index of the first anchor that ends after byte start.
func (it *Item) anchorAfter(start int) int {
	return sort.Search(len(it.Anchors), func(k int) bool { return it.Anchors[k].End > start })
}

// probe is a theme in which only the selected link and the current hit look different.
var probe = func() *theme.Theme {
	p := theme.Pen{Open: "\x1b[7m", Close: "\x1b[m"}
	return &theme.Theme{Pens: theme.Pens{LinkSelected: p, HitCurrent: p}}
}()

// Column returns the cell of line i where the selected link or the current hit of p begins, or
// without either where its text begins, behind a bar.
func (d *Doc) Column(i int, p Paint) int {
	p.Theme = probe
	drawn := d.Line(i, p)
	at := strings.Index(drawn, probe.Pens.LinkSelected.Open)
	if at < 0 {
		at = len(drawn) - len(strings.TrimLeft(drawn, bar))
	}
	return cell.Width(drawn[:at])
}
