package wire

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

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
	if s.Dateline.Text != "" && !s.Date.Known() && s.Date.Month == 0 {
		list = append(list, story.Doubt{Problem: story.NoDate, Line: s.Dateline.Span.First, Detail: "neither the dateline nor the file gives a day"})
	}
	return list
}

func sortDoubts(s *story.Story) {
	sort.SliceStable(s.Doubts, func(i, j int) bool { return s.Doubts[i].Line < s.Doubts[j].Line })
}

// incomplete reports the parts that a story with a body should have. Tables have no
// dateline, and a text that is not agency copy has one doubt at most.
func incomplete(s *story.Story) (list []story.Doubt) {
	prose := s.Paragraphs() > 0 && !isAgate(s)
	if s.Headline.Standin && prose && s.Headline.Take != story.TakeUrgent {
		list = append(list, story.Doubt{Problem: story.NoHeadline, Line: s.Headline.Span.First, Detail: "no headline stands above the text: its first sentence stands in"})
	}
	if s.Dateline.Text == "" && prose && !undatelined[s.Headline.Kind] && (len(list) == 0 || isWire(s)) {
		list = append(list, story.Doubt{Problem: story.NoDateline, Line: firstLine(s), Detail: "no dateline opens the text"})
	}
	if last, cut := breaksOff(s); cut && s.Dateline.Text != "" && !s.Ended() && len(s.SignOff.Lines) == 0 {
		list = append(list, story.Doubt{Problem: story.NoEndMark, Line: last, Detail: "the last paragraph ends without a full stop, and no end mark follows: the copy may be cut"})
	}
	return list
}

// isAgate reports whether s is a table that an agency sent.
func isAgate(s *story.Story) bool {
	return len(s.Envelope.Lines) > 0 && slices.ContainsFunc(s.Body, func(b story.Block) bool { return b.Kind == story.Code })
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
	case h.Standin || h.Take != story.TakeUrgent && !isAlone(s):
		return []story.Doubt{{Problem: story.NoBody, Line: h.Span.First, Detail: "there is no text below the headline"}}
	}
	return nil
}

// isAlone reports whether s is nothing but a headline, which is long enough to tell the
// news. A byline, a note or a header would announce a text.
func isAlone(s *story.Story) bool {
	return s.Dateline.Text == "" && s.Byline.Text == "" && len(s.Notes) == 0 && len(s.Envelope.Lines) == 0 && line.Cells(s.Headline.Text) >= flashCells
}

// flashCells is the width of the shortest headline that is a story of its own.
const flashCells = 24

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
// in the middle of a sentence though the others end with a full stop.
func breaksOff(s *story.Story) (last int, cut bool) {
	ended, all, text := 0, 0, ""
	for i := range s.Body {
		b := &s.Body[i]
		if b.Kind != story.Paragraph {
			continue
		}
		all++
		text, last = b.Text, b.Span.Last
		if line.EndsSentence(text) {
			ended++
		}
	}
	return last, all > 2 && ended == all-1 && isOpen(text)
}

// isOpen reports whether the paragraph text stops in a sentence. A row of figures, a
// short line and one in brackets do not.
func isOpen(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return !line.EndsSentence(text) && (unicode.IsLetter(r) || r == ',' || r == '-') && !isRow(text) && line.Cells(text) >= openCells
}

// openCells is the width of the shortest paragraph that may be cut.
const openCells = 30
