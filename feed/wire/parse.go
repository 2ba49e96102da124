package wire

import (
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
)

// Origin is where a text came from: what its file tells of its day. Path is
// the file's path, as much of it as is known, with slashes; ModTime may be
// zero. Both are evidence for the year of a dateline, see the package comment.
type Origin struct {
	Path    string
	ModTime time.Time
}

// Parse reads one story. The text is decoded and cleaned, its lines end with
// "\n". Whatever it is, a story comes back and nothing of the text is lost;
// what could not be told is in Doubts. It sets all but ID, Path, Format,
// Encoding and Language, and costs time linear in the length of text.
func Parse(text string, o Origin) *story.Story {
	if isData(text) {
		return asData(text, o)
	}
	p := &parser{lines: line.Split(text), columns: line.MayHaveColumns(text), s: &story.Story{}}
	from := p.envelope(p.next(0))
	mark := p.findEnd(from)
	to := mark.line
	if !mark.found() {
		to = p.trailer(from, len(p.lines))
	}
	from = p.top(from, p.bodyEnd(from, to, mark))
	p.ending(from, to, mark)
	p.settle()
	p.date(o)
	p.doubts()
	return p.s
}

// parser reads the lines of one file into s.
type parser struct {
	lines   []string
	columns bool // some of them may be set in columns
	s       *story.Story

	lede    int              // the line of the dateline, -1 without one
	opening dateline.Opening // the dateline, as found at the top
	broken  bool             // it goes on in the line below
	flash   bool             // a line of the envelope says URGENT or the like
	noTable int              // the lines before this one are in no table
	stamps  []calendar.Day   // days and times that headers and trailers give
}

// next is the first line from i on that shows something.
func (p *parser) next(i int) int {
	for i < len(p.lines) && line.Blank(p.lines[i]) {
		i++
	}
	return i
}

// last is the end of the lines [from, to) without the blank ones at their end.
func (p *parser) last(from, to int) int {
	for to > from && line.Blank(p.lines[to-1]) {
		to--
	}
	return to
}

// bodyEnd is where the body that ends before line to, or on it where the mark
// is glued to a paragraph, ends.
func (p *parser) bodyEnd(from, to int, mark endMark) int {
	if mark.glued {
		p.lines[to] = p.lines[to][:mark.at]
		to++
	}
	return p.signOffStart(from, to)
}

// ending reads all behind the body: the sign-off before the mark, the mark, and
// what follows it.
func (p *parser) ending(from, to int, mark endMark) {
	end := to
	if mark.glued {
		end++
	}
	for i := p.next(from); i < end; i = p.next(i + 1) {
		p.signOff(i)
	}
	if !mark.found() {
		p.after(to)
		return
	}
	p.s.EndMark = story.Line{Text: mark.text, Span: line.Span(mark.line, mark.line+1)}
	p.s.Cut = mark.more
	if mark.rest != "" {
		p.tailLine(mark.rest, mark.line)
	}
	p.after(mark.line + 1)
}

// settle numbers the paragraphs and finds a headline where there is none.
func (p *parser) settle() {
	n := 0
	for i := range p.s.Body {
		if b := &p.s.Body[i]; b.Kind == story.Paragraph {
			n++
			b.N = n
		}
	}
	if p.s.Headline.Text == "" {
		p.standin()
	}
	p.slugTake()
	if p.flash && p.s.Headline.Kind == story.Plain {
		p.s.Headline.Kind, p.s.Headline.Take = story.Urgent, story.TakeUrgent
	}
}
