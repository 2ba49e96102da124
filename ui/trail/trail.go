// Package trail is the way back and forward: the stories that a reader went
// through by following links, and where in each one they were.
package trail

import "dateline/feed/story"

// Stop is a story on the trail and how the reader left it.
type Stop struct {
	Story  story.ID
	Title  string // for the breadcrumb
	Block  int    // the part of the story at the top of the screen
	Offset int    // the byte in that part
	Link   int    // the selected link, 0 when none
}

// Trail is a line of stops with the reader on one of them. The zero Trail is
// empty: the reader is in the list.
type Trail struct {
	stops []Stop
	at    int
}

// Start begins a new trail at s, as when a story is opened from the list.
func (t *Trail) Start(s Stop) { t.stops, t.at = []Stop{s}, 0 }

// Follow goes on to s; what lay ahead is forgotten, as in a browser.
func (t *Trail) Follow(s Stop) {
	if len(t.stops) == 0 {
		t.Start(s)
		return
	}
	t.stops = append(t.stops[:t.at+1], s)
	t.at++
}

// Leave keeps how the reader leaves the present stop.
func (t *Trail) Leave(block, offset, link int) {
	if len(t.stops) > 0 {
		s := &t.stops[t.at]
		s.Block, s.Offset, s.Link = block, offset, link
	}
}

// Name gives the present stop its title.
func (t *Trail) Name(title string) {
	if len(t.stops) > 0 {
		t.stops[t.at].Title = title
	}
}

// Resume takes up a trail again, with the reader on its last stop.
func (t *Trail) Resume(stops []Stop) { t.stops, t.at = stops, max(0, len(stops)-1) }

// Step moves by n, back when n is negative. It returns the stop arrived at;
// ok is false, and nothing moves, where the trail ends.
func (t *Trail) Step(n int) (s Stop, ok bool) {
	if i := t.at + n; i >= 0 && i < len(t.stops) {
		t.at = i
		return t.stops[i], true
	}
	return Stop{}, false
}

// Here is the present stop; ok is false on an empty trail.
func (t *Trail) Here() (s Stop, ok bool) { return t.Step(0) }

// Clear empties the trail: the reader is back in the list.
func (t *Trail) Clear() { *t = Trail{} }

// Path is the stops from the first to the present one.
func (t *Trail) Path() []Stop {
	if len(t.stops) == 0 {
		return nil
	}
	return t.stops[:t.at+1]
}

// Ahead counts the stops that a step forward can reach.
func (t *Trail) Ahead() int { return max(0, len(t.stops)-t.at-1) }
