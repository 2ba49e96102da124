package headlines

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// tail returns what stands at the end of the last line of a row, plain and drawn: the label, or
// the columns of a wide list.
func (p *Page) tail(r *story.Row) (plain, drawn string) {
	if !p.frame.wide {
		if p.frame.w >= labelFrom {
			plain = p.label(r)
		}
		return plain, p.labelPen(r).Draw(plain)
	}
	for i, c := range p.set.Columns {
		pen, cells := p.theme.Pens.Meta, p.frame.cells(c)
		if c == Label {
			pen = p.labelPen(r)
		}
		text := p.columnText(r, c)
		if c == Label && i == len(p.set.Columns)-1 {
			text = cell.Right(text, cells)
		} else {
			text = bidi.Line(cell.Fit(text, cells-1) + " ")
		}
		plain, drawn = plain+text, drawn+pen.Draw(text)
	}
	return plain, drawn
}

// columnText returns the text of r in column c.
func (p *Page) columnText(r *story.Row, c Column) string {
	switch c {
	case Place:
		return clean.Line(strings.Join(r.Places, "/"))
	case Agency:
		return clean.Line(r.Agency)
	case Date:
		return when.Listed(r.Date)
	default:
		return p.label(r)
	}
}

func (p *Page) labelPen(r *story.Row) theme.Pen {
	if label.Alert(r) {
		return p.theme.Pens.Alert
	}
	return p.theme.Pens.Tag
}
