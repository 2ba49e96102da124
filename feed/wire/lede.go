package wire

import (
	"slices"
	"strings"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
)

const topLines = 60 // lines that are searched for the dateline

// lede is the dateline that was found and the line that it begins on, -1 if there is none.
type lede struct {
	dateline.Opening

	line   int
	broken bool // the dateline continues in the line below
	digest bool // there is no dateline, because each item of the text has its own place
}

// findDateline finds the dateline in the lines [from, end). It stops at the first line
// that is prose.
func (sh *sheet) findDateline(from, end int) lede {
	chunk := 0
	for i := sh.next(from); i < end && i < from+topLines; i++ {
		line := strings.TrimSpace(sh.lines[i])
		if line == "" {
			chunk = 0
			continue
		}
		chunk++
		if isNote(line) {
			i, chunk = sh.noteEnd(i, end, true)-1, 0
			continue
		}
		if isByline(line) {
			chunk = 0
		}
		if line[0] == '^' || calendar.IsSent(line) || sh.sent && endsMarked(line) {
			continue
		}
		if o, ok := sh.cutDateline(i, i == sh.next(from)); ok {
			switch sh.readAs(i, from, end, o) {
			case isLede:
				return lede{Opening: o, line: i}
			case isDigest:
				return lede{line: -1, digest: true}
			}
			chunk = 0
			continue
		}
		if o, ok := sh.wrappedDateline(i, end); ok {
			return lede{Opening: o, line: i, broken: true}
		}
		if isProse(line, chunk, sh.topChunk()) {
			return lede{line: -1}
		}
	}
	return lede{line: -1}
}

// cutDateline reads the dateline that line i begins with. The first line may be a
// headline.
func (sh *sheet) cutDateline(i int, first bool) (dateline.Opening, bool) {
	if sh.sent && !first {
		return dateline.CutSent(strings.TrimSpace(sh.lines[i]))
	}
	return sh.opening(i)
}

// topChunk returns the most lines without a blank line between them that may be above
// the dateline.
func (sh *sheet) topChunk() int {
	if sh.sent { // headline, notes and byline follow each other
		return 12
	}
	return 4
}

// openingKind is the kind of a line that begins like a dateline.
type openingKind int

const (
	isLede     openingKind = iota
	isHeadline             // "GOLF - Ruiz wins in Ellery", "SUBSIDY TO END JULY 1 - MINISTER"
	isDigest               // the first item of a list of items, each with its own place
)

// readAs returns the kind of line i, which begins with o. An opening with a day and an
// agency is a dateline, unless it is the first of a digest. Any other is the headline if it
// has the form of one at the top, or if a dateline follows it.
func (sh *sheet) readAs(i, from, end int, o dateline.Opening) openingKind {
	top := i == sh.next(from)
	switch {
	case cased(o) && sh.beginsDigest(i, end, o):
		return isDigest
	case o.Month != 0 && o.Agency != "":
		return isLede
	case !cased(o) && top && isBracketTag(o) && !line.EndsSentence(sh.lines[i]) && sh.next(i+1) < end:
		return isHeadline // "【サッカー日本代表】…"
	case cased(o) && sh.isTitle(i, end, o, top):
		return isHeadline
	}
	return isLede
}

// isBracketTag reports whether o may be a tag in brackets: it has no day, and no place or
// no agency.
func isBracketTag(o dateline.Opening) bool {
	return o.Day == 0 && (o.Agency == "" || len(o.Places) == 0)
}

// isTitle reports whether line i, which begins with o, is a headline. Top is true if nothing
// is above it.
func (sh *sheet) isTitle(i, end int, o dateline.Opening, top bool) bool {
	s := strings.TrimSpace(sh.lines[i])
	if o.Rest == "" || line.Cells(s) > headlineCells || !sh.standsApart(i, end) {
		return false
	}
	ends := line.EndsSentence(s) && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?")
	if sh.datelineBelow(i, end) && (!ends || o.Agency == "") {
		return true
	}
	if ends || !top {
		return false
	}
	dashless := o.Agency != "" && strings.HasSuffix(o.Text, ")") // "SKARN PACIFIC (CP) CONFIRMS TALKS"
	return o.Agency == "" && o.Month == 0 || line.IsUpper(s) && (o.Month != 0 || dashless)
}

// cased reports whether o has a place in a script with capitals. Only there does a headline
// begin like a dateline.
func cased(o dateline.Opening) bool { return len(o.Places) > 0 && line.HasCase(o.Places[0]) }

// standsApart reports whether line i is not wrapped: it is the last line, or the next line
// is blank, indented more, or a dateline.
func (sh *sheet) standsApart(i, end int) bool {
	if i+1 >= end || line.Blank(sh.lines[i+1]) {
		return true
	}
	_, ok := dateline.Cut(sh.lines[i+1])
	return ok || line.Indent(sh.lines[i+1]) > line.Indent(sh.lines[i])
}

const belowLines = 8 // lines below a headline that are searched for a dateline

// datelineBelow reports whether one of the next few lines begins with a dateline that has a
// day or an agency.
func (sh *sheet) datelineBelow(i, end int) bool {
	for k := i + 1; k < end && k <= i+belowLines; k++ {
		if o, ok := dateline.Cut(sh.lines[k]); ok && (o.Agency != "" || o.Month != 0) {
			return true
		}
	}
	return false
}

// beginsDigest reports whether o, which begins line i, is the first of a list of items each
// with its own place: another item follows or, if they have a day or an agency, two do, a
// line each.
func (sh *sheet) beginsDigest(i, end int, o dateline.Opening) bool {
	bare := o.Agency == "" && o.Month == 0
	seen := []string{o.Places[0]}
	for k := i + 1; k < end && k <= i+belowLines; k++ {
		if line.Blank(sh.lines[k]) {
			continue
		}
		next, ok := dateline.Cut(sh.lines[k])
		if !ok || next.Rest == "" || !cased(next) || (next.Agency == "" && next.Month == 0) != bare {
			if bare {
				continue
			}
			return false
		}
		if slices.Contains(seen, next.Places[0]) {
			return false
		}
		seen = append(seen, next.Places[0])
		if bare || len(seen) == 3 {
			return true
		}
	}
	return false
}

// wrappedDateline reads a dateline that continues in the next line.
func (sh *sheet) wrappedDateline(i, end int) (dateline.Opening, bool) {
	s := strings.TrimSpace(sh.lines[i])
	if len(s) > 90 || i+1 >= end || line.Blank(sh.lines[i+1]) || s[0] == '(' && !line.IsCJK(s) {
		return dateline.Opening{}, false
	}
	if _, ok := sh.opening(i + 1); ok {
		return dateline.Opening{}, false
	}
	o, ok := dateline.Cut(line.Head(line.Join(sh.lines[i:i+2]), 2*dateline.MaxBytes))
	return o, ok && len(o.Text) > len(line.Fold(s))
}

// isProse reports whether the line s shows that no dateline follows: it is a paragraph,
// or more than most lines of one. Chunk is the number of the line since the last blank
// one.
func isProse(s string, chunk, most int) bool {
	if isNote(s) || isByline(s) {
		return false
	}
	if _, item := marked(s); item || s[0] == '^' || s[0] == '(' && chunk < noteLines {
		return false
	}
	if len(s) > captionBytes {
		return true
	}
	long := line.Cells(s) >= 120 && line.EndsSentence(s)
	return (long || chunk > most) && !isCaption(s, "")
}
