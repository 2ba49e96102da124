package foot

import (
	"slices"
	"strings"

	"dateline/ui/cell"
)

// Heading is what stands above the rows of a search.
type Heading struct {
	Found   int    // stories; 0 while they are not counted
	Counted bool   // Found is known, though it may be 0
	All     int    // stories in the archive
	Filling bool   // the archive is read for the first time
	Order   string // "" where there are no rows
}

// Text is the heading in at most room cells: how many stories of how many,
// where from, and in what order, as far as there is room.
func (h Heading) Text(room int) string {
	n := known(h.Found, 0)
	if h.Counted {
		n = cell.Count(h.Found)
	}
	n += " of " + cell.Count(h.All)
	scope, short := "all stories", "all stories"
	if h.Filling {
		scope, short = "stories read so far", "so far"
	}
	order := h.Order
	for _, parts := range [][]string{{n, scope, order}, {n, short, order}, {n, short, strings.TrimSuffix(order, " first")}, {n, short}} {
		head := strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
		if cell.Width(head) <= room {
			return head
		}
	}
	return n
}
