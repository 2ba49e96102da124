package prose

import "dateline/ui/theme"

// noPens draws plain text.
var noPens theme.Pens

func (p *pen) pens() *theme.Pens {
	if p.paint.Theme == nil {
		return &noPens
	}
	return &p.paint.Theme.Pens
}

// selected reports whether the item is the selected link.
func (p *pen) selected() bool { return p.item.Link > 0 && p.item.Link == p.paint.Link }

// chooseStyles sets the styles of text, label and tail.
func (p *pen) chooseStyles() {
	pens := p.pens()
	p.base, p.label, p.tail = rolePen(p.item.Role, pens), pens.Number, pens.Meta
	switch {
	case p.selected():
		p.base, p.label, p.tail = pens.LinkSelected, pens.LinkSelected, pens.LinkSelected
	case p.item.Role == Dead:
		p.label = pens.Dead
	case p.item.Link == 0:
		p.label = pens.Faint
	}
}

// anchorPen returns the pen for the anchor of a link.
func (p *pen) anchorPen(link int) theme.Pen {
	if link == p.paint.Link {
		return p.pens().LinkSelected
	}
	return p.pens().Link
}

func (p *pen) hitPen(k int) theme.Pen {
	if k == p.paint.Current {
		return p.pens().HitCurrent
	}
	return p.pens().Hit
}

func rolePen(r Role, pens *theme.Pens) theme.Pen {
	switch r {
	case Kicker:
		return pens.Kicker
	case Title:
		return pens.Title
	case Byline, Meta, EntryMeta:
		return pens.Meta
	case Caption:
		return pens.Caption
	case Credit:
		return pens.Credit
	case Note:
		return pens.Note
	case Heading:
		return pens.Heading
	case Quote:
		return pens.Quote
	case Code:
		return pens.Code
	case EndMark:
		return pens.EndMark
	case Section:
		return pens.Section
	case Rule:
		return pens.Rule
	case Dead:
		return pens.Dead
	default:
		return pens.Text
	}
}
