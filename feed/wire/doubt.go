package wire

import (
	"cmp"
	"slices"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

func (p *parser) doubt(problem string, line int, detail string) {
	p.s.Doubts = append(p.s.Doubts, story.Doubt{Problem: problem, Line: line, Detail: detail})
}

// doubts reports what reading the file left open. A text that has nothing of
// agency copy is reported once, for its missing dateline, and not for each part
// that it cannot have.
func (p *parser) doubts() {
	s := p.s
	if !p.hasBody() {
		p.bodyless()
	} else {
		p.incomplete()
	}
	if s.Dateline.Text != "" && !s.Date.Known() && s.Dateline.Month == 0 {
		p.doubt(story.NoDate, s.Dateline.Span.First, "neither the dateline nor the file gives a day")
	}
	slices.SortStableFunc(s.Doubts, func(a, b story.Doubt) int { return cmp.Compare(a.Line, b.Line) })
}

// incomplete reports the parts that a story with a body should have.
func (p *parser) incomplete() {
	s := p.s
	if s.Dateline.Text == "" && !undatelined[s.Headline.Kind] {
		p.doubt(story.NoDateline, p.firstLine(), "no dateline opens the text")
	}
	if s.Headline.Standin && p.isWire() {
		p.doubt(story.NoHeadline, s.Headline.Span.First, "no headline stands above the text: its first sentence stands in")
	}
	if line, cut := p.breaksOff(); cut && s.Dateline.Text != "" && !s.Ended() {
		p.doubt(story.NoEndMark, line, "the last paragraph ends without a full stop, and no end mark follows: the copy may be cut")
	}
}

// undatelined are the kinds of copy that a desk writes without a dateline.
var undatelined = map[story.Kind]bool{story.Advisory: true, story.Kill: true, story.Editorial: true}

// isWire reports whether the file has a part that only agency copy has.
func (p *parser) isWire() bool {
	return p.s.Dateline.Text != "" || p.s.Ended() || len(p.s.Envelope.Lines) > 0 || len(p.s.Notes) > 0
}

// bodyless reports a missing body; a flash needs none.
func (p *parser) bodyless() {
	h := p.s.Headline
	switch {
	case h.Text == "":
		p.doubt(story.NoBody, 0, "there is no text at all")
	case h.Take != story.TakeUrgent || h.Standin:
		p.doubt(story.NoBody, h.Span.First, "there is no text below the headline")
	}
}

// hasBody reports whether there is more text than captions.
func (p *parser) hasBody() bool {
	return slices.ContainsFunc(p.s.Body, func(b story.Block) bool { return b.Kind != story.Caption })
}

func (p *parser) firstLine() int {
	for _, b := range p.s.Body {
		if b.Kind != story.Caption {
			return b.Span.First
		}
	}
	return 0
}

// breaksOff reports whether the last paragraph ends without a full stop though
// the others end with one, and its last line.
func (p *parser) breaksOff() (l int, cut bool) {
	ended, all := 0, 0
	for _, b := range p.s.Body {
		if b.Kind != story.Paragraph {
			continue
		}
		all++
		l, cut = b.Span.Last, !line.EndsSentence(b.Text)
		if !cut {
			ended++
		}
	}
	return l, cut && all > 2 && ended == all-1
}
