// Package trail is the history of followed links: the stories that the reader
// came through, and the place in each.
package trail

import "dateline/feed/story"

// Stop is a story on the trail, as the reader left it.
type Stop struct {
	Story  story.ID
	Title  string // for the breadcrumb
	Block  int    // the part of the story at the top of the screen
	Offset int    // the byte in that part
	Link   int    // the selected link, 0 when none
}

// Trail is a sequence of stops; the reader is at one of them, the current stop.
// The zero Trail is empty: the reader is in the list.
type Trail struct {
	stops []Stop
	at    int
}

// Start begins a new trail at s: the story was opened from the list.
func (t *Trail) Start(s Stop) { t.stops, t.at = []Stop{s}, 0 }

// Follow adds s after the current stop and goes there. The stops that were ahead
// are dropped, as in a browser.
func (t *Trail) Follow(s Stop) {
	if len(t.stops) == 0 {
		t.Start(s)
		return
	}
	t.stops = append(t.stops[:t.at+1], s)
	t.at++
}

// Leave records the reader's place in the current stop, and the selected link.
func (t *Trail) Leave(block, offset, link int) {
	if len(t.stops) > 0 {
		s := &t.stops[t.at]
		s.Block, s.Offset, s.Link = block, offset, link
	}
}

// Name sets the title of the current stop.
func (t *Trail) Name(title string) {
	if len(t.stops) > 0 {
		t.stops[t.at].Title = title
	}
}

// Resume restores a trail, with the reader at its last stop.
func (t *Trail) Resume(stops []Stop) { t.stops, t.at = stops, max(0, len(stops)-1) }

// Step moves by n stops, back if n is negative, and returns the new current stop.
// Beyond the ends of the trail it does not move, and ok is false.
func (t *Trail) Step(n int) (s Stop, ok bool) {
	if i := t.at + n; i >= 0 && i < len(t.stops) {
		t.at = i
		return t.stops[i], true
	}
	return Stop{}, false
}

// Clear empties the trail: the reader is back in the list.
func (t *Trail) Clear() { *t = Trail{} }

// Path is the stops from the first to the current one.
func (t *Trail) Path() []Stop {
	if len(t.stops) == 0 {
		return nil
	}
	return t.stops[:t.at+1]
}
