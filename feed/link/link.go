// Package link tells which story a headline points at. It is pure: it folds
// titles into keys, classes matches, and knows when two headlines are versions
// of one story.
package link

import "dateline/feed/story"

// Match is the class of a resolved headline, as scripts see it.
type Match string

// The classes of match, best first.
const (
	Exact      Match = "exact"
	Normalised Match = "normalised"
	Version    Match = "version"
	Cut        Match = "cut"
	Close      Match = "close"
	None       Match = "none"
)

// Candidate is a story that a headline may point at: what can be known of it
// without opening its file.
type Candidate struct {
	ID       story.ID
	Headline story.Headline
	Places   []string
	Date     story.Date
	Path     string
}

// CandidateOf is row as a candidate.
func CandidateOf(row *story.Row) Candidate {
	return Candidate{ID: row.ID, Headline: row.Headline, Places: row.Places, Date: row.Date, Path: row.Path}
}
