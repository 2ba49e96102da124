package headlines

import (
	"slices"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/when"
)

// Lede is the part of the peek that is not in a row.
type Lede struct {
	ID      story.ID
	Text    string // the first paragraph
	Related int    // related headlines
	Here    int    // those of them that are in the archive
	Cited   int    // stories that cite it
}

// between separates the facts.
const between = " · "

// WantsLede returns the story whose lede the peek lacks; ok is false if it lacks
// none.
func (p *Page) WantsLede() (id story.ID, ok bool) {
	row, selected := p.Selected()
	if !selected || p.peek() == 0 || row.Problem != "" || p.lede.ID == row.ID {
		return "", false
	}
	return row.ID, true
}

// SetLede sets the lede.
func (p *Page) SetLede(l Lede) { p.lede = l }

// drawPeek appends the peek: what is known of the selected story, and the rest of
// its headline or else its lede.
func (p *Page) drawPeek(lines []string) []string {
	row, ok := p.Selected()
	if p.peek() == 0 || !ok {
		return lines
	}
	rule, w := p.theme.Pens.Rule, p.frame.w
	parts := p.facts(&row)
	for len(parts) > 1 && cell.Width(strings.Join(parts, between)) > w-6 {
		parts = parts[:len(parts)-1]
	}
	facts := cell.Cut(strings.Join(parts, between), w-6)
	line := rule.Draw(strings.Repeat("─", w))
	if facts != "" {
		line = rule.Draw("── ") + p.theme.Pens.Text.Draw(bidi.Line(facts)) +
			rule.Draw(" "+strings.Repeat("─", max(0, w-4-cell.Width(facts))))
	}
	lines = append(lines, line)
	return p.drawTexts(lines, p.texts(&row))
}

// drawTexts appends the other lines of the peek: each text begins on a line of its own.
func (p *Page) drawTexts(lines, texts []string) []string {
	n, w := p.peek()-1, max(0, p.frame.w-2)
	for i := range n {
		if len(texts) == 0 {
			return append(lines, make([]string, n-i)...)
		}
		line := texts[0]
		if i < n-1 {
			line = firstLine(line, w)
		}
		lines = append(lines, p.aligned(cell.Cut(line, w)))
		if texts[0] = strings.TrimSpace(texts[0][len(line):]); texts[0] == "" {
			texts = texts[1:]
		}
	}
	return lines
}

// aligned returns a line of text, at the right edge if it is right-to-left text.
func (p *Page) aligned(text string) string {
	if !bidi.IsRTL(text) {
		return " " + bidi.Line(text)
	}
	return strings.Repeat(" ", max(1, p.frame.w-1-cell.Width(text))) + bidi.Line(text)
}

// facts returns the parts of the first line.
func (p *Page) facts(r *story.Row) []string {
	name := label.Long(r)
	if r.Takes > 1 && p.take == 0 {
		name = strings.TrimPrefix(name+", "+takeCount(r.Takes), ", ")
	}
	parts := []string{name, clean.Line(strings.Join(r.Places, "/")), clean.Line(r.Agency), when.Weekday(r.Date), label.Own(r.Marks)}
	if r.Words > 0 {
		parts = append(parts, locale.Count(r.Words)+" "+r.Unit())
	}
	if l := &p.lede; l.ID == r.ID {
		if l.Related > 0 {
			parts = append(parts, locale.F("%d related, %d in the archive", l.Related, l.Here))
		}
		if l.Cited > 0 {
			parts = append(parts, locale.F("cited by %d", l.Cited))
		}
	}
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

// texts returns the part of the headline that its row cut, and the lede.
func (p *Page) texts(r *story.Row) (texts []string) {
	if h := p.wrap(r); h.rest != "" && p.take == 0 {
		texts = append(texts, cell.Ellipsis+strings.TrimSpace(h.rest))
	}
	if lede := clean.Line(p.lede.Text); p.lede.ID == r.ID && lede != "" {
		texts = append(texts, lede)
	}
	return texts
}
