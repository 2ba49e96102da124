package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/prose"
	"dateline/ui/revision"
	"dateline/ui/theme"
)

// diffSheet prints what changed between two stories.
type diffSheet struct {
	width int         // as in console
	pens  *theme.Pens // nil without color

	old, cur *story.Story
	label    int // the width of the labels in front of paragraphs
	text     strings.Builder
}

// minTextWidth is the least width of a paragraph beside its label.
const minTextWidth = 16

// diff prints d, what changed from old to cur.
func (c *console) diff(old, cur *story.Story, d *diff.Diff) error {
	s := &diffSheet{width: c.width, old: old, cur: cur}
	if c.theme != nil {
		s.pens = &c.theme.Pens
	}
	for _, ch := range d.Changes {
		if ch.Kind != diff.Same {
			for _, l := range revision.Labels(old, cur, &ch) {
				s.label = max(s.label, cell.Width(l))
			}
		}
	}
	s.head(d)
	if !d.Empty() {
		s.changes(d.Changes)
	}
	s.figures(d.Figures)
	s.notes(d)
	_, err := c.out.WriteString(s.text.String())
	return err
}

// head prints the two takes, what the signs mean, and the headline.
func (s *diffSheet) head(d *diff.Diff) {
	names := [2]string{revision.Name(&s.old.Headline), revision.Name(&s.cur.Headline)}
	w := max(cell.Width(names[0]), cell.Width(names[1]))
	for i, st := range [2]*story.Story{s.old, s.cur} {
		s.text.WriteString(line(s.width, column{"-+"[i : i+1], 1}, column{names[i], w}, column{day(st.Date), dateWidth}, column{st.Path, 0}))
	}
	if d.Empty() {
		s.say(locale.T("no changes"))
		return
	}
	if s.width > 0 {
		s.say(locale.T("+ new  ~ changed  - gone  = moved"))
	}
	s.text.WriteString("\n")
	if len(d.Headline) > 0 {
		s.paragraph(" ", "", revision.Merged(d.Headline, false, s.pens == nil)[0])
		s.text.WriteString("\n")
	}
}

// changes prints the paragraphs. Those that are the same are only counted.
func (s *diffSheet) changes(changes []diff.Change) {
	same := 0
	for i, ch := range changes {
		if ch.Kind == diff.Same {
			if same++; i == len(changes)-1 || changes[i+1].Kind != diff.Same {
				s.say(locale.N(same, "%s paragraph the same", "%s paragraphs the same"))
				same = 0
			}
			continue
		}
		s.change(ch)
	}
}

// say prints a remark in the column of the text.
func (s *diffSheet) say(text string) {
	s.line(" ", "", s.draw(text, func(p *theme.Pens) theme.Pen { return p.Faint }))
}

// line prints a line with its sign and label.
func (s *diffSheet) line(sign, label, text string) {
	start := sign + " " + cell.Fit(label, s.label)
	if strings.TrimSpace(sign) != "" {
		start = s.draw(sign, func(p *theme.Pens) theme.Pen { return p.New }) + start[1:]
	}
	s.text.WriteString(strings.TrimRight(start+strings.Repeat(" ", min(2, s.label*2))+text, " ") + "\n")
}

// draw returns text in the style that choose returns.
func (s *diffSheet) draw(text string, choose func(*theme.Pens) theme.Pen) string {
	if s.pens == nil || text == "" {
		return text
	}
	return choose(s.pens).Draw(text)
}

// change prints the paragraphs of ch, wrapped, with a sign in front of each line.
func (s *diffSheet) change(ch diff.Change) {
	labels := revision.Labels(s.old, s.cur, &ch)
	if ch.Kind == diff.Moved && len(ch.Runs) == 1 && s.width > 0 {
		s.line("=", labels[0], cell.Cut(ch.Runs[0].Text, s.room()))
		return
	}
	several := len(ch.Old)+len(ch.New) > 2
	for i, part := range revision.Merged(ch.Runs, several, s.pens == nil) {
		s.paragraph(revision.Sign(ch.Kind), labels[min(i, len(labels)-1)], part)
	}
}

