package layout

// The width of the text column: the default, and the least that a reader can
// choose.
const (
	DefaultMeasure = 72
	MinMeasure     = 20
)

// air is the least margin on either side of a text in a box of airyFrom cells or
// more.
const (
	air      = 2
	airyFrom = 36
)

// Measure centres a text column in a box of w cells. It returns the width of the
// column and the margin to its left; the margin to its right may be one cell
// wider. The column has at most want cells (DefaultMeasure for 0), and at least
// MinMeasure unless the box is narrower. It leaves margins except in a very narrow
// box.
func Measure(w, want int) (text, margin int) {
	w = max(w, 0)
	if want <= 0 {
		want = DefaultMeasure
	}
	room := w
	if w >= airyFrom {
		room -= 2 * air
	}
	text = min(max(want, MinMeasure), room)
	return text, (w - text) / 2
}
