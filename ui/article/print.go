package article

import (
	"time"

	"dateline/feed/story"
	"dateline/ui/prose"
)

// Lay lays a story out as the page does, for printing. The text is at most width
// cells wide, and no wider than DefaultWidth. Dates are relative to now.
func Lay(st *story.Story, around Around, now time.Time, width int) *prose.Doc {
	p := Page{st: st, around: around, Now: func() time.Time { return now }}
	p.build()
	return prose.Lay(p.items, min(width, DefaultWidth))
}
