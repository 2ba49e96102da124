package neighbours

import (
	"strings"

	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/prose"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// The layout: a head line and the names of the columns, then rows of two lines. A page
// narrower than wideFrom shows one column at a time.
const (
	headLines = 2
	rowLines  = 2
	wideFrom  = 60
)

// room returns the number of rows that fit into a column.
func (p *Page) room() int { return (p.h - headLines) / rowLines }

// single reports whether one column is shown at a time.
func (p *Page) single() bool { return p.w < wideFrom || p.theme.Words }

// View draws the page. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := []string{p.drawHead()}
	shown, width := []int{cited, here, leads}, (p.w-2)/columns
	if p.single() {
		shown, width = []int{p.column}, p.w
	}
	parts := make([][]string, len(shown))
	for i, c := range shown {
		w := width
		if i == len(shown)-1 {
			w = p.w - (width+1)*(len(shown)-1) // what is left
		}
		parts[i] = p.drawColumn(c, w)
	}
	bar := p.theme.Pens.Rule.Draw("│")
	for y := range p.h - 1 {
		cells := make([]string, len(parts))
		for i := range parts {
			cells[i] = parts[i][y]
		}
		lines = append(lines, strings.Join(cells, bar))
	}
	return strings.Join(lines, "\n")
}

func (p *Page) drawHead() string {
	pens := &p.theme.Pens
	right := " " + locale.F("cited by %s, leads to %s", locale.Count(len(p.sides[cited])), locale.Count(len(p.sides[leads]))) + " "
	if p.more {
		right = " " + locale.T("some of the stories around it") + " "
	}
	title := bidi.Line(cell.Cut(locale.F("Map: %s", p.Title()), max(0, p.w-cell.Width(right)-4)))
	fill := p.w - cell.Width(title) - cell.Width(right) - 3
	if fill < 1 {
		return pens.Month.Draw(cell.Fit(" "+locale.T("Map"), p.w))
	}
	return pens.Month.Draw(" "+title) + pens.RuleOn.Draw(" "+strings.Repeat("─", fill)) + pens.Text.Draw(right) + " "
}

// drawColumn draws a column in w cells, all lines below the head.
func (p *Page) drawColumn(c, w int) []string {
	names := [columns]string{locale.T("cited by"), locale.T("here"), locale.T("leads to")}
	pens := &p.theme.Pens
	name := pens.Section
	if c != p.column {
		name = pens.Text
	}
	lines := []string{name.Draw(cell.Fit(" "+names[c], w))}
	if c == here {
		lines = append(lines, p.drawHere(w)...)
	} else {
		for i := p.top[c]; i < len(p.sides[c]) && len(lines)+rowLines < p.h; i++ {
			lines = append(lines, p.drawRow(c, i, w)...)
		}
	}
	for len(lines) < p.h {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines[:p.h]
}

// drawRow draws row i of a column: its day and its headline, on two lines.
func (p *Page) drawRow(c, i, w int) []string {
	r := &p.sides[c][i]
	pen := p.theme.Pens.Text
	if c == p.column && i == p.cursor[c] {
		pen = p.theme.Pens.Selected
	}
	text := r.Headline.Title
	if day := when.DayMonth(r.Date); day != "" {
		text = day + "  " + text
	}
	if short := label.Short(r); short != "" {
		text += "  " + short
	}
	return drawText(text, w, rowLines, rowLines, pen)
}

// drawText draws text on lo to hi lines of w cells.
func drawText(text string, w, lo, hi int, pen theme.Pen) (lines []string) {
	room := max(1, w-2)
	wrapped, rest := prose.Lines(text, room, hi)
	if n := len(wrapped); rest != "" && n > 0 {
		wrapped[n-1] += " " + rest
	}
	for _, l := range wrapped {
		lines = append(lines, pen.Draw(cell.Fit(" "+bidi.Line(cell.Cut(l, room)), w)))
	}
	for len(lines) < lo {
		lines = append(lines, pen.Draw(strings.Repeat(" ", w)))
	}
	return lines
}

// drawHere draws the story in the middle: its whole headline, and what rows of lists say.
func (p *Page) drawHere(w int) []string {
	pens := &p.theme.Pens
	pen := pens.Strong
	if p.column == here {
		pen = pens.Selected
	}
	lines := drawText(p.Title(), w, 1, max(1, p.h-headLines-1), pen)
	for _, text := range about(&p.row) {
		lines = append(lines, drawText(text, w, 1, 1, pens.Text)...)
	}
	return lines
}

// about returns lines about a row: its take or kind, its day, its place.
func about(r *story.Row) (lines []string) {
	for _, text := range []string{label.Long(r), when.Weekday(r.Date), cell.Join(strings.Join(r.Places, "/"), r.Agency)} {
		if text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

// Cursor returns the cell where the selected row begins.
func (p *Page) Cursor() (x, y int, ok bool) {
	if !p.single() {
		x = ((p.w-2)/columns + 1) * p.column
	}
	return x + 1, headLines + rowLines*(p.cursor[p.column]-p.top[p.column]), true
}
