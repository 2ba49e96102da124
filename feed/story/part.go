package story

import (
	"fmt"
	"sort"
)

// Part is a run of lines of a file and what they were read as.
type Part struct {
	Span Span
	Name string // "headline", "dateline", "paragraph 3", "caption" …
	Text string // as kept, folded to one line except in lists and tables
}

// Parts returns what each line of the file of s was read as, in the order of the file.
// Blank lines are not in any part; a line may be in several, as the dateline is in the
// lede. A stand-in headline is not a part.
func (s *Story) Parts() []Part {
	var p parts
	p.lines("envelope", s.Envelope.Lines)
	p.lines("contacts", s.Envelope.Contacts)
	if !s.Headline.Standin {
		p.add("headline", s.Headline.Text, s.Headline.Span)
	}
	for _, n := range s.Notes {
		p.add("note", n.Text, n.Span)
	}
	p.add("byline", s.Byline.Text, s.Byline.Span)
	p.add("dateline", s.Dateline.Text, s.Dateline.Span)
	for _, b := range s.Body {
		name := string(b.Kind)
		if b.Kind == Code {
			name = "table"
		}
		if b.N > 0 {
			name = fmt.Sprintf("%s %d", name, b.N)
		}
		p.add(name, b.Text, b.Span)
	}
	p.lines("sign-off", s.SignOff.Lines)
	p.add("end mark", s.EndMark.Text, s.EndMark.Span)
	p.lines("keyword", s.Keywords)
	for _, r := range s.Related {
		p.add("related", r.Text, r.Span)
	}
	p.lines("tail", s.Tail)
	sort.SliceStable(p, func(i, j int) bool { return p[i].Span.First < p[j].Span.First })
	return p
}

type parts []Part

// add adds a part that has a text.
func (p *parts) add(name, text string, at Span) {
	if text != "" {
		*p = append(*p, Part{at, name, text})
	}
}

// lines adds a part for each of lines.
func (p *parts) lines(name string, lines []Line) {
	for _, l := range lines {
		p.add(name, l.Text, l.Span)
	}
}
