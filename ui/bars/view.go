package bars

import (
	"strings"
	"time"

	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/when"
)

// The lines of the strip: its head, the bars, and the years or months below them.
const (
	barLines = 2
	// Lines is the number of lines of the strip.
	Lines = 1 + barLines + 1
)

// margin is the cells to the left of the bars, and one is to their right.
const margin = 1

// room returns the number of bars that fit on the screen.
func (p *Page) room() int { return p.w - margin - 1 }

// View draws the strip. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	counts, most := p.counts()
	lines := []string{p.drawHead(counts)}
	for row := barLines - 1; row >= 0; row-- {
		lines = append(lines, p.drawBars(counts, most, row))
	}
	lines = append(lines, p.theme.Pens.Text.Draw(p.axis()))
	for len(lines) < p.h {
		lines = append(lines, strings.Repeat(" ", p.w))
	}
	return strings.Join(lines[:p.h], "\n")
}

func (p *Page) drawHead(counts map[int]int) string {
	name, day := locale.T("Months"), when.Month
	if p.byDay {
		name, day = locale.T("Days"), when.Weekday
	}
	right := " " + locale.T("counting …") + " "
	switch bar := p.bar(p.at); {
	case len(p.days) > 0:
		right = " " + cell.Join(day(dated(p.start(bar))), locale.F("%s of %s", locale.Count(counts[bar]), locale.Count(p.total()))) + " "
	case p.done:
		right = " " + locale.T("no story has a date") + " "
	}
	pens := &p.theme.Pens
	left := cell.Cut("── ", p.w)
	name = cell.Cut(name, max(0, p.w-cell.Width(left)))
	tail := " "
	if cell.Width(left+name+right)+4 > p.w {
		right = ""
	} else if right != "" {
		tail = "──"
	}
	fill := max(0, p.w-cell.Width(left+name+right+tail)-1)
	return pens.RuleOn.Draw(left) + pens.Month.Draw(name) + pens.RuleOn.Draw(cell.Cut(" "+strings.Repeat("─", fill), max(0, p.w-cell.Width(left+name)))) +
		pens.Text.Draw(right) + pens.RuleOn.Draw(cell.Cut(tail, max(0, p.w-cell.Width(left+name+right)-fill-1)))
}

func (p *Page) total() int {
	n := 0
	for _, count := range p.days {
		n += count
	}
	return n
}

// heights are the parts of a bar in one cell, from none on.
var heights = []rune(" ▁▂▃▄▅▆▇█")

// dated returns the day of t.
func dated(t time.Time) story.Date {
	return story.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// drawBars draws a line of the bars, the lowest for row 0. The bar under the cursor is
// reversed.
func (p *Page) drawBars(counts map[int]int, most, row int) string {
	pens := &p.theme.Pens
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", min(margin, p.w)))
	_, last := p.ends()
	full := len(heights) - 1
	for i := range max(0, p.room()) {
		bar, s := p.left+i, " "
		if n := counts[bar]; n > 0 {
			level := max(1, (n*full*barLines+most-1)/most) - row*full
			s = string(heights[min(max(level, 0), full)])
		}
		switch {
		case len(p.days) > 0 && bar == p.bar(p.at):
			b.WriteString(pens.Selected.Draw(s))
		case bar > p.bar(last):
			b.WriteString(" ")
		default:
			b.WriteString(pens.Text.Draw(s))
		}
	}
	return b.String() + strings.Repeat(" ", max(0, min(1, p.w-margin)))
}

// axis returns the line below the bars: the year at each January, or the month at each
// first day.
func (p *Page) axis() string {
	cells := []rune(strings.Repeat(" ", max(0, p.room())))
	_, last := p.ends()
	free := 0
	for i := range cells {
		bar := p.left + i
		if len(p.days) == 0 || bar > p.bar(last) {
			break
		}
		t := p.start(bar)
		text := ""
		switch {
		case !p.byDay && (t.Month() == 1 || i == 0):
			text = t.Format("2006")
		case p.byDay && (t.Day() == 1 || i == 0):
			text = locale.In("axis").F("%s %d", locale.ShortMonth(t.Month()), t.Year())
		}
		if text != "" && i >= free && i+len(text) <= len(cells) {
			copy(cells[i:], []rune(text))
			free = i + len(text) + 1
		}
	}
	return cell.Fit(strings.Repeat(" ", margin)+string(cells), p.w)
}

// Cursor returns the lowest cell of the selected bar.
func (p *Page) Cursor() (x, y int, ok bool) {
	return margin + p.bar(p.at) - p.left, barLines, len(p.days) > 0
}
