// Package trail keeps the history of followed links: the stories that the reader
// went through and the place in each of them. It also keeps all stories visited, on
// this trail and on earlier ones.
package trail

import (
	"slices"

	"dateline/feed/story"
)

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
	stops   []Stop
	at      int
	visited []Stop // each story once, the last visited at the end
}

// maxVisited is the number of visited stories that a Trail keeps.
const maxVisited = 100

// Start starts a new trail at s, a story that was opened from the list.
func (t *Trail) Start(s Stop) {
	t.stops, t.at = []Stop{s}, 0
	t.visit(s)
}

// visit adds s to the stories visited.
func (t *Trail) visit(s Stop) {
	t.visited = slices.DeleteFunc(slices.Clone(t.visited), func(v Stop) bool { return v.Story == s.Story })
	t.visited = append(t.visited, s)
	t.visited = t.visited[max(0, len(t.visited)-maxVisited):]
}

// Follow adds s after the current stop and moves there. It drops the stops that
// came after the current one, as a browser does.
func (t *Trail) Follow(s Stop) {
	if len(t.stops) == 0 {
		t.Start(s)
		return
	}
	t.stops = append(slices.Clone(t.stops[:t.at+1]), s)
	t.at++
	t.visit(s)
}

// Leave records the reader's place and the selected link in the current stop.
func (t *Trail) Leave(block, offset, link int) {
	if len(t.stops) > 0 {
		s := &t.stops[t.at]
		s.Block, s.Offset, s.Link = block, offset, link
		if i := t.visitOf(s.Story); i >= 0 {
			t.visited[i] = *s
		}
	}
}

// Name sets the title of the current stop.
func (t *Trail) Name(title string) {
	if len(t.stops) > 0 {
		t.stops[t.at].Title = title
	}
}

// Resume restores a trail and the stories visited, the last one at the end. The last
// stop becomes the current one.
func (t *Trail) Resume(stops []Stop, visited []story.ID) {
	t.stops, t.at = stops, max(0, len(stops)-1)
	for _, id := range visited {
		t.visit(Stop{Story: id})
	}
}

// Visited returns the stories visited, the last one at the end.
func (t *Trail) Visited() []story.ID {
	ids := make([]story.ID, len(t.visited))
	for i := range t.visited {
		ids[i] = t.visited[i].Story
	}
	return ids
}

// Been reports whether a story was visited.
func (t *Trail) Been(id story.ID) bool { return t.visitOf(id) >= 0 }

// visitOf returns the index of a story among those visited, -1 if it is not there.
func (t *Trail) visitOf(id story.ID) int {
	return slices.IndexFunc(t.visited, func(s Stop) bool { return s.Story == id })
}

// Return goes to a story that was visited: to its stop on the trail, the nearest to the
// current one, or else to a new stop after that. It returns the stop with the place where
// the reader left it; known is false if that was in an earlier session.
func (t *Trail) Return(id story.ID) (s Stop, known bool) {
	for d := range t.stops {
		for _, step := range []int{-d, d} {
			if i := t.at + step; i >= 0 && i < len(t.stops) && t.stops[i].Story == id {
				s, _ = t.Step(step)
				return s, true
			}
		}
	}
	s.Story = id
	if i := t.visitOf(id); i >= 0 {
		s = t.visited[i]
	}
	t.Follow(s)
	return s, s != Stop{Story: id}
}

// Step moves by n stops, back if n is negative, and returns the new current stop.
// If the trail has no such stop, it does not move and returns false.
func (t *Trail) Step(n int) (s Stop, ok bool) {
	if i := t.at + n; i >= 0 && i < len(t.stops) {
		t.at = i
		t.visit(t.stops[i])
		return t.stops[i], true
	}
	return Stop{}, false
}

// Clear empties the trail, as when the reader is back in the list. The stories visited
// stay.
func (t *Trail) Clear() { t.stops, t.at = nil, 0 }

// Since returns a copy of t that knows the stories visited on other, a later state of
// t.
func (t *Trail) Since(other *Trail) Trail {
	return Trail{stops: t.stops, at: t.at, visited: other.visited}
}

// Path returns the stops from the first to the current one.
func (t *Trail) Path() []Stop {
	if len(t.stops) == 0 {
		return nil
	}
	return t.stops[:t.at+1]
}
