package article

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/ui/prose"
)

// textLink is a part of the text of a block that is a link.
type textLink struct {
	start, end int
	to         target
}

// mostSearched is the number of bytes that are searched for the links in a text. Those that
// are not found by then are only in the list below it.
const mostSearched = 16 << 20

// textLinks finds the links in the text: a story has their texts and lines, in the order of
// the text. It returns the links of each block of the body.
func (b *builder) textLinks() map[int][]textLink {
	var inText []int
	for i := range b.st.Related {
		if b.st.Related[i].Section == story.InText {
			inText = append(inText, i)
		}
	}
	sort.SliceStable(inText, func(i, j int) bool {
		return b.st.Related[inText[i]].Span.First < b.st.Related[inText[j]].Span.First
	})
	links := map[int][]textLink{}
	s := linkSearch{body: b.st.Body, left: mostSearched}
	for _, i := range inText {
		if to, ok := b.textTarget(i); ok {
			if block, start, found := s.find(b.st.Related[i].Text, b.st.Related[i].Span.First); found {
				links[block] = append(links[block], textLink{start, s.off, to})
			}
		}
	}
	return links
}

// textTarget returns the target of related headline i, a link in the text; ok is false if it
// leads nowhere.
func (b *builder) textTarget(i int) (to target, ok bool) {
	rel := &b.st.Related[i]
	to = target{headline: rel.Text, related: i + 1, inText: true}
	if l := b.answer(i); l != nil {
		to.id = l.Targets[0].ID
		return to, true
	}
	to.address = rel.Address
	return to, to.address != "" && !b.own(i)
}

// linkSearch looks for the texts of links in a body, in order.
type linkSearch struct {
	body       []story.Block
	line       int // of the last text
	block, off int // behind the last text found
	left       int // bytes to search
}

// find returns the place of text on a line of the file, 0 for any line, behind the last text
// found. It is a whole word or several.
func (s *linkSearch) find(text string, line int) (block, start int, ok bool) {
	if s.line == 0 && line > 0 {
		s.block, s.off = 0, 0
	}
	for s.line = line; line > 0 && s.block < len(s.body) && s.body[s.block].Span.Last < line; s.off = 0 {
		s.block++
	}
	off := s.off
	for i := s.block; i < len(s.body) && (line == 0 || s.body[i].Span.First <= line) && s.left > 0; i++ {
		in := s.body[i].Text
		s.left -= len(in) - off
		if start, ok := words(in, text, off); ok {
			s.block, s.off = i, start+len(text)
			return i, start, true
		}
		off = 0
	}
	return 0, 0, false
}

// words returns the offset of text in s at off or behind it, where it is not part of longer
// words.
func words(s, text string, off int) (start int, ok bool) {
	for text != "" {
		i := strings.Index(s[off:], text)
		if i < 0 {
			break
		}
		start = off + i
		end := start + len(text)
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		first, size := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		after, _ := utf8.DecodeRuneInString(s[end:])
		if !joined(before, first) && !joined(last, after) {
			return start, true
		}
		off = start + size
	}
	return 0, false
}

// thai is the first letter of a script without spaces between words; those before it have them.
const thai = 0xe00

// joined reports whether two characters are parts of one word.
func joined(a, b rune) bool { return a < thai && b < thai && isWord(a) && isWord(b) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// anchors adds the links in block i of the body: those of the story, and the addresses that
// its text has.
func (b *builder) anchors(i int, links []textLink) (anchors []prose.Anchor) {
	text := b.st.Body[i].Text
	for _, a := range prose.Addresses(text) {
		links = append(links, textLink{a.Start, a.End, target{headline: text[a.Start:a.End], address: a.URL, inText: true}})
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].start < links[j].start })
	end := 0
	for _, l := range links {
		if l.start < end {
			continue
		}
		b.targets = append(b.targets, l.to)
		anchors = append(anchors, prose.Anchor{Start: l.start, End: l.end, Link: len(b.targets)})
		if end = l.end; l.to.related > 0 && l.to.id == "" {
			b.related[l.to.related-1] = len(b.targets)
		}
	}
	return anchors
}
