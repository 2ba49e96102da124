package headlines

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/prose"
)

// wrapped is a headline on the lines of its row. The label is at the end of the
// last line.
type wrapped struct {
	title, label string
	lines        []string // one or two
	rest         string   // the part of the title that was cut
}

// wrap returns the lines of the headline of r.
func (p *Page) wrap(r *story.Row) wrapped {
	l := p.label(r)
	if h, ok := p.lines[r.ID]; ok && h.title == r.Headline.Title && h.label == l {
		return h
	}
	h := wrap(clean.Line(r.Headline.Title), l, p.frame)
	h.title, h.label = r.Headline.Title, l
	if len(p.lines) > maxRows {
		clear(p.lines)
	}
	p.lines[r.ID] = h
	return h
}

func wrap(title, label string, f frame) wrapped {
	room := f.headline()
	last := room // of the line with the label
	if label != "" && !f.wide && f.w >= labelFrom {
		last = max(0, min(room, f.w-f.text()-edge-gap-cell.Width(label)))
	}
	if cell.Width(title) <= last || !f.twoLines || room < 2 {
		line, rest := cut(title, last)
		return wrapped{lines: []string{line}, rest: rest}
	}
	first := firstLine(title, room)
	if first == title { // the label does not fit beside it
		first = firstLine(title, last)
	}
	line, rest := cut(strings.TrimSpace(title[len(first):]), last)
	return wrapped{lines: []string{first, line}, rest: rest}
}

// cut returns text in w cells, and the part that was cut.
func cut(text string, w int) (line, rest string) {
	line = cell.Cut(text, w)
	kept, ok := strings.CutSuffix(line, cell.Ellipsis)
	if !ok || line == text {
		return line, ""
	}
	if !strings.HasPrefix(text, kept) { // characters were replaced
		return line, text
	}
	return line, text[len(kept):]
}

// firstLine returns as much of title as fits in w cells and ends where a line may
// end.
func firstLine(title string, w int) string {
	if lines, _ := prose.Lines(title, w, 1); len(lines) > 0 {
		return lines[0]
	}
	return title
}

// label returns the label of r, with the number of takes that it stands for.
func (p *Page) label(r *story.Row) string {
	if !slices.Contains(p.set.Columns, Label) {
		return ""
	}
	short, long := label.Short(r), label.Long(r)
	if p.folds(r) && r.Problem == "" {
		n := p.theme.Sign("×"+locale.Count(r.Takes), " "+takeCount(r.Takes))
		short, long = strings.TrimSpace(short+n), strings.TrimSpace(long+" "+strings.TrimSpace(n))
	}
	if tags := tagLabel(r); tags != "" {
		short, long = strings.TrimSpace(short+" "+tags), strings.TrimSpace(long+" "+tags)
	}
	switch {
	case p.frame.wide && p.result == nil && cell.Width(long) <= p.frame.label:
		return long
	case p.frame.wide:
		return cell.Cut(short, p.frame.label)
	case p.set.Label > 0:
		return cell.Cut(short, p.set.Label)
	}
	return short
}

// tagCells is the most cells of the reader's tags in a row.
const tagCells = 12

// tagLabel returns the reader's tags of r; the peek has those that are cut.
func tagLabel(r *story.Row) string { return cell.Cut(label.Own(r.Marks), tagCells) }
