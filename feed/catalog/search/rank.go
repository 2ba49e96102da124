package search

import (
	"context"
	"database/sql"
	"math"
	"slices"
	"sort"
	"strings"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/term"
)

// Ranking must read every story that has one of the words, to know how rare the
// word is, and the length of every story found. Within these bounds it is fast
// enough to run while the user types.
const (
	maxRanked  = 4000    // stories found
	maxLookups = 300_000 // stories that have a word, added up over the words
	maxScored  = 10_000  // stories that get a score
)

// weights are the weights of the columns title, body and meta. The terms of meta do
// not affect the rank.
const weights = "10.0, 1.0, 0.0"

// newer is the share by which the newest story counts more than a very old one, and
// halfLife is the number of seconds after which half of that remains.
const (
	newer    = 0.15
	halfLife = 2 * 365 * 86400
)

// Rank sorts by rank if there are few enough hits to do so between two keystrokes, and
// reports whether it did. With force it sorts any number of hits.
func (r *Result) Rank(ctx context.Context, force bool) (bool, error) {
	parts := r.rankBy(force)
	if len(parts) == 0 {
		return false, nil
	}
	if !force {
		if common, err := r.common(ctx); common || err != nil {
			return false, err
		}
	}
	match := "(" + strings.Join(parts, ") AND (") + ")"
	limit := maxRanked + 1
	if force {
		limit = math.MaxInt32
	}
	sp := span{lo: r.lo, hi: r.hi, down: true}
	ids, err := r.ids(ctx, sp, limit)
	if err != nil || len(ids) == limit {
		return false, err
	}
	if len(ids) == 0 {
		r.ranked = []int64{}
		return true, nil
	}
	limit = maxScored + 1
	if force {
		limit = math.MaxInt32
	}
	scores, ok, err := r.scores(ctx, match, ids, limit)
	if err != nil || !ok {
		return false, err
	}
	if err := r.addPoints(ctx, parts[0], tiers(r.words), ids, scores); err != nil {
		return false, err
	}
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return scores[order[i]] > scores[order[j]] })
	r.ranked, r.scored = make([]int64, len(ids)), make([]float64, len(ids))
	for i, o := range order {
		r.ranked[i], r.scored[i] = ids[o], scores[o]
	}
	return true, nil
}

// common reports whether r is the stories that have one word, and more than maxRanked. It
// does not read their ids, which takes longer.
func (r *Result) common(ctx context.Context) (bool, error) {
	x, _ := r.unfolded()
	m, ok := x.(matching)
	if !ok || len(r.groups) != 1 || r.groups[0].cost <= maxRanked || string(m) != r.groups[0].match {
		return false, nil
	}
	phrase := func(f term.Form) bool { return len(f.Terms) > 1 }
	if len(r.words) != 1 || slices.ContainsFunc(r.words[0].forms, phrase) {
		return false, nil
	}
	next, err := sqlite.Column[int64](ctx, r.index.db, sqlIDsDown+` OFFSET ?`, string(m), r.lo, r.hi, 1, maxRanked)
	return len(next) > 0, err
}

// rankBy returns the full-text expressions that score the hits, the rarest first: all
// words of the query, or its rarest ones if all would take too long. A common word hardly
// changes the order.
func (r *Result) rankBy(force bool) (parts []string) {
	groups := slices.Clone(r.groups)
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].cost < groups[j].cost })
	lookups := 0
	for _, g := range groups {
		if lookups += g.cost; lookups > maxLookups && !force {
			break
		}
		parts = append(parts, g.match)
	}
	return parts
}

// scores returns the scores of ids, which must ascend. A higher score is better. If
// limit stories or more would have to be scored, ok is false.
func (r *Result) scores(ctx context.Context, match string, ids []int64, limit int) (out []float64, ok bool, err error) {
	type score struct{ n, title float64 }
	var found []int64
	all, err := sqlite.List(ctx, r.index.db, func(rows *sql.Rows) (s score, err error) {
		var id int64
		err = rows.Scan(&id, &s.n, &s.title)
		found = append(found, id)
		return s, err
	}, `SELECT rowid, bm25(texts, `+weights+`), bm25(texts, 1.0, 0.0, 0.0) FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?+0`,
		match, ids[0], ids[len(ids)-1], limit)
	if err != nil || len(all) == limit {
		return nil, false, err
	}
	out = make([]float64, len(ids))
	each(ids, found, func(i, j int) {
		n := -all[j].n * recency(ids[i], ids[0])
		if out[i] = n / (1 + n); all[j].title < 0 {
			out[i] += headlinePoints
		}
	})
	return out, true, nil
}

// recency returns the factor by which a story counts more because it is new. newest
// is the id of the newest hit.
func recency(id, newest int64) float64 {
	age := float64(id>>(meta.TakeBits+meta.SeqBits) - newest>>(meta.TakeBits+meta.SeqBits))
	return 1 + newer*math.Exp2(-age/halfLife)
}
