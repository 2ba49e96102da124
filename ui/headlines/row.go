package headlines

import (
	"strconv"
	"strings"

	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/theme"
)

// row returns row i of the window with its marks. The caller must not change it.
func (p *Page) row(i int) *story.Row {
	if p.marked >= p.marks.N() {
		return &p.rows[i]
	}
	r := p.rows[i]
	if p.folds(&r) {
		p.marks.ApplyStory(&r, p.marked)
	} else {
		p.marks.Apply(&r, p.marked)
	}
	return &r
}

// on reports whether the cursor is on row i, and not on a take below it.
func (p *Page) on(i int) bool { return i == p.cursor && p.take == 0 }

// drawRow appends the lines of row i.
func (p *Page) drawRow(lines []string, i int) []string {
	h := p.wrap(&p.rows[i])
	for n, text := range h.lines {
		lines = append(lines, p.drawLine(i, n, text, n == len(h.lines)-1))
	}
	return p.drawTakes(lines, i, p.frame.text())
}

// drawLine draws line n of row i. The last line has the label.
func (p *Page) drawLine(i, n int, text string, last bool) string {
	pens, r, f := &p.theme.Pens, p.row(i), p.frame
	day, mark, markPen := "  ", strings.Repeat(" ", f.mark), pens.Text
	if n == 0 {
		day = p.day(i)
		mark, markPen = p.mark(r)
	}
	if f.w <= f.text() {
		return pens.Text.Draw(cell.Fit(day+" "+mark, f.w))
	}
	plain, drawn := "", ""
	if last {
		plain, drawn = p.tail(r)
	}
	fill := max(0, f.row()-f.text()-edge-cell.Width(text)-cell.Width(plain))
	text, space := bidi.Line(text), strings.Repeat(" ", fill)
	switch {
	case p.on(i) && !p.blur:
		return pens.Selected.Draw(day + " " + mark + " " + text + space + plain + strings.Repeat(" ", edge))
	case p.on(i):
		return pens.Day.Draw(day) + " " + markPen.Draw(mark) + pens.Here.Draw("▌") + pens.Strong.Draw(text) + space + drawn + " "
	}
	return pens.Day.Draw(day) + " " + markPen.Draw(mark) + " " + pens.Text.Draw(text) + space + drawn + " "
}

// day returns the day of the month of row i if the row is the first of its day or
// the first on the screen; otherwise it is blank.
func (p *Page) day(i int) string {
	d := p.rows[i].Date
	if d.Day == 0 || i > p.firstShown() && d.Day == p.rows[i-1].Date.Day && sameMonth(&p.rows[i-1], &p.rows[i]) {
		return "  "
	}
	return cell.Right(strconv.Itoa(d.Day), 2)
}

// mark returns the mark of r: starred, new or unread.
func (p *Page) mark(r *story.Row) (mark string, pen theme.Pen) {
	pens := &p.theme.Pens
	switch {
	case r.Starred:
		mark, pen = p.theme.Sign("★", starred()), pens.Star
	case p.fresh[r.ID]:
		mark, pen = p.theme.Sign("+", fresh()), pens.Unread
	case !r.Read:
		mark, pen = p.theme.Sign("•", unread()), pens.Unread
	default:
		mark, pen = p.theme.Sign(" ", read()), pens.Text
	}
	if p.theme.Words {
		mark = cell.Fit(mark, p.frame.mark)
	}
	return mark, pen
}
