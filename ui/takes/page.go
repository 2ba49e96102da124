// Package takes is the page that shows the takes of a story in order, and what changed
// between two of them: below each other, or side by side where there is room. Unchanged
// paragraphs are counted, or shown on request.
package takes

import (
	"slices"

	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// Take is a take of a story. Problem says why its text is not shown, "could not be read: no
// such file"; Story is nil then.
type Take struct {
	Row     story.Row
	Story   *story.Story
	Problem string
}

// Pair is two takes that are compared, by their index.
type Pair struct{ Old, New int }

// PairOf returns the pair to begin with: the take id and the one before it, or the first
// two if id is the first. There must be two takes or more.
func PairOf(takes []Take, id story.ID) Pair {
	i := slices.IndexFunc(takes, func(t Take) bool { return t.Row.ID == id })
	if i < 0 {
		i = len(takes) - 1
	}
	i = max(1, i)
	return Pair{i - 1, i}
}

// Page is the page. Use New to create one.
type Page struct {
	keys  keys.List
	theme *theme.Theme
	w, h  int

	takes []Take
	notes []string // of each take, in short
	pair  Pair
	diffs map[Pair]change
	same  bool // unchanged paragraphs are shown

	lines  []line // of the comparison
	cursor int    // the line where the reader is
	top    int    // the first line on the screen
}

// line is a drawn line of the comparison.
type line struct {
	text   string
	change int // the index of its change; -1 above the first
	block  int // of the new story, counted from 0; -1 for none
}

// New returns a page without takes.
func New(th *theme.Theme) *Page {
	p := &Page{theme: th}
	p.keys = bindings(p)
	return p
}

// SetTheme changes the colours.
func (p *Page) SetTheme(th *theme.Theme) {
	if th != p.theme {
		p.theme = th
		p.lay()
	}
}

// Resize sets the size of the page in cells.
func (p *Page) Resize(w, h int) {
	rewrap := w != p.w
	p.w, p.h = w, h
	if rewrap {
		p.lay()
	}
	p.keepVisible()
}

// Show shows takes, which are two or more, and compares a pair of them.
func (p *Page) Show(takes []Take, pair Pair) {
	p.takes, p.diffs, p.same = takes, map[Pair]change{}, false
	p.notes = make([]string, len(takes))
	for i := range takes {
		if st := takes[i].Story; st != nil {
			p.notes[i] = brief(st.Notes)
		}
	}
	p.compare(pair)
}

// compare shows what changed between a pair, from the first change on. It asks for that if
// it is not known.
func (p *Page) compare(pair Pair) intent.Intent {
	p.pair, p.lines, p.cursor, p.top = pair, nil, 0, 0
	p.lay()
	p.toFirst()
	if p.lacks(pair) {
		return intent.Compare{}
	}
	return nil
}

// lay draws the lines of the comparison. The reader stays at the same change.
func (p *Page) lay() {
	if p.theme == nil || p.w <= 0 || len(p.takes) < 2 {
		p.lines = nil
		return
	}
	change, delta := -1, 0
	if p.cursor < len(p.lines) {
		change = p.lines[p.cursor].change
		delta = p.cursor - p.lineOf(change)
	}
	s := sheet{diff: p.shown().diff, pens: &p.theme.Pens, w: p.w, same: p.same}
	s.old, s.cur, _ = p.Stories(p.pair)
	switch {
	case s.old == nil || s.cur == nil:
		s.unread(p.takes[p.pair.Old], p.takes[p.pair.New])
	case s.diff == nil:
		s.remark(locale.T("comparing …"), -1)
	case p.beside():
		s.drawBeside()
	default:
		s.draw()
	}
	p.lines = s.lines
	first := p.lineOf(change)
	p.cursor = first
	for p.cursor < first+delta && p.cursor+1 < len(p.lines) && p.lines[p.cursor+1].change == p.lines[first].change {
		p.cursor++
	}
	p.keepVisible()
}

// lineOf returns the first line of a change, or of the paragraphs that it is counted with.
func (p *Page) lineOf(change int) int {
	first := 0
	for i := range p.lines {
		switch c := p.lines[i].change; {
		case c > change:
			return first
		case i == 0 || c != p.lines[i-1].change:
			first = i
		}
	}
	return first
}

// Pair returns the pair that is compared.
func (p *Page) Pair() Pair { return p.pair }

// Keep returns the newer take of the pair, or the older one if the newer is without.
func (p *Page) Keep(without story.ID) story.ID {
	if id := p.takes[p.pair.New].Row.ID; id != without {
		return id
	}
	return p.takes[p.pair.Old].Row.ID
}

// Title returns the headline of the newest take.
func (p *Page) Title() string {
	if len(p.takes) == 0 {
		return ""
	}
	return p.takes[len(p.takes)-1].Row.Headline.Title
}

// Stories returns the stories of a pair; ok is false if the text of one is not shown.
func (p *Page) Stories(pair Pair) (old, cur *story.Story, ok bool) {
	if len(p.takes) < 2 {
		return nil, nil, false
	}
	old, cur = p.takes[pair.Old].Story, p.takes[pair.New].Story
	return old, cur, old != nil && cur != nil
}

// Missing returns a pair that is still to be compared: the one on the screen, or else a
// take and the one before it, the newest first.
func (p *Page) Missing() (pair Pair, ok bool) {
	if p.lacks(p.pair) {
		return p.pair, true
	}
	for i := len(p.takes) - 1; i > 0; i-- {
		if pair := (Pair{i - 1, i}); p.lacks(pair) {
			return pair, true
		}
	}
	return Pair{}, false
}

func (p *Page) lacks(pair Pair) bool {
	_, _, ok := p.Stories(pair)
	return ok && p.diffs[pair].diff == nil
}

// Add adds what changed between a pair.
func (p *Page) Add(pair Pair, d *diff.Diff) {
	p.diffs[pair] = count(d)
	if pair == p.pair {
		p.compare(pair)
	}
}

// change is what changed between two takes, and the numbers of paragraphs and captions that
// are new, changed, gone and the same.
type change struct {
	diff                       *diff.Diff
	added, changed, gone, same int
}

func count(d *diff.Diff) change {
	n := change{diff: d}
	for i := range d.Changes {
		switch ch := &d.Changes[i]; ch.Kind {
		case diff.Same:
			n.same++
		case diff.Added:
			n.added += len(ch.New)
		case diff.Gone:
			n.gone += len(ch.Old)
		case diff.Edited, diff.Moved, diff.Split, diff.Joined:
			n.changed++
		}
	}
	return n
}

// shown returns what changed between the pair on the screen.
func (p *Page) shown() change { return p.diffs[p.pair] }

// since returns what changed in take i from the one before it: nothing while that is not
// known, and for the first.
func (p *Page) since(i int) change { return p.diffs[Pair{i - 1, i}] }
