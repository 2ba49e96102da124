package headlines

import (
	"strings"

	"dateline/feed/locale"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// View draws the page. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	w, h := p.frame.w, p.frame.h
	if w <= 0 || h <= 0 {
		return ""
	}
	lines := make([]string, 0, h+2)
	if p.loaded {
		lines = append(lines, p.drawHead())
	}
	switch {
	case p.result != nil:
		lines = p.drawResult(lines)
	case len(p.rows) > 0:
		lines = p.drawList(lines)
	case p.loaded:
		lines = p.drawWords(lines, p.Empty)
	}
	lines = fill(lines, max(0, h-p.peek()-p.strip()))
	return strings.Join(fill(p.drawStrip(p.drawPeek(lines)), h), "\n")
}

// fill returns exactly n lines.
func fill(lines []string, n int) []string {
	for len(lines) < n {
		lines = append(lines, "")
	}
	return lines[:n]
}

// drawList appends the rows on the screen, with a rule where a month begins.
func (p *Page) drawList(lines []string) []string {
	var rows []string
	for i := p.top; i < len(p.rows) && len(rows) < p.body()+p.skip; i++ {
		if p.rule(i) > 0 {
			rows = append(rows, p.withRule(when.Month(p.rows[i].Date), nil, p.theme.Pens.Rule))
		}
		rows = p.drawRow(rows, i)
	}
	return append(lines, rows[min(p.skip, len(rows)):]...)
}

// drawHead draws the head line: the month of the first row, or the search.
func (p *Page) drawHead() string {
	rule := p.theme.Pens.RuleOn
	if p.blur {
		rule = p.theme.Pens.Rule
	}
	switch i := p.firstShown(); {
	case p.result != nil:
		return p.withRule(p.Heading, p.HeadingEnd, rule)
	case i < len(p.rows):
		return p.withRule(when.Month(p.rows[i].Date), p.Summary, rule)
	}
	return p.withRule(locale.T("No stories"), p.Summary, rule)
}

// withRule draws left and the longest of right that fits, with a rule between.
func (p *Page) withRule(left string, right []string, rule theme.Pen) string {
	w := p.frame.w
	left = cell.Cut(" "+left+" ", w)
	room, end := max(0, w-cell.Width(left)), ""
	for _, s := range right {
		if s = " " + s + " "; cell.Width(s) < room {
			end = s
			break
		}
	}
	return p.theme.Pens.Month.Draw(bidi.Visual(left, false)) + rule.Draw(strings.Repeat("─", room-cell.Width(end))) + p.theme.Pens.Text.Draw(bidi.Visual(end, false))
}

// wordsWidth is the most cells of a line of words.
const wordsWidth = 72

// drawWords appends a text instead of rows.
func (p *Page) drawWords(lines []string, words string) []string {
	lines = append(lines, "")
	for text := range strings.SplitSeq(words, "\n") {
		if text == "" {
			lines = append(lines, "")
		}
		for text != "" {
			line := firstLine(text, min(max(2, p.frame.w-2), wordsWidth))
			lines = append(lines, " "+p.theme.Text.Render(bidi.Visual(cell.Cut(line, p.frame.w-1), false)))
			text = strings.TrimSpace(text[len(line):])
		}
	}
	return lines
}
