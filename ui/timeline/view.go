package timeline

import (
	"strings"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/when"
)

// reasonFrom is the least width at which each row has its reason at the end. In a narrower
// page the lines below the rows have it.
const reasonFrom = 110

// peekFrom is the least height of a page with lines below the rows: the reason and the
// whole headline of the entry under the cursor.
const (
	peekFrom  = 8
	peekLines = 2
)

// room returns the number of rows that fit.
func (p *Page) room() int {
	if p.peeks() {
		return p.h - 1 - peekLines
	}
	return p.h - 1
}

func (p *Page) peeks() bool { return p.h >= peekFrom && p.w < reasonFrom }

// View draws the page. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := []string{p.drawHead()}
	for i := p.top; i < len(p.entries) && len(lines) <= p.room(); i++ {
		lines = append(lines, p.drawRow(i))
	}
	if len(p.entries) == 1 && len(lines) <= p.room() {
		lines = append(lines, p.theme.Pens.Text.Draw(cell.Fit("   "+locale.T("No other story is in this time line."), p.w)))
	}
	for len(lines) <= p.room() {
		lines = append(lines, strings.Repeat(" ", p.w))
	}
	if p.peeks() {
		lines = append(lines, p.drawReason(), p.drawHeadline())
	}
	return strings.Join(lines, "\n")
}

func (p *Page) drawHead() string {
	pens := &p.theme.Pens
	title := bidi.Line(cell.Cut(locale.F("Time line of: %s", p.Title()), max(0, p.w-12)))
	right := " " + locale.Count(len(p.entries)) + " "
	fill := p.w - cell.Width(title) - cell.Width(right) - 3
	if fill < 1 {
		return pens.Month.Draw(cell.Fit(" "+locale.T("Time line"), p.w))
	}
	return pens.Month.Draw(" "+title) + pens.RuleOn.Draw(" "+strings.Repeat("─", fill)) + pens.Text.Draw(right) + " "
}

// dateCells is the width of the dates: with the year if the line is of several.
func (p *Page) dateCells() int {
	for i := range p.entries {
		if p.entries[i].Row.Date.Year != p.entries[0].Row.Date.Year {
			return len("30 Sep 2024")
		}
	}
	return len("30 Sep")
}

// drawRow draws entry i: a mark, its date, its headline, its label and, where there is
// room, its reason.
func (p *Page) drawRow(i int) string {
	e := &p.entries[i]
	mark := "   "
	if e.Here {
		mark = " › "
	}
	date := when.DayMonth(e.Row.Date)
	if p.dateCells() > len("30 Sep") {
		date = when.Listed(e.Row.Date)
	}
	left := mark + cell.Right(date, p.dateCells()) + "  "
	room := max(0, p.w-cell.Width(left)-1)
	reason := ""
	if p.w >= reasonFrom {
		cells := room * 2 / 5
		room -= cells
		reason = cell.Fit("  "+bidi.Line(cell.Cut(e.Reason.String(), cells-2)), cells)
	}
	short := label.Short(&e.Row)
	if cell.Width(short) > room/3 {
		short = ""
	}
	title := cell.Cut(e.Row.Headline.Title, max(0, room-cell.Width(short)-1))
	gap := strings.Repeat(" ", max(0, room-cell.Width(title)-cell.Width(short)))
	pen := p.theme.Pens.Text
	if i == p.cursor {
		pen = p.theme.Pens.Selected
	}
	return pen.Draw(cell.Fit(left+bidi.Line(title)+gap+short+reason+" ", p.w))
}

// drawReason draws the rule below the rows, with the reason of the entry under the cursor.
func (p *Page) drawReason() string {
	text := ""
	if len(p.entries) > 0 {
		text = p.entries[p.cursor].Reason.String()
		if p.entries[p.cursor].Here {
			text = locale.T("the story itself")
		}
	}
	pens := &p.theme.Pens
	text = bidi.Line(cell.Cut(text, max(0, p.w-6)))
	if text == "" || p.w < 8 {
		return pens.Rule.Draw(strings.Repeat("─", p.w))
	}
	return pens.Rule.Draw("── ") + pens.Text.Draw(text) + pens.Rule.Draw(" "+strings.Repeat("─", max(0, p.w-cell.Width(text)-4)))
}

// drawHeadline draws the headline of the entry under the cursor, with its tags.
func (p *Page) drawHeadline() string {
	text := bidi.Line(cell.Cut(p.row().Headline.Text, max(0, p.w-2)))
	return p.theme.Pens.Text.Draw(cell.Fit(" "+text, p.w))
}

// Cursor returns the cell where the headline of the selected entry begins.
func (p *Page) Cursor() (x, y int, ok bool) {
	return 3 + p.dateCells() + 2, 1 + p.cursor - p.top, true
}
