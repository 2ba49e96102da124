package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

const (
	headlineBytes = 1000 // a longer first line is no headline, whatever it looks like
	headlineCells = 250  // a first line of more is a paragraph
	topLines      = 60   // lines in which the dateline is looked for
)

// top reads headline, notes and byline, then the body up to line end, and
// returns end.
func (p *parser) top(from, end int) int {
	p.lede = p.findDateline(from, end)
	i := from
	if p.lede >= 0 {
		for i = p.next(i); i < p.lede; i = p.next(i) {
			i = p.aboveDateline(i)
		}
		p.setDateline()
		p.body(p.lede, end)
		return end
	}
	for i = p.next(i); i < end; i = p.next(i) {
		n := p.atTop(i, end)
		if n == 0 {
			break
		}
		i += n
	}
	if i < end {
		p.body(i, end)
	}
	return end
}

// findDateline finds the line that begins with the dateline, -1 where there is
// none. It stops at the first line that is prose.
func (p *parser) findDateline(from, end int) int {
	chunk := 0
	for i := p.next(from); i < end && i < from+topLines; i++ {
		line := strings.TrimSpace(p.lines[i])
		if line == "" {
			chunk = 0
			continue
		}
		chunk++
		if line[0] == '^' || isSlug(line) || calendar.IsSent(line) {
			continue
		}
		if o, ok := dateline.Cut(line); ok {
			p.opening = o
			return i
		}
		if o, ok := p.wrappedDateline(i, end); ok {
			p.opening, p.broken = o, true
			return i
		}
		if p.isProse(line, chunk) {
			return -1
		}
	}
	return -1
}

// wrappedDateline reads a dateline that goes on in the next line.
func (p *parser) wrappedDateline(i, end int) (dateline.Opening, bool) {
	s := strings.TrimSpace(p.lines[i])
	if len(s) > 90 || i+1 >= end || line.Blank(p.lines[i+1]) || s[0] == '(' && !line.IsCJK(s) {
		return dateline.Opening{}, false
	}
	if _, ok := dateline.Cut(strings.TrimSpace(p.lines[i+1])); ok {
		return dateline.Opening{}, false
	}
	o, ok := dateline.Cut(line.Head(line.Join(p.lines[i:i+2]), 2*dateline.DatelineBytes))
	return o, ok && len(o.Text) > len(line.Fold(s))
}

// isProse reports whether a line before any dateline shows that there is none
// to come: it is a paragraph, or the third line of one.
func (p *parser) isProse(s string, chunk int) bool {
	if isNote(s) || isByline(s) {
		return false
	}
	if _, item := marked(s); item || s[0] == '^' || s[0] == '(' && chunk < noteLines {
		return false
	}
	if len(s) > captionBytes {
		return true
	}
	long := line.Cells(s) >= 120 && line.EndsSentence(s)
	return (long || chunk > 4) && !isCaption(s, "")
}

// setDateline keeps the dateline that was found.
func (p *parser) setDateline() {
	o := &p.opening
	p.s.Dateline = o.Dateline
	p.s.Dateline.Span = line.Span(p.lede, p.lede+1)
	if p.broken {
		p.s.Dateline.Span.Last++
	}
	if o.By != "" && p.s.Byline.Text == "" {
		p.s.Byline = readByline(o.By, p.s.Dateline.Span)
	}
}

// aboveDateline reads the part that begins on line i, above the dateline, and
// returns the line behind it.
func (p *parser) aboveDateline(i int) int {
	l := strings.TrimSpace(p.lines[i])
	titled := p.s.Headline.Text != ""
	switch {
	case isTrailer(l) || !titled && isSlug(l):
		p.keepHeader(i, p.lines[i])
		return i + 1
	case !titled && isFlash(l) && p.next(i+1) < p.lede:
		p.keepFlash(i, l)
		return i + 1
	case titled && calendar.IsSent(l):
		p.keepSent(i)
		return i + 1
	case isNote(l) || titled && isTopNote(l):
		return p.note(i, p.lede)
	case isByline(l) && (titled || p.next(i+1) >= p.lede):
		return p.byline(i, p.lede)
	case titled && l[0] == '^':
		return p.note(i, p.lede)
	case !titled:
		return p.headline(i, p.lede)
	}
	if j := p.listEnd(i, p.lede); j > i {
		p.block(story.List, i, j)
		return j
	}
	p.add(p.subhead(line.Fold(l), line.Span(i, i+1)))
	return i + 1
}

