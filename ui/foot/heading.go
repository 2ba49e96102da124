package foot

import (
	"dateline/feed/locale"
	"dateline/ui/cell"
)

// Heading is the content of the line above the rows of a search.
type Heading struct {
	Query   string // "" while it is being typed
	Found   int    // rows found; 0 while they are not counted
	Files   int    // files found, if they are more; else it may be 0
	Counted bool   // Found is known, though it may be 0
	All     int    // rows of the archive
	Whole   int    // files of the archive
	Takes   bool   // every take has a row
	Filling bool   // the archive is being read for the first time
	Order   string // "" if there are no rows
}

// Text returns the heading in at most room cells: the search, the number of stories
// and their order, as far as they fit.
func (h Heading) Text(room int) string {
	n := known(h.Found, 0)
	if h.Counted {
		n = locale.Count(h.Found)
	}
	n = locale.F("%s of %s", n, locale.Count(h.All))
	long := n
	if h.Takes {
		long += " · " + locale.T("every take")
	}
	if h.Filling {
		n, long = locale.F("%s so far", n), locale.F("%s stories read so far", n)
	}
	query := h.Query
	if query != "" {
		query = "/" + query
	}
	all := ""
	if h.Files > h.Found && h.Found > 0 && !h.Filling {
		long, all = locale.F("%s in %s files", Stories(h.Found), locale.Count(h.Files)), locale.F("all %s", locale.Count(h.Whole))
	}
	for _, parts := range [][]string{{query, long, all, h.Order}, {query, long, h.Order}, {query, long}, {query, n, h.Order}, {query, n}} {
		if head := cell.Join(parts...); cell.Width(head) <= room {
			return head
		}
	}
	if rest := room - cell.Width(" · "+n); rest > 4 && query != "" {
		return cell.Cut(query, rest) + " · " + n
	}
	return n
}

// Stories returns a number of stories.
func Stories(n int) string {
	return locale.N(n, "%s story", "%s stories")
}
