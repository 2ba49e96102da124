// Package link finds the story that a link points at: by its identifier, its address or its
// path, if the link has one (Named), or else by its headline. It folds titles into keys,
// sorts matches into classes, and decides whether two headlines are versions of one
// story. It has no state and reads nothing.
//
// Package term defines what a word is: term.Fold folds letters, term.Simplified Chinese
// characters, and term.Uninflect removes inflections. The rules for headlines are here:
// marks that desks use for one another (plain.go), short forms (short.go), spaces
// (spacing.go), and the words that make one headline another story, or leave it the
// same (lexicon.go).
package link

import "dateline/feed/story"

// Match is the class of a resolved headline, as it appears in JSON.
type Match string

// The classes of match, best first.
const (
	Exact      Match = "exact"      // the same text, or what the link names
	Normalised Match = "normalised" // the same key and tags
	Version    Match = "version"    // the same key, another take
	Cut        Match = "cut"        // one is the beginning of the other
	Close      Match = "close"      // reworded
	None       Match = "none"       // no candidate
)

// Candidate is a story that a headline may point at, as far as it is known in the catalog.
type Candidate struct {
	ID       story.ID
	Headline story.Headline
	Places   []string
	Date     story.Date
	Path     string
	UIDs     []string
	URLs     []string
}

// CandidateOf returns row as a candidate.
func CandidateOf(row *story.Row) Candidate {
	return Candidate{ID: row.ID, Headline: row.Headline, Places: row.Places, Date: row.Date, Path: row.Path, UIDs: row.UIDs, URLs: row.URLs}
}

// CandidatesOf returns rows as candidates.
func CandidatesOf(rows []story.Row) []Candidate {
	candidates := make([]Candidate, len(rows))
	for i := range rows {
		candidates[i] = CandidateOf(&rows[i])
	}
	return candidates
}
