package link

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/story"
)

// TakeDays is the maximum number of days between two takes of one story.
const TakeDays = 2

// SameStory reports whether a and b are takes of one story: their titles have the same
// key, or nearly the same words and one of them is tagged as a take; they have a place
// in common if both have places; and they are no more than TakeDays apart. Figures may
// differ, because takes update them, but no word may become its opposite.
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
	if begins(key, other) || begins(other, key) || respaced(key, other) {
		return true
	}
	return (tagged(&a.Headline) || tagged(&b.Headline)) && evolved(a.Headline.Title, b.Headline.Title)
}

// together reports whether two stories are from one place and time, as far as
// these are known. A day without a year counts as a date here.
func together(a, b *Candidate) bool {
	return placed(a, b) && (near(a.Date, b.Date, TakeDays) ||
		a.Date.Month == b.Date.Month && a.Date.Day == b.Date.Day && a.Date.Year == b.Date.Year)
}

// placed reports whether two stories have a place in common, or one of them has none.
func placed(a, b *Candidate) bool {
	return len(a.Places) == 0 || len(b.Places) == 0 || slices.ContainsFunc(a.Places, func(p string) bool {
		return slices.ContainsFunc(b.Places, func(q string) bool { return strings.EqualFold(p, q) })
	})
}

// tagged reports whether the tags of a headline name a take.
func tagged(h *story.Headline) bool {
	switch h.Kind {
	case story.Urgent, story.Lead, story.Correction, story.Kill:
		return true
	default:
		return h.Take != story.TakeFirst
	}
}

// minShared is the share of the shorter title's words that the longer one must
// have.
const minShared = 0.6

// minInCommon is the number of words that two takes must have in common.
const minInCommon = 3

// evolved reports whether one title may be a later version of the other.
func evolved(a, b string) bool {
	x, y := contents(a, b)
	x, y = withoutNumbers(x), withoutNumbers(y)
	pairs := align(x, y)
	short := min(len(x), len(y))
	if len(pairs) < minInCommon || float64(len(pairs)) < minShared*float64(short) {
		return false
	}
	return !opposed(x, y, pairs)
}

// opposed reports whether a word of x and one of y that have no counterpart are opposites.
func opposed(x, y []word, pairs [][2]int) bool {
	for _, v := range unpaired(x, pairs, 0) {
		for _, w := range unpaired(y, pairs, 1) {
			if opposite(v.stem, w.stem) {
				return true
			}
		}
	}
	return false
}

// withoutNumbers removes the numbers from words.
func withoutNumbers(words []word) []word {
	return slices.DeleteFunc(words, func(w word) bool {
		_, ok := value(w.full)
		return ok
	})
}

// Corrects reports whether a row is a correction or kill.
func Corrects(r *story.Row) bool { return corrects(r.Headline.Kind) }

func corrects(k story.Kind) bool { return k == story.Correction || k == story.Kill }

// CompareTakes compares two takes of one story in the order in which they were
// written: by take, then by date, corrections and kills last.
func CompareTakes(a, b *story.Row) int {
	return cmp.Or(
		cmp.Compare(last(a), last(b)),
		cmp.Compare(a.Headline.Take, b.Headline.Take),
		cmp.Compare(a.Date.Unix(), b.Date.Unix()),
		cmp.Compare(a.Path, b.Path),
	)
}

func last(r *story.Row) int {
	if Corrects(r) {
		return 1
	}
	return 0
}
