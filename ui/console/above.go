package console

import (
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/cell"
)

// most is how many commands are shown above the line.
const most = 10

// Above returns the lines above the line, n at most: a rule, and the commands that the text may
// become, with what they do and their keys. While a text is completed, they are what it may
// become.
func (p *Page) Above(n int) []string {
	text := p.line.Text()
	if p.completing {
		text = p.base
	}
	list := p.candidates(text)
	if _, number := p.number(); number || len(list) == 0 || n < 2 {
		return nil
	}
	current := -1
	if p.completing {
		current = slices.IndexFunc(list, func(c candidate) bool { return c.text == p.line.Text() })
	}
	n = min(n-1, most, len(list))
	first := max(0, min(current-n/2, len(list)-n))
	lines := []string{p.rule(len(list), n)}
	width := p.titleWidth(list)
	for i := first; i < first+n; i++ {
		style := p.theme.HelpText
		if i == current {
			style = p.theme.Selected
		}
		what := cell.Ends(locale.T(list[i].Help), list[i].Show(), p.w-width-4)
		lines = append(lines, style.Render(cell.Fit(" "+cell.Fit(list[i].title(), width)+"  "+what, p.w)))
	}
	return lines
}

// rule returns the rule above shown commands of n.
func (p *Page) rule(n, shown int) string {
	end := ""
	if n > shown {
		end = " " + locale.N(n, "%s command", "%s commands") + " ──"
	}
	return p.theme.Rule.Render(cell.Cut(strings.Repeat("─", max(0, p.w-cell.Width(end)))+end, p.w))
}

// titleWidth returns the width of the titles of list, at most half of the line.
func (p *Page) titleWidth(list []candidate) int {
	w := 0
	for i := range list {
		w = max(w, cell.Width(list[i].title()))
	}
	return min(w, p.w/2)
}
