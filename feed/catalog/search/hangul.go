package search

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sort"
	"strings"

	"dateline/feed/spell"
	"dateline/feed/sqlite"
	"dateline/feed/term"
)

// The index has the pairs of syllables of a Korean word, not the word. What may be
// near it is made of pairs that the vocabulary has, and then looked up.
const (
	maxLookedUp = 64   // words that are looked up in the index
	maxPairs    = 8000 // pairs of syllables that are looked up in the vocabulary
)

// nearHangul is near for a word of three syllables or more.
func (in *Index) nearHangul(ctx context.Context, word string) ([]neighbour, error) {
	s := []rune(word)
	if len(s) > spell.MaxSyllables {
		return nil, nil
	}
	one := make([][]rune, len(s))
	var pairs []string
	for i, r := range s {
		one[i] = spell.Syllables(r)
		for _, v := range one[i] {
			pairs = append(pairs, pairsAt(s, i, v)...)
		}
	}
	respelled := spell.Respelled(word)
	for _, w := range append(respelled, word) {
		pairs = append(pairs, pairsOf(w)...)
	}
	known, err := in.known(ctx, pairs[:min(len(pairs), maxPairs)])
	if err != nil {
		return nil, err
	}
	words := slices.Clone(respelled)
	for i, list := range one {
		for _, v := range list {
			words = append(words, with(s, i, v))
		}
	}
	if spell.Limit(len(spell.Letters(word))) > 1 {
		two, err := in.twoSyllables(ctx, s, one, known)
		if err != nil {
			return nil, err
		}
		words = append(words, two...)
	}
	return in.lookedUp(ctx, word, words, known)
}

// twoSyllables returns the words that differ in two syllables, of pairs that are known.
// It adds the pairs of both syllables to known.
func (in *Index) twoSyllables(ctx context.Context, s []rune, one [][]rune, known map[string]int) (words []string, err error) {
	var pairs []string
	for i := range s {
		for j := i + 1; j < len(s); j++ {
			for _, v := range one[i] {
				if i > 0 && known[string([]rune{s[i-1], v})] == 0 || j > i+1 && known[string([]rune{v, s[i+1]})] == 0 {
					continue
				}
				for _, w := range one[j] {
					if j+1 < len(s) && known[string([]rune{w, s[j+1]})] == 0 || j > i+1 && known[string([]rune{s[j-1], w})] == 0 {
						continue
					}
					if j == i+1 {
						pairs = append(pairs, string([]rune{v, w}))
					}
					other := slices.Clone(s)
					other[i], other[j] = v, w
					words = append(words, string(other))
				}
			}
			if len(words) > maxPairs {
				break
			}
		}
	}
	more, err := in.known(ctx, pairs[:min(len(pairs), maxPairs)])
	maps.Copy(known, more)
	return words, err
}

// lookedUp returns those words that the index has, the nearest first, of words whose
// pairs are known.
func (in *Index) lookedUp(ctx context.Context, word string, words []string, known map[string]int) ([]neighbour, error) {
	letters := spell.Letters(word)
	limit := spell.Limit(len(letters))
	var list []neighbour
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		n := 1 << 30
		for _, p := range pairsOf(w) {
			n = min(n, known[p])
		}
		if d := spell.Distance(letters, spell.Letters(w), limit); n > 0 && d <= limit && w != word {
			list = append(list, neighbour{w, n, d})
		}
	}
	sortNeighbours(list)
	var out []neighbour
	for _, w := range list[:min(len(list), maxLookedUp)] {
		ok, err := in.has(ctx, term.Phrase(w.word))
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, w)
		}
	}
	return out, nil
}

// has reports whether a story has the terms in a row.
func (in *Index) has(ctx context.Context, terms []string) (bool, error) {
	ids, err := sqlite.Column[int64](ctx, in.db, `SELECT rowid FROM texts WHERE texts MATCH ? LIMIT 1`,
		anywhere+phrase(terms[:min(len(terms), maxTerms)]))
	return len(ids) > 0, err
}

func sortNeighbours(list []neighbour) {
	sort.Slice(list, func(i, j int) bool {
		a, b := &list[i], &list[j]
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.n, a.n), strings.Compare(a.word, b.word)) < 0
	})
}

// pairsOf returns the pairs of characters of a word.
func pairsOf(word string) (out []string) {
	s := []rune(word)
	for i := range len(s) - 1 {
		out = append(out, string(s[i:i+2]))
	}
	return out
}

// pairsAt returns the pairs that s has at i with v in that place.
func pairsAt(s []rune, i int, v rune) (out []string) {
	if i > 0 {
		out = append(out, string([]rune{s[i-1], v}))
	}
	if i+1 < len(s) {
		out = append(out, string([]rune{v, s[i+1]}))
	}
	return out
}

// with returns s with v at i.
func with(s []rune, i int, v rune) string {
	out := slices.Clone(s)
	out[i] = v
	return string(out)
}
