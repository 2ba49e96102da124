package takes

import (
	"slices"
	"strconv"
	"strings"

	"dateline/feed/diff"
	"dateline/feed/story"
	"dateline/ui/cell"
	"dateline/ui/revision"
)

// columns returns the widths of two takes beside each other in w cells.
func columns(w int) (left, right int) { return (w - 1) / 2, w - 1 - (w-1)/2 }

// drawBeside draws the two stories side by side.
func (s *sheet) drawBeside() {
	s.label = max(2, len(strconv.Itoa(max(s.old.Paragraphs(), s.cur.Paragraphs()))))
	s.summary()
	if len(s.lines) > 0 {
		s.lines = append(s.lines, line{"", -1, -1})
	}
	for i := range s.diff.Changes {
		if i > 0 {
			s.band(i-1, "", "")
		}
		s.changeBeside(i)
	}
	s.checksBeside()
}

// checksBeside draws the checks of the notes below both stories.
func (s *sheet) checksBeside() {
	n := len(s.lines)
	s.checks()
	if len(s.lines) > n {
		s.lines = slices.Insert(s.lines, n, line{"", len(s.diff.Changes), -1})
	}
}

// side is one of the two columns.
type side struct {
	st    *story.Story
	of    diff.Of
	w     int
	signs []diff.Kind // that stand in this column
}

// changeBeside draws change i: its old paragraphs beside the new ones.
func (s *sheet) changeBeside(i int) {
	ch := &s.diff.Changes[i]
	lw, rw := columns(s.w)
	left := s.column(side{s.old, diff.Old, lw, []diff.Kind{diff.Gone}}, ch, ch.Old)
	right := s.column(side{s.cur, diff.New, rw, []diff.Kind{diff.Added, diff.Edited, diff.Moved, diff.Split, diff.Joined}}, ch, ch.New)
	for k := range max(len(left), len(right)) {
		s.band(i, at(left, k), at(right, k))
	}
}

func at(lines []string, k int) string {
	if k < len(lines) {
		return lines[k]
	}
	return ""
}

// band adds a line of change i with a piece of each column.
func (s *sheet) band(i int, left, right string) {
	lw, _ := columns(s.w)
	left += strings.Repeat(" ", max(0, lw-1-cell.Width(left)))
	s.lines = append(s.lines, line{left + s.pens.Rule.Draw("│") + right, i, blockAt(s.diff.Changes[i].New, 0) - 1})
}

// column draws blocks, which are those of ch in one of the stories, and a blank line
// between them.
func (s *sheet) column(c side, ch *diff.Change, blocks []int) []string {
	if len(blocks) == 0 {
		return nil
	}
	sign := " "
	if slices.Contains(c.signs, ch.Kind) {
		sign = revision.Sign(ch.Kind)
	}
	margin := 0
	if c.of == diff.New {
		margin = 1 // the cell of the cursor in the other column
	}
	room := max(minText, min(maxText, c.w-around-s.label))
	var lines []string
	for k, pieces := range revision.Side(ch.Runs, c.of, len(ch.Old)+len(ch.New) > 2) {
		if k > 0 {
			lines = append(lines, "")
		}
		label := revision.Label(&c.st.Body[blocks[min(k, len(blocks)-1)]])
		p := paragraph{pieces: pieces, short: ch.Kind == diff.Same && !s.same}
		for _, text := range wrapped(p, room, s.pens) {
			mark := sign
			if mark != " " {
				mark = s.pens.New.Draw(mark)
			}
			lines = append(lines, strings.Repeat(" ", margin)+cell.Right(label, s.label)+" "+mark+"  "+text)
			label = ""
		}
	}
	return lines
}
