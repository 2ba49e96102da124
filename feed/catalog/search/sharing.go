package search

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"math"
	"math/bits"
	"slices"
	"sort"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
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

// sqlHits selects the rows of stories that have not been removed since they were found.
var sqlHits = `SELECT j.key, ` + columns.Read + ` FROM json_each(?) j JOIN rows r ON r.id = j.value ` + columns.Join + `ORDER BY j.id`

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
	lists, err := in.postings(ctx, textsOf(rarest))
	if err != nil {
		return nil, err
	}
	for i := range lists {
		lists[i] = nearest(lists[i], at)
	}
	chance := math.Log(float64(max(stories, 2)))
	hits := heaviest(union(lists, 0), rarest, at, chance)
	hits = hits[:min(len(hits), limit)]
	ids := make([]int64, len(hits))
	for i := range hits {
		ids[i] = hits[i].id
	}
	list, err = sqlite.List(ctx, in.db, func(rows *sql.Rows) (Shared, error) {
		var i int
		r, err := columns.ScanAfter(rows, &i)
		if err != nil {
			return Shared{}, err
		}
		h := &hits[i]
		weight := (h.weight - excess(&r)*float64(bits.OnesCount32(h.words))) / chance
		return Shared{Row: r, Words: wordsOf(h.words, rarest), Weight: weight}, nil
	}, sqlHits, list64(ids))
	list = slices.DeleteFunc(list, func(s Shared) bool { return s.Weight < 1 })
	sort.SliceStable(list, func(i, j int) bool { return list[i].Weight > list[j].Weight })
	return list, err
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
	sort.Slice(out, func(i, j int) bool {
		return cmp.Or(cmp.Compare(out[j].weight, out[i].weight), cmp.Compare(out[i].word, out[j].word)) < 0
	})
	lookups := 0
	for i, w := range out {
		if lookups += min(w.n, maxPostings); i == maxRare || lookups > maxAdded {
			return stories, out[:i], nil
		}
	}
	return stories, out, nil
}

func textsOf(list []rare) []string {
	words := make([]string, len(list))
	for i := range list {
		words[i] = list[i].word
	}
	return words
}

// nearest returns the most ids of a list in order that are nearest to at in number: as many on both
// sides.
func nearest(ids []int64, at int64) []int64 {
	if len(ids) <= maxPostings {
		return ids
	}
	i, _ := slices.BinarySearch(ids, at)
	return ids[max(0, i-maxPostings/2):min(len(ids), i+maxPostings/2)]
}

// hit is a story that has some of the rare words.
type hit struct {
	id     int64
	words  uint32 // as bits
	weight float64
}

// union returns the stories of lists, each of which is in order and has the stories with a word:
// those of the first list with the word whose number is first, and so on.
func union(lists [][]int64, first int) []hit {
	switch len(lists) {
	case 0:
		return nil
	case 1:
		hits := make([]hit, len(lists[0]))
		for i, id := range lists[0] {
			hits[i] = hit{id: id, words: 1 << first}
		}
		return hits
	}
	half := len(lists) / 2
	a, b := union(lists[:half], first), union(lists[half:], first+half)
	out := make([]hit, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].id < b[0].id:
			out, a = append(out, a[0]), a[1:]
		case a[0].id > b[0].id:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, hit{id: a[0].id, words: a[0].words | b[0].words})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// heaviest returns the stories that have several words which together weigh at least that, the
// heaviest first.
func heaviest(found []hit, rarest []rare, at int64, least float64) []hit {
	var hits []hit
	for _, h := range found {
		if h.words&(h.words-1) == 0 {
			continue // one word
		}
		for left := h.words; left != 0; left &= left - 1 {
			h.weight += rarest[bits.TrailingZeros32(left)].weight
		}
		if h.weight >= least {
			hits = append(hits, h)
		}
	}
	sort.Slice(hits, func(i, j int) bool {
		a, b := hits[i], hits[j]
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(distance(a.id, at), distance(b.id, at)), cmp.Compare(a.id, b.id)) < 0
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
