// Package mark keeps the marks that the reader has made since the rows on the
// screen were read. Pages hold rows as the store returned them and apply the
// marks when they draw a row, so each mark is kept once, however many lists hold
// its story.
package mark

import "dateline/feed/story"

// Marks is the marks made so far. Each has a number; a list of rows remembers
// the number of marks that the store had when its rows were read, and marks
// with higher numbers apply to it. The nil Marks has none.
type Marks struct {
	n             int
	read, starred map[story.ID]mark
}

// mark is a mark that was set or removed.
type mark struct {
	n  int
	on bool
}

// N returns the number of marks made so far.
func (m *Marks) N() int {
	if m == nil {
		return 0
	}
	return m.n
}

// SetRead marks a story read or unread.
func (m *Marks) SetRead(id story.ID, on bool) { m.set(&m.read, id, on) }

// SetStarred stars or unstars a story.
func (m *Marks) SetStarred(id story.ID, on bool) { m.set(&m.starred, id, on) }

func (m *Marks) set(marks *map[story.ID]mark, id story.ID, on bool) {
	if *marks == nil {
		*marks = map[story.ID]mark{}
	}
	m.n++
	(*marks)[id] = mark{m.n, on}
}

// Apply applies to row the marks made after the first n.
func (m *Marks) Apply(row *story.Row, n int) {
	if m == nil || n >= m.n {
		return
	}
	if k, ok := m.read[row.ID]; ok && k.n > n {
		row.Read = k.on
	}
	if k, ok := m.starred[row.ID]; ok && k.n > n {
		row.Starred = k.on
	}
}
