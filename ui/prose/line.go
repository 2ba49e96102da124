package prose

import (
	"sort"
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/ui/theme"
)

// The bar beside captions and notes, at either side, the mark of a continued line of
// Code, a cell of a rule, the mark of a cut text, the least cells between text and
// tail, and the distance of tab stops.
const (
	bar       = "│ "
	barRight  = " │"
	continued = "↳ "
	ruleCell  = "─"
	ellipsis  = "…"
	tailGap   = 2
	tabStop   = 8
)

// Paint holds the options for drawing lines. Without a Theme, lines are plain text
// without styles, links and hits.
type Paint struct {
	Theme   *theme.Theme
	Link    int   // the selected link, 0 for none
	Hits    []Hit // in order, as Find returns them
	Current int   // the index of the current hit in Hits, -1 for none
	Visual  bool  // right-to-left text is in the order of its cells
}

// Line returns line i without padding on the right. All styles and hyperlinks that
// start on the line also end on it. A line outside the document is empty.
func (d *Doc) Line(i int, p Paint) string {
	if i < 0 || i >= d.lines {
		return ""
	}
	para, n := d.at(i)
	if n < 0 {
		return ""
	}
	pn := pen{doc: d, para: para, paint: p, item: &d.items[para.item]}
	if p.Theme != nil {
		pn.chooseStyles()
	}
	return string(pn.line(n))
}

// pen draws a line of one paragraph.
type pen struct {
	doc   *Doc
	para  *para
	item  *Item
	paint Paint
	base  theme.Pen // for the text
	label theme.Pen
	tail  theme.Pen
	out   []byte
	col   int // cells of text drawn so far, for tabs; only in Code
}

func (p *pen) line(n int) []byte {
	start, end := p.doc.span(p.para, n)
	tail, cut := "", false
	if p.item.Tail != "" {
		end, tail, cut = p.shorten(start, end)
	}
	p.out = make([]byte, 0, 64+2*(end-start))
	mirrored := p.paint.Visual && p.para.frame.rtl
	if !mirrored {
		p.leftSide(n, start, end)
	}
	p.col = 0
	if p.item.Role == Rule && p.item.Text == "" {
		room := p.doc.width - p.para.frame.first()
		p.piece(p.base, strings.Repeat(ruleCell, room/cells(ruleCell)))
		return p.out
	}
	at, width := len(p.out), cells(p.item.Text[start:end])
	if p.paint.Theme == nil {
		p.text(p.item.Text[start:end])
	} else {
		p.pieces(start, end)
	}
	if cut {
		p.piece(p.base, ellipsis)
		width++
	}
	p.order(at)
	switch {
	case mirrored:
		p.mirror(n, width, tail)
	case tail != "":
		p.piece(p.tail, tail)
	}
	return p.out
}

// shorten returns the end of the part of the text that leaves room for the tail,
// the tail with the space before it, and whether text was cut.
func (p *pen) shorten(start, end int) (to int, tail string, cut bool) {
	room := p.doc.width - p.para.frame.first()
	tail = clip(p.item.Tail, max(0, room-minText-tailGap))
	room -= cells(tail) + tailGap
	text := p.item.Text[start:end]
	if cells(text) > room {
		text = strings.TrimRight(clip(text, max(0, room-1)), " ")
		cut, room = true, room-1
	}
	return start + len(text), strings.Repeat(" ", max(0, room-cells(text))+tailGap) + tail, cut
}

// leftSide draws the parts to the left of the text: bar, indent, label, and the space
// in front of right-aligned text.
func (p *pen) leftSide(n, start, end int) {
	f := p.para.frame
	switch {
	case f.bar:
		p.piece(p.pens().Rule, bar)
	default:
		p.blank(int(f.left))
	}
	if n == 0 && f.named && f.label > 0 {
		label := clip(p.item.Label, int(f.label)-1)
		gap := strings.Repeat(" ", int(f.label)-cells(label))
		if p.selected() {
			label, gap = label+gap, ""
		}
		p.piece(p.label, label)
		p.text(gap)
	} else {
		p.blank(int(f.label))
	}
	if n > 0 && f.hang > 0 {
		if p.item.Role == Code {
			p.piece(p.pens().Faint, continued)
		} else {
			p.blank(int(f.hang))
		}
	}
	if f.rtl && p.item.Tail == "" {
		used := f.first()
		if n > 0 {
			used = f.rest()
		}
		p.blank(p.doc.width - used - cells(p.item.Text[start:end]))
	}
}

// clip cuts s to at most room cells.
func clip(s string, room int) string {
	for i := 0; i < len(s); {
		size, w := cluster(s[i:])
		if room -= w; room < 0 {
			return s[:i]
		}
		i += size
	}
	return s
}

