package link

import (
	"cmp"

	"dateline/feed/story"
)

// TakeDays is how far the dates of two takes of one story may lie apart.
const TakeDays = 2

// SameStory reports whether a and b are takes of one story.
func SameStory(a, b *Candidate) bool {
	return Key(a.Headline.Title) == Key(b.Headline.Title) && near(a.Date, b.Date, TakeDays)
}

// CompareTakes puts takes in the order in which they were written: by take,
// then by date, corrections and kills last.
func CompareTakes(a, b *story.Row) int {
	return cmp.Or(
		cmp.Compare(late(a), late(b)),
		cmp.Compare(a.Headline.Take, b.Headline.Take),
		cmp.Compare(a.Date.Unix(), b.Date.Unix()),
		cmp.Compare(a.Path, b.Path),
	)
}

func late(r *story.Row) int {
	if r.Headline.Kind == story.Correction || r.Headline.Kind == story.Kill {
		return 1
	}
	return 0
}
