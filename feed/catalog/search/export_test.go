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

// What the tests, which need a whole catalog, see of this package.
var (
	CompareValues  = compareValues
	MaxCompletions = maxCompletions
)

// Knows reports whether the catalog has terms for the values of f.
func Knows(f query.Field) bool { return metaOf[f] != "" || f == query.Lang }

// Explain shows what f was compiled to.
func Explain(f *Found) string { return fmt.Sprintf("%T %v", f.x, f.x) }

// Marked returns the ids of the rows with that mark, found in one way and in the
// other.
func (in *Index) Marked(ctx context.Context, mark string, down bool) (few, many []int64, err error) {
	e := ends{lo: 0, hi: math.MaxInt64, down: down}
	s, err := in.markedStream(ctx, marked(mark), e)
	if err != nil {
		return nil, nil, err
	}
	if few, err = take(ctx, s, e, 1000); err != nil {
		return nil, nil, err
	}
	many, err = take(ctx, in.rowByRow(marked(mark), e), e, 1000)
	return few, many, err
}
