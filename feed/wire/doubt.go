package wire

import (
	"cmp"
	"slices"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// doubts returns the doubts that remain after s is read. A text that is not agency copy
// has one doubt, its missing dateline, and not one for each missing part.
func doubts(s *story.Story) (list []story.Doubt) {
	if hasBody(s) {
		list = incomplete(s)
	} else {
		list = bodyless(s)
	}
	if s.Dateline.Text != "" && !s.Date.Known() && s.Dateline.Month == 0 {
		list = append(list, story.Doubt{Problem: story.NoDate, Line: s.Dateline.Span.First, Detail: "neither the dateline nor the file gives a day"})
	}
	return list
}

func sortDoubts(s *story.Story) {
	slices.SortStableFunc(s.Doubts, func(a, b story.Doubt) int { return cmp.Compare(a.Line, b.Line) })
}

// incomplete reports the parts that a story with a body should have.
func incomplete(s *story.Story) (list []story.Doubt) {
	if s.Dateline.Text == "" && !undatelined[s.Headline.Kind] {
		list = append(list, story.Doubt{Problem: story.NoDateline, Line: firstLine(s), Detail: "no dateline opens the text"})
	}
	if s.Headline.Standin && isWire(s) {
		list = append(list, story.Doubt{Problem: story.NoHeadline, Line: s.Headline.Span.First, Detail: "no headline stands above the text: its first sentence stands in"})
	}
	if last, cut := breaksOff(s); cut && s.Dateline.Text != "" && !s.Ended() {
		list = append(list, story.Doubt{Problem: story.NoEndMark, Line: last, Detail: "the last paragraph ends without a full stop, and no end mark follows: the copy may be cut"})
	}
	return list
}

// undatelined are the kinds of copy that a desk writes without a dateline.
var undatelined = map[story.Kind]bool{story.Advisory: true, story.Kill: true, story.Editorial: true}

// isWire reports whether s has a part that only agency copy has.
func isWire(s *story.Story) bool {
	return s.Dateline.Text != "" || s.Ended() || len(s.Envelope.Lines) > 0 || len(s.Notes) > 0
}

// bodyless reports a missing body. A flash needs none.
func bodyless(s *story.Story) []story.Doubt {
	h := s.Headline
	switch {
	case h.Text == "":
		return []story.Doubt{{Problem: story.NoBody, Detail: "there is no text at all"}}
	case h.Take != story.TakeUrgent || h.Standin:
		return []story.Doubt{{Problem: story.NoBody, Line: h.Span.First, Detail: "there is no text below the headline"}}
	}
	return nil
}

// hasBody reports whether s has a block that is not a caption.
func hasBody(s *story.Story) bool { return firstLine(s) > 0 }

// firstLine returns the line of the first block that is not a caption, or 0.
func firstLine(s *story.Story) int {
	for _, b := range s.Body {
		if b.Kind != story.Caption {
			return b.Span.First
		}
	}
	return 0
}

// breaksOff returns the last line of the last paragraph and whether that paragraph ends
// without a full stop though the others end with one.
func breaksOff(s *story.Story) (last int, cut bool) {
	ended, all := 0, 0
	for _, b := range s.Body {
		if b.Kind != story.Paragraph {
			continue
		}
		all++
		last, cut = b.Span.Last, !line.EndsSentence(b.Text)
		if !cut {
			ended++
		}
	}
	return last, cut && all > 2 && ended == all-1
}
