// Package layout divides the screen into boxes of cells. Every function is pure.
package layout

// The smallest screen that is drawn on, and the least widths of a screen with two
// and with three panes.
const (
	MinWidth  = 30
	MinHeight = 8
	TwoFrom   = 110
	ThreeFrom = 150
)

// The widths of the panes beside the story. From growFrom columns on the list takes
// what the screen has more, then the pane around the story.
const (
	narrowList = 48 // on a screen without room for three panes
	list       = 56
	maxList    = 74
	around     = 34
	maxAround  = 46
	growFrom   = 190
)

// The least widths of list and story beside each other.
const (
	minList  = 24
	minStory = 40
)

// Box is a rectangle of cells. An empty box has no width or no height and is
// not drawn.
type Box struct{ X, Y, W, H int }

// Empty reports whether b has no cells.
func (b Box) Empty() bool { return b.W <= 0 || b.H <= 0 }

// Contains reports whether the cell at x, y lies in b.
func (b Box) Contains(x, y int) bool {
	return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H
}

// Options are the choices of the reader about the screen.
type Options struct {
	ListWidth    int  // of a list beside a story; 0 for the default
	Panes        int  // the most panes beside each other; 0 for as many as fit
	Zen          bool // only the story
	StoryFocused bool // a single pane shows the story, not the list
}

// Screen is a divided screen. Its boxes cover it exactly; those of hidden panes are
// empty. A screen that is too small has no boxes.
type Screen struct {
	TooSmall bool
	Split    bool // list and story are side by side
	List     Box
	Story    Box
	Around   Box    // the stories around the story
	Rules    [2]Box // the columns between the panes
	Foot     Box    // the last line
}

// Fit returns the number of panes that fit on a screen of w cells.
func Fit(w int) int {
	switch {
	case w >= ThreeFrom:
		return 3
	case w >= TwoFrom:
		return 2
	}
	return 1
}

// Compute divides a screen of w times h cells. Sizes below zero count as zero.
func Compute(w, h int, o Options) Screen {
	if w < MinWidth || h < MinHeight {
		return Screen{TooSmall: true}
	}
	if o.Zen {
		return Screen{Story: Box{W: w, H: h}}
	}
	s := Screen{Foot: Box{Y: h - 1, W: w, H: 1}}
	panes := Fit(w)
	if o.Panes > 0 {
		panes = min(panes, o.Panes)
	}
	switch {
	case panes > 1:
		s.split(w, h-1, panes, o.ListWidth)
	case o.StoryFocused:
		s.Story = Box{W: w, H: h - 1}
	default:
		s.List = Box{W: w, H: h - 1}
	}
	return s
}

func (s *Screen) split(w, h, panes, want int) {
	left := ListWidth(w, panes, want)
	s.Split = true
	s.List = Box{W: left, H: h}
	s.Rules[0] = Box{X: left, W: 1, H: h}
	end := w
	if right := aroundWidth(w); panes > 2 && w-left-right-2 >= minStory {
		end = w - right - 1
		s.Rules[1] = Box{X: end, W: 1, H: h}
		s.Around = Box{X: end + 1, W: right, H: h}
	}
	s.Story = Box{X: left + 1, W: end - left - 1, H: h}
}

// ListWidth returns the width of a list beside a story: want, or the default for 0,
// but neither becomes too narrow to read.
func ListWidth(w, panes, want int) int {
	switch {
	case want > 0:
	case panes < 3 && w < ThreeFrom:
		want = narrowList
	default:
		want = list + min(max(0, w-growFrom), maxList-list)
	}
	return max(0, min(max(want, minList), w-1-minStory))
}

// aroundWidth returns the width of the pane around the story.
func aroundWidth(w int) int {
	return around + min(max(0, w-growFrom-(maxList-list)), maxAround-around)
}
