package article

import (
	"time"

	"dateline/feed/story"
	"dateline/ui/prose"
)

// Lay lays out a story for printing, in the same way as the page. The text is width
// cells wide, but at most DefaultWidth. The text of a story that is under embargo is printed
// too, below a note.
func Lay(st *story.Story, around Around, width int) *prose.Doc {
	p := Page{st: st, around: around, printed: true, veil: veil{now: time.Now}}
	p.build()
	return prose.Lay(p.items, min(width, DefaultWidth))
}
