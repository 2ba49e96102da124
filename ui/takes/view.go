package takes

import (
	"strconv"
	"strings"

	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/revision"
	"dateline/ui/when"
)

// wideFrom is the least width with notes as they are written and counts in words.
const wideFrom = 110

// besideFrom is the least width at which two takes are side by side.
const besideFrom = 140

// beside reports whether the two takes are side by side.
func (p *Page) beside() bool { return p.w >= besideFrom && !p.theme.Words }

// minWidth is the least width of a page that is drawn.
const minWidth = minText + around + 2

// View draws the page. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	if p.w < minWidth {
		return strings.Repeat("\n", p.h-1)
	}
	lines := []string{p.drawHead()}
	first, n := p.rows()
	lines = append(lines, p.drawRows(first, n)...)
	lines = append(lines, p.drawRule())
	for i := p.top; i < min(p.top+p.room(), len(p.lines)); i++ {
		mark := " "
		if i == p.cursor {
			mark = p.theme.Pens.Here.Draw(p.theme.Sign("›", ">"))
		}
		lines = append(lines, mark+p.lines[i].text)
	}
	lines = lines[:min(len(lines), p.h)]
	for len(lines) < p.h {
		lines = append(lines, "")
	}
	for i := range lines {
		lines[i] += strings.Repeat(" ", max(0, p.w-cell.Width(lines[i]))) // over the panes
	}
	return strings.Join(lines, "\n")
}

// drawHead draws the head line: the headline, the number of takes, and where there is room
// place, agency and day.
func (p *Page) drawHead() string {
	pens := &p.theme.Pens
	name, right := locale.T("Takes"), ""
	if n := len(p.takes); n > 0 {
		r := &p.takes[n-1].Row
		name, right = locale.F("Takes of: %s", p.Title()), " "+strconv.Itoa(n)
		if p.w >= wideFrom {
			right = " " + cell.Join(locale.F("%d takes", n), strings.Join(r.Places, "/"), r.Agency, when.Weekday(r.Date))
		}
	}
	right = cell.Cut(right, p.w/2)
	name = cell.Cut(name, max(0, p.w-cell.Width(right)-6))
	fill := max(0, p.w-cell.Width(name)-cell.Width(right)-3)
	return " " + pens.Month.Draw(bidi.Line(name)) + " " + pens.RuleOn.Draw(strings.Repeat("─", fill)) + pens.Text.Draw(bidi.Line(right))
}

// rows returns the first take that is listed, and how many are: all if they leave two
// thirds of the page to the comparison, otherwise those around the pair.
func (p *Page) rows() (first, n int) {
	n = min(len(p.takes), max(2, p.h/3))
	first = min(p.pair.Old, p.pair.New-n+1+min(1, len(p.takes)-1-p.pair.New))
	return max(0, min(max(first, p.pair.New-n+1), len(p.takes)-n)), n
}

// room returns the number of lines for the comparison.
func (p *Page) room() int {
	_, n := p.rows()
	return max(0, p.h-2-n)
}

// keepVisible scrolls until the line of the cursor is on the screen, with two lines above
// and below it.
func (p *Page) keepVisible() {
	n := p.room()
	margin := min(2, max(0, (n-1)/2))
	p.top = max(p.top, p.cursor+margin-n+1)
	p.top = min(p.top, p.cursor-margin)
	p.top = max(0, min(p.top, len(p.lines)-n))
}

// differs reports whether the paragraphs of a change differ.
func (p *Page) differs(change int) bool {
	d := p.shown().diff
	return d != nil && change < len(d.Changes) && d.Changes[change].Kind != diff.Same
}

// drawRule draws the line above the comparison: the two takes, and what the signs mean.
func (p *Page) drawRule() string {
	pens := &p.theme.Pens
	if len(p.takes) < 2 {
		return pens.Rule.Draw(strings.Repeat("─", p.w))
	}
	old, cur := &p.takes[p.pair.Old], &p.takes[p.pair.New]
	if p.beside() {
		lw, rw := columns(p.w)
		return p.ruled(name(old), words(&old.Row), lw) + pens.Rule.Draw("┬") + p.ruled(name(cur), words(&cur.Row), rw)
	}
	left := name(old) + " → " + name(cur)
	signs := locale.T("+ new  ~ changed  - gone")
	for _, right := range []string{signs + p.unchanged(), signs, ""} {
		if cell.Width(left)+cell.Width(right)+12 <= p.w || right == "" {
			return p.ruled(left, right, p.w)
		}
	}
	return ""
}

// unchanged returns how many paragraphs are the same, and the key that shows them.
func (p *Page) unchanged() string {
	n := p.shown().same
	if n == 0 || p.same {
		return ""
	}
	return "  " + locale.F("(%d same: %s shows)", n, p.keys.Named("show-unchanged").Key())
}

// ruled draws a rule of w cells with texts near its ends.
func (p *Page) ruled(left, right string, w int) string {
	pens := &p.theme.Pens
	if right != "" {
		right = " " + right + " "
	}
	left = cell.Cut(left, max(0, w-cell.Width(right)-6))
	fill := max(0, w-cell.Width(left)-cell.Width(right)-6)
	return pens.Rule.Draw("── ") + pens.Month.Draw(left) + pens.Rule.Draw(" "+strings.Repeat("─", fill)) + pens.Text.Draw(right) + pens.Rule.Draw("──")
}

// name returns the tags of a take, as far as they fit.
func name(t *Take) string { return cell.Cut(revision.Name(&t.Row.Headline), maxName) }

// maxName is the width of the longest name of a take.
const maxName = 16

func words(r *story.Row) string { return locale.Count(r.Words) + " " + r.Unit() }

// Cursor returns the cell where the line under the cursor begins.
func (p *Page) Cursor() (x, y int, ok bool) {
	_, n := p.rows()
	return 1, 2 + n + p.cursor - p.top, p.w >= minWidth
}
