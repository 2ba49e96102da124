// Package trail keeps the history of followed links: the stories that the reader
// went through and the place in each of them.
package trail

import "dateline/feed/story"

// Stop is a story on the trail and the place where the reader left it.
type Stop struct {
	Story  story.ID
	Title  string // for the breadcrumb
	Block  int    // the block at the top of the screen
	Offset int    // the byte offset in that block
	Link   int    // the selected link, 0 for none
}

// Trail is a sequence of stops; the reader is at one of them, the current stop.
// The zero Trail is empty: the reader is in the list.
type Trail struct {
	stops []Stop
	at    int
}

// Start starts a new trail at s, a story that was opened from the list.
func (t *Trail) Start(s Stop) { t.stops, t.at = []Stop{s}, 0 }

// Follow adds s after the current stop and moves there. It drops the stops that
// came after the current one, as a browser does.
func (t *Trail) Follow(s Stop) {
	if len(t.stops) == 0 {
		t.Start(s)
		return
	}
	t.stops = append(t.stops[:t.at+1], s)
	t.at++
}

// Leave records the reader's place and the selected link in the current stop.
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

// Resume restores a trail. Its last stop becomes the current one.
func (t *Trail) Resume(stops []Stop) { t.stops, t.at = stops, max(0, len(stops)-1) }

// Step moves by n stops, back if n is negative, and returns the new current stop.
// If the trail has no such stop, it does not move and returns false.
func (t *Trail) Step(n int) (s Stop, ok bool) {
	if i := t.at + n; i >= 0 && i < len(t.stops) {
		t.at = i
		return t.stops[i], true
	}
	return Stop{}, false
}

// Clear empties the trail, as when the reader is back in the list.
func (t *Trail) Clear() { *t = Trail{} }

// Path returns the stops from the first to the current one.
func (t *Trail) Path() []Stop {
	if len(t.stops) == 0 {
		return nil
	}
	return t.stops[:t.at+1]
}
