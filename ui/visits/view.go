package visits

import (
	"strings"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/when"
)

// Lines returns the number of lines of a sheet that shows all rows.
func (p *Page) Lines() int { return 1 + max(1, len(p.rows)) }

// View draws the sheet. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := []string{p.drawHead()}
	for i := p.top; i < len(p.rows) && len(lines) < p.h; i++ {
		lines = append(lines, p.drawRow(i))
	}
	if len(p.rows) == 0 && p.h > 1 {
		lines = append(lines, p.theme.Pens.Text.Draw(cell.Fit("  "+locale.T("No stories visited."), p.w)))
	}
	for len(lines) < p.h {
		lines = append(lines, strings.Repeat(" ", p.w))
	}
	return strings.Join(lines, "\n")
}

func (p *Page) drawHead() string {
	left, name, right := "── ", locale.T("Stories visited"), ""
	if s := " " + locale.Count(len(p.rows)) + " "; len(p.rows) > 0 && cell.Width(left+name+s)+6 <= p.w {
		right = s
	}
	pens := &p.theme.Pens
	name = cell.Cut(name, max(0, p.w-cell.Width(left)))
	end := strings.Repeat("─", min(len(right), 2))
	fill := max(0, p.w-cell.Width(left+name+right+end)-1)
	return pens.RuleOn.Draw(cell.Cut(left, p.w)) + pens.Month.Draw(name) + pens.RuleOn.Draw(cell.Cut(" "+strings.Repeat("─", fill), max(0, p.w-cell.Width(left+name)))) +
		pens.Text.Draw(right) + pens.RuleOn.Draw(end)
}

func (p *Page) drawRow(i int) string {
	r := &p.rows[i]
	mark := "   "
	if r.ID == p.here {
		mark = " › "
	}
	tail := strings.TrimSpace(label.Short(r) + "  " + when.Listed(r.Date))
	room := max(0, p.w-cell.Width(mark)-1)
	if cell.Width(tail) > room/2 {
		tail = ""
	}
	title := cell.Cut(r.Headline.Title, max(0, room-cell.Width(tail)-2))
	gap := strings.Repeat(" ", max(0, room-cell.Width(title)-cell.Width(tail)))
	pen := p.theme.Pens.Text
	if i == p.cursor {
		pen = p.theme.Pens.Selected
	}
	return pen.Draw(cell.Cut(mark+bidi.Line(title)+gap+tail+" ", p.w))
}

// Cursor returns the cell where the headline of the selected row begins.
func (p *Page) Cursor() (x, y int, ok bool) { return 3, 1 + p.cursor - p.top, true }
