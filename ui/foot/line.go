// Package foot writes the foot line of the pages and the heading of a search. It is
// pure: the content of a line is passed in as values.
package foot

import (
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/hint"

	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/theme"
)

// Line is the content of a foot line: what keys do, and where the reader is.
type Line struct {
	Hints   []hint.Hint // the most useful first; the last, for the help, is kept longest
	News    hint.Hint   // changes that are not shown yet
	Right   []string    // the position, longest first
	Warning string      // from the store, instead of the hints
	Scan    Scan
}

// between separates the parts of the foot line.
const between = "  "

// Draw draws the line in w cells. It uses the first of Right that leaves room for
// three hints, and as many hints as fit.
func (l Line) Draw(th *theme.Theme, w int) string {
	if l.Warning != "" {
		hide := " " + locale.T("Esc hides this") + " "
		return th.StatusError.Render(cell.Ends(" "+cell.Brief(l.Warning, w-cell.Width(hide)-2), hide, w))
	}
	b := l.bar(w)
	right, shown := "", l.fitting(b, w-3)
	for _, right = range l.Right {
		shown = l.fitting(b, w-cell.Width(right)-3)
		if len(shown) >= min(3, len(l.Hints)) {
			break
		}
	}
	return l.draw(th, b, shown, right, w)
}

func (l Line) bar(w int) bar {
	if !l.Scan.Running {
		return bar{}
	}
	return l.Scan.bar(w)
}

// fitting returns the hints that fit beside the bar in room cells. The others are
// dropped from the end, but the last hint and the news after all but the first. A long
// hint leaves besideLong cells to the others.
func (l Line) fitting(b bar, room int) []hint.Hint {
	if b.words != "" {
		room -= cell.Width(b.text()) + len(between)
	}
	l.Hints = slices.DeleteFunc(slices.Clone(l.Hints), func(h hint.Hint) bool { return h.Key == "" }) // not bound
	if len(l.Hints) == 0 {
		return nil
	}
	least := max(leastLong, room-besideLong)
	all := cutLong(l.Hints, least)
	first, help := all[:len(all)-1], all[len(all)-1]
	var end []hint.Hint
	if l.News.Text != "" {
		end = append(end, l.News)
	}
	end = append(end, help)
	for n := len(first); n >= min(1, len(first)); n-- {
		if hints := slices.Concat(first[:n], end); width(hints) <= room {
			return append(cutLong(l.Hints[:n], least+room-width(hints)-1), end...)
		}
	}
	for _, hints := range [][]hint.Hint{end, end[:1]} {
		if width(hints) <= room {
			return hints
		}
	}
	return nil
}

const (
	leastLong  = 18 // cells of a long hint
	besideLong = 30 // cells for the hints beside it, where there is room for more
)

// cutLong returns hints with a long one cut to w cells.
func cutLong(hints []hint.Hint, w int) []hint.Hint {
	hints = slices.Clone(hints)
	for i := range hints {
		if h := &hints[i]; h.Long {
			h.Text = bidi.Visual(cell.Cut(h.Text, w-cell.Width(h.Key)-1), false)
		}
	}
	return hints
}

func width(hints []hint.Hint) int {
	n := 0
	for _, h := range hints {
		n += cell.Width(h.String()) + len(between)
	}
	return n - len(between)
}

func (l Line) draw(th *theme.Theme, b bar, hints []hint.Hint, right string, w int) string {
	right = cell.Cut(right, w-2)
	var left strings.Builder
	used := 1
	left.WriteByte(' ')
	add := func(drawn string, cells int) {
		if used > 1 {
			left.WriteString(between)
			used += len(between)
		}
		left.WriteString(drawn)
		used += cells
	}
	if b.words != "" {
		if room := w - cell.Width(right) - 3; cell.Width(b.text()) > room {
			b = bar{words: cell.Cut(b.words, room)}
		}
		add(b.draw(th), cell.Width(b.text()))
	}
	for _, h := range hints {
		add(th.HelpKey.Render(h.Key)+th.HelpText.Render(" "+h.Text), cell.Width(h.String()))
	}
	left.WriteString(strings.Repeat(" ", max(0, w-used-cell.Width(right)-1)))
	return left.String() + th.Text.Render(right) + " "
}

// Position returns the number of a row and the number of rows; 0 is an unknown
// number.
func Position(row, all int) string {
	return locale.F("%s of %s", known(row, 1), known(all, row))
}

// known returns n as text, or atLeast if n is less; an unknown n, 0, is an ellipsis.
func known(n, atLeast int) string {
	if n <= 0 {
		return cell.Ellipsis
	}
	return locale.Count(max(n, atLeast))
}
