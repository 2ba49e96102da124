package link

import (
	"slices"
	"strings"
	"unicode"
)

// Two headlines are close when a copy editor's hand, not another event, lies
// between them. They must have the same numbers, negations and opposites in
// the same order; of the other words all but one must be the same up to
// inflection and spelling, in the same order but for one word moved; the one
// may be a synonym of its counterpart, or be missing in one of them when it is
// neither a name nor one of the words that change a story. A wrong link is
// worse than none: what is in doubt is not close.

// leastWords is the number of words below which two headlines have too
// little in common to be called close.
const leastWords = 4

// mostWords is the number of words above which a line is no headline, and
// not worth the comparison.
const mostWords = 40

// likeness is how close two titles are, from 0, which is not, to 1, which is
// the same words.
func likeness(a, b string) float64 {
	x, y := terms(a, b)
	if min(len(x), len(y)) < leastWords || !slices.Equal(fixed(x), fixed(y)) {
		return 0
	}
	pairs := align(x, y)
	restX, restY := over(x, pairs, 0), over(y, pairs, 1)
	loss, ok := tolerate(x, y, restX, restY)
	if !ok {
		return 0
	}
	if m := len(pairs) - ordered(pairs); m > 1 || m == 1 && !mayMove(x, y, pairs) {
		return 0
	} else if m == 1 {
		loss += 0.5
	}
	return 1 - loss/float64(max(len(x), len(y)))
}

// terms returns the terms of two titles; what is a name in one is a name in
// the other. It returns none for lines that are no headlines.
func terms(a, b string) (x, y []term) {
	if len(a) > longest || len(b) > longest {
		return nil, nil
	}
	names := namesOf(a)
	for w := range namesOf(b) {
		names[w] = true
	}
	x, y = termsOf(a, names), termsOf(b, names)
	if max(len(x), len(y)) > mostWords {
		return nil, nil
	}
	return x, y
}

// term is a word of a title that carries meaning.
type term struct {
	word string // stemmed
	full string // as Words gives it
	name bool   // written with a capital where others are not
}

// termsOf returns the terms of a title in order; names are the words that are
// names.
func termsOf(title string, names map[string]bool) []term {
	var out []term
	for _, w := range Words(strings.TrimSuffix(Key(title), ellipsis)) {
		if light[w] {
			continue
		}
		out = append(out, term{word: stem(w), full: w, name: names[w]})
	}
	return out
}

// namesOf are the words of a title that are names: those with a capital, but
// for the first word, in a title that does not capitalise everything.
func namesOf(title string) map[string]bool {
	names := map[string]bool{"north": true, "south": true, "korea": true, "korean": true}
	low := 0
	first := true
	for field := range strings.FieldsSeq(title) {
		word := strings.TrimLeftFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if word == "" {
			continue
		}
		r := []rune(word)[0]
		switch {
		case unicode.IsUpper(r) && !first:
			for _, w := range Words(Key(word)) {
				names[w] = true
			}
		case unicode.IsLower(r) && !light[strings.ToLower(word)]:
			low++
		}
		first = false
	}
	if low < 2 {
		// Where nearly everything is capital, everything may be a name.
		for _, w := range Words(Key(title)) {
			names[w] = true
		}
	}
	return names
}

// fixed are the terms that must be the same in both titles, in order:
// numbers, and words that turn a story round.
func fixed(terms []term) []string {
	var out []string
	for _, t := range terms {
		if n, ok := value(t.full); ok {
			out = append(out, n)
		} else if turning()[t.full] || turning()[t.word] {
			out = append(out, t.word)
		}
	}
	return out
}

// value is the number that a word says.
func value(w string) (string, bool) {
	if n, ok := numerals[w]; ok {
		return n, true
	}
	if !strings.ContainsFunc(w, unicode.IsDigit) {
		return "", false
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if n, ok := strings.CutSuffix(w, end); ok && number(n) {
			return n + "th", true
		}
	}
	return w, true
}

// align pairs equal terms, each with the nearest in order that is free.
func align(x, y []term) [][2]int {
	used := make([]bool, len(y))
	var pairs [][2]int
	for i := range x {
		best := -1
		for j := range y {
			if !used[j] && same(&x[i], &y[j]) && (best < 0 || dist(i, j) < dist(i, best)) {
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

func dist(i, j int) int { return max(i-j, j-i) }

// same reports whether two terms are one word, up to inflection and spelling.
func same(a, b *term) bool {
	if a.word == b.word {
		return true
	}
	m, okm := value(a.full)
	n, okn := value(b.full)
	if okm || okn {
		return okm && okn && m == n
	}
	if opposite(a.word, b.word) || turning()[a.word] || turning()[b.word] {
		return false
	}
	return respelled(a.full, b.full)
}

// over are the terms that have no counterpart.
func over(terms []term, pairs [][2]int, side int) []term {
	paired := make([]bool, len(terms))
	for _, p := range pairs {
		paired[p[side]] = true
	}
	var out []term
	for i, t := range terms {
		if !paired[i] {
			out = append(out, t)
		}
	}
	return out
}

// tolerate says whether what is left of two titles leaves them close, and at
// what loss.
func tolerate(x, y, restX, restY []term) (loss float64, ok bool) {
	switch {
	case len(restX) == 0 && len(restY) == 0:
		return 0, true
	case len(restX) == 1 && len(restY) == 1:
		return 1, synonyms(restX[0].word, restY[0].word)
	case len(restX)+len(restY) == 1:
		extra := append(restX, restY...)[0]
		return 1, !extra.name && !sharp()[extra.full] && !sharp()[extra.word] && min(len(x), len(y)) >= 5
	}
	return 0, false
}

// ordered is the number of pairs that keep their order: the longest rising
// run of counterparts.
func ordered(pairs [][2]int) int {
	tails := []int{}
	for _, p := range pairs {
		at, _ := slices.BinarySearch(tails, p[1])
		if at == len(tails) {
			tails = append(tails, p[1])
		} else {
			tails[at] = p[1]
		}
	}
	return len(tails)
}

// mayMove reports whether one word in another place leaves a title its
// meaning: not where names change places, for then another does what is done.
func mayMove(x, y []term, pairs [][2]int) bool {
	if min(len(x), len(y)) < 6 {
		return false
	}
	var namesX, namesY []string
	for _, t := range x {
		if t.name {
			namesX = append(namesX, t.word)
		}
	}
	for _, t := range y {
		if t.name {
			namesY = append(namesY, t.word)
		}
	}
	return len(pairs) == len(x) && len(pairs) == len(y) && slices.Equal(namesX, namesY)
}
