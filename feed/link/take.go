package link

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/story"
)

// TakeDays is how far the dates of two takes of one story may lie apart.
const TakeDays = 2

// SameStory reports whether a and b are takes of one story: their titles have
// one key, or nearly the same words with one of them tagged as a take; their
// places are the same where both are known; and no more than TakeDays lie
// between them. Figures may differ, for they are what takes bring up to date; a
// word and its opposite may not.
func SameStory(a, b *Candidate) bool {
	if a.ID == b.ID {
		return true
	}
	if !together(a, b) || !samePiece(&a.Headline, &b.Headline) {
		return false
	}
	key, other := Key(a.Headline.Title), Key(b.Headline.Title)
	if key == other {
		return key != ""
	}
	if begins(key, other) || begins(other, key) {
		return true
	}
	return (tagged(a) || tagged(b)) && evolved(a.Headline.Title, b.Headline.Title)
}

// together reports whether two stories are of one place and time, as far as
// that is known. A day without its year is as good as a date here.
func together(a, b *Candidate) bool {
	if len(a.Places) > 0 && len(b.Places) > 0 && !slices.ContainsFunc(a.Places, func(p string) bool {
		return slices.ContainsFunc(b.Places, func(q string) bool { return strings.EqualFold(p, q) })
	}) {
		return false
	}
	if a.Date.Known() && b.Date.Known() {
		return near(a.Date, b.Date, TakeDays)
	}
	return a.Date.Month == b.Date.Month && a.Date.Day == b.Date.Day && a.Date.Year == b.Date.Year
}

// tagged reports whether a headline says that it is a take of something.
func tagged(c *Candidate) bool {
	switch c.Headline.Kind {
	case story.Urgent, story.Lead, story.Correction, story.Kill:
		return true
	default:
		return c.Headline.Take != story.TakeFirst
	}
}

// leastShared is the part of the shorter title's words that the longer one
// must have.
const leastShared = 0.6

// evolved reports whether one title may have become the other.
func evolved(a, b string) bool {
	x, y := terms(a, b)
	x, y = wordsOnly(x), wordsOnly(y)
	pairs := align(x, y)
	short := min(len(x), len(y))
	if len(pairs) < 3 || float64(len(pairs)) < leastShared*float64(short) {
		return false
	}
	for _, s := range over(x, pairs, 0) {
		for _, t := range over(y, pairs, 1) {
			if opposite(s.word, t.word) {
				return false
			}
		}
	}
	return true
}

// wordsOnly leaves out the numbers.
func wordsOnly(terms []term) []term {
	return slices.DeleteFunc(terms, func(t term) bool {
		_, ok := value(t.full)
		return ok
	})
}

// CorrectionDays is how late a correction may come.
const CorrectionDays = 31

// IsCorrection reports whether c corrects or kills the story t: a take of it
// that comes no more than CorrectionDays later.
func IsCorrection(c, t *Candidate) bool {
	if c.ID == t.ID || !corrects(c.Headline.Kind) || !near(c.Date, t.Date, CorrectionDays) || c.Date.Unix() < t.Date.Unix() {
		return false
	}
	now := *c
	now.Date = t.Date
	return SameStory(&now, t)
}

// Corrects reports whether a row is a correction or kill.
func Corrects(r *story.Row) bool { return corrects(r.Headline.Kind) }

func corrects(k story.Kind) bool { return k == story.Correction || k == story.Kill }

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
	if Corrects(r) {
		return 1
	}
	return 0
}
