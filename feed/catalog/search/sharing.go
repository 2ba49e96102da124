package search

import (
	"cmp"
	"context"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/story"
)

// The bounds of the words that stories alike share. A word that many stories have is
// looked up only in the stories of about the same time.
const (
	maxRare     = 24     // words
	maxPostings = 3000   // stories that have a word
	maxAdded    = 30_000 // stories that have a word, added up over the words
	maxShare    = 8      // a word that more than one story in eight has is common
	minCommon   = 3      // in a small archive so many stories do not make a word common
	usualWords  = 500    // of a story
)

// Shared is a story that has some of a list of words.
type Shared struct {
	Row    story.Row
	Words  []string // the rarest first
	Weight float64  // of Words, from 1 on; 1 is what chance explains
}

// rare is a word, the number of stories that have it, and its weight.
type rare struct {
	word   string
	n      int
	weight float64
}

// Sharing returns up to limit stories that share at least two of words with a story of
// that date, which is among them if it is in the catalog: those whose words together weigh
// most first, of equal ones the nearest in time. A word weighs the logarithm of how rare
// it is, times its factor in words. A story is left out if chance explains what it shares:
// long stories share more.
func (in *Index) Sharing(ctx context.Context, words map[string]float64, date story.Date, limit int) (list []Shared, err error) {
	stories, rarest, err := in.rarest(ctx, words)
	if err != nil || len(rarest) < 2 {
		return nil, err
	}
	at := meta.SortBase(date.Unix(), 0)
	found := map[int64]uint32{} // by id of a row, the words of rarest that it has, as bits
	for i, w := range rarest {
		ids, err := in.postings(ctx, w, at)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			found[id] |= 1 << i
		}
	}
	chance := math.Log(float64(max(stories, 2)))
	hits := heaviest(found, rarest, at, chance)
	for _, h := range hits[:min(len(hits), limit)] {
		rows, err := in.rowsOf(ctx, []int64{h.id}, columns.Files)
		if err != nil {
			return nil, err
		}
		for _, r := range rows { // none if the story has been removed since
			if weight := (h.weight - excess(&r)*float64(bits.OnesCount32(h.words))) / chance; weight >= 1 {
				list = append(list, Shared{Row: r, Words: wordsOf(h.words, rarest), Weight: weight})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Shared) int { return cmp.Compare(b.Weight, a.Weight) })
	return list, nil
}

// excess returns the logarithm of how much likelier a word is in a story because the story
// is long.
func excess(r *story.Row) float64 { return math.Log(max(float64(r.Words)/usualWords, 1)) }

// rarest returns the number of stories, and the words to look up, the heaviest first.
func (in *Index) rarest(ctx context.Context, words map[string]float64) (stories int, out []rare, err error) {
	if err := in.db.Values(ctx, []any{&stories}, `SELECT value FROM meta WHERE name = 'stories'`); err != nil {
		return 0, nil, err
	}
	known, err := in.known(ctx, slices.Sorted(maps.Keys(words)))
	if err != nil {
		return 0, nil, err
	}
	for w, n := range known {
		if n > 1 && n <= max(minCommon, stories/maxShare) {
			out = append(out, rare{w, n, words[w] * math.Log(max(float64(stories)/float64(n), 1))})
		}
	}
	slices.SortFunc(out, func(a, b rare) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
	lookups := 0
	for i, w := range out {
		if lookups += min(w.n, maxPostings); i == maxRare || lookups > maxAdded {
			return stories, out[:i], nil
		}
	}
	return stories, out, nil
}

// The ids come as one text, because a row of its own for each takes longer to read than
// all of them take to find.
const (
	sqlPostings  = `SELECT coalesce(group_concat(rowid, ' '), '') FROM `
	sqlAllOf     = sqlPostings + `(SELECT rowid FROM texts WHERE texts MATCH ? LIMIT ?+0)`
	sqlEarlierOf = sqlPostings + `(SELECT rowid FROM texts WHERE texts MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?+0)`
	sqlLaterOf   = sqlPostings + `(SELECT rowid FROM texts WHERE texts MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?+0)`
)

// postings returns the ids of the stories that have w, or of those nearest to the id at if
// there are too many.
func (in *Index) postings(ctx context.Context, w rare, at int64) ([]int64, error) {
	match := anywhere + quote(w.word)
	if w.n <= maxPostings {
		return in.idList(ctx, nil, sqlAllOf, match, maxPostings)
	}
	ids, err := in.idList(ctx, nil, sqlEarlierOf, match, at, maxPostings/2)
	if err != nil {
		return nil, err
	}
	return in.idList(ctx, ids, sqlLaterOf, match, at, maxPostings/2)
}

// idList appends the ids of a statement that returns them as one text.
func (in *Index) idList(ctx context.Context, ids []int64, query string, args ...any) ([]int64, error) {
	var list string
	if err := in.db.Values(ctx, []any{&list}, query, args...); err != nil {
		return nil, err
	}
	for text := range strings.FieldsSeq(list) {
		id, _ := strconv.ParseInt(text, 10, 64) // a rowid is a number
		ids = append(ids, id)
	}
	return ids, nil
}

// hit is a story that has some of the rare words.
type hit struct {
	id     int64
	words  uint32 // as bits
	weight float64
}

// heaviest returns the stories whose words weigh more than that, the heaviest first.
func heaviest(found map[int64]uint32, rarest []rare, at int64, least float64) []hit {
	var hits []hit
	for id, set := range found {
		if set&(set-1) == 0 {
			continue // one word
		}
		h := hit{id: id, words: set}
		for left := set; left != 0; left &= left - 1 {
			h.weight += rarest[bits.TrailingZeros32(left)].weight
		}
		if h.weight >= least {
			hits = append(hits, h)
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(distance(a.id, at), distance(b.id, at)), cmp.Compare(a.id, b.id))
	})
	return hits
}

// distance returns how far apart two ids are.
func distance(a, b int64) int64 { return max(a-b, b-a) }

// wordsOf returns the words of a set.
func wordsOf(set uint32, rarest []rare) (words []string) {
	for ; set != 0; set &= set - 1 {
		words = append(words, rarest[bits.TrailingZeros32(set)].word)
	}
	return words
}
