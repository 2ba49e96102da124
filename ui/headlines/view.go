package headlines

import (
	"strings"

	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/when"
)

// View draws the page. It has exactly as many lines as the box, and no line is wider
// than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := make([]string, 0, p.h)
	switch {
	case p.result != nil:
		lines = p.drawResult(lines)
	case len(p.rows) > 0:
		lines = p.list(lines)
	case p.loaded:
		lines = append(lines, "", p.theme.Faint.Render(cell.Cut(" "+p.Empty, p.w)))
	}
	for len(lines) < p.h {
		lines = append(lines, "")
	}
	return strings.Join(lines[:p.h], "\n")
}

// list draws the rows on the screen with their days above them.
func (p *Page) list(lines []string) []string {
	cols := newColumns(p.w)
	for i := p.top; i < len(p.rows) && len(lines) < p.h; i++ {
		if p.hasDayLine(i) {
			lines = append(lines, p.day(cols, &p.rows[i]))
		}
		if len(lines) < p.h {
			lines = append(lines, p.drawRow(cols, i))
		}
	}
	return lines
}

// day draws the line above the first row of a day and above the first row on the
// screen.
func (p *Page) day(c columns, r *story.Row) string {
	day := when.Day(r.Date)
	if c.date == 0 { // the rows cannot show that the year was inferred
		day = when.Marked(r.Date)
	}
	return p.withRule(day)
}

// withRule draws text followed by a rule to the end of the line.
func (p *Page) withRule(text string) string {
	text = cell.Cut(" "+text+" ", p.w)
	rule := strings.Repeat("─", max(0, p.w-cell.Width(text)))
	return p.theme.Pens.DaySeparator.Draw(text) + p.theme.Pens.Rule.Draw(rule)
}

func (p *Page) drawRow(c columns, i int) string {
	r := p.row(i)
	s := c.split(r, p.Now())
	pens := &p.theme.Pens
	if p.w <= marks {
		return pens.Text.Draw(cell.Fit(s.unread+s.star, p.w))
	}
	switch {
	case i == p.cursor && p.blur:
		return pens.Unread.Draw(s.unread) + pens.Star.Draw(s.star) + pens.Here.Draw("▌") + pens.SelectedDim.Draw(s.tag+s.headline+s.place+s.date+" ")
	case i == p.cursor:
		return pens.Selected.Draw(s.unread + s.star + " " + s.tag + s.headline + s.place + s.date + " ")
	}
	head := pens.Text
	if r.Read || r.Problem != "" {
		head = pens.Faint
	}
	return pens.Unread.Draw(s.unread) + pens.Star.Draw(s.star) + " " +
		pens.Tag.Draw(s.tag) + head.Draw(s.headline) + pens.Meta.Draw(s.place+s.date) + " "
}

// rowAt returns the row at line y of the box.
func (p *Page) rowAt(y int) (i int, ok bool) {
	if p.result != nil {
		i = p.top + (y-1)/2
		return i, y > 0 && i < len(p.rows)
	}
	line := 0
	for i = p.top; i < len(p.rows) && line <= y; i++ {
		if p.hasDayLine(i) {
			line++
		}
		if line == y {
			return i, true
		}
		line++
	}
	return 0, false
}

// hasDayLine reports whether row i, which is on the screen, has its day above it.
func (p *Page) hasDayLine(i int) bool {
	if i == p.top {
		return !p.dayHidden
	}
	return !sameDay(&p.rows[i-1], &p.rows[i])
}

func sameDay(a, b *story.Row) bool {
	return a.Date.Day == b.Date.Day && a.Date.Month == b.Date.Month && a.Date.Year == b.Date.Year
}
