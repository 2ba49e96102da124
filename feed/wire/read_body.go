package wire

import (
	"slices"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

func readTable(d *draft, i, end int) int {
	next := d.tableEnd(i, end)
	if next > i {
		d.addBlock(d.block(story.Code, i, next))
	}
	return next - i
}

func readRuleLine(d *draft, i, _ int) int {
	if line.StartsWithLetter(d.lines[i]) || !line.IsRule(strings.TrimSpace(line.Head(d.lines[i], 201))) {
		return 0
	}
	text := line.Fold(d.lines[i])
	if text[0] == '_' {
		text = strings.TrimRight(text, "=") // the mark of an ANPA desk
	}
	d.addBlock(story.Block{Kind: story.Heading, Text: text, Span: line.Span(i, i+1)})
	return 1
}

// readCaretHeading reads a line of an ANPA desk in the body: a heading.
func readCaretHeading(d *draft, i, _ int) int {
	if strings.IndexByte(line.Head(d.lines[i], 8), '^') < 0 {
		return 0
	}
	s := strings.TrimSpace(line.Head(d.lines[i], headlineBytes))
	if !isCaret(s) || !endsMarked(s) {
		return 0
	}
	d.addBlock(story.Block{Kind: story.Heading, Text: unmarked(d.lines[i : i+1]), Span: line.Span(i, i+1)})
	return 1
}

func readQuote(d *draft, i, end int) int {
	next := d.quoteEnd(i, end)
	if next > i {
		d.addBlock(d.quote(i, next))
	}
	return next - i
}

func readList(d *draft, i, end int) int {
	next := d.listEnd(i, end)
	if next > i {
		d.addBlock(d.block(story.List, i, next))
	}
	return next - i
}

func readBodyNote(d *draft, i, end int) int {
	if !isNote(strings.TrimSpace(line.Head(d.lines[i], 64))) {
		return 0
	}
	if !strings.HasPrefix(strings.TrimSpace(d.lines[i]), "(") {
		end = d.paragraphEnd(i, end, d.form)
	}
	note, next := d.noteAt(i, end, false)
	d.addBodyNote(note)
	return next - i
}

// addBodyNote adds a note that stands between the blocks of the body.
func (d *draft) addBodyNote(n story.Note) {
	n.After = len(d.story.Body)
	d.story.Notes = append(d.story.Notes, n)
}

// readMore reads "(more)" inside the body as a note.
func readMore(d *draft, i, _ int) int {
	if m := readMark(d.lines[i]); !m.more || m.glued || m.small {
		return 0
	}
	d.addBodyNote(story.Note{Text: line.Fold(d.lines[i]), Span: line.Span(i, i+1)})
	return 1
}

func readParagraph(d *draft, i, end int) int {
	next := d.paragraphEnd(i, end, d.form)
	d.addBlock(d.prose(i, next, d.story.Dateline.Agency))
	return next - i
}

// readLede reads the first paragraph without its dateline.
func readLede(d *draft, i, end int) int {
	next := i + 1
	switch {
	case d.lede.broken:
		next = max(d.paragraphEnd(i, end, d.form), i+2)
	case d.lede.Rest != "": // else it is alone on its line
		next = d.paragraphEnd(i, end, d.form)
	}
	if text := d.ledeText(next); text != "" {
		d.addBlock(story.Block{Kind: story.Paragraph, Text: text, Span: line.Span(i, next)})
	}
	return next - i
}

// ledeText returns the first paragraph, which ends before line end, without the
// dateline.
func (d *draft) ledeText(end int) string {
	lines := slices.Clone(d.lines[d.lede.line:end])
	if !d.lede.broken {
		lines[0] = d.lede.Rest
		return line.Join(lines)
	}
	return strings.TrimSpace(strings.TrimPrefix(line.Join(lines), d.lede.Text))
}
