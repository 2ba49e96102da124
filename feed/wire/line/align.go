package line

import "strings"

// maxAligned is the number of cells of the largest table that Align sets in columns. A
// table of many rows with one cell of great length would fill the memory with spaces.
const maxAligned = 16 << 20

// Align returns rows as lines of columns, which are as wide as their widest cell. Right
// reports whether the cells of column n are aligned right. If the table would be very large,
// its columns are only as wide as their cells.
func Align(rows [][]string, right func(n int) bool) []string {
	var widths []int
	for _, cells := range rows {
		for n, c := range cells {
			if n == len(widths) {
				widths = append(widths, 0)
			}
			widths[n] = max(widths[n], Cells(c))
		}
	}
	total := 0
	for _, w := range widths {
		total += w
	}
	if total > maxAligned/max(len(rows), 1) {
		clear(widths)
	}
	lines := make([]string, len(rows))
	for i, cells := range rows {
		var b strings.Builder
		for n, c := range cells {
			if n > 0 {
				b.WriteString("  ")
			}
			pad := strings.Repeat(" ", max(0, widths[n]-Cells(c)))
			if right(n) {
				b.WriteString(pad + c)
			} else {
				b.WriteString(c + pad)
			}
		}
		lines[i] = b.String()
	}
	return lines
}
