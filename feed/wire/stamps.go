package wire

import (
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dating"
)

// keepSent keeps line i, below the headline, which says when copy was sent.
func (p *parser) keepSent(i int) {
	p.envelopeLine(i)
	if m, ok := calendar.ReadSent(p.lines[i]); ok {
		p.stamps = append(p.stamps, m.Day)
	}
}

// stamp keeps the moment that a header or a line behind the end gives.
func (p *parser) stamp(line string) {
	if m, ok := calendar.LineStamp(line); ok {
		p.stamps = append(p.stamps, m)
	}
}

// stampField keeps the moment of a header "Date: …".
func (p *parser) stampField(value string) {
	if m, ok := calendar.FieldStamp(value); ok {
		p.stamps = append(p.stamps, m)
	}
}

// date finds the day of the story.
func (p *parser) date(o Origin) {
	for _, n := range p.s.Notes {
		if m, ok := calendar.First(n.Embargo); ok && m.Month != 0 {
			p.stamps = append(p.stamps, m)
		}
	}
	date, doubts := dating.Find(dating.Evidence{
		Dateline: p.s.Dateline, Body: p.s.Body, Notes: p.s.Notes, Stamps: p.stamps,
		Wire: p.isWire(), Path: o.Path, ModTime: o.ModTime,
	})
	p.s.Date = date
	p.s.Doubts = append(p.s.Doubts, doubts...)
}
