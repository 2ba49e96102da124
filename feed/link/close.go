package link

import (
	"slices"

	"dateline/feed/term"
)

// Two headlines are close when a copy editor reworded one into the other and
// both still report the same event. Numbers, negations and opposites must be the
// same in both, in the same order. All other words but one must be the same up to
// inflection and spelling, in the same order, where one word may have moved.
// The word that differs may be a synonym of the one in its place, or may be
// missing from one headline if it is neither a name nor a sharp word. A wrong
// link is worse than none: a headline in doubt is not close.

// minWords is the number of words below which two headlines have too little
// in common to be called close.
const minWords = 4

// likeness returns how close two titles are, from 0 for not close to 1 for the
// same words.
func likeness(a, b string) float64 {
	x, y := contents(a, b)
	if min(len(x), len(y)) < minWords || !slices.Equal(fixed(x), fixed(y)) {
		return 0
	}
	pairs := align(x, y)
	loss, ok := tolerate(x, y, unpaired(x, pairs, 0), unpaired(y, pairs, 1))
	if !ok {
		return 0
	}
	switch moved := len(pairs) - inOrder(pairs); {
	case moved > 1, moved == 1 && !mayMove(x, y, pairs):
		return 0
	case moved == 1:
		loss += 0.5
	}
	return 1 - loss/float64(max(len(x), len(y)))
}

// fixed returns the words that must be the same in both titles, in order:
// numbers and turning words.
func fixed(words []word) []string {
	var out []string
	for _, w := range words {
		if n, ok := value(w.full); ok {
			out = append(out, n)
		} else if turning().has(&w) {
			out = append(out, w.stem)
		}
	}
	return out
}

// align pairs each word of x with the nearest equal word of y that is still free.
func align(x, y []word) [][2]int {
	used := make([]bool, len(y))
	var pairs [][2]int
	for i := range x {
		best := -1
		for j := range y {
			if !used[j] && same(&x[i], &y[j]) && (best < 0 || distance(i, j) < distance(i, best)) {
				best = j
			}
		}
		if best >= 0 {
			used[best] = true
			pairs = append(pairs, [2]int{i, best})
		}
	}
	return pairs
}

func distance(i, j int) int { return max(i-j, j-i) }

// same reports whether a and b are one word, up to inflection and spelling.
func same(a, b *word) bool {
	if a.stem == b.stem || a.plain != "" && a.plain == b.plain {
		return true
	}
	a.prepare()
	b.prepare()
	if a.number != "" || b.number != "" {
		return a.number == b.number
	}
	return respelled(a, b) && !opposite(a.stem, b.stem) && !turning().has(a) && !turning().has(b)
}

// unpaired returns the words that have no counterpart; side is their index in a pair.
func unpaired(words []word, pairs [][2]int, side int) []word {
	paired := make([]bool, len(words))
	for _, p := range pairs {
		paired[p[side]] = true
	}
	var out []word
	for i, w := range words {
		if !paired[i] {
			out = append(out, w)
		}
	}
	return out
}

// minToDrop is the number of words that a title must keep for a word to be
// dropped from it.
const minToDrop = 5

// tolerate reports whether x and y may be close with the words that have no
// counterpart, and how much these words reduce the likeness.
func tolerate(x, y, restX, restY []word) (loss float64, ok bool) {
	switch {
	case len(restX) == 0 && len(restY) == 0:
		return 0, true
	case len(restX) == 1 && len(restY) == 1:
		return 1, synonyms(restX[0].stem, restY[0].stem)
	case len(restX)+len(restY) == 1:
		extra := append(restX, restY...)[0]
		return 1, !extra.name && !sharp().has(&extra) && min(len(x), len(y)) >= minToDrop
	}
	return 0, false
}

// inOrder returns how many pairs keep their order: the length of the longest
// rising sequence of counterparts.
func inOrder(pairs [][2]int) int {
	var tails []int
	for _, p := range pairs {
		i, _ := slices.BinarySearch(tails, p[1])
		if i == len(tails) {
			tails = append(tails, p[1])
		} else {
			tails[i] = p[1]
		}
	}
	return len(tails)
}

// minToMove is the number of words that a title must have for one to move.
const minToMove = 6

// mayMove reports whether a title keeps its meaning when one word moves. It does not if
// names change places, because then someone else acts.
func mayMove(x, y []word, pairs [][2]int) bool {
	return len(pairs) == len(x) && len(pairs) == len(y) && len(x) >= minToMove && slices.Equal(names(x), names(y))
}

func names(words []word) []string {
	var out []string
	for _, w := range words {
		if w.name {
			out = append(out, w.stem)
		}
	}
	return out
}

// stem returns the part of a word of a title that its inflections share. A word for a
// people or what belongs to a country counts as the country: a North Korean port is a
// port of North Korea.
func stem(w string) string {
	switch w {
	case "korean", "koreans":
		return "korea"
	}
	return term.Uninflect(w)
}
