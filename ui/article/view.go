package article

import (
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/label"
	"dateline/ui/prose"
	"dateline/ui/when"
)

// View draws the page. It has as many lines as the box, none wider than the box.
func (p *Page) View() string {
	if p.w <= 0 || p.h <= 0 {
		return ""
	}
	lines := make([]string, 0, p.h+1)
	if p.split {
		lines = append(lines, p.drawHead())
	}
	above := len(lines)
	if p.doc != nil {
		lines = p.drawText(lines)
		p.drawScrollBar(lines[above:])
	}
	for len(lines) < p.h+above {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

func (p *Page) drawText(lines []string) []string {
	paint := prose.Paint{Theme: p.theme, Link: p.link, Hits: p.find.hits, Current: p.find.current, Visual: !bidi.ByTerminal()}
	if p.blur {
		paint.Link = 0
	}
	for i := p.top; i < min(p.top+p.h, p.doc.Len()); i++ {
		line := p.doc.Line(i, paint)
		switch {
		case i < p.firstLine():
			line = p.drawHead()
		case p.readOn > 0 && i == p.readOn && p.margin >= 2:
			line = strings.Repeat(" ", p.margin-2) + p.theme.Pens.Here.Draw("›") + " " + line
		case line != "" && p.margin >= 2 && p.newBar(i) != "":
			line = strings.Repeat(" ", p.margin-2) + p.theme.Pens.Here.Draw(p.newBar(i)) + " " + line
		case line != "":
			line = strings.Repeat(" ", p.margin) + line
		default:
			if line = p.pictureLine(i); line != "" {
				line = strings.Repeat(" ", p.margin) + line
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// drawHead draws the head line: the trail to this story, its headline, label and
// date.
func (p *Page) drawHead() string {
	pens := &p.theme.Pens
	rule := pens.RuleOn
	if p.blur {
		rule = pens.Rule
	}
	if p.st == nil {
		return rule.Draw(strings.Repeat("─", p.w))
	}
	right := cell.Join(label.Long(&story.Row{Headline: p.st.Headline}), when.DayMonth(p.st.Date))
	if right != "" {
		right = " " + right + " "
	}
	if cell.Width(right)+20 > p.w {
		right = ""
	}
	left := breadcrumb(append(slices.Clone(p.Trail), p.st.Headline.Title), p.w-cell.Width(right)-4)
	fill := max(0, p.w-cell.Width(left)-cell.Width(right)-2)
	return " " + pens.Month.Draw(bidi.Line(left)) + " " + rule.Draw(strings.Repeat("─", fill)) + pens.Text.Draw(right)
}

// crumb stands before the headlines of a trail.
const crumb = "› "

// breadcrumb returns the headlines of a trail in w cells. The last one has the room
// that the others leave, and the first ones are dropped first.
func breadcrumb(names []string, w int) string {
	if len(names) == 1 {
		return cell.Cut(names[0], w)
	}
	short := 20
	if w < 60 {
		short = 12
	}
	for i := range names {
		if i < len(names)-1 {
			names[i] = cell.Cut(names[i], short)
		}
		names[i] = crumb + names[i]
	}
	for len(names) > 1 && cell.Width(strings.Join(names[:len(names)-1], " ")) > w/2 {
		names = names[1:]
	}
	return cell.Cut(strings.Join(names, " "), w)
}

// barFrom is the least width of a page with a scroll bar.
const barFrom = 36

// drawScrollBar draws in the last cell of the lines which part of the story they
// show.
func (p *Page) drawScrollBar(lines []string) {
	n := p.doc.Len()
	if n <= p.h || p.w < barFrom || p.theme.Words {
		return
	}
	size := max(1, p.h*p.h/n)
	from := (p.h - size) * p.top / max(1, p.lastTop())
	if p.firstLine() > p.top && from == 0 { // the head line
		from, size = 1, max(1, size-1)
	}
	for i := from; i < min(from+size, len(lines)); i++ {
		lines[i] += strings.Repeat(" ", max(0, p.w-1-cell.Width(lines[i]))) + p.theme.Pens.Rule.Draw("▐")
	}
}

// Progress returns how much of the text, without the lists of links, has been on the
// screen: "text 42% · 3 min". The short form leaves out the time for the rest, and
// so does the long form below two minutes. The text of a story under embargo is not counted.
func (p *Page) Progress() (long, short string) {
	if p.doc == nil || p.st == nil {
		return "", ""
	}
	lines := p.textLines()
	shown := p.top + p.h
	atEnd := p.AtEnd() && p.top > 0
	switch {
	case p.link > 0 && !p.blur && atEnd:
		return locale.F("link %d of %d", p.link, len(p.targets)) + " · " + locale.In("position").T("end"), locale.In("position").T("end")
	case p.link > 0 && !p.blur:
		long = locale.F("link %d of %d", p.link, len(p.targets))
	case p.veil.on:
		long = locale.T("under embargo")
	case atEnd:
		long = locale.In("position").T("end")
	case p.top == 0 && shown >= lines:
		long = locale.T("text on screen")
	case shown >= lines:
		long = locale.In("mark").T("read")
	default:
		share := float64(shown) / float64(lines)
		short = locale.F("text %d%%", int(share*100))
		left := p.minutes * (1 - share)
		switch {
		case p.ended:
			return short + " · " + locale.In("mark").T("read"), short
		case left >= 2:
			return short + " · " + readingTime(left), short
		}
		return short, short
	}
	return long, long
}

// Marks returns the marks of the story: a star, and unread if it is marked so while
// it is open.
func (p *Page) Marks() string {
	star := p.theme.Sign("★", locale.In("mark").T("starred"))
	switch row := p.row(); {
	case row.Starred && !row.Read:
		return star + " " + locale.In("mark").T("unread")
	case row.Starred:
		return star
	case !row.Read && !p.blur:
		return locale.In("mark").T("unread")
	}
	return ""
}
