// Package mark keeps the marks that the reader has made, and the store has written, since
// the rows on the screen were read. Pages hold rows as the store returned them and apply
// the marks when they draw a row, so each mark is kept once, however many lists hold its
// story.
//
// The row of a story with several takes is read if all takes are, and starred if one is.
// Only the store knows that: after a mark on a take, Settle changes the row.
package mark

import "dateline/feed/story"

// Marks is the marks made so far. Each has a number; a list of rows remembers
// the number of marks that the store had when its rows were read, and marks
// with higher numbers apply to it. The nil Marks has none.
type Marks struct {
	n       int
	takes   marks // by ID
	all     marks // of every take of a group, by group
	stories marks // of the row of a story with several takes, by group
}

// marks are the latest marks by ID.
type marks struct{ read, starred map[story.ID]mark }

// mark is a mark that was set or removed.
type mark struct {
	n  int
	on bool
}

// put adds a mark unless there is a later one.
func put(to *map[story.ID]mark, id story.ID, k mark) {
	if *to == nil {
		*to = map[story.ID]mark{}
	}
	if (*to)[id].n <= k.n {
		(*to)[id] = k
	}
}

// N returns the number of marks made so far.
func (m *Marks) N() int {
	if m == nil {
		return 0
	}
	return m.n
}

// Next returns the number of a new mark. The mark applies once it is set: until it is on the
// disk, it must not be shown.
func (m *Marks) Next() int {
	m.n++
	return m.n
}

// SetRead marks a take read or unread.
func (m *Marks) SetRead(n int, id story.ID, on bool) {
	put(&m.takes.read, id, mark{n, on})
}

// SetStarred stars or unstars a take.
func (m *Marks) SetStarred(n int, id story.ID, on bool) {
	put(&m.takes.starred, id, mark{n, on})
}

// SetStoryRead marks all takes of a group read or unread.
func (m *Marks) SetStoryRead(n int, group story.ID, on bool) {
	put(&m.all.read, group, mark{n, on})
	put(&m.stories.read, group, mark{n, on})
}

// SetStoryStarred stars a take of a group, or unstars all its takes.
func (m *Marks) SetStoryStarred(n int, id, group story.ID, on bool) {
	put(&m.stories.starred, group, mark{n, on})
	if on {
		put(&m.takes.starred, id, mark{n, on})
	} else {
		put(&m.all.starred, group, mark{n, on})
	}
}

// Settle records what the store says after mark n: the row of the story, and the takes
// that were read with the one that was opened.
func (m *Marks) Settle(n int, row *story.Row, carried []story.ID) {
	if row.Group != "" {
		put(&m.stories.read, row.Group, mark{n, row.Read})
		put(&m.stories.starred, row.Group, mark{n, row.Starred})
	}
	for _, id := range carried {
		put(&m.takes.read, id, mark{n, true})
	}
}

// Apply applies to the row of a take the marks made after the first n.
func (m *Marks) Apply(row *story.Row, n int) {
	if m == nil {
		return
	}
	apply(&row.Read, n, m.takes.read[row.ID], m.all.read[row.Group])
	apply(&row.Starred, n, m.takes.starred[row.ID], m.all.starred[row.Group])
}

// ApplyStory applies to the row of a story with several takes the marks made after the
// first n.
func (m *Marks) ApplyStory(row *story.Row, n int) {
	if m == nil {
		return
	}
	apply(&row.Read, n, m.stories.read[row.Group])
	apply(&row.Starred, n, m.stories.starred[row.Group])
}

// apply applies the latest of marks made after the first n.
func apply(to *bool, n int, marks ...mark) {
	for _, k := range marks {
		if k.n > n {
			*to, n = k.on, k.n
		}
	}
}
