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

// write adds the counts to those of the catalog. Two lexicons may have the same word.
func (v *vocabulary) write(ctx context.Context, t *tx) error {
	sum := map[string]int{}
	for l, counts := range v.counts {
		words := l.list()
		for id, c := range counts {
			if c.n > 0 {
				sum[words[id]] += int(c.n)
			}
		}
	}
	delete(sum, term.Gap)
	for _, w := range slices.Sorted(maps.Keys(sum)) {
		err := t.exec(ctx, `INSERT INTO words VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET n = n + ?2`, w, sum[w])
		if err != nil {
			return err
		}
	}
	return nil
}
