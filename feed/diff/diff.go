package diff

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/story"
)

// Kind is what happened to the blocks of a Change.
type Kind string

// The kinds, as they are in JSON.
const (
	Same   Kind = "same"
	Edited Kind = "edited"
	Added  Kind = "added"
	Gone   Kind = "gone"
	Moved  Kind = "moved"  // to another place among the others; its words may have changed too
	Split  Kind = "split"  // one old paragraph is several new ones
	Joined Kind = "joined" // several old paragraphs are a new one
)

// Of says which stories have a Run.
type Of string

// The values of Of, as they are in JSON.
const (
	Both Of = "same"
	Old  Of = "old"
	New  Of = "new"
)

// Run is a piece of text.
type Run struct {
	Of   Of
	Text string
}

// Change is what happened to one block of the body, or to all that are split or joined.
type Change struct {
	Kind Kind
	Old  []int // the blocks in the body of the old story, counted from 0; empty for Added
	New  []int // those in the new story; empty for Gone

	// The runs of Both and New together are exactly the text of the new blocks; those of Both
	// and Old are the text of the old ones, apart from what does not count. A blank line
	// separates the blocks of Split and Joined.
	Runs []Run
}

// Diff is what changed between two stories. The zero Diff is that of two empty stories.
type Diff struct {
	Headline []Run    // the titles, without tags
	Changes  []Change // in the order of the new story; blocks that are gone follow the block that they followed
	Figures  []Figure // that changed, in the order of Changes
	Checks   []Check  // of the editors' notes of the new story, at most one each for old and new numbers
	Steds    []Sted   // the corrected figures that these notes name
}

// Empty reports whether nothing changed, apart from what does not count.
func (d *Diff) Empty() bool {
	changed := func(c Change) bool { return c.Kind != Same }
	return !slices.ContainsFunc(d.Changes, changed) && !slices.ContainsFunc(d.Headline, func(r Run) bool { return r.Of != Both })
}

// Compare returns what changed from old to cur. It does not change them.
func Compare(old, cur *story.Story) *Diff {
	c := newComparison(old, cur)
	c.align()
	c.split(oldSide)
	c.split(curSide)
	c.compareWords()
	d := &Diff{Headline: c.headline(old.Headline.Title, cur.Headline.Title)}
	order := c.order()
	for _, l := range order {
		d.Changes = append(d.Changes, c.change(l))
		d.Figures = append(d.Figures, l.figures...)
	}
	d.Checks = checks(old, cur, d.Changes)
	d.Steds = c.steds(cur.Notes, d)
	return d
}

// The sides of a comparison. To make Compare(b, a) the mirror of Compare(a, b), the work
// is done in an order that does not depend on which of the two is the new one: the sides
// may be swapped.
const (
	oldSide = 0
	curSide = 1
)

// comparison is the work on two bodies.
type comparison struct {
	side    [2][]*block // by oldSide and curSide, exchanged if flipped
	flipped bool
	numbers map[uint64]int32  // of terms, by their hash
	written map[string]string // the values of written-out numbers
	links   []*link
	work    int // steps that may still be taken; see maxWork
}

// link is a block and its counterpart. Blocks without a counterpart are in no link. A link
// with several blocks on one side is a paragraph that was split or joined.
type link struct {
	at      [2][]int // the blocks of each side
	moved   bool
	text    [2]*passage
	equal   []stretch
	figures []Figure
}

// flip exchanges the sides of l.
func (l *link) flip() {
	l.at[0], l.at[1] = l.at[1], l.at[0]
	l.text[0], l.text[1] = l.text[1], l.text[0]
	for i := range l.equal {
		s := &l.equal[i]
		s.at[0], s.at[1] = s.at[1], s.at[0]
	}
	for i := range l.figures {
		l.figures[i].flip()
	}
}

func newComparison(old, cur *story.Story) *comparison {
	c := &comparison{numbers: map[uint64]int32{}, written: writtenOut(old.Language, cur.Language), work: maxWork}
	text := func(a, b story.Block) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(a.Kind, b.Kind))
	}
	a, b := old.Body, cur.Body
	if c.flipped = slices.CompareFunc(a, b, text) > 0; c.flipped {
		a, b = b, a
	}
	c.side = [2][]*block{c.blocks(a), c.blocks(b)}
	return c
}

// join links blocks i and j, one of each side.
func (c *comparison) join(i, j int, moved bool) {
	l := &link{at: [2][]int{{i}, {j}}, moved: moved}
	c.links = append(c.links, l)
	c.side[0][i].link, c.side[1][j].link = l, l
}

// order restores the sides and returns the links in the order of the new story, with a
// link of one side for each block that has no counterpart.
func (c *comparison) order() []*link {
	if c.flipped {
		c.side[0], c.side[1] = c.side[1], c.side[0]
		for _, l := range c.links {
			l.flip()
		}
	}
	gone := map[*link][]*link{} // by the link that they follow, nil at the start
	var last *link
	for i, b := range c.side[oldSide] {
		switch {
		case b.link == nil:
			l := &link{at: [2][]int{{i}, nil}, text: [2]*passage{&b.passage, nil}}
			gone[last] = append(gone[last], l)
		case !b.link.moved:
			last = b.link
		}
	}
	all := gone[nil]
	last = nil
	for j, b := range c.side[curSide] {
		switch l := b.link; {
		case l == nil:
			all = append(all, &link{at: [2][]int{nil, {j}}, text: [2]*passage{nil, &b.passage}})
		case l != last:
			all = append(append(all, l), gone[l]...)
			last = l
		}
	}
	return all
}

// change returns the Change of l, whose sides are in order.
func (c *comparison) change(l *link) Change {
	old, cur := l.text[oldSide], l.text[curSide]
	ch := Change{Old: l.at[oldSide], New: l.at[curSide]}
	switch {
	case cur == nil:
		ch.Kind, ch.Runs = Gone, []Run{{Old, old.text}}
		return ch
	case old == nil:
		ch.Kind, ch.Runs = Added, []Run{{New, cur.text}}
		return ch
	}
	ch.Runs = runs(old, cur, l.equal)
	switch {
	case len(ch.New) > 1:
		ch.Kind = Split
	case len(ch.Old) > 1:
		ch.Kind = Joined
	case l.moved:
		ch.Kind = Moved
	case slices.ContainsFunc(ch.Runs, func(r Run) bool { return r.Of != Both }):
		ch.Kind = Edited
	default:
		ch.Kind = Same
	}
	return ch
}
