package foot

import (
	"slices"
	"strings"

	"dateline/ui/cell"
)

// Heading is the content of the line above the rows of a search.
type Heading struct {
	Found   int    // stories found; 0 while they are not counted
	Counted bool   // Found is known, though it may be 0
	All     int    // stories in the archive
	Filling bool   // the archive is being read for the first time
	Order   string // "" if there are no rows
}

// Text returns the heading in at most room cells: the number of stories, their
// scope and their order, as far as they fit.
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