// subhead is the block of a line between headline and dateline.
func (p *parser) subhead(text string, at story.Span) story.Block {
	switch {
	case isCaption(text, p.opening.Agency):
		return captionBlock(text, p.opening.Agency, at)
	case line.EndsSentence(text) && line.Cells(text) > 90:
		return story.Block{Kind: story.Paragraph, Text: text, Span: at}
	}
	return story.Block{Kind: story.Heading, Text: text, Span: at}
}

// atTop reads the part that begins on line i of a story without a dateline and
// returns how many lines it takes, 0 where the body begins.
func (p *parser) atTop(i, end int) int {
	line := strings.TrimSpace(p.lines[i])
	titled := p.s.Headline.Text != ""
	switch {
	case titled && calendar.IsSent(line):
		p.keepSent(i)
		return 1
	case isNote(line):
		return p.note(i, end) - i
	case titled && isByline(line) && p.s.Byline.Text == "":
		return p.byline(i, end) - i
	case titled:
		return 0
	case p.isParagraph(i, end):
		return 0
	}
	return p.headline(i, end) - i
}

// isParagraph reports whether the first line of a story without a dateline is
// already its text: too long, or sentences.
func (p *parser) isParagraph(i, end int) bool {
	s := p.lines[i]
	if len(s) > headlineBytes || line.Cells(s) > headlineCells {
		return true
	}
	if j := p.listEnd(i, end); j > i+1 {
		return true
	}
	if p.tableEnd(i, end) > i {
		return true
	}
	text := line.Fold(s)
	if isTitled(text) || !line.EndsSentence(text) || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "...") {
		return len(line.FirstSentence(text)) < len(text) && line.Cells(text) > 160 && line.EndsSentence(text)
	}
	return line.Cells(text) > 110 || len(line.FirstSentence(text)) < len(text)
}

func isTitled(text string) bool { return len(headline.Read(text).Tags) > 0 }

// headline reads the headline that begins on line i, wrapped or not, also a tag
// alone on the line above it, and returns the line behind it.
func (p *parser) headline(i, end int) int {
	j := i + 1
	first := strings.TrimSpace(p.lines[i])
	if isTagOnly(first) {
		if k := p.next(j); k < end && k <= i+2 && !line.Blank(p.lines[k]) {
			j = k + 1
		}
	}
	for j < end && j < i+4 && p.headlineWraps(i, j, end) {
		j++
	}
	p.s.Headline = headline.Read(line.Join(bare(p.lines[i:j])))
	p.s.Headline.Span = line.Span(i, j)
	return j
}

// isTagOnly reports whether the line is one tag in brackets and no more.
func isTagOnly(s string) bool {
	closer, ok := line.Bracket(s)
	if !ok || len(s) > headline.MaxTag || !strings.HasSuffix(s, closer) || strings.Count(s, closer) != 1 {
		return false
	}
	_, known := headline.ReadTag(strings.Trim(s, "()[]<>【】［］（）〔〕〈〉《》 "))
	return known
}

// headlineWraps reports whether line j goes on with the headline that begins
// on line i.
func (p *parser) headlineWraps(i, j, end int) bool {
	prev, next := strings.TrimSpace(p.lines[j-1]), strings.TrimSpace(p.lines[j])
	if next == "" || prev == "" || len(next) > headlineCells || isOtherPart(next) || line.EndsSentence(next) || line.EndsSentence(prev) {
		return false
	}
	if line.StartsLower(next) && line.Cells(prev) >= wrapCells {
		return true
	}
	stops := j+1 >= end || line.Blank(p.lines[j+1]) || p.lede == j+1
	if !stops || line.Cells(prev) < 40 || line.Cells(next) > line.Cells(prev)+10 || line.Cells(p.lines[i]) > 90 {
		return false
	}
	return line.IsUpper(prev) == line.IsUpper(next) && len(headline.Read(next).Tags) == 0 && wrapsHere(prev, next)
}

// isOtherPart reports whether the line below a headline is a part of its own.
func isOtherPart(line string) bool {
	_, item := marked(line)
	return item || line[0] == '^' || isTopNote(line) || isByline(line) || isTrailer(line) || isSlug(line) || calendar.IsSent(line) || isCaption(line, "")
}

// wrapsHere reports whether the first word of next would have made prev longer
// than headlines are wrapped at.
func wrapsHere(prev, next string) bool {
	return line.Cells(prev)+1+line.Cells(line.FirstWord(next)) > 60
}
