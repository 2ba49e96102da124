package help

import (
	"dateline/feed/locale"
	"dateline/ui/hint"

	"dateline/ui/cell"
)

// View draws the pop-up with its frame.
func (p *Page) View() string {
	th, inner := p.theme, p.w-frameWidth
	body := p.layOut(p.rows(), inner, p.shown())
	p.lines = body.height()
	p.top = max(0, min(p.top, p.lines-p.shown()))
	lines := make([]string, 0, max(0, p.h))
	lines = append(lines, th.Title.Render(cell.Fit(p.title, inner)), cell.Fit("", inner))
	for i := p.top; i < p.lines && i < p.top+p.shown(); i++ {
		lines = append(lines, body.view(th, i))
	}
	if p.lines == 0 && p.shown() > 0 {
		lines = append(lines, th.Faint.Render(cell.Fit(p.none, inner)))
	}
	for len(lines) < p.h-3 {
		lines = append(lines, cell.Fit("", inner))
	}
	return th.Frame(append(lines, p.foot(inner)), p.w)
}

// shown returns the number of lines that fit into the box.
func (p *Page) shown() int { return p.h - frameHeight }

// foot returns the filter line if it is open, otherwise the hints.
func (p *Page) foot(w int) string {
	if p.line != nil {
		end := ""
		if p.only() != nil {
			end = locale.T("Enter run")
		}
		line, _ := p.line.Beside(p.theme, w, end)
		return cell.Cut(line, w)
	}
	hint := hint.Join(p.keys.Hints(search, closePopUp), "   ")
	if p.lines > p.shown() {
		down, up := p.keys.Named("next-row"), p.keys.Named("previous-row")
		hint = down.Key() + " " + up.Key() + " " + locale.In("hint").T("scroll") + "   " + hint
	}
	return p.theme.Faint.Render(cell.Fit(hint, w))
}

// Cursor returns the cell of the cursor in the open filter line, or the first of the keys.
func (p *Page) Cursor() (x, y int, ok bool) {
	if p.line == nil {
		return 2, 3, true
	}
	_, x = p.line.View(p.theme, p.w-frameWidth)
	return x + 2, p.h - 2, true
}
