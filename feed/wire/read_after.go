package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// taken returns the number of lines that a rule takes: 1 if ok, else 0.
func taken(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func readAwaited(d *draft, i, _ int) int {
	return taken(d.related.awaited(i, strings.TrimSpace(d.lines[i])))
}

func readSection(d *draft, i, _ int) int {
	heading, ok := section(strings.TrimSpace(d.lines[i]))
	if ok {
		d.closeSection()
		d.related.beginSection(i, heading)
	}
	return taken(ok)
}

func readDash(d *draft, i, _ int) int {
	return taken(d.related.dashLine(i, strings.TrimSpace(d.lines[i])))
}

func readKeywords(d *draft, i, _ int) int {
	if len(d.story.Keywords) >= maxListed {
		return 0
	}
	words, n := d.keywordsAt(i)
	d.story.Keywords = append(d.story.Keywords, words...)
	return n
}

func readMarked(d *draft, i, _ int) int {
	return taken(d.related.markedLine(i, strings.TrimSpace(d.lines[i])))
}

func readWrapped(d *draft, i, _ int) int {
	return taken(d.related.wrappedLine(i, strings.TrimSpace(d.lines[i]), line.Indent(d.lines[i]) > 0))
}

func readPlain(d *draft, i, _ int) int {
	return taken(d.related.plainLine(i, strings.TrimSpace(d.lines[i])))
}

func readSignOff(d *draft, i, _ int) int {
	ok := isSignOff(d.lines[i])
	if ok {
		d.addSignOff(i)
	}
	return taken(ok)
}

func readLateNote(d *draft, i, end int) int {
	if !isNote(strings.TrimSpace(d.lines[i])) {
		return 0
	}
	note, next := d.noteAt(i, end, false)
	d.addBodyNote(note)
	return next - i
}

func readCaption(d *draft, i, _ int) int {
	s, agency := d.lines[i], d.story.Dateline.Agency
	ok := isCaption(line.Fold(line.Head(s, captionBytes)), agency) && len(s) < captionBytes && !isNotice(s)
	if ok {
		d.story.Body = append(d.story.Body, ReadCaption(line.Fold(s), agency, line.Span(i, i+1)))
	}
	return taken(ok)
}

func readTail(d *draft, i, _ int) int {
	d.addTail(d.lines[i], line.Span(i, i+1))
	return 1
}

// readEnding reads the lines after the body: the sign-off, which begins on line from,
// the mark on line to, and the rest of the copy.
func (d *draft) readEnding(from, to int, mark endMark) {
	end := to
	if mark.glued {
		end++
	}
	for i := d.next(from); i < end; i = d.next(i + 1) {
		if isTimed(d.lines[i]) {
			d.addTail(d.lines[i], line.Span(i, i+1))
		} else {
			d.addSignOff(i)
		}
	}
	if mark.found() {
		d.story.EndMark = story.Line{Text: mark.text, Span: line.Span(mark.line, mark.line+1)}
		d.story.Cut = mark.more
		if mark.rest != "" {
			d.addTail(mark.rest, line.Span(mark.line, mark.line+1))
		}
		to = mark.line + 1
	}
	d.related.room = (len(d.lines)-to)/2 + 1 // a dash and a headline each
	d.read(afterBody, to, len(d.lines), len(d.lines))
	d.closeSection()
	d.story.Related = d.related.items
}
