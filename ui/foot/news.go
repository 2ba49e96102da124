package foot

import (
	"dateline/feed"
	"dateline/feed/locale"
	"dateline/ui/hint"
)

// News returns the hint about changes that the list does not show, and the key that shows
// them; its text is "" for none.
func News(d feed.Changes, key string) hint.Hint {
	h := hint.Hint{Key: key}
	switch {
	case d.Added > 0:
		h.Text = locale.In("hint").F("%s new", locale.Count(d.Added))
	case d.Changed > 0:
		h.Text = locale.In("hint").F("%s changed", locale.Count(d.Changed))
	case d.Removed > 0:
		h.Text = locale.In("hint").F("%s gone", locale.Count(d.Removed))
	}
	return h
}
