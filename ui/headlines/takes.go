package headlines

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/revision"
	"dateline/ui/when"
)

// The lines of the takes below their row: a mark, the name of the take, its day, its
// length, and its headline if that is another.
const (
	nameCells = 9
	dayCells  = len("30 Sep")
)

// drawTakes appends the lines of the takes below row i. Their text begins at cell at.
func (p *Page) drawTakes(lines []string, i, at int) []string {
	if len(p.unfolded) == 0 {
		return lines
	}
	shown, more := p.takesOf(i)
	for k := range shown {
		lines = append(lines, p.drawTake(i, k+1, at))
	}
	if more > 0 && p.body() > 1 {
		text := cell.Ellipsis + " " + locale.F("%s more: %s shows all", locale.Count(more), p.keys.KeyOf("takes"))
		lines = append(lines, strings.Repeat(" ", min(at+p.indent(), p.frame.w))+p.theme.Pens.Text.Draw(cell.Cut(text, p.frame.w-at-p.indent())))
	}
	return lines
}

// indent returns the cells from the headline of a row to the text of a take below it.
func (p *Page) indent() int { return p.frame.mark + 1 }

func (p *Page) drawTake(i, k, at int) string {
	pens, r, w, indent := &p.theme.Pens, p.takeAt(i, k), p.frame.row(), p.indent()
	mark, markPen := p.mark(&r)
	text := cell.Fit(revision.Name(&r.Headline), nameCells) + "  " + cell.Right(when.DayMonth(r.Date), dayCells)
	if r.Words > 0 {
		text += "  " + cell.Right(locale.Count(r.Words), 5) + " " + r.Unit()
	}
	if title := r.Headline.Title; title != p.rows[i].Headline.Title {
		text += "  " + clean.Line(title)
	}
	if w <= at+indent {
		return pens.Text.Draw(cell.Fit(strings.Repeat(" ", at)+mark, w))
	}
	text = cell.Cut(text, w-at-indent-edge)
	left, space := strings.Repeat(" ", at), strings.Repeat(" ", max(0, w-at-indent-cell.Width(text)))
	text = bidi.Visual(text, false)
	switch on := i == p.cursor && k == p.take; {
	case on && !p.blur:
		return pens.Selected.Draw(left + mark + " " + text + space)
	case on:
		return left + markPen.Draw(mark) + pens.Here.Draw("▌") + pens.Strong.Draw(text) + space
	}
	return left + markPen.Draw(mark) + " " + pens.Text.Draw(text) + space
}
