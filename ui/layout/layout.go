// Package layout divides the screen into boxes of cells. Every function is pure.
package layout

// The smallest screen that can be used, and the smallest width at which list and
// story are side by side.
const (
	MinWidth  = 30
	MinHeight = 8
	SplitFrom = 120
)

// The smallest widths of list and story on a split screen, and the default width
// of the list in percent of the screen.
const (
	minList   = 24
	minStory  = 40
	listShare = 42
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

// Options are the reader's choices about the screen.
type Options struct {
	SplitWidth   int  // of the list; 0 for about 42 percent of the screen
	SplitOff     bool // the screen is never split
	Zen          bool // only the story is shown
	StoryFocused bool // a screen that is not split shows the story, not the list
}

// Screen is the division of a screen into boxes. The boxes, and on a split screen
// the column between list and story, cover the screen exactly. The box of a part
// that is not shown is empty. If the screen is too small, all boxes are empty.
type Screen struct {
	TooSmall bool // there is room for one sentence only
	Split    bool // list and story are side by side
	List     Box
	Story    Box // when split, one column to the right of the list
	Foot     Box // the last line
}

// Compute divides a screen of w by h cells. Negative sizes count as zero.
func Compute(w, h int, o Options) Screen {
	if w < MinWidth || h < MinHeight {
		return Screen{TooSmall: true}
	}
	if o.Zen {
		return Screen{Story: Box{W: w, H: h}}
	}
	s := Screen{Foot: Box{Y: h - 1, W: w, H: 1}}
	if w >= SplitFrom && !o.SplitOff {
		s.split(w, h-1, o.SplitWidth)
		return s
	}
	if o.StoryFocused {
		s.Story = Box{W: w, H: h - 1}
	} else {
		s.List = Box{W: w, H: h - 1}
	}
	return s
}

func (s *Screen) split(w, h, want int) {
	list := SplitWidth(w, want)
	s.Split = true
	s.List = Box{W: list, H: h}
	s.Story = Box{X: list + 1, W: w - list - 1, H: h}
}

// SplitWidth returns the width of the list on a split screen of w cells. It is
// want, or the default if want is 0, adjusted so that neither list nor story is too
// narrow to read.
func SplitWidth(w, want int) int {
	if want <= 0 {
		want = w * listShare / 100
	}
	return max(0, min(max(want, minList), w-1-minStory))
}
