package fill

import (
	"context"
	"maps"
	"slices"

	"dateline/feed/term"
)

// vocabulary counts the stories of a batch that have each word of a lexicon.
type vocabulary struct {
	stories uint32
	counts  map[*lexicon][]count
}

// count is the number of stories that have a word, and the last of them.
type count struct{ n, last uint32 }

func newVocabulary() vocabulary { return vocabulary{counts: map[*lexicon][]count{}} }

// add counts the words of a story.
func (v *vocabulary) add(x *text) {
	v.stories++
	counts := v.counts[x.lexicon]
	for _, id := range x.terms {
		if n := int(id) + 1 - len(counts); n > 0 {
			counts = append(counts, make([]count, n)...)
		}
		if c := &counts[id]; c.last != v.stories {
			c.n, c.last = c.n+1, v.stories
		}
	}
	v.counts[x.lexicon] = counts
}

// maxSum is the number of words whose counts are summed at a time: those of two lexicons.
const maxSum = 2 * maxWords

// write adds the counts to those of the catalog. Two lexicons may have the same word.
func (v *vocabulary) write(ctx context.Context, t *tx) error {
	sum := map[string]int{}
	for l, counts := range v.counts {
		words := l.list()
		for id, c := range counts {
			if c.n == 0 || words[id] == term.Gap {
				continue
			}
			if sum[words[id]] += int(c.n); len(sum) < maxSum {
				continue
			}
			if err := addCounts(ctx, t, sum); err != nil {
				return err
			}
			clear(sum)
		}
	}
	return addCounts(ctx, t, sum)
}

// addCounts adds the counts of words, in their order, to those of the catalog.
func addCounts(ctx context.Context, t *tx, sum map[string]int) error {
	for _, w := range slices.Sorted(maps.Keys(sum)) {
		err := t.exec(ctx, `INSERT INTO words VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET n = n + ?2`, w, sum[w])
		if err != nil {
			return err
		}
	}
	return nil
}
