package headlines

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/cell"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// resultColumns holds the widths of the columns of a row in a search result. The
// first line has the columns of a list row. The second line has the snippet,
// preceded by the date if the first line has no room for a whole date.
type resultColumns struct {
	columns
	indent  int // of the second line
	snippet int // cells of the second line
	chars   int // characters of a snippet that fit between two ellipses
}

// newResultColumns divides a row of w cells. If the date is on the second line, the
// headline takes up the cells of the date.
func newResultColumns(w int) resultColumns {
	c := resultColumns{columns: newColumns(w)}
	if w < 72 {
		c.headline += c.date
		c.date = 0
	}
	c.indent = marks + c.tag
	c.snippet = max(0, w-c.indent-edge)
	c.chars = c.snippet - 2
	if c.date == 0 {
		c.chars -= len("15 Aug ~2024 · ") - 1
	}
	return c
}

// noMatches is the text of a result without rows.
const noMatches = "No stories match."

// drawResult draws the heading and the rows of a search result.
func (p *Page) drawResult(lines []string) []string {
	lines = append(lines, p.withRule(p.Heading))
	if len(p.rows) == 0 {
		return append(lines, "", p.theme.Faint.Render(cell.Cut(" "+noMatches, p.w)))
	}
	cols := newResultColumns(p.w)
	for i := p.top; i < len(p.rows) && len(lines) < p.h; i++ {
		lines = append(lines, p.drawResultRow(cols, i), p.drawSnippet(cols, i))
	}
	return lines
}

func (p *Page) drawResultRow(c resultColumns, i int) string {
	r := p.row(i)
	s := c.split(r, p.Now())
	pens := &p.theme.Pens
	if p.w <= marks {
		return pens.Text.Draw(cell.Fit(s.unread+s.star, p.w))
	}
	hits := p.headlineHits(r, c.tag == 0, s.headline)
	switch {
	case i == p.cursor && p.blur:
		return pens.Unread.Draw(s.unread) + pens.Star.Draw(s.star) + pens.Here.Draw("▌") + pens.SelectedDim.Draw(s.tag) +
			highlight(s.headline, hits, pens.SelectedDim, pens.Hit) + pens.SelectedDim.Draw(s.place+s.date+" ")
	case i == p.cursor:
		return pens.Selected.Draw(s.unread+s.star+" "+s.tag) + highlight(s.headline, hits, pens.Selected, pens.SelectedHit) + pens.Selected.Draw(s.place+s.date+" ")
	}
	head := pens.Text
	if r.Read || r.Problem != "" {
		head = pens.Faint
	}
	return pens.Unread.Draw(s.unread) + pens.Star.Draw(s.star) + " " + pens.Tag.Draw(s.tag) +
		highlight(s.headline, hits, head, pens.Hit) + pens.Meta.Draw(s.place+s.date) + " "
}

// headlineHits returns the hits in a headline as it is drawn: possibly cut, and
// possibly after a label.
func (p *Page) headlineHits(r *story.Row, labelled bool, drawn string) []term.Span {
	title, offset := r.Headline.Title, 0
	if l := label(r); labelled && l != "" && strings.HasPrefix(drawn, l+" ") {
		offset = len(l) + 1
	}
	if !strings.HasPrefix(title, strings.TrimRight(drawn[offset:], " "+cell.Ellipsis)) {
		return p.result.Hits(drawn) // some characters were replaced
	}
	hits, ok := p.result.titles[r.ID]
	if !ok {
		hits = p.result.Hits(title)
		p.result.titles[r.ID] = hits
	}
	return shift(hits, offset)
}

// shift returns hits moved by n bytes.
func shift(hits []term.Span, n int) []term.Span {
	if n == 0 {
		return hits
	}
	out := make([]term.Span, len(hits))
	for i, h := range hits {
		out[i] = term.Span{Start: h.Start + n, End: h.End + n}
	}
	return out
}

// drawSnippet draws the second line of row i.
func (p *Page) drawSnippet(c resultColumns, i int) string {
	if c.snippet <= 0 {
		return ""
	}
	pens, r := &p.theme.Pens, &p.rows[i]
	indent, room := strings.Repeat(" ", c.indent), c.snippet
	s := p.result.snippets[r.ID]
	date := ""
	if c.date == 0 {
		date = when.Short(r.Date, p.Now())
	}
	if date != "" && s.text != "" {
		date += " · "
	}
	date = cell.Cut(date, room)
	pen := pens.Faint
	if i == p.cursor {
		pen = pens.Text
	}
	text, hits := excerpt(s.text, s.hits, room-cell.Width(date))
	return indent + pens.Meta.Draw(date) + highlight(text, hits, pen, pens.Hit)
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
