package line

import "strings"

// Align returns rows as lines of columns, which are as wide as their widest cell. Right
// reports whether the cells of column n are aligned right.
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
	lines := make([]string, len(rows))
	for i, cells := range rows {
		var b strings.Builder
		for n, c := range cells {
			if n > 0 {
				b.WriteString("  ")
			}
			pad := strings.Repeat(" ", widths[n]-Cells(c))
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
