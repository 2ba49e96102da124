package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
)

// paragraphEnd returns the line after the paragraph that begins on line i.
func (sh *sheet) paragraphEnd(i, to int, f form) int {
	j := i + 1
	if f.layout == onePerLine {
		return j
	}
	for ; j < to && !line.Blank(sh.lines[j]); j++ {
		if sh.isIndented(j, f) || sh.isBesideRow(j, f) || f.flush && sh.isAfterShort(j, f) || sh.interrupts(i, j, to) {
			break
		}
	}
	return j
}

// isIndented reports whether line j begins a paragraph because it is indented. A line
// with the same indent as an unfinished line above it continues its sentence.
func (sh *sheet) isIndented(j int, f form) bool {
	if f.layout != indented {
		return false
	}
	in := line.Indent(sh.lines[j])
	if in-f.base < f.indent {
		return false
	}
	prev, s := sh.lines[j-1], sh.lines[j]
	return line.Indent(prev) != in || line.EndsSentence(prev) || !line.StartsLower(strings.TrimSpace(line.Head(s, 64))) || isRow(prev) || isRow(s)
}

// isBesideRow reports whether line j or the line above it is a row of figures and line j
// is not wrapped: its first word had room on the line above.
func (sh *sheet) isBesideRow(j int, f form) bool {
	a, b := sh.lines[j-1], strings.TrimSpace(sh.lines[j])
	if r, _ := utf8.DecodeRuneInString(b); unicode.IsLower(r) || !unicode.IsLetter(r) || len(a) >= 3*maxCells || len(b) >= 3*maxCells {
		return false
	}
	return line.Cells(a)+1+line.Cells(line.FirstWord(b))+raggedCells <= f.width && (isRow(a) || isRow(b))
}

// isAfterShort reports whether line j begins a paragraph in flush text: the line above it
// ends a sentence and is so short that it must be the last one of its paragraph.
func (sh *sheet) isAfterShort(j int, f form) bool {
	a, b := sh.lines[j-1], strings.TrimSpace(line.Head(sh.lines[j], 64))
	return line.EndsSentence(a) && !line.StartsLower(b) && line.Cells(line.Head(a, 3*maxCells))+1+line.Cells(line.FirstWord(b))+raggedCells <= f.width
}

// isRow reports whether s is a row of figures such as "Shr 33 cts vs 20 cts": it ends no
// sentence, and a fifth of its words, at least two, are numbers.
func isRow(s string) bool {
	if line.EndsSentence(s) {
		return false
	}
	all, numbers := 0, 0
	for w := range strings.FieldsSeq(s) {
		if all++; w[0] >= '0' && w[0] <= '9' {
			numbers++
		}
	}
	return numbers >= 2 && numbers*5 >= all
}

// interrupts reports whether a list, a table, a rule, a note or a marked line begins on
// line j, which is directly below a line of the paragraph that begins on line i.
func (sh *sheet) interrupts(i, j, to int) bool {
	s := sh.lines[j]
	if isCaret(s) || strings.HasPrefix(s, "(") && isNote(line.Head(s, 64)) {
		return true
	}
	if !line.StartsWithLetter(s) { // otherwise it is neither a list nor a rule
		l := line.Fold(line.Head(s, 80))
		if _, n := line.ItemMark(l); n > 0 {
			return sh.listInterrupts(i, j, to, l, n)
		}
		if line.IsRule(line.Fold(line.Head(s, 200))) {
			return true
		}
	}
	return sh.isColumns(j) && sh.tableEnd(j, to) > j
}

// listInterrupts reports whether a list begins on line j, which begins with l and has a
// mark of n bytes. A list follows a colon, a name alone on line i, or a sentence. A double
// dash, or a mark before a small letter, is part of the sentence unless another item
// follows.
func (sh *sheet) listInterrupts(i, j, to int, l string, n int) bool {
	k := sh.listEnd(j, min(to, j+4))
	prev := line.Fold(line.Tail(sh.lines[j-1], 80))
	switch {
	case k == j || prev == "":
		return false
	case strings.HasSuffix(prev, ":"):
		return true
	}
	several, small := sh.hasItems(j, k, 2), line.StartsLower(l[min(n, len(l)):])
	if !several && (small || strings.HasPrefix(l, "--")) {
		return false
	}
	if line.EndsSentence(prev) {
		return k > j+1
	}
	return i == j-1 && isName(prev) && (several && (!small || line.Cells(prev) < shortName) || line.EndsSentence(sh.lines[k-1]))
}

const (
	nameCells = 40 // the longest name above a list
	shortName = 30 // no wrapped line is shorter, except the last
)

// hasItems reports whether at least n of the lines [from, to) begin with the mark of a list.
func (sh *sheet) hasItems(from, to, n int) bool {
	for j := from; j < to; j++ {
		if _, size := sh.markAt(j); size > 0 {
			n--
		}
	}
	return n <= 0
}

// isName reports whether s, the line above a list, names what the list is about.
func isName(s string) bool {
	return line.Cells(s) <= nameCells && strings.Count(s, " ") <= 5 && !line.EndsSentence(s) && !line.StartsLower(s)
}
