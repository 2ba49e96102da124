package search

import (
	"context"
	"math"
	"slices"
	"sort"

	"dateline/feed/term"
)

// The bounds of the words of a story that stories like it are found by.
const (
	maxTelling  = 12   // words
	maxDistinct = 5000 // words of the story that are weighed
	minLength   = 3    // bytes of a word; a character of Hangul or Han has three
)

// Telling returns the words that tell a story with these texts from others: the ones
// that it repeats and that few others have, the most telling first. Together they are
// few enough to rank all stories that have one.
func (in *Index) Telling(ctx context.Context, texts []string) ([]string, error) {
	times := map[string]int{}
	for _, text := range texts {
		term.Each(text, func(t []byte, _, _ int) bool {
			if _, ok := times[string(t)]; len(t) >= minLength && (ok || len(times) < maxDistinct) {
				times[string(t)]++
			}
			return true
		})
	}
	words := make([]string, 0, len(times))
	for w := range times {
		words = append(words, w)
	}
	slices.Sort(words)
	known, err := in.known(ctx, words)
	if err != nil {
		return nil, err
	}
	var stories float64
	if err := in.db.Values(ctx, []any{&stories}, `SELECT value FROM meta WHERE name = 'stories'`); err != nil {
		return nil, err
	}
	weight := func(w string) float64 {
		return math.Log(1+float64(times[w])) * math.Log(1+stories/float64(known[w]))
	}
	words = slices.DeleteFunc(words, func(w string) bool { return known[w] < 2 })
	sort.SliceStable(words, func(i, j int) bool { return weight(words[i]) > weight(words[j]) })
	var out []string
	for n, i := 0, 0; i < len(words) && len(out) < maxTelling; i++ {
		if n+known[words[i]] <= maxRanked {
			out = append(out, words[i])
			n += known[words[i]]
		}
	}
	return out, nil
}
