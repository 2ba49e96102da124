package intake

import "dateline/feed/story"

// eachSpan calls change for the Span of each part of s and the Line of each Doubt.
func eachSpan(s *story.Story, change func(*story.Span)) {
	change(&s.Headline.Span)
	change(&s.Byline.Span)
	change(&s.Dateline.Span)
	change(&s.EndMark.Span)
	for i := range s.Notes {
		change(&s.Notes[i].Span)
	}
	for i := range s.Body {
		change(&s.Body[i].Span)
	}
	for i := range s.Related {
		change(&s.Related[i].Span)
	}
	for _, list := range [][]story.Line{s.Envelope.Lines, s.Envelope.Contacts, s.SignOff.Lines, s.Keywords, s.Tail} {
		for i := range list {
			change(&list[i].Span)
		}
	}
	for i, d := range s.Doubts {
		at := story.Span{First: d.Line, Last: d.Line}
		change(&at)
		s.Doubts[i].Line = at.First
	}
}

// within returns at, cut off at line last. A span that begins after last becomes line
// last; one above first, such as the zero Span, is returned unchanged.
func within(at story.Span, first, last int) story.Span {
	if at.First < first {
		return at
	}
	return story.Span{First: min(at.First, last), Last: min(at.Last, last)}
}
