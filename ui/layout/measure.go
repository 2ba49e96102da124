package layout

// The default and the smallest width of the text column.
const (
	DefaultMeasure = 72
	MinMeasure     = 20
)

// minMargin is the smallest margin on each side of the text in a box of marginFrom
// cells or more. A narrower box can have no margins.
const (
	minMargin  = 2
	marginFrom = 36
)

// Measure centres a text column in a box of w cells. It returns the width of the
// column and the left margin; the right margin can be one cell wider. The column is
// want cells wide (DefaultMeasure for 0), but at least MinMeasure, and never wider
// than the box without its margins.
func Measure(w, want int) (text, margin int) {
	w = max(w, 0)
	if want <= 0 {
		want = DefaultMeasure
	}
	room := w
	if w >= marginFrom {
		room -= 2 * minMargin
	}
	text = min(max(want, MinMeasure), room)
	return text, (w - text) / 2
}
