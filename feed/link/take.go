package link

import (
	"cmp"
	"slices"
	"strings"

	"dateline/feed/story"
)

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

// minInCommon is the number of words that two takes must have in common.
const minInCommon = 3

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
