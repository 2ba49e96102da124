package article

import (
	"time"

	"dateline/feed/story"
	"dateline/ui/prose"
)

// Lay lays out a story for printing, in the same way as the page. The text is width
// cells wide, but at most DefaultWidth. Dates are relative to now.
func Lay(st *story.Story, around Around, now time.Time, width int) *prose.Doc {
	p := Page{st: st, around: around, Now: func() time.Time { return now }}
	p.build()
	return prose.Lay(p.items, min(width, DefaultWidth))
}
