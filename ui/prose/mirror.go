package prose

import (
	"strings"

	"dateline/ui/bidi"
)

// order puts the output from byte at on into the order of its cells.
func (p *pen) order(at int) {
	if !p.paint.Visual {
		return
	}
	if text := string(p.out[at:]); bidi.HasRTL(text) {
		p.out = append(p.out[:at], bidi.Visual(text, p.para.frame.rtl)...)
	}
}

// mirror adds to the text of a right-to-left line, which takes width cells, the
// tail and blank cells at its left, and bar, indent and label at its right.
func (p *pen) mirror(n, width int, tail string) {
	text := string(p.out)
	p.out = p.out[:0]
	used := p.para.frame.first()
	if n > 0 {
		used = p.para.frame.rest()
	}
	if tail = strings.TrimLeft(tail, " "); tail != "" {
		p.piece(p.tail, tail)
	}
	p.blank(p.doc.width - used - width - cells(tail))
	p.out = append(p.out, text...)
	p.rightSide(n)
}

// rightSide draws the parts to the right of a right-to-left text: the hanging
// indent, the label, and the bar or the indent.
func (p *pen) rightSide(n int) {
	f := p.para.frame
	if n > 0 {
		p.blank(int(f.hang))
	}
	if n == 0 && f.named && f.label > 0 {
		label := clip(p.item.Label, int(f.label)-1)
		p.blank(int(f.label) - cells(label))
		p.piece(p.label, label)
	} else {
		p.blank(int(f.label))
	}
	if f.bar {
		p.piece(p.pens().Rule, barRight)
		return
	}
	p.blank(int(f.left))
}
