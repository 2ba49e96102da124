package foot

import (
	"dateline/feed"
	"dateline/ui/cell"
)

// News returns the foot line's text about changes that the list does not show;
// "" for none.
func News(d feed.Changes) string {
	switch {
	case d.Added > 0:
		return ". " + cell.Count(d.Added) + " new"
	case d.Changed > 0:
		return ". " + cell.Count(d.Changed) + " changed"
	case d.Removed > 0:
		return ". " + cell.Count(d.Removed) + " gone"
	}
	return ""
}
