package headlines

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// A row of a search result has a mark, the headline, and at its end its label and
// date, if the row is wide enough; otherwise the date is before the snippet.
const (
	resultCell = 3 // where headlines and snippets begin
	dateCells  = len("15 Aug 2024")
	dateFrom   = 44 // least width of a row with its date
)

// drawResult appends the rows of a search result.
func (p *Page) drawResult(lines []string) []string {
	if len(p.rows) == 0 {
		return p.drawWords(lines, p.NoMatches)
	}
	for i := p.top; i < len(p.rows) && len(lines) < p.frame.h; i++ {
		lines = append(append(lines, p.drawResultRow(i)), p.drawSnippet(i)...)
		lines = p.drawTakes(lines, i, p.frame.result())
	}
	return lines
}

func (p *Page) drawResultRow(i int) string {
	pens, r, w := &p.theme.Pens, p.row(i), p.frame.row()
	mark, markPen := p.mark(r)
	if w <= p.frame.result() {
		return pens.Text.Draw(cell.Fit(" "+mark, w))
	}
	tail := p.label(r)
	if date := when.Listed(r.Date); date != "" && w >= dateFrom {
		tail = strings.TrimSpace(tail + "  " + cell.Right(date, dateCells))
	}
	room := w - p.frame.result() - edge
	if tail = cell.Cut(tail, room/2); tail != "" {
		room -= gap + cell.Width(tail)
	}
	text := cell.Cut(clean.Line(r.Headline.Title), room)
	space := strings.Repeat(" ", max(0, w-p.frame.result()-edge-cell.Width(text)-cell.Width(tail)))
	hits := p.headlineHits(r, text)
	draw := func(pen, hit theme.Pen) string { return visualAs(text, highlight(text, hits, pen, hit)) }
	switch {
	case p.on(i) && !p.blur:
		return pens.Selected.Draw(" "+mark+" ") + draw(pens.Selected, pens.SelectedHit) + pens.Selected.Draw(space+tail+" ")
	case p.on(i):
		return " " + markPen.Draw(mark) + pens.Here.Draw("▌") + draw(pens.Strong, pens.Hit) + space + pens.Meta.Draw(tail) + " "
	}
	return " " + markPen.Draw(mark) + " " + draw(pens.Text, pens.Hit) + space + pens.Meta.Draw(tail) + " "
}

// visualAs returns drawn, which was made from text, in the order of its cells.
func visualAs(text, drawn string) string { return bidi.Visual(drawn, bidi.IsRTL(text)) }

// headlineHits returns the hits in a headline as it is drawn: possibly cut.
func (p *Page) headlineHits(r *story.Row, drawn string) []term.Span {
	title := r.Headline.Title
	if !strings.HasPrefix(title, strings.TrimSuffix(drawn, cell.Ellipsis)) {
		return p.result.Hits(drawn) // some characters were replaced
	}
	hits, ok := p.result.titles[r.ID]
	if !ok {
		hits = p.result.Hits(title)
		p.result.titles[r.ID] = hits
	}
	return hits
}

// drawSnippet draws the lines below row i.
func (p *Page) drawSnippet(i int) []string {
	lines := make([]string, p.snippetLines(i))
	r, room := &p.rows[i], p.snippetRoom()
	s := p.result.snippets[r.ID]
	pens, n := &p.theme.Pens, len(lines)
	if p.frame.split {
		n = 1
	}
	date := ""
	if p.frame.row() < dateFrom {
		if date = when.Listed(r.Date); date != "" && s.text != "" {
			date += " · "
		}
	}
	indent := strings.Repeat(" ", p.frame.result()) + pens.Meta.Draw(cell.Cut(date, room))
	text, hits := excerpt(s.text, s.hits, n*room-cell.Width(date)-(n-1)*room/8)
	for k := range n {
		width := room - cell.Width(date)
		line := text
		if k < n-1 {
			line = firstLine(text, width)
		}
		line = cell.Cut(line, width)
		lines[k] = indent + visualAs(line, highlight(line, hits, pens.Text, pens.Hit))
		rest := strings.TrimLeft(text[min(len(line), len(text)):], " ")
		hits = shift(hits, len(rest)-len(text))
		text, date, indent = rest, "", strings.Repeat(" ", p.frame.result())
	}
	return lines
}

// shift returns hits moved by n bytes, without those that are then before the text.
func shift(hits []term.Span, n int) []term.Span {
	out := make([]term.Span, 0, len(hits))
	for _, h := range hits {
		if h.End+n > 0 {
			out = append(out, term.Span{Start: max(0, h.Start+n), End: h.End + n})
		}
	}
	return out
}

// excerpt cuts a snippet to room cells and keeps its first hit.
func excerpt(text string, hits []term.Span, room int) (string, []term.Span) {
	if room < minSnippet || text == "" {
		return "", nil
	}
	if len(hits) > 0 && cell.Width(text[:hits[0].End]) > room-1 {
		from := hits[0].Start
		for i := range text[:hits[0].Start] { // start at the earliest word that leaves room for the hit
			if (i == 0 || text[i-1] == ' ') && cell.Width(text[i:hits[0].End]) <= room/2 {
				from = i
				break
			}
		}
		text = cell.Ellipsis + text[from:]
		hits = shift(hits, len(cell.Ellipsis)-from)
	}
	return cell.Cut(text, room), hits
}

// highlight draws text with pen and its hits with the pen hit. It cuts hits that
// overlap or extend past the end of text.
func highlight(text string, hits []term.Span, pen, hit theme.Pen) string {
	if len(hits) == 0 {
		return pen.Draw(text)
	}
	visible := len(strings.TrimRight(text, " "+cell.Ellipsis))
	var b strings.Builder
	at := 0
	for _, h := range hits {
		start, end := max(h.Start, at), min(h.End, visible)
		if start >= end {
			continue
		}
		if start > at {
			b.WriteString(pen.Draw(text[at:start]))
		}
		b.WriteString(hit.Draw(text[start:end]))
		at = end
	}
	if at < len(text) {
		b.WriteString(pen.Draw(text[at:]))
	}
	return b.String()
}
