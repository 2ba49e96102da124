package headlines

import (
	"fmt"
	"slices"
	"strings"

	"dateline/feed/clean"
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
	if p.peek() > 1 {
		lines = append(lines, p.aligned(cell.Cut(p.rest(&row), w-2)))
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
		name = strings.TrimPrefix(name+", "+cell.Count(r.Takes)+" takes", ", ")
	}
	parts := []string{name, clean.Line(strings.Join(r.Places, "/")), clean.Line(r.Agency), when.Weekday(r.Date), label.Own(r.Marks)}
	if r.Words > 0 {
		parts = append(parts, cell.Count(r.Words)+" "+r.Unit())
	}
	if l := &p.lede; l.ID == r.ID {
		if l.Related > 0 {
			parts = append(parts, fmt.Sprintf("%d related, %d in the archive", l.Related, l.Here))
		}
		if l.Cited > 0 {
			parts = append(parts, fmt.Sprintf("cited by %d", l.Cited))
		}
	}
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

// rest returns the part of the headline that its row cut, or else the lede.
func (p *Page) rest(r *story.Row) string {
	if h := p.wrap(r); h.rest != "" && p.take == 0 {
		return cell.Ellipsis + strings.TrimSpace(h.rest)
	}
	if p.lede.ID == r.ID {
		return clean.Line(p.lede.Text)
	}
	return ""
}
