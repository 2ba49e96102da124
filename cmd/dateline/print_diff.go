package main

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/diff"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/prose"
	"dateline/ui/theme"
)

// diffSheet prints what changed between two stories.
type diffSheet struct {
	pen

	old, cur *story.Story
	label    int // the width of the labels in front of paragraphs
	text     strings.Builder
}

// minTextWidth is the least width of a paragraph beside its label.
const minTextWidth = 16

// diff prints d, what changed from old to cur.
func (c *console) diff(old, cur *story.Story, d *diff.Diff, p pen) error {
	s := &diffSheet{pen: p, old: old, cur: cur}
	for _, ch := range d.Changes {
		if ch.Kind != diff.Same {
			for _, l := range s.labels(ch) {
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
	names := [2]string{takeName(s.old), takeName(s.cur)}
	w := max(cell.Width(names[0]), cell.Width(names[1]))
	for i, st := range [2]*story.Story{s.old, s.cur} {
		s.text.WriteString(line(s.width, column{"-+"[i : i+1], 1}, column{names[i], w}, column{day(st.Date), dateWidth}, column{st.Path, 0}))
	}
	if d.Empty() {
		s.say("no changes")
		return
	}
	if s.width > 0 {
		s.say("+ new  ~ changed  - gone  = moved")
	}
	s.text.WriteString("\n")
	if len(d.Headline) > 0 {
		s.paragraph(" ", "", s.parts(d.Headline, false)[0])
		s.text.WriteString("\n")
	}
}

// takeName returns the tags of the headline, or "first" for a story without.
func takeName(st *story.Story) string {
	return cmp.Or(strings.Join(st.Headline.Tags, ", "), "first")
}

// changes prints the paragraphs. Those that are the same are only counted.
func (s *diffSheet) changes(changes []diff.Change) {
	same := 0
	for i, ch := range changes {
		if ch.Kind == diff.Same {
			if same++; i == len(changes)-1 || changes[i+1].Kind != diff.Same {
				s.say(count(same, "paragraph") + " the same")
				same = 0
			}
			continue
		}
		s.change(ch)
	}
}

// sign returns the sign in front of a paragraph.
func sign(k diff.Kind) string {
	switch k {
	case diff.Added:
		return "+"
	case diff.Gone:
		return "-"
	case diff.Moved:
		return "="
	}
	return "~"
}

// labels returns what stands in front of the paragraphs of ch: their numbers, with the old
// ones where they say more.
func (s *diffSheet) labels(ch diff.Change) []string {
	old, cur := numbers(s.old, ch.Old), numbers(s.cur, ch.New)
	switch {
	case len(old)+len(cur) == 0 && blockKind(s.old, s.cur, ch) == story.Caption:
		return []string{"▣"}
	case ch.Kind == diff.Gone:
		return []string{ranges(old)}
	case ch.Kind == diff.Added || ch.Kind == diff.Edited || len(old) == 0 || len(cur) == 0:
		return []string{ranges(cur)}
	}
	all := make([]string, len(cur))
	for i, n := range cur {
		all[i] = ranges(old) + "→" + strconv.Itoa(n)
	}
	return all
}

// ranges returns numbers, which are in order, as "2-5, 7".
func ranges(numbers []int) string {
	var all []string
	for i := 0; i < len(numbers); {
		k := i + 1
		for k < len(numbers) && numbers[k] == numbers[k-1]+1 {
			k++
		}
		text := strconv.Itoa(numbers[i])
		if k > i+1 {
			text += "-" + strconv.Itoa(numbers[k-1])
		}
		all = append(all, text)
		i = k
	}
	return strings.Join(all, ", ")
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
	labels := s.labels(ch)
	if ch.Kind == diff.Moved && len(ch.Runs) == 1 && s.width > 0 {
		s.line("=", labels[0], cell.Cut(ch.Runs[0].Text, s.room()))
		return
	}
	several := len(ch.Old)+len(ch.New) > 2
	for i, part := range s.parts(ch.Runs, several) {
		s.paragraph(sign(ch.Kind), labels[min(i, len(labels)-1)], part)
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
func (s *diffSheet) paragraph(sign, label string, pieces []piece) {
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.text)
	}
	w := writer{pieces: pieces, pens: s.pens}
	for text := range strings.SplitSeq(text.String(), "\n") {
		lines := []string{text}
		if s.width > 0 {
			lines, _ = prose.Lines(text, s.room(), math.MaxInt)
		}
		for _, l := range lines {
			s.line(sign, label, w.line(l))
			label = ""
		}
	}
}

// figures prints the figures that changed.
func (s *diffSheet) figures(list []diff.Figure) {
	if len(list) == 0 {
		return
	}
	s.title("Figures")
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
		text := f.Old + " → " + f.New
		if f.Before != "" {
			text = f.Before + " " + text
		}
		if f.After != "" {
			text += " " + f.After
		}
		s.item(cell.Fit(labels[i], w)+"  ", text, nil)
	}
}

// notes prints the editors' notes that name paragraphs or figures, and whether these
// changed.
func (s *diffSheet) notes(d *diff.Diff) {
	if len(d.Checks)+len(d.Steds) == 0 {
		return
	}
	s.title("Note")
	for _, n := range s.cur.Notes {
		s.item("", n.Text, func(p *theme.Pens) theme.Pen { return p.Note })
	}
	for _, c := range d.Checks {
		numbers := ""
		if c.Numbers == diff.Old {
			numbers = " (old numbers)"
		}
		s.check("named and changed"+numbers, c.Changed)
		s.check("named, not changed"+numbers, c.Unchanged)
		s.check("named, not there"+numbers, c.Missing)
		s.check("changed, not named"+numbers, c.Unnamed)
	}
	for _, f := range d.Steds {
		verdict := "not changed"
		if f.Changed {
			verdict = "changed"
		}
		s.item("", f.New+" instead of "+f.Old+": "+verdict, nil)
	}
}

// check prints the numbers of paragraphs, if there are any.
func (s *diffSheet) check(what string, numbers []int) {
	if len(numbers) > 0 {
		s.item("", what+": "+ranges(numbers), nil)
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
