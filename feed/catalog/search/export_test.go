package search

import (
	"context"
	"fmt"
	"math"

	"dateline/feed/query"
)

// The bounds of pages and ranks.
const (
	MaxChunk  = maxChunk
	MaxRanked = maxRanked
)

// Exported for the tests that need a whole catalog.
var (
	CompareValues  = compareValues
	MaxCompletions = maxCompletions
)

// Knows reports whether the catalog has terms for the values of f.
func Knows(f query.Field) bool {
	return metaOf[f] != "" || f == query.Lang || f == query.Format || f == query.Mark
}

// Explain shows the expression of f.
func Explain(f *Result) string { return fmt.Sprintf("%T %v", f.x, f.x) }

// Marked returns the ids of the rows with that mark, found as few and as many.
func (in *Index) Marked(ctx context.Context, mark string, down bool) (few, many []int64, err error) {
	sp := span{lo: 0, hi: math.MaxInt64, down: down}
	s, err := in.markedStream(ctx, marked{mark: mark}, sp)
	if err != nil {
		return nil, nil, err
	}
	if few, err = take(ctx, s, sp, 1000); err != nil {
		return nil, nil, err
	}
	many, err = take(ctx, in.rowByRow(marked{mark: mark}, sp), sp, 1000)
	return few, many, err
}
