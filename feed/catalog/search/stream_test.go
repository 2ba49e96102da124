package search_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestManyMarksAreFoundLikeFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		defer w.end(t)
		for _, mark := range []string{"read", "starred"} {
			for _, down := range []bool{true, false} {
				few, many, err := w.Marked(t.Context(), mark, down)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(many, few) {
					t.Errorf("%s, down %v: %v, want %v", mark, down, many, few)
				}
			}
		}
	})
}
