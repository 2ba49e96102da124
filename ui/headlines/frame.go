package headlines

import (
	"cmp"

	"github.com/charmbracelet/x/ansi"

	"dateline/feed/story"
	"dateline/ui/cell"
)

// A row has the day of the month in its first two cells, a mark, the headline, and
// at its end a label before a free cell.
const (
	markCell  = 3
	textCell  = 5  // where headlines begin; further right if the mark is a word
	edge      = 1  // the free cell
	gap       = 2  // between a headline and a column to its right
	labelFrom = 24 // least width of a row with a label
)

// A list that has a wide screen to itself has columns, by default for the place and the label,
// and no more than maxWidth cells.
const (
	wideFrom    = 110
	maxWidth    = 160
	placeCells  = 18
	agencyCells = 14
	labelCells  = 9
)

// maxHeadline is the longest headline on one line of a screen that is not wide: a
// wider screen has two lines beside a story, and must not show less of it.
const maxHeadline = 84

// A headline takes two lines beside a story, and in a pane narrower than
// twoLinesBelow with twoLinesRows rows or more.
const (
	twoLinesBelow = 80
	twoLinesRows  = 30
)

// The peek has two lines or what the reader has set on a screen of peekRows rows, but at most a
// peekShare of these, and one on a screen of briefRows.
const (
	peekRows  = 20
	briefRows = 14
	peekShare = 4
)

// A search result beside a story has a strip of stripRows lines below its rows on a
// screen of stripFrom rows, other results one line on a screen of briefRows.
const (
	stripFrom = 40
	stripRows = 6
)

// markWord returns the cells of a mark that is a word: unread, read, starred or new.
func markWord() (n int) {
	for _, word := range []string{starred(), fresh(), unread(), read()} {
		n = max(n, cell.Width(word))
	}
	return n
}

// takesWord returns the cells that the number of takes in a label has more as words: "2 takes"
// instead of "×2".
func takesWord() int { return cell.Width(takeCount(2)) - 1 }

// frame is the division of the page's box. The rows of a search have no days: their
// headlines begin further left, and a date stands at their end.
type frame struct {
	w, h     int
	split    bool        // the story is beside the list
	twoLines bool        // a headline may take two lines
	wide     bool        // place and label have columns
	peek     int         // lines below the rows
	method   ansi.Method // the way to count cells, on which the lines of a headline depend
	strip    int         // lines below the rows of a search result
	mark     int         // cells of a mark
	label    int         // cells of the column of labels
	columns  int         // cells of all columns of a wide list
}

func newFrame(w, h int, split, words bool, set Settings) frame {
	f := frame{w: w, h: h, split: split, method: cell.Method(), mark: 1, label: cmp.Or(set.Label, labelCells)}
	if words {
		f.mark, f.label = markWord(), f.label+takesWord()
	}
	screen := h + 1 // the foot line
	if f.wide = w >= wideFrom && !split; f.wide {
		for _, c := range set.Columns {
			f.columns += f.cells(c)
		}
	}
	f.twoLines = split || w < twoLinesBelow && screen >= twoLinesRows
	switch {
	case split || screen < briefRows:
	case screen < peekRows:
		f.peek = min(1, set.Peek)
	default:
		f.peek = min(screen/peekShare, set.Peek)
	}
	switch {
	case split && screen >= stripFrom:
		f.strip = stripRows
	case !split && screen >= briefRows:
		f.strip = 1
	}
	return f
}

// row returns the width of a row.
func (f frame) row() int { return min(f.w, maxWidth) }

// text returns the cell where headlines begin, and result the one in the result of a search.
func (f frame) text() int   { return textCell - 1 + f.mark }
func (f frame) result() int { return resultCell - 1 + f.mark }

// cells returns the cells of a column in f.
func (f frame) cells(c Column) int {
	switch c {
	case Place:
		return placeCells
	case Agency:
		return agencyCells
	case Date:
		return dateCells + gap
	default:
		return f.label
	}
}

// headline returns the width of a line of a headline without a label.
func (f frame) headline() int {
	room := f.row() - f.text() - edge
	if f.wide {
		return max(0, room-gap-f.columns)
	}
	return max(0, min(room, maxHeadline))
}

func sameMonth(a, b *story.Row) bool {
	return a.Date.Month == b.Date.Month && a.Date.Year == b.Date.Year
}
