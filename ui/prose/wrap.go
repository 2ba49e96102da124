package prose

import "unicode/utf8"

// lineRoom holds the cells for text on the first line of a paragraph and on its other
// lines.
type lineRoom struct{ first, rest int }

// wrapper wraps paragraphs. It reuses its buffers.
type wrapper struct {
	seg   segmenter
	whole []address // the addresses in the text
	k     int       // the first address that does not end before the current segment
}

// wrap appends the offsets at which the lines of text[off:] start.
func (w *wrapper) wrap(starts []uint32, text string, off int, room lineRoom) []uint32 {
	w.whole, w.k = addresses(w.whole[:0], text, off), 0
	w.seg.reset(text, off)
	starts = append(starts, uint32(off))
	col, free, pos := 0, room.first, off
	for {
		seg, ok := w.next(room.rest)
		if !ok {
			return starts
		}
		if col+seg.cells > free && col > 0 {
			starts = append(starts, uint32(pos))
			col, free = 0, room.rest
		}
		if seg.cells > free {
			starts, col = cut(starts, text[:seg.end], pos, lineRoom{free, room.rest})
			free = room.rest
		} else {
			col += seg.cells + seg.space
		}
		pos = seg.end
	}
}

// next returns the next segment. It joins segments so that they do not split an
// address that fits in room cells, nor "https://" from the text after it.
func (w *wrapper) next(room int) (segment, bool) {
	begin := w.seg.pos
	seg, ok := w.seg.next()
	for ok && w.k < len(w.whole) {
		a := w.whole[w.k]
		if a.end <= begin {
			w.k++
			continue
		}
		if seg.end <= a.start || seg.end >= a.end || a.cells > room && seg.end > a.start+len("https://") {
			break
		}
		var more segment
		if more, ok = w.seg.next(); ok {
			seg = segment{more.end, seg.cells + seg.space + more.cells, more.space}
		}
	}
	return seg, ok
}

// cut splits text[pos:], which has no break opportunity and is too wide for a line.
// It appends the starts of lines to starts and returns the cells of the last line.
func cut(starts []uint32, text string, pos int, room lineRoom) ([]uint32, int) {
	col, free, line := 0, room.first, pos
	for i := pos; i < len(text); {
		size, w := cluster(text[i:])
		w = min(w, room.rest)
		if col+w > free && col > 0 && (size > 1 || !isSpace(text[i])) {
			at := cutAt(text, line, i, room.rest-w)
			starts = append(starts, uint32(at))
			col, free = cells(text[at:i]), room.rest
			line = at
		}
		col += w
		i += size
	}
	return starts, col
}

// cutAt returns the offset at which to cut the line of text that starts at line and
// is full at i. It is i or one or two characters before it, so that no line starts
// with a closing mark or ends with an opening one. The text that moves to the next
// line has at most room cells.
func cutAt(text string, line, i, room int) int {
	t := loadTraits()
	for at := i; at > line && room >= 0; {
		r, size := utf8.DecodeLastRuneInString(text[line:at])
		next, _ := t.of(text[at:])
		if r >= rune(len(t)) || t[r].class() <= space || next.class() <= space {
			break
		}
		prev, c := t[r].class(), next.class()
		if !glued(state(prev), c) || prev == letter && c == letter {
			return at
		}
		at -= size
		room -= t[r].cells()
		if i-at > 2*size {
			break
		}
	}
	return i
}

// wrapCode is wrap for a line that keeps its columns. It breaks after white space
// if possible and keeps leading white space; tab stops are 8 cells apart.
func wrapCode(starts []uint32, text string, off int, room lineRoom) []uint32 {
	starts = append(starts, uint32(off))
	col, free := 0, room.first
	line, gap := off, off // starts of the line and of its last word
	for i := off; i < len(text); {
		size, w := cluster(text[i:])
		blank := size == 1 && isSpace(text[i])
		w = min(w, room.rest)
		if text[i] == '\t' {
			w = tabStop - col%tabStop
		}
		if col+w > free && col > 0 && !blank {
			if gap > line {
				i = gap
			}
			starts = append(starts, uint32(i))
			line, gap, col, free = i, i, 0, room.rest
			continue
		}
		col += w
		i += size
		if blank {
			gap = i
		}
	}
	return starts
}
