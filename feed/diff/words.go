package diff

import (
	"slices"
	"strings"
	"unicode"
)

// minEqual is the weight of the shortest run of equal tokens that stands between two
// changes: three words.
const minEqual = 3 * word

// stretch is a run of equal tokens of both sides.
type stretch struct {
	at [2]int // where it begins
	n  int
}

// compareWords compares the words of every link.
func (c *comparison) compareWords() {
	for _, l := range c.links {
		for s := range l.at {
			l.text[s] = c.passageOf(s, l.at[s])
		}
		l.equal = c.equal(l.text[0], l.text[1])
		l.figures = c.pairFigures(l)
	}
}

// passageOf returns the passage of blocks, which are of side s, with blank lines between
// them.
func (c *comparison) passageOf(s int, blocks []int) *passage {
	if len(blocks) == 1 {
		return &c.side[s][blocks[0]].passage
	}
	var text strings.Builder
	var ends []int
	for k, i := range blocks {
		if k > 0 {
			text.WriteString(border)
		}
		text.WriteString(c.side[s][i].text)
		ends = append(ends, text.Len())
	}
	p := newPassage(text.String())
	p.ends = ends
	return &p
}

// headline returns the runs between two titles.
func (c *comparison) headline(old, cur string) []Run {
	a, b := newPassage(old), newPassage(cur)
	if old > cur {
		equal := c.equal(&b, &a)
		for i := range equal {
			equal[i].at[0], equal[i].at[1] = equal[i].at[1], equal[i].at[0]
		}
		return runs(&a, &b, equal)
	}
	return runs(&a, &b, c.equal(&a, &b))
}

// equal returns the runs of equal tokens of a and b, in order, without those that are too
// short to stand between two changes.
func (c *comparison) equal(a, b *passage) []stretch {
	all := c.myers(a.keys, b.keys)
	kept := all[:0]
	for i, s := range all {
		first, last := s.at == [2]int{}, s.at[0]+s.n == len(a.keys) && s.at[1]+s.n == len(b.keys)
		weight := 0
		for _, t := range b.tokens[s.at[1] : s.at[1]+s.n] {
			weight += int(t.weight)
		}
		if i == 0 && first || i == len(all)-1 && last || weight >= minEqual {
			kept = append(kept, s)
		}
	}
	return kept
}

// runs returns the runs of the texts old and cur.
func runs(old, cur *passage, equal []stretch) []Run {
	if len(old.keys) == 0 && len(cur.keys) == 0 {
		if cur.text == "" {
			return nil
		}
		return []Run{{Both, cur.text}}
	}
	var out []Run
	add := func(of Of, text string) {
		if text != "" {
			out = append(out, Run{of, text})
		}
	}
	i, j := 0, 0
	for _, s := range append(slices.Clip(equal), stretch{at: [2]int{len(old.tokens), len(cur.tokens)}}) {
		gone, added := old.slice(i, s.at[oldSide]), cur.slice(j, s.at[curSide])
		at := cur.from(s.at[curSide])
		if oldGap, curGap := old.gap(s.at[oldSide]), cur.gap(s.at[curSide]); gone+added != "" && !alike(oldGap, curGap) {
			gone, added, at = gone+oldGap, added+curGap, at+len(curGap)
		}
		add(Old, gone)
		add(New, added)
		out = bothRuns(out, old, cur, s, at)
		i, j = s.at[oldSide]+s.n, s.at[curSide]+s.n
	}
	return out
}

// alike reports whether the words after gap a may stand after gap b.
func alike(a, b string) bool {
	space := func(s string) bool { return strings.IndexFunc(s, unicode.IsSpace) == 0 }
	return a == b || space(a) && space(b)
}

// bothRuns appends the runs of equal tokens, from the text of cur at a place on. Where one
// side has the border of two blocks and the other has not, the blank line is a run of its
// own.
func bothRuns(out []Run, old, cur *passage, s stretch, at int) []Run {
	both := func(end int) {
		if end > at {
			out = append(out, Run{Both, cur.text[at:end]})
		}
		at = end
	}
	for k := range s.n {
		i, j := s.at[oldSide]+k, s.at[curSide]+k
		switch o, n := old.begins(i), cur.begins(j); {
		case at > cur.from(j): // the changes before have it
		case o && !n:
			both(cur.from(j))
			out = append(out, Run{Old, border})
		case n && !o:
			both(cur.from(j))
			if gap := old.gap(i); gap != "" {
				out = append(out, Run{Old, gap})
			}
			out = append(out, Run{New, cur.gap(j)})
			at += len(cur.gap(j))
		}
	}
	both(cur.from(s.at[curSide] + s.n))
	return out
}

// border is what stands between two blocks of a passage.
const border = "\n\n"

// begins reports whether token i is the first of a block, but not of the first one.
func (p *passage) begins(i int) bool {
	return len(p.ends) > 1 && strings.HasPrefix(p.gap(i), border)
}

// slice returns the text of the tokens from i to before j.
func (p *passage) slice(i, j int) string {
	if i >= j {
		return ""
	}
	return p.text[p.tokens[i].from:p.tokens[j-1].to]
}

// from returns where token i begins, with what belongs to it; the end of the text if there
// is no such token.
func (p *passage) from(i int) int {
	if i >= len(p.tokens) {
		return len(p.text)
	}
	return int(p.tokens[i].from)
}

// gap returns what stands before token i and belongs to it; "" if there is no such token.
func (p *passage) gap(i int) string {
	if i >= len(p.tokens) {
		return ""
	}
	return p.text[p.tokens[i].from:p.tokens[i].start]
}
