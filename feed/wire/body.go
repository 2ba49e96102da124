package wire

import (
	"slices"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// body reads the lines [from, to) as blocks. Where the story has a dateline,
// from is its line.
func (p *parser) body(from, to int) {
	to = p.last(from, to)
	form := p.layoutOf(from, to)
	first := len(p.s.Body)
	for i := p.next(from); i < to; i = p.next(i) {
		i = p.part(i, to, form)
	}
	p.headings(first)
}

// part reads the part of the body that begins on line i and returns the line
// behind it.
func (p *parser) part(i, to int, form layout) int {
	if i != p.lede {
		if j := p.tableEnd(i, to); j > i {
			p.block(story.Code, i, j)
			return j
		}
		if line.IsRule(strings.TrimSpace(line.Head(p.lines[i], 201))) {
			p.add(story.Block{Kind: story.Heading, Text: line.Fold(p.lines[i]), Span: line.Span(i, i+1)})
			return i + 1
		}
		if j := p.quoteEnd(i, to); j > i {
			p.quote(i, j)
			return j
		}
		if j := p.listEnd(i, to); j > i {
			p.block(story.List, i, j)
			return j
		}
		if l := strings.TrimSpace(line.Head(p.lines[i], 64)); isNote(l) && (p.lede < 0 || i > p.lede) {
			return p.note(i, to)
		}
		if m := readMark(p.lines[i]); m.more && !m.glued {
			p.s.Notes = append(p.s.Notes, story.Note{Text: line.Fold(p.lines[i]), Span: line.Span(i, i+1)})
			return i + 1
		}
	}
	j := p.paragraphEnd(i, to, form)
	if i == p.lede && p.broken {
		j = max(j, i+2)
	}
	p.prose(i, j)
	return j
}

func (p *parser) add(b story.Block) {
	if p.s.Body == nil {
		p.s.Body = make([]story.Block, 0, usualBlocks)
	}
	p.s.Body = append(p.s.Body, b)
}

// usualBlocks is how many blocks there is room for at once.
const usualBlocks = 16

// block adds lines whose breaks are kept.
func (p *parser) block(kind story.BlockKind, i, j int) {
	lines := make([]string, 0, j-i)
	base := line.Indent(p.lines[i])
	for _, l := range p.lines[i:j] {
		if line.Blank(l) {
			continue
		}
		if kind == story.List {
			l = dedent(l, base)
		}
		lines = append(lines, strings.TrimRight(l, " \t\r\f\v\u00a0\u3000"))
	}
	p.add(story.Block{Kind: kind, Text: strings.Join(lines, "\n"), Span: line.Span(i, j)})
}

// prose adds the paragraph or caption on the lines [i, j).
func (p *parser) prose(i, j int) {
	at := line.Span(i, j)
	if i == p.lede {
		if text := p.ledeText(j); text != "" {
			p.add(story.Block{Kind: story.Paragraph, Text: text, Span: at})
		}
		return
	}
	text := line.Join(p.lines[i:j])
	if isCaption(text, p.s.Dateline.Agency) {
		p.add(captionBlock(text, p.s.Dateline.Agency, at))
		return
	}
	p.add(story.Block{Kind: story.Paragraph, Text: text, Span: at})
}

// ledeText is the first paragraph, which ends before line j, without the
// dateline.
func (p *parser) ledeText(j int) string {
	lines := slices.Clone(p.lines[p.lede:j])
	if !p.broken {
		lines[0] = p.opening.Rest
		return line.Join(lines)
	}
	return strings.TrimSpace(strings.TrimPrefix(line.Join(lines), p.opening.Text))
}

// quoteEnd is the line behind the lines "> …" that begin on line i.
func (p *parser) quoteEnd(i, to int) int {
	for i < to && strings.HasPrefix(p.lines[i], ">") {
		i++
	}
	return i
}

func (p *parser) quote(i, j int) {
	lines := make([]string, 0, j-i)
	for _, l := range p.lines[i:j] {
		lines = append(lines, strings.TrimLeft(l, "> "))
	}
	if text := line.Join(lines); text != "" {
		p.add(story.Block{Kind: story.Quote, Text: text, Span: line.Span(i, j)})
		return
	}
	p.add(story.Block{Kind: story.Paragraph, Text: line.Join(p.lines[i:j]), Span: line.Span(i, j)})
}

const headingCells = 64 // the longest sub-heading

// headings makes sub-headings of the short paragraphs from the block first on
// that look like them and stand between longer ones.
func (p *parser) headings(first int) {
	blocks := p.s.Body[first:]
	ended, all := 0, 0
	for i := range blocks {
		if blocks[i].Kind != story.Paragraph {
			continue
		}
		all++
		if line.EndsSentence(blocks[i].Text) {
			ended++
		}
	}
	for i := 1; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Kind != story.Paragraph {
			continue
		}
		if i+1 < len(blocks) && ended*2 >= all-ended && p.isHeading(b, &blocks[i-1], &blocks[i+1]) {
			b.Kind = story.Heading
		}
	}
}

// isHeading reports whether b, between prev and next, is a sub-heading.
func (p *parser) isHeading(b, prev, next *story.Block) bool {
	if b.Span.First != b.Span.Last || line.Cells(b.Text) > headingCells || strings.Count(b.Text, " ") > 9 || line.EndsSentence(b.Text) && !p.isQuestion(b) || line.StartsLower(b.Text) {
		return false
	}
	if strings.ContainsAny(b.Text[len(b.Text)-1:], ",;:-") || strings.ContainsAny(line.Head(b.Text, 3), "\"“'‘(") || strings.Contains(b.Text, "@") {
		return false
	}
	if prev.Kind == story.Heading {
		return false
	}
	return next.Kind != story.Paragraph || len(next.Text) > len(b.Text) && line.EndsSentence(next.Text)
}

// isQuestion reports whether b is a short question alone between blank lines,
// "What happens next?", as sub-headings are.
func (p *parser) isQuestion(b *story.Block) bool {
	i := b.Span.First - 1
	return strings.HasSuffix(b.Text, "?") && questions[line.FirstWord(b.Text)] && strings.Count(b.Text, " ") < 8 && line.FirstSentence(b.Text) == b.Text &&
		i > 0 && line.Blank(p.lines[i-1]) && i+1 < len(p.lines) && line.Blank(p.lines[i+1])
}

// questions are the words that begin a sub-heading that asks.
var questions = words.Set("What What's Who Who's Why How When Where Which Was Were Wer Was Wie Warum Wo Wann Qui Quand Pourquoi Comment Où Quoi Quién Qué Cómo Cuándo Dónde Кто Что Как Почему Когда Где")

// dedent takes at most n columns of white space off the beginning of s.
func dedent(s string, n int) string {
	for i, r := range s {
		if n <= 0 || line.Indent(string(r)) == 0 {
			return s[i:]
		}
		n -= line.Indent(string(r))
	}
	return ""
}
