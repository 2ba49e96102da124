package prose

import "sort"

// Place is where in a document something stands, at any width: an item, and a
// byte offset in its text. In the blank lines above an item the offset is
// negative, -1 in the nearest.
//
// To keep what stands at the top of the screen over a change of width, keep
// the Place and not the line: At(LineOf(p)) is the beginning of the line that p
// is on, which is p itself only at the width where p was taken.
type Place struct{ Item, Offset int }

// At returns the place where line i begins. Above the document it is the first
// line's place, below it the last one's; an empty document has the zero Place.
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

// LineOf returns the line that p is on: LineOf(At(i)) is i. An item without lines
// stands where the next one does. An empty document answers 0.
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

// LinkLine returns the first and the last line of link n, -1 and -1 when there
// is none.
func (d *Doc) LinkLine(n int) (first, last int) {
	if l, ok := d.links[n]; ok {
		return l[0], l[1]
	}
	return -1, -1
}

// LinkAt returns the number of the link that line i belongs to, 0 if to none.
func (d *Doc) LinkAt(line int) int {
	if line < 0 || line >= d.lines {
		return 0
	}
	if p, n := d.at(line); n >= 0 {
		return d.items[p.item].Link
	}
	return 0
}
