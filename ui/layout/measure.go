package layout

// The width of the text column: the default, and the narrowest that a reader
// can ask for.
const (
	DefaultMeasure = 72
	MinMeasure     = 20
)

// air is what a text keeps free on either side from a box of airyFrom cells on.
const (
	air      = 2
	airyFrom = 36
)

// Measure returns the width of a text column that is centred in a box of w
// cells, and the margin on either side of it; where the two margins cannot be
// equal the odd cell is to the right of the column. The column has at most want
// cells (0: DefaultMeasure) and at least MinMeasure, unless the box itself is
// narrower. Except in a very narrow box it does not touch what stands beside it.
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
