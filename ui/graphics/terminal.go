// Package graphics draws pictures on terminals, in the best way that the terminal has:
//
//   - Kitty: the terminal keeps the picture, and cells with a character of their own show its parts
//     (kitty, Ghostty), so it is a part of the text that is drawn
//   - ITerm: the picture is written at a place of the screen (iTerm2, WezTerm)
//   - Sixel: the same, in six rows of pixels at a time
//   - Blocks: half blocks in two colours, on every terminal that has colours
//
// Which one that is the terminal says itself. A multiplexer answers for the terminal that it is, so
// pictures that it does not pass on are not sent.
//
// What is sent is made from pixels here. No byte of a file reaches the terminal.
package graphics

import (
	"image"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Protocol is a way to draw pictures.
type Protocol int

// The protocols.
const (
	Blocks Protocol = iota
	Kitty
	ITerm
	Sixel
)

// Placed reports whether pictures are written at a place of the screen: they are no part of
// its text, and stay until the screen is cleared.
func (p Protocol) Placed() bool { return p == ITerm || p == Sixel }

// Terminal is what a terminal has said about itself. The zero Terminal has not been asked.
type Terminal struct {
	asked    bool
	answered bool   // every question has been answered
	version  string // its name and version
	kitty    bool   // it keeps pictures
	further  bool   // it was asked whether it does
	sixel    bool
	cell     image.Point
}

// cellSize is asked to report the size of a cell in pixels.
const cellSize = "\x1b[16t"

// keepsPictures is the question whether the terminal keeps pictures. A terminal that does not know
// the answer may print it, so it is only for one that knows its name.
const keepsPictures = "\x1b_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"

// Ask returns the questions for the terminal; "" if it was asked before. The last one is
// answered by all terminals, after the others.
func (t *Terminal) Ask() string {
	if t.asked {
		return ""
	}
	t.asked = true
	return ansi.RequestNameVersion + cellSize + ansi.RequestPrimaryDeviceAttributes
}

// AskSize returns the question for the size of a cell, which changes with the size of the
// screen; "" if the terminal was not asked before.
func (t *Terminal) AskSize() string {
	if !t.asked {
		return ""
	}
	return cellSize
}

// Named takes the name and version of the terminal.
func (t *Terminal) Named(version string) { t.version = version }

// Sized takes the size of a cell in pixels. A size that no cell has is ignored.
func (t *Terminal) Sized(w, h int) {
	if w > 1 && w <= maxCell && h > 1 && h <= maxCell {
		t.cell = image.Pt(w, h)
	}
}

// maxCell is the largest side of a cell in pixels.
const maxCell = 128

// Keeps takes the answer that the terminal keeps pictures.
func (t *Terminal) Keeps() { t.kitty = t.further }

// Attributes takes the attributes of the terminal, which come last. It returns the next
// question, "" if there is none.
func (t *Terminal) Attributes(list []int) string {
	t.sixel = t.sixel || slices.Contains(list, 4)
	if t.asked && !t.further && t.version != "" {
		t.further = true
		return keepsPictures + ansi.RequestPrimaryDeviceAttributes
	}
	t.answered = t.asked
	return ""
}

// Protocol returns how the terminal draws pictures: as far as it has answered, by half blocks.
func (t *Terminal) Protocol() Protocol {
	switch {
	case !t.answered:
		return Blocks
	case t.kitty && t.is("kitty", "ghostty"):
		return Kitty
	case t.is("iTerm2", "WezTerm"):
		return ITerm
	case t.sixel && t.cell != image.Point{}:
		return Sixel
	}
	return Blocks
}

// is reports whether the terminal has one of names.
func (t *Terminal) is(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(t.version, name) })
}

// Cell returns the size of a cell in pixels, or a usual one if it is not known.
func (t *Terminal) Cell() image.Point {
	if t.cell == (image.Point{}) {
		return image.Pt(10, 20)
	}
	return t.cell
}
