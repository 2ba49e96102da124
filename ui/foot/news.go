package foot

import "dateline/feed"

// News is what the foot line says of changes that the list does not show; ""
// for none.
func News(d feed.Changes) string {
	switch {
	case d.Added > 0:
		return ". " + thousands(d.Added) + " new"
	case d.Changed > 0:
		return ". " + thousands(d.Changed) + " changed"
	case d.Removed > 0:
		return ". " + thousands(d.Removed) + " gone"
	}
	return ""
}
