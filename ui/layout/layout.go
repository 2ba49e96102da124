// Package layout divides the screen. It knows integers only: boxes, columns,
// the smallest size. Every function is pure.
package layout

// The smallest screen that is drawn on, and the width from which list and
// story stand side by side.
const (
	MinWidth  = 30
	MinHeight = 8
	SplitFrom = 120
)

// The narrowest halves of a split screen, and the share of the list, in
// percent, where the reader has not chosen one.
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

// Options are what the reader chose about the screen.
type Options struct {
	SplitWidth   int  // width of the list when split; 0: about 42 percent
	SplitOff     bool // never split
	Zen          bool // nothing but the story
	StoryFocused bool // unsplit, the story is shown and not the list
}

// Screen is a divided screen. Its boxes tile the screen exactly; those that
// are not shown are empty. Of a screen that is too small no box is set.
type Screen struct {
	TooSmall bool // one sentence is shown instead of everything
	Split    bool // list and story stand side by side
	List     Box
	Divider  Box // one column between list and story
	Story    Box
	Foot     Box // the last line
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
	s.Divider = Box{X: list, W: 1, H: h}
	s.Story = Box{X: list + 1, W: w - list - 1, H: h}
}

// SplitWidth returns the width that a list which should be want cells wide
// gets on a split screen of w cells: neither half becomes too narrow to read.
// A want of 0 asks for the default.
func SplitWidth(w, want int) int {
	if want <= 0 {
		want = w * listShare / 100
	}
	return max(0, min(max(want, minList), w-1-minStory))
}
