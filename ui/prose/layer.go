package prose

import (
	"strings"
	"unicode/utf8"

	"dateline/ui/bidi"
)

// The smallest width with bars and indents, and the smallest width of the text
// beside a label.
const (
	minFramed = 16
	minText   = 8
)

// frame is the space around the text of a paragraph.
type frame struct {
	space int32 // blank lines above
	left  int16 // cells of the bar or the indent
	label int16 // cells of the label and the gap after it; blank below the first line
	hang  int16 // additional indent of the lines after the first
	bar   bool
	named bool // the label is on the first line of this paragraph
	rtl   bool
}

// first returns the cells to the left of the text on the first line, rest those on
// the other lines.
func (f frame) first() int { return int(f.left) + int(f.label) }
func (f frame) rest() int  { return f.first() + int(f.hang) }

// layer lays out the items of a document one by one.
type layer struct {
	doc  *Doc
	wrap wrapper
	rtl  bool // the story is right-to-left text
}

// item lays out item i.
func (l *layer) item(i int) {
	it := &l.doc.items[i]
	blank := strings.TrimLeft(it.Text, " \t\n") == ""
	if blank && it.Label == "" && it.Role != Rule {
		return
	}
	f := l.doc.frameOf(it)
	first := l.doc.lines + int(f.space)
	switch {
	case blank:
		l.para(i, 0, 0, f)
	case it.Role == List || it.Role == Code:
		l.lines(i, f)
	default:
		l.para(i, indent(it.Text), len(it.Text), f)
	}
	if it.Link > 0 {
		if lines, ok := l.doc.links[it.Link]; ok {
			first = lines[0]
		}
		l.doc.links[it.Link] = [2]int{first, l.doc.lines - 1}
	}
}

// lines lays out an item that keeps its line breaks. Each line is a paragraph.
func (l *layer) lines(i int, f frame) {
	it := &l.doc.items[i]
	text := strings.TrimRight(it.Text, " \t\n")
	for off := 0; off <= len(text); {
		end := strings.IndexByte(text[off:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += off
		}
		g := f
		start := off
		if it.Role == List {
			start += indent(text[off:end])
			g.hang = l.doc.markerWidth(text[start:end])
		} else if l.doc.width-f.first() > minText {
			g.hang = int16(cells(continued))
		}
		l.para(i, start, end, g)
		f.space, f.named = 0, false
		off = end + 1
	}
}

// para lays out the bytes from off to end of item i as a paragraph.
func (l *layer) para(i, off, end int, f frame) {
	d := l.doc
	text := d.items[i].Text[:end]
	f.rtl = l.isRTL(d.items[i].Role, text[off:])
	p := para{
		item: int32(i), off: uint32(off), end: uint32(end),
		line: uint32(d.lines), starts: int32(len(d.starts)), frame: f,
	}
	room := lineRoom{first: d.width - f.first(), rest: d.width - f.rest()}
	switch {
	case d.items[i].Role == Code:
		d.starts = wrapCode(d.starts, text, off, room)
	case d.items[i].Tail != "":
		d.starts = append(d.starts, uint32(off))
	default:
		d.starts = l.wrap.wrap(d.starts, text, off, room)
	}
	p.n = int32(len(d.starts)) - p.starts
	d.lines += int(f.space) + int(p.n)
	d.paras = append(d.paras, p)
}

// isRTL reports whether a paragraph is aligned to the right.
func (l *layer) isRTL(role Role, text string) bool {
	switch role {
	case Code:
		return false
	case Meta, Byline, Credit, EndMark, Section, Entry, EntryMeta, Dead:
		return l.rtl
	}
	return bidi.IsRTL(text)
}

// rightToLeft reports whether a story is right-to-left text: its first paragraph is,
// or if it has none its headline.
func rightToLeft(items []Item) bool {
	title := ""
	for i := range items {
		switch items[i].Role {
		case Body:
			return bidi.IsRTL(items[i].Text)
		case Title:
			title = items[i].Text
		}
	}
	return bidi.IsRTL(title)
}

// frameOf returns the frame of the first paragraph of an item. In a narrow column
// there are no bars and indents, and labels are cut.
func (d *Doc) frameOf(it *Item) frame {
	f := frame{space: int32(max(it.Space, 0)), named: it.Label != ""}
	if d.lines == 0 {
		f.space = 0
	}
	if d.width >= minFramed {
		switch it.Role {
		case Caption, Credit, Note:
			f.bar, f.left = true, int16(cells(bar))
		case Quote:
			f.left = 2
		default:
		}
	}
	if it.Label != "" {
		room := d.width - int(f.left) - minText
		f.label = int16(max(0, min(cells(it.Label)+1, room)))
	}
	return f
}

// markerWidth returns the hanging indent of a list line: the cells of its dash,
// bullet or number and the space after it, or 0 if it has none.
func (d *Doc) markerWidth(line string) int16 {
	mark, rest, ok := strings.Cut(line, " ")
	if !ok || len(mark) > 6 || rest == "" || !isMarker(mark) {
		return 0
	}
	n := cells(mark) + 1 + indent(rest)
	if n > 8 || d.width < minFramed {
		return 0
	}
	return int16(n)
}

// isMarker reports whether s is a dash, bullet or number in front of a list line.
func isMarker(s string) bool {
	switch s {
	case "-", "--", "–", "—", "*", "•", "·", "◦", "▪", "■", "□", "○", "●", "※":
		return true
	}
	digits := strings.Trim(s, "().")
	if digits == s || digits == "" {
		return false
	}
	return strings.Trim(digits, "0123456789") == "" || utf8.RuneCountInString(digits) == 1
}

// indent returns the number of bytes of leading white space in s.
func indent(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\n")) }
