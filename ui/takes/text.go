package takes

import (
	"math"
	"strings"

	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/bidi"
	"dateline/ui/cell"
	"dateline/ui/prose"
	"dateline/ui/revision"
	"dateline/ui/theme"
)

// sheet draws what changed between two stories.
type sheet struct {
	old, cur *story.Story
	diff     *diff.Diff
	pens     *theme.Pens
	w        int
	same     bool // show unchanged paragraphs
	label    int  // the width of the labels in front of paragraphs
	lines    []line
}

// The least width of a paragraph beside its label, and the greatest.
const (
	minText = 12
	maxText = 72
)

// around is the cells of a line beside the label and the text: the cursor, the sign, the
// spaces between, and the right margin.
const around = 6

// unread says why the text of one of two takes is not shown.
func (s *sheet) unread(takes ...Take) {
	for i := range takes {
		if t := &takes[i]; t.Story == nil {
			s.remark(cell.Cut(revision.Name(&t.Row.Headline)+" "+t.Problem, s.room()), -1)
		}
	}
}

// draw draws the changes below each other.
func (s *sheet) draw() {
	for i := range s.diff.Changes {
		if ch := &s.diff.Changes[i]; ch.Kind != diff.Same || s.same {
			for _, l := range revision.Labels(s.old, s.cur, ch) {
				s.label = max(s.label, cell.Width(l))
			}
		}
	}
	s.label = min(s.label, s.w/4)
	s.summary()
	for i := 0; i < len(s.diff.Changes); i++ {
		if s.diff.Changes[i].Kind != diff.Same || s.same {
			s.change(i)
			continue
		}
		n := 1
		for i+n < len(s.diff.Changes) && s.diff.Changes[i+n].Kind == diff.Same {
			n++
		}
		s.remark(unchanged(n), i)
		i += n - 1
	}
	s.checks()
}

// unchanged returns a remark about n paragraphs.
func unchanged(n int) string {
	if n == 1 {
		return locale.T("1 paragraph the same")
	}
	return locale.F("%d paragraphs the same", n)
}

// summary draws the headline if it changed, and the figures that changed.
func (s *sheet) summary() {
	if s.diff.Empty() {
		s.remark(locale.T("no changes"), -1)
	}
	if len(s.diff.Headline) > 1 {
		s.paragraph(paragraph{sign: "~", pieces: revision.Merged(s.diff.Headline, false, true)[0], change: -1})
	}
	if n := len(s.diff.Figures); n > 0 {
		var all []string
		for i := range s.diff.Figures[:min(n, maxFigures)] {
			all = append(all, revision.Figure(&s.diff.Figures[i]))
		}
		if n > maxFigures {
			all = append(all, locale.F("%d more", n-maxFigures))
		}
		s.paragraph(paragraph{sign: " ", pieces: revision.Unmarked(locale.F("Figures: %s", strings.Join(all, " · "))), change: -1})
	}
}

// maxFigures is the most figures that are listed above the changes.
const maxFigures = 12

// checks draws which changes the editors' notes do not name, and which they name in vain.
func (s *sheet) checks() {
	var all []string
	add := func(what string, numbers []int) {
		if len(numbers) > 0 {
			all = append(all, what+": "+revision.Ranges(numbers))
		}
	}
	for _, c := range s.diff.Checks {
		add(locale.T("named, not changed"), c.Unchanged)
		add(locale.T("named, not there"), c.Missing)
		add(locale.T("changed, not named"), c.Unnamed)
	}
	for _, f := range s.diff.Steds {
		if !f.Changed {
			all = append(all, locale.F("%s instead of %s: not changed", f.New, f.Old))
		}
	}
	if text := cell.Join(all...); text != "" {
		s.paragraph(paragraph{sign: " ", pieces: revision.Unmarked(locale.F("Note: %s", text)), pen: &s.pens.Meta, change: len(s.diff.Changes)})
	}
}

// change draws change i, with a sign in front of each line.
func (s *sheet) change(i int) {
	ch := &s.diff.Changes[i]
	labels := revision.Labels(s.old, s.cur, ch)
	several := len(ch.Old)+len(ch.New) > 2
	for k, pieces := range revision.Merged(ch.Runs, several, true) {
		p := paragraph{
			sign: revision.Sign(ch.Kind), label: labels[min(k, len(labels)-1)], pieces: pieces,
			change: i, block: blockAt(ch.New, k), short: ch.Kind == diff.Moved && len(ch.Runs) == 1 && !s.same,
		}
		s.paragraph(p)
	}
}

// blockAt returns the block of part k of a change, counted from 1; 0 for none.
func blockAt(blocks []int, k int) int {
	if len(blocks) == 0 {
		return 0
	}
	return blocks[min(k, len(blocks)-1)] + 1
}

// paragraph is a paragraph to draw.
type paragraph struct {
	sign, label string
	pieces      []revision.Piece
	pen         *theme.Pen // for all of it; nil for the styles of its pieces
	change      int
	block       int  // counted from 1; 0 for none
	short       bool // only its first line
}

// paragraph draws p, wrapped.
func (s *sheet) paragraph(p paragraph) {
	for _, text := range wrapped(p, s.room(), s.pens) {
		s.lines = append(s.lines, line{start(p.sign, p.label, s.label, s.pens) + text, p.change, p.block - 1})
		p.label = ""
	}
}

// start returns what stands in front of a line of text, after the cell of the cursor.
func start(sign, label string, width int, pens *theme.Pens) string {
	if sign != " " {
		sign = pens.New.Draw(sign)
	}
	return sign + " " + cell.Fit(label, width) + strings.Repeat(" ", min(2, 2*width))
}

// room returns the width of the text beside a label.
func (s *sheet) room() int { return max(minText, min(maxText, s.w-around-s.label)) }

// remark draws a text in the column of the text.
func (s *sheet) remark(text string, change int) {
	s.paragraph(paragraph{sign: " ", pieces: revision.Unmarked(text), pen: &s.pens.Meta, change: change})
}

// wrapped returns the lines of p in w cells, in the order of their cells.
func wrapped(p paragraph, w int, pens *theme.Pens) []string {
	if p.pen != nil {
		pens = nil
	}
	if p.short {
		w -= len(" .") // for the ellipsis
	}
	var drawn []string
	writer := revision.NewWriter(p.pieces, pens)
	for text := range strings.SplitSeq(revision.Text(p.pieces), "\n") {
		lines, _ := prose.Lines(text, w, math.MaxInt)
		rtl := bidi.IsRTL(text)
		for i, l := range lines {
			space := max(0, w-cell.Width(l))
			l = writer.Line(l)
			if p.short && i < len(lines)-1 {
				l += " …"
			}
			if p.pen != nil {
				l = p.pen.Draw(l)
			}
			if l = bidi.Visual(l, rtl); rtl {
				l = strings.Repeat(" ", space) + l
			}
			if drawn = append(drawn, l); p.short {
				return drawn
			}
		}
	}
	return drawn
}
