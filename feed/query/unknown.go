package query

import "dateline/feed/locale"

// unknown reads the name and the value of a field that does not exist as words.
func (p *parser) unknown(in *field) (Node, error) {
	t := p.tok
	p.remarks = append(p.remarks, Remark{t.start, t.end, locale.F("there is no field %s", shown(t.text))})
	if in == nil {
		in = &anywhere
	}
	p.advance()
	words := []token{{mark: markWord, start: t.start, end: t.end, text: t.raw}}
	v := p.tok
	if v.direct {
		p.advance()
		for _, w := range fieldParts(v.text) {
			part := v
			part.text = bare(w)
			words = append(words, part)
		}
	}
	var list []Node
	for _, w := range words {
		n, err := p.leaf(in, w)
		if err != nil {
			return nil, err
		}
		if n != nil {
			list = append(list, n)
		}
	}
	if v.mark == markOpen || v.mark == markPhrase {
		n, err := p.operand(in)
		if err != nil {
			return nil, err
		}
		if n != nil {
			list = append(list, n)
		}
	}
	return conjunction(list), nil
}