// blank draws n spaces.
func (p *pen) blank(n int) {
	for range n {
		p.out = append(p.out, ' ')
	}
}

// pieces draws the text from start to end. It splits the text where addresses, anchors and
// hits start and end.
func (p *pen) pieces(start, end int) {
	links, anchors, hits := p.links(start, end), p.item.Anchors[p.item.anchorAfter(start):], p.hits(start)
	for at := start; at < end; {
		stop, style, link := end, p.base, (*address)(nil)
		for len(links) > 0 && links[0].end <= at {
			links = links[1:]
		}
		if len(links) > 0 && reaches(at, &stop, links[0].start, links[0].end) {
			if link = &links[0]; !p.selected() {
				style = p.pens().Link
			}
		}
		for len(anchors) > 0 && anchors[0].End <= at {
			anchors = anchors[1:]
		}
		if len(anchors) > 0 && reaches(at, &stop, anchors[0].Start, anchors[0].End) {
			style = p.anchorPen(anchors[0].Link)
		}
		for hits < len(p.paint.Hits) && p.isHit(hits) && p.paint.Hits[hits].End <= at {
			hits++
		}
		if hits < len(p.paint.Hits) && p.isHit(hits) && reaches(at, &stop, p.paint.Hits[hits].Start, p.paint.Hits[hits].End) {
			style = p.hitPen(hits)
		}
		p.linked(link, style, p.item.Text[at:stop])
		at = stop
	}
}

// reaches reports whether the part of a text from start to end contains the byte at. It moves
// stop back to where that changes.
func reaches(at int, stop *int, start, end int) bool {
	if start > at {
		*stop = min(*stop, start)
		return false
	}
	*stop = min(*stop, end)
	return true
}

// isHit reports whether hit k is in the item.
func (p *pen) isHit(k int) bool { return p.paint.Hits[k].Item == int(p.para.item) }

// hits returns the index of the first hit that ends after byte start of the item.
func (p *pen) hits(start int) int {
	item := int(p.para.item)
	return sort.Search(len(p.paint.Hits), func(k int) bool {
		h := p.paint.Hits[k]
		return h.Item > item || h.Item == item && h.End > start
	})
}

// links returns the addresses that are at least partly on the line from start to
// end. They may start on a line above it and end on a line below it.
func (p *pen) links(start, end int) []address {
	switch p.item.Role {
	case Body, Caption, Note, Entry, List, Quote, Byline, Credit, EntryMeta, Meta:
	default:
		return nil
	}
	text := p.item.Text
	from, to := start, end
	for from > int(p.para.off) && start-from < maxAddress && !isSpace(text[from-1]) {
		from--
	}
	for to < int(p.para.end) && to-end < maxAddress && !isSpace(text[to]) {
		to++
	}
	return addresses(nil, text[:to], from)
}

// linked draws a piece of text, as part of the hyperlink a unless a is nil. All
// pieces of a hyperlink have the same id, so a terminal treats them as one link.
func (p *pen) linked(a *address, style theme.Pen, s string) {
	target := ""
	if a != nil {
		target = a.target(p.item.Text)
	}
	if target == "" {
		p.piece(style, s)
		return
	}
	p.out = append(p.out, "\x1b]8;id=d"...)
	p.out = strconv.AppendInt(p.out, int64(p.para.item), 10)
	p.out = append(p.out, '-')
	p.out = strconv.AppendInt(p.out, int64(a.start), 10)
	p.out = append(p.out, ';')
	p.out = append(p.out, target...)
	p.out = append(p.out, "\x1b\\"...)
	p.piece(style, s)
	p.out = append(p.out, "\x1b]8;;\x1b\\"...)
}

// piece draws s in a style.
func (p *pen) piece(style theme.Pen, s string) {
	p.out = append(p.out, style.Open...)
	p.text(s)
	p.out = append(p.out, style.Close...)
}

// text draws s with white space as spaces, and without breaks that show nothing.
func (p *pen) text(s string) {
	code := p.item.Role == Code
	for s != "" {
		i := strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r == clean.Break })
		if i < 0 {
			i = len(s)
		}
		p.out = append(p.out, s[:i]...)
		if code {
			p.col += cells(s[:i])
		}
		if i == len(s) {
			return
		}
		if s[i] >= ' ' {
			s = s[i+len(string(clean.Break)):]
			continue
		}
		n := 1
		if code && s[i] == '\t' {
			n = tabStop - p.col%tabStop
		}
		p.blank(n)
		p.col += n
		s = s[i+1:]
	}
}