// room returns the width of the text beside a label; 0 to not wrap.
func (s *diffSheet) room() int {
	if s.width == 0 {
		return 0
	}
	return max(minTextWidth, s.width-len("~   ")-s.label)
}

// paragraph prints pieces with a sign in front of each line.
func (s *diffSheet) paragraph(sign, label string, pieces []revision.Piece) {
	w := revision.NewWriter(pieces, s.pens)
	for text := range strings.SplitSeq(revision.Text(pieces), "\n") {
		lines := []string{text}
		if s.width > 0 {
			lines, _ = prose.Lines(text, s.room(), math.MaxInt)
		}
		for _, l := range lines {
			s.line(sign, label, w.Line(l))
			label = ""
		}
	}
}

// figures prints the figures that changed.
func (s *diffSheet) figures(list []diff.Figure) {
	if len(list) == 0 {
		return
	}
	s.title(locale.T("Figures"))
	w := 0
	labels := make([]string, len(list))
	for i, f := range list {
		old, cur := s.old.Body[f.OldBlock].N, s.cur.Body[f.NewBlock].N
		switch {
		case old == 0 && cur == 0:
			labels[i] = "▣"
		case old == cur:
			labels[i] = strconv.Itoa(cur)
		default:
			labels[i] = fmt.Sprintf("%d→%d", old, cur)
		}
		w = max(w, cell.Width(labels[i]))
	}
	for i, f := range list {
		s.item(cell.Fit(labels[i], w)+"  ", revision.Figure(&f), nil)
	}
}

// notes prints the editors' notes that name paragraphs or figures, and whether these
// changed.
func (s *diffSheet) notes(d *diff.Diff) {
	if len(d.Checks)+len(d.Steds) == 0 {
		return
	}
	s.title(locale.T("Note"))
	for _, n := range s.cur.Notes {
		s.item("", n.Text, func(p *theme.Pens) theme.Pen { return p.Note })
	}
	for _, c := range d.Checks {
		numbers := ""
		if c.Numbers == diff.Old {
			numbers = " " + locale.T("(old numbers)")
		}
		s.check(locale.T("named and changed")+numbers, c.Changed)
		s.check(locale.T("named, not changed")+numbers, c.Unchanged)
		s.check(locale.T("named, not there")+numbers, c.Missing)
		s.check(locale.T("changed, not named")+numbers, c.Unnamed)
	}
	for _, f := range d.Steds {
		verdict := locale.T("not changed")
		if f.Changed {
			verdict = locale.T("changed")
		}
		s.item("", locale.F("%s instead of %s: %s", f.New, f.Old, verdict), nil)
	}
}

// check prints the numbers of paragraphs, if there are any.
func (s *diffSheet) check(what string, numbers []int) {
	if len(numbers) > 0 {
		s.item("", what+": "+revision.Ranges(numbers), nil)
	}
}

// item prints a text under a title, wrapped, with a label in front of its first line. Choose
// returns its style; it may be nil.
func (s *diffSheet) item(label, text string, choose func(*theme.Pens) theme.Pen) {
	lines := []string{clean.Line(text)}
	label = "  " + label
	if s.width > 0 {
		lines, _ = prose.Lines(text, max(minTextWidth, s.width-cell.Width(label)), math.MaxInt)
	}
	for _, l := range lines {
		if choose != nil {
			l = s.draw(l, choose)
		}
		s.text.WriteString(label + l + "\n")
		label = strings.Repeat(" ", cell.Width(label))
	}
}

// title prints a blank line and a title.
func (s *diffSheet) title(text string) {
	s.text.WriteString("\n" + s.draw(text, func(p *theme.Pens) theme.Pen { return p.Section }) + "\n")
}
